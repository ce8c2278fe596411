// SPDX-License-Identifier: Apache-2.0
// Defects of what is no 837: spreadsheets, FHIR, JSON beyond its limits, claims of institutions. The claim inside is clean.
#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "precision/mutation.hpp"
#include "rules/clean_claim.hpp"
#include "support/fhir.hpp"
#include "support/json.hpp"

namespace deltoid::test::precision {
namespace {

constexpr Day week_after = Day::of(2026, 9, 20);   // of the services in the clean claim

struct Edit {
    std::string_view from, to;
    std::string_view level = "error";
    std::string_view warned = {};   ///< a rule that warns beside it
};

/// The text with one of the edits as the file, which deserves the rule and nothing else.
template <std::size_t size>
bool edited(Maker& maker, Mutant& mutant, std::string text, std::string_view rule, const std::array<Edit, size>& edits) {
    const Edit& edit = maker.dice.of(edits);
    const std::size_t at = text.find(edit.from);
    if (at == std::string::npos) throw std::invalid_argument("not in the clean file: " + std::string(edit.from));
    text.replace(at, edit.from.size(), edit.to);
    mutant.scenario.file = std::move(text);
    mutant.deserved.push_back({rule, anywhere, edit.level, anywhere});
    if (!edit.warned.empty()) mutant.deserved.push_back({edit.warned, anywhere, "warning", anywhere});
    return true;
}

/// The clean claim as rows.
constexpr const char* clean_rows =
    "claim_id,payer_class,billing_npi,rendering_npi,member_id,birth_date,sex,pos,dx1,dos,code,mod1,units,charge,pointers\n"
    "A-1,medicare_b,1234567893,1234567893,1EG4TE5MK73,1964-02-01,F,11,M54.50,2026-09-15,99213,25,1,120.00,A\n"
    "A-1,medicare_b,1234567893,1234567893,1EG4TE5MK73,1964-02-01,F,11,M54.50,2026-09-15,96372,,1,40.00,A\n"
    "A-1,medicare_b,1234567893,1234567893,1EG4TE5MK73,1964-02-01,F,11,M54.50,2026-09-15,J1885,JZ,4,12.00,A\n";

bool unknown_headers(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, clean_rows, "SRC001",
                  std::array{Edit{",code,", ",what was done,"}, Edit{",dos,", ",seen,"}});
}

bool damaged_cells(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, clean_rows, "SRC002",
                  std::array{Edit{",96372,", ",9.6372E4,", "warning"}, Edit{",99213,25,", ",99213,25.0,", "warning"},
                             Edit{"2026-09-15,96372", "46280,96372", "warning"},
                             Edit{"F,11,M54.50,2026-09-15,J1885", "F,11,M54.50,15/09/2026,J1885"}});
}

bool no_codes(Maker& maker, Mutant& mutant) {
    const auto clean = as_fhir_claim(fit_for_fhir(parse_json(rulebook::clean_claim)));
    if (!clean) throw std::invalid_argument("FHIR has no place for the clean claim");
    return edited(maker, mutant, *clean, "SRC004",
                  std::array{Edit{R"("item":)", R"("was_item":)", "error", "SRC004"}, Edit{R"("code":"professional")", R"("code":"pharmacy")"},
                             Edit{R"("code":"professional")", R"("code":"oral")"}});
}

bool too_deep(Maker& maker, Mutant& mutant) {
    const auto depth = static_cast<std::size_t>(maker.dice.between(70, 400));
    mutant.scenario.file = std::string(depth, '[') + std::string(depth, ']');
    mutant.deserved.push_back({"SRC005", anywhere, "error", anywhere});
    return true;
}

bool unknown_bill(Maker& maker, Mutant& mutant) {
    std::string hospital(rulebook::clean_claim);
    for (const auto& [from, to] : {std::pair{"professional", "institutional"}, {R"("pos": "11")", R"("bill_type": "0131")"}})
        hospital.replace(hospital.find(from), std::string_view(from).size(), to);
    return edited(maker, mutant, hospital, "POS009",
                  std::array{Edit{"0131", "", "warning"}, Edit{"0131", "01X1", "warning"}});
}

constexpr std::array mutations{
    Mutation{"SRC001", "a column under a name of its own", unknown_headers, week_after},
    Mutation{"SRC002", "a cell that a spreadsheet has damaged", damaged_cells, week_after},
    Mutation{"SRC004", "FHIR without procedure codes", no_codes, week_after},
    Mutation{"SRC005", "brackets in brackets", too_deep, week_after},
    Mutation{"POS009", "an institution's claim without a type of bill", unknown_bill, week_after},
};

}   // namespace

std::span<const Mutation> mutations_of_sources() { return mutations; }

}   // namespace deltoid::test::precision

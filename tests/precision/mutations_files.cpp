// SPDX-License-Identifier: Apache-2.0
// Defects of an 837P as a file: envelope, separators, order, encoding. The claim inside is clean.
#include <algorithm>
#include <array>
#include <stdexcept>

#include "precision/mutation.hpp"
#include "rules/x12/examples.hpp"

namespace deltoid::test::precision {
namespace {

constexpr Day week_after = Day::of(2026, 9, 20);   // of the services in the clean file

struct Edit {
    std::string_view from, to;
};

/// The clean file with one of the edits, each of which deserves the rule and nothing else.
template <std::size_t size>
bool edited(Maker& maker, Mutant& mutant, std::string_view rule, const std::array<Edit, size>& edits,
            std::string_view level = "warning") {
    const Edit& edit = maker.dice.of(edits);
    std::string& file = mutant.scenario.file;
    file = rulebook::x12::clean;
    const std::size_t at = file.find(edit.from);
    if (at == std::string::npos) throw std::invalid_argument("not in the clean file: " + std::string(edit.from));
    file.replace(at, edit.from.size(), edit.to);
    mutant.deserved.push_back({rule, anywhere, level, anywhere});
    return true;
}

bool wrong_counts(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, "X12001",
                  std::array{Edit{"SE*32*", "SE*33*"}, Edit{"SE*32*0001", "SE*32*0007"}, Edit{"GE*1*101", "GE*2*101"},
                             Edit{"GE*1*101", "GE*1*102"}, Edit{"IEA*1*000000101", "IEA*3*000000101"},
                             Edit{"IEA*1*000000101", "IEA*1*000000102"}});
}

bool wrong_widths(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, "X12002",
                  std::array{Edit{"*CLINIC         *", "*CLINIC*"}, Edit{"*PAYER          *", "*PAYER        *"},
                             Edit{"*000000101*0*P", "*101*0*P"}});
}

bool wrong_ends(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, "X12003",
                  std::array{Edit{"IEA*1*000000101~\n", "IEA*1*000000101"}, Edit{"DOE*JANE", "DO\nE*JANE"},
                             Edit{"N3*2 MAIN ST", "N3*2 MAIN\r\n ST"}});
}

bool cut_off(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, "X12004",
                  std::array{Edit{"IEA*1*000000101~\n", ""}, Edit{"GE*1*101~\nIEA*1*000000101~\n", ""},
                             Edit{"SE*32*0001~\nGE*1*101~\nIEA*1*000000101~\n", ""}});
}

bool two_versions(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, "X12005", std::array{Edit{"101*X*005010X222A1", "101*X*005010X223A2"}});
}

bool other_transaction(Maker& maker, Mutant& mutant) {
    constexpr std::array<std::string_view, 3> others{
        "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260916*0800*^*00501*000000101*0*P*:~\n"
        "GS*HP*PAYER*CLINIC*20260916*0800*101*X*005010X221A1~\nST*835*0001*005010X221A1~\nBPR*I*0*C*NON************20260916~\n"
        "TRN*1*12345*1512345678~\nSE*4*0001~\nGE*1*101~\nIEA*1*000000101~\n",
        "%PDF-1.7\n", "a letter to the payer\n"};
    mutant.scenario.file = maker.dice.of(others);
    mutant.deserved.push_back({"X12006", anywhere, "error", anywhere});
    return true;
}

bool shapeless_element(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, "X12007",
                  std::array{Edit{"CLM*A-1*172*", "CLM*A-1*$172*"}, Edit{"SV1*HC:99213:25*120*UN*1", "SV1*HC:99213:25*120*UN*ONE"},
                             Edit{"HC:99213:25*", "HC:99213:25:GC:LT:RT:59*"}});
}

/// SE01 as the file now has it, so that the defect stays a single one.
void count_segments(std::string& file) {
    const std::size_t first = file.find("ST*837"), last = file.find("SE*");
    const auto segments = std::count(file.begin() + static_cast<std::ptrdiff_t>(first), file.begin() + static_cast<std::ptrdiff_t>(last), '~');
    file.replace(last, std::string_view("SE*32").size(), "SE*" + std::to_string(segments + 1));
}

bool out_of_order(Maker& maker, Mutant& mutant) {
    edited(maker, mutant, "X12008",
                  std::array{Edit{"HI*ABK:M5450~\n", "HI*ABK:M5450~\nZZZ*1~\n"},
                             Edit{"LX*1~\n", "NM1*82*1*POE*PAUL****XX*1234567893~\nLX*1~\n"}, Edit{"LX*2~\n", ""}});
    count_segments(mutant.scenario.file);
    return true;
}

bool other_encoding(Maker& maker, Mutant& mutant) {
    return edited(maker, mutant, "X12009", std::array{Edit{"DOE*JANE", "DO\xCB*JANE"}, Edit{"DOE*JANE", "DO\x01*JANE"}});
}

constexpr std::array mutations{
    Mutation{"X12001", "a count or number that differs", wrong_counts, week_after},
    Mutation{"X12002", "an ISA element of another width", wrong_widths, week_after},
    Mutation{"X12003", "a line break inside a segment, or no terminator", wrong_ends, week_after},
    Mutation{"X12004", "a file cut off", cut_off, week_after},
    Mutation{"X12005", "two versions in one file", two_versions, week_after},
    Mutation{"X12006", "no claim file", other_transaction, week_after},
    Mutation{"X12007", "an element out of shape", shapeless_element, week_after},
    Mutation{"X12008", "a segment out of place", out_of_order, week_after},
    Mutation{"X12009", "another encoding", other_encoding, week_after},
};

}   // namespace

std::span<const Mutation> mutations_of_files() { return mutations; }

}   // namespace deltoid::test::precision

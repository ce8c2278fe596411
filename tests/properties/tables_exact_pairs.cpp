// SPDX-License-Identifier: Apache-2.0
// The ranges of the edit packs against the exact pairs of the official edition, when those lie beside the project.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::table_tests;

namespace {

using Cells = std::vector<std::string>;

/// The rows of a plain CSV beside the project, without its header; empty when it is not there.
std::vector<Cells> shared_rows(const std::string& file) {
    std::ifstream input(DELTOID_SOURCE_DIR "/../shared/data/" + file);
    std::vector<Cells> rows;
    std::string line;
    std::getline(input, line);
    while (std::getline(input, line)) {
        Cells& cells = rows.emplace_back();
        std::istringstream rest(line);
        for (std::string cell; std::getline(rest, cell, ',');) cells.push_back(cell);
    }
    return rows;
}

struct Verdict {
    int column = 0;
    int indicator = 0;
    auto operator<=>(const Verdict&) const = default;
};

/// The other code of each pair, and which column it stands in.
std::map<std::string, Verdict> pairs(const std::string& file) {
    std::map<std::string, Verdict> result;
    for (const Cells& row : shared_rows(file)) {
        const bool other_first = row[1] == "96372";
        result[other_first ? row[0] : row[1]] = {other_first ? 1 : 2, std::stoi(row[2])};
    }
    return result;
}

using Question = Answer<EditRow> (Tables::*)(Code, Day) const;

std::size_t wrong_pairs(const std::map<std::string, Verdict>& pairs, Question ask, Day day) {
    std::size_t wrong = 0;
    for (const auto& [code, verdict] : pairs) {
        const auto answer = (*Tables::built_in().*ask)(Code(code), day);
        const bool right = answer && answer.row->column == verdict.column && answer.row->indicator == verdict.indicator;
        if (!right) UNSCOPED_INFO("pair " << code);
        wrong += right ? 0 : 1;
    }
    return wrong;
}

std::size_t invented_pairs(const std::set<std::string>& codes, const std::map<std::string, Verdict>& pairs, Question ask,
                           Day day) {
    std::size_t invented = 0;
    for (const std::string& code : codes) {
        if (pairs.contains(code)) continue;
        const auto answer = (*Tables::built_in().*ask)(Code(code), day);
        if (answer && answer.row->bundles()) {
            UNSCOPED_INFO("no pair " << code);
            ++invented;
        }
    }
    return invented;
}

/// Codes that exist: those with a Medicaid limit, and every code of the tables' own spans of Level II.
std::set<std::string> codes_that_exist() {
    std::set<std::string> codes;
    for (const Cells& row : shared_rows("mue_medicaid_2026q1.csv")) codes.insert(row[0]);
    for (const char letter : {'C', 'G', 'J', 'M', 'P', 'Q', 'S'})
        for (int number = 0; number < 10'000; ++number) {
            std::string digits = std::to_string(number);
            codes.insert(letter + std::string(4 - digits.size(), '0') + digits);
        }
    return codes;
}

}  // namespace

TEST_CASE("every official pair is answered alike, and no other code is given one") {
    struct Table {
        std::string file;
        Question ask;
        std::size_t pairs;
    };
    const std::vector<Table> tables{{"ncci_ptp_practitioner_96372_2024q3.csv", &Tables::edit_with_injection, 6553},
                                    {"ncci_ptp_outpatient_96372_2024q3.csv", &Tables::edit_with_injection_outpatient, 6529}};
    const auto codes = codes_that_exist();
    for (const Table& table : tables) {
        INFO(table.file);
        const auto official = pairs(table.file);
        if (official.empty()) SKIP("the official pairs do not lie beside the project (../shared/data)");
        CHECK(official.size() == table.pairs);
        for (const char* day : {"2024-07-01", "2024-09-30"}) {
            CHECK(wrong_pairs(official, table.ask, on(day)) == 0);
            CHECK(invented_pairs(codes, official, table.ask, on(day)) == 0);
        }
        // Carried forward the verdicts stay the same.
        CHECK(wrong_pairs(official, table.ask, on("2026-11-21")) == 0);
        CHECK(invented_pairs(codes, official, table.ask, on("2026-11-21")) == 0);
    }
}

TEST_CASE("unit limits agree with the official values") {
    const auto rows = shared_rows("mue_medicaid_2026q1.csv");
    if (rows.empty()) SKIP("the official limits do not lie beside the project (../shared/data)");
    std::size_t found = 0;
    for (const Cells& row : rows) {
        const auto answer = Tables::built_in()->unit_limit_medicaid(Code(row[0]), on("2026-01-01"));
        if (!answer) continue;
        ++found;
        INFO(row[0]);
        CHECK(answer.row->units == std::stoi(row[1]));
    }
    CHECK(found > 1500);
}

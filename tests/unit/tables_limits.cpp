// SPDX-License-Identifier: Apache-2.0
// Unit limits and places of service in the built-in packs, at the edges of their editions.
#include <array>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::literals;
using namespace deltoid::table_tests;

namespace {

/// "4/3 2024Q3", with "carried" behind it; or whether a missing row is a word.
std::string limit(const Answer<UnitLimitRow>& answer) {
    if (!answer) return answer.covered ? "none" : "not covered";
    return std::to_string(answer.row->units) + "/" + std::to_string(answer.row->adjudication) + " " +
           Tables::built_in()->edition(answer.row->edition).name + (answer.carried_forward ? " carried" : "");
}

std::string medicare(Code code, const char* day) {
    return limit(Tables::built_in()->unit_limit_medicare(code, on(day)));
}

std::string place(std::string_view code, const char* day) {
    const auto answer = Tables::built_in()->place(code, on(day));
    if (!answer) return answer.covered ? "no place" : "not covered";
    constexpr std::array names{"office", "facility", "some", "telehealth", "encounter", "unassigned"};
    return names[static_cast<std::size_t>(answer.row->place_class)];
}

}  // namespace

TEST_CASE("a limit says nothing before its edition and carries forward behind it") {
    CHECK(medicare("96372"_code, "2024-06-30") == "not covered");
    CHECK(medicare("96372"_code, "2024-07-01") == "4/3 2024Q3");
    CHECK(medicare("96372"_code, "2024-09-30") == "4/3 2024Q3");
    CHECK(medicare("96372"_code, "2024-10-01") == "4/3 2024Q3 carried");
    CHECK(medicare("96372"_code, "2026-06-30") == "4/3 2024Q3 carried");
    CHECK(medicare("96372"_code, "2026-07-01") == "4/3 2026Q3");
    CHECK(medicare("96372"_code, "2026-10-01") == "4/3 2026Q4");
    CHECK(medicare("96372"_code, "2026-12-31") == "4/3 2026Q4");
    CHECK(medicare("96372"_code, "2027-01-01") == "4/3 2026Q4 carried");
}

TEST_CASE("limits of drugs, of a setting that does not pay, and of codes without one") {
    CHECK(medicare("J3420"_code, "2024-08-01") == "1/3 2024Q3");
    CHECK(medicare("J0897"_code, "2026-11-21") == "120/3 2024Q3 carried");
    CHECK(medicare("96376"_code, "2024-08-01") == "0/3 2024Q3");
    CHECK(medicare("G0008"_code, "2026-11-21") == "1/2 2026Q4");
    CHECK(medicare("J0561"_code, "2024-06-30") == "not covered");
    CHECK(medicare("99999"_code, "2024-08-01") == "not covered");   // only a part of the table is built in
    CHECK(medicare("96372"_code, "0000-00-00") == "not covered");
}

TEST_CASE("the hospital's limits and Medicaid's are their own") {
    const auto tables = Tables::built_in();
    CHECK(limit(tables->unit_limit_outpatient("96372"_code, on("2024-06-30"))) == "not covered");
    CHECK(limit(tables->unit_limit_outpatient("96372"_code, on("2024-07-01"))) == "5/3 2024Q3");
    CHECK(limit(tables->unit_limit_medicaid("96372"_code, on("2025-12-31"))) == "not covered");
    CHECK(limit(tables->unit_limit_medicaid("96372"_code, on("2026-01-01"))) == "4/0 2026Q1");
    CHECK(limit(tables->unit_limit_medicaid("96372"_code, on("2026-03-31"))) == "4/0 2026Q1");
    CHECK(limit(tables->unit_limit_medicaid("96372"_code, on("2026-04-01"))) == "4/0 2026Q1 carried");
    CHECK(limit(tables->unit_limit_medicaid("J3425"_code, on("2026-01-01"))) == "20/0 2026Q1");
}

TEST_CASE("places: the classes of the rulebook") {
    for (const char* code : {"06", "08", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53",
                             "56", "61"}) {
        INFO(code);
        CHECK(place(code, "2026-09-15") == "facility");
    }
    for (const char* code : {"25", "32", "54", "62", "65"}) CHECK(place(code, "2026-09-15") == "some");
    for (const char* code : {"02", "10"}) CHECK(place(code, "2026-09-15") == "telehealth");
    for (const char* code : {"50", "72"}) CHECK(place(code, "2026-09-15") == "encounter");
    for (const char* code : {"11", "12", "17", "20", "27", "49", "60", "66", "71", "81", "99"})
        CHECK(place(code, "2026-09-15") == "office");
    for (const char* code : {"28", "30", "35", "40", "43", "48", "59", "63", "64", "67", "70", "73", "80", "82", "98"})
        CHECK(place(code, "2026-09-15") == "unassigned");
}

TEST_CASE("places that began: 58, 10 and 27") {
    CHECK(place("58", "2019-12-31") == "unassigned");
    CHECK(place("58", "2020-01-01") == "office");
    CHECK(place("10", "2021-12-31") == "unassigned");
    CHECK(place("10", "2022-01-01") == "telehealth");
    CHECK(place("27", "2023-09-30") == "unassigned");
    CHECK(place("27", "2023-10-01") == "office");
    CHECK(place("11", "1999-01-01") == "office");
}

TEST_CASE("what is no place") {
    CHECK(place("00", "2026-09-15") == "no place");
    CHECK(place("", "2026-09-15") == "no place");
    CHECK(place("1", "2026-09-15") == "no place");
    CHECK(place("111", "2026-09-15") == "no place");
    CHECK(place("1A", "2026-09-15") == "no place");
    CHECK(place(" 11 ", "2026-09-15") == "office");
    CHECK(place("11", "") == "not covered");
}

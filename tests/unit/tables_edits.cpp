// SPDX-License-Identifier: Apache-2.0
// The edits of 96372 in the built-in packs, at every edge of every window.
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::literals;
using namespace deltoid::table_tests;

namespace {

/// "2 1 2026Q4" (column, indicator, edition), with "carried" behind it; "no edit" and "not covered" without a row.
std::string verdict(const Answer<EditRow>& answer) {
    if (!answer) return answer.covered ? "no edit" : "not covered";
    const EditRow& row = *answer.row;
    return std::to_string(row.column) + " " + std::to_string(row.indicator) + " " +
           Tables::built_in()->edition(row.edition).name + (answer.carried_forward ? " carried" : "");
}

std::string office(Code code, const char* day) {
    return verdict(Tables::built_in()->edit_with_injection(code, on(day)));
}

std::string hospital(Code code, const char* day) {
    return verdict(Tables::built_in()->edit_with_injection_outpatient(code, on(day)));
}

}  // namespace

TEST_CASE("visits: in force from 2009, but not from January to September 2020") {
    CHECK(office("99213"_code, "2008-12-31") == "not covered");
    CHECK(office("99213"_code, "2009-01-01") == "2 1 2026Q3");
    CHECK(office("99213"_code, "2019-12-31") == "2 1 2026Q3");
    CHECK(office("99213"_code, "2020-01-01") == "no edit");
    CHECK(office("99213"_code, "2020-09-30") == "no edit");
    CHECK(office("99213"_code, "2020-10-01") == "2 1 2026Q3");
    CHECK(office("99211"_code, "2019-12-31") == "2 0 2026Q3");
    CHECK(office("99211"_code, "2020-01-01") == "no edit");
    CHECK(office("99211"_code, "2020-09-30") == "no edit");
    CHECK(office("99211"_code, "2020-10-01") == "2 0 2026Q3");
}

TEST_CASE("an edition in force on the day answers before those that only remember it") {
    CHECK(office("99213"_code, "2024-06-30") == "2 1 2026Q3");
    CHECK(office("99213"_code, "2024-07-01") == "2 1 2024Q3");
    CHECK(office("99213"_code, "2024-09-30") == "2 1 2024Q3");
    CHECK(office("99213"_code, "2024-10-01") == "2 1 2026Q3");   // its own dates say so: better than carried forward
    CHECK(office("99213"_code, "2026-06-30") == "2 1 2026Q3");
    CHECK(office("99213"_code, "2026-07-01") == "2 1 2026Q3");
    CHECK(office("99213"_code, "2026-09-30") == "2 1 2026Q3");
    CHECK(office("99213"_code, "2026-10-01") == "2 1 2026Q4");
    CHECK(office("99213"_code, "2026-12-31") == "2 1 2026Q4");
    CHECK(office("99213"_code, "2027-01-01") == "2 1 2026Q4 carried");
}

TEST_CASE("an edit read in one edition only says nothing before it and carries forward") {
    CHECK(office("11900"_code, "2024-06-30") == "not covered");
    CHECK(office("11900"_code, "2024-07-01") == "1 1 2024Q3");
    CHECK(office("11900"_code, "2024-09-30") == "1 1 2024Q3");
    CHECK(office("11900"_code, "2024-10-01") == "1 1 2024Q3 carried");
    CHECK(office("11900"_code, "2026-11-21") == "1 1 2024Q3 carried");
}

TEST_CASE("a missing edit is none while a complete edition is in force, and unknown elsewhere") {
    CHECK(office("99396"_code, "2024-06-30") == "not covered");
    CHECK(office("99396"_code, "2024-07-01") == "no edit");
    CHECK(office("99396"_code, "2024-09-30") == "no edit");
    CHECK(office("99396"_code, "2024-10-01") == "not covered");
    CHECK(office("99396"_code, "2026-11-21") == "not covered");
}

TEST_CASE("a code that was looked up and not found has no edit, in that edition alone") {
    CHECK(office("36415"_code, "2024-09-30") == "no edit");
    CHECK(office("36415"_code, "2024-10-01") == "not covered");
    CHECK(office("36415"_code, "2026-06-30") == "not covered");
    CHECK(office("36415"_code, "2026-07-01") == "1 9 2026Q3");
    CHECK(office("36415"_code, "2026-10-01") == "1 9 2026Q4");
    CHECK(office("36415"_code, "2026-12-31") == "1 9 2026Q4");
    CHECK(office("36415"_code, "2027-01-01") == "not covered");
    CHECK_FALSE(Tables::built_in()->edit_with_injection("36415"_code, on("2026-07-01")).row->bundles());
    CHECK(Tables::built_in()->edit_with_injection("99213"_code, on("2026-07-01")).row->bundles());
}

TEST_CASE("99201 ended with 2020") {
    CHECK(office("99201"_code, "2020-12-31") == "2 1 2026Q3");
    CHECK(office("99201"_code, "2021-01-01") == "no edit");
    CHECK(office("99201"_code, "2024-07-01") == "no edit");
    CHECK(office("99201"_code, "2026-11-21") == "no edit");
}

TEST_CASE("edits that began later than 2009") {
    CHECK(office("20611"_code, "2014-12-31") == "not covered");
    CHECK(office("20611"_code, "2015-01-01") == "1 1 2026Q3");
    CHECK(office("62323"_code, "2016-12-31") == "not covered");
    CHECK(office("62323"_code, "2017-01-01") == "1 1 2026Q3");
}

TEST_CASE("which of the two denies, and whether a modifier helps") {
    CHECK(office("96523"_code, "2024-08-01") == "2 0 2024Q3");
    CHECK(office("99358"_code, "2024-08-01") == "2 1 2024Q3");
    CHECK(office("G0463"_code, "2024-08-01") == "2 1 2024Q3");
    CHECK(office("00100"_code, "2024-08-01") == "1 0 2024Q3");
    CHECK(office("99231"_code, "2024-08-01") == "1 0 2024Q3");
    CHECK(office("95115"_code, "2024-08-01") == "1 1 2024Q3");
    CHECK(office("0232T"_code, "2024-08-01") == "no edit");
    CHECK(office("C9399"_code, "2024-08-01") == "no edit");   // a drug code among procedures: no range may span it
    CHECK(office("96372"_code, "2024-08-01") == "no edit");
}

TEST_CASE("the hospital's table is another one") {
    CHECK(hospital("99211"_code, "2024-08-01") == "2 1 2024Q3");
    CHECK(hospital("99283"_code, "2024-08-01") == "no edit");
    CHECK(hospital("00100"_code, "2024-08-01") == "1 1 2024Q3");
    CHECK(hospital("96523"_code, "2024-08-01") == "2 0 2024Q3");
    CHECK(hospital("99211"_code, "2024-06-30") == "not covered");
    CHECK(hospital("99211"_code, "2026-11-21") == "2 1 2024Q3 carried");
}

TEST_CASE("an unknown day or code is not covered") {
    const auto tables = Tables::built_in();
    CHECK(verdict(tables->edit_with_injection("99213"_code, Day::none())) == "not covered");
    CHECK(verdict(tables->edit_with_injection("99213"_code, Day::open())) == "not covered");
    CHECK(verdict(tables->edit_with_injection(Code(), on("2026-10-01"))) == "not covered");
}

TEST_CASE("a range does not answer for a code that is newer than its edition") {
    const PackOf edits{.table = "ncci-ptp-practitioner", .edition = "old", .from = "2024-01-01", .to = "2024-03-31",
                       .complete = "yes"};
    const PackOf codes{.table = "hcpcs-codes", .edition = "new"};
    const Tables tables = tables_of({
        edits.with("first\tlast\tfrom\tto\tcolumn\tindicator\nG0100\tG0200\t2024-01-01\t\t1\t1\n"),
        codes.with("code\tfrom\tto\nG0150\t2024-03-31\t\nG0160\t2024-04-01\t\nG0200\t2026-01-01\t\n")});
    CHECK(tables.edit_with_injection("G0140"_code, on("2026-01-01")));
    CHECK(tables.edit_with_injection("G0150"_code, on("2026-01-01")));
    CHECK_FALSE(tables.edit_with_injection("G0160"_code, on("2026-01-01")));
    CHECK_FALSE(tables.edit_with_injection("G0160"_code, on("2026-01-01")).covered);
    CHECK_FALSE(tables.edit_with_injection("G0200"_code, on("2026-01-01")));
}

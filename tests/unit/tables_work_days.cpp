// SPDX-License-Identifier: Apache-2.0
// Federal holidays against the calendars that the Office of Personnel Management published.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "tables/work_days.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::table_tests;

namespace {

/// The weekdays of a year that are no work days, as "MM-DD".
std::vector<std::string> holidays(int year) {
    std::vector<std::string> result;
    for (Day day = Day::of(year, 1, 1); day <= Day::of(year, 12, 31); day = after(day))
        if (weekday(day) < 5 && !is_federal_work_day(day)) result.push_back(packs::text_of(day).substr(5));
    return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the holidays of the years that filing limits meet") {
    CHECK(holidays(2020) == Texts{"01-01", "01-20", "02-17", "05-25", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"});
    // 2021-06-18: the first Juneteenth. 2021-12-31: New Year's Day of 2022, a Saturday.
    CHECK(holidays(2021) == Texts{"01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25",
                                  "12-24", "12-31"});
    CHECK(holidays(2022) == Texts{"01-17", "02-21", "05-30", "06-20", "07-04", "09-05", "10-10", "11-11", "11-24", "12-26"});
    CHECK(holidays(2023) == Texts{"01-02", "01-16", "02-20", "05-29", "06-19", "07-04", "09-04", "10-09", "11-10", "11-23",
                                  "12-25"});
    CHECK(holidays(2024) == Texts{"01-01", "01-15", "02-19", "05-27", "06-19", "07-04", "09-02", "10-14", "11-11", "11-28",
                                  "12-25"});
    CHECK(holidays(2025) == Texts{"01-01", "01-20", "02-17", "05-26", "06-19", "07-04", "09-01", "10-13", "11-11", "11-27",
                                  "12-25"});
    CHECK(holidays(2026) == Texts{"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26",
                                  "12-25"});
    CHECK(holidays(2027) == Texts{"01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25",
                                  "12-24", "12-31"});
}

TEST_CASE("weekends are no work days, nor is an unknown day") {
    CHECK_FALSE(is_federal_work_day(on("2026-11-21")));   // Saturday
    CHECK_FALSE(is_federal_work_day(on("2026-11-22")));
    CHECK(is_federal_work_day(on("2026-11-23")));
    CHECK_FALSE(is_federal_work_day(Day::none()));
    CHECK_FALSE(is_federal_work_day(Day::open()));
    CHECK(Tables::built_in()->is_work_day(on("2026-11-23")));
    CHECK_FALSE(Tables::built_in()->is_work_day(on("2026-11-26")));
}

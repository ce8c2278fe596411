// SPDX-License-Identifier: Apache-2.0
// The holidays of 5 U.S.C. 6103(a) and the days on which they are observed, 6103(b) and Executive Order 11582.
#include "tables/work_days.hpp"

#include <array>

namespace deltoid {
namespace {

constexpr int monday = 0;
constexpr int thursday = 3;
constexpr int saturday = 5;
constexpr int sunday = 6;

/// A holiday of a fixed date, from the year in which it was first kept.
struct FixedHoliday {
    int month, day, since;
};
constexpr std::array<FixedHoliday, 5> fixed_holidays{{
    {1, 1, 1870},
    {6, 19, 2021},   // Juneteenth: Public Law 117-17 of 2021-06-17
    {7, 4, 1870},
    {11, 11, 1978},  // back from October in 1978: Public Law 94-97
    {12, 25, 1870},
}};

/// A holiday of a weekday within a month: the second Monday, or counted from the end.
struct MovingHoliday {
    int month, weekday, nth;   ///< nth -1: the last
    int since;
};
constexpr std::array<MovingHoliday, 6> moving_holidays{{
    {1, monday, 3, 1986},     // Martin Luther King
    {2, monday, 3, 1971},     // Washington
    {5, monday, -1, 1971},    // Memorial Day
    {9, monday, 1, 1894},     // Labor Day
    {10, monday, 2, 1971},    // Columbus
    {11, thursday, 4, 1942},  // Thanksgiving
}};

bool is_date(Day day, const FixedHoliday& holiday) {
    const YearMonthDay date = civil(day);
    return date.month == holiday.month && date.day == holiday.day && date.year >= holiday.since;
}

bool is_fixed_holiday_observed(Day day, const FixedHoliday& holiday) {
    const int today = weekday(day);
    if (today == saturday - 1 && is_date({day.number + 1}, holiday)) return true;
    if (today == monday && is_date({day.number - 1}, holiday)) return true;
    return is_date(day, holiday);
}

bool is_moving_holiday(Day day, const MovingHoliday& holiday) {
    const YearMonthDay date = civil(day);
    if (date.month != holiday.month || date.year < holiday.since || weekday(day) != holiday.weekday) return false;
    if (holiday.nth < 0) return date.day + 7 > days_in_month(date.year, date.month);
    return (date.day - 1) / 7 + 1 == holiday.nth;
}

}  // namespace

bool is_federal_holiday(Day day) {
    if (!day.known()) return false;
    for (const FixedHoliday& holiday : fixed_holidays)
        if (is_fixed_holiday_observed(day, holiday)) return true;
    for (const MovingHoliday& holiday : moving_holidays)
        if (is_moving_holiday(day, holiday)) return true;
    return false;
}

bool is_federal_work_day(Day day) {
    return day.known() && weekday(day) != saturday && weekday(day) != sunday && !is_federal_holiday(day);
}

}  // namespace deltoid

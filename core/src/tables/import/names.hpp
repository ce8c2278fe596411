// SPDX-License-Identifier: Apache-2.0
// What the names and titles of published files tell: quarter, version, part and setting. The contents say none of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "deltoid/values.hpp"

namespace deltoid::packs {

/// A quarter of a calendar year; the editions of most tables.
struct Quarter {
    int year = 0;
    int quarter = 0;   ///< 1-4

    constexpr bool operator==(const Quarter&) const = default;
    [[nodiscard]] Day first_day() const { return Day::of(year, quarter * 3 - 2, 1); }
    [[nodiscard]] Day last_day() const { return Day::of(year, quarter * 3, days_in_month(year, quarter * 3)); }
    /// "2026Q4"
    [[nodiscard]] std::string name() const { return std::to_string(year) + "Q" + std::to_string(quarter); }
};

/// In lower case, every run of blanks, line ends and underscores one blank, none at the ends.
[[nodiscard]] std::string plain_words(std::string_view text);

/// Behind the last slash: the file without its folder or archive.
[[nodiscard]] std::string_view last_part(std::string_view name);

// Of a text in plain words.

/// "v323r0": NCCI's version 32.3. The versions of 2024 are 30.0 to 30.3, and so on.
[[nodiscard]] std::optional<Quarter> quarter_of_version(std::string_view words);
/// "10-01-2026", the first day of a quarter.
[[nodiscard]] std::optional<Quarter> quarter_of_day(std::string_view words);
/// "july 2026", "jul 2026", "2026 jul", "2026 ... july": of the first month that is named and the year beside it.
[[nodiscard]] std::optional<Quarter> quarter_of_month(std::string_view words);
/// The first number from 2000 to 2099.
[[nodiscard]] std::optional<int> year_of(std::string_view words);
/// "-f3": the third part of an edition; 0 when there is none.
[[nodiscard]] int part_of(std::string_view words);

}   // namespace deltoid::packs

// SPDX-License-Identifier: Apache-2.0
// Reading names and titles of published files.
#include "tables/import/names.hpp"

#include <array>

namespace deltoid::packs {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// The number of `size` digits at `at`; -1 when there are not so many, or more stand beside them.
int number_at(std::string_view text, std::size_t at, std::size_t size) {
    if (at + size > text.size() || (at > 0 && is_digit(text[at - 1]))) return -1;
    if (at + size < text.size() && is_digit(text[at + size])) return -1;
    int number = 0;
    for (const char c : text.substr(at, size)) {
        if (!is_digit(c)) return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

}   // namespace

std::string plain_words(std::string_view text) {
    std::string words;
    for (const char c : text) {
        const bool blank = detail::is_blank(c) || c == '_';
        if (blank && (words.empty() || words.back() == ' ')) continue;
        words += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    if (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('/') + 1); }   // npos + 1 is 0

std::optional<Quarter> quarter_of_version(std::string_view words) {
    constexpr int first_year = 1994;   // version 30.2 was in force from July 2024 (fact book P7)
    for (std::size_t at = words.find('v'); at != std::string_view::npos; at = words.find('v', at + 1)) {
        const int number = number_at(words, at + 1, 3);
        if (number < 0 || at + 4 >= words.size() || words[at + 4] != 'r' || number % 10 > 3) continue;
        return Quarter{first_year + number / 10, number % 10 + 1};
    }
    return std::nullopt;
}

std::optional<Quarter> quarter_of_day(std::string_view words) {
    for (std::size_t at = 0; at + 10 <= words.size(); ++at) {
        const int month = number_at(words, at, 2), day = number_at(words, at + 3, 2),
                  year = number_at(words, at + 6, 4);
        const auto parted = [&](std::size_t i) { return words[i] == '-' || words[i] == '/' || words[i] == ' '; };
        if (year < 2000 || day != 1 || month % 3 != 1 || month > 12 || !parted(at + 2) || !parted(at + 5)) continue;
        return Quarter{year, month / 3 + 1};
    }
    return std::nullopt;
}

std::optional<int> year_of(std::string_view words) {
    for (std::size_t at = 0; at < words.size(); ++at)
        if (const int year = number_at(words, at, 4); year >= 2000 && year < 2100) return year;
    return std::nullopt;
}

std::optional<Quarter> quarter_of_month(std::string_view words) {
    constexpr std::array<std::string_view, 4> months{"jan", "apr", "jul", "oct"};
    std::size_t first = std::string_view::npos;
    int quarter = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        std::size_t at = words.find(months[i]);
        while (at != std::string_view::npos && at > 0 && is_letter(words[at - 1])) at = words.find(months[i], at + 1);
        if (at >= first) continue;
        first = at;
        quarter = static_cast<int>(i) + 1;
    }
    if (quarter == 0) return std::nullopt;
    // A name may hold a second year, that of the day on which it was published: the one behind the month goes first.
    std::size_t behind = first + 3;
    while (behind < words.size() && is_letter(words[behind])) ++behind;
    const std::string_view rest = words.substr(behind);
    std::optional<int> year = year_of(rest.substr(0, 6));
    if (!year) year = year_of(words);
    if (!year) {   // "pprrvu25 jan"
        const int two = first >= 3 ? number_at(words, first - 3, 2) : -1;
        if (two > 0) year = 2000 + two;
    }
    return year ? std::optional(Quarter{*year, quarter}) : std::nullopt;
}

int part_of(std::string_view words) {
    for (std::size_t at = words.find("-f"); at != std::string_view::npos; at = words.find("-f", at + 1))
        if (const int part = number_at(words, at + 2, 1); part > 0) return part;
    return 0;
}

}   // namespace deltoid::packs

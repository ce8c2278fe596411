// SPDX-License-Identifier: Apache-2.0
// The small values of a claim: days, money, quantities and codes, as integers. No floating point, no locale.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <string_view>

namespace deltoid {

/// A text of the program's own, as one word of the machine: rules pass hundreds of them, and a view is two words that
/// WebAssembly hands over through memory.
struct Literal {
    const char* text = "";

    constexpr Literal() = default;
    constexpr Literal(const char* literal) : text(literal) {}   // not explicit: rules write "N706"
    constexpr operator std::string_view() const { return text; }
    [[nodiscard]] constexpr bool empty() const { return *text == '\0'; }
};

/// A calendar day of the Gregorian calendar: days since 1970-01-01.
struct Day {
    std::int32_t number = std::numeric_limits<std::int32_t>::min();

    static constexpr Day none() { return {}; }
    /// Later than every day: the end of a row that has not ended.
    static constexpr Day open() { return {std::numeric_limits<std::int32_t>::max()}; }
    /// Month 1-12, day 1-31; none() when there is no such day.
    static constexpr Day of(int year, int month, int day);

    [[nodiscard]] constexpr bool known() const { return *this != none() && *this != open(); }
    constexpr auto operator<=>(const Day&) const = default;
};

struct YearMonthDay {
    int year;
    int month;
    int day;
};

constexpr bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

constexpr int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// Both conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain).
constexpr Day Day::of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return none();
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {era * 146097 + day_of_era - 719468};
}

constexpr YearMonthDay civil(Day day) {
    const int z = day.number + 719468;
    const int era = (z >= 0 ? z : z - 146096) / 146097;
    const int day_of_era = z - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

/// Monday 0 ... Sunday 6.
constexpr int weekday(Day day) { return ((day.number % 7) + 10) % 7; }

/// A text read as a number: absent (empty), valid, or of a shape that no payer takes.
enum class Shape : std::uint8_t { absent, valid, malformed };

/// A number beside the text it was read from. `decimals` keeps money and quantities apart.
template <class Value, int decimals>
struct Read {
    std::string_view text;
    Value value{};
    Shape shape = Shape::absent;

    [[nodiscard]] constexpr bool valid() const { return shape == Shape::valid; }
    [[nodiscard]] constexpr bool absent() const { return shape == Shape::absent; }
};

using Cents = std::int64_t;         ///< money
using Thousandths = std::int64_t;   ///< quantities: units, NDC quantities

using Money = Read<Cents, 2>;
using Quantity = Read<Thousandths, 3>;
using Date = Read<Day, 0>;

/// "79.04", "43", ".5", "-12.5" to cents; malformed: more than two decimals, anything else, over 10^13 dollars.
[[nodiscard]] Money read_money(std::string_view text);
/// The same to thousandths, three decimals.
[[nodiscard]] Quantity read_quantity(std::string_view text);
/// "2026-09-15" or "20260915" to a day. An ISO time after it ("T10:20") is left out.
[[nodiscard]] Date read_date(std::string_view text);

namespace detail {
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
constexpr std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}
}  // namespace detail

/// Without blanks at both ends (space, tab, CR, LF).
[[nodiscard]] constexpr std::string_view trim(std::string_view text) {
    // Nearly all texts have none.
    return text.empty() || (text.front() > ' ' && text.back() > ' ') ? text : detail::without_blanks(text);
}
/// ASCII only; other bytes stay.
[[nodiscard]] constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
/// Trimmed and without regard to ASCII case.
[[nodiscard]] constexpr bool same_code(std::string_view a, std::string_view b) {
    a = trim(a);
    b = trim(b);
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)   // most are written alike
        if (a[i] != b[i] && upper(a[i]) != upper(b[i])) return false;
    return true;
}

/// A procedure or drug code of five letters and digits, trimmed and in upper case, packed so that codes of one shape
/// (99213; 0042T; J1885) are neighbours: ranges of the edit tables hold only codes of one shape.
class Code {
public:
    constexpr Code() = default;
    /// Not valid() when `text` is not five letters and digits.
    constexpr explicit Code(std::string_view text);

    [[nodiscard]] constexpr bool valid() const { return packed_ != 0; }
    [[nodiscard]] constexpr std::uint32_t packed() const { return packed_; }
    [[nodiscard]] static constexpr Code from_packed(std::uint32_t packed) {
        Code code;
        code.packed_ = packed;
        return code;
    }
    /// Five characters; only for a valid code.
    [[nodiscard]] constexpr std::array<char, 5> text() const;

    constexpr auto operator<=>(const Code&) const = default;

private:
    std::uint32_t packed_ = 0;
};

namespace detail {
constexpr int base36(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char u = upper(c);
    return u >= 'A' && u <= 'Z' ? u - 'A' + 10 : -1;
}
}  // namespace detail

constexpr Code::Code(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    if (text.size() != 5) return;
    std::uint32_t value = 0;
    int letters = 0;
    for (const char c : text) {
        const int digit = detail::base36(c);
        if (digit < 0) return;
        letters += digit > 9 ? 1 : 0;
        value = value * 36 + static_cast<std::uint32_t>(digit);
    }
    const auto letter = [](char c) { return static_cast<std::uint32_t>(detail::base36(c) - 10); };
    std::uint32_t shape = 63;   // mixed
    if (letters == 0) shape = 1;
    else if (letters == 1 && detail::base36(text[0]) > 9) shape = 2 + letter(text[0]);
    else if (letters == 1 && detail::base36(text[4]) > 9) shape = 28 + letter(text[4]);
    packed_ = shape << 26 | value;
}

constexpr std::array<char, 5> Code::text() const {
    std::array<char, 5> result{};
    std::uint32_t value = packed_ & ((1U << 26) - 1);
    for (std::size_t i = 5; i-- > 0; value /= 36) {
        const auto digit = static_cast<char>(value % 36);
        result[i] = static_cast<char>(digit < 10 ? '0' + digit : 'A' + digit - 10);
    }
    return result;
}

namespace literals {
consteval Code operator""_code(const char* text, std::size_t size) { return Code(std::string_view(text, size)); }
}  // namespace literals

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Text to integers: money, quantities and days, by hand, exactly.
#include "deltoid/values.hpp"

namespace deltoid {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The most a money or quantity may be, in its smallest unit: sums of a claim's lines cannot overflow.
constexpr std::int64_t largest = 1'000'000'000'000'000;

/// A decimal with up to `places` decimals, in units of 10^-places.
template <int places>
Read<std::int64_t, places> read_decimal(std::string_view whole) {
    std::string_view text = trim(whole);
    if (text.empty()) return {whole, 0, Shape::absent};
    const Read<std::int64_t, places> malformed{whole, 0, Shape::malformed};
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+') text.remove_prefix(1);
    std::int64_t value = 0;
    int decimals = -1;   // -1: no point yet
    bool digits = false;
    for (const char c : text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (!is_digit(c)) return malformed;
        digits = true;
        if (decimals >= places) {
            if (c != '0') return malformed;   // 1.000 is one, 1.001 cents are not money
            continue;
        }
        value = value * 10 + (c - '0');
        if (value > largest) return malformed;
        decimals += decimals >= 0 ? 1 : 0;
    }
    if (!digits) return malformed;
    for (int i = decimals < 0 ? 0 : decimals; i < places; ++i) value *= 10;
    if (value > largest) return malformed;
    return {whole, negative ? -value : value, Shape::valid};
}

int two(const char* digits) { return (digits[0] - '0') * 10 + (digits[1] - '0'); }

bool all_digits(std::string_view text) {
    for (const char c : text)
        if (!is_digit(c)) return false;
    return true;
}

}  // namespace

Money read_money(std::string_view text) { return read_decimal<2>(text); }
Quantity read_quantity(std::string_view text) { return read_decimal<3>(text); }

Date read_date(std::string_view whole) {
    std::string_view text = trim(whole);
    if (text.empty()) return {whole, Day::none(), Shape::absent};
    const Date malformed{whole, Day::none(), Shape::malformed};
    if (const auto time = text.find('T'); time == 8 || time == 10) text = text.substr(0, time);
    Day day;
    if (text.size() == 8 && all_digits(text)) {
        day = Day::of(two(text.data()) * 100 + two(text.data() + 2), two(text.data() + 4), two(text.data() + 6));
    } else if (text.size() == 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4)) &&
               all_digits(text.substr(5, 2)) && all_digits(text.substr(8, 2))) {
        day = Day::of(two(text.data()) * 100 + two(text.data() + 2), two(text.data() + 5), two(text.data() + 8));
    }
    if (!day.known()) return malformed;
    return {whole, day, Shape::valid};
}

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Texts as numbers, so that claims and the payers' answers meet by sorting: ids as hashes, codes packed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "deltoid/values.hpp"

namespace deltoid::replay {

/// Without regard to case and blanks at the ends; 0 for a text without any.
[[nodiscard]] inline std::uint64_t fold(std::string_view text) {
    text = trim(text);
    if (text.empty()) return 0;
    std::uint64_t hash = 0xCBF29CE484222325U ^ text.size();   // FNV-1a, then the finish of SplitMix64
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(upper(c))) * 0x100000001B3U;
    hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9U;
    hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBU;
    hash ^= hash >> 31;
    return hash == 0 ? 1 : hash;
}

[[nodiscard]] inline std::uint32_t fold_short(std::string_view text) {
    const auto hash = static_cast<std::uint32_t>(fold(text) >> 32);
    return hash == 0 && !trim(text).empty() ? 1 : hash;
}

[[nodiscard]] inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    a = (a ^ b) * 0x9E3779B97F4A7C15U;
    return a ^ (a >> 29);
}

/// A procedure, drug or revenue code: packed when it has five characters, else a hash.
[[nodiscard]] inline std::uint32_t code_key(std::string_view text) {
    const Code code(text);
    return code.valid() ? code.packed() : fold_short(text);
}

/// One modifier's share in the key of all, so that their order does not matter.
[[nodiscard]] inline std::uint16_t modifier_key(std::string_view text) {
    return static_cast<std::uint16_t>(fold(text) >> 48);
}

/// A member's id, to tell claims of one number apart; 0 for none.
[[nodiscard]] inline std::uint16_t member_key(std::string_view text) {
    const std::uint32_t hash = fold_short(text);
    return hash == 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(hash % 0xFFFFU + 1);
}

/// Days of service in two bytes: to the year 2059.
[[nodiscard]] inline std::int16_t short_day(Day day) {
    constexpr std::int32_t most = std::numeric_limits<std::int16_t>::max();
    if (!day.known() || day.number < -most || day.number > most) return std::numeric_limits<std::int16_t>::min();
    return static_cast<std::int16_t>(day.number);
}
inline constexpr std::int16_t no_day = std::numeric_limits<std::int16_t>::min();
[[nodiscard]] inline Day long_day(std::int16_t day) { return day == no_day ? Day::none() : Day{day}; }

/// Money of a line or an adjustment in four bytes: up to 21 million dollars, more is cut.
[[nodiscard]] inline std::int32_t short_money(Cents cents) {
    constexpr Cents most = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(cents > most ? most : cents < -most ? -most : cents);
}

/// Up to five letters and digits ("236", "B15", "MA130"), in upper case; 0 for any other text.
[[nodiscard]] constexpr std::uint32_t pack_reason(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 5) return 0;
    std::uint32_t packed = 0;
    for (const char c : text) {
        const int digit = detail::base36(c);
        if (digit < 0) return 0;
        packed = packed * 37 + static_cast<std::uint32_t>(digit) + 1;
    }
    return packed;
}

inline void append_reason(std::string& out, std::uint32_t packed) {
    const std::size_t begin = out.size();
    for (; packed != 0; packed /= 37) {
        const auto digit = static_cast<char>(packed % 37 - 1);
        out.insert(out.begin() + static_cast<std::ptrdiff_t>(begin),
                   static_cast<char>(digit < 10 ? '0' + digit : 'A' + digit - 10));
    }
}

}   // namespace deltoid::replay

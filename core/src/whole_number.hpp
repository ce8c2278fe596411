// SPDX-License-Identifier: Apache-2.0
// Whole numbers of up to nine digits in texts: line numbers and counts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace deltoid {

[[nodiscard]] inline bool is_whole_number(std::string_view text) {
    return !text.empty() && text.size() <= 9 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Of a text that is one.
[[nodiscard]] inline std::uint32_t whole_number(std::string_view text) {
    std::uint32_t value = 0;
    for (const char c : text) value = value * 10 + static_cast<std::uint32_t>(c - '0');
    return value;
}

}   // namespace deltoid

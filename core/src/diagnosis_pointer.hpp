// SPDX-License-Identifier: Apache-2.0
// Diagnosis pointers as they are sent (box 24E, SV107): numbers from 1 or the letters of the form.
#pragma once

#include <cstdint>
#include <string_view>

#include "deltoid/claim.hpp"

namespace deltoid {

/// 1-99 or A-L; Line::unreadable_pointer for any other text.
[[nodiscard]] inline std::uint8_t read_pointer(std::string_view text) {
    text = trim(text);
    if (text.size() == 1 && upper(text[0]) >= 'A' && upper(text[0]) <= 'L')
        return static_cast<std::uint8_t>(upper(text[0]) - 'A' + 1);
    if (text.empty() || text.size() > 2) return Line::unreadable_pointer;
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return Line::unreadable_pointer;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return static_cast<std::uint8_t>(value);
}

}   // namespace deltoid

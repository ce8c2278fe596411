// SPDX-License-Identifier: Apache-2.0
// What segments and elements are, said as plainly as can be: the fast scanner is held against it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/x12_scan.hpp"

namespace x12_test {

using Split = std::vector<std::vector<std::string>>;

inline bool is_between(char c, const deltoid::x12::Delimiters& d) {
    return (c == ' ' || c == '\t' || c == '\r' || c == '\n') && c != d.terminator && c != d.element;
}

/// Segments end at a terminator; blanks before a segment are none of it; elements are parted by the separator.
/// `unterminated`: what stands behind the last terminator is a segment as well.
inline Split split_naively(std::string_view bytes, const deltoid::x12::Delimiters& d, bool unterminated) {
    Split segments;
    std::size_t at = 0;
    for (;;) {
        while (at < bytes.size() && is_between(bytes[at], d)) ++at;
        if (at == bytes.size()) return segments;
        const std::size_t end = bytes.find(d.terminator, at);
        if (end == std::string_view::npos && !unterminated) return segments;
        std::vector<std::string> elements(1);
        for (const char c : bytes.substr(at, end == std::string_view::npos ? end : end - at)) {
            if (c == d.element)
                elements.emplace_back();
            else
                elements.back() += c;
        }
        segments.push_back(std::move(elements));
        if (end == std::string_view::npos) return segments;
        at = end + 1;
    }
}

}   // namespace x12_test

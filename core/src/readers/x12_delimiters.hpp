// SPDX-License-Identifier: Apache-2.0
// Reads the delimiters of an interchange from its ISA header, or guesses them where there is none.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "x12_scan.hpp"

namespace deltoid::x12 {

/// What an attempt to read something from the bytes at hand came to.
enum class Look : std::uint8_t { found, not_here, need_more };

/// The header of an interchange, or what takes its place in a file of bare transaction sets.
struct Header {
    static constexpr std::size_t element_count = 17;

    Delimiters delimiters;
    const char* end = nullptr;                                ///< behind its terminator
    std::array<std::string_view, element_count> elements{};   ///< ISA01 is [1]; line breaks may stand in them
    std::uint32_t wrong_widths = 0;                           ///< bit n: ISA n has another width than the standard
    bool bare = false;                                        ///< no ISA: delimiters were guessed
    bool broken_lines = false;                                ///< line breaks inside the header
    bool odd_terminator = false;                              ///< a letter, digit or blank, or none at all
    bool shared_delimiter = false;                            ///< one byte plays two roles
};

/// The widths of ISA01 to ISA16 (X12.5, interchange control header).
inline constexpr std::array<std::uint8_t, Header::element_count> isa_widths{0, 2, 10, 2, 10, 2, 15, 2, 15,
                                                                            6, 4, 1,  5, 9,  1, 1,  1};

/// Reads the ISA at `begin`: by position, and by counting separators when the widths are wrong.
[[nodiscard]] Look read_isa(const char* begin, const char* end, bool at_end, Header& header);

/// Reads a file that begins with a bare GS or ST: separator behind the id, terminator before the next known id.
[[nodiscard]] Look read_bare(const char* begin, const char* end, bool at_end, Header& header);

/// Whether the bytes at `begin` may be an ISA header.
[[nodiscard]] bool looks_like_isa(const char* begin, const char* end);

/// How many characters an element has without the line breaks in it.
[[nodiscard]] std::size_t width_of(std::string_view element);

/// Letters and digits of ASCII: no delimiter that a sender would mean.
constexpr bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}   // namespace deltoid::x12

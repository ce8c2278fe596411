// SPDX-License-Identifier: Apache-2.0
// Claims of contract JSON as an 837P or 837I, with whatever separators, line ends and habits a sender may have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deltoid/claim.hpp"
#include "precision/dice.hpp"
#include "support/json.hpp"

namespace deltoid::test {

/// How a file is written.
struct Style837 {
    Separators separators{'*', ':', '^', '~'};
    std::string line_end = "\n";   ///< behind a terminator
    std::size_t wrap = 0;          ///< columns after which a line breaks, wherever that is; 0 never
    bool byte_order_mark = false;
    bool last_terminator = true;
    bool interchange = true;          ///< ISA to IEA; else a bare transaction set
    bool together = false;            ///< claims of one payer and subscriber under one HL
    bool extras = false;              ///< segments that nobody reads, an other payer, parties of lines
    int count_off_by = 0;             ///< SE01
    Kind kind = Kind::professional;   ///< of all claims
};

/// Claims whose texts hold no separator; others are to be left out (`holds`).
[[nodiscard]] std::string as_837(const std::vector<std::string>& claims, const Style837& style, precision::Dice& dice);
[[nodiscard]] bool holds(std::string_view claims, const Separators& separators);

/// The segments of a file by its separators, each without terminator and line breaks, with the bytes before it and its own.
struct Segment837 {
    std::string bytes;   ///< from behind the terminator before, up to and with its own
    std::vector<std::string> elements;
};
[[nodiscard]] std::vector<Segment837> split_837(std::string_view file, const Separators& separators);

}   // namespace deltoid::test

// SPDX-License-Identifier: Apache-2.0
// The standards that the X12 rules cite.
#pragma once

#include "deltoid/rule.hpp"

namespace deltoid::rulebook::x12 {

inline constexpr Source envelope{"837 professional (TR3), envelope", "ASC X12N 005010X222A1, ISA to ST and SE to IEA",
                                 "2012-01-01", ""};
inline constexpr Source interchange{"Interchange Control Structures", "ASC X12.5, ISA and IEA", "", ""};
inline constexpr Source application{"Application Control Structure", "ASC X12.6, GS, ST, SE, GE; segments and elements",
                                    "", ""};
inline constexpr Source loops{"837 professional (TR3), loops and segments",
                              "ASC X12N 005010X222A1, loops 2000A to 2430", "2012-01-01", ""};
inline constexpr Source adopted{"Adopted standard for professional claims", "45 CFR 162.1102", "2012-01-01", ""};

}   // namespace deltoid::rulebook::x12

// SPDX-License-Identifier: Apache-2.0
// Phrases that outputs for people share: counts, money, what the payer would answer, where a rule is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "deltoid/finding.hpp"
#include "deltoid/rule.hpp"

namespace deltoid {

/// 1,284
[[nodiscard]] std::string with_commas(std::uint64_t number);
/// "1 claim", "1,284 claims"
[[nodiscard]] std::string count_of(std::uint64_t number, std::string_view one, std::string_view many);
/// "$8,412.00"
[[nodiscard]] std::string dollars(Cents cents);
/// "CO-236 N122 on line 1"; nothing when there is no answer to expect.
void append_denial_in_words(std::string& out, const Denial& denial);
/// "CMS, NCCI edits (2024Q3), from 2020-10-01": a source with its dates.
void append_source_in_words(std::string& out, const Source& source);
/// How the rule's authority was found: "read in the sources below".
[[nodiscard]] std::string_view confidence_in_words(Confidence confidence);

}   // namespace deltoid

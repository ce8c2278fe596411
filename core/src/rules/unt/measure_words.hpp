// SPDX-License-Identifier: Apache-2.0
// The measure of a drug's billing unit as a sentence has it.
#pragma once

#include <string_view>

namespace deltoid::rulebook {

/// "2400000 units": the pack has the singular.
constexpr std::string_view measure_words(std::string_view measure) { return measure == "unit" ? "units" : measure; }

}  // namespace deltoid::rulebook

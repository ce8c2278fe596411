// SPDX-License-Identifier: Apache-2.0
// The session's options, made of what the user typed; and back, what is wrong with them in the user's terms.
#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"
#include "deltoid/checker.hpp"

namespace deltoid::cli {

/// Writes the options as the core reads them. Returns the sentence that says why they cannot be; empty when they can.
[[nodiscard]] std::string write_options(const CheckArguments& arguments, bool color, std::string& options);

/// A problem that the core has with the options, as a sentence that names the option or the profile.
[[nodiscard]] std::string sentence_of(const Problem& problem, const CheckArguments& arguments);

}  // namespace deltoid::cli

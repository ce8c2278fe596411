// SPDX-License-Identifier: Apache-2.0
// The commands that read no claims: explain, rules and --version.
#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"

namespace deltoid::cli {

/// Ids and names, to guess a mistyped one from.
[[nodiscard]] std::vector<std::string> names_of_rules();

// Each returns the exit status.
[[nodiscard]] int explain_rule(const Arguments& arguments);
[[nodiscard]] int list_rules(const Arguments& arguments);
[[nodiscard]] int show_version(const Arguments& arguments);

}  // namespace deltoid::cli

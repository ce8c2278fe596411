// SPDX-License-Identifier: Apache-2.0
// What every command that reads claims does first and last: the session opened with its tables, and the exit status.
#pragma once

#include <string>

#include "arguments.hpp"
#include "deltoid/checker.hpp"

namespace deltoid::cli {

inline constexpr int all_is_well = 0, something_found = 1, not_done = 2;

/// Each says on stderr what is wrong; false when the command cannot go on.
[[nodiscard]] bool open_checker(const CheckArguments& arguments, bool color, Checker& checker);
/// All packs (*.tsv) of a folder; "" is none.
[[nodiscard]] bool give_tables(const std::string& folder, Checker& checker);

/// What was found, as --fail-on wants it told.
[[nodiscard]] int status_of(const Totals& totals, FailOn fail_on);

}   // namespace deltoid::cli

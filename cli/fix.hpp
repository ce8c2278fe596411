// SPDX-License-Identifier: Apache-2.0
// The command `fix`: the claims of a file written with their fixes applied.
#pragma once

#include "arguments.hpp"

namespace deltoid::cli {

/// Returns the exit status.
[[nodiscard]] int fix(const CheckArguments& arguments, const FixArguments& wanted);

}   // namespace deltoid::cli

// SPDX-License-Identifier: Apache-2.0
// deltoid check: files of claims in, findings out.
#pragma once

#include "arguments.hpp"

namespace deltoid::cli {

/// Returns the exit status: 0 nothing at or above the level asked for, 1 something, 2 not everything could be done.
[[nodiscard]] int check(const CheckArguments& arguments);

}  // namespace deltoid::cli

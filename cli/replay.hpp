// SPDX-License-Identifier: Apache-2.0
// deltoid replay: what the payers answered, held against what the rules said.
#pragma once

#include "arguments.hpp"

namespace deltoid::cli {

/// 0: the report was made; 2: something could not be done.
[[nodiscard]] int replay(const CheckArguments& arguments, const ReplayArguments& replay);

}   // namespace deltoid::cli

// SPDX-License-Identifier: Apache-2.0
// The command template: the note to complete at an injection.
#pragma once

#include "arguments.hpp"

namespace deltoid::cli {

/// Returns the exit status.
[[nodiscard]] int note_template(const CheckArguments& arguments);

}   // namespace deltoid::cli

// SPDX-License-Identifier: Apache-2.0
// What is still done when somebody presses Ctrl+C: no half-written file and no status line stay behind.
#pragma once

#include <string>

namespace deltoid::cli {

/// From here on an interrupt cleans up before it ends the program, and a reader that went away is an error of write().
void prepare_for_interrupts();

/// The file to remove when the program is interrupted; "" for none.
void remove_when_interrupted(const std::string& path);

}  // namespace deltoid::cli

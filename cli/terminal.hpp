// SPDX-License-Identifier: Apache-2.0
// The two ends of a terminal: one status line on stderr that comes and goes, and sentences that stay.
#pragma once

#include <string_view>

namespace deltoid::cli {

[[nodiscard]] bool is_terminal(int descriptor);
/// Whether a terminal understands colours and a line that is written over.
[[nodiscard]] bool terminal_is_able();
/// Columns of the terminal behind a descriptor; 80 when it does not say.
[[nodiscard]] unsigned terminal_width(int descriptor);

/// Shows one line on stderr in place of the one shown before. Only for a terminal.
void show_status(std::string_view line);
/// Takes the line away again; nothing when none is shown. Safe in a signal handler.
void erase_status();

/// A sentence on stderr, with the program's name before it.
void complain(std::string_view sentence);

}  // namespace deltoid::cli

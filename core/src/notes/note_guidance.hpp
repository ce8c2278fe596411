// SPDX-License-Identifier: Apache-2.0
// What a note's template says to whoever writes it, in brackets behind a rule's id or behind "claim": no words of the note.
#pragma once

#include <string>
#include <string_view>

namespace deltoid::notes {

/// What a claim bills, as a template shows it: "[claim: 4 units of 15 mg]".
inline constexpr std::string_view claim_guidance = "[claim: ";

/// The same bytes at the same places, but blanks where guidance stands; a line of guidance alone goes with its end.
[[nodiscard]] std::string without_guidance(std::string_view text);

}   // namespace deltoid::notes

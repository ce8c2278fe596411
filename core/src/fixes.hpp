// SPDX-License-Identifier: Apache-2.0
// Fixes applied: a finding's edits on the model of a claim. deltoid::apply (checker.hpp) is the same for JSON texts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "deltoid/checker.hpp"
#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"

namespace deltoid {

/// Applies the edits of one alternative, all or none. Their line numbers are those of the claim before the fix. Texts
/// that the claim then needs lie in `arena`, or where the edits' values lie. The total charge moves with the lines'
/// charges, so that a total that was wrong stays wrong by the same amount. What is already as the fix wants it stays.
/// False, and a sentence in `why_not`, when an edit does not say what to write or the claim has no room for it.
[[nodiscard]] bool apply_fix(Claim& claim, std::span<const Edit> alternative, Arena& arena, std::string& why_not);

/// One alternative in contract JSON ({"op":"add_modifier","line":1,"value":"25"}), its texts in `arena`. What is wrong
/// with it is added to `problems`, with the JSON pointer into it.
[[nodiscard]] std::vector<Edit> read_fix(std::string_view json, Arena& arena, std::vector<Problem>& problems);

}   // namespace deltoid

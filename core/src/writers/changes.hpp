// SPDX-License-Identifier: Apache-2.0
// What fixes have done to a claim, for people: each fix in words, then what was and what is.
#pragma once

#include <span>
#include <string>

#include "claim_fixer.hpp"
#include "deltoid/claim.hpp"

namespace deltoid {

/// The claim and its fixes in words.
void append_fixes(std::string& out, const Claim& claim, std::span<const AppliedFix> applied);

/// The same, then each field. Appends nothing when no fix was kept. `numbers`: for each line of `after` its number in `before`, 0 for a new one.
void append_changes(std::string& out, const Claim& before, const Claim& after, std::span<const std::uint16_t> numbers,
                    std::span<const AppliedFix> applied);

}   // namespace deltoid

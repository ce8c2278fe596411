// SPDX-License-Identifier: Apache-2.0
// The roster: one line about every claim that was read, clean ones too, for hosts that list claims beside findings.
#pragma once

#include <cstdint>
#include <string>

#include "context.hpp"

namespace deltoid {

/// Appends the claim's line, a JSON list:
///   number of the file (from 0 in the batch), claim_index, id, subscriber id, payer class, payer id, payer name,
///   first day of service, last day for filing, whether it has an injection (1 or 0), the charges of its lines in cents,
///   the codes of its drugs
/// Days count from 1970-01-01. The last day is null when no limit is known, when another clock runs (a corrected claim, a
/// second payer) and when the payer has the claim already.
void append_roster_row(std::string& out, std::uint32_t file, const ClaimContext& context);

}  // namespace deltoid

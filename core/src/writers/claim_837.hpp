// SPDX-License-Identifier: Apache-2.0
// A fixed claim written into the segments it was read from: only the elements whose values differ are touched.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "deltoid/claim.hpp"
#include "segment_text.hpp"

namespace deltoid {

/// The loops above a claim. One that other claims lie under as well is theirs too: a fix of one claim does not change it.
struct LoopsAbove {
    bool own_billing = false, own_subscriber = false,
         own_patient = false;   ///< and the text begins with them or before
    bool has_patient = false;   ///< 2000C: the patient is not the subscriber
};

/// Edits `text`, which holds `before` as it was read, so that reading it gives `after`. `numbers`: for each line of `after`
/// its number in `before`, 0 for a new one. False, and a sentence in `why_not`, when an 837 cannot hold a change or the
/// fix does not say all that it needs; `text` is of no use then.
///
/// Segments that are missing are written where the guides want them (005010X222A1, 005010X223A2). The lines behind a
/// deleted one count on without it, for LX01 is a counter there, and SVD06 of other payers' answers follows.
[[nodiscard]] bool write_claim_837(SegmentText& text, const Claim& before, const Claim& after,
                                   std::span<const std::uint16_t> numbers, const LoopsAbove& above,
                                   std::string& why_not);

}   // namespace deltoid

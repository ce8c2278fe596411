// SPDX-License-Identifier: Apache-2.0
// Who is told what a batch says of each claim, beside the writer: a replay.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "context.hpp"

namespace deltoid {

/// A finding as far as a ledger asks.
struct LedgerEntry {
    std::uint32_t file = 0, claim_index = 0;
    std::uint16_t line = 0;   ///< from 1; 0 the claim as a whole
    std::uint16_t rule = 0;   ///< in the catalogue
    Level level = Level::info;
    bool denies = false;             ///< it forecasts a denial
    std::uint16_t denied_line = 0;   ///< from 1; 0 the claim as a whole
    std::string_view carc;
};

class Ledger {
public:
    virtual ~Ledger() = default;
    /// A claim was checked; what is said of it follows, some of it at the end of the batch.
    virtual void claim(std::uint32_t file, const Claim& claim, std::span<const Service> services) = 0;
    /// Levels are as they would be written; what a profile has switched off is not told.
    virtual void said(const LedgerEntry& finding) = 0;
};

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// What a payer's reason codes come to: money that nobody was to get, the patient's share, another payer's, a denial;
// and the root cause behind a denial, in our own words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "book.hpp"

namespace deltoid::replay {

enum class Share : std::uint8_t {
    contract,   ///< what the contract or the law takes off: CO-45 and its kin
    patient,    ///< deductible, coinsurance, copayment and the like (PR)
    payer,      ///< settled by the payer before (OA-23)
    denial,     ///< refused
    remark      ///< no money: a RARC or a claim status
};
[[nodiscard]] Share share_of(std::uint32_t reason);

/// Whether a CARC is one of those that the root causes list: on a line that was paid in part only these are a denial.
[[nodiscard]] bool is_listed_denial(std::uint32_t reason);

struct Cause {
    std::string_view id;         ///< "bundled"
    std::string_view words;      ///< a short phrase
    std::string_view families;   ///< rules that look for it: "BND ADM"
};
[[nodiscard]] std::span<const Cause> causes();

/// Of a denial by its CARC or claim status, and the remarks beside it. An index into causes().
[[nodiscard]] std::uint8_t cause_of(std::uint32_t reason, std::span<const std::uint32_t> remarks);

/// "CO-236", "N706", "A7:562"
void append_reason_text(std::string& out, std::uint32_t reason);
/// "CO"; "" for others.
[[nodiscard]] std::string_view group_text(std::uint32_t reason);

}   // namespace deltoid::replay

// SPDX-License-Identifier: Apache-2.0
// The classes of payers: their names in the contract, and what an 837's claim filing indicator makes of them.
#pragma once

#include <array>
#include <string_view>

#include "deltoid/claim.hpp"

namespace deltoid {

/// Contract `payer.class`, in the order of PayerClass.
inline constexpr std::array<std::string_view, 9> payer_class_names{
    "unknown", "medicare_b", "medicare_advantage", "medicaid", "commercial", "tricare", "va", "workers_comp", "auto"};

[[nodiscard]] std::string_view payer_class_name(PayerClass payer_class);

/// Without regard to case and surrounding blanks; unknown for a text that is none of the names.
[[nodiscard]] PayerClass read_payer_class(std::string_view text);

/// SBR09 (X12 element 1032). Codes that several kinds of payers send, as HM and CI do, are the usual kind: a profile
/// says otherwise for a payer.
[[nodiscard]] PayerClass class_of_filing_indicator(std::string_view sbr09);

}   // namespace deltoid

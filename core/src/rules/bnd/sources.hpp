// SPDX-License-Identifier: Apache-2.0
// Authorities on services beside an injection; cited by the rules of this family.
#pragma once

#include "rules/sources.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source complexity{"G2211 beside modifier 25", "CY2024 and CY2025 physician fee schedule rules; NGS questions and answers",
                                   "2024-01-01", ""};
inline constexpr Source supplies{"Supplies of an injection", "CMS Pub 100-04 ch. 12, 30.5; UnitedHealthcare injection policy 2022R0009A",
                                 "", ""};
inline constexpr Source preventive{"Preventive visits have no edit with 96372", "Medicare NCCI PTP v30.2 (no pair)", "2024-07-01", ""};
inline constexpr Source one_syringe{"One syringe, one injection; separate drugs, sites or times", "AAPC; BCBS Alabama, injections", "", ""};

}  // namespace deltoid::rulebook::source

// SPDX-License-Identifier: Apache-2.0
// The authority of the rules on payers.
#pragma once

#include "rules/sources.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source authorization{"Authorization absent, or its number missing",
                                      "CARC 197 with RARC M62; 005010X222A1 REF*G1", "", ""};
inline constexpr Source hospice_modifiers{"GV and GW on services for a patient in hospice",
                                          "Novitas, contentId 00003600; CARC B9", "", ""};
inline constexpr Source hospice_of_plan{"Medicare itself pays for members of a plan who elected hospice",
                                        "42 CFR 422.320; Blue Cross and Blue Shield of Nebraska, MA-X-010 (2024-12-20)",
                                        "", ""};
inline constexpr Source dialysis_bundle{"One payment to the dialysis facility holds the drugs of the treatment",
                                        "CMS CR 7064; Pub 100-04 ch. 8, 10 and 60.4", "2011-01-01", ""};
inline constexpr Source other_contractor{"Claims for Railroad and plan members go elsewhere",
                                         "CARC 109 with RARC N105; Noridian and Novitas, error codes", "", ""};
inline constexpr Source claim_filing{"The kind of payer on a claim", "005010X222A1 loop 2000B, SBR09; CMS-1500 item 1",
                                     "2012-01-01", ""};

}  // namespace deltoid::rulebook::source

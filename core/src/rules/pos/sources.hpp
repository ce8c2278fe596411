// SPDX-License-Identifier: Apache-2.0
// The authority of the rules on the place of service.
#pragma once

#include "rules/sources.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source telehealth_places{"Telehealth places of service: 02, and 10 for the patient's home",
                                          "CMS place of service code set; CR 12427", "2022-01-01", ""};
inline constexpr Source clinic_rate{
    "Rural health clinics and federally qualified health centers are paid by the encounter",
    "CMS Pub 100-02 ch. 13, 40 and 120", "", ""};
inline constexpr Source nursing_places{"31 for a Part A stay, 32 for a resident without one",
                                       "CMS Pub 100-04 ch. 6, 110.1; NGS, SNF consolidated billing", "", ""};
inline constexpr Source home_supervision{"Services incident to a practitioner need direct supervision at home too",
                                         "42 CFR 410.26(b); CMS Pub 100-02 ch. 15, 60.1", "", ""};
inline constexpr Source place_of_the_patient{"The place of service is where the patient was when the service was given",
                                             "CMS Pub 100-04 ch. 26, 10.5", "", ""};

}  // namespace deltoid::rulebook::source

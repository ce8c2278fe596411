// SPDX-License-Identifier: Apache-2.0
// The authority of the rules on supervision and on who bills.
#pragma once

#include "rules/sources.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source incident_to{
    "Services incident to a practitioner's: direct supervision, and a plan the practitioner made",
    "42 CFR 410.26(b); CMS Pub 100-02 ch. 15, 60", "", ""};
inline constexpr Source supervision_assumed{"96372 takes direct supervision for granted outside facilities",
                                            "CPT section 96360-96379, in our words", "2009-01-01", ""};
inline constexpr Source virtual_extended{"Direct supervision by live audio and video, by extension",
                                         "CMS, PHE rules of 2020; CY 2024 and CY 2025 physician fee schedule rules",
                                         "2020-03-01", "2025-12-31"};
inline constexpr Source virtual_permanent{
    "Direct supervision by live audio and video, for good; never audio alone, not for services of 010 and 090 days",
    "CY 2026 physician fee schedule final rule, document 2025-19787", "2026-01-01", ""};
inline constexpr Source rendering_number{
    "The rendering provider is a person with an NPI; for staff, the one who supervised",
    "CMS Pub 100-04 ch. 26, 10.4, item 24J; Noridian, error codes (CO-16 N290)", "", ""};
inline constexpr Source staff_taxonomy{"Taxonomy codes of nurses, pharmacists and aides",
                                       "NUCC provider taxonomy code set; CARC 170 with N95", "", ""};
inline constexpr Source ordering_number{"Who ordered, and who supervised: items 17 and 24J",
                                        "CMS Pub 100-04 ch. 26, 10.4, item 17; 005010X222A1 loops 2310D, 2420E", "",
                                        ""};

}  // namespace deltoid::rulebook::source

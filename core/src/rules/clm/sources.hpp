// SPDX-License-Identifier: Apache-2.0
// Where the rules on the claim itself have their authority, beside those that others cite too.
#pragma once

#include "rules/sources.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source quality_codes{"Quality codes may be sent at 0", "CMS, quality data codes on claims",
                                      "2007-07-01", ""};
inline constexpr Source eligibility_dates{"Claim adjustment reason codes 13, 14 and 110", "X12 code list of mid-2024",
                                          "", ""};
inline constexpr Source medicare_id{"Medicare Beneficiary Identifier: format and transition",
                                    "MACRA section 501; CMS, MBI format", "2020-01-01", ""};
inline constexpr Source resubmission{"Resubmission code and original reference number",
                                     "NUCC 1500 manual, item 22; 005010X222A1 REF*F8", "", ""};
inline constexpr Source no_replacement{
    "Corrections of Part B claims: reopening, or a new claim after an unprocessable one",
    "CMS Pub 100-04 ch. 34, 10; ch. 1, 80.3", "", ""};
inline constexpr Source crossover{"Duplicates of claims that Medicare crosses over",
                                  "RARC N522, X12 code list of mid-2024", "", ""};
inline constexpr Source form_lines{"Service lines of a claim", "NUCC 1500 manual, item 24; 005010X222A1 loop 2400", "",
                                   ""};

}   // namespace deltoid::rulebook::source

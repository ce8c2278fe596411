// SPDX-License-Identifier: Apache-2.0
// Where the rules of a patient's days have their authority.
#pragma once

#include "deltoid/rule.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source intervals{"Dosing intervals of the labels, as the drug pack has them",
                                  "drug labels; professional knowledge where the pack says so", "", ""};
inline constexpr Source frequency_denials{"Frequency denials of injected drugs", "contractors' articles on vitamin B12 and denosumab", "",
                                          ""};
inline constexpr Source contraceptive_window{"Depot medroxyprogesterone: repeat up to two weeks late (15 weeks)",
                                             "CDC, U.S. Selected Practice Recommendations for Contraceptive Use, 2024", "", ""};
inline constexpr Source same_day_history{"Services of one patient, provider and day are edited together, whatever claim they are on",
                                         "CMS NCCI Policy Manual, chapter 1", "", ""};
inline constexpr Source duplicate_claims{"Exact duplicates of processed claims deny", "CMS Pub 100-04 ch. 1, 120", "", ""};

}  // namespace deltoid::rulebook::source

// SPDX-License-Identifier: Apache-2.0
// Where the rules on the administration record have their authority.
#pragma once

#include "rules/sources.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source record_of_services{"Services must be documented and authenticated in the record",
                                           "CMS Pub 100-08 ch. 3, 3.3.2; Social Security Act 1833(e)", "", ""};
inline constexpr Source drug_record{"Orders and records of drugs given incident to a practitioner",
                                    "CMS Pub 100-02 ch. 15, 50 and 60.1", "", ""};
inline constexpr Source review_of_denosumab{"Results of targeted review of J0897: missing and incomplete records",
                                            "Noridian JF, October to December 2025", "2025-10-01", ""};
inline constexpr Source supervision_record{"Incident-to services: direct supervision",
                                           "42 CFR 410.26; CMS Pub 100-02 ch. 15, 60.1", "", ""};
inline constexpr Source cloned_records{"Documentation that is the same from patient to patient",
                                       "HHS OIG, OEI-01-11-00571 (2014); CMS Pub 100-08 ch. 3, 3.3.2", "2014-01-01",
                                       ""};

}   // namespace deltoid::rulebook::source

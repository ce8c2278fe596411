// SPDX-License-Identifier: Apache-2.0
// The authority of the rules on units.
#pragma once

#include "deltoid/rule.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source drug_units{"Billing units of drugs, rounded up once for each line",
                                   "CMS HCPCS file of January 2026; Pub 100-04 ch. 17, 10 and 40", "", ""};
inline constexpr Source waste_units{"Discarded drugs: whole units on a line of their own, none for less than one unit",
                                    "CMS Pub 100-04 ch. 17, 40; Noridian DME, JZ modifier (2024-03-20)", "2017-01-01", ""};
inline constexpr Source injection_units{"One unit of 96372 for each injection, whatever the drug's amount",
                                        "CPT section 96360-96379; CPT Assistant, May 2010, as quoted by AAPC", "2009-01-01", ""};
inline constexpr Source drug_labels{"Labelled doses",
                                    "Product labels, as the drug pack gives them; not yet reviewed by a pharmacist", "", ""};
inline constexpr Source split_by_injection{"A dose split over two syringes: one unit for each injection",
                                           "AAPC forum 136708 on CPT's answer; HCPro, 2009", "2009-01-01", ""};
inline constexpr Source split_by_dose{"A dose split over two syringes: one unit for the dose",
                                      "First Coast Service Options, 2008", "2008-01-01", ""};
inline constexpr Source one_for_each{"One 96372 for each separate injection, one for a mixed syringe",
                                     "BCBS Alabama provider manual", "", ""};
inline constexpr Source ndc_quantity{"NDC quantities: the amount of product used, in ML, GR, UN, F2 or ME",
                                     "NUCC 1500 manual, item 24; 005010X222A1 loop 2410", "", ""};
inline constexpr Source mue_drugs{"Medically unlikely edits of drug codes; adjudication indicators 1, 2 and 3",
                                  "CMS, Medicare NCCI MUE of 2024Q3; CMS MUE questions and answers; Palmetto GBA", "2024-07-01",
                                  ""};
inline constexpr Source mue_outpatient{"Medicare NCCI medically unlikely edits, outpatient hospital services",
                                       "CMS quarterly file of 2024Q3", "2024-07-01", ""};

}  // namespace deltoid::rulebook::source

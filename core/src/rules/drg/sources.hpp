// SPDX-License-Identifier: Apache-2.0
// The authority of the rules on the drug line.
#pragma once

#include "deltoid/rule.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source waste_line{"JW on a second line; never with JZ on one line",
                                   "CMS Pub 100-04 ch. 17, 40; CMS, JW and JZ questions and answers", "2017-01-01", ""};
inline constexpr Source waste_scope{"No JZ or JW for multi-dose vials, vaccines and drugs that the patient furnished",
                                    "CMS, JW and JZ questions and answers, as quoted by LegalClarity", "2023-07-01", ""};
inline constexpr Source unlisted{"Not otherwise classified drugs: name and dose in the narrative, one unit",
                                 "WPS, as quoted by Find-A-Code; FCSO 0489004; Noridian; Novitas 00166304", "", ""};
inline constexpr Source self_administered{"Drugs usually self-administered by the patient",
                                          "CMS Pub 100-02 ch. 15, 50.2; contractor lists A52571, A53033, A53127, CGS A52527", "",
                                          ""};
inline constexpr Source excluded_administration{"The administration of a drug that is not covered is denied with it",
                                                "CGS, Drug Administration Reminder (2021-03-05, revised 2022-12-01)",
                                                "2021-03-05", ""};
inline constexpr Source starred_drugs{"Drugs marked in the self-administered list need JA or JB", "Noridian, list R20",
                                      "2021-04-05", ""};
inline constexpr Source esa{"ESA on claims other than dialysis: EA, EB or EC, and the latest blood count",
                            "CMS Pub 100-04 ch. 17, 80.12", "2008-01-01", ""};
inline constexpr Source supplied_at_a_cent{"A drug that the patient brought: same claim, charge 0.01",
                                           "NGS, Proper Billing for Patient Supplied Drugs (2023-04-10); CGS; Blue Cross NC", "",
                                           ""};
inline constexpr Source supplied_alone{"A drug from the pharmacy or the patient: bill the administration alone",
                                       "Community Health Plan of Washington, billing guide", "", ""};
inline constexpr Source age_and_sex{"Ages and sex of the label",
                                    "Product labels, as the drug pack gives them; not yet reviewed by a pharmacist", "", ""};
inline constexpr Source makena{"Approval of Makena and its generics withdrawn", "FDA, final decision of 2023-04-06", "2023-04-06",
                               ""};
inline constexpr Source denied_together{"Drug and administration stand or fall together",
                                        "CMS Pub 100-02 ch. 16, 180; CGS, Drug Administration Reminder", "", ""};
inline constexpr Source programme_340b{"340B drugs: TB for all, JG until 2024-12-31", "CMS, CY 2023 and 2024 OPPS final rules",
                                       "2025-01-01", ""};
inline constexpr Source programme_states{"Programme modifiers: FP, UD, SL and others",
                                         "State Medicaid manuals, as Alabama's and Medi-Cal's", "", ""};
inline constexpr Source charge_shape{"A charge of zero, or no number, is returned", "Novitas, error codes (CO-16 M79)", "", ""};
inline constexpr Source hospital_codes{"C codes are the outpatient hospital's and the ambulatory surgical centre's",
                                       "CMS HCPCS Level II; Pub 100-04 ch. 17, 90.3", "2004-01-01", ""};

inline constexpr Source unbilled_injection{"The injection is billed beside the drug",
                                           "CPT section 96360-96379; CMS Pub 100-04 ch. 12, 30.5", "2009-01-01", ""};

}  // namespace deltoid::rulebook::source

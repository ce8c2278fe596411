// SPDX-License-Identifier: Apache-2.0
// Where the rules' authority is written; named once, cited by many.
#pragma once

#include "deltoid/rule.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source ptp{"Medicare NCCI procedure-to-procedure edits, practitioner services",
                            "CMS quarterly files v30.2 (2024Q3), v32.2 and v32.3 (2026Q3, 2026Q4)", "2009-01-01", ""};
inline constexpr Source ptp_outpatient{"Medicare NCCI procedure-to-procedure edits, outpatient hospital services",
                                       "CMS quarterly file v30.2 (2024Q3)", "2024-07-01", ""};
inline constexpr Source opps_status{"Outpatient payment status of drug administration: 96372 is Q1, packaged with S, T or V",
                                    "CMS CY2025 OPPS final rule, Addenda B and D1", "2025-01-01", ""};
inline constexpr Source bill_types{"Type of bill", "NUBC UB-04 manual, FL 4; CMS Pub 100-04 ch. 25, 75.1", "", ""};
inline constexpr Source mue{"Medicare NCCI medically unlikely edits, practitioner services",
                            "CMS quarterly files of 2024Q3, 2026Q3 and 2026Q4", "2024-07-01", ""};
inline constexpr Source mue_medicaid{"Medicaid NCCI medically unlikely edits, practitioner services", "CMS file of 2026Q1",
                                     "2026-01-01", ""};
inline constexpr Source injection_visit_manual{"Payment for office visits on the day of a drug administration",
                                               "CMS Pub 100-04 ch. 12, 30.5 and 30.6.7.D (CR 3631, CR 4032)", "2005-10-28", ""};
inline constexpr Source modifier_25{"Modifier 25 fact sheet", "First Coast Service Options", "", ""};
inline constexpr Source modifier_59{"Modifiers 59, XE, XP, XS and XU on either code of a pair",
                                    "First Coast Service Options, answer 225076", "2019-07-01", ""};
inline constexpr Source supplied_drug{"Drugs supplied by the patient or a pharmacy",
                                      "CMS Pub 100-02 ch. 15, 60.1.A; NGS, Proper Billing for Patient Supplied Drugs (2023-04-10)",
                                      "", ""};
inline constexpr Source waste{"Discarded drugs: JW and JZ", "CMS CR 13056; Pub 100-04 ch. 17, 40", "2023-07-01", ""};
inline constexpr Source hcpcs{"HCPCS Level II codes with their first and last days", "CMS HCPCS file of January 2026", "", ""};
inline constexpr Source fee_schedule{"Physician fee schedule indicators of 96372: PC/TC 5",
                                     "CMS PPRRVU files RVU25D and RVU26C", "", ""};
inline constexpr Source place_codes{"Place of service code set", "CMS", "", ""};
inline constexpr Source ndc_format{"NDC on claims: eleven digits, 5-4-2", "NUCC 1500 manual, item 24; 005010X222A1 loop 2410", "",
                                   ""};
inline constexpr Source filing{"Time limits for filing Medicare claims", "42 CFR 424.44; Pub 100-04 ch. 1, 70", "2010-01-01", ""};
inline constexpr Source npi{"NPI check digit", "45 CFR 162.406; CMS NPI check digit specification", "2007-05-23", ""};
inline constexpr Source professional_837{"837 professional", "ASC X12N 005010X222A1", "2012-01-01", ""};
inline constexpr Source form_1500{"CMS-1500 (02/12) instructions", "NUCC; CMS Pub 100-04 ch. 26, 10.4", "", ""};
inline constexpr Source duplicates{"Duplicate claims and lines", "Noridian, most common claim submission errors", "", ""};
inline constexpr Source vaccine_codes{"Vaccine administration codes", "CPT 90460-90480; CMS G0008-G0010 (RVU25D)", "", ""};

}  // namespace deltoid::rulebook::source

// SPDX-License-Identifier: Apache-2.0
// Authorities on which code gives which drug; cited by the rules of this family.
#pragma once

#include "rules/sources.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source injection_section{"Injection and infusion codes 96360-96379, 96401-96549",
                                          "CPT section guidelines in paraphrase; Noridian, Chemotherapy Administration Billing", "2009-01-01", ""};
inline constexpr Source allergy_injections{"Allergy injections 95115, 95117",
                                           "Medicare NCCI PTP v30.2 and MUE 2024Q3; CPT section guideline in paraphrase", "", ""};
inline constexpr Source antineoplastics{"Antineoplastic injections 96401, 96402",
                                        "Noridian A52953; CMS Pub 100-04 ch. 12, 30.5.D", "2006-01-01", ""};
inline constexpr Source complex_drugs{"Complex drug administration coding", "NGS A58620", "2021-05-01", "2023-12-20"};
inline constexpr Source complex_drugs_paused{"No payment change for the drug's name alone",
                                             "CMS letter of 2022-08-12; CR 13468 (Transmittal 12397); Noridian clarification", "2022-08-12", ""};
inline constexpr Source rsv_antibodies{"RSV antibody administration 96380, 96381", "AAP coding newsletter; AAFP", "2023-10-06", ""};
inline constexpr Source hiv_prep{"PrEP for HIV: G0011, G0012, G0013", "NCD 210.15; CGS, PrEP fees", "2024-09-30", ""};
inline constexpr Source on_body{"On-body injector 96377", "LCA A54682; Medicare NCCI MUE 2024Q3", "2017-01-01", ""};
inline constexpr Source labels{"Labelled routes of the drug", "Drug pack: package labels, FDA directory and professional knowledge", "", ""};
inline constexpr Source skin_tests{"Tuberculin test 86580", "Medicare NCCI PTP v30.2", "", ""};
inline constexpr Source chemodenervation{"Chemodenervation 64611-64617, 64642-64647, 52287, 67345", "Medicare NCCI PTP v30.2", "", ""};
inline constexpr Source predecessors{"96372 replaced 90772, which replaced 90782 and G0351", "HCPro, questions and answers of 2009",
                                     "2006-01-01", ""};

}  // namespace deltoid::rulebook::source

// SPDX-License-Identifier: Apache-2.0
// Authorities on modifiers; cited by the rules of this family.
#pragma once

#include "rules/sources.hpp"

namespace deltoid::rulebook::source {

inline constexpr Source fee_indicators{"Fee schedule indicators of 96372: no components, no bilateral, multiple or assistant payment",
                                       "CMS PPRRVU files of 2024 to 2026", "2024-01-01", ""};
inline constexpr Source modifier_codes{"Modifiers of CPT and HCPCS Level II", "CPT appendix A and CMS HCPCS modifiers, numbers only", "2026-01-01", ""};
inline constexpr Source repeats{"76 and 77: the same service again", "Medical learning and HCPro answers; Cahaba questions and answers", "", ""};
inline constexpr Source liability{"GA, GX, GY, GZ and the NCCI", "CMS NCCI glossary; CARC 50 and 96", "", ""};
inline constexpr Source incident_modifiers{"SA and SB on incident-to lines", "UnitedHealthcare (2021-08-01); Aetna", "2021-08-01", ""};
inline constexpr Source telehealth_modifiers{"Modifiers of telehealth: 93, 95, FQ, GQ, GT", "CPT appendix A and CMS HCPCS modifiers", "", ""};

}  // namespace deltoid::rulebook::source

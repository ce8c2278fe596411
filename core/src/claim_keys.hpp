// SPDX-License-Identifier: Apache-2.0
// Keys of a claim's JSON that are no fields by themselves; every other name stands in the table of fields.
#pragma once

#include <string_view>

namespace deltoid {

inline constexpr std::string_view documentation_key = "documentation";
inline constexpr std::string_view measurement_name_key = "name";
inline constexpr std::string_view measurement_value_key = "value";

// Beyond the contract, for what only an 837 tells and rules ask: an NDC's qualifier (LIN02), and ICD-9 codes,
// {"code": "250.00", "version": "9"} in place of the plain text.
inline constexpr std::string_view ndc_qualifier_pointer = "/ndc/qualifier";
inline constexpr std::string_view diagnosis_code_key = "code";
inline constexpr std::string_view diagnosis_version_key = "version";

}   // namespace deltoid

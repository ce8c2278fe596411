// SPDX-License-Identifier: Apache-2.0
// What an institutional claim calls its fields: form locators of the UB-04, elements of the 837I, and both in sentences.
#pragma once

#include <string>
#include <string_view>

#include "fields.hpp"

namespace deltoid {

/// Where a person finds the field: "24D" on the CMS-1500, "FL 44" on the UB-04; "" when the form has no place for it.
[[nodiscard]] std::string_view box_of(Field field, Kind kind);
/// Loop and element of the 837P or 837I; "" when it has none.
[[nodiscard]] std::string_view x12_of(Field field, Kind kind);
/// "837P" or "837I".
[[nodiscard]] std::string_view transaction_of(Kind kind);
/// A message written for the CMS-1500, with the UB-04's names in place of its boxes: "(box 24D)" becomes "(FL 44)".
[[nodiscard]] std::string with_form_locators(std::string_view message);

}   // namespace deltoid

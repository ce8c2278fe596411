// SPDX-License-Identifier: Apache-2.0
// Contract claims as FHIR R4, for laws that compare the two.
#pragma once

#include <optional>
#include <string>

#include "support/json.hpp"

namespace deltoid::test {

/// The claim (contract JSON) as a FHIR Claim that contains its patient, coverage, payer and providers; nothing when it
/// says what FHIR has no place for (administration records, test results), or in a form of its own (a malformed pointer).
[[nodiscard]] std::optional<std::string> as_fhir_claim(const Json& claim);

/// The claim as FHIR can say it: without records and test results, with the place of service on its lines, and with the
/// id that a Patient always has.
[[nodiscard]] Json fit_for_fhir(Json claim);

}   // namespace deltoid::test

// SPDX-License-Identifier: Apache-2.0
// How the fields of a claim are called in FHIR, and which element of the input a claim came from.
#pragma once

#include <cstdint>
#include <string>

#include "deltoid/finding.hpp"

namespace deltoid {

/// Which names a resource uses: R4 (and R5) "productOrService", STU3 "service", DSTU2 "serviceDate" ...
enum class FhirEdition : std::uint8_t { r4, stu3, dstu2 };

/// Claim::origin unpacked: the resource that a claim was.
struct FhirOrigin {
    bool benefit = false;   ///< an ExplanationOfBenefit
    FhirEdition edition = FhirEdition::r4;
    bool in_bundle = false;
    bool diagnoses_moved = false;    ///< the claim's order of diagnoses is not that of the elements
    bool modifiers_joined = false;   ///< one element held several modifiers
    bool patient_elsewhere =
        false;                 ///< it refers to a Patient that is not at hand: what the Patient says is not missing
    std::uint32_t entry = 0;   ///< of the Bundle, from 0

    [[nodiscard]] std::uint32_t packed() const {
        return 1U | (benefit ? 2U : 0U) | static_cast<std::uint32_t>(edition) << 2 | (in_bundle ? 16U : 0U) |
               (diagnoses_moved ? 32U : 0U) | (modifiers_joined ? 64U : 0U) | (patient_elsewhere ? 128U : 0U) |
               entry << 8;
    }
    [[nodiscard]] static FhirOrigin of(std::uint32_t packed) {
        return {(packed & 2U) != 0,  static_cast<FhirEdition>(packed >> 2 & 3U),
                (packed & 16U) != 0, (packed & 32U) != 0,
                (packed & 64U) != 0, (packed & 128U) != 0,
                packed >> 8};
    }
};

/// Appends where a finding points, in the simple FHIRPath that OperationOutcome.issue.expression takes (names and
/// indices): "Bundle.entry[3].resource.item[1].productOrService" of the input where that was FHIR, else
/// "Claim.item[1]..." of an R4 Claim. `origin` is Claim::origin.
void append_fhir_expression(std::string& out, const Finding& finding, std::uint32_t origin);

}   // namespace deltoid

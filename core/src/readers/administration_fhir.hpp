// SPDX-License-Identifier: Apache-2.0
// FHIR MedicationAdministrations as administration records.
#pragma once

#include <memory>

#include "readers/administration_rows.hpp"

namespace deltoid {

/// A record is joined by the claim that it names, else by patient, day and drug: the patient's identifier is compared
/// with the claim's subscriber and patient numbers. What was not done or entered in error is no record.
[[nodiscard]] std::unique_ptr<AdministrationReader> make_fhir_administrations_reader(Administrations& records);

}   // namespace deltoid

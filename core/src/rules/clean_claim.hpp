// SPDX-License-Identifier: Apache-2.0
// The claim that every rule finds clean: examples are patches on it, tests and the page begin with it.
#pragma once

#include <string_view>

namespace deltoid::rulebook {

/// Ketorolac 60 mg into the muscle at an office visit with a problem of its own, billed to Medicare Part B. All names
/// and numbers are invented; 1234567893 is the example number of the NPI check digit's specification.
inline constexpr std::string_view clean_claim = R"({
  "id": "CLEAN-1", "kind": "professional",
  "payer": {"name": "Medicare Part B", "id": "04402", "class": "medicare_b", "sequence": "P"},
  "frequency": "1", "total_charge": "172.00", "pos": "11",
  "billing": {"npi": "1234567893", "taxonomy": "207Q00000X", "entity": "organization"},
  "rendering": {"npi": "1234567893", "taxonomy": "207Q00000X", "entity": "person"},
  "patient": {"birth_date": "1964-02-01", "sex": "F"},
  "subscriber": {"id": "1EG4TE5MK73"},
  "diagnoses": ["M54.50"],
  "lines": [
    {"line": 1, "code": "99213", "modifiers": ["25"], "units": "1", "unit_type": "UN", "charge": "120.00",
     "from": "2026-09-15", "pointers": [1]},
    {"line": 2, "code": "96372", "units": "1", "unit_type": "UN", "charge": "40.00", "from": "2026-09-15", "pointers": [1]},
    {"line": 3, "code": "J1885", "modifiers": ["JZ"], "units": "4", "unit_type": "UN", "charge": "12.00",
     "from": "2026-09-15", "pointers": [1]}]})";

/// The options of an example that names none.
inline constexpr std::string_view example_options = R"({"as_of":"2026-09-20"})";

}  // namespace deltoid::rulebook

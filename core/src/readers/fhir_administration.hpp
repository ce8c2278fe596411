// SPDX-License-Identifier: Apache-2.0
// FHIR MedicationAdministrations as records of what was given: hl7.org/fhir/R4/medicationadministration.html.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "deltoid/finding.hpp"

namespace deltoid {

/// What one MedicationAdministration says; "" what it does not. Texts as sent, good during the call only.
struct FhirAdministration {
    std::string_view id;                 ///< identifier, else the resource's id
    std::string_view status;             ///< "completed", "not-done", "entered-in-error" ...
    std::string_view not_given_reason;   ///< statusReason
    // Whom.
    std::string_view patient;              ///< the reference as sent: "Patient/1"
    std::string_view patient_identifier;   ///< of the reference, else of the Patient in the same file
    std::string_view patient_name;
    std::string_view birth_date;
    // When: effectiveDateTime, else the start of effectivePeriod; ISO with its time zone.
    std::string_view given_at;
    std::string_view given_until;   ///< the end of effectivePeriod
    // What.
    std::string_view drug;   ///< text or display of the medication
    std::string_view ndc, rxnorm, hcpcs, cvx;
    std::string_view dose;         ///< "60", as written
    std::string_view dose_unit;    ///< "mg"
    std::string_view dose_text;    ///< dosage.text, when that is all there is or besides
    std::string_view rate;         ///< of an infusion: "100 mL/h", when given as a quantity
    std::string_view route;        ///< text, else display, else code
    std::string_view route_code;   ///< SNOMED CT or NCI: "78421000"
    std::string_view site, site_code, method;
    std::string_view lot, expiration;   ///< of the Medication's batch, or an extension or note field of that name
    // Who.
    std::string_view performer;   ///< display, else name of the Practitioner
    std::string_view performer_npi;
    std::string_view performer_role;               ///< credential or function
    std::string_view ordered_by, ordered_by_npi;   ///< requester of the MedicationRequest, when that is contained
    // Why.
    std::string_view reason;        ///< text or display of reasonCode
    std::string_view reason_code;   ///< ICD-10-CM
    // Which visit or claim.
    std::string_view encounter;   ///< context as sent: "Encounter/7"
    std::string_view claim;       ///< an identifier or extension that names a claim (".../claim-id", type PATNO or VN)
    std::string_view note;        ///< the first

    std::uint64_t offset = 0;   ///< of its entry's, line's or own first byte
    std::uint32_t text_line = 0;
    std::uint32_t entry = 0;   ///< of the Bundle, from 0
    bool in_bundle = false;
};

/// Whom the reader tells.
class FhirAdministrationSink {
public:
    virtual ~FhirAdministrationSink() = default;
    virtual void administration(const FhirAdministration& record) = 0;
    /// SRC003 or SRC005 about the file or one of its resources, with its place; about_file is set.
    virtual void trouble(const Finding& finding) = 0;
};

/// Reads a file of FHIR: one resource, a Bundle, an array, one resource a line; fed in any chunks. Everything given is
/// taken at once, so nothing needs to be kept by the caller.
///
///     FhirAdministrationReader reader(sink);
///     while (...) reader.read(bytes);
///     reader.end();
class FhirAdministrationReader {
public:
    explicit FhirAdministrationReader(FhirAdministrationSink& sink);
    ~FhirAdministrationReader();
    void read(std::string_view bytes);
    void end();

    [[nodiscard]] std::uint64_t records() const;
    [[nodiscard]] bool complete() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// What a claim refers to: the few facts of a Patient, Coverage, Practitioner ... that a claim wants, and a bounded
// table of those that stand in the same Bundle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "readers/fhir_element.hpp"

namespace deltoid {

/// The facts of one resource; "" what it does not say.
struct FhirFacts {
    bool found = false;      ///< it was at hand; else this is what a reference says by itself
    std::string_view type;   ///< "Patient"
    std::string_view id;
    std::string_view identifier;   ///< the first that is no NPI: a member's, a payer's
    std::string_view npi;
    std::string_view taxonomy;   ///< of the NUCC code set
    std::string_view name;
    std::string_view state;
    std::string_view birth_date, death_date, gender;
    std::string_view subscriber_id;    ///< Coverage
    std::string_view payer_class;      ///< Coverage.type, as the contract calls it
    std::string_view refers_to;        ///< Coverage.payor, PractitionerRole.practitioner, Medication.manufacturer ...
    std::string_view also_refers_to;   ///< PractitionerRole.organization
    std::string_view code, ndc, rxnorm, hcpcs;   ///< Condition, Medication; code: ICD-10-CM, or the text
    std::string_view lot, expiration;            ///< Medication.batch

    /// Of a resource at hand; the views are its own.
    [[nodiscard]] static FhirFacts of(FhirElement resource);
};

/// Small resources by what refers to them.
class FhirDirectory {
public:
    /// The most that is kept of one Bundle.
    static constexpr std::size_t byte_limit = std::size_t{4} << 20;
    static constexpr std::size_t resource_limit = 20'000;

    /// `full_url`: Bundle.entry.fullUrl. False when there is no room for it.
    bool remember(FhirElement resource, std::string_view full_url);
    /// Null when nothing of that name is known. "Patient/1", "https://server/fhir/Patient/1", "urn:uuid:...".
    [[nodiscard]] const FhirFacts* find(std::string_view reference) const;
    void clear();

private:
    struct Slot {
        std::string_view name;
        std::uint32_t facts = 0;   ///< from 1
    };
    [[nodiscard]] std::size_t slot_of(std::string_view name) const;
    void enter(std::string_view name, std::uint32_t facts);
    void grow();

    std::vector<FhirFacts> facts_;
    std::vector<Slot> slots_;   ///< open hash; a power of two
    std::size_t used_ = 0;      ///< slots
    std::size_t bytes_ = 0;
    Arena arena_;
};

/// Follows the references of one resource: into what it contains, then into the directory.
class FhirResolver {
public:
    /// What follow() answers holds until the next one.
    void begin(FhirElement resource, const FhirDirectory& directory);
    /// The facts behind a Reference: what it says itself (identifier, display, type) and what it leads to.
    [[nodiscard]] FhirFacts follow(FhirElement reference) const;
    [[nodiscard]] FhirFacts follow(std::string_view reference) const;

private:
    const FhirDirectory* directory_ = nullptr;
    FhirDirectory contained_;   ///< "#id"
};

/// The part of a reference that names the resource: "Patient/1" of a URL, "urn:uuid:..." as it stands, no version.
[[nodiscard]] std::string_view name_of_reference(std::string_view reference);
/// An NPI by its system or its type (C4BB and HL7 "npi"; CMS's own ".../carr_clm_blg_npi_num").
[[nodiscard]] bool is_npi(FhirElement identifier);
[[nodiscard]] bool is_taxonomy(FhirElement coding);

}   // namespace deltoid

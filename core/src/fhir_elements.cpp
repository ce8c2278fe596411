// SPDX-License-Identifier: Apache-2.0
// The table behind the FHIR names. R4: hl7.org/fhir/R4/claim.html and explanationofbenefit.html; STU3:
// hl7.org/fhir/STU3; DSTU2: hl7.org/fhir/DSTU2/claim.html.
#include "fhir_elements.hpp"

#include <array>
#include <string_view>

#include "fields.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

/// A field below the claim or its item; what is not listed is named by the whole of it. "" in a later column: as in the
/// column before.
struct Element {
    Field field;
    std::string_view claim;
    std::string_view benefit = {};   ///< in an ExplanationOfBenefit, where it stands elsewhere
    std::string_view stu3 = {};
    std::string_view dstu2 = {};
};

constexpr std::array elements{
    Element{Field::id, "identifier"},
    Element{Field::kind, "type"},
    Element{Field::payer_name, "insurer"},
    Element{Field::payer_id, "insurer"},
    Element{Field::payer_class, "insurance"},
    Element{Field::payer_sequence, "insurance"},
    Element{Field::prior_authorization, "insurance", "preAuthRef"},
    Element{Field::original_reference, "related"},
    Element{Field::frequency, "related", "supportingInfo", "information"},
    Element{Field::total_charge, "total"},
    Element{Field::billing_npi, "provider"},
    Element{Field::billing_taxonomy, "provider"},
    Element{Field::billing_entity, "provider"},
    Element{Field::rendering_npi, "careTeam"},
    Element{Field::rendering_taxonomy, "careTeam"},
    Element{Field::rendering_entity, "careTeam"},
    Element{Field::supervising_npi, "careTeam"},
    Element{Field::ordering_npi, "careTeam"},
    Element{Field::referring_npi, "careTeam"},
    Element{Field::facility_npi, "facility"},
    Element{Field::patient_id, "patient"},
    Element{Field::patient_birth_date, "patient"},
    Element{Field::patient_sex, "patient"},
    Element{Field::patient_death_date, "patient"},
    Element{Field::subscriber_id, "insurance"},
    Element{Field::diagnoses, "diagnosis"},
    Element{Field::lines, "item"},
    Element{Field::line_number, "sequence"},
    Element{Field::line_code, "productOrService", {}, "service"},
    Element{Field::line_modifiers, "modifier"},
    Element{Field::line_units, "quantity"},
    Element{Field::line_unit_type, "quantity"},
    Element{Field::line_charge, "net", {}, {}, "net"},
    Element{Field::line_from, "serviced", {}, {}, "serviceDate"},
    Element{Field::line_to, "serviced", {}, {}, "serviceDate"},
    Element{Field::line_pos, "location"},
    Element{Field::line_pointers, "diagnosisSequence", {}, "diagnosisLinkId"},
    Element{Field::line_revenue_code, "revenue"},
    Element{Field::line_ndc_code, "detail"},
    Element{Field::line_ndc_quantity, "detail"},
    Element{Field::line_ndc_unit, "detail"},
    Element{Field::line_rendering_npi, "careTeamSequence", {}, "careTeamLinkId"},
    Element{Field::line_rendering_taxonomy, "careTeamSequence", {}, "careTeamLinkId"},
};
/// Of FHIR alone: what came otherwise has no such element.
constexpr std::array elements_of_fhir{
    Element{Field::payer_state, "insurer"},
    Element{Field::received_date, "supportingInfo", {}, "information"},
    Element{Field::bill_type, "supportingInfo", {}, "information"},
    Element{Field::note, "supportingInfo", {}, "information"},
    Element{Field::line_note, "informationSequence", {}, "informationLinkId"},
    Element{Field::line_prior_authorization, "extension"},
};

std::string_view name_of(const Element& element, const FhirOrigin& origin) {
    if (element.field == Field::total_charge && origin.benefit && origin.edition != FhirEdition::r4) return "totalCost";
    std::string_view name = element.claim;
    const auto prefer = [&](std::string_view other) {
        if (!other.empty()) name = other;
    };
    if (origin.benefit) prefer(element.benefit);
    if (origin.edition != FhirEdition::r4) prefer(element.stu3);
    if (origin.edition == FhirEdition::dstu2) prefer(element.dstu2);
    return name;
}

void append_index(std::string& out, std::uint32_t index) {
    out += '[';
    append_number(out, index);
    out += ']';
}

/// Whether the n-th of the claim's list is the n-th element.
bool counts_alike(Field field, const FhirOrigin& origin) {
    if (field == Field::diagnoses) return !origin.diagnoses_moved;
    if (field == Field::line_modifiers) return !origin.modifiers_joined;
    return true;
}

}   // namespace

void append_fhir_expression(std::string& out, const Finding& finding, std::uint32_t packed) {
    const FhirOrigin origin = FhirOrigin::of(packed);
    if (origin.in_bundle) {
        out += "Bundle.entry";
        append_index(out, origin.entry);
        out += ".resource";
    } else {
        out += origin.benefit ? "ExplanationOfBenefit" : "Claim";
    }
    const bool of_claim = finding.field != Field::none && row_of(finding.field).part == Part::claim;
    if (finding.line != 0 && !of_claim) {
        out += ".item";
        append_index(out, finding.line - 1U);
    }
    const auto append = [&](const Element& element) {
        if (element.field != finding.field) return;
        out.append(".").append(name_of(element, origin));
        if (finding.element != 0 && counts_alike(finding.field, origin)) append_index(out, finding.element - 1U);
    };
    for (const Element& element : elements) append(element);
    if (packed != 0)
        for (const Element& element : elements_of_fhir) append(element);
}

}   // namespace deltoid

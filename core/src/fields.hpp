// SPDX-License-Identifier: Apache-2.0
// The table of a claim's fields: one row names a field in every dialect and knows how to read and write it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "deltoid/claim.hpp"

namespace deltoid {

enum class Field : std::uint8_t {
    none,
    id, kind, payer_name, payer_id, payer_class, payer_sequence, payer_state, payer_contractor,
    received_date, frequency, original_reference, prior_authorization, total_charge, pos, bill_type, note,
    billing_npi, billing_taxonomy, billing_entity,
    rendering_npi, rendering_taxonomy, rendering_entity,
    supervising_npi, ordering_npi, referring_npi, facility_npi,
    patient_id, patient_birth_date, patient_sex, patient_death_date, subscriber_id,
    diagnoses, lines,
    line_number, line_code, line_description, line_modifiers, line_units, line_unit_type, line_charge, line_from, line_to,
    line_pos, line_pointers, line_note, line_revenue_code, line_ndc_code, line_ndc_quantity, line_ndc_unit,
    line_rendering_npi, line_rendering_taxonomy, line_prior_authorization, line_measurements,
    doc_drug, doc_dose, doc_route, doc_site, doc_lot, doc_expiration, doc_given_at, doc_ordered_by, doc_order_date,
    doc_given_by, doc_credential, doc_supervised_by, doc_supervision, doc_response, doc_indication, doc_container,
    doc_discarded, doc_source, doc_injections, doc_visit_documented_separately, doc_reason_distinct, doc_new_problem,
    count
};

/// Fields of the administration record as bits, as a rule declares them (Rule::record).
template <class... Fields>
constexpr std::uint32_t record_fields(Fields... fields) {
    return (0U | ... | (1U << (static_cast<unsigned>(fields) - static_cast<unsigned>(Field::doc_drug))));
}
static_assert(static_cast<unsigned>(Field::count) - static_cast<unsigned>(Field::doc_drug) <= 32);

/// Where a field stands.
enum class Part : std::uint8_t { claim, line, documentation };

/// How a field is written in JSON.
enum class FieldType : std::uint8_t { text, integer, boolean, money, quantity, date, list };

struct FieldRow {
    Field field;
    Part part;
    FieldType type;
    std::string_view pointer;   ///< JSON pointer below its part: "/payer/name"; below "/lines/N" or ".../documentation"
    std::string_view csv;       ///< column header
    std::string_view x12;       ///< loop and element of an 837P; "" when it has none
    std::string_view box;       ///< CMS-1500 item; "" when it has none
    std::string_view label;     ///< what a person calls it
    std::string_view control;   ///< form control: text, date, money, number, select, check, list
    /// As sent; null for lists. `line` is null for fields of the claim.
    std::string_view (*get)(const Claim&, const Line*);
    /// Sets the text and what is read from it. For documentation the line must have a record. False for lists.
    bool (*set)(Claim&, Line*, std::string_view);
};

/// All rows, in the order of the contract's claim.
[[nodiscard]] std::span<const FieldRow> field_rows();
[[nodiscard]] const FieldRow& row_of(Field field);
/// The field at a pointer below its part ("/payer/name"), null when there is none.
[[nodiscard]] const FieldRow* field_at(Part part, std::string_view pointer);
/// The whole JSON pointer: line from 1, element of a list from 1 or 0.
void append_pointer(std::string& out, Field field, unsigned line, unsigned element);
/// The view a place is looked up by: the value itself; for lists the first element or the list's text.
[[nodiscard]] std::string_view view_of(const Claim& claim, const Line* line, Field field, unsigned element);

}  // namespace deltoid

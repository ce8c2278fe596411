// SPDX-License-Identifier: Apache-2.0
// What a claim and its records tell of who saw the patient: said once for a claim and remembered with it, since a visit
// on another claim of the day may answer what they leave open.
#pragma once

#include "rules/sup/giver.hpp"

namespace deltoid::rulebook {

/// Bits of ServiceClaim::care.
enum class Care : std::uint8_t {
    supervision_told = 1,   ///< a supervisor, how it was supervised, or the practitioner's own hand
    new_problem = 2,        ///< for each day with an injection a record says so, and no practitioner gave it
    visit_of_other = 4,     ///< the record gives a new-patient visit to somebody who does not render it
    order_unshown = 8       ///< staff gave it, and neither claim nor record names who ordered or supervised
};

inline bool has_care(const Service& service, Care care) {
    return (service.claim->care & static_cast<std::uint8_t>(care)) != 0;
}

inline bool tells_supervision(const Documentation& record) {
    return !trim(record.supervision).empty() || !trim(record.supervised_by).empty() ||
           giver_of(record) == Giver::practitioner;
}

/// Rulebook, DOC: such a record is asked for its order and its supervisor by rules of its own.
inline bool is_administration_record(const Documentation& record) {
    for (const std::string_view text :
         {record.drug, record.site, record.lot, record.expiration, record.given_at, record.order_date, record.response})
        if (!trim(text).empty()) return true;
    return false;
}

inline bool is_new_patient_visit(Code code) {
    using namespace literals;
    return code >= "99202"_code && code <= "99205"_code;
}

/// Taxonomies of physicians begin with 20 (NUCC).
inline bool is_physician(std::string_view taxonomy) { return trim(taxonomy).starts_with("20"); }

/// Taxonomy of who renders a line: the line's, the claim's, else that of a billing provider who is a person.
inline std::string_view rendering_taxonomy(const Claim& claim, const Line& line) {
    if (!trim(line.rendering.npi).empty()) return trim(line.rendering.taxonomy);
    if (!trim(claim.rendering.npi).empty()) return trim(claim.rendering.taxonomy);
    return same_code(claim.billing.entity, "person") ? trim(claim.billing.taxonomy) : std::string_view();
}

/// A nurse; or a nurse practitioner or physician assistant while a physician bills the visit.
inline bool is_given_to_other(const Documentation& record, std::string_view taxonomy) {
    constexpr std::array<std::string_view, 4> physician_words{"MD", "DO", "PHYSICIAN", "DOCTOR"};
    const Giver giver = giver_of(record);
    if (giver == Giver::staff) return true;
    const std::string_view words = trim(record.credential).empty() ? record.given_by : record.credential;
    const bool assistant = holds_any_word(words, std::array<std::string_view, 1>{"ASSISTANT"});
    return giver == Giver::practitioner && is_physician(taxonomy) &&
           (assistant || !holds_any_word(words, physician_words));
}

inline bool answers_new_problem(const Documentation& record) { return !trim(record.new_problem).empty(); }

/// Every day with an injection has a record of a new problem, given by somebody who does not bill.
inline bool is_all_new_problem(const ClaimContext& context) {
    bool any = false;
    for (const Service& injection : context.services) {
        if (!injection.is(CodeSet::injection)) continue;
        const Documentation* record = record_that(context, injection, &answers_new_problem);
        if (record == nullptr || !same_code(record->new_problem, "true")) return false;
        if (giver_of(context, injection) == Giver::practitioner) return false;
        any = true;
    }
    return any;
}

inline bool is_order_unshown(const Claim& claim) {
    if (!trim(claim.ordering.npi).empty() || !trim(claim.supervising.npi).empty() || !trim(claim.referring.npi).empty())
        return false;
    bool staff = false;
    for (const Documentation& record : claim.documentations) {
        if (!trim(record.ordered_by).empty() || !trim(record.supervised_by).empty() || is_administration_record(record))
            return false;
        staff |= giver_of(record) == Giver::staff;
    }
    return staff;
}

inline bool has_visit_of_other(const ClaimContext& context) {
    for (const Service& visit : context.services) {
        const Line& line = context.claim.lines[visit.line - 1U];
        const Documentation* record = record_of(context.claim, line);
        if (record != nullptr && is_new_patient_visit(visit.facts.code) &&
            is_given_to_other(*record, rendering_taxonomy(context.claim, line)))
            return true;
    }
    return false;
}

inline std::uint8_t care_of(const ClaimContext& context) {
    unsigned care = trim(context.claim.supervising.npi).empty() ? 0U : static_cast<unsigned>(Care::supervision_told);
    if (context.claim.documentations.empty()) return static_cast<std::uint8_t>(care);
    for (const Documentation& record : context.claim.documentations)
        if (tells_supervision(record)) care |= static_cast<unsigned>(Care::supervision_told);
    if (is_all_new_problem(context)) care |= static_cast<unsigned>(Care::new_problem);
    if (has_visit_of_other(context)) care |= static_cast<unsigned>(Care::visit_of_other);
    if (is_order_unshown(context.claim)) care |= static_cast<unsigned>(Care::order_unshown);
    return static_cast<std::uint8_t>(care);
}

}  // namespace deltoid::rulebook

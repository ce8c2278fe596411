// SPDX-License-Identifier: Apache-2.0
// What the head and the lines of a FHIR claim are both read by: amounts, sequences, codes.
#pragma once

#include <cstddef>
#include <string_view>

#include "readers/fhir_element.hpp"
#include "whole_number.hpp"

namespace deltoid::fhir {

/// FHIR keeps the digits that were sent: "120.000" is 120.00, and what payers take has so many decimals.
[[nodiscard]] inline std::string_view decimals(std::string_view text, std::size_t room) {
    const auto point = text.find('.');
    if (point == text.npos) return text;
    while (text.size() > point + 1 + room && text.back() == '0') text.remove_suffix(1);
    return text;
}

/// A Money, a Quantity, or the bare number of careless senders.
[[nodiscard]] inline std::string_view amount_of(FhirElement holder) {
    return holder["value"] ? holder["value"].text() : holder.text();
}

[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether the code is among those of the concept.
[[nodiscard]] inline bool says(FhirElement concept_of, std::string_view code) {
    bool found = false;
    each_coding(concept_of, [&](FhirElement coding) { found = found || same_code(code_of(coding), code); });
    return found;
}

[[nodiscard]] inline bool any_code_ends(FhirElement concept_of, std::string_view end) {
    bool found = false;
    each_coding(concept_of, [&](FhirElement coding) { found = found || code_of(coding).ends_with(end); });
    return found;
}

/// What was billed, of an adjudication or of the totals: CARIN "submitted", CMS by the names of its variables.
[[nodiscard]] inline FhirElement submitted(FhirElement list) {
    for (const FhirElement one : list.each()) {
        const FhirElement category = one["category"];
        if (says(category, "submitted") || any_code_ends(category, "sbmtd_chrg_amt") ||
            any_code_ends(category, "rev_cntr_tot_chrg_amt"))
            return one["amount"];
    }
    return {};
}

/// Far over any resource's; higher ones are as if they were not given.
inline constexpr std::size_t sequence_limit = 9'999;

[[nodiscard]] inline std::size_t sequence_of(FhirElement element) {
    const std::string_view text = element.text();
    const std::size_t number = is_whole_number(text) ? whole_number(text) : sequence_limit + 1;
    return number > sequence_limit ? sequence_limit + 1 : number;
}

}   // namespace deltoid::fhir

// SPDX-License-Identifier: Apache-2.0
// BND014: no loaded edit table can say whether a pair is allowed on the day.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view edition_missing_messages[] = {
    "Some services beside an injection were not checked against Medicare's edits of hospital claims, because no loaded "
    "table has them for their day (claims: {claims}). Load the outpatient hospital edits for {days}.",
    "Some services beside an injection were not checked against Medicare's edits, because no loaded table has them for "
    "their day (claims: {claims}). Load the practitioner edits for {days}.",
};
inline constexpr Source edition_missing_sources[] = {source::ptp, source::ptp_outpatient};
inline constexpr Example edition_missing_bad[] = {
    {"A dressing change in a quarter whose table is not loaded.",
     R"([{"op":"replace","path":"/lines/0/code","value":"99173"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"replace","path":"/lines/0/from","value":"2025-12-16"},{"op":"replace","path":"/lines/1/from",
             "value":"2025-12-16"},
         {"op":"replace","path":"/lines/2/from","value":"2025-12-16"}])"},
};
inline constexpr Example edition_missing_good[] = {
    {"The pair stands in the table.", "[]"},
};

/// Products are never in a pair with an administration code.
inline bool may_be_paired(const Service& service) {
    const CodeSets products = bit(CodeSet::drug) | bit(CodeSet::vaccine) | bit(CodeSet::supply) | bit(CodeSet::allergen_product) |
                              bit(CodeSet::injection) | bit(CodeSet::injection_predecessor);
    return service.facts.code.valid() && (service.facts.sets & products) == 0;
}

/// BND002 knows 99211 for Medicare whatever the table says.
inline bool known_by_manual(const Service& service) { return service.is(CodeSet::nurse_visit) && is_medicare(service.claim->payer); }

inline void check_edition_missing(const DayContext& day, Report& report) {
    const Service* injection = nullptr;
    for (const Service& service : day.services)
        if (injection == nullptr && service.is(CodeSet::injection)) injection = &service;
    if (injection == nullptr) return;
    const bool institutional = injection->claim->institutional;
    for (const Service& other : day.services) {
        if (!may_be_paired(other)) continue;
        const Answer<EditRow>& edit = edit_of(other);
        if (edit || edit.covered || (!institutional && known_by_manual(other))) continue;
        return report.leave_open(institutional ? 0 : 1, day.day);
    }
}

inline constexpr Rule edition_missing{
    .id = "BND014",
    .name = "edition-missing",
    .level = Level::info,
    .scope = Scope::day,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "The date of service lies outside the loaded edit tables of the claim's kind, so a pair was not checked.",
    .why = "A pair that no loaded table has for that day may still be denied.",
    .fix = "Load Medicare's edit table for the quarter.",
    .messages = edition_missing_messages,
    .sources = edition_missing_sources,
    .bad = edition_missing_bad,
    .good = edition_missing_good,
    .check_day = &check_edition_missing,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// POS003: a place of service that does not exist, or none.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/pos/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view invalid_pos_messages[] = {
    "Line {line}: {pos} was not a place of service on this date (box 24B). Write the two digits of the place where the "
    "patient was.",
    "The claim's place of service {pos} was not one on this date (box 24B). Write the two digits of the place where "
    "the patient was.",
    "The claim has no place of service (box 24B). Write the two digits of the place where the patient was.",
};
inline constexpr Source invalid_pos_sources[] = {source::place_codes};
inline constexpr Example invalid_pos_bad[] = {
    {"35 has never been assigned.", R"([{"op":"replace","path":"/pos","value":"35"}])"},
};
inline constexpr Example invalid_pos_good[] = {
    {"Outreach and street, from 2023-10-01.", R"([{"op":"replace","path":"/pos","value":"27"}])"},
    {"The office.", "[]"},
};

/// The table names every number that is not assigned on a day; what is not two digits is in no table.
inline bool is_no_place(const Tables& tables, std::string_view text, Day day) {
    const Answer<PlaceRow> answer = tables.place(text, day);
    const bool digits = text.size() == 2 && text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
    if (!digits) return true;
    return answer ? answer.row->place_class == PlaceClass::unassigned : answer.covered;
}

inline void prove_place(Finding& finding, const Tables& tables, std::string_view text, Day day) {
    const Answer<PlaceRow> answer = tables.place(text, day);
    if (answer) finding.proven_by(tables.edition(answer.row->edition), finding.keep(text));
}

inline const Service* heir_of_claim_place(const ClaimContext& context) {
    for (const Service& service : context.services)
        if (trim(context.claim.lines[service.line - 1U].pos).empty()) return &service;
    return nullptr;
}

/// The claim's own place counts where a line inherits it, and in an 837 wherever it stands (CLM05-1).
inline void check_claim_place(const ClaimContext& context, Report& report) {
    const std::string_view place = trim(context.claim.pos);
    const Service* heir = heir_of_claim_place(context);
    if (heir == nullptr && place.empty()) return;
    if (heir != nullptr && heir->place != 0 && heir->where != PlaceClass::unassigned) return;
    const Day day = (heir == nullptr ? context.services.front() : *heir).day;
    if (!is_no_place(context.tables, place, day)) return;
    Finding& finding = report.say(place.empty() ? 2 : 1).in(Field::pos).with("pos", place);
    finding.denies(Group::CO, "16", 0, "M77").fix_by(Operation::set_field, 0, Field::pos).from_chart();
    prove_place(finding, context.tables, place, day);
}

inline void check_invalid_pos(const ClaimContext& context, Report& report) {
    check_claim_place(context, report);
    for (const Service& service : context.services) {
        const std::string_view place = trim(context.claim.lines[service.line - 1U].pos);
        if (place.empty() || !is_no_place(context.tables, place, service.day)) continue;
        Finding& finding = report.say(0, service).in(Field::line_pos).with("pos", place);
        finding.denies(Group::CO, "16", service.line, "M77");
        finding.fix_by(Operation::set_field, service.line, Field::line_pos).from_chart();
        prove_place(finding, context.tables, place, service.day);
    }
}

inline constexpr Rule invalid_pos{
    .id = "POS003",
    .name = "invalid-pos",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "The place of service is missing, is not two digits, or was not assigned on the date of service.",
    .why = "A claim without a valid place is returned before anybody looks at the services.",
    .fix = "Write the two digits of the place where the patient was.",
    .messages = invalid_pos_messages,
    .sources = invalid_pos_sources,
    .bad = invalid_pos_bad,
    .good = invalid_pos_good,
    .check_claim = &check_invalid_pos,
};

}  // namespace deltoid::rulebook

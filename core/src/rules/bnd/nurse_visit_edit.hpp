// SPDX-License-Identifier: Apache-2.0
// BND001: 99211 beside an injection while the edit table has the pair.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view nurse_visit_edit_messages[] = {
    "Line {line}: {visit} is denied beside the injection {injection}, with or without a modifier. Delete {visit} (box "
    "24D).",
    "Line {line}: {visit} is denied beside the injection {injection} unless it carries 25 (box 24D). Hospitals bill "
    "Medicare for a clinic visit of their own with G0463.",
};
inline constexpr Source nurse_visit_edit_sources[] = {source::ptp, source::ptp_outpatient, source::injection_visit_manual,
                                                     source::opps_status};
inline constexpr Example nurse_visit_edit_bad[] = {
    {"A nurse visit with 25 is billed for the injection.", R"([{"op":"replace","path":"/lines/0/code","value":"99211"}])"},
    {"A hospital bills it without 25.",
     R"([{"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0131"},
         {"op":"remove","path":"/pos"},{"op":"replace","path":"/lines/0/code","value":"99211"},
         {"op":"remove","path":"/lines/0/modifiers"}])"},
};
inline constexpr Example nurse_visit_edit_good[] = {
    {"A visit of the practitioner with 25.", "[]"},
};

/// The pair in force: on professional claims no modifier at all helps (indicator 0).
inline bool nurse_visit_edit_in_force(const Service& visit) {
    return edit_of(visit) && edit_of(visit).row->indicator == 0;
}

/// On hospital claims 25 opens the pair (indicator 1), so that only a visit without it is denied.
inline bool nurse_visit_without_25(const Service& visit) {
    return visit.claim->institutional && edit_of(visit) && edit_of(visit).row->indicator == 1 &&
           !visit.has_any(visit_modifiers);
}

inline void check_nurse_visit_edit(const DayContext& day, Report& report) {
    for (const Service& visit : day.services) {
        if (!visit.is(CodeSet::nurse_visit)) continue;
        const bool opened_by_25 = nurse_visit_without_25(visit);
        if (!opened_by_25 && !nurse_visit_edit_in_force(visit)) continue;
        const Service* injection = injection_beside(day, visit);
        if (injection == nullptr) continue;
        Finding& finding = at_pair_level(report.say(opened_by_25 ? 1 : 0, visit), *visit.claim);
        finding.in(Field::line_code).with("visit", visit.facts.code).with("injection", injection->facts.code);
        finding.denies(Group::CO, pair_carc(visit.claim->payer), visit.line).fix_by(Operation::delete_line, visit.line);
        if (opened_by_25) finding.tag(Tag::chart).fix_by(Operation::add_modifier, visit.line, "25").from_chart();
        report.partner(finding, visit, *injection);
        prove_by_pair(finding, day, *injection, visit);
    }
}

inline constexpr Rule nurse_visit_edit{
    .id = "BND001",
    .name = "nurse-visit-edit",
    .level = Level::error,
    .scope = Scope::day,
    .needs = Need::injection | Need::nurse_visit,
    .institutional = true,
    .summary = "99211 is billed on the day of an injection, and Medicare's edit table has the pair.",
    .why = "The injection already includes the nurse's work, so the edit denies 99211: with or without a modifier on a "
           "professional claim, without 25 on a hospital's.",
    .fix = "Delete 99211; on a hospital claim it may carry 25 when its note shows separate work.",
    .myth = "Often advised: bill 99211-25 with 96372. Medicare says 99211 is not paid with a drug administration, with or "
            "without 25.",
    .messages = nurse_visit_edit_messages,
    .sources = nurse_visit_edit_sources,
    .bad = nurse_visit_edit_bad,
    .good = nurse_visit_edit_good,
    .check_day = &check_nurse_visit_edit,
};

}  // namespace deltoid::rulebook

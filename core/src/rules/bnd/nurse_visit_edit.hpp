// SPDX-License-Identifier: Apache-2.0
// BND001: 99211 beside an injection while the edit table has the pair.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view nurse_visit_edit_messages[] = {
    "Line {line}: {visit} is denied beside the injection {injection}, with or without a modifier. Delete {visit} (box "
    "24D).",
};
inline constexpr Source nurse_visit_edit_sources[] = {source::ptp, source::injection_visit_manual};
inline constexpr Example nurse_visit_edit_bad[] = {
    {"A nurse visit with 25 is billed for the injection.", R"([{"op":"replace","path":"/lines/0/code","value":"99211"}])"},
};
inline constexpr Example nurse_visit_edit_good[] = {
    {"A visit of the practitioner with 25.", "[]"},
};

/// The pair in force: no modifier at all helps (indicator 0).
inline bool nurse_visit_edit_in_force(const Service& visit) {
    return visit.facts.edit_practitioner && visit.facts.edit_practitioner.row->indicator == 0;
}

inline void check_nurse_visit_edit(const DayContext& day, Report& report) {
    for (const Service& visit : day.services) {
        if (!visit.is(CodeSet::nurse_visit) || !nurse_visit_edit_in_force(visit)) continue;
        const Service* injection = injection_beside(day, visit);
        if (injection == nullptr) continue;
        Finding& finding = at_pair_level(report.say(0, visit), visit.claim->payer);
        finding.in(Field::line_code).with("visit", visit.facts.code).with("injection", injection->facts.code);
        finding.denies(Group::CO, pair_carc(visit.claim->payer), visit.line).fix_by(Operation::delete_line, visit.line);
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
    .summary = "99211 is billed on the day of an injection, and Medicare's edit table has the pair.",
    .why = "The injection already includes the nurse's work, so the edit denies 99211 with or without a modifier.",
    .fix = "Delete 99211.",
    .myth = "Often advised: bill 99211-25 with 96372. Medicare says 99211 is not paid with a drug administration, with or "
            "without 25.",
    .messages = nurse_visit_edit_messages,
    .sources = nurse_visit_edit_sources,
    .bad = nurse_visit_edit_bad,
    .good = nurse_visit_edit_good,
    .check_day = &check_nurse_visit_edit,
};

}  // namespace deltoid::rulebook

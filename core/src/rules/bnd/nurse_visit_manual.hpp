// SPDX-License-Identifier: Apache-2.0
// BND002: 99211 beside an injection on a day without the edit: Medicare's manual denies it all the same.
#pragma once

#include "rules/bnd/nurse_visit_edit.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view nurse_visit_manual_messages[] = {
    "Line {line}: Medicare does not pay {visit} beside the injection {injection}. Its manual says so even where the "
    "edit table is silent, as for {day}: delete {visit} (box 24D).",
};
inline constexpr Source nurse_visit_manual_sources[] = {source::injection_visit_manual, source::ptp};
inline constexpr Example nurse_visit_manual_bad[] = {
    {"In the months of 2020 without the edit.",
     R"([{"op":"replace","path":"/lines/0/code","value":"99211"},{"op":"replace","path":"/lines/0/from","value":"2020-03-16"},
         {"op":"replace","path":"/lines/1/from","value":"2020-03-16"},{"op":"replace","path":"/lines/2/from",
             "value":"2020-03-16"}])",
     R"({"as_of":"2020-04-01"})"},
};
inline constexpr Example nurse_visit_manual_good[] = {
    {"A visit of the practitioner with 25.", "[]"},
};

inline void check_nurse_visit_manual(const DayContext& day, Report& report) {
    for (const Service& visit : day.services) {
        if (!visit.is(CodeSet::nurse_visit) || nurse_visit_edit_in_force(visit) || !is_medicare(visit.claim->payer)) continue;
        const Service* injection = injection_beside(day, visit);
        if (injection == nullptr) continue;
        Finding& finding = report.say(0, visit).as_medicare().in(Field::line_code);
        finding.with("visit", visit.facts.code).with("injection", injection->facts.code).with_day("day", day.day);
        finding.denies(Group::CO, "97", visit.line).fix_by(Operation::delete_line, visit.line);
        report.partner(finding, visit, *injection);
    }
}

inline constexpr Rule nurse_visit_manual{
    .id = "BND002",
    .name = "nurse-visit-manual",
    .level = Level::error,
    .scope = Scope::day,
    .needs = Need::injection | Need::nurse_visit,
    .summary = "99211 is billed to Medicare on the day of an injection, and the edit table does not have the pair for "
               "that day.",
    .why = "Medicare's manual does not pay 99211 with a drug administration, whether or not the edit is in force.",
    .fix = "Delete 99211.",
    .messages = nurse_visit_manual_messages,
    .sources = nurse_visit_manual_sources,
    .bad = nurse_visit_manual_bad,
    .good = nurse_visit_manual_good,
    .check_day = &check_nurse_visit_manual,
};

}  // namespace deltoid::rulebook

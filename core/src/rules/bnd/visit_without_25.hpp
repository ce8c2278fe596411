// SPDX-License-Identifier: Apache-2.0
// BND003: an office visit beside an injection without modifier 25.
#pragma once

#include "rules/bnd/complexity.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view visit_without_25_messages[] = {
    "Line {line}: {visit} needs modifier 25 beside the injection {injection} (box 24D). Without it the visit is "
    "denied, not the injection.",
    "Line {line}: {visit} has no modifier 25 beside the injection {injection} (box 24D). Medicare had no edit for this "
    "pair on {day}.",
};
inline constexpr Source visit_without_25_sources[] = {source::ptp, source::ptp_outpatient, source::injection_visit_manual,
                                                     source::modifier_25};
inline constexpr Example visit_without_25_bad[] = {
    {"The visit has no modifier.", R"([{"op":"remove","path":"/lines/0/modifiers"}])"},
};
inline constexpr Example visit_without_25_good[] = {
    {"The visit carries 25.", "[]"},
    {"There is no visit.",
     R"([{"op":"remove","path":"/lines/0"},{"op":"replace","path":"/total_charge","value":"52.00"}])"},
};

inline void check_visit_without_25(const DayContext& day, Report& report) {
    for (const Service& visit : day.services) {
        if (!visit.is(CodeSet::visit) || visit.has_any(visit_modifiers)) continue;
        if (visit.claim->institutional && !runs_edits(visit.claim->bill)) continue;   // POS004 or POS009 speaks
        const Service* injection = injection_beside(day, visit);
        if (injection == nullptr) continue;
        const bool in_force = edit_of(visit) && edit_of(visit).row->indicator == 1;
        if (!in_force && !edit_of(visit).covered) continue;   // BND014 says that nothing is known
        Finding& finding = report.say(in_force ? 0 : 1, visit);
        finding.in(Field::line_modifiers).with("visit", visit.facts.code).with("injection", injection->facts.code);
        report.partner(finding, visit, *injection);
        if (!in_force) {
            finding.at_level(Level::info).with_day("day", day.day);
            continue;
        }
        at_pair_level(finding, *visit.claim);
        finding.tag(Tag::chart);
        finding.denies(Group::CO, pair_carc(visit.claim->payer), visit.line);
        finding.fix_by(Operation::add_modifier, visit.line, "25");
        if (const Service* add_on = add_on_denied_by_25(day, visit)) finding.also_by(Operation::delete_line, add_on->line);
        finding.from_chart();
        finding.fix_by(Operation::delete_line, visit.line);
        prove_by_pair(finding, day, *injection, visit);
    }
}

inline constexpr Rule visit_without_25{
    .id = "BND003",
    .name = "visit-without-25",
    .level = Level::error,
    .scope = Scope::day,
    .needs = Need::injection | Need::visit,
    .institutional = true,
    .summary = "An office visit on the day of an injection has no modifier 25.",
    .why = "Medicare's edit pays the injection and denies the visit.",
    .fix = "Add 25 to the visit when its note shows work beyond the injection; otherwise delete the visit.",
    .myth = "Often advised: put 59 on 96372, or 25 on 96372. Neither gets the visit paid: 25 belongs on the visit, and "
            "only there.",
    .messages = visit_without_25_messages,
    .sources = visit_without_25_sources,
    .bad = visit_without_25_bad,
    .good = visit_without_25_good,
    .check_day = &check_visit_without_25,
};

}  // namespace deltoid::rulebook

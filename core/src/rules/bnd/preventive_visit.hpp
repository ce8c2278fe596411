// SPDX-License-Identifier: Apache-2.0
// BND013: a preventive visit beside an injection without 25.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/bnd/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view preventive_visit_messages[] = {
    "Line {line}: {visit} has no 25 beside the injection {injection} (box 24D). Medicare has no edit for this pair, "
    "but many commercial payers ask for 25.",
};
inline constexpr Source preventive_visit_sources[] = {source::preventive};
inline constexpr Example preventive_visit_bad[] = {
    {"A yearly check-up of a commercial patient with an injection.",
     R"([{"op":"replace","path":"/lines/0/code","value":"99396"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/payer/id","value":"60054"}])"},
};
inline constexpr Example preventive_visit_good[] = {
    {"The check-up carries 25.",
     R"([{"op":"replace","path":"/lines/0/code","value":"99396"},
         {"op":"replace","path":"/lines/0/modifiers","value":["25"]},
         {"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/payer/id","value":"60054"}])"},
};

inline void check_preventive_visit(const DayContext& day, Report& report) {
    for (const Service& visit : day.services) {
        if (!visit.is(CodeSet::preventive_visit) || visit.has_any(visit_modifiers)) continue;
        const Service* injection = injection_beside(day, visit);
        if (injection == nullptr) continue;
        Finding& finding = report.say(0, visit).tag(Tag::payer).in(Field::line_modifiers);
        finding.with("visit", visit.facts.code).with("injection", injection->facts.code);
        finding.fix_by(Operation::add_modifier, visit.line, "25").from_chart();
        report.partner(finding, visit, *injection);
    }
}

inline constexpr Rule preventive_visit{
    .id = "BND013",
    .name = "preventive-visit",
    .level = Level::info,
    .scope = Scope::day,
    .needs = needs(Need::injection),
    .summary = "A preventive visit is billed on the day of an injection without 25.",
    .why = "Many commercial payers want 25 there, although Medicare has no edit for the pair.",
    .fix = "Ask the payer; add 25 when the visit has a note of its own in the chart.",
    .confidence = Confidence::professional,
    .messages = preventive_visit_messages,
    .sources = preventive_visit_sources,
    .bad = preventive_visit_bad,
    .good = preventive_visit_good,
    .check_day = &check_preventive_visit,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// BND015: what the note of a separate injection must show.
#pragma once

#include "rules/bnd/bundled_into_procedure.hpp"
#include "rules/bnd/bypass_for_visit.hpp"
#include "rules/bnd/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view bypass_attested_messages[] = {
    "Line {line}: {modifier} claims an injection separate from {partner} (box 24D). The chart must show its drug, and "
    "the other site or time.",
};
inline constexpr Source bypass_attested_sources[] = {source::modifier_59, source::one_syringe};
inline constexpr Example bypass_attested_bad[] = {
    {"A push with one drug, an injection with another.",
     R"([{"op":"replace","path":"/lines/0/code","value":"96374"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/1/modifiers","value":["59"]},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J3420","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};
inline constexpr Example bypass_attested_good[] = {
    {"No modifier is needed.", "[]"},
};

/// The service that the bypass sets the injection apart from: a pair's partner, else another injection line.
inline const Service* set_apart_from(const DayContext& day, const Service& injection) {
    const Service* found = nullptr;
    for (const Service& other : day.services) {
        const bool pair = takes_injection_in(other) && !is_any_visit(other);
        if (!pair || another_specialty(injection, other)) continue;
        const bool marked = injection.has_any(bypass_modifiers) || other.has_any(bypass_modifiers);
        if (marked && (found == nullptr || other.facts.code < found->facts.code)) found = &other;
    }
    if (found != nullptr || !injection.has_any(bypass_modifiers)) return found;
    for (const Service& other : day.services)
        if (&other != &injection && other.is(CodeSet::injection)) return &other;
    return nullptr;
}

inline void check_bypass_attested(const DayContext& day, Report& report) {
    if (products_of(day).billed_drugs < 2) return;
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection)) continue;
        const Service* partner = set_apart_from(day, injection);
        if (partner == nullptr) continue;
        const Service& marked = injection.has_any(bypass_modifiers) ? injection : *partner;
        Finding& finding = report.say(0, injection).in(Field::line_modifiers).tag(Tag::chart).with("partner", partner->facts.code);
        finding.with("modifier", text_of(finding, bypass_on(marked)));
        report.partner(finding, injection, *partner);
    }
}

inline constexpr Rule bypass_attested{
    .id = "BND015",
    .name = "bypass-attested",
    .level = Level::info,
    .scope = Scope::day,
    .needs = Need::injection | Need::bypass,
    .institutional = true,
    .summary = "59 or an X modifier marks an injection as separate, and the day has a second drug.",
    .why = "Auditors ask for the other drug, site or time that the modifier claims.",
    .fix = "See that the chart names both drugs with their routes, sites and times.",
    .confidence = Confidence::secondary,
    .messages = bypass_attested_messages,
    .sources = bypass_attested_sources,
    .bad = bypass_attested_bad,
    .good = bypass_attested_good,
    .check_day = &check_bypass_attested,
};

}  // namespace deltoid::rulebook

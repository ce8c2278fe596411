// SPDX-License-Identifier: Apache-2.0
// DRG005: nothing discarded and something discarded, of one drug.
#pragma once

#include "rules/drg/sources.hpp"
#include "rules/drg/waste_modifier_rule.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view waste_modifiers_clash_messages[] = {
    "Line {line}: {code} has both JZ (nothing discarded) and JW (discarded). Keep the one that the chart shows (box 24D).",
    "Line {line}: {code} has JZ (nothing discarded), but line {other} bills its waste with JW (box 24D). For the same "
    "containers only one of them can be true.",
};
inline constexpr Source waste_modifiers_clash_sources[] = {source::waste_line};
inline constexpr Example waste_modifiers_clash_bad[] = {
    {"JZ and JW on one line.", R"([{"op":"replace","path":"/lines/2/modifiers","value":["JZ","JW"]}])"},
};
inline constexpr Example waste_modifiers_clash_good[] = {
    {"What was given without a modifier, what was discarded with JW.",
     R"([{"op":"remove","path":"/lines/2/modifiers"},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J1885","modifiers":["JW"],"units":"2","unit_type":"UN","charge":"6.00",
         "from":"2026-09-15","pointers":[1]}},{"op":"replace","path":"/total_charge","value":"178.00"}])"},
};

/// A line that bills waste, and says nothing against it.
inline bool is_waste_line(const Service& service) {
    return service.has(Modifier("JW")) && !service.has(Modifier("JZ")) &&
           (service.is(CodeSet::drug) || service.is(CodeSet::vaccine));
}

inline const Service* waste_line_of(std::span<const Service> services, const Service& given) {
    for (const Service& other : services)
        if (other.facts.code == given.facts.code && other.day == given.day && is_waste_line(other)) return &other;
    return nullptr;
}

inline const Service* line_beside_waste(std::span<const Service> services, const Service& waste) {
    for (const Service& other : services)
        if (other.facts.code == waste.facts.code && other.day == waste.day && !other.has(Modifier("JW")) && other.units > 0)
            return &other;
    return nullptr;
}

inline void check_waste_modifiers_clash(const DayContext& day, Report& report) {
    for (const Service& service : day.services) {
        if (!service.has(Modifier("JZ")) || (!service.is(CodeSet::drug) && !service.is(CodeSet::vaccine))) continue;
        const bool both = service.has(Modifier("JW"));
        const Service* waste = both ? nullptr : waste_line_of(day.services, service);
        if (!both && waste == nullptr) continue;
        Finding& finding =
            report.say(both ? 0 : 1, service).in(Field::line_modifiers).tag(Tag::chart).with("code", service.facts.code);
        if (both) {
            // Beside a line of what was given it is the waste; alone it is what was given.
            const bool is_waste = line_beside_waste(day.services, service) != nullptr;
            finding.denies(Group::CO, "16", service.line, "N519");
            finding.fix_by(Operation::remove_modifier, service.line, is_waste ? "JZ" : "JW").from_chart();
            continue;
        }
        finding.at_level(Level::warning).with_number("other", waste->line);
        report.partner(finding, service, *waste);
        if (waste->claim == service.claim) finding.fix_by(Operation::remove_modifier, service.line, "JZ").from_chart();
    }
}

inline constexpr Rule waste_modifiers_clash{
    .id = "DRG005",
    .name = "waste-modifiers-clash",
    .level = Level::error,
    .scope = Scope::day,
    .needs = Need::injection | Need::waste,
    .institutional = true,
    .summary = "A drug has JZ and JW on one line, or on two lines of the day.",
    .why = "JZ attests that nothing was discarded; payers return a line that says both.",
    .fix = "Keep JZ when nothing was discarded; otherwise bill what was given without either, and the waste with JW.",
    .confidence = Confidence::secondary,
    .messages = waste_modifiers_clash_messages,
    .sources = waste_modifiers_clash_sources,
    .bad = waste_modifiers_clash_bad,
    .good = waste_modifiers_clash_good,
    .check_day = &check_waste_modifiers_clash,
};

}  // namespace deltoid::rulebook

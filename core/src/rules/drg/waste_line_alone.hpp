// SPDX-License-Identifier: Apache-2.0
// DRG006: waste without what was given, or waste of nothing.
#pragma once

#include "rules/drg/waste_modifiers_clash.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view waste_line_alone_messages[] = {
    "Line {line}: {code} is billed with JW, but no line of the day bills what was given. JW is only for the discarded "
    "units (box 24D).",
    "Line {line}: the JW line of {code} has {units} units (box 24G). It is for whole units discarded: for less than "
    "one, delete it and put JZ on the line of what was given.",
};
inline constexpr Source waste_line_alone_sources[] = {source::waste_line, source::waste};
inline constexpr Example waste_line_alone_bad[] = {
    {"JW where JZ is meant.", R"([{"op":"replace","path":"/lines/2/modifiers","value":["JW"]}])"},
};
inline constexpr Example waste_line_alone_good[] = {
    {"60 mg given, 30 mg discarded.",
     R"([{"op":"remove","path":"/lines/2/modifiers"},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J1885","modifiers":["JW"],"units":"2","unit_type":"UN","charge":"6.00",
         "from":"2026-09-15","pointers":[1]}},{"op":"replace","path":"/total_charge","value":"178.00"}])"},
};

inline bool wants_waste_modifier(const Service& service) {
    const DrugRow* drug = service.facts.drug.row;
    return is_medicare(service.claim->payer) && drug != nullptr && waste_need(*drug, {}) != WasteNeed::no;
}

inline bool has_other_line(const DayContext& day, const Service& service) {
    for (const Service& other : day.services)
        if (&other != &service && other.facts.code == service.facts.code) return true;
    return false;
}

/// It may be the line of what was given itself, but not beside another one, nor with amounts in a record of its own.
inline void fix_alone(Finding& finding, const DayContext& day, const Service& service) {
    finding.fix_by(Operation::add_line, 0).from_chart();
    if (service.record != RecordCheck::none || has_other_line(day, service)) return;
    finding.fix_by(Operation::remove_modifier, service.line, "JW");
    if (wants_waste_modifier(service)) finding.also_by(Operation::add_modifier, service.line, "JZ");
    finding.from_chart();
}

inline void fix_no_units(Finding& finding, const Service& service, const Service* given) {
    finding.fix_by(Operation::set_units, service.line).from_chart();
    if (given == nullptr || given->claim != service.claim) return;
    finding.fix_by(Operation::delete_line, service.line);
    if (wants_waste_modifier(*given) && !given->has(Modifier("JZ"))) finding.also_by(Operation::add_modifier, given->line, "JZ");
    finding.from_chart();
}

inline void check_waste_line_alone(const DayContext& day, Report& report) {
    for (const Service& service : day.services) {
        if (!is_waste_line(service) || !service.is(CodeSet::drug) || service.duplicate) continue;
        const Service* given = line_beside_waste(day.services, service);
        if (given != nullptr && service.units > 0) continue;
        const bool alone = given == nullptr;
        Finding& finding =
            report.say(alone ? 0 : 1, service).in(alone ? Field::line_modifiers : Field::line_units).tag(Tag::chart);
        finding.with("code", service.facts.code).with_quantity("units", service.units);
        finding.denies(Group::CO, "16", service.line, alone ? "N823" : "M53", "MA130");
        if (alone)
            fix_alone(finding, day, service);
        else
            fix_no_units(finding, service, given);
    }
}

inline constexpr Rule waste_line_alone{
    .id = "DRG006",
    .name = "waste-line-alone",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug | Need::waste,
    .institutional = true,
    .summary = "A JW line has no line of what was given, or no units.",
    .why = "Payers pay waste only beside the units of the same drug given that day.",
    .fix = "Bill what was given on its own line, and the whole units discarded on a JW line.",
    .myth =
        "Often advised: put JW on the drug line when a vial was not used up. JW goes on a second line, for the waste "
        "alone.",
    .confidence = Confidence::secondary,
    .messages = waste_line_alone_messages,
    .sources = waste_line_alone_sources,
    .bad = waste_line_alone_bad,
    .good = waste_line_alone_good,
    .check_day = &check_waste_line_alone,
};

}  // namespace deltoid::rulebook

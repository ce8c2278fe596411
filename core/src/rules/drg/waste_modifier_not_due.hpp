// SPDX-License-Identifier: Apache-2.0
// DRG007: JZ or JW where there is no single-dose container to speak of.
#pragma once

#include "rules/drg/waste_modifiers_clash.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view waste_modifier_not_due_messages[] = {
    "Line {line}: {code} is a vaccine, and vaccines take neither JZ nor JW. Take {modifier} off (box 24D).",
    "Line {line}: {code} comes in multi-dose vials, which take neither JZ nor JW. Take {modifier} off, unless a "
    "single-dose one was used (box 24D).",
    "Line {line}: the record says {code} came from a multi-dose vial, which takes neither JZ nor JW. Take {modifier} "
    "off (box 24D).",
    "Line {line}: the practice did not buy {code}, so there is no waste to bill. Take {modifier} off (box 24D).",
};
inline constexpr Source waste_modifier_not_due_sources[] = {source::waste_scope};
inline constexpr Example waste_modifier_not_due_bad[] = {
    {"B12 from a multi-dose vial with JZ.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3420"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"replace","path":"/diagnoses/0","value":"D51.0"}])"},
};
inline constexpr Example waste_modifier_not_due_good[] = {
    {"B12 without a modifier.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3420"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"replace","path":"/diagnoses/0","value":"D51.0"}])"},
};

/// The message that says why neither is due; none when one may be.
inline constexpr std::uint8_t may_be_due = 255;
inline std::uint8_t why_not_due(const ClaimContext& context, const Service& service) {
    if (service.is(CodeSet::vaccine)) return 0;
    if (!service.is(CodeSet::drug)) return may_be_due;
    if (service.brought || service.claim->supply_noted) return 3;
    const Documentation* record = record_of(context.claim, context.claim.lines[service.line - 1U]);
    const std::string_view container = record == nullptr ? std::string_view() : trim(record->container);
    if (same_code(container, "multi_dose")) return 2;
    const DrugRow* drug = service.facts.drug.row;
    return container.empty() && drug != nullptr && drug->container == Container::multi ? 1 : may_be_due;
}

inline void check_waste_modifier_not_due(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const bool waste = service.has(Modifier("JW"));
        if (waste == service.has(Modifier("JZ"))) continue;   // neither; or both, and DRG005 speaks
        const std::uint8_t message = why_not_due(context, service);
        if (message == may_be_due || service.facts.ended || service.facts.not_begun) continue;
        const Service* given = waste ? line_beside_waste(context.services, service) : &service;
        if (given == nullptr) continue;   // DRG006 speaks
        Finding& finding = report.say(message, service).in(Field::line_modifiers).with("code", service.facts.code);
        finding.with("modifier", waste ? "JW" : "JZ").denies(Group::CO, "16", service.line, "N823");
        if (message == 1) finding.tag(Tag::chart);
        if (waste)
            finding.fix_by(Operation::delete_line, service.line);
        else
            finding.fix_by(Operation::remove_modifier, service.line, "JZ");
        const DrugRow* drug = service.facts.drug.row;
        if (drug != nullptr) finding.proven_by(context.tables.edition(drug->edition), service.facts.code);
    }
}

inline constexpr Rule waste_modifier_not_due{
    .id = "DRG007",
    .name = "waste-modifier-not-due",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::waste,
    .institutional = true,
    .record = record_fields(Field::doc_container),
    .summary = "JZ or JW is on a vaccine, on a drug from a multi-dose container, or on one that the practice did not "
               "buy.",
    .why = "Both are only for single-dose containers that the practice bought; elsewhere the line may be returned.",
    .fix = "Take the modifier off; waste that is not payable needs no line.",
    .myth = "Often advised: put JZ on every drug line for Medicare. A multi-dose vial carries neither.",
    .confidence = Confidence::secondary,
    .messages = waste_modifier_not_due_messages,
    .sources = waste_modifier_not_due_sources,
    .bad = waste_modifier_not_due_bad,
    .good = waste_modifier_not_due_good,
    .check_claim = &check_waste_modifier_not_due,
};

}  // namespace deltoid::rulebook

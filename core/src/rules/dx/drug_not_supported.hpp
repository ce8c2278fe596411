// SPDX-License-Identifier: Apache-2.0
// DX008: a drug for a diagnosis that is known not to support it.
#pragma once

#include "rules/dx/diagnoses.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view drug_not_supported_messages[] = {
    "Line {line}: {drug}, {substance}, is billed for {text}, which payers usually do not accept (box 24E). Point to "
    "the condition it was given for, if the chart names one.",
};
inline constexpr Source drug_not_supported_sources[] = {source::drug_diagnoses, source::b12_coverage};
inline constexpr Example drug_not_supported_bad[] = {
    {"Vitamin B12 for fatigue.",
     R"([{"op":"replace","path":"/diagnoses/0","value":"R53.83"},{"op":"replace","path":"/lines/2/code","value":"J3420"},
         {"op":"replace","path":"/lines/2/units","value":"1"},{"op":"remove","path":"/lines/2/modifiers"}])"},
};
inline constexpr Example drug_not_supported_good[] = {
    {"Vitamin B12 for its deficiency.",
     R"([{"op":"replace","path":"/diagnoses/0","value":"E53.8"},{"op":"replace","path":"/lines/2/code","value":"J3420"},
         {"op":"replace","path":"/lines/2/units","value":"1"},{"op":"remove","path":"/lines/2/modifiers"}])"},
    {"Fatigue beside the deficiency.",
     R"([{"op":"replace","path":"/diagnoses","value":["R53.83","E53.8"]},{"op":"replace","path":"/lines/2/code","value":"J3420"},
         {"op":"replace","path":"/lines/2/pointers","value":[1,2]},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"}])"},
};

/// The pointer to a diagnosis that does not support the line's drug, from 1; 0 when there is none, or another does.
inline std::uint8_t unsupported_at(const ClaimContext& context, const Line& line, const DrugRow& drug) {
    if (first_in_families(context, line, drug.dx_support) != 0) return 0;
    return first_in_families(context, line, drug.dx_against);
}

inline void check_drug_not_supported(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.facts.drug || service.facts.drug.row->dx_against.empty()) continue;
        if (!is_asked_for_diagnosis(context, service) || !is_injection_or_drug(service)) continue;
        const Line& line = line_of(context, service);
        const DrugRow& drug = *service.facts.drug.row;
        const std::uint8_t at = unsupported_at(context, line, drug);
        if (at == 0) continue;
        Finding& finding = in_reason(report.say(0, service), context.claim, at).tag(Tag::chart).tag(Tag::payer);
        finding.with("drug", service.facts.code).with("substance", drug.substance);
        finding.with("text", pointed_text(context.claim, line, static_cast<std::uint8_t>(at - 1)));
        finding.denies(Group::CO, "50", service.line);
        finding.fix_by(Operation::add_diagnosis, service.line).from_chart();
        finding.fix_by(Operation::document, service.line, Field::doc_indication).from_chart();
        finding.proven_by(context.tables.edition(drug.edition), service.facts.code);
    }
}

inline constexpr Rule drug_not_supported{
    .id = "DX008",
    .name = "drug-not-supported",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::unsupported_by,
    .institutional = true,
    .record = record_fields(Field::doc_indication),
    .summary = "A drug line points to a diagnosis that is known not to support the drug, and to none of its usual "
               "ones.",
    .why = "Payers usually deny such a drug as not necessary, and its injection with it.",
    .fix = "Point to the documented condition that the drug treats; without one, expect the denial.",
    .myth =
        "Often advised: the ICD-10 code for a B12 injection encounter. There is none; code the deficiency or its "
        "cause.",
    .confidence = Confidence::professional,
    .messages = drug_not_supported_messages,
    .sources = drug_not_supported_sources,
    .bad = drug_not_supported_bad,
    .good = drug_not_supported_good,
    .check_claim = &check_drug_not_supported,
};

}   // namespace deltoid::rulebook

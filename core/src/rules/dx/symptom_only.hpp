// SPDX-License-Identifier: Apache-2.0
// DX009: a drug that wants a condition, billed for a symptom or an open diagnosis.
#pragma once

#include "rules/dx/drug_not_supported.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view symptom_only_messages[] = {
    "Line {line}: {drug}, {substance}, points only to {text}, a symptom (box 24E). Payers usually want the condition "
    "it was given for, if the chart names one.",
    "Line {line}: {drug}, {substance}, points only to {text}, an unspecified code (box 24E). Payers usually want the "
    "condition it was given for, if the chart names one.",
};
inline constexpr Source symptom_only_sources[] = {source::icd_guidelines, source::drug_diagnoses};
inline constexpr Example symptom_only_bad[] = {
    {"Testosterone for weight loss.",
     R"([{"op":"replace","path":"/diagnoses/0","value":"R63.4"},{"op":"replace","path":"/patient/sex","value":"M"},
         {"op":"replace","path":"/lines/2/code","value":"J1071"},{"op":"replace","path":"/lines/2/units","value":"200"},
         {"op":"remove","path":"/lines/2/modifiers"}])"},
};
inline constexpr Example symptom_only_good[] = {
    {"Testosterone for hypogonadism.",
     R"([{"op":"replace","path":"/diagnoses/0","value":"E29.1"},{"op":"replace","path":"/patient/sex","value":"M"},
         {"op":"replace","path":"/lines/2/code","value":"J1071"},{"op":"replace","path":"/lines/2/units","value":"200"},
         {"op":"remove","path":"/lines/2/modifiers"}])"},
    {"Ketorolac is given for pain as such.", R"([{"op":"replace","path":"/diagnoses/0","value":"R10.9"}])"},
};

/// The drug treats conditions that the pack can name: no symptom is among its families, and none is a whole chapter.
inline bool wants_a_condition(const DrugRow& drug) {
    if (drug.dx_support.empty() || drug.administration == Administration::none) return false;
    std::string_view rest = drug.dx_support;
    while (!rest.empty()) {
        const std::string_view family = rest.substr(0, rest.find('|'));
        rest.remove_prefix(family.size() == rest.size() ? family.size() : family.size() + 1);
        if (family.size() < 2 || family[0] == 'R') return false;
    }
    return true;
}

/// What the line's diagnoses have in common: all symptoms (0), some left open (1); none when one is more than that.
inline constexpr std::uint8_t more_than_symptoms = 255;
inline std::uint8_t symptom_message(const ClaimContext& context, const Line& line) {
    if (!points_well(context.claim, line)) return more_than_symptoms;
    std::uint8_t message = 0;
    const std::size_t count = reason_count(context.claim, line);
    for (std::size_t i = 0; i < count; ++i) {
        const DiagnosisFacts& diagnosis = pointed(context, line, i);
        if (diagnosis.is(DiagnosisSet::symptom)) continue;
        if (!diagnosis.is(DiagnosisSet::unspecified)) return more_than_symptoms;
        message = 1;
    }
    return message;
}

inline void check_symptom_only(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const Line& line = line_of(context, service);
        const std::uint8_t message = service.facts.drug ? symptom_message(context, line) : more_than_symptoms;
        if (message == more_than_symptoms || !is_asked_for_diagnosis(context, service) ||
            !is_injection_or_drug(service))
            continue;
        const DrugRow& drug = *service.facts.drug.row;
        if (!wants_a_condition(drug)) continue;
        const bool supported = first_in_families(context, line, drug.dx_support) != 0;
        if (supported || unsupported_at(context, line, drug) != 0) continue;   // DX008 speaks of the latter
        Finding& finding = in_reason(report.say(message, service), context.claim, 0).tag(Tag::chart).tag(Tag::payer);
        finding.with("drug", service.facts.code).with("substance", drug.substance);
        finding.with("text", pointed_text(context.claim, line, 0)).denies(Group::CO, "50", service.line);
        finding.fix_by(Operation::add_diagnosis, service.line).from_chart();
        finding.proven_by(context.tables.edition(drug.edition), service.facts.code);
    }
}

inline constexpr Rule symptom_only{
    .id = "DX009",
    .name = "symptom-only",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::marked_diagnosis,
    .institutional = true,
    .summary = "A drug that treats a condition points only to symptoms or unspecified diagnoses.",
    .why = "A symptom is coded when nothing better is known; payers usually want the condition that the drug treats.",
    .fix = "Point to the condition if the chart establishes one; never code what is only suspected.",
    .confidence = Confidence::professional,
    .messages = symptom_only_messages,
    .sources = symptom_only_sources,
    .bad = symptom_only_bad,
    .good = symptom_only_good,
    .check_claim = &check_symptom_only,
};

}   // namespace deltoid::rulebook

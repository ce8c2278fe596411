// SPDX-License-Identifier: Apache-2.0
// DX006: a code first that only ever explains another.
#pragma once

#include "rules/dx/diagnoses.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view never_first_messages[] = {
    "Line {line}: the first diagnosis, {text}, says how something happened, not what the patient has (box 24E). Point "
    "to the injury or illness first.",
    "Diagnosis 1, {text}, is the effect of another disease and cannot come first (box 21). List that disease before "
    "it.",
    "Diagnosis {number}, {text}, is the effect of another disease, which the claim does not name (box 21). Add the "
    "disease that the chart gives before it.",
    "Line {line}: the first diagnosis, {text}, is the effect of another disease (box 24E). Point to that disease "
    "first.",
    "Line {line}: the first diagnosis, {text}, is a status or a history, which is usually no reason for an injection "
    "(box 24E). Point to the condition that is treated first.",
};
inline constexpr Source never_first_sources[] = {source::icd_guidelines, source::code_editor};
inline constexpr Example never_first_bad[] = {
    {"Only the dog's bite is told, not the wound.", R"([{"op":"replace","path":"/diagnoses/0","value":"W54.0XXA"}])"},
    {"Anemia in kidney disease, and no kidney disease.",
     R"([{"op":"add","path":"/diagnoses/1","value":"D63.1"}, {"op":"replace","path":"/diagnoses/0","value":"R52"}])"},
};
inline constexpr Example never_first_good[] = {
    {"The wound first, the dog second.",
     R"([{"op":"replace","path":"/diagnoses","value":["S61.451A","W54.0XXA"]},
         {"op":"replace","path":"/lines/1/pointers","value":[1,2]}])"},
    {"A contact with disease may be the reason by itself.",
     R"([{"op":"replace","path":"/diagnoses/0","value":"Z20.2"}])"},
};

/// A disease in its own right: what a manifestation may be the effect of.
inline bool names_a_disease(const ClaimContext& context) {
    constexpr DiagnosisSets others = bit(DiagnosisSet::external_cause) | bit(DiagnosisSet::manifestation) |
                                     bit(DiagnosisSet::status) | bit(DiagnosisSet::symptom);
    for (const DiagnosisFacts& diagnosis : context.diagnoses)
        if (diagnosis.code.valid() && (diagnosis.sets & others) == 0) return true;
    return false;
}

/// Says at most once that the claim's manifestations stand without, or before, the disease. True when it was said.
inline bool check_manifestations(const ClaimContext& context, Report& report) {
    for (std::size_t i = 0; i < context.diagnoses.size(); ++i) {
        if (!context.diagnoses[i].is(DiagnosisSet::manifestation)) continue;
        const bool alone = !names_a_disease(context);
        if (i != 0 && !alone) continue;
        Finding& finding =
            report.say(alone ? 2 : 1).in(Field::diagnoses, static_cast<std::uint8_t>(i + 1)).tag(Tag::chart);
        finding.with_number("number", static_cast<std::int64_t>(i + 1))
            .with("text", trim(context.claim.diagnoses[i].code));
        finding.denies(Group::CO, "16", 0, "M76");
        finding.fix_by(Operation::set_field, 0, Field::diagnoses).from_chart();
        return true;
    }
    return false;
}

/// A drug of the claim is given for the status itself: bariatric surgery and B12.
inline bool is_status_of_a_drug(const ClaimContext& context, DiagnosisCode code) {
    for (const Service& service : context.services)
        if (service.is(CodeSet::drug) && service.facts.drug && in_families(service.facts.drug.row->dx_support, code))
            return true;
    return false;
}

/// An injection of the claim begins with the same code, and speaks for its drug.
inline bool is_said_of_injection(const ClaimContext& context, const Service& service, DiagnosisCode code) {
    if (service.is(CodeSet::injection)) return false;
    for (const Service& other : context.services) {
        if (!other.is(CodeSet::injection)) continue;
        const Line& line = line_of(context, other);
        if (points_well(context.claim, line) && pointed(context, line, 0).code == code) return true;
    }
    return false;
}

inline void say_never_first(const ClaimContext& context, const Service& service, std::uint8_t message, Report& report) {
    const Line& line = line_of(context, service);
    const bool institutional = context.claim.kind == Kind::institutional;
    Finding& finding = in_reason(report.say(message, service), context.claim, 1).tag(Tag::chart);
    finding.with("text", pointed_text(context.claim, line, 0));
    if (message != 0) finding.at_level(Level::warning);
    finding.denies(Group::CO, message == 4 ? "50" : "16", service.line, message == 4 ? "" : "M76");
    const std::uint16_t line_of_fix = institutional ? std::uint16_t{0} : service.line;
    finding.fix_by(Operation::set_field, line_of_fix, institutional ? Field::diagnoses : Field::line_pointers).from_chart();
}

inline void check_first_of_line(const ClaimContext& context, const Service& service, bool manifestation_said,
                                Report& report) {
    const Line& line = line_of(context, service);
    if (!points_well(context.claim, line)) return;
    const DiagnosisFacts& first = pointed(context, line, 0);
    if (first.is(DiagnosisSet::external_cause)) return say_never_first(context, service, 0, report);
    if (!is_injection_or_drug(service) || is_said_of_injection(context, service, first.code)) return;
    if (first.is(DiagnosisSet::manifestation) && !manifestation_said) say_never_first(context, service, 3, report);
    if (first.is(DiagnosisSet::status) && !is_status_of_a_drug(context, first.code))
        say_never_first(context, service, 4, report);
}

inline void check_never_first(const ClaimContext& context, Report& report) {
    constexpr DiagnosisSets asked =
        bit(DiagnosisSet::external_cause) | bit(DiagnosisSet::manifestation) | bit(DiagnosisSet::status);
    DiagnosisSets sets = 0;
    for (const DiagnosisFacts& diagnosis : context.diagnoses) sets |= diagnosis.sets;
    if ((sets & asked) == 0) return;
    const bool manifestation_said = check_manifestations(context, report);
    for (const Service& service : context.services) {
        // All lines of an institution have the same diagnoses: it is said of the first injection.
        const bool institutional = context.claim.kind == Kind::institutional;
        if (institutional && !service.is(CodeSet::injection)) continue;
        check_first_of_line(context, service, manifestation_said, report);
        if (institutional) break;
    }
}

inline constexpr Rule never_first{
    .id = "DX006",
    .name = "never-first",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::marked_diagnosis,
    .institutional = true,
    .summary = "An external cause, the effect of another disease, or a status comes first, where the reason for the "
               "line belongs.",
    .why = "These codes only explain others; payers return a claim or a line that begins with one.",
    .fix = "Put the injury or disease that is treated first, as the chart gives it.",
    .confidence = Confidence::secondary,
    .messages = never_first_messages,
    .sources = never_first_sources,
    .bad = never_first_bad,
    .good = never_first_good,
    .check_claim = &check_never_first,
};

}   // namespace deltoid::rulebook

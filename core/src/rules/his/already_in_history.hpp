// SPDX-License-Identifier: Apache-2.0
// HIS005: a line that was sent before.
#pragma once

#include "rules/clm/identical_lines.hpp"
#include "rules/his/patient_days.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view already_in_history_messages[] = {
    "Line {line}: {code} of {day} was sent before with the same modifiers, and the payer will deny it as a duplicate "
    "(box 24). Delete it, or send a corrected claim.",
};
inline constexpr Source already_in_history_sources[] = {source::duplicate_claims};
inline constexpr Example already_in_history_bad[] = {
    {"The same claim again.", "[]", "{}", false, "[]"},
};
inline constexpr Example already_in_history_good[] = {
    {"A corrected claim names the one that it replaces.",
     R"([{"op":"replace","path":"/frequency","value":"7"},{"op":"add","path":"/original_reference","value":"2026260000001"},
         {"op":"replace","path":"/payer/class","value":"commercial"}])", "{}", false,
     R"([{"op":"replace","path":"/payer/class","value":"commercial"}])"},
};

/// Visits and procedures by themselves are not this checker's.
inline bool belongs_to_injection(const PatientContext& patient, const Service& service) {
    return service.is(CodeSet::injection) || service.is(CodeSet::drug) || injected_on_day(patient, service);
}

inline void check_already_in_history(const PatientContext& patient, Report& report) {
    for (const Service& service : patient.services) {
        if (service.claim->earlier || !service.day.known() || service.claim->frequency == '7') continue;
        if (!belongs_to_injection(patient, service)) continue;
        for_each_on_day(patient, service, [&](const Service& earlier) {
            if (!earlier.claim->earlier || !identical(service, earlier)) return true;
            Finding& finding = report.say(0, service).in(Field::line_code).with("code", service.facts.code);
            finding.with_day("day", service.day).denies(Group::OA, "18", service.line);
            report.partner(finding, service, earlier);
            return false;
        });
    }
}

inline constexpr Rule already_in_history{
    .id = "HIS005",
    .name = "already-in-history",
    .level = Level::error,
    .scope = Scope::patient,
    .institutional = true,
    .summary = "The same line is on a claim that was sent earlier.",
    .why = "Payers deny what they have processed before; a denied claim is corrected or appealed, not sent again.",
    .fix = "Delete the line; to change what was sent, send a corrected claim with the payer's number of the first.",
    .confidence = Confidence::secondary,
    .messages = already_in_history_messages,
    .sources = already_in_history_sources,
    .bad = already_in_history_bad,
    .good = already_in_history_good,
    .check_patient = &check_already_in_history,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// CLM012: a patient without a birth date or sex.
#pragma once

#include "context.hpp"
#include "fhir_elements.hpp"
#include "rules/clm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view birth_date_or_sex_missing_messages[] = {
    "The patient's birth date is missing (box 3). Payers usually reject a claim without it.",
    "The patient's sex is missing (box 3). Enter M, F or U.",
    "The patient's sex is \"{sex}\", but a claim takes M, F or U (box 3).",
};
inline constexpr Source birth_date_or_sex_missing_sources[] = {source::form_1500, source::professional_837};
inline constexpr Example birth_date_or_sex_missing_bad[] = {
    {"No birth date.", R"([{"op":"remove","path":"/patient/birth_date"}])"},
    {"No sex.", R"([{"op":"remove","path":"/patient/sex"}])"},
};
inline constexpr Example birth_date_or_sex_missing_good[] = {
    {"Both are there.", "[]"},
    {"U: the sex is not known.", R"([{"op":"replace","path":"/patient/sex","value":"U"}])"},
};

inline bool is_sex(std::string_view text) {
    for (const std::string_view known : {"M", "F", "U", "MALE", "FEMALE", "UNKNOWN"})
        if (same_code(text, known)) return true;
    return false;
}

inline void check_birth_date_or_sex_missing(const ClaimContext& context, Report& report) {
    if (context.claim.lines.empty()) return;   // not a claim that was read
    if (FhirOrigin::of(context.claim.origin).patient_elsewhere) return;   // the reader says so, once for the file
    const auto& patient = context.claim.patient;
    const bool nobody =
        trim(context.claim.subscriber_id).empty() && trim(patient.id).empty() && patient.birth_date.absent();
    if (nobody && trim(patient.sex).empty()) return;   // no patient at all, which X12008 says of an 837
    if (patient.birth_date.absent()) {
        Finding& finding = report.say(0).in(Field::patient_birth_date).denies(Group::CO, "16", 0, "N329");
        finding.fix_by(Operation::set_field, 0, Field::patient_birth_date);
    }
    if (is_sex(patient.sex)) return;
    const bool missing = trim(patient.sex).empty();
    Finding& finding = report.say(missing ? 1 : 2).in(Field::patient_sex).with("sex", trim(patient.sex));
    finding.denies(Group::CO, "16", 0, "MA39").fix_by(Operation::set_field, 0, Field::patient_sex);
}

inline constexpr Rule birth_date_or_sex_missing{
    .id = "CLM012",
    .name = "birth-date-or-sex-missing",
    .level = Level::error,
    .scope = Scope::claim,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The patient's birth date or sex is missing.",
    .why = "Payers usually find the patient by name, birth date and sex, and reject a claim without them.",
    .fix = "Enter both as the payer has them.",
    .confidence = Confidence::professional,   // fact book 9.1: [K]
    .messages = birth_date_or_sex_missing_messages,
    .sources = birth_date_or_sex_missing_sources,
    .bad = birth_date_or_sex_missing_bad,
    .good = birth_date_or_sex_missing_good,
    .check_claim = &check_birth_date_or_sex_missing,
};

}   // namespace deltoid::rulebook

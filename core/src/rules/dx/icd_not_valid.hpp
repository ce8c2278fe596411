// SPDX-License-Identifier: Apache-2.0
// DX005: a diagnosis that ICD-10-CM did not have on the day, or one that needs more characters.
#pragma once

#include "rules/dx/icd_shape.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view icd_not_valid_messages[] = {
    "Diagnosis {number}, {text}, needs more characters on {day} (box 21). Take the full code that the chart supports.",
    "Diagnosis {number}, {text}, was not a valid ICD-10-CM code on {day} (box 21). Take the code in force that day for "
    "the chart's diagnosis.",
    "Diagnoses were checked for their form only, not whether they were valid on the day (claims with injections: "
    "{claims}). Load the year's ICD-10-CM table to have that checked.",
};
inline constexpr Source icd_not_valid_sources[] = {source::icd_codes, source::unclear_diagnosis};
inline constexpr Example icd_not_valid_bad[] = {
    {"Low back pain, as it was coded until September 2021.",
     R"([{"op":"replace","path":"/diagnoses/0","value":"M54.5"}])"},
};
inline constexpr Example icd_not_valid_good[] = {
    {"Low back pain, as it is coded since.", R"([{"op":"replace","path":"/diagnoses/0","value":"M54.59"}])"},
};

/// What the tables say of a code on the day: an index of the messages, or right. 2: none of them knows.
inline std::uint8_t icd_message(DiagnosisFacts::Listed listed) {
    switch (listed) {
        case DiagnosisFacts::Listed::header: return 0;
        case DiagnosisFacts::Listed::no: return 1;
        case DiagnosisFacts::Listed::nobody_knows: return 2;
        case DiagnosisFacts::Listed::yes: break;
    }
    return icd_shape_is_right;
}

inline void say_not_valid(const ClaimContext& context, std::size_t i, std::uint8_t message, Day day, Report& report) {
    const std::string_view text = trim(context.claim.diagnoses[i].code);
    Finding& finding = report.say(message).in(Field::diagnoses, static_cast<std::uint8_t>(i + 1)).tag(Tag::chart);
    finding.with_number("number", static_cast<std::int64_t>(i + 1)).with("text", text).with_day("day", day);
    if (message == 0)
        finding.denies(Group::CO, "16", 0, "M81");
    else
        finding.denies(Group::CO, "146", 0, "M76");
    finding.fix_by(Operation::set_field, 0, Field::diagnoses).from_chart();
    const DiagnosisRow* row = context.tables.first_diagnosis(DiagnosisCode(text));
    if (row != nullptr) finding.proven_by(context.tables.edition(row->edition), text);
}

inline void check_icd_not_valid(const ClaimContext& context, Report& report) {
    const Day day = context.first_day;
    if (!day.known() || day < icd10_begins) return;
    bool open = false;
    for (std::size_t i = 0; i < context.claim.diagnoses.size() && i < 12; ++i) {
        const Diagnosis& diagnosis = context.claim.diagnoses[i];
        const std::uint8_t message = icd_message(context.diagnoses[i].listed);
        if (message == icd_shape_is_right || (open && message == 2)) continue;   // the latter is said once
        if (trim(diagnosis.code).empty() || diagnosis.malformed || icd_shape_message(diagnosis, day) != icd_shape_is_right)
            continue;
        open |= message == 2;
        if (message < 2) say_not_valid(context, i, message, day, report);
    }
    if (open) report.leave_open(2, day);
}

inline constexpr Rule icd_not_valid{
    .id = "DX005",
    .name = "icd-not-valid",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "A diagnosis was not valid in ICD-10-CM on the date of service, or it needs more characters.",
    .why = "Payers return a claim whose diagnosis was not valid on the day; codes change every October.",
    .fix = "Take the code in force on the day, with all its characters.",
    .confidence = Confidence::secondary,
    .messages = icd_not_valid_messages,
    .sources = icd_not_valid_sources,
    .bad = icd_not_valid_bad,
    .good = icd_not_valid_good,
    .check_claim = &check_icd_not_valid,
};

}   // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// DX013: a diagnosis of newborns, of pregnancy or of one sex, against the patient.
#pragma once

#include "rules/drg/age_or_sex.hpp"
#include "rules/dx/diagnoses.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view age_or_sex_of_diagnosis_messages[] = {
    "Diagnosis {number}, {text}, is for newborns, but the patient's age on the day was {age} (boxes 3 and 21). Check "
    "the birth date and the diagnosis.",
    "Diagnosis {number}, {text}, is for pregnancy, but the patient's age on the day was {age} (boxes 3 and 21). Check "
    "the birth date and the diagnosis.",
    "Diagnosis {number}, {text}, is for {sex} patients, but the patient's sex is {other} (boxes 3 and 21). Check both; "
    "where both are right, many payers want KX on the line.",
};
inline constexpr Source age_or_sex_of_diagnosis_sources[] = {source::code_editor, source::sex_edit_ended,
                                                             source::sex_override};
inline constexpr Example age_or_sex_of_diagnosis_bad[] = {
    {"An enlarged prostate, and box 3 says F.", R"([{"op":"replace","path":"/diagnoses/0","value":"N40.1"}])"},
};
inline constexpr Example age_or_sex_of_diagnosis_good[] = {
    {"Endometriosis, and box 3 says F.", R"([{"op":"replace","path":"/diagnoses/0","value":"N80.9"}])"},
};

/// Medicare Code Editor: newborn below one year, maternity 9 to 64.
inline constexpr int newborn_below = 1;
inline constexpr int maternity_from = 9;
inline constexpr int maternity_to = 64;

/// The first line that points to the diagnosis; 0 when none does.
inline std::uint16_t line_pointing_to(const ClaimContext& context, std::size_t number) {
    for (const Service& service : context.services) {
        const Line& line = line_of(context, service);
        for (std::uint8_t i = 0; i < line.pointer_count; ++i)
            if (line.pointers[i] == number) return service.line;
    }
    return 0;
}

inline Finding& say_of_diagnosis(const ClaimContext& context, std::size_t number, std::uint8_t message,
                                 Report& report) {
    Finding& finding = report.say(message).in(Field::diagnoses, static_cast<std::uint8_t>(number)).tag(Tag::chart);
    finding.with_number("number", static_cast<std::int64_t>(number))
        .with("text", trim(context.claim.diagnoses[number - 1].code));
    finding.denies(Group::CO, message == 2 ? "10" : "9", line_pointing_to(context, number));
    return finding;
}

inline void check_age_of_diagnosis(const ClaimContext& context, std::size_t number, DiagnosisSets sets,
                                   Report& report) {
    const Date& birth = context.claim.patient.birth_date;
    const Day day = context.first_day;
    if (!birth.valid() || !day.known() || birth.value > day) return;
    const int age = age_on(day, birth.value);
    const bool newborn = (sets & bit(DiagnosisSet::newborn)) != 0 && age >= newborn_below;
    const bool maternity = (sets & bit(DiagnosisSet::maternity)) != 0 && (age < maternity_from || age > maternity_to);
    if (!newborn && !maternity) return;
    Finding& finding = say_of_diagnosis(context, number, newborn ? 0 : 1, report).with_number("age", age);
    finding.fix_by(Operation::set_field, 0, Field::patient_birth_date).from_chart();
    finding.fix_by(Operation::set_field, 0, Field::diagnoses).from_chart();
}

inline bool has_sex_override(const ClaimContext& context) {
    for (const Service& service : context.services)
        if (service.has(Modifier("KX"))) return true;
    return false;
}

/// DRG014 speaks of the same box for the drug.
inline bool drug_says_so(const ClaimContext& context) {
    for (const Service& service : context.services)
        if (service.is(CodeSet::drug) && service.facts.drug && is_for_other_sex(context.claim, *service.facts.drug.row))
            return true;
    return false;
}

/// CMS ended its own edit on 2024-09-30, other payers keep theirs: always theirs to decide.
inline void check_sex_of_diagnosis(const ClaimContext& context, std::size_t number, DiagnosisSets sets,
                                   Report& report) {
    const std::string_view sex = trim(context.claim.patient.sex);
    const bool wrong_for_man = (sets & bit(DiagnosisSet::female)) != 0 && same_code(sex, "M");
    const bool wrong_for_woman = (sets & bit(DiagnosisSet::male)) != 0 && same_code(sex, "F");
    if ((!wrong_for_man && !wrong_for_woman) || has_sex_override(context) || drug_says_so(context)) return;
    Finding& finding = say_of_diagnosis(context, number, 2, report).tag(Tag::payer);
    finding.with("sex", wrong_for_man ? "female" : "male").with("other", wrong_for_man ? "M" : "F");
    finding.fix_by(Operation::set_field, 0, Field::patient_sex).from_chart();
    finding.fix_by(Operation::set_field, 0, Field::diagnoses).from_chart();
}

inline void check_age_or_sex_of_diagnosis(const ClaimContext& context, Report& report) {
    for (std::size_t i = 0; i < context.diagnoses.size() && i < 12; ++i) {
        const DiagnosisSets sets = context.diagnoses[i].sets;
        if (sets == 0) continue;
        check_age_of_diagnosis(context, i + 1, sets, report);
        check_sex_of_diagnosis(context, i + 1, sets, report);
    }
}

inline constexpr Rule age_or_sex_of_diagnosis{
    .id = "DX013",
    .name = "age-or-sex-of-diagnosis",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::marked_diagnosis,
    .institutional = true,
    .summary = "A diagnosis for newborns, for pregnancy or for one sex does not fit the patient.",
    .why =
        "Payers check ages, and some still the sex, against the diagnosis; a wrong birth date or code shows here "
        "first.",
    .fix = "Correct the birth date, the sex or the diagnosis; where all are right, ask the payer about KX.",
    .confidence = Confidence::professional,
    .messages = age_or_sex_of_diagnosis_messages,
    .sources = age_or_sex_of_diagnosis_sources,
    .bad = age_or_sex_of_diagnosis_bad,
    .good = age_or_sex_of_diagnosis_good,
    .check_claim = &check_age_or_sex_of_diagnosis,
};

}   // namespace deltoid::rulebook

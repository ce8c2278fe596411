// SPDX-License-Identifier: Apache-2.0
// DRG014: a patient outside the ages or the sex that the drug is labelled for.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view age_or_sex_messages[] = {
    "Line {line}: the label of {drug} begins at {limit} years of age, and the patient's age on the day was {age}. "
    "Check the birth date (box 3) and the drug.",
    "Line {line}: the label of {drug} ends at {limit} years of age, and the patient's age on the day was {age}. Check "
    "the birth date (box 3) and the drug.",
    "Line {line}: the label of {drug} is for {sex} patients only. Check the patient's sex (box 3) and the drug.",
};
inline constexpr Source age_or_sex_sources[] = {source::age_and_sex};
inline constexpr Example age_or_sex_bad[] = {
    {"Romosozumab for a man.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3111"},{"op":"replace","path":"/lines/2/units","value":"210"},
         {"op":"replace","path":"/patient/sex","value":"M"},{"op":"replace","path":"/diagnoses/0","value":"M81.0"}])"},
};
inline constexpr Example age_or_sex_good[] = {
    {"Romosozumab for a woman of 62.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3111"},{"op":"replace","path":"/lines/2/units","value":"210"},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"}])"},
};

/// Completed years; a birthday counts from its day on, 29 February from 1 March in other years.
constexpr int age_on(Day day, Day birth) {
    const YearMonthDay now = civil(day), then = civil(birth);
    const bool before_birthday = now.month < then.month || (now.month == then.month && now.day < then.day);
    return now.year - then.year - (before_birthday ? 1 : 0);
}

inline void say_age(const Service& service, std::uint8_t message, Thousandths limit, int age, Report& report) {
    Finding& finding =
        report.say(message, service).in(Field::patient_birth_date).tag(Tag::chart).with("drug", service.facts.code);
    finding.with_quantity("limit", limit).with_number("age", age).denies(Group::CO, "6", service.line);
    finding.fix_by(Operation::set_field, 0, Field::patient_birth_date).from_chart();
}

inline void check_age(const ClaimContext& context, const Service& service, Report& report) {
    const Date& birth = context.claim.patient.birth_date;
    if (!birth.valid() || !service.day.known() || birth.value > service.day) return;
    const DrugRow& drug = *service.facts.drug.row;
    const int age = age_on(service.day, birth.value);
    const Quantity least = read_quantity(drug.age_min), most = read_quantity(drug.age_max);
    if (least.valid() && age * Thousandths{1000} < least.value) say_age(service, 0, least.value, age, report);
    // A limit of two years ends with the third birthday.
    if (most.valid() && age * Thousandths{1000} > most.value) say_age(service, 1, most.value, age, report);
}

/// The drug is labelled for one sex, and box 3 says the other.
inline bool is_for_other_sex(const Claim& claim, const DrugRow& drug) {
    const std::string_view sex = trim(claim.patient.sex);
    return !drug.sex.empty() && (same_code(sex, "M") || same_code(sex, "F")) && !same_code(sex, drug.sex);
}

inline void check_sex(const ClaimContext& context, const Service& service, Report& report) {
    const std::string_view labelled = service.facts.drug.row->sex;
    if (!is_for_other_sex(context.claim, *service.facts.drug.row)) return;
    Finding& finding = report.say(2, service).in(Field::patient_sex).tag(Tag::chart).with("drug", service.facts.code);
    finding.with("sex", labelled == "F" ? "female" : "male").denies(Group::CO, "7", service.line);
    finding.fix_by(Operation::set_field, 0, Field::patient_sex).from_chart();
}

inline void check_age_or_sex(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const bool drug = service.is(CodeSet::drug) && service.facts.drug && !service.has(Modifier("JW"));
        if (!drug || service.duplicate || service.facts.ended || service.facts.not_begun) continue;
        bool said = false;   // of an earlier line of the same drug
        for (const Service* earlier = context.services.data(); earlier != &service && !said; ++earlier)
            said = earlier->facts.code == service.facts.code && earlier->day == service.day && !earlier->has(Modifier("JW"));
        if (said) continue;
        check_age(context, service, report);
        check_sex(context, service, report);
    }
}

inline constexpr Rule age_or_sex{
    .id = "DRG014",
    .name = "age-or-sex",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::labelled_for,
    .institutional = true,
    .summary = "The patient is outside the ages or the sex that the drug is labelled for.",
    .why = "Payers usually check both against the label, and a wrong birth date or code shows here first.",
    .fix = "Correct the birth date, the sex or the drug; else have the reason in the record.",
    .confidence = Confidence::professional,
    .messages = age_or_sex_messages,
    .sources = age_or_sex_sources,
    .bad = age_or_sex_bad,
    .good = age_or_sex_good,
    .check_claim = &check_age_or_sex,
};

}  // namespace deltoid::rulebook

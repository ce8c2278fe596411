// SPDX-License-Identifier: Apache-2.0
// DX004: a text that has not the form of an ICD-10-CM code, or a code of the old classification.
#pragma once

#include "rules/dx/diagnoses.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view icd_shape_messages[] = {
    "Diagnosis {number}, {text}, does not look like an ICD-10-CM code, such as M54.50 (box 21). Check it character by "
    "character.",
    "Diagnosis {number}, {text}, ends in X (box 21). X only fills the places before a seventh character, as in "
    "T78.2XXA.",
    "Diagnosis {number}, {text}, is sent as ICD-9 (box 21, HI segment). From {from} on, claims take ICD-10-CM.",
};
inline constexpr Source icd_shape_sources[] = {source::icd_codes, source::icd_guidelines};
inline constexpr Example icd_shape_bad[] = {
    {"A typing mistake: the letter O for a zero.", R"([{"op":"replace","path":"/diagnoses/0","value":"MO5.9"}])"},
};
inline constexpr Example icd_shape_good[] = {
    {"Without its dot.", R"([{"op":"replace","path":"/diagnoses/0","value":"M5450"}])"},
};

constexpr bool is_upper_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }
constexpr bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter, a digit, a letter or digit; then, behind a dot or without one, up to four more (fact: ICD-10-CM I.A.2).
constexpr bool has_icd_form(std::string_view text) {
    if (text.size() < 3 || !is_upper_letter(text[0]) || !is_decimal_digit(text[1])) return false;
    if (!is_upper_letter(text[2]) && !is_decimal_digit(text[2])) return false;
    std::string_view rest = text.substr(3);
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        if (rest.empty()) return false;
    }
    if (rest.size() > 4) return false;
    for (const char c : rest)
        if (!is_upper_letter(c) && !is_decimal_digit(c)) return false;
    return true;
}
static_assert(has_icd_form("M54.50") && has_icd_form("C7A.00") && has_icd_form("I10") && has_icd_form("T782XXA"));
static_assert(!has_icd_form("714.0") && !has_icd_form("MO5.9") && !has_icd_form("M54.") && !has_icd_form("M545.0"));

inline constexpr std::uint8_t icd_shape_is_right = 255;
inline std::uint8_t icd_shape_message(const Diagnosis& diagnosis, Day day) {
    const std::string_view text = trim(diagnosis.code);
    if (text.empty() || diagnosis.malformed || (day.known() && day < icd10_begins)) return icd_shape_is_right;
    if (diagnosis.icd9) return 2;
    if (!has_icd_form(text)) return 0;
    return upper(text.back()) == 'X' && text.size() > 3 ? 1 : icd_shape_is_right;
}

inline void check_icd_shape(const ClaimContext& context, Report& report) {
    const Day day = context.first_day;
    for (std::size_t i = 0; i < context.claim.diagnoses.size(); ++i) {
        const Diagnosis& diagnosis = context.claim.diagnoses[i];
        const std::uint8_t message = icd_shape_message(diagnosis, day);
        if (message == icd_shape_is_right) continue;
        Finding& finding = report.say(message).in(Field::diagnoses, static_cast<std::uint8_t>(i + 1)).tag(Tag::chart);
        finding.with_number("number", static_cast<std::int64_t>(i + 1)).with("text", trim(diagnosis.code));
        finding.with_day("from", icd10_begins).denies(Group::CO, "16", 0, "M76");
        finding.fix_by(Operation::set_field, 0, Field::diagnoses).from_chart();
    }
}

inline constexpr Rule icd_shape{
    .id = "DX004",
    .name = "icd-shape",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "A diagnosis does not have the form of an ICD-10-CM code, or it is sent as ICD-9.",
    .why = "The claim is rejected, whatever the lines say.",
    .fix = "Copy the code from the chart or the code book, character by character.",
    .messages = icd_shape_messages,
    .sources = icd_shape_sources,
    .bad = icd_shape_bad,
    .good = icd_shape_good,
    .check_claim = &check_icd_shape,
};

}   // namespace deltoid::rulebook

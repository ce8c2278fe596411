// SPDX-License-Identifier: Apache-2.0
// DOC012: a record without an indication, or one that only says "injection".
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view indication_missing_messages[] = {
    "Line {line}: the record does not say why the drug was given. Write the condition that it treats.",
    "Line {line}: the record gives \"{indication}\" as the reason, which is the injection, not a condition. Write the "
    "condition that the drug treats.",
};
inline constexpr Source indication_missing_sources[] = {source::record_of_services, source::review_of_denosumab};
inline constexpr std::string_view indication_missing_edits1 =
    R"(,{"op":"remove","path":"/lines/2/documentation/indication"})";
inline constexpr std::string_view indication_missing_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/indication","value":"ketorolac injection"})";
inline constexpr Example indication_missing_bad[] = {
    {"No indication is written down.", with_record<indication_missing_edits1>},
    {"The indication is the injection.", with_record<indication_missing_edits2>},
};
inline constexpr Example indication_missing_good[] = {
    {"The record is complete.", with_record<>},
};

/// Words that tell of an injection and of no condition.
inline constexpr std::array<std::string_view, 40> words_of_injection{
    "INJECTION",   "INJECTIONS", "INJ",       "SHOT",    "SHOTS",      "ENCOUNTER", "VISIT",
    "APPOINTMENT", "NURSE",      "FOR",       "HERE",    "PATIENT",    "PT",        "A",
    "AN",          "THE",        "OF",        "IN",      "TO",         "PER",       "AS",
    "ORDER",       "ORDERS",     "ORDERED",   "GIVEN",   "RECEIVES",   "MONTHLY",   "WEEKLY",
    "QUARTERLY",   "ROUTINE",    "SCHEDULED", "TODAY",   "MEDICATION", "DRUG",      "ADMINISTRATION",
    "IM",          "SC",         "SQ",        "VITAMIN", "VIT"};

/// Every word is one of these, a number or amount, B12, or part of the drug's own name.
inline bool names_only_injection(std::string_view text, std::string_view drug, std::string_view substance) {
    for (std::string_view word = next_word(text); !word.empty(); word = next_word(text)) {
        const bool amount = word[0] >= '0' && word[0] <= '9';
        const bool vitamin = same_code(word, "B12") || same_code(word, "B");
        if (!amount && !vitamin && !is_one_of(word, words_of_injection) && !has_word(drug, word) &&
            !has_word(substance, word))
            return false;
    }
    return true;
}

inline void check_indication_missing(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::indication, Field::doc_indication, report);
    each_record(context, [&](const InjectionDay& record) {
        const std::string_view indication = record.text(&Documentation::indication);
        const DrugRow* drug = record.line.facts.drug.row;
        const std::string_view substance = drug == nullptr ? std::string_view() : drug->substance;
        if (indication.empty() || !names_only_injection(indication, record.text(&Documentation::drug), substance))
            return;
        ask_to_complete(report.say(1, record.line), Field::doc_indication).with("indication", indication);
    });
}

inline constexpr Rule indication_missing{
    .id = "DOC012",
    .name = "indication-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_indication),
    .summary = "The administration record gives no indication, or one that only names the injection.",
    .why = "The condition shows why the drug was needed; \"B12 injection\" only says what was done.",
    .fix = "Write the condition, as in B12 deficiency after gastric bypass.",
    .myth =
        "Often advised: use the ICD-10 code for an encounter for a B12 injection. There is none; the condition is "
        "coded, and the record names it.",
    .confidence = Confidence::secondary,
    .messages = indication_missing_messages,
    .sources = indication_missing_sources,
    .bad = indication_missing_bad,
    .good = indication_missing_good,
    .check_claim = &check_indication_missing,
};

}   // namespace deltoid::rulebook

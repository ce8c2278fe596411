// SPDX-License-Identifier: Apache-2.0
// DOC008: a record without day and time.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view time_missing_messages[] = {
    "Line {line}: the record does not say when the injection was given. Write the day and time.",
    "Line {line}: the record gives the day of the injection but no time. Write it: two injections of a day are told "
    "apart by the time.",
    "Line {line}: the record gives \"{text}\" as the time, without a day that can be read. Write both, as in "
    "2026-09-15 10:20.",
};
inline constexpr Source time_missing_sources[] = {source::record_of_services};
inline constexpr std::string_view time_missing_edits1 = R"(,{"op":"remove","path":"/lines/2/documentation/given_at"})";
inline constexpr std::string_view time_missing_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/given_at","value":"2026-09-15"})";
inline constexpr Example time_missing_bad[] = {
    {"Day and time are not written down.", with_record<time_missing_edits1>},
    {"The day without the time.", with_record<time_missing_edits2>},
};
inline constexpr Example time_missing_good[] = {
    {"The record is complete.", with_record<>},
};

inline void check_time_missing(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::given_at, Field::doc_given_at, report);
    each_record(context, [&](const InjectionDay& record) {
        const std::string_view text = record.text(&Documentation::given_at);
        const bool day = day_in_record(text).known();
        if (text.empty() || (day && text.find(':') != std::string_view::npos)) return;
        Finding& finding = ask_to_complete(report.say(day ? 1 : 2, record.line), Field::doc_given_at);
        finding.with("text", text);
    });
}

inline constexpr Rule time_missing{
    .id = "DOC008",
    .name = "time-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_given_at),
    .summary = "The administration record does not give the day and time of the injection.",
    .why = "Reviewers match the record to the claim by the date, and tell two injections of a day apart by the time.",
    .fix = "Write the day and time into the record.",
    .confidence = Confidence::secondary,
    .messages = time_missing_messages,
    .sources = time_missing_sources,
    .bad = time_missing_bad,
    .good = time_missing_good,
    .check_claim = &check_time_missing,
};

}   // namespace deltoid::rulebook

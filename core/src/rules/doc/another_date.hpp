// SPDX-License-Identifier: Apache-2.0
// DOC017: a record of another day.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view another_date_messages[] = {
    "Line {line}: the record says it was given on {given}, but the line says {day} (box 24A). One of the two is wrong.",
};
inline constexpr Source another_date_sources[] = {source::record_of_services};
inline constexpr std::string_view another_date_edits =
    R"(,{"op":"replace","path":"/lines/2/documentation/given_at","value":"2026-09-14T10:20"})";
inline constexpr Example another_date_bad[] = {
    {"The record is of the day before.", with_record<another_date_edits>},
};
inline constexpr Example another_date_good[] = {
    {"The record is complete.", with_record<>},
};

inline void check_another_date(const ClaimContext& context, Report& report) {
    each_record(context, [&](const InjectionDay& record) {
        const Entry entry = record.entry(&Documentation::given_at);
        const Day given = day_in_record(entry.text);
        const Date to = context.claim.lines[entry.on->line - 1U].to_or_from();
        if (!given.known() || given == record.line.day || (to.valid() && given > record.line.day && given <= to.value))
            return;
        Finding& finding = ask_to_complete(report.say(0, *entry.on), Field::doc_given_at);
        finding.with_day("given", given).with_day("day", record.line.day);
    });
}

inline constexpr Rule another_date{
    .id = "DOC017",
    .name = "another-date",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_given_at),
    .summary = "The administration record and the line have different dates.",
    .why = "Nothing in the record supports a service on the day billed.",
    .fix = "Correct the date of service, or the record when its date is wrong.",
    .messages = another_date_messages,
    .sources = another_date_sources,
    .bad = another_date_bad,
    .good = another_date_good,
    .check_claim = &check_another_date,
};

}   // namespace deltoid::rulebook

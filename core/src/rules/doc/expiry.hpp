// SPDX-License-Identifier: Apache-2.0
// DOC007: a drug that had expired, or a record without the expiry date.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view expiry_messages[] = {
    "Line {line}: the record gives no expiry date. Copy it from the vial.",
    "Line {line}: the record says the drug expired on {expired}, before it was given on {day}. Payers usually do not "
    "pay for an expired drug; check the date on the vial.",
    "Line {line}: the expiry date \"{text}\" cannot be read, so it was not checked. Dates are read as 2027-01-31, "
    "2027-01 or 01/2027.",
};
inline constexpr Source expiry_sources[] = {source::record_of_services};
inline constexpr std::string_view expiry_edits1 = R"(,{"op":"remove","path":"/lines/2/documentation/expiration"})";
inline constexpr std::string_view expiry_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/expiration","value":"2026-09-14"})";
inline constexpr std::string_view expiry_good_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/expiration","value":"2026-09-15"})";
inline constexpr Example expiry_bad[] = {
    {"No expiry date is written down.", with_record<expiry_edits1>},
    {"The vial had expired the day before.", with_record<expiry_edits2>},
};
inline constexpr Example expiry_good[] = {
    {"The record is complete.", with_record<>},
    {"It expires on the day it is given.", with_record<expiry_good_edits2>},
};

inline Day end_of_month(std::int64_t year, std::int64_t month) {
    if (year < 1900 || year > 9998 || month < 1 || month > 12) return Day::none();
    const int y = static_cast<int>(year), m = static_cast<int>(month);
    return Day::of(y, m, days_in_month(y, m));
}

/// The last good day: a day, or the end of a month written as 2027-01, 01/2027 or 01/27.
inline Day read_expiry(std::string_view text) {
    if (const Day day = day_in_record(text); day.known()) return day;
    const std::size_t bar = text.find_first_of("-/");
    if (bar == std::string_view::npos) return Day::none();
    const std::string_view first = trim(text.substr(0, bar)), second = trim(text.substr(bar + 1));
    if (first.size() > 4 || second.size() > 4 || !is_whole_number(first) || !is_whole_number(second))
        return Day::none();
    if (first.size() == 4) return end_of_month(whole_number(first), whole_number(second));
    return end_of_month(whole_number(second) + (second.size() == 2 ? 2000 : 0), whole_number(first));
}

inline void check_expiry(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::expiration, Field::doc_expiration, report);
    each_record(context, [&](const InjectionDay& record) {
        const std::string_view text = record.text(&Documentation::expiration);
        const Day expired = read_expiry(text);
        if (text.empty() || (expired.known() && expired >= record.line.day)) return;
        Finding& finding = ask_to_complete(report.say(expired.known() ? 1 : 2, record.line), Field::doc_expiration);
        finding.with("text", text).with_day("day", record.line.day);
        if (expired.known())
            finding.at_level(Level::error).with_day("expired", expired);
        else
            finding.at_level(Level::info).tag(Tag::not_evaluated);
    });
}

inline constexpr Rule expiry{
    .id = "DOC007",
    .name = "expiry",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_expiration),
    .summary = "The administration record gives no expiry date, or one before the date of service.",
    .why =
        "An expired drug is not given, and payers usually do not pay for one; a record without the date cannot show "
        "that it was good.",
    .fix = "Copy the expiry date from the vial; report an expired dose to the practitioner.",
    .confidence = Confidence::professional,
    .messages = expiry_messages,
    .sources = expiry_sources,
    .bad = expiry_bad,
    .good = expiry_good,
    .check_claim = &check_expiry,
};

}   // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// DOC001: a record without an order.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view order_not_recorded_messages[] = {
    "Line {line}: the record shows no order for the injection. Write who ordered it, and when.",
    "Line {line}: the record does not say who ordered the injection. Write the practitioner's name.",
    "Line {line}: the order for the injection has no date. Write it: reviewers look for an order from before the "
    "injection.",
    "Line {line}: the order is dated {ordered}, after the injection on {day}. A later order usually does not support "
    "what was given before it.",
};
inline constexpr Source order_not_recorded_sources[] = {source::drug_record, source::record_of_services};
inline constexpr std::string_view order_not_recorded_edits1 =
    R"(,{"op":"remove","path":"/lines/2/documentation/ordered_by"},
        {"op":"remove","path":"/lines/2/documentation/order_date"})";
inline constexpr std::string_view order_not_recorded_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/order_date","value":"2026-09-17"})";
inline constexpr Example order_not_recorded_bad[] = {
    {"Nobody is named who ordered the injection, and no day.", with_record<order_not_recorded_edits1>},
    {"The order is dated after the injection.", with_record<order_not_recorded_edits2>},
};
inline constexpr Example order_not_recorded_good[] = {
    {"The record is complete.", with_record<>},
};

inline void say_order_not_recorded(std::uint8_t message, const InjectionDay& record, Field field, Report& report) {
    Finding& finding = ask_to_complete(report.say(message, record.line), field);
    if (message == 0) finding.also_by(Operation::document, record.line.line, Field::doc_order_date).from_chart();
}

inline void check_order_not_recorded(const ClaimContext& context, Report& report) {
    each_record(context, [&](const InjectionDay& record) {
        const bool name = !record.text(&Documentation::ordered_by).empty();
        const std::string_view date = record.text(&Documentation::order_date);
        if (!name) say_order_not_recorded(date.empty() ? 0 : 1, record, Field::doc_ordered_by, report);
        if (name && date.empty()) say_order_not_recorded(2, record, Field::doc_order_date, report);
        const Day ordered = day_in_record(date);
        if (!ordered.known() || ordered <= record.line.day) return;
        Finding& finding = ask_to_complete(report.say(3, record.line), Field::doc_order_date);
        finding.with_day("ordered", ordered).with_day("day", record.line.day);
    });
}

inline constexpr Rule order_not_recorded{
    .id = "DOC001",
    .name = "order-not-recorded",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_ordered_by, Field::doc_order_date),
    .summary = "The administration record shows no order, or one that is dated after the injection.",
    .why = "Without a practitioner's order before it, the injection is not a covered service.",
    .fix = "Complete the record from the signed order; an order cannot be written afterwards.",
    .confidence = Confidence::secondary,
    .messages = order_not_recorded_messages,
    .sources = order_not_recorded_sources,
    .bad = order_not_recorded_bad,
    .good = order_not_recorded_good,
    .check_claim = &check_order_not_recorded,
};

}   // namespace deltoid::rulebook

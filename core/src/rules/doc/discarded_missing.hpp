// SPDX-License-Identifier: Apache-2.0
// DOC015: JW and no amount discarded in the record.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view discarded_missing_messages[] = {
    "Line {line}: JW bills what was discarded of {code}, but the record does not give the amount. Write how much was "
    "left in the vial.",
};
inline constexpr Source discarded_missing_sources[] = {source::waste, source::record_of_services};
inline constexpr std::string_view discarded_missing_edits =
    R"(,{"op":"replace","path":"/lines/2/documentation/dose","value":"30 mg"},
        {"op":"replace","path":"/lines/2/units","value":"2"},
  {"op":"remove","path":"/lines/2/modifiers"},{"op":"replace","path":"/lines/2/charge","value":"6.00"},
  {"op":"add","path":"/lines/3","value":{"line":4,"code":"J1885","modifiers":["JW"],"units":"2","unit_type":"UN",
   "charge":"6.00",
   "from":"2026-09-15","pointers":[1]}})";
inline constexpr std::string_view discarded_given_edits =
    R"(,{"op":"replace","path":"/lines/2/documentation/dose","value":"30 mg"},
        {"op":"replace","path":"/lines/2/units","value":"2"},
  {"op":"remove","path":"/lines/2/modifiers"},{"op":"replace","path":"/lines/2/charge","value":"6.00"},
  {"op":"add","path":"/lines/3","value":{"line":4,"code":"J1885","modifiers":["JW"],"units":"2","unit_type":"UN",
   "charge":"6.00",
   "from":"2026-09-15","pointers":[1]}},
  {"op":"add","path":"/lines/2/documentation/discarded","value":"30 mg"})";
inline constexpr Example discarded_missing_bad[] = {
    {"JW is billed and the record does not say how much was discarded.", with_record<discarded_missing_edits>},
};
inline constexpr Example discarded_missing_good[] = {
    {"The record is complete.", with_record<>},
    {"The record gives the amount.", with_record<discarded_given_edits>},
};

inline bool gives_discarded(const ClaimContext& context, const Service& waste) {
    for (const Service& service : context.services) {
        if (service.day != waste.day || (service.facts.code != waste.facts.code && !service.is(CodeSet::injection)))
            continue;
        const Documentation* record = record_of(context.claim, service);
        if (record != nullptr && !trim(record->discarded).empty()) return true;
    }
    return false;
}

inline void check_discarded_missing(const ClaimContext& context, Report& report) {
    if (context.claim.documentations.empty()) return;
    for (const Service& waste : context.services) {
        if (!waste.is(CodeSet::drug) || !waste.has(Modifier("JW")) || waste.has(Modifier("JZ"))) continue;
        if (!has_record_on_day(context, waste) || gives_discarded(context, waste)) continue;
        ask_to_complete(report.say(0, waste), Field::doc_discarded).with("code", waste.facts.code);
    }
}

inline constexpr Rule discarded_missing{
    .id = "DOC015",
    .name = "discarded-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_discarded),
    .summary = "A JW line bills waste, and the record does not give the amount discarded.",
    .why = "Medicare pays for waste only when the record shows the amount; otherwise reviewers take the payment back.",
    .fix = "Write the amount discarded, and bill its whole units.",
    .messages = discarded_missing_messages,
    .sources = discarded_missing_sources,
    .bad = discarded_missing_bad,
    .good = discarded_missing_good,
    .check_claim = &check_discarded_missing,
};

}   // namespace deltoid::rulebook

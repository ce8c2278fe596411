// SPDX-License-Identifier: Apache-2.0
// DOC014: a modifier for a distinct service and no reason in the record.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view reason_missing_messages[] = {
    "Line {line}: {modifier} says {code} was separate, and the record gives no reason, other site or other time (box "
    "24D). Write what set it apart.",
};
inline constexpr Source reason_missing_sources[] = {source::modifier_59};
inline constexpr std::string_view reason_missing_edits =
    R"(,{"op":"add","path":"/lines/3","value":{"line":4,"code":"96372","modifiers":["76"],
   "units":"1","unit_type":"UN","charge":"40.00","from":"2026-09-15","pointers":[1]}},
    {"op":"replace","path":"/total_charge","value":"212.00"},
  {"op":"remove","path":"/lines/2/documentation/injections"})";
inline constexpr std::string_view reason_given_edits =
    R"(,{"op":"add","path":"/lines/3","value":{"line":4,"code":"96372","modifiers":["76"],
   "units":"1","unit_type":"UN","charge":"40.00","from":"2026-09-15","pointers":[1]}},
    {"op":"replace","path":"/total_charge","value":"212.00"},
  {"op":"remove","path":"/lines/2/documentation/injections"},
  {"op":"add","path":"/lines/2/documentation/reason_distinct","value":"second dose at 16:00"})";
inline constexpr Example reason_missing_bad[] = {
    {"76 sets a second injection apart, and the record does not say why.", with_record<reason_missing_edits>},
};
inline constexpr Example reason_missing_good[] = {
    {"The record is complete.", with_record<>},
    {"The record says why.", with_record<reason_given_edits>},
};

/// Two records of the day name different sites or times.
inline bool records_differ(const ClaimContext& context, const Service& like, std::string_view Documentation::*field) {
    std::string_view first;
    for (const Service& service : context.services) {
        const Documentation* record = service.day == like.day ? record_of(context.claim, service) : nullptr;
        const std::string_view text = record == nullptr ? std::string_view() : trim(record->*field);
        if (text.empty()) continue;
        if (!first.empty() && !same_code(first, text)) return true;
        first = text;
    }
    return false;
}

inline bool gives_reason(const ClaimContext& context, const Service& like) {
    for (const Service& service : context.services) {
        const Documentation* record = service.day == like.day ? record_of(context.claim, service) : nullptr;
        if (record != nullptr && !trim(record->reason_distinct).empty()) return true;
    }
    return records_differ(context, like, &Documentation::site) ||
           records_differ(context, like, &Documentation::given_at);
}

/// Claims to be a service of its own: an injection, or the other code of a pair.
inline std::string_view distinct_modifier(const ClaimContext& context, const Service& service) {
    const bool injection = service.is(CodeSet::injection);
    if (!injection && !edit_of(service)) return {};
    for (const std::string_view modifier : context.claim.lines[service.line - 1U].modifiers) {
        const bool bypass = is_one_of(modifier, std::array<std::string_view, 5>{"59", "XE", "XS", "XP", "XU"});
        if (bypass || (injection && (same_code(modifier, "76") || same_code(modifier, "77")))) return trim(modifier);
    }
    return {};
}

inline void check_reason_missing(const ClaimContext& context, Report& report) {
    if (context.claim.documentations.empty()) return;
    for (const Service& service : context.services) {
        const std::string_view modifier = distinct_modifier(context, service);
        if (modifier.empty() || !has_record_on_day(context, service) || gives_reason(context, service)) continue;
        Finding& finding = ask_to_complete(report.say(0, service), Field::doc_reason_distinct);
        finding.with("modifier", modifier).with("code", service.facts.code);
    }
}

inline constexpr Rule reason_missing{
    .id = "DOC014",
    .name = "reason-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_reason_distinct, Field::doc_site, Field::doc_given_at),
    .summary = "59, an X modifier, 76 or 77 is on a line, and the record does not say what set the service apart.",
    .why = "The modifier says the service was separate, and the chart must show why: another drug, site or time.",
    .fix = "Write the reason, or take the modifier off.",
    .messages = reason_missing_messages,
    .sources = reason_missing_sources,
    .bad = reason_missing_bad,
    .good = reason_missing_good,
    .check_claim = &check_reason_missing,
};

}   // namespace deltoid::rulebook

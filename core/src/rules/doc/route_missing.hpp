// SPDX-License-Identifier: Apache-2.0
// DOC004: a record without a route.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view route_missing_messages[] = {
    "Line {line}: the record does not give the route. Without SC or IM in the chart, 96372 is not supported.",
    "Line {line}: the record gives the route as \"{route}\", which does not tell SC from IM. Without SC or IM in the "
    "chart, 96372 is not supported.",
};
inline constexpr Source route_missing_sources[] = {source::record_of_services, source::drug_record};
inline constexpr std::string_view route_missing_edits = R"(,{"op":"remove","path":"/lines/2/documentation/route"})";
inline constexpr Example route_missing_bad[] = {
    {"No route is written down.", with_record<route_missing_edits>},
};
inline constexpr Example route_missing_good[] = {
    {"The record is complete.", with_record<>},
};

/// Words that charts put where the route belongs and that say no more than that there was a needle.
inline constexpr std::array<std::string_view, 9> words_without_route{
    "INJECTION", "INJECTED", "INJ", "SHOT", "PARENTERAL", "NEEDLE", "SYRINGE", "NONE", "UNKNOWN"};

inline void check_route_missing(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::route, Field::doc_route, report);
    each_record(context, [&](const InjectionDay& record) {
        const std::string_view route = record.text(&Documentation::route);
        if (route.empty() || !is_one_of(route, words_without_route)) return;
        ask_to_complete(report.say(1, record.line), Field::doc_route).with("route", route);
    });
}

inline constexpr Rule route_missing{
    .id = "DOC004",
    .name = "route-missing",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_route),
    .summary = "The record does not say that the drug was given subcutaneously (SC) or intramuscularly (IM).",
    .why = "96372 is for two routes; a record that names neither supports another code, or none.",
    .fix = "Write the route that was used into the record.",
    .confidence = Confidence::secondary,
    .messages = route_missing_messages,
    .sources = route_missing_sources,
    .bad = route_missing_bad,
    .good = route_missing_good,
    .check_claim = &check_route_missing,
};

}   // namespace deltoid::rulebook

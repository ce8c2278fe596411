// SPDX-License-Identifier: Apache-2.0
// ADM012: the record names a route that the label does not have.
#pragma once

#include "context.hpp"
#include "rules/adm/route_words.hpp"
#include "rules/adm/sources.hpp"
#include "rules/day_products.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view route_not_labelled_messages[] = {
    "Line {line}: the record says {drug} was given {route}, which is not a route of its label. Check the record and "
    "the drug code (box 24D).",
};
inline constexpr Source route_not_labelled_sources[] = {source::labels};
inline constexpr Example route_not_labelled_bad[] = {
    {"Hydroxyzine under the skin: its label names the muscle only.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J3410","modifiers":["JZ"],"units":"2","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"F41.9"},
         {"op":"add","path":"/lines/2/documentation","value":{"route":"SC","container":"single_dose"}}])"},
};
inline constexpr Example route_not_labelled_good[] = {
    {"Hydroxyzine into the muscle.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J3410","modifiers":["JZ"],"units":"2","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"F41.9"},
         {"op":"add","path":"/lines/2/documentation","value":{"route":"IM","container":"single_dose"}}])"},
};

/// The line whose record names the drug's route: its own, or that of the day's only injection line beside its only drug.
inline const Service* line_with_route(const ClaimContext& context, const Service& drug) {
    const auto names_route = [&](const Service& service) {
        const Documentation* record = record_of(context.claim, context.claim.lines[service.line - 1U]);
        return record != nullptr && !trim(record->route).empty();
    };
    if (names_route(drug)) return &drug;
    const Service* found = nullptr;
    for (const Service& service : context.services) {
        if (service.day != drug.day || &service == &drug) continue;
        if (service.is(CodeSet::drug)) return nullptr;
        if (!service.is(CodeSet::injection)) continue;
        if (found != nullptr) return nullptr;
        found = &service;
    }
    return found != nullptr && names_route(*found) ? found : nullptr;
}

inline void check_route_not_labelled(const ClaimContext& context, Report& report) {
    if (context.claim.documentations.empty()) return;
    for (const Service& drug : context.services) {
        const DrugRow* row = drug.facts.drug.row;
        if (row == nullptr || !drug.is(CodeSet::drug) || drug.is(CodeSet::unlisted_drug)) continue;
        const Service* line = line_with_route(context, drug);
        if (line == nullptr) continue;
        const Route route = read_route(record_of(context.claim, context.claim.lines[line->line - 1U])->route);
        // A drug that is labelled for neither is ADM011's; any other route is ADM010's.
        const bool either = lists_route(row->routes, "IM") || lists_route(row->routes, "SC");
        const RouteCode& words = route_code(route);
        if (!is_injected(route) || !either || lists_route(row->routes, words.label)) continue;
        Finding& finding = report.say(0, *line).in(Field::doc_route).tag(Tag::chart).with("drug", drug.facts.code);
        finding.with("route", words.words).fix_by(Operation::document, line->line, Field::doc_route).from_chart();
        finding.proven_by(context.tables.edition(row->edition), drug.facts.code);
    }
}

inline constexpr Rule route_not_labelled{
    .id = "ADM012",
    .name = "route-not-labelled",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_route),
    .summary = "The record gives the drug SC or IM, and its label has only the other route.",
    .why = "Record and label contradict each other, and some of these drugs do harm by the wrong route.",
    .fix = "Correct the record if the route is a slip, or the drug code if another product was given.",
    .confidence = Confidence::professional,
    .messages = route_not_labelled_messages,
    .sources = route_not_labelled_sources,
    .bad = route_not_labelled_bad,
    .good = route_not_labelled_good,
    .check_claim = &check_route_not_labelled,
};

}  // namespace deltoid::rulebook

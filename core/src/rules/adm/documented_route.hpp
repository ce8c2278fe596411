// SPDX-License-Identifier: Apache-2.0
// ADM010: the record names another route.
#pragma once

#include "rules/adm/route_words.hpp"
#include "rules/adm/sources.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/day_products.hpp"
#include "rules/routes.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view documented_route_messages[] = {
    "Line {line}: the record says the drug was given {route}, and {injection} is only for SC or IM. Bill "
    "{administration} (box 24D).",
    "Line {line}: the record says the drug was given {route}, and {injection} is only for SC or IM (box 24D). That "
    "route has no code to bill instead.",
};
inline constexpr Source documented_route_sources[] = {source::injection_section};
inline constexpr Example documented_route_bad[] = {
    {"Ketorolac was pushed into a vein.",
     R"([{"op":"add","path":"/lines/2/documentation","value":{"route":"IV push"}}])"},
};
inline constexpr Example documented_route_good[] = {
    {"Ketorolac went into the muscle.",
     R"([{"op":"add","path":"/lines/2/documentation","value":{"route":"IM"}}])"},
};

/// The route of the injection line's own record, else the one that every drug line of the day names.
inline Route recorded_route(const ClaimContext& context, const Service& injection) {
    const auto route_on = [&](const Service& service) {
        const Documentation* record = record_of(context.claim, context.claim.lines[service.line - 1U]);
        return record == nullptr ? Route::unknown : read_route(record->route);
    };
    if (const Route own = route_on(injection); own != Route::unknown) return own;
    Route all = Route::unknown;
    for (const Service& drug : context.services) {
        if (drug.day != injection.day || !drug.is(CodeSet::drug)) continue;
        const Route route = route_on(drug);
        if (route == Route::unknown || is_injected(route)) return Route::unknown;
        if (all == Route::unknown) all = route;
    }
    return all;
}

/// The routes of procedures: what they gave is theirs.
constexpr bool is_route_of_procedure(Route route) {
    return route == Route::joint || route == Route::lesion || route == Route::eye || route == Route::spine ||
           route == Route::nerve || route == Route::intradermal || route == Route::implant;
}

/// A rule on what was given, or on the pair with another administration, speaks of this injection.
inline bool is_spoken_for(const ClaimContext& context, const Service& injection, Route route) {
    const DayProducts products = products_of(context.services, injection.day);
    if (nothing_to_inject(products) || (products.procedure && is_route_of_procedure(route))) return true;
    for (const Service& other : context.services) {
        const EditRow* row = edit_of(other).row;
        if (other.day != injection.day || !other.is(CodeSet::drug_administration) || row == nullptr || row->column != 1) continue;
        const bool marked = injection.has_any(bypass_modifiers) || other.has_any(bypass_modifiers);
        if (!marked || products.billed_drugs == 1) return true;   // BND007, BND008
    }
    return false;
}

inline void check_documented_route(const ClaimContext& context, Report& report) {
    if (context.claim.documentations.empty()) return;
    for (const Service& injection : context.services) {
        if (!injection.is(CodeSet::injection)) continue;
        const Route route = recorded_route(context, injection);
        if (route == Route::unknown || is_injected(route) || is_spoken_for(context, injection, route)) continue;
        const RouteCode& words = route_code(route);
        Finding& finding = report.say(words.codes.empty() ? 1 : 0, injection).in(Field::line_code).tag(Tag::chart);
        finding.with("route", words.words).with("injection", injection.facts.code).with("administration", words.codes);
        finding.denies(Group::CO, "16", injection.line, "N657");
        add_route_fixes(finding, words, injection.line);
    }
}

inline constexpr Rule documented_route{
    .id = "ADM010",
    .name = "documented-route",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_route),
    .summary = "The record names a route other than subcutaneous (SC) or intramuscular (IM).",
    .why = "96372 is for SC and IM injections only; with another route in the record it is not supported.",
    .fix = "Bill the code of the route in the record, or correct the record when it is wrong.",
    .myth = "Often advised: 96365 to 96379 is \"the list of infusions\". 96372 itself, pushes and an on-body injector "
            "are among them.",
    .messages = documented_route_messages,
    .sources = documented_route_sources,
    .bad = documented_route_bad,
    .good = documented_route_good,
    .check_claim = &check_documented_route,
};

}  // namespace deltoid::rulebook

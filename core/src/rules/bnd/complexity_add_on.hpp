// SPDX-License-Identifier: Apache-2.0
// BND010: G2211 beside a visit that carries 25.
#pragma once

#include "rules/bnd/complexity.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/bnd/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view complexity_add_on_messages[] = {
    "Line {line}: Medicare denies {code} when the visit {visit} carries 25 because of an injection. Delete {code} (box "
    "24D).",
    "Line {line}: {code} is paid beside {visit} with 25 only because of the preventive service {other} (box 24D). With "
    "the injection alone it would be denied.",
};
inline constexpr Source complexity_add_on_sources[] = {source::complexity};
inline constexpr Example complexity_add_on_bad[] = {
    {"The add-on with a visit that carries 25 for the injection.",
     R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"G2211","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};
inline constexpr Example complexity_add_on_good[] = {
    {"The visit alone, without injection and without 25.",
     R"([{"op":"remove","path":"/lines/2"},{"op":"remove","path":"/lines/1"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/1","value":{"line":2,"code":"G2211","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"130.00"}])"},
};

inline void check_complexity_add_on(const DayContext& day, Report& report) {
    const Service* visit = nullptr;
    for (const Service& service : day.services)
        if (is_base_of_complexity(service) && service.has(Modifier("25"))) visit = &service;
    if (visit == nullptr || day.day < complexity_begins) return;
    const Service* preventive = preventive_exception(day);
    for (const Service& add_on : day.services) {
        if (!is_complexity_add_on(add_on) || !is_medicare(add_on.claim->payer) || injection_beside(day, add_on) == nullptr) continue;
        Finding& finding = report.say(preventive != nullptr ? 1 : 0, add_on).as_medicare().in(Field::line_code);
        finding.with("code", add_on.facts.code).with("visit", visit->facts.code);
        report.partner(finding, add_on, *visit);
        if (preventive != nullptr) {
            finding.at_level(Level::info).with("other", preventive->facts.code);
            continue;
        }
        finding.denies(Group::CO, "97", add_on.line).fix_by(Operation::delete_line, add_on.line);
    }
}

inline constexpr Rule complexity_add_on{
    .id = "BND010",
    .name = "complexity-add-on",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::complexity,
    .summary = "G2211 is billed to Medicare beside a visit that carries 25 because of an injection.",
    .why = "Medicare pays G2211 beside 25 only when the day has a preventive service, from 2025 on; an injection is "
           "not one.",
    .fix = "Delete G2211.",
    .confidence = Confidence::secondary,
    .messages = complexity_add_on_messages,
    .sources = complexity_add_on_sources,
    .bad = complexity_add_on_bad,
    .good = complexity_add_on_good,
    .check_day = &check_complexity_add_on,
};

}  // namespace deltoid::rulebook

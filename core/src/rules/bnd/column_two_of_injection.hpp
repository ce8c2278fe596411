// SPDX-License-Identifier: Apache-2.0
// BND011: a service that the injection takes in.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view column_two_of_injection_messages[] = {
    "Line {line}: {code} is denied beside the injection {injection}, with or without a modifier. Delete {code} (box "
    "24D).",
    "Line {line}: {code} is included in the injection {injection} and is denied. Delete it, or add 25 if its record "
    "shows a separate service (box 24D).",
};
inline constexpr Source column_two_of_injection_sources[] = {source::ptp};
inline constexpr Example column_two_of_injection_bad[] = {
    {"Blood from a port on the day of an injection.",
     R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"36592","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};
inline constexpr Example column_two_of_injection_good[] = {
    {"Blood from a vein has no pair.",
     R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"36415","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};

/// In column 2 and no visit of BND001 or BND003: port and catheter draws, port flushes, prolonged services without contact.
inline bool is_taken_in(const Service& service) {
    const EditRow* row = edit_of(service).row;
    if (row == nullptr || row->column != 2 || row->indicator > 1) return false;
    return !service.is(CodeSet::visit) && !service.is(CodeSet::nurse_visit);
}

inline void check_column_two_of_injection(const DayContext& day, Report& report) {
    for (const Service& service : day.services) {
        if (!is_taken_in(service)) continue;
        const bool never = edit_of(service).row->indicator == 0;
        if (!never && (service.has_any(visit_modifiers) || service.has_any(bypass_modifiers))) continue;
        const Service* injection = injection_beside(day, service);
        if (injection == nullptr) continue;
        Finding& finding = at_pair_level(report.say(never ? 0 : 1, service), *service.claim).in(Field::line_code);
        finding.with("code", service.facts.code).with("injection", injection->facts.code);
        finding.denies(Group::CO, pair_carc(service.claim->payer), service.line).fix_by(Operation::delete_line, service.line);
        if (!never) finding.tag(Tag::chart).fix_by(Operation::add_modifier, service.line, "25").from_chart();
        report.partner(finding, service, *injection);
        prove_by_pair(finding, day, *injection, service);
    }
}

inline constexpr Rule column_two_of_injection{
    .id = "BND011",
    .name = "column-two-of-injection",
    .level = Level::error,
    .scope = Scope::day,
    .needs = Need::injection | Need::edit,
    .institutional = true,
    .summary = "A service that the injection includes is billed beside it: port draws and flushes, prolonged services "
               "without contact.",
    .why = "The edit pays the injection and denies the other line.",
    .fix = "Delete the line; a prolonged service without contact may carry 25 when its record stands by itself.",
    .messages = column_two_of_injection_messages,
    .sources = column_two_of_injection_sources,
    .bad = column_two_of_injection_bad,
    .good = column_two_of_injection_good,
    .check_day = &check_column_two_of_injection,
};

}  // namespace deltoid::rulebook

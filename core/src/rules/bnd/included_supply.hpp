// SPDX-License-Identifier: Apache-2.0
// BND012: a supply billed beside the injection it belongs to.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/bnd/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view included_supply_messages[] = {
    "Line {line}: the supply {code} is included in the injection {injection}, and payers usually deny it. Delete "
    "{code} (box 24D).",
};
inline constexpr Source included_supply_sources[] = {source::supplies};
inline constexpr Example included_supply_bad[] = {
    {"A syringe billed beside the injection.",
     R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"A4206","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};
inline constexpr Example included_supply_good[] = {
    {"The drug and the injection.", "[]"},
};

inline void check_included_supply(const DayContext& day, Report& report) {
    for (const Service& supply : day.services) {
        if (!supply.is(CodeSet::supply)) continue;
        const Service* injection = injection_beside(day, supply);
        if (injection == nullptr) continue;
        Finding& finding = report.say(0, supply).in(Field::line_code).with("code", supply.facts.code);
        finding.with("injection", injection->facts.code).denies(Group::CO, "97", supply.line);
        finding.fix_by(Operation::delete_line, supply.line);
        report.partner(finding, supply, *injection);
    }
}

inline constexpr Rule included_supply{
    .id = "BND012",
    .name = "included-supply",
    .level = Level::warning,
    .scope = Scope::day,
    .needs = needs(Need::injection),
    .summary = "A syringe, needle, tray or 99070 is billed on the day of an injection.",
    .why = "The payment for the injection includes what it takes to give it.",
    .fix = "Delete the supply.",
    .confidence = Confidence::secondary,
    .messages = included_supply_messages,
    .sources = included_supply_sources,
    .bad = included_supply_bad,
    .good = included_supply_good,
    .check_day = &check_included_supply,
};

}  // namespace deltoid::rulebook

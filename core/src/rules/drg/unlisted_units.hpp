// SPDX-License-Identifier: Apache-2.0
// DRG009: a catch-all drug code counted in anything but one.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view unlisted_units_messages[] = {
    "Line {line}: {code} has {units} units, but Medicare takes one unit for an unlisted drug, whatever the dose (box "
    "24G). The dose belongs in the description (SV101-7, box 19).",
};
inline constexpr Source unlisted_units_sources[] = {source::unlisted};
inline constexpr Example unlisted_units_bad[] = {
    {"Ten units for ten milligrams.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3490"},{"op":"replace","path":"/lines/2/units","value":"10"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"add","path":"/lines/2/note","value":"TESTDRUG 10 MG IM"}])"},
};
inline constexpr Example unlisted_units_good[] = {
    {"One unit, the dose in the note.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3490"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"add","path":"/lines/2/note","value":"TESTDRUG 10 MG IM"}])"},
};

inline void check_unlisted_units(const ClaimContext& context, Report& report) {
    if (!is_medicare(context.payer())) return;
    for (const Service& service : context.services) {
        const Quantity& units = context.claim.lines[service.line - 1U].units;
        if (!service.is(CodeSet::unlisted_drug) || service.units == 1000 || units.shape == Shape::malformed) continue;
        Finding& finding = report.say(0, service).as_medicare().in(Field::line_units).with("code", service.facts.code);
        finding.with_quantity("units", service.units).denies(Group::CO, "16", service.line, "M123");
        finding.fix_by(Operation::set_units, service.line, "1");
    }
}

inline constexpr Rule unlisted_units{
    .id = "DRG009",
    .name = "unlisted-units",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .summary = "An unlisted drug code is billed to Medicare with units other than one.",
    .why = "One unit of an unlisted code stands for no set amount; other units than one are unprocessable.",
    .fix = "Bill one unit and write the dose in the description.",
    .messages = unlisted_units_messages,
    .sources = unlisted_units_sources,
    .bad = unlisted_units_bad,
    .good = unlisted_units_good,
    .check_claim = &check_unlisted_units,
};

}  // namespace deltoid::rulebook

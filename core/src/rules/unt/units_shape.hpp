// SPDX-License-Identifier: Apache-2.0
// UNT003: units of 96372 that are no number of injections.
#pragma once

#include "rules/sources.hpp"
#include "rules/unt/sources.hpp"
#include "rules/unt/unit_limits.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view units_shape_messages[] = {
    "Line {line}: {code} has {units} units, but it counts injections (box 24G). Bill a whole number from 1.",
    "Line {line}: the units of {code} are of type {type}, but injections are counted in UN (box 24G, SV103).",
    "Line {line}: {code} has no units (box 24G). Bill the number of injections.",
};
inline constexpr Source units_shape_sources[] = {source::injection_units, source::professional_837};
inline constexpr Example units_shape_bad[] = {
    {"Half a unit.", R"([{"op":"replace","path":"/lines/1/units","value":"0.5"}])"},
    {"Minutes instead of units.", R"([{"op":"replace","path":"/lines/1/unit_type","value":"MJ"}])"},
};
inline constexpr Example units_shape_good[] = {
    {"One injection, one unit.", "[]"},
    {"A decimal point that changes nothing.", R"([{"op":"replace","path":"/lines/1/units","value":"1.000"}])"},
};

inline bool is_whole_count(const Quantity& units) { return units.valid() && units.value > 0 && units.value % 1000 == 0; }

/// The record's number, when writing it brings no units over the limit.
inline void fix_by_record(Finding& finding, const ClaimContext& context, const Service& service) {
    const InjectionCount record = recorded_injections(context.claim, context.services, service);
    const bool alone = billed_injections(context.services, service) == service.units;
    const bool usable =
        record.known && !record.unreadable && record.count > 0 && alone && within_limit(context.services, service, record.count);
    SmallText<12> text;
    if (usable) text.add_number(record.count);
    finding.fix_by(Operation::set_units, service.line, finding.keep(text.view()));
    if (!usable) finding.from_chart();
}

inline void check_units_shape(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) || service.counted) continue;
        const Line& line = context.claim.lines[service.line - 1U];
        if (line.units.shape == Shape::malformed) continue;   // said of every value that cannot be read
        const bool type = is_whole_count(line.units);
        const bool absent = line.units.absent();
        Finding& finding = report.say(type ? 1 : absent ? 2 : 0, service).in(type ? Field::line_unit_type : Field::line_units);
        finding.with("code", service.facts.code).with_quantity("units", line.units.value).with("type", trim(line.unit_type));
        finding.denies(Group::CO, "16", service.line, "M53");
        if (!type)
            fix_by_record(finding, context, service);
        else if (within_limit(context.services, service, line.units.value / 1000))
            finding.fix_by(Operation::set_field, service.line, "UN", Field::line_unit_type);
    }
}

inline constexpr Rule units_shape{
    .id = "UNT003",
    .name = "units-shape",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "The units of 96372 are missing, zero, negative or a fraction, or their type is not UN.",
    .why = "96372 counts injections; payers return a line whose units are no count.",
    .fix = "Bill the number of injections, as units (UN).",
    .messages = units_shape_messages,
    .sources = units_shape_sources,
    .bad = units_shape_bad,
    .good = units_shape_good,
    .check_claim = &check_units_shape,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// UNT001: more injections on a day than the unit limit allows.
#pragma once

#include "rules/sources.hpp"
#include "rules/unt/sources.hpp"
#include "rules/unt/unit_limits.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view injections_over_limit_messages[] = {
    "Line {line}: {units} units of {injection} on {day} are over the limit of {limit} a day, and every line of it is "
    "denied (box 24G). Correct the units, or appeal with the records; more lines or modifiers do not help.",
    "Line {line}: {units} units of {injection} were not checked against a unit limit (box 24G), because no loaded "
    "table of this payer's limits covers {day}.",
};
inline constexpr Source injections_over_limit_sources[] = {source::mue, source::mue_outpatient, source::mue_medicaid};
inline constexpr Example injections_over_limit_bad[] = {
    {"Six units, where four are the limit.", R"([{"op":"replace","path":"/lines/1/units","value":"6"}])"},
};
inline constexpr Example injections_over_limit_good[] = {
    {"One injection, one unit.", "[]"},
};

/// UNT006 speaks: the drug's units stand on the injection.
inline bool any_swapped(const DayContext& day) {
    for (const Service& service : day.services)
        if (service.is(CodeSet::injection) && swapped_with(day.services, service) != nullptr) return true;
    return false;
}

inline void say_over_limit(const DayContext& day, const Service& service, Thousandths units, Report& report) {
    const UnitLimitRow& limit = *unit_limit(service).row;
    Finding& finding = report.say(0, service).in(Field::line_units).tag(Tag::chart);
    finding.with("injection", service.facts.code).with_quantity("units", units).with_day("day", day.day);
    finding.with_number("limit", limit.units);
    if (is_medicare(service.claim->payer))
        finding.as_medicare();
    else if (!runs_unit_limits(service.claim->payer))
        finding.at_level(Level::warning).tag(Tag::payer);
    finding.denies(Group::CO, "151", service.line, "N362");
    finding.fix_by(Operation::set_units, service.line).from_chart();
    finding.proven_by(day.tables.edition(limit.edition), service.facts.code);
    for (const Service& other : day.services)
        if (other.is(CodeSet::injection) && other.claim != service.claim) report.partner(finding, service, other);
}

/// One injection is within any limit; of several nothing is known without a table.
inline void say_no_limit(const DayContext& day, const Service& service, Thousandths units, Report& report) {
    Finding& finding = report.say(1, service).in(Field::line_units).at_level(Level::info).tag(Tag::not_evaluated);
    finding.with("injection", service.facts.code).with_quantity("units", units).with_day("day", day.day);
}

inline void check_injections_over_limit(const DayContext& day, Report& report) {
    if (any_swapped(day)) return;
    for (const Service& service : day.services) {
        if (!service.is(CodeSet::injection) || !service.counted) continue;   // UNT003 speaks of what is no count
        const Answer<UnitLimitRow> limit = unit_limit(service);
        const Thousandths units = units_of_day(day.services, service);
        if (!limit && !limit.covered && units > 1000) say_no_limit(day, service, units, report);
        if (limit && units > Thousandths{limit.row->units} * 1000) say_over_limit(day, service, units, report);
    }
}

inline constexpr Rule injections_over_limit{
    .id = "UNT001",
    .name = "injections-over-limit",
    .level = Level::error,
    .scope = Scope::day,
    .needs = Need::injection | Need::several_injections,
    .institutional = true,
    .summary = "The day's units of 96372 for one patient and provider are over the payer's unit limit (MUE).",
    .why = "The limit adds up all lines of the day and denies every one of them when it is passed.",
    .fix = "Correct the units to the number of injections; if that many were given, appeal with the records.",
    .myth = "Often advised: split the units over lines, or add 59 or 76. The limit is of the day, not of the line.",
    .messages = injections_over_limit_messages,
    .sources = injections_over_limit_sources,
    .bad = injections_over_limit_bad,
    .good = injections_over_limit_good,
    .check_day = &check_injections_over_limit,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// UNT004: units of 96372 that are not the number of injections in the record.
#pragma once

#include "rules/unt/units_shape.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view injections_not_documented_messages[] = {
    "Line {line}: {units} x {code} on the day, but the record shows {count} injection(s) (box 24G). Bill the "
    "injections that were given, or complete the record.",
};
inline constexpr Source injections_not_documented_sources[] = {source::injection_units, source::one_for_each};
inline constexpr Example injections_not_documented_bad[] = {
    {"Two units, and the record tells of one injection.",
     R"([{"op":"replace","path":"/lines/1/units","value":"2"},{"op":"add","path":"/lines/1/documentation","value":{"injections":1}}])"},
};
inline constexpr Example injections_not_documented_good[] = {
    {"One unit, one injection.", R"([{"op":"add","path":"/lines/1/documentation","value":{"injections":1}}])"},
};

inline const Service* first_injection(std::span<const Service> services, const Service& like) {
    for (const Service& service : services)
        if (service.is(CodeSet::injection) && service.day == like.day) return &service;
    return nullptr;
}

/// UNT001, UNT003 or UNT006 speaks of this day's units.
inline bool other_units_defect(const ClaimContext& context, const Service& injection) {
    for (const Service& other : context.services) {
        if (!other.is(CodeSet::injection) || other.day != injection.day) continue;
        if (!other.counted || swapped_with(context.services, other) != nullptr) return true;
    }
    const Answer<UnitLimitRow> limit = unit_limit(injection);
    return limit && units_of_day(context.services, injection) > Thousandths{limit.row->units} * 1000;
}

inline void check_injections_not_documented(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (service.record != RecordCheck::differs || !service.is(CodeSet::injection)) continue;
        if (first_injection(context.services, service) != &service || other_units_defect(context, service)) continue;
        const InjectionCount record = recorded_injections(context.claim, context.services, service);
        Finding& finding = report.say(0, service).in(Field::line_units).tag(Tag::chart).with("code", service.facts.code);
        finding.with_number("count", record.count).with_quantity("units", billed_injections(context.services, service));
        fix_by_record(finding, context, service);
        finding.from_chart();
    }
}

inline constexpr Rule injections_not_documented{
    .id = "UNT004",
    .name = "injections-not-documented",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_injections),
    .summary = "The units of 96372 differ from the number of injections in the administration record.",
    .why = "The record must support each unit; reviewers take back the others.",
    .fix = "Bill the injections that were given, or complete the record.",
    .myth = "Often advised: bill a unit for each millilitre, or for each drug line. A unit is one injection.",
    .confidence = Confidence::secondary,
    .messages = injections_not_documented_messages,
    .sources = injections_not_documented_sources,
    .bad = injections_not_documented_bad,
    .good = injections_not_documented_good,
    .check_claim = &check_injections_not_documented,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// BND006: a pair that no modifier opens.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/pos/facility_places.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view never_together_messages[] = {
    "Line {line}: the injection {injection} is denied beside {partner}, with or without a modifier (box 24D). Delete "
    "{injection}; its drug may stay if payable by itself.",
};
inline constexpr Source never_together_sources[] = {source::ptp};
inline constexpr Example never_together_bad[] = {
    {"A care visit in a nursing home with an injection.",
     R"([{"op":"replace","path":"/lines/0/code","value":"99309"},{"op":"replace","path":"/pos","value":"32"}])"},
};
inline constexpr Example never_together_good[] = {
    {"A wound repair can be opened by a modifier.",
     R"([{"op":"replace","path":"/lines/0/code","value":"12001"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/1/modifiers","value":["59"]},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J3420","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};

/// Pairs of indicator 0 in which the injection denies: hospital and nursing facility visits, anaesthesia.
inline bool never_beside_injection(const Service& partner) {
    const EditRow* row = edit_of(partner).row;
    return row != nullptr && row->column == 1 && row->indicator == 0;
}

/// The partner with the lowest code, so that the order of lines does not matter.
inline const Service* never_partner(const DayContext& day, const Service& injection) {
    const Service* found = nullptr;
    for (const Service& partner : day.services) {
        if (!never_beside_injection(partner) || another_specialty(injection, partner)) continue;
        if (in_facility(partner) && partner.is(CodeSet::evaluation_and_management)) continue;   // POS001 speaks
        if (found == nullptr || partner.facts.code < found->facts.code) found = &partner;
    }
    return found;
}

inline void check_never_together(const DayContext& day, Report& report) {
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection)) continue;
        const Service* partner = never_partner(day, injection);
        if (partner == nullptr) continue;
        Finding& finding = at_pair_level(report.say(0, injection), *injection.claim).in(Field::line_code);
        finding.with("injection", injection.facts.code).with("partner", partner->facts.code);
        finding.denies(Group::CO, pair_carc(injection.claim->payer), injection.line).fix_by(Operation::delete_line, injection.line);
        report.partner(finding, injection, *partner);
        prove_by_pair(finding, day, injection, *partner);
    }
}

inline constexpr Rule never_together{
    .id = "BND006",
    .name = "never-together",
    .level = Level::error,
    .scope = Scope::day,
    .needs = Need::injection | Need::edit,
    .institutional = true,
    .summary = "The injection and another service of the day are a pair that no modifier separates.",
    .why = "The edit denies the injection with or without a modifier.",
    .fix = "Delete the injection; its drug may stay if it is payable by itself.",
    .myth = "Often advised: 59 gets past every edit. It does nothing for pairs that Medicare marks with indicator 0.",
    .messages = never_together_messages,
    .sources = never_together_sources,
    .bad = never_together_bad,
    .good = never_together_good,
    .check_day = &check_never_together,
};

}  // namespace deltoid::rulebook

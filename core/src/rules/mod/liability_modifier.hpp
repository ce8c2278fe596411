// SPDX-License-Identifier: Apache-2.0
// MOD011: a modifier that settles who pays.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view liability_modifier_messages[] = {
    "Line {line}: with GZ {code} is denied as not necessary, and the practice bears the cost (box 24D).",
    "Line {line}: with GY {code} is denied as not covered, and the patient pays (box 24D).",
    "Line {line}: {modifier} on {code} says the patient was given a notice (box 24D). It does not shift a denial by an "
    "edit or a unit limit to the patient.",
};
inline constexpr Source liability_modifier_sources[] = {source::liability};
inline constexpr Example liability_modifier_bad[] = {
    {"GA on the injection.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["GA"]}])"},
};
inline constexpr Example liability_modifier_good[] = {
    {"No modifier is needed.", "[]"},
};

inline void say_liability(const Service& service, std::string_view modifier, std::uint8_t element, Report& report) {
    const bool unnecessary = same_code(modifier, "GZ");
    const bool excluded = same_code(modifier, "GY");
    Finding& finding = report.say(unnecessary ? 0 : excluded ? 1 : 2, service).in(Field::line_modifiers, element);
    finding.with("modifier", modifier).with("code", service.facts.code);
    if (unnecessary) finding.denies(Group::CO, "50", service.line);
    if (excluded) finding.denies(Group::PR, "96", service.line);
}

inline void check_liability_modifier(const ClaimContext& context, Report& report) {
    constexpr std::array<std::string_view, 4> modifiers{"GA", "GX", "GY", "GZ"};
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) && !service.is(CodeSet::drug)) continue;
        std::uint8_t element = 0;
        for (const std::string_view sent : modifiers_of(context, service)) {
            ++element;
            for (const std::string_view modifier : modifiers)
                if (same_code(sent, modifier)) say_liability(service, modifier, element, report);
        }
    }
}

inline constexpr Rule liability_modifier{
    .id = "MOD011",
    .name = "liability-modifier",
    .level = Level::info,
    .scope = Scope::claim,
    .needs = Need::injection | Need::liability,
    .institutional = true,
    .summary = "GA, GX, GY or GZ is on 96372 or its drug.",
    .why = "These decide who pays after a denial for necessity or coverage; denials by an edit or a unit limit stay "
           "with the practice.",
    .fix = "Nothing when the denial is expected; otherwise take the modifier off.",
    .myth = "Often advised: with a signed notice the patient pays whatever Medicare denies. That is never so for an "
            "edit or a unit limit.",
    .messages = liability_modifier_messages,
    .sources = liability_modifier_sources,
    .bad = liability_modifier_bad,
    .good = liability_modifier_good,
    .check_claim = &check_liability_modifier,
};

}  // namespace deltoid::rulebook

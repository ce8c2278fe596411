// SPDX-License-Identifier: Apache-2.0
// MOD007: the same modifier twice on a line.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view repeated_modifier_messages[] = {
    "Line {line}: modifier {modifier} is on the line twice (box 24D). Take one off.",
};
inline constexpr Source repeated_modifier_sources[] = {source::professional_837, source::form_1500};
inline constexpr Example repeated_modifier_bad[] = {
    {"JZ twice on the drug.",
     R"([{"op":"replace","path":"/lines/2/modifiers","value":["JZ","JZ"]}])"},
};
inline constexpr Example repeated_modifier_good[] = {
    {"No modifier is needed.", "[]"},
};

inline void check_repeated_modifier(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const std::span<const std::string_view> modifiers = modifiers_of(context, service);
        for (std::size_t later = 1; later < modifiers.size(); ++later) {
            bool repeated = false;
            for (std::size_t earlier = 0; earlier < later; ++earlier) repeated |= same_code(modifiers[earlier], modifiers[later]);
            const std::string_view modifier = trim(modifiers[later]);
            if (!repeated || !is_modifier_shape(modifier)) continue;
            Finding& finding = report.say(0, service).in(Field::line_modifiers, static_cast<std::uint8_t>(later + 1));
            finding.with("modifier", modifier).denies(Group::CO, "4", service.line, "N519");
            // Taking a modifier off takes all of them: one is put back.
            finding.fix_by(Operation::remove_modifier, service.line, modifier);
            finding.also_by(Operation::add_modifier, service.line, modifier).from_chart();
            break;
        }
    }
}

inline constexpr Rule repeated_modifier{
    .id = "MOD007",
    .name = "repeated-modifier",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::several_modifiers,
    .institutional = true,
    .summary = "One line carries the same modifier twice.",
    .why = "A repeated modifier fails the payer's check of the line.",
    .fix = "Take one of them off.",
    .confidence = Confidence::professional,
    .messages = repeated_modifier_messages,
    .sources = repeated_modifier_sources,
    .bad = repeated_modifier_bad,
    .good = repeated_modifier_good,
    .check_claim = &check_repeated_modifier,
};

}  // namespace deltoid::rulebook

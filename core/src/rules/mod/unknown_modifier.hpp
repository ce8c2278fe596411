// SPDX-License-Identifier: Apache-2.0
// MOD005: a modifier that is none.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view unknown_modifier_messages[] = {
    "Line {line}: \"{modifier}\" is not a modifier, which has two letters or digits (box 24D). Correct it or take it "
    "off.",
    "Line {line}: {modifier} is not on the list of modifiers, and payers usually reject the line (box 24D). Correct it "
    "or take it off.",
};
inline constexpr Source unknown_modifier_sources[] = {source::modifier_codes};
inline constexpr Example unknown_modifier_bad[] = {
    {"A diagnosis pointer slipped into the modifier.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["5"]}])"},
    {"Letters swapped: ZJ.",
     R"([{"op":"replace","path":"/lines/2/modifiers","value":["JZ","ZJ"]}])"},
};
inline constexpr Example unknown_modifier_good[] = {
    {"No modifier is needed.", "[]"},
};

/// NDC text on an injection line is MOD008's.
inline bool is_ndc_text(std::string_view text) { return text.size() >= 2 && upper(text[0]) == 'N' && text[1] == '4'; }

inline void check_unknown_modifier(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        std::uint8_t element = 0;
        for (const std::string_view sent : modifiers_of(context, service)) {
            ++element;
            const std::string_view modifier = trim(sent);
            const bool shaped = is_modifier_shape(modifier);
            if (modifier.empty() || is_known_modifier(modifier)) continue;
            if (service.is(CodeSet::injection) && is_ndc_text(modifier)) continue;
            Finding& finding = report.say(shaped ? 1 : 0, service).in(Field::line_modifiers, element);
            finding.with("modifier", modifier).at_level(shaped ? Level::warning : Level::error);
            finding.denies(Group::CO, shaped ? "4" : "16", service.line, shaped ? "N519" : "M78");
            finding.fix_by(Operation::remove_modifier, service.line, modifier).from_chart();
        }
    }
}

inline constexpr Rule unknown_modifier{
    .id = "MOD005",
    .name = "unknown-modifier",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "A modifier is not two letters or digits, or is on no list of modifiers.",
    .why = "Payers reject lines with modifiers that they do not know.",
    .fix = "Correct the modifier, or take it off.",
    .confidence = Confidence::professional,
    .messages = unknown_modifier_messages,
    .sources = unknown_modifier_sources,
    .bad = unknown_modifier_bad,
    .good = unknown_modifier_good,
    .check_claim = &check_unknown_modifier,
};

}  // namespace deltoid::rulebook

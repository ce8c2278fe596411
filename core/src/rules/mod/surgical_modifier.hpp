// SPDX-License-Identifier: Apache-2.0
// MOD004: a surgeon's modifier on the injection.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view surgical_modifier_messages[] = {
    "Line {line}: {modifier} is for surgery and does not go on the injection {injection} (box 24D).",
};
inline constexpr Source surgical_modifier_sources[] = {source::fee_indicators};
inline constexpr Example surgical_modifier_bad[] = {
    {"An assistant's modifier on the injection.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["80"]}])"},
};
inline constexpr Example surgical_modifier_good[] = {
    {"No modifier is needed.", "[]"},
};

inline void check_surgical_modifier(const ClaimContext& context, Report& report) {
    constexpr std::array<std::string_view, 11> forbidden{"51", "54", "55", "56", "62", "66", "80", "81", "82", "AS", "22"};
    say_forbidden(context, forbidden, report, [](Finding& finding, const Service& service, std::string_view modifier) {
        take_off(finding, service, modifier);
        if (modifier == "51") finding.at_level(Level::warning);   // needless rather than wrong
    });
}

inline constexpr Rule surgical_modifier{
    .id = "MOD004",
    .name = "surgical-modifier",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::modified,
    .institutional = true,
    .summary = "A surgical modifier is on 96372: 22, 51, 54-56, 62, 66, 80-82, AS.",
    .why = "96372 is paid without assistants, teams or a reduction for several procedures.",
    .fix = "Take it off.",
    .messages = surgical_modifier_messages,
    .sources = surgical_modifier_sources,
    .bad = surgical_modifier_bad,
    .good = surgical_modifier_good,
    .check_claim = &check_surgical_modifier,
};

}  // namespace deltoid::rulebook

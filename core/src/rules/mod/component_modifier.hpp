// SPDX-License-Identifier: Apache-2.0
// MOD002: 26 or TC on the injection.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view component_modifier_messages[] = {
    "Line {line}: {modifier} does not go on the injection {injection}, which has no professional or technical part (box "
    "24D).",
};
inline constexpr Source component_modifier_sources[] = {source::fee_indicators, source::fee_schedule};
inline constexpr Example component_modifier_bad[] = {
    {"26 on the injection.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["26"]}])"},
};
inline constexpr Example component_modifier_good[] = {
    {"No modifier is needed.", "[]"},
};

inline void check_component_modifier(const ClaimContext& context, Report& report) {
    constexpr std::array<std::string_view, 2> forbidden{"26", "TC"};
    say_forbidden(context, forbidden, report, [](Finding& finding, const Service& service, std::string_view modifier) {
        take_off(finding, service, modifier);
    });
}

inline constexpr Rule component_modifier{
    .id = "MOD002",
    .name = "component-modifier",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::modified,
    .institutional = true,
    .summary = "26 or TC is on 96372.",
    .why = "Medicare's fee schedule gives 96372 no professional or technical part; both modifiers are invalid on it.",
    .fix = "Take it off.",
    .messages = component_modifier_messages,
    .sources = component_modifier_sources,
    .bad = component_modifier_bad,
    .good = component_modifier_good,
    .check_claim = &check_component_modifier,
};

}  // namespace deltoid::rulebook

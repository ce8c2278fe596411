// SPDX-License-Identifier: Apache-2.0
// MOD010: a telehealth modifier on the injection.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view telehealth_modifier_messages[] = {
    "Line {line}: {modifier} says the service was given at a distance, but the injection {injection} needs the patient "
    "present (box 24D).",
};
inline constexpr Source telehealth_modifier_sources[] = {source::telehealth_modifiers};
inline constexpr Example telehealth_modifier_bad[] = {
    {"95 on the injection.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["95"]}])"},
};
inline constexpr Example telehealth_modifier_good[] = {
    {"95 on the visit.",
     R"([{"op":"replace","path":"/lines/0/modifiers","value":["25","95"]}])"},
};

inline void check_telehealth_modifier(const ClaimContext& context, Report& report) {
    constexpr std::array<std::string_view, 5> forbidden{"93", "95", "FQ", "GQ", "GT"};
    say_forbidden(context, forbidden, report, [](Finding& finding, const Service& service, std::string_view modifier) {
        take_off(finding, service, modifier);
    });
}

inline constexpr Rule telehealth_modifier{
    .id = "MOD010",
    .name = "telehealth-modifier",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::modified,
    .institutional = true,
    .summary = "A telehealth modifier is on 96372: 93, 95, FQ, GQ, GT.",
    .why = "An injection cannot be given at a distance; the line is usually denied.",
    .fix = "Take it off; on the visit it may be right.",
    .confidence = Confidence::professional,
    .messages = telehealth_modifier_messages,
    .sources = telehealth_modifier_sources,
    .bad = telehealth_modifier_bad,
    .good = telehealth_modifier_good,
    .check_claim = &check_telehealth_modifier,
};

}  // namespace deltoid::rulebook

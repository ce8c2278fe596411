// SPDX-License-Identifier: Apache-2.0
// MOD001: a modifier for visits on the injection.
#pragma once

#include "context.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view visit_modifier_on_injection_messages[] = {
    "Line {line}: modifier {modifier} is for visits and does not go on the injection {injection} (box 24D).",
};
inline constexpr Source visit_modifier_on_injection_sources[] = {source::modifier_25};
inline constexpr Example visit_modifier_on_injection_bad[] = {
    {"25 stands on the injection.", R"([{"op":"add","path":"/lines/1/modifiers","value":["25"]}])"},
};
inline constexpr Example visit_modifier_on_injection_good[] = {
    {"25 stands on the visit.", "[]"},
};

inline void check_visit_modifier_on_injection(const ClaimContext& context, Report& report) {
    static constexpr std::array<std::string_view, 3> for_visits{"25", "24", "57"};
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) || !service.has_any(visit_modifiers)) continue;
        for (std::uint8_t i = 0; i < service.modifiers.size(); ++i)
            for (const std::string_view modifier : for_visits) {
                if (service.modifiers[i] != Modifier(modifier)) continue;
                Finding& finding = report.say(0, service).in(Field::line_modifiers, static_cast<std::uint8_t>(i + 1));
                finding.with("modifier", modifier).with("injection", service.facts.code);
                finding.denies(Group::CO, "4", service.line, "N823");
                finding.fix_by(Operation::remove_modifier, service.line, modifier);
            }
    }
}

inline constexpr Rule visit_modifier_on_injection{
    .id = "MOD001",
    .name = "visit-modifier-on-injection",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::modified,
    .institutional = true,
    .summary = "25, 24 or 57 is on 96372.",
    .why = "These modifiers are for visits; payers reject a procedure that carries one.",
    .fix = "Take it off the injection; if a visit was billed, 25 may belong on the visit.",
    .myth = "Often advised: 96372-25. The modifier belongs on the visit.",
    .messages = visit_modifier_on_injection_messages,
    .sources = visit_modifier_on_injection_sources,
    .bad = visit_modifier_on_injection_bad,
    .good = visit_modifier_on_injection_good,
    .check_claim = &check_visit_modifier_on_injection,
};

}  // namespace deltoid::rulebook

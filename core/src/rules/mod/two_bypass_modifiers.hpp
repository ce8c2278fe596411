// SPDX-License-Identifier: Apache-2.0
// MOD006: two modifiers that say the same.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view two_bypass_modifiers_messages[] = {
    "Line {line}: {first} and {second} both say the service was separate (box 24D). Keep the more specific one.",
};
inline constexpr Source two_bypass_modifiers_sources[] = {source::modifier_59};
inline constexpr Example two_bypass_modifiers_bad[] = {
    {"59 and XS on the injection of a second drug.",
     R"([{"op":"replace","path":"/lines/0/code","value":"12001"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/1/modifiers","value":["59","XS"]},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J3420","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};
inline constexpr Example two_bypass_modifiers_good[] = {
    {"XS alone.",
     R"([{"op":"replace","path":"/lines/0/code","value":"12001"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/1/modifiers","value":["XS"]},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J3420","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};

/// 59 goes when an X modifier stands beside it; of two X modifiers only the chart can choose.
inline void add_keep_one_fixes(Finding& finding, const Service& service, std::string_view first, std::string_view second) {
    if (same_code(first, "59") || same_code(second, "59")) {
        finding.fix_by(Operation::remove_modifier, service.line, "59");
        return;
    }
    finding.fix_by(Operation::remove_modifier, service.line, first).from_chart();
    finding.fix_by(Operation::remove_modifier, service.line, second).from_chart();
}

inline void check_two_bypass_modifiers(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        std::string_view first;
        for (const std::string_view sent : modifiers_of(context, service)) {
            bool bypass = false;
            for (const Modifier modifier : bypass_modifiers) bypass |= Modifier(sent) == modifier;
            if (!bypass || same_code(sent, first)) continue;
            if (first.empty()) {
                first = sent;
                continue;
            }
            Finding& finding = report.say(0, service).in(Field::line_modifiers).with("first", first).with("second", sent);
            add_keep_one_fixes(finding, service, first, sent);
            break;
        }
    }
}

inline constexpr Rule two_bypass_modifiers{
    .id = "MOD006",
    .name = "two-bypass-modifiers",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::bypass,
    .institutional = true,
    .summary = "59 is billed with XE, XP, XS or XU on one line, or two of these are.",
    .why = "Medicare wants only the most specific one; two of them invite a review.",
    .fix = "Take 59 off, or the X modifier that the chart does not show.",
    .messages = two_bypass_modifiers_messages,
    .sources = two_bypass_modifiers_sources,
    .bad = two_bypass_modifiers_bad,
    .good = two_bypass_modifiers_good,
    .check_claim = &check_two_bypass_modifiers,
};

}  // namespace deltoid::rulebook

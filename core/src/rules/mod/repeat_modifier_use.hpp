// SPDX-License-Identifier: Apache-2.0
// MOD009: 76 or 77 where it does not fit.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/day_products.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view repeat_modifier_use_messages[] = {
    "Line {line}: {modifier} says the injection {injection} was repeated, but the day has no earlier line without it "
    "(box 24D). Take it off the first injection.",
    "Line {line}: {modifier} says the same service was repeated, but the drugs differ (box 24D). For another drug "
    "payers usually want 59 or XS.",
};
inline constexpr Source repeat_modifier_use_sources[] = {source::repeats};
inline constexpr Example repeat_modifier_use_bad[] = {
    {"76 on the only injection.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["76"]}])"},
};
inline constexpr Example repeat_modifier_use_good[] = {
    {"76 on the second injection of the same drug.",
     R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"96372","modifiers":["76"],"units":"1","unit_type":"UN",
             "charge":"40.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"212.00"},{"op":"replace","path":"/lines/2/units","value":"8"},
         {"op":"replace","path":"/lines/2/charge","value":"24.00"},
         {"op":"replace","path":"/total_charge","value":"224.00"}])"},
};

inline constexpr std::array again_modifiers{Modifier("76"), Modifier("77")};

/// An injection that the marked one repeats: without the modifier, and not behind it on the same claim.
inline bool has_first_injection(const DayContext& day, const Service& marked) {
    for (const Service& other : day.services) {
        if (&other == &marked || !other.is(CodeSet::injection) || other.has_any(again_modifiers)) continue;
        if (other.claim != marked.claim || other.line < marked.line) return true;
    }
    return false;
}

inline void check_repeat_modifier_use(const DayContext& day, Report& report) {
    int lines = 0;
    for (const Service& service : day.services) lines += service.is(CodeSet::injection) ? 1 : 0;
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection) || !injection.has_any(again_modifiers)) continue;
        const bool first = !has_first_injection(day, injection);
        const bool differ = lines > 1 && products_of(day).drug_codes >= lines;
        if (!first && !differ) continue;
        const std::string_view modifier = injection.has(Modifier("76")) ? "76" : "77";
        Finding& finding = report.say(first ? 0 : 1, injection).in(Field::line_modifiers).tag(Tag::payer);
        finding.with("modifier", modifier).with("injection", injection.facts.code);
        finding.fix_by(Operation::remove_modifier, injection.line, modifier);
        if (!first) finding.also_by(Operation::add_modifier, injection.line, "59").from_chart();
    }
}

inline constexpr Rule repeat_modifier_use{
    .id = "MOD009",
    .name = "repeat-modifier-use",
    .level = Level::warning,
    .scope = Scope::absence,
    .needs = Need::injection | Need::again,
    .institutional = true,
    .summary = "76 or 77 is on the first injection of the day, or the drugs of the day's injections differ.",
    .why = "76 says the same service was repeated; payers differ on what they want for a second 96372.",
    .fix = "Use 59 or XS for a different drug, 76 for the same one given again later that day.",
    .confidence = Confidence::secondary,
    .messages = repeat_modifier_use_messages,
    .sources = repeat_modifier_use_sources,
    .bad = repeat_modifier_use_bad,
    .good = repeat_modifier_use_good,
    .check_day = &check_repeat_modifier_use,
};

}  // namespace deltoid::rulebook

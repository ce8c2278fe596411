// SPDX-License-Identifier: Apache-2.0
// DRG017: a programme's modifier that is missing, or that has been replaced.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view programme_modifier_messages[] = {
    "Line {line}: your profile says {payer} wants {modifier} on {code}, and it is missing (box 24D).",
    "Line {line}: JG ended on {last}; for drugs bought under 340B TB replaces it (box 24D).",
};
inline constexpr Source programme_modifier_sources[] = {source::programme_340b, source::programme_states};
inline constexpr Example programme_modifier_bad[] = {
    {"JG in 2026.", R"([{"op":"replace","path":"/lines/2/modifiers","value":["JZ","JG"]}])"},
};
inline constexpr Example programme_modifier_good[] = {
    {"TB in 2026.", R"([{"op":"replace","path":"/lines/2/modifiers","value":["JZ","TB"]}])"},
    {"The modifier that the profile asks for is there.", R"([{"op":"replace","path":"/lines/2/modifiers","value":["JZ","UD"]}])",
     R"({"profile":{"payers":[{"id":"04402","modifiers_required":[{"modifier":"UD"}]}]}})"},
};

/// CMS retired JG for all 340B hospitals (OPPS final rules of CY 2023 and 2024).
inline constexpr Day jg_last = Day::of(2024, 12, 31);

/// SA and SB tell who was supervised: MOD012 asks for them.
inline bool is_of_programme(const ModifierWish& wish) {
    return !same_code(wish.modifier, "SA") && !same_code(wish.modifier, "SB");
}

inline bool is_wished_for(const ModifierWish& wish, const Service& service) {
    if (!is_of_programme(wish)) return false;
    if (wish.codes.empty()) return service.is(CodeSet::drug);
    for (const Code code : wish.codes)
        if (code == service.facts.code) return true;
    return false;
}

inline void check_wishes(const ClaimContext& context, const PayerProfile& payer, Report& report) {
    for (const Service& service : context.services)
        for (const ModifierWish& wish : payer.modifiers_required) {
            if (!is_wished_for(wish, service) || service.has(Modifier(wish.modifier))) continue;
            Finding& finding = report.say(0, service).in(Field::line_modifiers).with("code", service.facts.code);
            finding.with("modifier", wish.modifier).with("payer", payer.name.empty() ? payer.id : payer.name);
            finding.denies(Group::CO, "16", service.line, "N822");
            const bool room = context.claim.lines[service.line - 1U].modifier_count < Line::modifier_room;
            if (room) finding.fix_by(Operation::add_modifier, service.line, wish.modifier).from_chart();
        }
}

inline void check_programme_modifier(const ClaimContext& context, Report& report) {
    const PayerProfile* payer = context.options.profile.payer(context.claim.payer);
    if (payer != nullptr) check_wishes(context, *payer, report);
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::drug) || !service.has(Modifier("JG")) || service.day <= jg_last || !service.day.known())
            continue;
        Finding& finding = report.say(1, service).in(Field::line_modifiers).with_day("last", jg_last);
        if (is_medicare(context.payer()))
            finding.as_medicare();
        else
            finding.at_level(Level::warning).tag(Tag::payer);
        finding.denies(Group::CO, "16", service.line, "N823");
        finding.fix_by(Operation::remove_modifier, service.line, "JG");
        if (!service.has(Modifier("TB"))) finding.also_by(Operation::add_modifier, service.line, "TB");
    }
}

inline constexpr Rule programme_modifier{
    .id = "DRG017",
    .name = "programme-modifier",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "A modifier that the profile asks for (FP, UD, TB ...) is missing, or JG is billed after its end.",
    .why = "Programmes with prices or funds of their own recognize their claims by the modifier.",
    .fix = "Add the programme's modifier; from 2025 on TB replaces JG.",
    .confidence = Confidence::professional,
    .messages = programme_modifier_messages,
    .sources = programme_modifier_sources,
    .bad = programme_modifier_bad,
    .good = programme_modifier_good,
    .check_claim = &check_programme_modifier,
};

}  // namespace deltoid::rulebook

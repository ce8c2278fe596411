// SPDX-License-Identifier: Apache-2.0
// MOD012: SA or SB, when the payer of a profile asks for it.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view supervision_modifier_messages[] = {
    "Line {line}: your profile says {payer} wants {modifier} on {injection} given incident to a practitioner (box "
    "24D).",
};
inline constexpr Source supervision_modifier_sources[] = {source::incident_modifiers};
inline constexpr Example supervision_modifier_bad[] = {
    {"The profile asks for SA, and it is not there.",
     R"([{"op":"replace","path":"/payer/id","value":"87726"},{"op":"replace","path":"/payer/class","value":"commercial"},
         {"op":"replace","path":"/subscriber/id","value":"900000001"},
         {"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])", R"({"profile":{"name":"Practice",
             "payers":[{"id":"87726","class":"commercial","modifiers_required":[{"modifier":"SA","codes":["96372"]}]}]}})"},
};
inline constexpr Example supervision_modifier_good[] = {
    {"SA stands on the injection.",
     R"([{"op":"replace","path":"/payer/id","value":"87726"},{"op":"replace","path":"/payer/class","value":"commercial"},
         {"op":"replace","path":"/subscriber/id","value":"900000001"},
         {"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}},
         {"op":"add","path":"/lines/1/modifiers","value":["SA"]}])", R"({"profile":{"name":"Practice","payers":[{"id":"87726",
             "class":"commercial","modifiers_required":[{"modifier":"SA","codes":["96372"]}]}]}})"},
};

/// The wish of the payer's profile for SA or SB on this code; null when it has none.
inline const ModifierWish* supervision_wish(const PayerProfile& payer, Code code) {
    for (const ModifierWish& wish : payer.modifiers_required) {
        if (!same_code(wish.modifier, "SA") && !same_code(wish.modifier, "SB")) continue;
        if (wish.codes.empty()) return &wish;
        for (const Code wanted : wish.codes)
            if (wanted == code) return &wish;
    }
    return nullptr;
}

inline void check_supervision_modifier(const ClaimContext& context, Report& report) {
    const PayerProfile* payer = context.options.profile.payer(context.claim.payer);
    if (payer == nullptr) return;
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) || service.has(Modifier("SA")) || service.has(Modifier("SB"))) continue;
        const ModifierWish* wish = supervision_wish(*payer, service.facts.code);
        if (wish == nullptr) continue;
        Finding& finding = report.say(0, service).in(Field::line_modifiers).tag(Tag::payer).tag(Tag::chart);
        finding.with("payer", payer->name.empty() ? std::string_view(payer->id) : std::string_view(payer->name));
        finding.with("modifier", wish->modifier).with("injection", service.facts.code);
        finding.fix_by(Operation::add_modifier, service.line, wish->modifier).from_chart();
    }
}

inline constexpr Rule supervision_modifier{
    .id = "MOD012",
    .name = "supervision-modifier",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "The profile's payer asks for SA or SB on incident-to lines, and the injection has neither.",
    .why = "These payers tell by it that a practitioner supervised; without it they may pay less or ask "
           "(UnitedHealthcare from 2021-08-01, Aetna).",
    .fix = "Add SA (SB for a midwife) when the injection was given incident to the practitioner.",
    .confidence = Confidence::secondary,
    .messages = supervision_modifier_messages,
    .sources = supervision_modifier_sources,
    .bad = supervision_modifier_bad,
    .good = supervision_modifier_good,
    .check_claim = &check_supervision_modifier,
};

}  // namespace deltoid::rulebook

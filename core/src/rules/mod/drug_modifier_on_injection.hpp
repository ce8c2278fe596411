// SPDX-License-Identifier: Apache-2.0
// MOD008: a modifier of the drug on the injection.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view drug_modifier_on_injection_messages[] = {
    "Line {line}: {modifier} belongs on the drug line, not on the injection {injection} (box 24D).",
    "Line {line}: \"{modifier}\" on the injection {injection} looks like the start of an NDC, which belongs on the "
    "drug line (box 24D).",
};
inline constexpr Source drug_modifier_on_injection_sources[] = {source::waste, source::ndc_format};
inline constexpr Example drug_modifier_on_injection_bad[] = {
    {"JZ on the injection as well as on the drug.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["JZ"]}])"},
};
inline constexpr Example drug_modifier_on_injection_good[] = {
    {"No modifier is needed.", "[]"},
};

inline bool is_drug_modifier(std::string_view text) {
    constexpr std::array<std::string_view, 8> modifiers{"JW", "JZ", "JA", "JB", "JE", "EA", "EB", "EC"};
    for (const std::string_view modifier : modifiers)
        if (same_code(text, modifier)) return true;
    return false;
}

/// The day's only drug line, when it lacks the modifier.
inline const Service* drug_that_lacks(const ClaimContext& context, const Service& injection, std::string_view modifier) {
    const Service* found = nullptr;
    for (const Service& service : context.services) {
        if (service.day != injection.day || !service.is(CodeSet::drug)) continue;
        if (found != nullptr || service.has(Modifier(modifier))) return nullptr;
        found = &service;
    }
    return found;
}

inline void check_drug_modifier_on_injection(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection)) continue;
        std::uint8_t element = 0;
        for (const std::string_view sent : modifiers_of(context, service)) {
            ++element;
            const std::string_view modifier = trim(sent);
            const bool ndc = modifier.size() >= 2 && upper(modifier[0]) == 'N' && modifier[1] == '4';
            if (!ndc && !is_drug_modifier(modifier)) continue;
            Finding& finding = report.say(ndc ? 1 : 0, service).in(Field::line_modifiers, element);
            finding.with("modifier", modifier).with("injection", service.facts.code).denies(Group::CO, "4", service.line, "N519");
            finding.fix_by(Operation::remove_modifier, service.line, modifier);
            const Service* drug = ndc ? nullptr : drug_that_lacks(context, service, modifier);
            if (drug != nullptr) finding.also_by(Operation::add_modifier, drug->line, modifier).from_chart();
        }
    }
}

inline constexpr Rule drug_modifier_on_injection{
    .id = "MOD008",
    .name = "drug-modifier-on-injection",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::modified,
    .institutional = true,
    .summary = "JW, JZ, JA, JB, JE, EA, EB or EC, or the start of an NDC, is on 96372.",
    .why = "These describe a drug, its waste or its route; on the injection they are invalid.",
    .fix = "Move the modifier to the drug line.",
    .messages = drug_modifier_on_injection_messages,
    .sources = drug_modifier_on_injection_sources,
    .bad = drug_modifier_on_injection_bad,
    .good = drug_modifier_on_injection_good,
    .check_claim = &check_drug_modifier_on_injection,
};

}  // namespace deltoid::rulebook

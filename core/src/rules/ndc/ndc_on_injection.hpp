// SPDX-License-Identifier: Apache-2.0
// NDC007: the drug's NDC on the line of the injection.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_on_injection_messages[] = {
    "Line {line}: the NDC {ndc} is on the injection {injection} (shaded part of box 24). Move it to the drug line, "
    "with quantity and unit.",
    "Line {line}: the NDC {ndc} is on the injection {injection}, and the drug on line {drug_line} has one already "
    "(shaded part of box 24). Take it off the injection.",
};
inline constexpr Source ndc_on_injection_sources[] = {source::ndc_format, source::professional_837};
inline constexpr Example ndc_on_injection_bad[] = {
    {"The NDC stands one line too high.",
     R"([{"op":"add","path":"/lines/1/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])"},
};
inline constexpr Example ndc_on_injection_good[] = {
    {"It stands on the drug.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])"},
};

/// The first drug line of the claim that has an NDC of its own; null when there is none.
inline const Service* drug_with_ndc(const ClaimContext& context) {
    for (const Service& service : context.services)
        if (service.is(CodeSet::drug) && has_own_ndc(context.claim, service)) return &service;
    return nullptr;
}

inline void check_ndc_on_injection(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const Line& line = context.claim.lines[service.line - 1U];
        if (!service.is(CodeSet::injection) || !has_ndc(line)) continue;
        const Service* drug = drug_with_ndc(context);
        Finding& finding = report.say(drug == nullptr ? 0 : 1, service).in(Field::line_ndc_code);
        finding.with("ndc", trim(line.ndc.code)).with("injection", service.facts.code);
        if (drug != nullptr) finding.with_number("drug_line", drug->line);
        finding.denies(Group::CO, "16", service.line, "M119");
    }
}

inline constexpr Rule ndc_on_injection{
    .id = "NDC007",
    .name = "ndc-on-injection",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::package | Need::odd_package,
    .institutional = true,
    .summary = "An NDC is on the line of 96372.",
    .why = "Payers read the NDC beside the drug's code and reject it on the injection.",
    .fix = "Move NDC, quantity and unit to the line of the drug that was given.",
    .confidence = Confidence::secondary,
    .messages = ndc_on_injection_messages,
    .sources = ndc_on_injection_sources,
    .bad = ndc_on_injection_bad,
    .good = ndc_on_injection_good,
    .check_claim = &check_ndc_on_injection,
};

}   // namespace deltoid::rulebook

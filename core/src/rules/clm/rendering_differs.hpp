// SPDX-License-Identifier: Apache-2.0
// CLM011: the drug and its injection name two rendering providers.
#pragma once

#include "rules/clm/npi_check_digit.hpp"
#include "rules/clm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view rendering_differs_messages[] = {
    "Line {line}: {drug} names {npi} as the rendering provider, but the injection on line {other} names {wanted} (box "
    "24J). Payers usually want one practitioner on both.",
};
inline constexpr Source rendering_differs_sources[] = {source::form_1500, source::professional_837};
inline constexpr Example rendering_differs_bad[] = {
    {"The drug line has a practitioner of its own.",
     R"([{"op":"add","path":"/lines/2/rendering","value":{"npi":"1245319599"}}])"},
};
inline constexpr Example rendering_differs_good[] = {
    {"One practitioner stands for all lines.", "[]"},
};

/// CLM006 speaks of a number that is nobody's.
inline bool is_npi(std::string_view npi) { return npi_fits(npi); }

inline std::string_view rendering_of(const ClaimContext& context, const Service& service) {
    const std::string_view own = trim(context.claim.lines[service.line - 1U].rendering.npi);
    return own.empty() ? trim(context.claim.rendering.npi) : own;
}

/// The first injection of the drug's day, unless one of the day has the drug's practitioner or none.
inline const Service* injection_by_another(const ClaimContext& context, const Service& drug) {
    const Service* first = nullptr;
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) || service.day != drug.day) continue;
        const std::string_view npi = rendering_of(context, service);
        if (same_code(npi, rendering_of(context, drug)) || !is_npi(npi)) return nullptr;
        if (first == nullptr) first = &service;
    }
    return first;
}

inline void check_rendering_differs(const ClaimContext& context, Report& report) {
    for (const Service& drug : context.services) {
        if (!drug.is(CodeSet::drug) || drug.is(CodeSet::vaccine)) continue;
        const Service* injection = injection_by_another(context, drug);
        if (injection == nullptr || !is_npi(rendering_of(context, drug))) continue;
        const std::string_view wanted = rendering_of(context, *injection);
        Finding& finding =
            report.say(0, drug).in(Field::line_rendering_npi).tag(Tag::chart).with("drug", drug.facts.code);
        finding.with("npi", rendering_of(context, drug)).with("wanted", wanted).with_number("other", injection->line);
        finding.fix_by(Operation::set_field, drug.line, wanted, Field::line_rendering_npi).from_chart();
    }
}

inline constexpr Rule rendering_differs{
    .id = "CLM011",
    .name = "rendering-differs",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::own_rendering,
    .summary = "The injection and its drug name different rendering providers.",
    .why = "Payers match the two by the practitioner; apart, each looks like half a service.",
    .fix = "Name the practitioner who gave or supervised the injection on both lines.",
    .confidence = Confidence::professional,
    .messages = rendering_differs_messages,
    .sources = rendering_differs_sources,
    .bad = rendering_differs_bad,
    .good = rendering_differs_good,
    .check_claim = &check_rendering_differs,
};

}   // namespace deltoid::rulebook

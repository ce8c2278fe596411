// SPDX-License-Identifier: Apache-2.0
// SUP005: a nurse, pharmacist or aide as the rendering provider.
#pragma once

#include "rules/sup/care.hpp"
#include "rules/sup/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view staff_as_rendering_messages[] = {
    "The rendering provider's taxonomy {taxonomy} is that of staff, who do not bill Medicare (box 24J). Name the "
    "practitioner who supervised.",
    "Line {line}: the rendering provider's taxonomy {taxonomy} is that of staff, who do not bill Medicare (box 24J). "
    "Name the practitioner who supervised.",
    "The rendering provider's taxonomy {taxonomy} is that of staff (box 24J). Some payers enrol pharmacists and clinic "
    "nurses; others want the practitioner who supervised.",
    "Line {line}: the rendering provider's taxonomy {taxonomy} is that of staff (box 24J). Some payers enrol "
    "pharmacists and clinic nurses; others want the practitioner who supervised.",
};
inline constexpr Source staff_as_rendering_sources[] = {source::staff_taxonomy, source::rendering_number};
inline constexpr Example staff_as_rendering_bad[] = {
    {"A registered nurse as the rendering provider.",
     R"([{"op":"replace","path":"/rendering/taxonomy","value":"163W00000X"}])"},
};
inline constexpr Example staff_as_rendering_good[] = {
    {"A nurse practitioner.", R"([{"op":"replace","path":"/rendering/taxonomy","value":"363LF0000X"}])"},
    {"A family physician.", "[]"},
};

/// NUCC: registered and practical nurses, pharmacists and their technicians, aides. Not 363A, 363L, 364S, 367.
inline bool is_staff_taxonomy(std::string_view taxonomy) {
    constexpr std::array<std::string_view, 7> prefixes{"163W", "164W", "164X", "1835", "1837", "374", "376"};
    taxonomy = trim(taxonomy);
    if (taxonomy.empty() || (taxonomy[0] != '1' && taxonomy[0] != '3')) return false;
    for (const std::string_view prefix : prefixes)
        if (taxonomy.size() >= prefix.size() && same_code(taxonomy.substr(0, prefix.size()), prefix)) return true;
    return false;
}

inline void say_staff(const ClaimContext& context, Finding& finding, std::string_view taxonomy, Field field) {
    finding.with("taxonomy", taxonomy).in(field).denies(Group::CO, "170", finding.line, "N95");
    if (is_medicare(context.payer()))
        finding.as_medicare();
    else
        finding.at_level(Level::warning).tag(Tag::payer);
    const bool of_line = field == Field::line_rendering_taxonomy;
    finding.fix_by(Operation::set_field, finding.line, of_line ? Field::line_rendering_npi : Field::rendering_npi);
    finding.also_by(Operation::set_field, finding.line,
                    of_line ? Field::line_rendering_taxonomy : Field::rendering_taxonomy);
    finding.from_chart();
}

inline void check_staff_as_rendering(const ClaimContext& context, Report& report) {
    const Claim& claim = context.claim;
    const std::uint8_t other = is_medicare(context.payer()) ? 0 : 2;
    bool said = false;
    for (const Service& injection : context.services) {
        if (!injection.is(CodeSet::injection)) continue;
        const Line& line = claim.lines[injection.line - 1U];
        const std::string_view taxonomy = rendering_taxonomy(claim, line);
        if (!is_staff_taxonomy(taxonomy)) continue;
        if (!trim(line.rendering.npi).empty()) {
            const auto message = static_cast<std::uint8_t>(other + 1);
            say_staff(context, report.say(message, injection), taxonomy, Field::line_rendering_taxonomy);
        } else if (!said) {
            const bool rendered = !trim(claim.rendering.npi).empty();
            say_staff(context, report.say(other), taxonomy,
                      rendered ? Field::rendering_taxonomy : Field::billing_taxonomy);
            said = true;
        }
    }
}

inline constexpr Rule staff_as_rendering{
    .id = "SUP005",
    .name = "staff-as-rendering",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "The rendering provider's taxonomy is that of a nurse, a pharmacist, a technician or an aide.",
    .why = "Medicare does not enrol staff for injections; their services are billed as the supervising practitioner's.",
    .fix = "Write the NPI and taxonomy of the practitioner who supervised.",
    .myth = "Often advised: incident-to lets clinical staff bill. Staff never bill Medicare; the practitioner who "
            "supervises does.",
    .confidence = Confidence::secondary,
    .messages = staff_as_rendering_messages,
    .sources = staff_as_rendering_sources,
    .bad = staff_as_rendering_bad,
    .good = staff_as_rendering_good,
    .check_claim = &check_staff_as_rendering,
};

}  // namespace deltoid::rulebook

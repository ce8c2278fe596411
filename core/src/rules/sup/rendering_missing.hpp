// SPDX-License-Identifier: Apache-2.0
// SUP004: no person is named as the rendering provider.
#pragma once

#include "context.hpp"
#include "rules/sup/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view rendering_missing_messages[] = {
    "The claim names no rendering practitioner, and the billing provider is a group (box 24J). Write the NPI of who "
    "gave the injection, or who supervised the staff.",
    "The claim names no rendering practitioner, and does not say that the billing provider is a person (box 24J). A "
    "group must name who gave or supervised the injection.",
    "Line {line}: neither the line nor the claim has the NPI of a rendering practitioner (box 24J).",
    "The rendering provider {npi} is an organization (box 24J). Write the NPI of the person who gave or supervised "
    "the injection.",
};
inline constexpr Source rendering_missing_sources[] = {source::rendering_number};
inline constexpr Example rendering_missing_bad[] = {
    {"A group bills and names nobody.", R"([{"op":"remove","path":"/rendering"}])"},
};
inline constexpr Example rendering_missing_good[] = {
    {"The practitioner bills in person.",
     R"([{"op":"remove","path":"/rendering"},{"op":"replace","path":"/billing/entity","value":"person"}])"},
    {"The group names the practitioner.", "[]"},
};

inline bool has_number(const Provider& provider) { return !trim(provider.npi).empty(); }
/// Only the claim's: a line of the contract's JSON does not tell the entity.
inline bool is_organization(const Provider& provider) {
    return has_number(provider) && same_code(provider.entity, "organization");
}

/// A billing provider who is a person renders what the claim gives to nobody else.
inline bool bills_in_person(const Claim& claim) {
    return has_number(claim.billing) && same_code(claim.billing.entity, "person");
}

inline void say_rendering(Finding& finding, Field field, std::uint16_t line) {
    finding.in(field).denies(Group::CO, "16", line, "N290");
    finding.fix_by(Operation::set_field, line, field).from_chart();
}

inline void say_no_rendering(const ClaimContext& context, bool some_lines_have, Report& report) {
    const bool unknown = trim(context.claim.billing.entity).empty();
    const Level level = unknown ? Level::warning : Level::error;
    if (!some_lines_have) {
        Finding& finding = report.say(unknown ? 1 : 0).at_level(level);
        return say_rendering(finding, Field::rendering_npi, 0);
    }
    for (const Service& service : context.services)
        if (!has_number(context.claim.lines[service.line - 1U].rendering))
            say_rendering(report.say(2, service).at_level(level), Field::line_rendering_npi, service.line);
}

/// Medicare wants a person there; other payers enrol some groups and clinics.
inline void say_organization(const ClaimContext& context, Report& report) {
    Finding& finding = report.say(3).with("npi", trim(context.claim.rendering.npi));
    if (is_medicare(context.payer()))
        finding.as_medicare();
    else
        finding.at_level(Level::warning).tag(Tag::payer);
    say_rendering(finding, Field::rendering_npi, 0);
}

inline void check_rendering_missing(const ClaimContext& context, Report& report) {
    const Claim& claim = context.claim;
    bool some_lines_have = false, all_lines_have = true;
    for (const Service& service : context.services) {
        const bool has = has_number(claim.lines[service.line - 1U].rendering);
        some_lines_have |= has;
        all_lines_have &= has;
    }
    if (all_lines_have) return;
    if (is_organization(claim.rendering)) say_organization(context, report);
    if (!has_number(claim.rendering) && !bills_in_person(claim)) say_no_rendering(context, some_lines_have, report);
}

inline constexpr Rule rendering_missing{
    .id = "SUP004",
    .name = "rendering-missing",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "No person with an NPI is named as the rendering provider: on the line, on the claim, or as the billing "
               "provider.",
    .why = "Payers return a group's claim that does not say who rendered the service.",
    .fix = "Write the NPI of the practitioner who gave the injection, or who supervised the staff who did.",
    .messages = rendering_missing_messages,
    .sources = rendering_missing_sources,
    .bad = rendering_missing_bad,
    .good = rendering_missing_good,
    .check_claim = &check_rendering_missing,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// DX007: Z23, the encounter for a vaccine, on the line of another drug.
#pragma once

#include "rules/day_products.hpp"
#include "rules/dx/diagnoses.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view vaccine_encounter_code_messages[] = {
    "Line {line}: the first diagnosis of {code} is Z23, which is only for vaccines (box 24E). Point to the condition "
    "that is treated.",
    "Line {line}: Z23 is among the diagnoses, but it is only for vaccines (box 24E). It can be left out here.",
    "Line {line}: the vaccine {code} is billed without Z23, which payers usually want on it (box 24E).",
};
inline constexpr Source vaccine_encounter_code_sources[] = {source::vaccine_encounter};
inline constexpr Example vaccine_encounter_code_bad[] = {
    {"Z23 for vitamin B12.",
     R"([{"op":"replace","path":"/diagnoses/0","value":"Z23"},{"op":"replace","path":"/lines/2/code","value":"J3420"},
         {"op":"replace","path":"/lines/2/units","value":"1"},{"op":"remove","path":"/lines/2/modifiers"}])"},
};
inline constexpr Example vaccine_encounter_code_good[] = {
    {"The deficiency that B12 treats.",
     R"([{"op":"replace","path":"/diagnoses/0","value":"E53.8"},{"op":"replace","path":"/lines/2/code","value":"J3420"},
         {"op":"replace","path":"/lines/2/units","value":"1"},{"op":"remove","path":"/lines/2/modifiers"}])"},
};

/// Where the line has Z23, from 1; 0 when it does not.
inline std::uint8_t vaccine_encounter_at(const ClaimContext& context, const Line& line) {
    for (std::uint8_t i = 0; i < line.pointer_count; ++i)
        if (pointed(context, line, i).code == vaccine_encounter_diagnosis) return static_cast<std::uint8_t>(i + 1);
    return 0;
}

/// A vaccine after a wound, a bite or a contact is treatment, and has that diagnosis.
inline bool follows_exposure(const ClaimContext& context, const Line& line) {
    return first_in_families(context, line, "S|T|W|X|Y|Z20|Z18") != 0;
}

inline void check_other_line(const ClaimContext& context, const Service& service, Report& report) {
    const Line& line = line_of(context, service);
    const std::uint8_t at = vaccine_encounter_at(context, line);
    // Of a day with nothing for 96372 to give the ADM family speaks.
    if (at == 0 || nothing_to_inject(products_of(context.services, service.day))) return;
    Finding& finding =
        report.say(at == 1 ? 0 : 1, service).in(Field::line_pointers, at).with("code", service.facts.code);
    finding.tag(Tag::chart);
    if (at != 1)
        finding.at_level(Level::info);
    else
        finding.denies(Group::CO, "11", service.line);
    finding.fix_by(Operation::set_field, service.line, Field::line_pointers).from_chart();
}

inline void check_vaccine_line(const ClaimContext& context, const Service& service, Report& report) {
    const Line& line = line_of(context, service);
    if (vaccine_encounter_at(context, line) != 0 || follows_exposure(context, line)) return;
    Finding& finding =
        report.say(2, service).at_level(Level::info).in(Field::line_pointers).with("code", service.facts.code);
    finding.tag(Tag::chart).tag(Tag::payer);
}

inline void check_vaccine_encounter_code(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!points_well(context.claim, line_of(context, service))) continue;
        if (service.is(CodeSet::vaccine))
            check_vaccine_line(context, service, report);
        else if (is_injection_or_drug(service))
            check_other_line(context, service, report);
    }
}

inline constexpr Rule vaccine_encounter_code{
    .id = "DX007",
    .name = "vaccine-encounter-code",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::encounter,
    .summary = "Z23 is the first diagnosis of 96372 or of a drug that is not a vaccine.",
    .why = "Z23 says that a vaccine was given, so a payer denies another drug billed with it.",
    .fix = "Point to the condition that the drug treats; keep Z23 for the vaccine's own line.",
    .confidence = Confidence::secondary,
    .messages = vaccine_encounter_code_messages,
    .sources = vaccine_encounter_code_sources,
    .bad = vaccine_encounter_code_bad,
    .good = vaccine_encounter_code_good,
    .check_claim = &check_vaccine_encounter_code,
};

}   // namespace deltoid::rulebook

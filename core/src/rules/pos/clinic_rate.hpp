// SPDX-License-Identifier: Apache-2.0
// POS004: an injection in a clinic that is paid by the encounter.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/pos/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view clinic_rate_messages[] = {
    "Line {line}: in place of service {pos} the clinic's encounter rate usually includes {code} (box 24B). Medicare "
    "then does not pay it on a professional claim.",
    "Line {line}: in place of service {pos} many Medicaid programmes include {code} in the clinic's encounter rate "
    "(box 24B). Some pay it apart.",
};
inline constexpr Source clinic_rate_sources[] = {source::clinic_rate, source::place_codes};
inline constexpr Example clinic_rate_bad[] = {
    {"An injection in a rural health clinic, to Medicare.", R"([{"op":"replace","path":"/pos","value":"72"}])"},
};
inline constexpr Example clinic_rate_good[] = {
    {"A public health clinic has no such rate.", R"([{"op":"replace","path":"/pos","value":"71"}])"},
    {"The office.", "[]"},
};

inline void check_clinic_rate(const ClaimContext& context, Report& report) {
    const bool medicaid = context.payer() == PayerClass::medicaid;
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) && !service.is(CodeSet::drug)) continue;
        if (!clinic_rate_speaks(service)) continue;
        Finding& finding = report.say(medicaid ? 1 : 0, service).in(Field::line_pos).with("code", service.facts.code);
        const std::string_view digits = place_digits(finding, service);
        finding.with("pos", digits).denies(Group::CO, "97", service.line);
        if (medicaid)
            finding.at_level(Level::warning).tag(Tag::payer);
        else
            finding.as_medicare();
        finding.fix_by(Operation::set_field, service.line, Field::line_pos).from_chart();
        const Answer<PlaceRow> place = context.tables.place(digits, service.day);
        if (place) finding.proven_by(context.tables.edition(place.row->edition), digits);
    }
}

inline constexpr Rule clinic_rate{
    .id = "POS004",
    .name = "clinic-rate",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "96372 or its drug is billed for a federally qualified health center (50) or a rural health clinic "
               "(72).",
    .why = "Medicare's rate for the clinic's encounter usually includes the injection and its drug; an injection alone "
           "is no encounter.",
    .fix = "Leave both to the clinic's encounter and cost report, or correct the place of service if it is wrong.",
    .confidence = Confidence::professional,
    .messages = clinic_rate_messages,
    .sources = clinic_rate_sources,
    .bad = clinic_rate_bad,
    .good = clinic_rate_good,
    .check_claim = &check_clinic_rate,
};

}  // namespace deltoid::rulebook

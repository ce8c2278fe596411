// SPDX-License-Identifier: Apache-2.0
// POS001: a professional claim for an injection in a facility.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view facility_setting_messages[] = {
    "Line {line}: place of service {pos} is a facility, which bills {code} itself (box 24B). The practitioner's line "
    "will be denied.",
    "Line {line}: many payers count place of service {pos} as a facility and then deny {code} to the practitioner (box "
    "24B).",
};
inline constexpr Source facility_setting_sources[] = {source::fee_schedule, source::place_codes};
inline constexpr Example facility_setting_bad[] = {
    {"The injection was given in a hospital outpatient department.",
     R"([{"op":"add","path":"/lines/1/pos","value":"22"}])"},
};
inline constexpr Example facility_setting_good[] = {
    {"The injection was given in the office.", "[]"},
};

/// Community programmes that Medicaid pays although the place counts as a facility (rulebook POS001).
inline bool medicaid_may_pay(std::uint8_t place) {
    constexpr std::array<std::uint8_t, 7> places{6, 8, 26, 52, 53, 56, 61};
    for (const std::uint8_t one : places)
        if (one == place) return true;
    return false;
}

inline void say_facility(const Service& service, const ClaimContext& context, bool some_payers, Report& report) {
    Finding& finding = report.say(some_payers ? 1 : 0, service).in(Field::line_pos).with("code", service.facts.code);
    const Line& line = context.claim.lines[service.line - 1U];
    finding.with("pos", place_of_service(context.claim, line));
    const bool medicaid = context.payer() == PayerClass::medicaid && medicaid_may_pay(service.place);
    if (some_payers || medicaid) finding.at_level(Level::warning).tag(Tag::payer);
    finding.denies(Group::CO, "5", service.line, "M77");
    finding.fix_by(Operation::set_field, service.line, Field::line_pos).from_chart();
    const Answer<PlaceRow> place = context.tables.place(place_of_service(context.claim, line), service.day);
    if (place) finding.proven_by(context.tables.edition(place.row->edition), finding.keep(place_of_service(context.claim, line)));
}

inline void check_facility_setting(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) && !service.is(CodeSet::drug)) continue;
        if (facility_speaks(service)) say_facility(service, context, !in_facility(service), report);
    }
}

inline constexpr Rule facility_setting{
    .id = "POS001",
    .name = "facility-setting",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "96372 or its drug is billed by the practitioner for a place of service where the facility bills it.",
    .why = "Medicare pays the practitioner nothing for 96372 in a facility, and no modifier changes that.",
    .fix = "Leave the injection and its drug to the facility's claim, or correct the place of service if it is wrong.",
    .messages = facility_setting_messages,
    .sources = facility_setting_sources,
    .bad = facility_setting_bad,
    .good = facility_setting_good,
    .check_claim = &check_facility_setting,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// POS002: an injection by telehealth.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/pos/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view telehealth_messages[] = {
    "Line {line}: place of service {pos} is telehealth, but {code} needs the patient in the room (box 24B). Payers "
    "usually return the line; write the place where the patient was.",
};
inline constexpr Source telehealth_sources[] = {source::telehealth_places, source::place_codes};
inline constexpr Example telehealth_bad[] = {
    {"The injection carries the place of the video visit.", R"([{"op":"replace","path":"/pos","value":"02"}])"},
};
inline constexpr Example telehealth_good[] = {
    {"A video visit, and the injection in the office later that day.",
     R"([{"op":"add","path":"/lines/0/pos","value":"10"}])"},
    {"The office.", "[]"},
};

/// The injection and its drug: both carry the place where the needle was.
inline void check_telehealth(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) && !service.is(CodeSet::drug)) continue;
        if (service.where != PlaceClass::telehealth) continue;
        Finding& finding = report.say(0, service).in(Field::line_pos).with("code", service.facts.code);
        const std::string_view digits = place_digits(finding, service);
        finding.with("pos", digits).denies(Group::CO, "5", service.line, "M77");
        finding.fix_by(Operation::set_field, service.line, Field::line_pos).from_chart();
        const Answer<PlaceRow> place = context.tables.place(digits, service.day);
        if (place) finding.proven_by(context.tables.edition(place.row->edition), digits);
    }
}

inline constexpr Rule telehealth{
    .id = "POS002",
    .name = "telehealth",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "96372 or its drug carries a telehealth place of service, 02 or 10.",
    .why = "An injection needs the patient in the room; payers usually return the line.",
    .fix = "Write the place where the patient was when the injection was given.",
    .confidence = Confidence::professional,
    .messages = telehealth_messages,
    .sources = telehealth_sources,
    .bad = telehealth_bad,
    .good = telehealth_good,
    .check_claim = &check_telehealth,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// POS006: an injection at home that nobody seems to have supervised.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/pos/sources.hpp"
#include "rules/sup/care.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view home_supervision_messages[] = {
    "Line {line}: in place of service {pos} nothing shows that a practitioner gave {injection} or directly supervised "
    "it (box 24B). Given by staff alone it is usually not paid.",
};
inline constexpr Source home_supervision_sources[] = {source::home_supervision, source::place_codes};
inline constexpr Example home_supervision_bad[] = {
    {"Only the injection and its drug, at home.",
     R"([{"op":"remove","path":"/lines/0"},{"op":"replace","path":"/pos","value":"12"},
         {"op":"replace","path":"/total_charge","value":"52.00"}])"},
};
inline constexpr Example home_supervision_good[] = {
    {"The practitioner made a visit there.", R"([{"op":"replace","path":"/pos","value":"12"}])"},
    {"The record says that the nurse practitioner gave it.",
     R"([{"op":"remove","path":"/lines/0"},{"op":"replace","path":"/pos","value":"12"},
         {"op":"replace","path":"/total_charge","value":"52.00"},
         {"op":"add","path":"/lines/0/documentation","value":{"credential":"NP"}}])"},
};

/// A practitioner's visit at the same place and day, on whatever claim: the hand or the eye was there.
inline bool practitioner_was_there(const DayContext& day, const Service& injection) {
    for (const Service& visit : day.services)
        if (is_visit_in_person(visit) && visit.place == injection.place) return true;
    return false;
}

inline void check_home_supervision(const DayContext& day, Report& report) {
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection) || !is_home(injection)) continue;
        if (has_care(injection, Care::supervision_told) || practitioner_was_there(day, injection)) continue;
        Finding& finding = report.say(0, injection).tag(Tag::chart).in(Field::line_pos);
        finding.with("pos", place_digits(finding, injection)).with("injection", injection.facts.code);
        if (injection.claim->payer != PayerClass::medicare_b) finding.tag(Tag::payer);
        finding.fix_by(Operation::document, injection.line, Field::doc_supervision).from_chart();
        finding.fix_by(Operation::set_field, 0, Field::supervising_npi).from_chart();
        finding.fix_by(Operation::set_field, injection.line, Field::line_pos).from_chart();
    }
}

inline constexpr Rule home_supervision{
    .id = "POS006",
    .name = "home-supervision",
    .level = Level::warning,
    .scope = Scope::absence,
    .needs = needs(Need::injection),
    .record = record_fields(Field::doc_supervision, Field::doc_credential),
    .summary = "An injection in a home or shelter (04, 12, 13, 14, 33), and nothing shows direct supervision or that a "
               "practitioner gave it.",
    .why = "Away from the office a nurse is usually alone, and 96372 needs a practitioner's direct supervision.",
    .fix = "Show who gave or supervised it (for Medicare live video counts); otherwise it is not billed as 96372.",
    .confidence = Confidence::professional,
    .messages = home_supervision_messages,
    .sources = home_supervision_sources,
    .bad = home_supervision_bad,
    .good = home_supervision_good,
    .check_day = &check_home_supervision,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// POS005: a nursing facility, which is 31 or 32 by who pays the stay.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/pos/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view nursing_facility_messages[] = {
    "Line {line}: place of service 32 says the resident is not in a Part A stay (box 24B). In such a stay it is 31, "
    "and the facility bills {injection}.",
};
inline constexpr Source nursing_facility_sources[] = {source::nursing_places, source::place_codes};
inline constexpr Example nursing_facility_bad[] = {
    {"An injection in a nursing facility, to Medicare.", R"([{"op":"replace","path":"/pos","value":"32"}])"},
};
inline constexpr Example nursing_facility_good[] = {
    {"The office.", "[]"},
};

/// 31 is POS001's; so is 32 for the payers that count it as a facility.
inline void check_nursing_facility(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) || service.place != 32) continue;
        if (facility_speaks(service)) continue;
        Finding& finding = report.say(0, service).tag(Tag::payer).in(Field::line_pos);
        finding.with("injection", service.facts.code);
        const std::string_view digits = place_digits(finding, service);
        const Answer<PlaceRow> place = context.tables.place(digits, service.day);
        if (place) finding.proven_by(context.tables.edition(place.row->edition), digits);
    }
}

inline constexpr Rule nursing_facility{
    .id = "POS005",
    .name = "nursing-facility",
    .level = Level::info,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "An injection is billed to Medicare for a nursing facility, 32.",
    .why = "Medicare pays the practitioner in 32 only when the resident is not in a Part A stay; other payers may "
           "count 32 as a facility.",
    .fix = "Ask the facility whether the resident was in a Part A stay on that day; if so, leave the injection to it.",
    .confidence = Confidence::secondary,
    .messages = nursing_facility_messages,
    .sources = nursing_facility_sources,
    .bad = nursing_facility_bad,
    .good = nursing_facility_good,
    .check_claim = &check_nursing_facility,
};

}  // namespace deltoid::rulebook

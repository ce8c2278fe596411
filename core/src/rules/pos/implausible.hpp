// SPDX-License-Identifier: Apache-2.0
// POS007: places that exist, but where 96372 is hardly ever right.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/pos/implausible_places.hpp"
#include "rules/pos/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view implausible_messages[] = {
    "Line {line}: place of service {pos} is {what} (box 24B). {advice}",
};
inline constexpr Source implausible_sources[] = {source::place_codes};
inline constexpr Example implausible_bad[] = {
    {"Other place of service.", R"([{"op":"replace","path":"/pos","value":"99"}])"},
};
inline constexpr Example implausible_good[] = {
    {"Outreach and street, from 2023-10-01.", R"([{"op":"replace","path":"/pos","value":"27"}])"},
    {"The office.", "[]"},
};

inline void check_implausible(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const ImplausiblePlace* place = service.is(CodeSet::injection) ? implausible_place(service) : nullptr;
        if (place == nullptr || facility_speaks(service)) continue;
        Finding& finding =
            report.say(0, service).in(Field::line_pos).with("what", place->what).with("advice", place->advice);
        finding.with("pos", place_digits(finding, service)).denies(Group::CO, "5", service.line, "M77");
        finding.fix_by(Operation::set_field, service.line, Field::line_pos).from_chart();
    }
}

inline constexpr Rule implausible{
    .id = "POS007",
    .name = "implausible",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "The place of service is one where 96372 is hardly ever billed: 60, 65, 66, 81 or 99.",
    .why = "Such a place is more often a slip than the truth, and payers ask about it.",
    .fix = "Write the place where the patient was; keep it if it is true, and expect to be asked.",
    .confidence = Confidence::professional,
    .messages = implausible_messages,
    .sources = implausible_sources,
    .bad = implausible_bad,
    .good = implausible_good,
    .check_claim = &check_implausible,
};

}  // namespace deltoid::rulebook

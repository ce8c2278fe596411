// SPDX-License-Identifier: Apache-2.0
// DX001: an injection or its drug without a diagnosis pointer.
#pragma once

#include "context.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view pointer_missing_messages[] = {
    "Line {line}: {code} points to no diagnosis, and the line will be rejected (box 24E). Point it to the reason for "
    "the injection.",
};
inline constexpr Source pointer_missing_sources[] = {source::form_1500, source::professional_837};
inline constexpr Example pointer_missing_bad[] = {
    {"The injection has no pointer.", R"([{"op":"remove","path":"/lines/1/pointers"}])"},
};
inline constexpr Example pointer_missing_good[] = {
    {"Every line points to the diagnosis.", "[]"},
};

inline void check_pointer_missing(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) && !service.is(CodeSet::drug)) continue;
        const Line& line = context.claim.lines[service.line - 1U];
        if (line.pointer_count != 0) continue;
        Finding& finding = report.say(0, service).in(Field::line_pointers).with("code", trim(line.code)).tag(Tag::chart);
        finding.denies(Group::CO, "16", service.line, "M76");
        // With one diagnosis on the claim it can only be that one, if it is the reason for the injection at all.
        const std::string_view only = context.claim.diagnoses.size() == 1 ? "1" : "";
        finding.fix_by(Operation::set_field, service.line, only, Field::line_pointers).from_chart();
    }
}

inline constexpr Rule pointer_missing{
    .id = "DX001",
    .name = "pointer-missing",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "96372 or a drug line points to no diagnosis.",
    .why = "A line without a diagnosis is rejected before anyone looks at it.",
    .fix = "Point the line to the diagnosis that the chart gives as the reason for the injection.",
    .messages = pointer_missing_messages,
    .sources = pointer_missing_sources,
    .bad = pointer_missing_bad,
    .good = pointer_missing_good,
    .check_claim = &check_pointer_missing,
};

}  // namespace deltoid::rulebook

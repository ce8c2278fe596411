// SPDX-License-Identifier: Apache-2.0
// DX003: more pointers on a line, or more diagnoses on the claim, than its form holds.
#pragma once

#include "rules/dx/diagnoses.hpp"
#include "small_text.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view too_many_diagnoses_messages[] = {
    "The claim has {count} diagnoses, but box 21 has room for {most}. Leave out those that no line needs, or bill two "
    "claims.",
    "Line {line}: {count} diagnosis pointers are given, but box 24E has room for {most}. Keep those that explain the "
    "line, the reason first.",
};
inline constexpr Source too_many_diagnoses_sources[] = {source::form_1500, source::professional_837};
inline constexpr Example too_many_diagnoses_bad[] = {
    {"Five pointers on the injection.",
     R"([{"op":"replace","path":"/diagnoses","value":["M54.50","M25.511","M25.512","M25.561","M25.562"]},
         {"op":"replace","path":"/lines/1/pointers","value":[1,2,3,4,5]}])"},
};
inline constexpr Example too_many_diagnoses_good[] = {
    {"Four pointers.",
     R"([{"op":"replace","path":"/diagnoses","value":["M54.50","M25.511","M25.512","M25.561","M25.562"]},
         {"op":"replace","path":"/lines/1/pointers","value":[1,2,3,4]}])"},
};

/// CMS-1500 (02/12) item 21 A to L, HI of the 837P; item 24E, SV107.
inline constexpr std::size_t most_diagnoses = 12;
inline constexpr std::uint8_t most_pointers = 4;

/// The first four pointers, "1:2:3:4".
inline std::string_view first_pointers(Finding& finding, const Line& line) {
    SmallText<16> text;
    for (std::uint8_t i = 0; i < most_pointers; ++i) text.add(i == 0 ? "" : ":").add_number(line.pointers[i]);
    return finding.keep(text.view());
}

inline void check_too_many_diagnoses(const ClaimContext& context, Report& report) {
    const std::size_t count = context.claim.diagnoses.size();
    if (count > most_diagnoses) {
        Finding& finding = report.say(0).in(Field::diagnoses, most_diagnoses + 1);
        finding.with_number("count", static_cast<std::int64_t>(count)).with_number("most", most_diagnoses);
        finding.denies(Group::CO, "16", 0, "M76");
    }
    for (const Service& service : context.services) {
        const Line& line = line_of(context, service);
        if (line.pointer_count <= most_pointers) continue;
        Finding& finding = report.say(1, service).in(Field::line_pointers, most_pointers + 1).tag(Tag::chart);
        finding.with_number("count", line.pointer_count).with_number("most", most_pointers);
        finding.denies(Group::CO, "16", service.line, "M76");
        if (points_well(context.claim, line))
            finding.fix_by(Operation::set_field, service.line, first_pointers(finding, line), Field::line_pointers)
                .from_chart();
    }
}

inline constexpr Rule too_many_diagnoses{
    .id = "DX003",
    .name = "too-many-diagnoses",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "A line has more than four diagnosis pointers, or the claim more than twelve diagnoses.",
    .why = "The form and the 837 have no room for more; the claim is rejected or the rest is lost.",
    .fix = "Keep the diagnoses that explain the lines, the reason for the service first.",
    .messages = too_many_diagnoses_messages,
    .sources = too_many_diagnoses_sources,
    .bad = too_many_diagnoses_bad,
    .good = too_many_diagnoses_good,
    .check_claim = &check_too_many_diagnoses,
};

}   // namespace deltoid::rulebook

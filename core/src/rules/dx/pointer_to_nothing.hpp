// SPDX-License-Identifier: Apache-2.0
// DX002: a pointer to a diagnosis that the claim does not have.
#pragma once

#include "rules/dx/diagnoses.hpp"
#include "small_text.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view pointer_to_nothing_messages[] = {
    "Line {line}: box 24E points to diagnosis {pointer}, but box 21 has only {count}. Point to the diagnosis that is "
    "the reason for the line.",
    "Line {line}: the pointer \"{text}\" cannot be read (box 24E). Write a letter from A to L, or a number from 1 to "
    "12.",
    "Line {line}: box 24E points to diagnosis {pointer}, but that is blank in box 21. Point to the diagnosis that is "
    "the reason for the line.",
    "The claim has no diagnosis (box 21), but line {first} points to one. Add the diagnosis that the chart gives.",
};
inline constexpr Source pointer_to_nothing_sources[] = {source::form_1500, source::professional_837};
inline constexpr Example pointer_to_nothing_bad[] = {
    {"The injection points to B, and only A is there.",
     R"([{"op":"replace","path":"/lines/1/pointers","value":["B"]}])"},
};
inline constexpr Example pointer_to_nothing_good[] = {
    {"B is there.",
     R"([{"op":"replace","path":"/diagnoses","value":["M54.50","M25.511"]},
         {"op":"replace","path":"/lines/1/pointers","value":["B","A"]}])"},
};

/// Position of the line's first pointer to nothing, from 1; 0 when there is none.
inline std::uint8_t first_lost_pointer(const Claim& claim, const Line& line) {
    for (std::uint8_t i = 0; i < line.pointer_count; ++i)
        if (!points_to_one(claim, line.pointers[i])) return static_cast<std::uint8_t>(i + 1);
    return 0;
}

inline std::uint8_t lost_message(const Claim& claim, std::uint8_t pointer) {
    if (pointer == Line::unreadable_pointer) return 1;
    return pointer <= claim.diagnoses.size() ? 2 : 0;
}

/// The line's good pointers, "1:3".
inline std::string_view good_pointers(Finding& finding, const Claim& claim, const Line& line) {
    SmallText<40> text;
    for (std::uint8_t i = 0; i < line.pointer_count; ++i) {
        if (!points_to_one(claim, line.pointers[i])) continue;
        if (!text.view().empty()) text.add(":");
        text.add_number(line.pointers[i]);
    }
    return finding.keep(text.view());
}

/// A claim without any diagnosis is one defect, however many lines point.
inline void say_no_diagnoses(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (line_of(context, service).pointer_count == 0) continue;
        Finding& finding = report.say(3).in(Field::diagnoses).tag(Tag::chart).with_number("first", service.line);
        finding.denies(Group::CO, "16", 0, "M76");
        finding.fix_by(Operation::add_diagnosis, service.line).from_chart();
        return;
    }
}

inline void check_pointer_to_nothing(const ClaimContext& context, Report& report) {
    if (context.claim.diagnoses.empty()) return say_no_diagnoses(context, report);
    for (const Service& service : context.services) {
        const Line& line = line_of(context, service);
        const std::uint8_t at = first_lost_pointer(context.claim, line);
        if (at == 0) continue;
        const std::uint8_t pointer = line.pointers[at - 1U];
        Finding& finding =
            report.say(lost_message(context.claim, pointer), service).in(Field::line_pointers, at).tag(Tag::chart);
        finding.with_number("pointer", pointer).with("text", trim(line.pointer_text));
        finding.with_number("count", static_cast<std::int64_t>(context.claim.diagnoses.size()));
        finding.denies(Group::CO, "16", service.line, "M76");
        // What is left is the reason for the line only if the chart says so.
        finding
            .fix_by(Operation::set_field, service.line, good_pointers(finding, context.claim, line),
                    Field::line_pointers)
            .from_chart();
    }
}

inline constexpr Rule pointer_to_nothing{
    .id = "DX002",
    .name = "pointer-to-nothing",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "A line points to a diagnosis that the claim does not have.",
    .why = "The claim is rejected, or the line is denied as one without a diagnosis.",
    .fix = "Point to the diagnosis that the chart gives as the reason, or add the one that is missing.",
    .messages = pointer_to_nothing_messages,
    .sources = pointer_to_nothing_sources,
    .bad = pointer_to_nothing_bad,
    .good = pointer_to_nothing_good,
    .check_claim = &check_pointer_to_nothing,
};

}   // namespace deltoid::rulebook

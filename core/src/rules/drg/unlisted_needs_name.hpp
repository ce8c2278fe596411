// SPDX-License-Identifier: Apache-2.0
// DRG008: a catch-all drug code whose drug nobody can see.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"
#include "rules/drg/unlisted_narrative.hpp"
#include "small_text.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view unlisted_needs_name_messages[] = {
    "Line {line}: {code} does not say which drug was given. Write its name and the dose given in the description "
    "(SV101-7, box 19).",
    "Line {line}: the description of {code} names no dose. Write the total dose given, as in TESTDRUG 10 MG (SV101-7, box 19).",
    "Line {line}: the description of {code} names no drug. Write its name with the dose given (SV101-7, box 19).",
};
inline constexpr Source unlisted_needs_name_sources[] = {source::unlisted};
inline constexpr Example unlisted_needs_name_bad[] = {
    {"J3490 without a word.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3490"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"}])"},
};
inline constexpr Example unlisted_needs_name_good[] = {
    {"Name and dose in the line note.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3490"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"add","path":"/lines/2/note","value":"TESTDRUG 10 MG IM"}])"},
};

/// What the line tells; a claim's note may speak of anything, and counts only when it has both.
inline Narrative narrative_of(const Claim& claim, const Line& line) {
    const Narrative of_claim = read_narrative(claim.note);
    if (of_claim.whole()) return of_claim;
    const Narrative description = read_narrative(line.description);
    const Narrative note = read_narrative(line.note);
    return {description.name || note.name, description.dose || note.dose};
}

/// "Testdrug 10 mg" from the record; SV101-7 holds 80 characters.
inline std::string_view narrative_from_record(Finding& finding, const Documentation* record) {
    if (record == nullptr) return {};
    SmallText<80> text;
    text.add(trim(record->drug)).add(" ").add(trim(record->dose));
    return !text.full() && read_narrative(text.view()).whole() ? finding.keep(text.view()) : std::string_view();
}

inline void check_unlisted_needs_name(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::unlisted_drug)) continue;
        const Line& line = context.claim.lines[service.line - 1U];
        const Narrative told = narrative_of(context.claim, line);
        if (told.whole()) continue;
        Finding& finding = report.say(told.name ? 1 : told.dose ? 2 : 0, service).in(Field::line_description);
        finding.with("code", service.facts.code).denies(Group::CO, "16", service.line, "M123", "N350");
        const std::string_view known = narrative_from_record(finding, record_of(context.claim, line));
        finding.fix_by(Operation::set_field, service.line, known, Field::line_description);
        if (known.empty()) finding.from_chart();
    }
}

inline constexpr Rule unlisted_needs_name{
    .id = "DRG008",
    .name = "unlisted-needs-name",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .record = record_fields(Field::doc_drug, Field::doc_dose),
    .summary = "An unlisted drug code has no name or no dose in the description, the line note or the claim note.",
    .why = "A drug that is not named can be neither priced nor covered; the line is returned as unprocessable.",
    .fix = "Write the name and total dose in the description, with strength and route where there is room.",
    .messages = unlisted_needs_name_messages,
    .sources = unlisted_needs_name_sources,
    .bad = unlisted_needs_name_bad,
    .good = unlisted_needs_name_good,
    .check_claim = &check_unlisted_needs_name,
};

}  // namespace deltoid::rulebook

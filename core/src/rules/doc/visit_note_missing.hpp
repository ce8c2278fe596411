// SPDX-License-Identifier: Apache-2.0
// DOC013: 25 on the visit and no word of a note of its own.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view visit_note_missing_messages[] = {
    "Line {line}: 25 on {code} claims work beyond the injection, and the record does not say that the visit has its "
    "own note (box 24D). Check that it has.",
    "Line {line}: {code} carries 25, but the record says the visit has no note of its own (box 24D). Without one 25 is "
    "not supported, and the visit is not billed.",
};
inline constexpr Source visit_note_missing_sources[] = {source::modifier_25, source::injection_visit_manual};
inline constexpr std::string_view visit_note_missing_edits1 =
    R"(,{"op":"remove","path":"/lines/2/documentation/visit_documented_separately"})";
inline constexpr std::string_view visit_note_missing_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/visit_documented_separately","value":false})";
inline constexpr Example visit_note_missing_bad[] = {
    {"The record does not say whether the visit has a note.", with_record<visit_note_missing_edits1>},
    {"The record says that it has none.", with_record<visit_note_missing_edits2>},
};
inline constexpr Example visit_note_missing_good[] = {
    {"The record is complete.", with_record<>},
};

/// The day's answer: on the visit, or on any record beside it.
inline std::string_view visit_note_answer(const ClaimContext& context, const Service& visit) {
    const auto answer_on = [&](const Service& service) {
        const Documentation* record = record_of(context.claim, service);
        return record == nullptr ? std::string_view() : trim(record->visit_documented_separately);
    };
    if (const std::string_view own = answer_on(visit); !own.empty()) return own;
    for (const Service& service : context.services) {
        if (service.day != visit.day || service.is(CodeSet::evaluation_and_management)) continue;
        if (const std::string_view answer = answer_on(service); !answer.empty()) return answer;
    }
    return {};
}

inline void check_visit_note_missing(const ClaimContext& context, Report& report) {
    for (const Service& visit : context.services) {
        if (!visit.is(CodeSet::evaluation_and_management) || !visit.has(Modifier("25")) ||
            !has_record_on_day(context, visit))
            continue;
        const std::string_view answer = visit_note_answer(context, visit);
        if (same_code(answer, "true")) continue;
        Finding& finding =
            ask_to_complete(report.say(answer.empty() ? 0 : 1, visit), Field::doc_visit_documented_separately);
        finding.with("code", visit.facts.code);
        if (!answer.empty()) finding.fix_by(Operation::delete_line, visit.line).from_chart();
    }
}

inline constexpr Rule visit_note_missing{
    .id = "DOC013",
    .name = "visit-note-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::visit | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_visit_documented_separately),
    .summary = "A visit beside the injection carries 25, and the record does not show a note of its own.",
    .why =
        "25 claims a significant, separate visit; a reviewer takes the payment back when only the injection is "
        "written down.",
    .fix = "Answer from the chart; without a separate note the visit is not billed.",
    .myth = "Often advised: 25 needs a second diagnosis. It needs separate work that is written down.",
    .messages = visit_note_missing_messages,
    .sources = visit_note_missing_sources,
    .bad = visit_note_missing_bad,
    .good = visit_note_missing_good,
    .check_claim = &check_visit_note_missing,
};

}   // namespace deltoid::rulebook

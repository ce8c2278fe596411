// SPDX-License-Identifier: Apache-2.0
// SUP006: staff gave the injection, and nobody is named who ordered or supervised it.
#pragma once

#include "rules/sup/new_problem.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view order_missing_messages[] = {
    "Line {line}: the record says staff gave {injection}, and neither claim nor record names who ordered or supervised "
    "it (box 17). Reviewers look for the order first.",
};
inline constexpr Source order_missing_sources[] = {source::ordering_number, source::incident_to};
inline constexpr Example order_missing_bad[] = {
    {"A nurse gave it on a day without a visit.",
     R"([{"op":"remove","path":"/lines/0"},{"op":"replace","path":"/total_charge","value":"52.00"},
         {"op":"add","path":"/lines/0/documentation","value":{"credential":"RN"}}])"},
};
inline constexpr Example order_missing_good[] = {
    {"The claim names who ordered it.",
     R"([{"op":"remove","path":"/lines/0"},{"op":"replace","path":"/total_charge","value":"52.00"},
         {"op":"add","path":"/lines/0/documentation","value":{"credential":"RN"}},
         {"op":"add","path":"/ordering","value":{"npi":"1234567893"}}])"},
    {"The practitioner saw the patient that day.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"RN"}}])"},
};

inline void check_order_missing(const DayContext& day, Report& report) {
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection) || !has_care(injection, Care::order_unshown)) continue;
        if (!is_medicare(injection.claim->payer) || first_injection(day, injection.claim) != &injection) continue;
        if (practitioner_saw_patient(day, injection)) continue;
        Finding& finding = report.say(0, injection).as_medicare().tag(Tag::chart).in(Field::doc_ordered_by);
        finding.with("injection", injection.facts.code);
        finding.fix_by(Operation::set_field, 0, Field::ordering_npi).from_chart();
        finding.fix_by(Operation::document, injection.line, Field::doc_ordered_by).from_chart();
    }
}

inline constexpr Rule order_missing{
    .id = "SUP006",
    .name = "order-missing",
    .level = Level::info,
    .scope = Scope::absence,
    .needs = needs(Need::injection),
    .record = record_fields(Field::doc_ordered_by, Field::doc_supervised_by),
    .summary = "Staff gave an injection for Medicare, and no ordering or supervising practitioner is named on the "
               "claim or in the record.",
    .why = "An injection by staff must belong to a practitioner's plan; reviewers look for the order first.",
    .fix = "Name who ordered it in box 17 (DK), or show the order in the record.",
    .confidence = Confidence::professional,
    .messages = order_missing_messages,
    .sources = order_missing_sources,
    .bad = order_missing_bad,
    .good = order_missing_good,
    .check_day = &check_order_missing,
};

}  // namespace deltoid::rulebook

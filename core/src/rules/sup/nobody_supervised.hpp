// SPDX-License-Identifier: Apache-2.0
// SUP001: staff gave the injection and nobody supervised.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/sup/giver.hpp"
#include "rules/sup/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view nobody_supervised_messages[] = {
    "Line {line}: the record says staff gave {injection} and nobody supervised, so Medicare does not pay it. 99211 in "
    "its place needs the same supervision.",
    "Line {line}: the record says nobody supervised {injection}, and does not say who gave it. Unless a practitioner "
    "gave it in person, Medicare does not pay it.",
    "Line {line}: the record says nobody supervised {injection}. Payers usually want direct supervision unless a "
    "practitioner gave it in person.",
};
inline constexpr Source nobody_supervised_sources[] = {source::incident_to, source::supervision_assumed};
inline constexpr Example nobody_supervised_bad[] = {
    {"A nurse alone in the office.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"RN","supervision":"none"}}])"},
};
inline constexpr Example nobody_supervised_good[] = {
    {"The practitioner was on site.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"RN","supervision":"onsite"}}])"},
    {"The nurse practitioner gave it in person.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"NP","supervision":"none"}}])"},
};

/// Message 0 is of staff, 1 of somebody who is not named, 2 of payers other than Medicare.
inline void say_nobody_supervised(const Service& injection, std::uint8_t message, Report& report) {
    Finding& finding = report.say(message, injection).tag(Tag::chart).in(Field::doc_supervision);
    finding.with("injection", injection.facts.code).denies(Group::CO, "170", injection.line, "N95");
    if (message == 2)
        finding.tag(Tag::payer);
    else
        finding.as_medicare();
    if (message != 0) finding.at_level(Level::warning);
    finding.fix_by(Operation::document, injection.line, Field::doc_supervision).from_chart();
}

inline void check_nobody_supervised(const ClaimContext& context, Report& report) {
    if (context.claim.documentations.empty()) return;
    const bool medicare = is_medicare(context.payer());
    for (const Service& injection : context.services) {
        if (!injection.is(CodeSet::injection)) continue;
        if (facility_speaks(injection)) continue;
        const Documentation* record = record_that(context, injection, &answers_supervision);
        const Giver giver = giver_of(context, injection);
        if (record == nullptr || !same_code(record->supervision, "none") || giver == Giver::practitioner) continue;
        const bool staff = giver == Giver::staff;
        say_nobody_supervised(injection, !medicare ? 2 : staff ? 0 : 1, report);
    }
}

inline constexpr Rule nobody_supervised{
    .id = "SUP001",
    .name = "nobody-supervised",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .record = record_fields(Field::doc_supervision),
    .summary = "The record says that nobody supervised, and no practitioner gave the injection in person.",
    .why = "96372 given by staff is paid as part of a practitioner's service, and that needs direct supervision.",
    .fix = "Correct the record if somebody did supervise; otherwise do not bill Medicare.",
    .myth = "Often advised: bill 99211 when nobody supervised. For Medicare that code is incident to a practitioner "
            "as well, and wants the same supervision.",
    .confidence = Confidence::secondary,
    .messages = nobody_supervised_messages,
    .sources = nobody_supervised_sources,
    .bad = nobody_supervised_bad,
    .good = nobody_supervised_good,
    .check_claim = &check_nobody_supervised,
};

}  // namespace deltoid::rulebook

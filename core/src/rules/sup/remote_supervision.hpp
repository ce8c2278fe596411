// SPDX-License-Identifier: Apache-2.0
// SUP002: supervised from afar.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/sup/giver.hpp"
#include "rules/sup/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view remote_supervision_messages[] = {
    "Line {line}: the record says {injection} was supervised by audio alone. Medicare wants the supervisor on site or "
    "on live audio and video.",
    "Line {line}: the record says {injection} was supervised by video, which Medicare takes as direct supervision only "
    "from {first} on.",
    "Line {line}: {injection} was supervised by live audio and video, which Medicare takes as direct supervision from "
    "{first} to {last}. The record must show that it was live.",
    "Line {line}: {injection} was supervised by live audio and video, which Medicare takes as direct supervision "
    "permanently from {first} on. The record must show that it was live.",
    "Line {line}: the record says {injection} was supervised remotely. Payers other than Medicare may want the "
    "supervisor in the same office.",
};
inline constexpr Source remote_supervision_sources[] = {source::incident_to, source::virtual_extended,
                                                        source::virtual_permanent};
inline constexpr Example remote_supervision_bad[] = {
    {"The practitioner was on the telephone.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"RN","supervision":"audio"}}])"},
    {"Live video in 2026: counts, and is said for the record.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"RN","supervision":"audio_video"}}])"},
};
inline constexpr Example remote_supervision_good[] = {
    {"The practitioner was on site.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"RN","supervision":"onsite"}}])"},
    {"The physician gave it in person.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"MD","supervision":"audio"}}])"},
};

/// Live audio and video as direct supervision: an extension, then permanent (CY 2026 rule, document 2025-19787).
inline constexpr Day virtual_supervision_begins = Day::of(2020, 3, 1);
inline constexpr Day virtual_supervision_extended_to = Day::of(2025, 12, 31);
inline constexpr Day virtual_supervision_permanent = Day::of(2026, 1, 1);

/// 0 and 1 do not count for Medicare, 2 and 3 do; 4 is another payer's.
inline std::uint8_t remote_message(PayerClass payer, bool audio, Day day) {
    if (!is_medicare(payer)) return 4;
    if (audio) return 0;
    if (day < virtual_supervision_begins) return 1;
    return day <= virtual_supervision_extended_to ? 2 : 3;
}

inline void say_remote(const Service& injection, std::uint8_t message, Report& report) {
    Finding& finding = report.say(message, injection).tag(Tag::chart).in(Field::doc_supervision);
    finding.with("injection", injection.facts.code);
    finding.with_day("first", message == 3 ? virtual_supervision_permanent : virtual_supervision_begins);
    finding.with_day("last", virtual_supervision_extended_to);
    if (message == 4)
        finding.at_level(Level::warning).tag(Tag::payer);
    else
        finding.as_medicare();
    if (message == 2 || message == 3) {
        finding.at_level(Level::info);
        return;
    }
    finding.denies(Group::CO, "170", injection.line, "N95");
    finding.fix_by(Operation::document, injection.line, Field::doc_supervision).from_chart();
}

inline void check_remote_supervision(const ClaimContext& context, Report& report) {
    if (context.claim.documentations.empty()) return;
    for (const Service& injection : context.services) {
        if (!injection.is(CodeSet::injection) || !injection.day.known()) continue;
        if (facility_speaks(injection)) continue;
        const Documentation* record = record_that(context, injection, &answers_supervision);
        if (record == nullptr || giver_of(context, injection) == Giver::practitioner) continue;
        const bool audio = same_code(record->supervision, "audio");
        if (!audio && !same_code(record->supervision, "audio_video")) continue;
        say_remote(injection, remote_message(context.payer(), audio, injection.day), report);
    }
}

inline constexpr Rule remote_supervision{
    .id = "SUP002",
    .name = "remote-supervision",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .record = record_fields(Field::doc_supervision),
    .summary = "The record says the injection was supervised by audio alone, or by video where or when that may not "
               "count; where it counts, that is said too.",
    .why = "Direct supervision means being in the office suite; Medicare also takes live audio and video, never audio "
           "alone.",
    .fix = "Correct the record if the supervisor was on site or on video; otherwise do not bill Medicare.",
    .myth = "Often advised: direct supervision is presence in the office suite and nothing else. Medicare takes live "
            "audio and video for it, by extension from 2020-03-01 and for good from 2026-01-01.",
    .confidence = Confidence::secondary,
    .messages = remote_supervision_messages,
    .sources = remote_supervision_sources,
    .bad = remote_supervision_bad,
    .good = remote_supervision_good,
    .check_claim = &check_remote_supervision,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// DOC010: a record that does not name the supervising practitioner.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/givers.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view supervisor_missing_messages[] = {
    "Line {line}: the credentials of the person who gave it are {credentials}, and neither record nor claim names the "
    "practitioner who supervised. Write the name into the record.",
};
inline constexpr Source supervisor_missing_sources[] = {source::supervision_record};
inline constexpr std::string_view supervisor_missing_edits =
    R"(,{"op":"remove","path":"/lines/2/documentation/supervised_by"})";
inline constexpr std::string_view supervisor_missing_good_edits2 =
    R"(,{"op":"remove","path":"/lines/2/documentation/supervised_by"},
        {"op":"replace","path":"/lines/2/documentation/credential","value":"NP"})";
inline constexpr std::string_view supervisor_missing_good_edits3 =
    R"(,{"op":"remove","path":"/lines/2/documentation/supervised_by"},
        {"op":"add","path":"/supervising","value":{"npi":"1245319599"}})";
inline constexpr Example supervisor_missing_bad[] = {
    {"A nurse gave it, and nobody is named who supervised.", with_record<supervisor_missing_edits>},
};
inline constexpr Example supervisor_missing_good[] = {
    {"The record is complete.", with_record<>},
    {"A nurse practitioner gave it herself.", with_record<supervisor_missing_good_edits2>},
    {"The claim names the supervisor.", with_record<supervisor_missing_good_edits3>},
};

inline void check_supervisor_missing(const ClaimContext& context, Report& report) {
    if (!trim(context.claim.supervising.npi).empty()) return;
    each_record(context, [&](const InjectionDay& record) {
        const std::string_view credentials = giver_credentials(record);
        // DOC009 asks who gave it; SUP001 speaks when the record says that nobody supervised.
        if (credentials.empty() || has_any_word(credentials, billing_credentials)) return;
        if (!record.text(&Documentation::supervised_by).empty() ||
            same_code(record.text(&Documentation::supervision), "none"))
            return;
        Finding& finding = ask_to_complete(report.say(0, record.line), Field::doc_supervised_by);
        finding.with("credentials", credentials);
    });
}

inline constexpr Rule supervisor_missing{
    .id = "DOC010",
    .name = "supervisor-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .record = record_fields(Field::doc_supervised_by),
    .summary = "Staff gave the injection and the record does not name the practitioner who supervised.",
    .why =
        "An injection by staff is billed as the supervising practitioner's service; the record must show who that "
        "was.",
    .fix = "Write the name of the practitioner who was present, or reachable by video where that counts.",
    .myth =
        "Often advised: staff may bill their injections incident-to. Staff never bill; the practitioner who "
        "supervises does.",
    .confidence = Confidence::secondary,
    .messages = supervisor_missing_messages,
    .sources = supervisor_missing_sources,
    .bad = supervisor_missing_bad,
    .good = supervisor_missing_good,
    .check_claim = &check_supervisor_missing,
};

}   // namespace deltoid::rulebook

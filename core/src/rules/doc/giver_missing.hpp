// SPDX-License-Identifier: Apache-2.0
// DOC009: a record that does not say who gave the injection.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/givers.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view giver_missing_messages[] = {
    "Line {line}: the record does not say who gave the injection. Write the name with credentials.",
    "Line {line}: the record names {name} without credentials. Write them behind the name, as in RN or MA.",
};
inline constexpr Source giver_missing_sources[] = {source::record_of_services, source::supervision_record};
inline constexpr std::string_view giver_missing_edits1 =
    R"(,{"op":"remove","path":"/lines/2/documentation/given_by"},
        {"op":"remove","path":"/lines/2/documentation/credential"})";
inline constexpr std::string_view giver_missing_edits2 =
    R"(,{"op":"remove","path":"/lines/2/documentation/credential"})";
inline constexpr std::string_view giver_missing_good_edits2 =
    R"(,{"op":"remove","path":"/lines/2/documentation/credential"},
        {"op":"replace","path":"/lines/2/documentation/given_by","value":"J. Reed, RN"})";
inline constexpr Example giver_missing_bad[] = {
    {"Neither name nor credentials are written down.", with_record<giver_missing_edits1>},
    {"The name has no credentials.", with_record<giver_missing_edits2>},
};
inline constexpr Example giver_missing_good[] = {
    {"The record is complete.", with_record<>},
    {"The credentials stand behind the name.", with_record<giver_missing_good_edits2>},
};

inline void check_giver_missing(const ClaimContext& context, Report& report) {
    each_record(context, [&](const InjectionDay& record) {
        const std::string_view name = record.text(&Documentation::given_by);
        if (name.empty()) {
            ask_to_complete(report.say(0, record.line), Field::doc_given_by);
        } else if (giver_credentials(record).empty()) {
            ask_to_complete(report.say(1, record.line), Field::doc_credential).with("name", name);
        }
    });
}

inline constexpr Rule giver_missing{
    .id = "DOC009",
    .name = "giver-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_given_by, Field::doc_credential),
    .summary = "The administration record does not name the person who gave the injection, or not the credentials.",
    .why =
        "Whether the giver may, and under whose supervision, is told by name and credentials; an unsigned entry "
        "counts as none.",
    .fix = "Have the person who gave it complete or attest the entry.",
    .confidence = Confidence::secondary,
    .messages = giver_missing_messages,
    .sources = giver_missing_sources,
    .bad = giver_missing_bad,
    .good = giver_missing_good,
    .check_claim = &check_giver_missing,
};

}   // namespace deltoid::rulebook

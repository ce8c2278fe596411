// SPDX-License-Identifier: Apache-2.0
// DOC011: a record without the patient's response.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view response_missing_messages[] = {
    "Line {line}: the record does not give the patient's response. Write how the injection was tolerated, and how long "
    "the patient was watched.",
};
inline constexpr Source response_missing_sources[] = {source::record_of_services};
inline constexpr std::string_view response_missing_edits =
    R"(,{"op":"remove","path":"/lines/2/documentation/response"})";
inline constexpr Example response_missing_bad[] = {
    {"The response is not written down.", with_record<response_missing_edits>},
};
inline constexpr Example response_missing_good[] = {
    {"The record is complete.", with_record<>},
};

inline void check_response_missing(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::response, Field::doc_response, report);
}

inline constexpr Rule response_missing{
    .id = "DOC011",
    .name = "response-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_response),
    .summary = "The administration record does not give the patient's response.",
    .why = "Reviewers look for tolerance, reactions and observation, above all after a first dose.",
    .fix = "Write what was seen, also when nothing happened.",
    .confidence = Confidence::professional,
    .messages = response_missing_messages,
    .sources = response_missing_sources,
    .bad = response_missing_bad,
    .good = response_missing_good,
    .check_claim = &check_response_missing,
};

}   // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// DOC018: the same free text in the records of many patients. Said at the end of the batch, of hashes that the day
// index keeps; the texts themselves are not kept.
#pragma once

#include <cstddef>

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view copied_wording_messages[] = {
    "Line {line}: the {what} is word for word the same in the records of {count} patients of this batch. Reviewers "
    "question copied wording: write what was true of this patient.",
};
inline constexpr Source copied_wording_sources[] = {source::cloned_records};
template <const std::string_view&... ids>
inline constexpr auto batch_of_records = joining::Joined<ids...>::text;
inline constexpr std::string_view record_a =
    R"([[{"op":"replace","path":"/id","value":"A"},{"op":"add","path":"/patient/id","value":"A"},)";
inline constexpr std::string_view record_b =
    R"(],[{"op":"replace","path":"/id","value":"B"},{"op":"add","path":"/patient/id","value":"B"},)";
inline constexpr std::string_view record_c =
    R"(],[{"op":"replace","path":"/id","value":"C"},{"op":"add","path":"/patient/id","value":"C"},)";
inline constexpr std::string_view record_d =
    R"(],[{"op":"replace","path":"/id","value":"D"},{"op":"add","path":"/patient/id","value":"D"},)";
inline constexpr std::string_view record_e =
    R"(],[{"op":"replace","path":"/id","value":"E"},{"op":"add","path":"/patient/id","value":"E"},)";
inline constexpr std::string_view copied_record =
    R"({"op":"add","path":"/lines/2/documentation","value":{"drug":"ketorolac","dose":"60 mg",
  "route":"IM","site":"left deltoid","lot":"K4711","expiration":"2027-01-31","given_at":"2026-09-15T10:20",
   "ordered_by":"A. Moss, MD",
  "order_date":"2026-09-15","given_by":"J. Reed","credential":"RN","supervised_by":"A. Moss, MD",
   "response":"no reaction",
  "indication":"chronic low back pain that failed three weeks of oral medicines","visit_documented_separately":true}})";
inline constexpr std::string_view end_of_batch = "]]";
inline constexpr const auto& copied_wording_text =
    batch_of_records<record_a, copied_record, record_b, copied_record, record_c, copied_record, record_d, copied_record,
                     record_e, copied_record, end_of_batch>;
inline constexpr std::string_view copied_wording_batch{copied_wording_text.data(), copied_wording_text.size()};
inline constexpr Example copied_wording_bad[] = {
    {"Five patients, one sentence.", copied_wording_batch},
};
inline constexpr Example copied_wording_good[] = {
    {"One patient.", "[]"},
};

/// How many patients share a text before it is said, and how long it is: our own figures, for no authority gives any.
/// Short texts ("no reaction") are bound to repeat.
inline constexpr std::ptrdiff_t patients_of_copied_wording = 5;
inline constexpr std::size_t shortest_copied_wording = 40;

/// Visits the long free texts of the claim's administration records.
template <class Visit>
void each_long_text(const Claim& claim, std::span<const Service> services, Visit visit) {
    for (const Service& service : services) {
        if ((!service.is(CodeSet::injection) && !is_recorded_drug(service)) || !has_whole_record(claim, service))
            continue;
        const Documentation& record = *record_of(claim, service);
        const auto look = [&](Field field, std::string_view text) {
            if (trim(text).size() >= shortest_copied_wording) visit(service, field, text);
        };
        look(Field::doc_response, record.response);
        look(Field::doc_indication, record.indication);
        look(Field::doc_reason_distinct, record.reason_distinct);
    }
}

/// `records`: one line of each patient, the first of them the one that is named.
inline void say_copied_wording(Field field, std::size_t patients, std::span<const Service> records, Report& report) {
    const bool reason = field == Field::doc_reason_distinct;
    const std::string_view what = reason ? "reason for the separate service" : row_of(field).label;
    Finding& finding = report.say(0, records.front()).in(field).tag(Tag::chart).with("what", what);
    finding.with_number("count", static_cast<std::int64_t>(patients));
    for (const Service& other : records.subspan(1))
        finding.beside({other.claim->file, other.claim->id, other.claim->index, other.line});
}

inline constexpr Rule copied_wording{
    .id = "DOC018",
    .name = "copied-wording",
    .level = Level::info,
    .scope = Scope::reader,
    .institutional = true,
    .any_claim = true,
    .record = record_fields(Field::doc_response, Field::doc_indication, Field::doc_reason_distinct),
    .summary = "The same long text is in the administration records of five or more patients of the batch.",
    .why = "Wording copied from patient to patient does not show that each of them needed the service.",
    .fix = "Write what was found in each patient; templates may ask the questions, not give the answers.",
    .confidence = Confidence::professional,
    .messages = copied_wording_messages,
    .sources = copied_wording_sources,
    .bad = copied_wording_bad,
    .good = copied_wording_good,
};

}   // namespace deltoid::rulebook

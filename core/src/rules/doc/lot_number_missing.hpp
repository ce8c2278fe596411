// SPDX-License-Identifier: Apache-2.0
// DOC006: a record without a lot number.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view lot_number_missing_messages[] = {
    "Line {line}: the record gives no lot number. Copy it from the vial or the stock record.",
};
inline constexpr Source lot_number_missing_sources[] = {source::record_of_services};
inline constexpr std::string_view lot_number_missing_edits = R"(,{"op":"remove","path":"/lines/2/documentation/lot"})";
inline constexpr Example lot_number_missing_bad[] = {
    {"No lot number is written down.", with_record<lot_number_missing_edits>},
};
inline constexpr Example lot_number_missing_good[] = {
    {"The record is complete.", with_record<>},
};

inline void check_lot_number_missing(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::lot, Field::doc_lot, report);
}

inline constexpr Rule lot_number_missing{
    .id = "DOC006",
    .name = "lot-number-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_lot),
    .summary = "The administration record gives no lot number.",
    .why = "Without it a recall cannot be traced to the patient, and reviewers ask for it.",
    .fix = "Write the lot number into the record.",
    .confidence = Confidence::professional,
    .messages = lot_number_missing_messages,
    .sources = lot_number_missing_sources,
    .bad = lot_number_missing_bad,
    .good = lot_number_missing_good,
    .check_claim = &check_lot_number_missing,
};

}   // namespace deltoid::rulebook

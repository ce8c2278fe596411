// SPDX-License-Identifier: Apache-2.0
// DOC002: a record without the name of the drug.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view drug_name_missing_messages[] = {
    "Line {line}: the record does not name the drug. Copy the name from the vial: reviewers compare it with the code "
    "billed.",
};
inline constexpr Source drug_name_missing_sources[] = {source::record_of_services, source::review_of_denosumab};
inline constexpr std::string_view drug_name_missing_edits = R"(,{"op":"remove","path":"/lines/2/documentation/drug"})";
inline constexpr Example drug_name_missing_bad[] = {
    {"The drug is not named.", with_record<drug_name_missing_edits>},
};
inline constexpr Example drug_name_missing_good[] = {
    {"The record is complete.", with_record<>},
};

inline void check_drug_name_missing(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::drug, Field::doc_drug, report);
}

inline constexpr Rule drug_name_missing{
    .id = "DOC002",
    .name = "drug-name-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_drug),
    .summary = "The administration record does not name the drug.",
    .why = "A reviewer cannot tell whether what was billed is what was given.",
    .fix = "Write the drug's generic or brand name into the record.",
    .confidence = Confidence::secondary,
    .messages = drug_name_missing_messages,
    .sources = drug_name_missing_sources,
    .bad = drug_name_missing_bad,
    .good = drug_name_missing_good,
    .check_claim = &check_drug_name_missing,
};

}   // namespace deltoid::rulebook

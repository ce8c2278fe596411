// SPDX-License-Identifier: Apache-2.0
// DOC003: a record without a dose.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view dose_missing_messages[] = {
    "Line {line}: the record gives no dose. Write strength and dose, as in 60 mg, or 0.5 mL of 40 mg/mL.",
    "Line {line}: the record gives {dose} without a strength, so the dose is not known. Write it as in 0.5 mL of 40 "
    "mg/mL.",
};
inline constexpr Source dose_missing_sources[] = {source::record_of_services, source::drug_record};
inline constexpr std::string_view dose_missing_edits = R"(,{"op":"remove","path":"/lines/2/documentation/dose"})";
inline constexpr Example dose_missing_bad[] = {
    {"No dose is written down.", with_record<dose_missing_edits>},
};
inline constexpr Example dose_missing_good[] = {
    {"The record is complete.", with_record<>},
};

/// UNT005 says so of drugs whose units it counts.
inline bool is_volume_alone(const Service& service, std::string_view text) {
    const Dose dose = read_dose(text);
    if (!service.is(CodeSet::unlisted_drug) || !dose.readable || dose.strength.steps != 0) return false;
    for (std::size_t i = 0; i < dose_family_count; ++i)
        if (i != static_cast<std::size_t>(DoseFamily::volume) && dose.amounts[i] != 0) return false;
    return true;
}

inline void check_dose_missing(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::dose, Field::doc_dose, report);
    each_record(context, [&](const InjectionDay& record) {
        const std::string_view dose = record.text(&Documentation::dose);
        if (dose.empty() || !is_volume_alone(record.line, dose)) return;
        Finding& finding = ask_to_complete(report.say(1, record.line), Field::doc_dose);
        finding.with("dose", dose);
    });
}

inline constexpr Rule dose_missing{
    .id = "DOC003",
    .name = "dose-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_dose),
    .summary =
        "The administration record does not give the dose, or gives a volume of an unlisted drug without its "
        "strength.",
    .why = "Units are billed by the dose; without it nothing shows that they are right.",
    .fix = "Write the dose in mg, mcg, units or mL with the strength.",
    .confidence = Confidence::secondary,
    .messages = dose_missing_messages,
    .sources = dose_missing_sources,
    .bad = dose_missing_bad,
    .good = dose_missing_good,
    .check_claim = &check_dose_missing,
};

}   // namespace deltoid::rulebook

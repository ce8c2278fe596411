// SPDX-License-Identifier: Apache-2.0
// DOC016: a record of another drug.
#pragma once

#include "rules/doc/drug_names.hpp"
#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view another_drug_messages[] = {
    "Line {line}: the record names \"{recorded}\" ({other}), but {code} is {billed} (box 24D). Bill what was given, or "
    "correct the record.",
};
inline constexpr Source another_drug_sources[] = {source::record_of_services, source::hcpcs};
inline constexpr std::string_view another_drug_edits =
    R"(,{"op":"replace","path":"/lines/2/documentation/drug","value":"ondansetron"})";
inline constexpr std::string_view another_drug_good_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/drug","value":"Toradol"})";
inline constexpr Example another_drug_bad[] = {
    {"The record names another drug.", with_record<another_drug_edits>},
};
inline constexpr Example another_drug_good[] = {
    {"The record is complete.", with_record<>},
    {"The brand of the drug that is billed.", with_record<another_drug_good_edits2>},
};

/// Which of the day's drug lines the record may mean: its own, or all of them when it stands on the injection.
inline bool is_meant(const InjectionDay& record, const Entry& entry, const Service& drug) {
    if (drug.day != record.line.day || !is_recorded_drug(drug)) return false;
    return entry.on->is(CodeSet::injection) || &drug == entry.on;
}

inline void say_another_drug(const InjectionDay& record, const Entry& entry, const Service& billed,
                             std::string_view other, Report& report) {
    Finding& finding = ask_to_complete(report.say(0, *entry.on), Field::doc_drug);
    finding.with("recorded", entry.text).with("other", other).with("code", billed.facts.code);
    finding.with("billed", billed.facts.drug.row->substance);
    finding.proven_by(record.context.tables.edition(billed.facts.drug.row->edition), billed.facts.code);
}

inline void check_another_drug(const ClaimContext& context, Report& report) {
    each_record(context, [&](const InjectionDay& record) {
        const Entry entry = record.entry(&Documentation::drug);
        if (entry.missing()) return;
        const Service* billed = nullptr;
        for (const Service& drug : context.services) {
            if (!is_meant(record, entry, drug)) continue;
            // A catch-all code, or one that the pack does not know, may be any drug.
            const DrugRow* row = drug.facts.drug.row;
            if (row == nullptr || drug.is(CodeSet::unlisted_drug) || names_drug(entry.text, row->substance)) return;
            if (billed == nullptr) billed = &drug;
        }
        const std::string_view other = billed == nullptr ? std::string_view() : drug_named(context.tables, entry.text);
        if (!other.empty()) say_another_drug(record, entry, *billed, other, report);
    });
}

inline constexpr Rule another_drug{
    .id = "DOC016",
    .name = "another-drug",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_drug),
    .summary = "The administration record names another drug than the one billed.",
    .why = "The chart then does not support what was billed, and what was given was not billed.",
    .fix = "Bill the drug that was given; correct the record only when it is wrong.",
    .messages = another_drug_messages,
    .sources = another_drug_sources,
    .bad = another_drug_bad,
    .good = another_drug_good,
    .check_claim = &check_another_drug,
};

}   // namespace deltoid::rulebook

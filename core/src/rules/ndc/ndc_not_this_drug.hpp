// SPDX-License-Identifier: Apache-2.0
// NDC008: an NDC that belongs to another billing code, by a crosswalk that the user has imported.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_not_this_drug_messages[] = {
    "Line {line}: the NDC {ndc} belongs to {right}, not to {code} (shaded part of box 24). Look at the package and "
    "correct the NDC or the code.",
};
inline constexpr Source ndc_not_this_drug_sources[] = {source::ndc_crosswalk};
/// A crosswalk of one row, as --tables would bring it.
inline constexpr std::string_view example_crosswalk =
    R"({"tables":["# pack: ndc-hcpcs\n# edition: example\n# from: 2026-07-01\n# to: 2026-09-30\n# complete: no\n)"
    R"(# source: example\n# confidence: verified\nndc\tfrom\tto\tcode\n00409379501\t\t\tJ1885\n"]})";
inline constexpr Example ndc_not_this_drug_bad[] = {
    {"A vial of ketorolac, billed as ondansetron.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J2405"},{"op":"replace","path":"/diagnoses/0","value":"R11.2"},
         {"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])",
     example_crosswalk},
};
inline constexpr Example ndc_not_this_drug_good[] = {
    {"The vial and the code are ketorolac.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])",
     example_crosswalk},
};

/// The row by which the package is billed with another code on the day; null when the crosswalk knows it with this one,
/// or not at all.
inline const NdcBillingRow* billed_otherwise(const Tables& tables, NdcCode ndc, Code code, Day day) {
    const NdcBillingRow* other = nullptr;
    for (const NdcBillingRow& row : tables.billing_codes(ndc)) {
        if (day < row.from || row.to < day) continue;
        if (row.code == code) return nullptr;
        if (other == nullptr) other = &row;
    }
    return other;
}

inline void check_ndc_not_this_drug(const ClaimContext& context, Report& report) {
    if (!context.tables.has_crosswalk()) return;
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::drug) || service.facts.ended || service.facts.not_begun) continue;   // DRG003 speaks
        const NdcCode ndc = package_of(context.claim, service);
        if (!ndc.valid()) continue;
        const NdcBillingRow* right = billed_otherwise(context.tables, ndc, service.facts.code, service.day);
        if (right == nullptr) continue;
        const Line& line = context.claim.lines[service.line - 1U];
        Finding& finding = report.say(0, service).in(Field::line_ndc_code).tag(Tag::chart);
        finding.with("ndc", trim(line.ndc.code)).with("right", right->code).with("code", service.facts.code);
        finding.denies(Group::CO, "16", service.line, "M119");
        finding.fix_by(Operation::set_field, service.line, Field::line_ndc_code).from_chart();
        finding.fix_by(Operation::replace_code, service.line).from_chart();
        finding.proven_by(context.tables.edition(right->edition), package_row(finding, line));
    }
}

inline constexpr Rule ndc_not_this_drug{
    .id = "NDC008",
    .name = "ndc-not-this-drug",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::package,
    .institutional = true,
    .summary = "By an imported crosswalk the NDC of a drug line belongs to another code.",
    .why = "Payers compare the two and deny the line when they name different drugs.",
    .fix = "Look at the package: correct the NDC, or the code and its units.",
    .confidence = Confidence::secondary,
    .messages = ndc_not_this_drug_messages,
    .sources = ndc_not_this_drug_sources,
    .bad = ndc_not_this_drug_bad,
    .good = ndc_not_this_drug_good,
    .check_claim = &check_ndc_not_this_drug,
};

}   // namespace deltoid::rulebook

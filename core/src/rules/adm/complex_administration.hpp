// SPDX-License-Identifier: Apache-2.0
// ADM006: a chemotherapy code for a drug of the complex-drug list.
#pragma once

#include "context.hpp"
#include "rules/adm/sources.hpp"
#include "rules/adm/stands_for_injection.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view complex_administration_messages[] = {
    "Line {line}: {code} for {product} is usually paid only when the note shows why giving it was complex. Otherwise "
    "bill 96372 (box 24D).",
    "Line {line}: on {day} Medicare's contractors wanted 96372 for {product}, not {code} (box 24D).",
};
inline constexpr Source complex_administration_sources[] = {source::complex_drugs, source::complex_drugs_paused};
inline constexpr Example complex_administration_bad[] = {
    {"Denosumab for osteoporosis with 96401.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0897","modifiers":["JZ"],"units":"60","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"},{"op":"replace","path":"/lines/1/code","value":"96401"}])"},
};
inline constexpr Example complex_administration_good[] = {
    {"96372 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0897","modifiers":["JZ"],"units":"60","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"}])"},
};

/// From the contractors' articles to the letter that paused them, their list was an edit.
inline constexpr Day complex_list_paused = Day::of(2022, 8, 12);

inline void check_complex_administration(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const Service* drug = complex_drug_beside(context.services, service);
        if (drug == nullptr) continue;
        const bool edit = is_medicare(context.payer()) && service.day < complex_list_paused;
        Finding& finding = report.say(edit ? 1 : 0, service).in(Field::line_code);
        finding.with("product", drug->facts.code).with("code", service.facts.code).with_day("day", service.day);
        if (edit) finding.as_medicare().at_level(Level::error);
        else finding.tag(Tag::payer);
        finding.tag(Tag::chart).denies(Group::CO, "16", service.line, "N657");
        finding.fix_by(Operation::replace_code, service.line, "96372").from_chart();
        finding.proven_by(context.tables.edition(drug->facts.drug.row->edition), drug->facts.code);
    }
}

inline constexpr Rule complex_administration{
    .id = "ADM006",
    .name = "complex-administration",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::cancer_injection),
    .any_claim = true,
    .summary = "96401 or 96402 is billed for a drug that Medicare contractors once paid only under 96372.",
    .why = "Auditors ask for a note that shows the complexity; since 2022-08-12 Medicare may not lower the code for "
           "the drug's name alone.",
    .fix = "Keep the code when the note shows why giving the drug was complex; otherwise bill 96372.",
    .confidence = Confidence::secondary,
    .messages = complex_administration_messages,
    .sources = complex_administration_sources,
    .bad = complex_administration_bad,
    .good = complex_administration_good,
    .check_claim = &check_complex_administration,
};

}  // namespace deltoid::rulebook

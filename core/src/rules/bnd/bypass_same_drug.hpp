// SPDX-License-Identifier: Apache-2.0
// BND008: a bypass modifier and only one drug.
#pragma once

#include "rules/bnd/bundled_into_procedure.hpp"
#include "rules/bnd/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view bypass_same_drug_messages[] = {
    "Line {line}: a modifier says {injection} is separate from {partner}, but the only drug of the day is {drug}, "
    "which {partner} gives (box 24D). Delete {injection}, or bill the other drug if the chart shows one.",
};
inline constexpr Source bypass_same_drug_sources[] = {source::modifier_59, source::one_syringe};
inline constexpr Example bypass_same_drug_bad[] = {
    {"A push and an injection with 59, and one drug for both.",
     R"([{"op":"replace","path":"/lines/0/code","value":"96374"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/1/modifiers","value":["59"]}])"},
};
inline constexpr Example bypass_same_drug_good[] = {
    {"A second drug explains the injection.",
     R"([{"op":"replace","path":"/lines/0/code","value":"96374"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/1/modifiers","value":["59"]},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J3420","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};

/// The partner itself gives a drug, and may have given this one.
inline bool gives(const Service& partner, const Service& drug) {
    const DrugRow* row = drug.facts.drug.row;
    if (partner.is(CodeSet::procedure_with_drug)) return procedure_may_give(drug);
    if (!is_other_administration(partner)) return false;
    if (row == nullptr || partner.facts.code >= Code("96401")) return true;
    return lists_route(row->routes, "IV") || row->administration == Administration::none;
}

inline const Service* only_drug(const DayProducts& products) {
    if (products.billed_drugs != 1 || nothing_to_inject(products)) return nullptr;
    return products.of(Product::drug);
}

/// The service with the lowest code that a bypass modifier sets the injection apart from, although it gives the drug.
inline const Service* marked_giver(const DayContext& day, const Service& injection, const Service& drug) {
    const Service* found = nullptr;
    for (const Service& other : day.services) {
        if (!takes_injection_in(other) || !gives(other, drug) || another_specialty(injection, other)) continue;
        const bool marked = injection.has_any(bypass_modifiers) || other.has_any(bypass_modifiers);
        if (marked && (found == nullptr || other.facts.code < found->facts.code)) found = &other;
    }
    return found;
}

inline void check_bypass_same_drug(const DayContext& day, Report& report) {
    const DayProducts& products = products_of(day);
    const Service* drug = only_drug(products);
    if (drug == nullptr || products.injection_recorded) return;
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection) || procedure_of_drug(day, injection) != nullptr) continue;
        const Service* partner = marked_giver(day, injection, *drug);
        if (partner == nullptr || !opened(injection, *partner)) continue;   // a closed pair is BND005's or BND007's
        Finding& finding = report.say(0, injection).in(Field::line_modifiers).tag(Tag::chart);
        finding.with("injection", injection.facts.code).with("partner", partner->facts.code).with("drug", drug->facts.code);
        finding.denies(Group::CO, pair_carc(injection.claim->payer), injection.line);
        finding.fix_by(Operation::delete_line, injection.line);
        finding.fix_by(Operation::add_line, 0).from_chart();
        report.partner(finding, injection, *partner);
    }
}

inline constexpr Rule bypass_same_drug{
    .id = "BND008",
    .name = "bypass-same-drug",
    .level = Level::warning,
    .scope = Scope::absence,
    .needs = Need::injection | Need::edit | Need::bypass,
    .institutional = true,
    .summary = "59 or an X modifier marks the injection as separate from a service that gives a drug, and the day has "
               "one drug only.",
    .why = "The modifier claims another drug, site or time; with one drug on the claim reviewers see none.",
    .fix = "Delete the injection, or bill the other drug when the chart shows one.",
    .myth = "Often advised: 59 always gets the injection paid. It claims a separate drug, site or time, and the "
            "chart must show it.",
    .confidence = Confidence::secondary,
    .messages = bypass_same_drug_messages,
    .sources = bypass_same_drug_sources,
    .bad = bypass_same_drug_bad,
    .good = bypass_same_drug_good,
    .check_day = &check_bypass_same_drug,
};

}  // namespace deltoid::rulebook

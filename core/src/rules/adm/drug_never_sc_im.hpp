// SPDX-License-Identifier: Apache-2.0
// ADM011: an injection code for a drug that is never injected that way.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/procedure_injection.hpp"
#include "rules/adm/route_words.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view drug_never_sc_im_messages[] = {
    "Line {line}: {product} is given {route}, never SC or IM. Instead of {injection} bill {administration} (box 24D).",
    "Line {line}: {product} is given {route}, which {given} already bills, and no other drug of the day needs "
    "{injection} (box 24D). Delete this line.",
    "Line {line}: {product} is given {route}, which has no code to bill. Delete {injection} (box 24D).",
};
inline constexpr Source drug_never_sc_im_sources[] = {source::labels, source::injection_section};
inline constexpr Example drug_never_sc_im_bad[] = {
    {"Zoledronic acid, which only goes into a vein.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J3489","modifiers":["JZ"],"units":"5","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"}])"},
};
inline constexpr Example drug_never_sc_im_good[] = {
    {"96365 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J3489","modifiers":["JZ"],"units":"5","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"},{"op":"replace","path":"/lines/1/code","value":"96365"}])"},
};

/// Medicare never pays a drug that its contractors list as self-administered: DRG010 and DRG011 speak.
inline bool is_listed_self_administered(const Service& drug) {
    return is_medicare(drug.claim->payer) && drug.facts.drug.row->self_administered == "y";
}

/// The other administration of the day that may have given it.
inline const Service* administration_of_day(const DayContext& day) {
    for (const Service& service : day.services)
        if (service.is(CodeSet::drug_administration)) return &service;
    return nullptr;
}

inline void say_never_injected(const DayContext& day, const Service& injection, const Service& drug, Report& report) {
    const RouteCode& row = route_code_of_label(drug.facts.drug.row->routes);
    const Service* given = administration_of_day(day);
    Finding& finding = report.say(given != nullptr ? 1 : row.codes.empty() ? 2 : 0, injection).in(Field::line_code);
    finding.with("product", drug.facts.code).with("route", row.words).with("administration", row.codes);
    finding.with("injection", injection.facts.code).denies(Group::CO, "16", injection.line, "N657");
    report.partner(finding, injection, drug);
    finding.proven_by(day.tables.edition(drug.facts.drug.row->edition), drug.facts.code);
    if (given == nullptr) return add_route_fixes(finding, row, injection.line);
    finding.with("given", given->facts.code).fix_by(Operation::delete_line, injection.line);
}

inline void check_drug_never_sc_im(const DayContext& day, Report& report) {
    const DayProducts& products = products_of(day);
    const Service* drug = products.of(Product::never_injected);
    if (sole_product(products) != Product::never_injected || is_listed_self_administered(*drug)) return;
    for (const Service& injection : day.services)
        if (injection.is(CodeSet::injection) && procedure_of_drug(day, injection) == nullptr)
            say_never_injected(day, injection, *drug, report);
}

inline constexpr Rule drug_never_sc_im{
    .id = "ADM011",
    .name = "drug-never-sc-im",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "The only drug of the day is one whose label has neither the subcutaneous (SC) nor the intramuscular "
               "(IM) route.",
    .why = "Payers compare the drug with the code that gives it; a drug for a vein or a joint does not go with 96372.",
    .fix = "Bill the code of the route that the chart shows.",
    .confidence = Confidence::secondary,
    .messages = drug_never_sc_im_messages,
    .sources = drug_never_sc_im_sources,
    .bad = drug_never_sc_im_bad,
    .good = drug_never_sc_im_good,
    .check_day = &check_drug_never_sc_im,
};

}  // namespace deltoid::rulebook

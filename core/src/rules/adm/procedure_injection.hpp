// SPDX-License-Identifier: Apache-2.0
// ADM016: an injection beside the procedure that gave its drug.
#pragma once

#include "rules/adm/sources.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/day_products.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view procedure_injection_messages[] = {
    "Line {line}: {procedure} includes giving its drug, and {drug} is the only drug of the day. Delete {injection}, or "
    "bill the other drug if one was injected (box 24D).",
    "Line {line}: {procedure} includes giving its drug, and {drug} is the only drug of the day. A modifier for a side "
    "or a stage seldom gets {injection} paid (box 24D).",
};
inline constexpr Source procedure_injection_sources[] = {source::ptp, source::injection_section};
inline constexpr Example procedure_injection_bad[] = {
    {"A knee injection billed with 96372 as well.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J3301","modifiers":["JZ"],"units":"4","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"M17.11"},
         {"op":"add","path":"/lines/2/documentation","value":{"container":"single_dose"}},
         {"op":"replace","path":"/lines/0/code","value":"20610"},{"op":"remove","path":"/lines/0/modifiers"}])"},
};
inline constexpr Example procedure_injection_good[] = {
    {"The procedure and the drug.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J3301","modifiers":["JZ"],"units":"4","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"M17.11"},
         {"op":"add","path":"/lines/2/documentation","value":{"container":"single_dose"}},
         {"op":"replace","path":"/lines/0/code","value":"20610"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"remove","path":"/lines/1"},{"op":"replace","path":"/total_charge","value":"132.00"}])"},
};

/// The drug may have gone where the procedure puts one; an unknown drug may.
inline bool procedure_may_give(const Service& drug) {
    const DrugRow* row = drug.facts.drug.row;
    if (row == nullptr || row->drug_class == "local_anesthetic" || drug.is(CodeSet::unlisted_drug)) return true;
    for (const std::string_view route : {"intraarticular", "intralesional", "intradermal", "intravitreal", "implant"})
        if (lists_route(row->routes, route)) return true;
    return false;
}

/// The only drug of the day, when a procedure may have given it: `certain` when nothing but a procedure gives it.
inline const Service* drug_of_procedure(const DayProducts& products, bool& certain) {
    const Product sole = sole_product(products);
    certain = sole == Product::never_injected || (sole == Product::none && products.drug_codes == 0);
    const Service* drug = nullptr;
    if (sole == Product::never_injected) drug = products.of(Product::never_injected);
    else if (sole == Product::none && products.drug_codes == 0) drug = products.of(Product::anesthetic);
    else if (sole == Product::none && products.drug_codes == 1) drug = products.of(Product::drug);
    return drug != nullptr && procedure_may_give(*drug) ? drug : nullptr;
}

/// ADM016 speaks: the procedure, with the lowest code, that gave the day's only drug. A bypass modifier claims that the
/// injection was another one (BND008 asks for the proof), unless no injection gives that drug; so does a recorded route.
inline const Service* procedure_of_drug(const DayContext& day, const Service& injection) {
    bool certain = false;
    if (!products_of(day).procedure || drug_of_procedure(products_of(day), certain) == nullptr) return nullptr;
    if (!certain && (injection.has_any(bypass_modifiers) || products_of(day).injection_recorded)) return nullptr;
    const Service* found = nullptr;
    for (const Service& procedure : day.services) {
        if (!procedure.is(CodeSet::procedure_with_drug) || another_specialty(injection, procedure)) continue;
        if (!certain && procedure.has_any(bypass_modifiers) && injection.day >= bypass_on_either_line) continue;
        if (found == nullptr || procedure.facts.code < found->facts.code) found = &procedure;
    }
    return found;
}

inline void check_procedure_injection(const DayContext& day, Report& report) {
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection)) continue;
        const Service* procedure = procedure_of_drug(day, injection);
        if (procedure == nullptr) continue;
        bool certain = false;
        const Service& drug = *drug_of_procedure(products_of(day), certain);
        const bool weak = !certain && (injection.has_any(weak_bypass_modifiers) || procedure->has_any(weak_bypass_modifiers));
        Finding& finding = at_pair_level(report.say(weak ? 1 : 0, injection), *injection.claim).in(Field::line_code);
        if (weak) finding.at_level(Level::warning);
        finding.with("procedure", procedure->facts.code).with("drug", drug.facts.code).with("injection", injection.facts.code);
        finding.denies(Group::CO, pair_carc(injection.claim->payer), injection.line).fix_by(Operation::delete_line, injection.line);
        report.partner(finding, injection, *procedure);
        if (edit_of(*procedure)) prove_by_pair(finding, day, injection, *procedure);
    }
}

inline constexpr Rule procedure_injection{
    .id = "ADM016",
    .name = "procedure-injection",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "A procedure of the day includes giving its own drug, and that drug is the only one.",
    .why = "A joint, tendon, nerve or eye procedure includes giving its drug; 96372 for it is denied.",
    .fix = "Delete 96372. If another drug was injected elsewhere, bill that drug and mark the injection as separate.",
    .myth = "Often advised: pain injections for arthritis or back pain are 96372. Joint, trigger-point and spine "
            "injections have procedures of their own.",
    .messages = procedure_injection_messages,
    .sources = procedure_injection_sources,
    .bad = procedure_injection_bad,
    .good = procedure_injection_good,
    .check_day = &check_procedure_injection,
};

}  // namespace deltoid::rulebook

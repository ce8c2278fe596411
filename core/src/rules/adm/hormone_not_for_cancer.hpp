// SPDX-License-Identifier: Apache-2.0
// ADM005: a cancer code for a hormone that treats something else.
#pragma once

#include "context.hpp"
#include "rules/adm/sources.hpp"
#include "rules/adm/stands_for_injection.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view hormone_not_for_cancer_messages[] = {
    "Line {line}: this claim has no cancer that {product} treats, so its injection is {right}, not {code} (box 24D).",
};
inline constexpr Source hormone_not_for_cancer_sources[] = {source::antineoplastics};
inline constexpr Example hormone_not_for_cancer_bad[] = {
    {"Leuprolide for endometriosis with 96402.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J1950","modifiers":["JZ"],"units":"1","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"N80.9"},
         {"op":"replace","path":"/patient/birth_date","value":"1990-02-01"},
         {"op":"replace","path":"/lines/1/code","value":"96402"}])"},
};
inline constexpr Example hormone_not_for_cancer_good[] = {
    {"96372 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J1950","modifiers":["JZ"],"units":"1","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"N80.9"},
         {"op":"replace","path":"/patient/birth_date","value":"1990-02-01"}])"},
};

inline void check_hormone_not_for_cancer(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const Service* drug = hormone_not_for_cancer_beside(context.claim, context.services, service);
        if (drug == nullptr) continue;
        Finding& finding = report.say(0, service).in(Field::line_code);
        finding.with("product", drug->facts.code).with("code", service.facts.code).with("right", "96372");
        if (is_medicare(context.payer())) finding.as_medicare();
        else finding.at_level(Level::warning).tag(Tag::payer);
        finding.denies(Group::CO, "16", service.line, "N657");
        finding.fix_by(Operation::replace_code, service.line, "96372");
    }
}

inline constexpr Rule hormone_not_for_cancer{
    .id = "ADM005",
    .name = "hormone-not-for-cancer",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::cancer_injection),
    .institutional = true,
    .any_claim = true,
    .summary = "96402 is billed for leuprolide or triptorelin that treats endometriosis, fibroids or early puberty.",
    .why = "96402 is for hormones against cancer; for other diseases the injection is 96372.",
    .fix = "Bill 96372 for the injection.",
    .confidence = Confidence::secondary,
    .messages = hormone_not_for_cancer_messages,
    .sources = hormone_not_for_cancer_sources,
    .bad = hormone_not_for_cancer_bad,
    .good = hormone_not_for_cancer_good,
    .check_claim = &check_hormone_not_for_cancer,
};

}  // namespace deltoid::rulebook

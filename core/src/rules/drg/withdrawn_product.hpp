// SPDX-License-Identifier: Apache-2.0
// DRG015: a product whose approval is gone while its code lives on.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view withdrawn_product_messages[] = {
    "Line {line}: the FDA withdrew {drug} on {last}, so payers usually no longer cover it, though its code is still "
    "listed. Check which drug was given (box 24D).",
    "Line {line}: {drug} has not been approved to prevent preterm birth since {last}, so payers usually no longer "
    "cover it for {diagnosis}. Check the drug and the diagnosis (boxes 24D and 24E).",
};
inline constexpr Source withdrawn_product_sources[] = {source::makena};
inline constexpr Example withdrawn_product_bad[] = {
    {"Makena after its end.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1726"},{"op":"replace","path":"/lines/2/units","value":"25"},
         {"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/diagnoses/0","value":"O09.212"}])"},
};
inline constexpr Example withdrawn_product_good[] = {
    {"Hydroxyprogesterone for amenorrhea.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1729"},{"op":"replace","path":"/lines/2/units","value":"25"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},
         {"op":"replace","path":"/diagnoses/0","value":"N91.2"}])"},
};

struct Withdrawn {
    Code code;
    Day last;
    bool preterm_only = false;   ///< other uses of the code keep their approval
};
/// FDA, 2023-04-06: Makena and its generics, approved to prevent preterm birth alone.
inline constexpr std::array withdrawn_products{Withdrawn{Code("J1726"), Day::of(2023, 4, 6)},
                                               Withdrawn{Code("J1729"), Day::of(2023, 4, 6), true}};

/// ICD-10-CM: supervision of a pregnancy with a history of preterm labor, preterm labor, personal history of it.
inline std::string_view preterm_diagnosis(const Claim& claim) {
    for (const Diagnosis& diagnosis : claim.diagnoses)
        for (const std::string_view prefix : {"O0921", "O09.21", "O60", "Z8751", "Z87.51"})
            if (same_code(trim(diagnosis.code).substr(0, prefix.size()), prefix)) return trim(diagnosis.code);
    return {};
}

/// The withdrawn product of a line, for what it was withdrawn for; null when there is none.
inline const Withdrawn* withdrawn(const Claim& claim, const Service& service) {
    for (const Withdrawn& product : withdrawn_products) {
        if (product.code != service.facts.code || service.day <= product.last || !service.day.known()) continue;
        if (!product.preterm_only || !preterm_diagnosis(claim).empty()) return &product;
    }
    return nullptr;
}

inline void check_withdrawn_product(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const Withdrawn* product = withdrawn(context.claim, service);
        if (product == nullptr) continue;
        Finding& finding = report.say(product->preterm_only ? 1 : 0, service).in(Field::line_code);
        finding.with("drug", service.facts.code).with_day("last", product->last);
        finding.with("diagnosis", product->preterm_only ? preterm_diagnosis(context.claim) : std::string_view());
        finding.denies(Group::CO, "114", service.line);
    }
}

inline constexpr Rule withdrawn_product{
    .id = "DRG015",
    .name = "withdrawn-product",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "A drug is billed after the FDA withdrew its approval, or for the use that lost it.",
    .why = "Payers usually cover approved drugs only; the HCPCS code can outlive the approval.",
    .fix = "Do not bill it; check whether another drug was given.",
    .confidence = Confidence::professional,
    .messages = withdrawn_product_messages,
    .sources = withdrawn_product_sources,
    .bad = withdrawn_product_bad,
    .good = withdrawn_product_good,
    .check_claim = &check_withdrawn_product,
};

}  // namespace deltoid::rulebook

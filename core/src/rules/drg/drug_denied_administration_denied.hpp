// SPDX-License-Identifier: Apache-2.0
// DRG016: the injection falls with its drug. Asked last, over what the other rules said of the claim.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view drug_denied_administration_denied_messages[] = {
    "Line {line}: if {drug} on line {other} is denied as not covered, the injection {injection} is usually denied with "
    "it (box 24D). Settle the drug first.",
};
inline constexpr Source drug_denied_administration_denied_sources[] = {source::denied_together, source::excluded_administration};
inline constexpr Example drug_denied_administration_denied_bad[] = {
    {"The drug has lost its approval; shown alone.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1726"},{"op":"replace","path":"/lines/2/units","value":"25"},
         {"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/diagnoses/0","value":"O09.212"}])",
     R"({"select":["DRG016"]})"},
};
inline constexpr Example drug_denied_administration_denied_good[] = {
    {"Nothing is said against the drug.", "[]"},
};

/// A denial for cover, necessity or approval. DRG010 speaks of the injection itself; what Medicare Advantage hears as a
/// warning is no denial yet.
inline bool denies_cover(const Finding& finding, PayerClass payer) {
    const bool softened = finding.medicare && payer == PayerClass::medicare_advantage;
    if (finding.level != Level::error || softened || finding.rule->id == "DRG010") return false;
    for (const std::string_view carc : {"50", "96", "114", "167", "204"})
        if (finding.denial.carc == carc) return true;
    return false;
}

inline bool is_denied(std::span<const Finding* const> said, const Service& drug, PayerClass payer) {
    for (const Finding* finding : said)
        if (finding->denial.line == drug.line && denies_cover(*finding, payer)) return true;
    return false;
}

/// The denied drug of a day on which nothing else was injected; null when a drug is left to pay the injection for.
inline const Service* only_denied_drug(const ClaimContext& context, Day day, std::span<const Finding* const> said) {
    const Service* denied = nullptr;
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::drug) || service.day != day || service.has(Modifier("JW"))) continue;
        const DrugRow* drug = service.facts.drug.row;
        if (drug != nullptr && drug->administration == Administration::none) continue;
        if (!is_denied(said, service, context.payer())) return nullptr;
        denied = &service;
    }
    return denied;
}

inline void check_drug_denied_administration_denied(const ClaimContext& context, std::span<const Finding* const> said,
                                                    Report& report) {
    bool any = false;
    for (const Finding* finding : said) any |= denies_cover(*finding, context.payer());
    if (!any) return;
    for (const Service& service : context.services) {
        const Service* drug = service.is(CodeSet::injection) ? only_denied_drug(context, service.day, said) : nullptr;
        if (drug == nullptr || is_denied(said, service, context.payer())) continue;
        Finding& finding = report.say(0, service).in(Field::line_code).with("injection", service.facts.code);
        finding.with("drug", drug->facts.code).with_number("other", drug->line);
        finding.denies(Group::CO, "96", service.line, "N356");
    }
}

inline constexpr Rule drug_denied_administration_denied{
    .id = "DRG016",
    .name = "drug-denied-administration-denied",
    .level = Level::info,
    .scope = Scope::verdict,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "An error on the claim denies the only drug of the injection as not covered or not necessary.",
    .why = "Payers deny the administration of a drug that they do not cover.",
    .fix = "Settle the drug first; the injection follows it.",
    .confidence = Confidence::secondary,
    .messages = drug_denied_administration_denied_messages,
    .sources = drug_denied_administration_denied_sources,
    .bad = drug_denied_administration_denied_bad,
    .good = drug_denied_administration_denied_good,
    .check_verdict = &check_drug_denied_administration_denied,
};

}  // namespace deltoid::rulebook

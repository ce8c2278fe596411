// SPDX-License-Identifier: Apache-2.0
// DRG001: an injection and no line for the drug.
#pragma once

#include "rules/day_products.hpp"
#include "rules/drg/sources.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view drug_line_missing_messages[] = {
    "Line {line}: the injection {injection} has no drug line on the day, and no note says who supplied the drug. Add "
    "the line, at 0.01 with a note if the practice did not buy the drug (box 24).",
    "Line {line}: a note says the practice did not buy the drug, but Medicare usually wants a line for it on the same "
    "claim. Add the drug at 0.01 (box 24).",
    "Line {line}: the practice did not buy {drug}, and your profile says this payer wants the administration alone "
    "(box 24). Delete this line and name the drug in the injection's note.",
};
inline constexpr Source drug_line_missing_sources[] = {source::supplied_drug, source::supplied_alone};
inline constexpr Example drug_line_missing_bad[] = {
    {"Only the visit and the injection are billed.",
     R"([{"op":"remove","path":"/lines/2"},{"op":"replace","path":"/total_charge","value":"160.00"}])"},
};
inline constexpr Example drug_line_missing_good[] = {
    {"The drug stands on the claim.", "[]"},
    {"The patient brought the drug; it is billed at 0.01 and the note says so.",
     R"([{"op":"replace","path":"/lines/2/charge","value":"0.01"},{"op":"replace","path":"/total_charge","value":"160.01"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"add","path":"/lines/2/note","value":"PATIENT SUPPLIED"}])"},
};

inline bool supply_is_noted(const DayContext& day) {
    for (const Service& service : day.services)
        if (service.brought || service.claim->supply_noted) return true;
    return false;
}

/// Says of each line of a supplied drug that the payer wants none (payers.md 34: no code, no NDC, no cent).
inline void check_administration_alone(const DayContext& day, Report& report) {
    const Service* injection = nullptr;
    bool noted_elsewhere = false;
    for (const Service& service : day.services) {
        if (!service.is(CodeSet::injection)) continue;
        if (injection == nullptr) injection = &service;
        noted_elsewhere |= service.brought || service.claim->supply_noted;
    }
    for (const Service& drug : day.services) {
        const bool supplied = drug.is(CodeSet::drug) && (drug.brought || drug.claim->supply_noted);
        if (injection == nullptr || !supplied || !drug.claim->administration_alone) continue;
        Finding& finding =
            report.say(2, drug).at_level(Level::error).tag(Tag::payer).in(Field::line_code).with("drug", drug.facts.code);
        finding.fix_by(Operation::delete_line, drug.line);
        if (noted_elsewhere || injection->claim != drug.claim) continue;
        finding.also_by(Operation::set_field, injection->line, Field::line_note).from_chart();
    }
}

inline void check_drug_line_missing(const DayContext& day, Report& report) {
    check_administration_alone(day, report);
    const DayProducts& products = products_of(day);
    if (products.any_drug || nothing_to_inject(products) || products.allergen_administration) return;
    const bool noted = supply_is_noted(day);
    const ServiceClaim* last = nullptr;
    for (const Service& injection : day.services) {
        if (injection.claim->dates_differ) continue;   // CLM010 speaks, or what reads dates
        if (!injection.is(CodeSet::injection) || injection.claim == last) continue;   // one missing drug, one finding
        last = injection.claim;
        const bool medicare = is_medicare(injection.claim->payer);
        if (noted && (!medicare || injection.claim->administration_alone)) continue;
        Finding& finding = report.say(noted ? 1 : 0, injection).in(Field::line_code).with("injection", injection.facts.code);
        finding.at_level(medicare && !noted ? Level::error : Level::warning).tag(noted ? Tag::payer : Tag::chart);
        if (medicare)
            finding.as_medicare().denies(Group::CO, "107", injection.line);
        else
            finding.tag(Tag::payer).denies(Group::CO, "16", injection.line, "M20");
        finding.fix_by(Operation::add_line, 0).from_chart();
        if (!noted) finding.fix_by(Operation::document, injection.line, Field::doc_source).from_chart();
    }
}

inline constexpr Rule drug_line_missing{
    .id = "DRG001",
    .name = "drug-line-missing",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = needs(Need::injection),
    .record = record_fields(Field::doc_source),
    .summary = "96372 is billed without a line for the drug on that day, and nothing says why.",
    .why = "Payers deny an injection whose drug they cannot see, or ask for records.",
    .fix = "Add the drug that the chart shows; a drug that the patient or a pharmacy supplied is billed at 0.01 with a "
           "note.",
    .myth =
        "Often advised: 96372 is never paid without a J code. The drug may lawfully be missing when the patient or a "
        "pharmacy supplied it; some Medicaid plans even forbid the line.",
    .confidence = Confidence::secondary,
    .messages = drug_line_missing_messages,
    .sources = drug_line_missing_sources,
    .bad = drug_line_missing_bad,
    .good = drug_line_missing_good,
    .check_day = &check_drug_line_missing,
};

}  // namespace deltoid::rulebook

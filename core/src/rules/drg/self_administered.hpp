// SPDX-License-Identifier: Apache-2.0
// DRG010: a drug that Medicare leaves to the patient, and the injection that gave it.
#pragma once

#include "rules/drg/self_administered_drugs.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view self_administered_messages[] = {
    "Line {line}: Medicare's contractors list {drug} as self-administered, which Part B does not cover. Check your "
    "contractor's list; with GY the patient may be billed (box 24D).",
    "Line {line}: {injection} gave only {drug}, which Medicare does not cover as self-administered (box 24D). The "
    "injection is usually denied with its drug.",
    "Line {line}: some Medicare contractors list {drug} as self-administered, others pay for it in the office (box "
    "24D). Check your contractor's list.",
    "Line {line}: with GY on {drug} Medicare will deny it and its injection as not covered, and the patient pays (box "
    "24D).",
};
inline constexpr Source self_administered_sources[] = {source::self_administered, source::excluded_administration};
inline constexpr Example self_administered_bad[] = {
    {"Insulin for a Medicare patient.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1815"},{"op":"replace","path":"/lines/2/units","value":"2"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"replace","path":"/diagnoses/0","value":"E11.65"}])"},
};
inline constexpr Example self_administered_good[] = {
    {"Insulin for a commercial payer.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1815"},{"op":"replace","path":"/lines/2/units","value":"2"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"replace","path":"/diagnoses/0","value":"E11.65"},
         {"op":"replace","path":"/payer/class","value":"commercial"}])"},
};

inline void say_excluded_drug(const DayContext& day, const Service& drug, Exclusion exclusion, Report& report) {
    const bool wanted = drug.has(Modifier("GY"));
    const bool info = wanted || exclusion == Exclusion::by_some;
    Finding& finding = report.say(wanted ? 3 : info ? 2 : 0, drug).as_medicare().in(Field::line_code).tag(Tag::payer);
    finding.with("drug", drug.facts.code);
    finding.at_level(info ? Level::info : exclusion == Exclusion::listed ? Level::error : Level::warning);
    finding.denies(wanted ? Group::PR : Group::CO, "96", drug.line, "N425");
    finding.proven_by(day.tables.edition(drug.facts.drug.row->edition), drug.facts.code);
}

/// The excluded drug that the day's injections gave, when they gave no other; null otherwise.
inline const Service* only_excluded_drug(const DayContext& day) {
    const Service* found = nullptr;
    for (const Service& service : day.services) {
        if (!service.is(CodeSet::drug) || service.has(Modifier("JW"))) continue;
        const DrugRow* drug = service.facts.drug.row;
        const bool diluent = drug != nullptr && drug->administration == Administration::none && !is_excluded(service);
        if (diluent) continue;
        if (!is_excluded(service)) return nullptr;
        if (found == nullptr || exclusion_of(service) < exclusion_of(*found)) found = &service;
    }
    return found;
}

inline void check_self_administered(const DayContext& day, Report& report) {
    const Service* alone = only_excluded_drug(day);
    for (const Service& service : day.services) {
        const Exclusion exclusion = service.is(CodeSet::drug) ? exclusion_of(service) : Exclusion::none;
        if (exclusion != Exclusion::none) say_excluded_drug(day, service, exclusion, report);
        if (alone == nullptr || !service.is(CodeSet::injection) || alone->has(Modifier("GY"))) continue;
        Finding& finding = report.say(1, service).as_medicare().in(Field::line_code).tag(Tag::payer);
        finding.with("injection", service.facts.code).with("drug", alone->facts.code);
        finding.at_level(exclusion_of(*alone) == Exclusion::listed ? Level::error : Level::warning);
        finding.denies(Group::CO, "96", service.line, "N425");
        report.partner(finding, service, *alone);
    }
}

inline constexpr Rule self_administered{
    .id = "DRG010",
    .name = "self-administered",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug | Need::self_administered,
    .institutional = true,
    .summary = "Medicare is billed for a drug that its contractors list as usually self-administered, or for giving it.",
    .why = "Part B does not cover such drugs, and their injection is denied with them.",
    .fix = "Bill the pharmacy benefit or the patient; GY says that the denial is wanted.",
    .myth =
        "Often advised: bill 96372 for insulin like any other injection. Medicare's contractors list all insulin as "
        "self-administered.",
    .confidence = Confidence::secondary,
    .messages = self_administered_messages,
    .sources = self_administered_sources,
    .bad = self_administered_bad,
    .good = self_administered_good,
    .check_day = &check_self_administered,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// DRG002: an injected drug, and nobody billed for giving it.
#pragma once

#include "context.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/drg/sources.hpp"
#include "rules/pos/facility_places.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view administration_missing_messages[] = {
    "Line {line}: {drug} is an injected drug, and the day has no administration code. If it was injected in the "
    "office, add 96372 (box 24D).",
};
inline constexpr Source administration_missing_sources[] = {source::unbilled_injection};
inline constexpr Example administration_missing_bad[] = {
    {"A visit and ketorolac, and no injection.",
     R"([{"op":"remove","path":"/lines/1"},{"op":"replace","path":"/total_charge","value":"132.00"}])"},
};
inline constexpr Example administration_missing_good[] = {
    {"The injection is billed.", "[]"},
};

/// A drug that an office injects under the skin or into a muscle, as far as the label tells.
inline bool is_injected_drug(const Service& service) {
    const DrugRow* drug = service.facts.drug.row;
    const bool injected = service.is(CodeSet::drug) && drug != nullptr && drug->administration == Administration::injection;
    if (!injected || service.has(Modifier("JW")) || service.is(CodeSet::unlisted_drug)) return false;
    if (service.claim->institutional || in_facility(service)) return false;
    return drug->self_administered == "n" && !service.facts.ended && !service.facts.not_begun;
}

/// Anything on the day that may have given it: an administration code, or a procedure that holds one.
inline bool may_have_given(const Service& service) {
    if (service.is(CodeSet::injection) || service.is(CodeSet::injection_predecessor) ||
        service.is(CodeSet::drug_administration) || service.is(CodeSet::vaccine_administration) ||
        service.is(CodeSet::procedure_with_drug) || service.is(CodeSet::inpatient_visit) || service.is(CodeSet::emergency_visit))
        return true;
    const Answer<EditRow>& edit = edit_of(service);
    return edit ? edit.row->bundles() && edit.row->column == 1 : !edit.covered && service.facts.sets == 0;
}

inline void check_administration_missing(const DayContext& day, Report& report) {
    const Service* first = nullptr;
    const ServiceClaim* last = nullptr;
    for (const Service& service : day.services) {
        if (may_have_given(service)) return;
        if (first == nullptr && is_injected_drug(service)) first = &service;
    }
    for (const Service& service : day.services) {
        if (service.claim->dates_differ) continue;   // CLM010 speaks, or what reads dates
        if (first == nullptr || service.claim == last || !is_injected_drug(service)) continue;   // one for each claim
        last = service.claim;
        Finding& finding = report.say(0, service).in(Field::line_code).tag(Tag::chart).with("drug", service.facts.code);
        finding.fix_by(Operation::add_line, 0).from_chart();
    }
}

inline constexpr Rule administration_missing{
    .id = "DRG002",
    .name = "administration-missing",
    .level = Level::info,
    .scope = Scope::absence,
    .needs = needs(Need::drug),
    .any_claim = true,
    .summary = "An injected drug is billed, and the day has no administration code.",
    .why = "Giving the injection is a service of its own; unbilled, it is not paid.",
    .fix = "Add 96372 when the chart shows that it was injected in the office; for a drug handed out to take home "
           "there is none.",
    .confidence = Confidence::secondary,
    .messages = administration_missing_messages,
    .sources = administration_missing_sources,
    .bad = administration_missing_bad,
    .good = administration_missing_good,
    .check_day = &check_administration_missing,
};

}  // namespace deltoid::rulebook

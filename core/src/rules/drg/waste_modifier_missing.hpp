// SPDX-License-Identifier: Apache-2.0
// DRG004: a single-dose drug for Medicare without JZ or JW.
#pragma once

#include "bill_types.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/drg/self_administered_drugs.hpp"
#include "rules/drg/waste_modifier_rule.hpp"
#include "rules/drg/zero_charge_drug.hpp"
#include "rules/pos/facility_places.hpp"
#include "rules/sources.hpp"
#include "rules/unt/recorded_units.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view waste_modifier_missing_messages[] = {
    "Line {line}: {drug} comes in single-dose containers, so Medicare wants JZ (nothing discarded) or a JW line for "
    "the waste (box 24D).",
    "Line {line}: {drug} comes in single-dose and in multi-dose containers. If a single-dose one was used, add JZ or a "
    "JW line for the waste (box 24D).",
    "Line {line}: the record says {waste} of {drug} was discarded, so Medicare wants {units} unit(s) on a line of its "
    "own with JW (box 24D).",
    "Whether drugs on hospital claims want JZ or JW was not checked (claims: {claims}, {days}). Medicare asks for them where "
    "it pays the drug apart, and no loaded table says where it does.",
};
inline constexpr Source waste_modifier_missing_sources[] = {source::waste};
inline constexpr Example waste_modifier_missing_bad[] = {
    {"Ketorolac without JZ.", R"([{"op":"remove","path":"/lines/2/modifiers"}])"},
};
inline constexpr Example waste_modifier_missing_good[] = {
    {"JZ: nothing was discarded.", "[]"},
    {"Before 2023-07-01 neither was asked for.",
     R"([{"op":"remove","path":"/lines/2/modifiers"},{"op":"replace","path":"/lines/0/from","value":"2023-06-30"},
         {"op":"replace","path":"/lines/1/from","value":"2023-06-30"},{"op":"replace","path":"/lines/2/from","value":"2023-06-30"}])",
     R"({"as_of":"2023-07-05"})"},
};

/// The line of what was given beside a JW line of the same drug carries neither.
inline bool has_waste_line(const ClaimContext& context, const Service& given) {
    for (const Service& other : context.services)
        if (other.facts.code == given.facts.code && other.day == given.day && other.has(Modifier("JW"))) return true;
    return false;
}

/// DRG018, DRG010 or POS001 speaks, the drug was not bought, or the place is paid by the encounter (RHC and FQHC, AAFP).
inline bool waste_is_not_asked(const ClaimContext& context, const Service& service) {
    const PlaceClass place = service.where;
    return service.brought || service.claim->supply_noted || is_zero_charge_drug(context, service) || is_excluded(service) ||
           place == PlaceClass::facility || place == PlaceClass::encounter_rate;
}

/// Hospitals want them on drugs that are paid apart, which no table here tells; critical access hospitals on all (FCSO,
/// 2024-04-20); clinics paid by the encounter on none, and what other institutions owe is not known (POS009).
inline bool waste_depends_on_payment(const ClaimContext& context) {
    return context.claim.kind == Kind::institutional && bill_type_of(context.claim) == BillType::outpatient;
}
inline bool waste_is_nothing_here(const ClaimContext& context) {
    return context.claim.kind == Kind::institutional && !runs_edits(bill_type_of(context.claim));
}

inline void say_waste_modifier_missing(const ClaimContext& context, const Service& service, WasteNeed need, Report& report) {
    const DoseCheck waste = waste_of(context.claim, context.services, service, &service);
    const bool left = waste.verdict == DoseVerdict::agrees && waste.units > 0;
    const std::uint8_t message = left ? 2 : need == WasteNeed::yes ? 0 : 1;
    Finding& finding = report.say(message, service).as_medicare().in(Field::line_modifiers).tag(Tag::chart);
    finding.with("drug", service.facts.code).with("waste", waste.text).with_number("units", waste.units);
    if (need == WasteNeed::maybe)
        finding.at_level(Level::info);
    else
        finding.at_level(service.day < waste_modifier_enforced ? Level::warning : Level::error);
    finding.denies(Group::CO, "16", service.line, "N822", "MA130");
    if (left)
        finding.fix_by(Operation::add_line, 0).from_chart();
    else
        finding.fix_by(Operation::add_modifier, service.line, "JZ").from_chart();
    finding.proven_by(context.tables.edition(service.facts.drug.row->edition), service.facts.code);
}

inline void check_waste_modifier_missing(const ClaimContext& context, Report& report) {
    if (!is_medicare(context.payer()) || waste_is_nothing_here(context)) return;
    for (const Service& service : context.services) {
        const DrugRow* drug = service.facts.drug.row;
        if (drug == nullptr || service.day < waste_modifier_asked || service.facts.ended || service.facts.not_begun) continue;
        if (service.has(Modifier("JZ")) || service.has(Modifier("JW")) || has_waste_line(context, service)) continue;
        if (waste_is_not_asked(context, service)) continue;
        const Documentation* record = record_of(context.claim, service);
        const WasteNeed need = waste_need(*drug, record == nullptr ? std::string_view() : record->container);
        if (need != WasteNeed::no && waste_depends_on_payment(context)) return report.leave_open(3, service.day);
        if (need != WasteNeed::no) say_waste_modifier_missing(context, service, need, report);
    }
}

inline constexpr Rule waste_modifier_missing{
    .id = "DRG004",
    .name = "waste-modifier-missing",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .record = record_fields(Field::doc_container, Field::doc_discarded),
    .summary = "A drug from a single-dose container is billed to Medicare without JZ or JW.",
    .why = "Medicare returns such a line as unprocessable for dates of service from 2023-10-01.",
    .fix = "Add JZ when the chart shows that nothing was discarded; otherwise bill the discarded units on a JW line.",
    .messages = waste_modifier_missing_messages,
    .sources = waste_modifier_missing_sources,
    .bad = waste_modifier_missing_bad,
    .good = waste_modifier_missing_good,
    .check_claim = &check_waste_modifier_missing,
};

}  // namespace deltoid::rulebook

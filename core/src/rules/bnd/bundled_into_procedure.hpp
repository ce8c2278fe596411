// SPDX-License-Identifier: Apache-2.0
// BND005: an injection beside a procedure or another service that takes it in.
#pragma once

#include "rules/adm/procedure_injection.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/day_products.hpp"
#include "rules/pos/facility_places.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view bundled_into_procedure_messages[] = {
    "Line {line}: the injection {injection} is included in {partner} and is denied. Delete it, or add 59, XE, XS, XP "
    "or XU if the chart shows a separate drug, site or time (box 24D).",
    "Line {line}: the injection {injection} is included in {partner}, and a modifier for a side or a stage seldom "
    "changes that. Payers usually look for 59, XE, XS, XP or XU (box 24D).",
    "Line {line}: the injection {injection} is included in the visit {partner} and is denied. Delete it; payers usually "
    "pay both when the visit carries 25 for work of its own (box 24D).",
};
inline constexpr Source bundled_into_procedure_sources[] = {source::ptp, source::modifier_59};
inline constexpr Example bundled_into_procedure_bad[] = {
    {"The injection is billed beside a wound repair.",
     R"([{"op":"replace","path":"/lines/0","value":{"line":1,"code":"12001","units":"1","unit_type":"UN","charge":"120.00",
         "from":"2026-09-15","pointers":[1]}}])"},
};
inline constexpr Example bundled_into_procedure_good[] = {
    {"The injection is marked as a separate service.",
     R"([{"op":"replace","path":"/lines/0","value":{"line":1,"code":"12001","units":"1","unit_type":"UN","charge":"120.00",
         "from":"2026-09-15","pointers":[1]}},{"op":"add","path":"/lines/1/modifiers","value":["59"]}])"},
};

inline bool takes_injection_in(const Service& service) {
    const EditRow* row = edit_of(service).row;
    return row != nullptr && row->column == 1 && row->indicator == 1;
}

inline bool is_any_visit(const Service& service) {
    return service.is(CodeSet::evaluation_and_management);
}

inline bool opened(const Service& injection, const Service& partner) {
    if (injection.has_any(bypass_modifiers)) return true;
    if (is_any_visit(partner)) return partner.has(Modifier("25"));
    return injection.day >= bypass_on_either_line && partner.has_any(bypass_modifiers);
}

/// Infusions, pushes and chemotherapy: BND007 speaks of them.
inline bool is_other_administration(const Service& service) { return service.is(CodeSet::drug_administration); }
inline bool is_procedure(const Service& service) { return !is_other_administration(service); }

/// The partner with the lowest code whose pair is not opened, so that the order of lines does not matter.
inline const Service* closed_partner(const DayContext& day, const Service& injection, bool (*counts)(const Service&)) {
    const Service* found = nullptr;
    for (const Service& partner : day.services) {
        if (!takes_injection_in(partner) || !counts(partner) || another_specialty(injection, partner)) continue;
        if (opened(injection, partner)) continue;
        if (is_any_visit(partner) && in_facility(partner)) continue;   // POS001 speaks
        if (found == nullptr || partner.facts.code < found->facts.code) found = &partner;
    }
    return found;
}

inline void add_bypass_fixes(Finding& finding, const Service& injection) {
    finding.fix_by(Operation::delete_line, injection.line);
    for (const std::string_view modifier : {"59", "XE", "XS", "XP", "XU"})
        finding.fix_by(Operation::add_modifier, injection.line, modifier).from_chart();
}

/// 59 and the X modifiers are not for visits: 25 on the visit is what may pay both (rulebook, Fixes; NCCI manual ch. 1).
inline void add_visit_fixes(Finding& finding, const Service& injection, const Service& visit) {
    if (visit.claim == injection.claim) finding.fix_by(Operation::add_modifier, visit.line, "25").from_chart();
    finding.fix_by(Operation::delete_line, injection.line);
}

/// Message 0: no modifier; message 1: one that seldom opens a pair; message 2: a visit in column 1.
inline void say_bundled(const DayContext& day, const Service& injection, const Service& partner, Report& report) {
    const bool visit = is_any_visit(partner);
    const bool weak = injection.has_any(weak_bypass_modifiers) || partner.has_any(weak_bypass_modifiers);
    Finding& finding = at_pair_level(report.say(visit ? 2 : weak ? 1 : 0, injection), *injection.claim);
    if (weak) finding.at_level(Level::warning);
    finding.in(Field::line_modifiers).with("injection", injection.facts.code).with("partner", partner.facts.code);
    finding.tag(Tag::chart).denies(Group::CO, pair_carc(injection.claim->payer), injection.line);
    if (visit)
        add_visit_fixes(finding, injection, partner);
    else
        add_bypass_fixes(finding, injection);
    report.partner(finding, injection, partner);
    prove_by_pair(finding, day, injection, partner);
}

inline void check_bundled_into_procedure(const DayContext& day, Report& report) {
    if (nothing_to_inject(products_of(day))) return;   // a rule of the ADM family speaks
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection) || procedure_of_drug(day, injection) != nullptr) continue;   // ADM016
        const Service* partner = closed_partner(day, injection, is_procedure);
        if (partner != nullptr) say_bundled(day, injection, *partner, report);
    }
}

inline constexpr Rule bundled_into_procedure{
    .id = "BND005",
    .name = "bundled-into-procedure",
    .level = Level::error,
    .scope = Scope::absence,   // gives way to the ADM family when another claim tells what was given
    .needs = Need::injection | Need::edit,
    .institutional = true,
    .summary = "A procedure, test or visit of the day includes the injection, and no modifier marks the injection as "
               "separate.",
    .why = "The edit pays the procedure and denies the injection unless it is marked as a separate service.",
    .fix = "Delete the injection, or add 59 or the X modifier that fits when the chart shows another drug, site or time.",
    .myth = "Often advised: 59 always gets the injection paid. It claims a separate drug, site or time, and the chart must show it.",
    .messages = bundled_into_procedure_messages,
    .sources = bundled_into_procedure_sources,
    .bad = bundled_into_procedure_bad,
    .good = bundled_into_procedure_good,
    .check_day = &check_bundled_into_procedure,
};

}  // namespace deltoid::rulebook

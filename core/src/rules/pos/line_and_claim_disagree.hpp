// SPDX-License-Identifier: Apache-2.0
// POS008: the injection has another place than the claim and the visit.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/pos/implausible_places.hpp"
#include "rules/pos/sources.hpp"
#include "rules/sup/care.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view line_and_claim_disagree_messages[] = {
    "Line {line}: the place of service is {pos}, but the visit {code} on line {second} has {other} (box 24B). An "
    "injection is usually given where the visit was.",
    "Line {line}: the place of service is {pos}, but the injection {code} on line {second} has {other} (box 24B). A "
    "drug is given where its injection is.",
};
inline constexpr Source line_and_claim_disagree_sources[] = {source::place_of_the_patient};
inline constexpr Example line_and_claim_disagree_bad[] = {
    {"The visit was in the office, the injection has urgent care.",
     R"([{"op":"add","path":"/lines/1/pos","value":"20"},{"op":"add","path":"/lines/2/pos","value":"20"}])"},
};
inline constexpr Example line_and_claim_disagree_good[] = {
    {"All lines have the claim's place.", "[]"},
    {"The visit was by video, the injection in the office.", R"([{"op":"add","path":"/lines/0/pos","value":"02"}])"},
};

/// Another rule of the family speaks of the line's place by itself.
inline bool place_has_its_rule(const Service& service) {
    if (service.place == 0 || facility_speaks(service) || clinic_rate_speaks(service)) return true;
    if (service.where == PlaceClass::telehealth || service.where == PlaceClass::unassigned) return true;
    if (implausible_place(service) != nullptr) return true;
    return is_home(service) && !has_care(service, Care::supervision_told);
}

/// The visit whose place the injection should have: null when one shares it, was by telehealth, or none is there.
inline const Service* visit_elsewhere(const ClaimContext& context, const Service& injection) {
    const Service* found = nullptr;
    for (const Service& visit : context.services) {
        if (visit.day != injection.day || !visit.is(CodeSet::evaluation_and_management) || visit.place == 0) continue;
        if (visit.place == injection.place || visit.where == PlaceClass::telehealth) return nullptr;
        if (found == nullptr) found = &visit;
    }
    return found;
}

inline const Service* injection_elsewhere(const ClaimContext& context, const Service& drug) {
    const Service* found = nullptr;
    for (const Service& injection : context.services) {
        if (injection.day != drug.day || !injection.is(CodeSet::injection) || injection.place == 0) continue;
        if (injection.place == drug.place) return nullptr;
        if (found == nullptr) found = &injection;
    }
    return found;
}

inline void check_line_and_claim_disagree(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const bool injection = service.is(CodeSet::injection);
        if (!injection && !service.is(CodeSet::drug)) continue;
        const std::string_view own = trim(context.claim.lines[service.line - 1U].pos);
        if (own.empty() || own == trim(context.claim.pos) || place_has_its_rule(service)) continue;
        const Service* other = injection ? visit_elsewhere(context, service) : injection_elsewhere(context, service);
        if (other == nullptr) continue;
        Finding& finding = report.say(injection ? 0 : 1, service).in(Field::line_pos).with("pos", own);
        finding.with("code", other->facts.code).with_number("second", other->line);
        finding.with("other", place_digits(finding, *other));
        finding.fix_by(Operation::set_field, service.line, Field::line_pos).from_chart();
    }
}

inline constexpr Rule line_and_claim_disagree{
    .id = "POS008",
    .name = "line-and-claim-disagree",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "The injection's place of service differs from the claim's and the visit's, or the drug's from the "
               "injection's.",
    .why = "The place decides who is paid; two places for one encounter make payers ask for records.",
    .fix = "Write the place where the patient was on every line of the encounter.",
    .confidence = Confidence::professional,
    .messages = line_and_claim_disagree_messages,
    .sources = line_and_claim_disagree_sources,
    .bad = line_and_claim_disagree_bad,
    .good = line_and_claim_disagree_good,
    .check_claim = &check_line_and_claim_disagree,
};

}  // namespace deltoid::rulebook

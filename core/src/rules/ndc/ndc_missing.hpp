// SPDX-License-Identifier: Apache-2.0
// NDC001: a drug line without an NDC for a payer that wants one.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_missing_messages[] = {
    "Line {line}: {drug} has no NDC, and Medicaid wants one on every covered drug from {since} on. Add it with "
    "quantity and unit (shaded part of box 24).",
    "Line {line}: {drug} has no NDC, and before {since} state Medicaid programmes asked for it on many drugs (shaded "
    "part of box 24). Look it up in the state's list.",
    "Line {line}: {drug} has no NDC, and UnitedHealthcare denies professional drug lines without it. Add it with "
    "quantity and unit (shaded part of box 24).",
    "Line {line}: {drug} has no NDC, and your profile says this payer wants one. Add it with quantity and unit (shaded "
    "part of box 24).",
    "Line {line}: {drug} has no NDC, and UnitedHealthcare's commercial plans want one on a facility's outpatient drug "
    "lines. Add it with quantity and unit (shaded part of box 24).",
};
inline constexpr Source ndc_missing_sources[] = {source::ndc_medicaid, source::ndc_united, source::ndc_format};
inline constexpr Example ndc_missing_bad[] = {
    {"Ketorolac for Medicaid without an NDC.", R"([{"op":"replace","path":"/payer/class","value":"medicaid"}])"},
};
inline constexpr Example ndc_missing_good[] = {
    {"NDC, quantity and unit stand on the line.",
     R"([{"op":"replace","path":"/payer/class","value":"medicaid"},
         {"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])"},
    {"Medicare asks for none.", "[]"},
};

/// 42 CFR 447.520: every covered outpatient drug from the first day; before it single-source and the commonest others.
inline constexpr Day medicaid_ndc_for_all = Day::of(2024, 11, 19);
inline constexpr Day medicaid_ndc_begins = Day::of(2007, 1, 1);
inline constexpr Day united_ndc_begins = Day::of(2017, 1, 1);
/// Outpatient claims of facilities, commercial plans (UnitedHealthcare network bulletin, 2018).
inline constexpr Day united_facility_ndc_begins = Day::of(2018, 9, 1);
inline constexpr std::string_view united_payer_id = "87726";

enum class NdcWish : std::uint8_t {
    medicaid,
    medicaid_perhaps,
    united,
    profile,
    united_facility,
    none
};   // as the messages stand

inline NdcWish ndc_wish(const ClaimContext& context, Day day) {
    const PayerProfile* payer = context.options.profile.payer(context.claim.payer);
    if (payer != nullptr && payer->ndc_required == Answered::yes) return NdcWish::profile;
    if (payer != nullptr && payer->ndc_required == Answered::no) return NdcWish::none;
    if (context.payer() == PayerClass::medicaid && day >= medicaid_ndc_begins)
        return day >= medicaid_ndc_for_all ? NdcWish::medicaid : NdcWish::medicaid_perhaps;
    const bool united = same_code(context.claim.payer.id, united_payer_id) && context.payer() != PayerClass::medicare_b;
    if (context.claim.kind == Kind::institutional)
        return united && context.payer() == PayerClass::commercial && day >= united_facility_ndc_begins
                   ? NdcWish::united_facility
                   : NdcWish::none;
    return united && day >= united_ndc_begins ? NdcWish::united : NdcWish::none;
}

/// What was given of the drug stands on another line, and is asked there.
inline bool has_given_line(const ClaimContext& context, const Service& waste) {
    if (!waste.has(Modifier("JW"))) return false;
    for (const Service& other : context.services)
        if (other.facts.code == waste.facts.code && other.day == waste.day && !other.has(Modifier("JW"))) return true;
    return false;
}

/// Drugs of the practice's own stock; vaccines are no covered outpatient drugs. In clinics with an encounter rate (50, 72)
/// the drug is part of the rate.
inline bool wants_ndc(const ClaimContext& context, const Service& service) {
    if (!service.is(CodeSet::drug) || service.is(CodeSet::vaccine) || !service.day.known()) return false;
    const bool not_bought = service.brought || service.claim->supply_noted;
    const bool by_encounter = service.place == 50 || service.place == 72 ||
                              (service.claim->institutional && service.claim->bill == BillType::clinic);
    return !not_bought && !by_encounter && !has_given_line(context, service) && !service.duplicate &&
           !has_ndc(context.claim.lines[service.line - 1U]);
}

inline void check_ndc_missing(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!wants_ndc(context, service)) continue;
        const NdcWish wish = ndc_wish(context, service.day);
        if (wish == NdcWish::none) continue;
        Finding& finding = report.say(static_cast<std::uint8_t>(wish), service).in(Field::line_ndc_code);
        finding.with("drug", service.facts.code).with_day("since", medicaid_ndc_for_all);
        if (wish != NdcWish::medicaid) finding.tag(Tag::payer);
        if (wish == NdcWish::medicaid_perhaps) finding.at_level(Level::warning);
        finding.denies(Group::CO, "16", service.line, "M119");
        finding.fix_by(Operation::set_field, service.line, Field::line_ndc_code).from_chart();
    }
}

inline constexpr Rule ndc_missing{
    .id = "NDC001",
    .name = "ndc-missing",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "A drug line has no NDC, and the payer wants one: Medicaid, UnitedHealthcare, or the profile's payer.",
    .why = "Medicaid claims rebates by the NDC and denies lines without it; some commercial plans do the same.",
    .fix = "Add the eleven digits from the package that was used, with quantity and unit; vaccines need none.",
    .messages = ndc_missing_messages,
    .sources = ndc_missing_sources,
    .bad = ndc_missing_bad,
    .good = ndc_missing_good,
    .check_claim = &check_ndc_missing,
};

}   // namespace deltoid::rulebook

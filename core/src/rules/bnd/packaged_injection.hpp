// SPDX-License-Identifier: Apache-2.0
// BND016: a hospital's injection whose payment lies in that of another service of the claim.
#pragma once

#include "bill_types.hpp"
#include "rules/bnd/edition_missing.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view packaged_injection_messages[] = {
    "Line {line}: Medicare's payment for {injection} usually lies in that for {partner}, line {other} (box 24D). Keep "
    "the "
    "line with its charge; nothing is to be corrected.",
    "Line {line}: Medicare pays {injection} apart only if no service of status S, T or V is on the claim (box 24D). "
    "Whether {partner}, line {other}, is one was not checked: its status is not known here.",
    "Whether Medicare paid hospitals apart for an injection was not checked (claims: {claims}, {days}). The payment "
    "status of 96372 is known here from 2025 on.",
};
inline constexpr Source packaged_injection_sources[] = {source::opps_status};
inline constexpr Example packaged_injection_bad[] = {
    {"An injection and an infusion on one hospital claim.",
     R"([{"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0131"},
         {"op":"remove","path":"/pos"},{"op":"add","path":"/lines/1/modifiers","value":["59"]},
         {"op":"replace","path":"/lines/0/code","value":"96365"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J3420","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15"}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};
inline constexpr Example packaged_injection_good[] = {
    {"The injection and its drug alone.",
     R"([{"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0131"},
         {"op":"remove","path":"/pos"},{"op":"remove","path":"/lines/0"},
         {"op":"replace","path":"/total_charge","value":"52.00"}])"},
    {"A critical access hospital is paid by its cost.",
     R"([{"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0851"},
         {"op":"remove","path":"/pos"}])"},
};

/// First day for which the status of 96372 was read.
inline constexpr Day packaging_known_from = Day::of(2025, 1, 1);

/// Services of status S that were read in Addendum B of 2025; and the hospital's own visits, whose status J2 acts as V where
/// no observation stay takes all in.
inline bool takes_payment_of_injection(const Service& service) {
    using namespace literals;
    const Code code = service.facts.code;
    if (service.is(CodeSet::emergency_visit) || code == "G0463"_code) return true;
    for (const Code known : {"90480"_code, "96360"_code, "96365"_code, "96374"_code, "96375"_code, "G0008"_code,
                             "G0009"_code, "G0010"_code, "G0012"_code})
        if (code == known) return true;
    return false;
}

/// The service that decides: one that is known to take the payment, else the first whose status is not known.
inline const Service* payment_taker(const ClaimContext& context) {
    const Service* unknown = nullptr;
    for (const Service& other : context.services) {
        if (takes_payment_of_injection(other)) return &other;
        // Other visits are none of a hospital's services (status B).
        if (unknown == nullptr && may_be_paired(other) && !other.is(CodeSet::evaluation_and_management))
            unknown = &other;
    }
    return unknown;
}

inline void check_packaged_injection(const ClaimContext& context, Report& report) {
    if (!is_medicare(context.payer()) || bill_type_of(context.claim) != BillType::outpatient) return;
    const Service* taker = payment_taker(context);
    if (taker == nullptr) return;
    for (const Service& injection : context.services) {
        if (!injection.is(CodeSet::injection) || !injection.day.known()) continue;
        if (injection.day < packaging_known_from) return report.leave_open(2, injection.day);
        const bool known = takes_payment_of_injection(*taker);
        Finding& finding = report.say(known ? 0 : 1, injection).in(Field::line_code).as_medicare();
        finding.with("injection", injection.facts.code).with("partner", taker->facts.code);
        finding.with_number("other", taker->line);
        if (!known) finding.tag(Tag::not_evaluated);
    }
}

inline constexpr Rule packaged_injection{
    .id = "BND016",
    .name = "packaged-injection",
    .level = Level::info,
    .scope = Scope::claim,
    .needs = Need::injection | Need::institutional,
    .institutional = true,
    .summary = "A hospital outpatient claim to Medicare has an injection beside services that may take its payment in.",
    .why =
        "Medicare packages 96372 (status Q1) into any service of status S, T or V on the same claim, so no payment of "
        "its own is to be expected.",
    .fix = "Keep the line and its charge: they count toward the hospital's costs.",
    .confidence = Confidence::secondary,
    .messages = packaged_injection_messages,
    .sources = packaged_injection_sources,
    .bad = packaged_injection_bad,
    .good = packaged_injection_good,
    .check_claim = &check_packaged_injection,
};

}   // namespace deltoid::rulebook

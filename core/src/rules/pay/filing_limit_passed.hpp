// SPDX-License-Identifier: Apache-2.0
// PAY001: the claim reaches the payer after the last day for filing.
#pragma once

#include "rules/pay/filing_limits.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view filing_limit_passed_messages[] = {
    "The last day for filing was {last}, and the payer gets the claim on {received}. Medicare counts one calendar year "
    "from the first date of service, {service}.",
    "The last day for filing was {last} by your profile, and the payer gets the claim on {received}.",
    "Payers of this kind usually want the claim by {last}, and this one gets it on {received}. Your contract may say "
    "otherwise.",
    "The usual last day for filing was {last}, and the payer gets the claim on {received}. Corrected and secondary "
    "claims have limits of their own.",
};
inline constexpr Source filing_limit_passed_sources[] = {source::filing};
inline constexpr Example filing_limit_passed_bad[] = {
    {"A year and a day after the date of service.", "[]", R"({"as_of":"2027-09-16"})"},
};
inline constexpr Example filing_limit_passed_good[] = {
    {"It came on the last good day.", R"([{"op":"add","path":"/received_date","value":"2027-09-15"}])",
     R"({"as_of":"2027-09-20"})"},
};

inline void check_filing_limit_passed(const ClaimContext& context, Report& report) {
    const Day service = earliest_service(context);
    if (!service.known() || !context.received.known() || is_early_for_any_limit(context, service)) return;
    const LastDay last = last_filing_day(context, service);
    if (!last.day.known() || context.received <= last.day) return;
    const bool other_clock = has_another_clock(context.claim);
    Finding& finding = report.say(other_clock ? 3 : last.medicare ? 0 : last.from_profile ? 1 : 2).in(Field::received_date);
    finding.with_day("last", last.day).with_day("received", context.received).with_day("service", service);
    finding.denies(Group::CO, "29", 0, "N211");
    if (other_clock) finding.at_level(Level::info);
    else if (last.medicare) finding.as_medicare();
    else if (!last.from_profile) finding.at_level(Level::warning).tag(Tag::payer);
}

inline constexpr Rule filing_limit_passed{
    .id = "PAY001",
    .name = "filing-limit-passed",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "The payer gets the claim after its last day for filing.",
    .why = "A claim filed late is denied for good, and the patient may not be billed.",
    .fix = "Appeal with proof of earlier filing or one of the payer's exceptions; nothing on the claim can repair it.",
    .messages = filing_limit_passed_messages,
    .sources = filing_limit_passed_sources,
    .bad = filing_limit_passed_bad,
    .good = filing_limit_passed_good,
    .check_claim = &check_filing_limit_passed,
};

}  // namespace deltoid::rulebook

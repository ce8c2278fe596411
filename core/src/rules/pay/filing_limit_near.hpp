// SPDX-License-Identifier: Apache-2.0
// PAY002: the last day for filing is near.
#pragma once

#include "rules/pay/filing_limits.hpp"
#include "rules/pay/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view filing_limit_near_messages[] = {
    "The last day for filing is {last} (days left: {left}). Medicare counts one calendar year from the first date of "
    "service, {service}.",
    "The last day for filing is {last} by your profile (days left: {left}).",
    "Payers of this kind usually want the claim by {last} (days left: {left}). Your contract may say otherwise.",
};
inline constexpr Source filing_limit_near_sources[] = {source::filing};
inline constexpr Example filing_limit_near_bad[] = {
    {"Two weeks before the year is over.", "[]", R"({"as_of":"2027-09-01"})"},
};
inline constexpr Example filing_limit_near_good[] = {
    {"The day before the last two weeks.", "[]", R"({"as_of":"2027-08-31"})"},
    {"The payer has it already.", R"([{"op":"add","path":"/received_date","value":"2027-09-10"}])",
     R"({"as_of":"2027-09-12"})"},
};

/// Asked of claims that the payer does not have yet; what was received in time needs no hurry.
inline void check_filing_limit_near(const ClaimContext& context, Report& report) {
    const Day service = earliest_service(context);
    if (!service.known() || !context.received.known() || context.claim.received_date.valid()) return;
    if (is_early_for_any_limit(context, service) || has_another_clock(context.claim)) return;
    const LastDay last = last_filing_day(context, service);
    if (!last.day.known() || context.received > last.day) return;
    const std::int32_t left = last.day.number - context.received.number;
    if (left > filing_notice_days) return;
    Finding& finding = report.say(last.medicare ? 0 : last.from_profile ? 1 : 2).in(Field::received_date);
    finding.with_day("last", last.day).with_number("left", left).with_day("service", service);
    if (last.medicare) finding.as_medicare();
    if (!last.medicare && !last.from_profile) finding.tag(Tag::payer);
}

inline constexpr Rule filing_limit_near{
    .id = "PAY002",
    .name = "filing-limit-near",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "Fourteen days or fewer are left until the payer's last day for filing.",
    .why = "A claim filed late is denied for good, and one that is rejected now must be sent again in time.",
    .fix = "Send it first, and keep the proof that the payer took it.",
    .messages = filing_limit_near_messages,
    .sources = filing_limit_near_sources,
    .bad = filing_limit_near_bad,
    .good = filing_limit_near_good,
    .check_claim = &check_filing_limit_near,
};

}  // namespace deltoid::rulebook

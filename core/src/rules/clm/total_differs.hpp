// SPDX-License-Identifier: Apache-2.0
// CLM004: the total charge is not the sum of the lines.
#pragma once

#include "context.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view total_differs_messages[] = {
    "The total charge is {total}, but the lines add up to {sum} (box 28). A claim that does not balance is rejected.",
};
inline constexpr Source total_differs_sources[] = {source::professional_837, source::form_1500};
inline constexpr Example total_differs_bad[] = {
    {"A line was corrected and the total was not.", R"([{"op":"replace","path":"/total_charge","value":"170.00"}])"},
};
inline constexpr Example total_differs_good[] = {
    {"The total is the sum of the lines.", "[]"},
};

/// "172.00"
inline std::string_view money_text(Finding& finding, Cents cents) {
    std::array<char, 24> text;
    std::size_t at = text.size();
    const auto put = [&](std::int64_t digit) { text[--at] = static_cast<char>('0' + digit); };
    std::int64_t rest = cents < 0 ? -cents : cents;
    for (int i = 0; rest != 0 || i < 3; ++i, rest /= 10) {
        if (i == 2) text[--at] = '.';
        put(rest % 10);
    }
    if (cents < 0) text[--at] = '-';
    return finding.keep({text.data() + at, text.size() - at});
}

inline void check_total_differs(const ClaimContext& context, Report& report) {
    const Claim& claim = context.claim;
    if (!claim.total_charge.valid() || claim.lines.empty()) return;
    // Each charge is at most 10^15 cents and a claim at most 16 MiB: the sum cannot overflow before it is past all totals.
    Cents sum = 0;
    for (const Line& line : claim.lines) {
        if (!line.charge.valid()) return;   // its own finding says so
        sum += line.charge.value;
        if (sum > Cents{1} << 60 || sum < -(Cents{1} << 60)) break;
    }
    if (sum == claim.total_charge.value) return;
    Finding& finding = report.say(0).in(Field::total_charge).with_money("total", claim.total_charge.value).with_money("sum", sum);
    finding.fix_by(Operation::set_field, 0, money_text(finding, sum), Field::total_charge);
}

inline constexpr Rule total_differs{
    .id = "CLM004",
    .name = "total-differs",
    .level = Level::error,
    .scope = Scope::claim,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The total charge of the claim differs from the sum of its lines.",
    .why = "Claims whose total does not balance are rejected before they reach the payer.",
    .fix = "Set the total to the sum of the lines, or correct the line that is wrong.",
    .messages = total_differs_messages,
    .sources = total_differs_sources,
    .bad = total_differs_bad,
    .good = total_differs_good,
    .check_claim = &check_total_differs,
};

}  // namespace deltoid::rulebook

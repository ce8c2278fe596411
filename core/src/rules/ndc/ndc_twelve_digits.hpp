// SPDX-License-Identifier: Apache-2.0
// NDC006: the FDA's coming form of twelve digits, where a claim wants eleven.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_twelve_digits_messages[] = {
    "Line {line}: the NDC {ndc} has twelve digits, as on packages from {from} on, but a claim takes eleven (shaded "
    "part of box 24). Without the leading zero it is {full}.",
    "Line {line}: the NDC {ndc} has twelve digits, but a claim takes eleven and there is no leading zero to leave out "
    "(shaded part of box 24). Check the number on the package.",
};
inline constexpr Source ndc_twelve_digits_sources[] = {source::ndc_twelve, source::ndc_format};
inline constexpr Example ndc_twelve_digits_bad[] = {
    {"Six, four and two digits.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"000409-3795-01","quantity":"2","unit":"ML"}}])"},
};
inline constexpr Example ndc_twelve_digits_good[] = {
    {"Eleven digits.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])"},
};

/// The first day of the uniform form (91 FR 10749). Claims keep eleven digits (45 CFR 162.1002) until HIPAA says otherwise.
inline constexpr Day twelve_digits_begin = Day::of(2033, 3, 7);

inline void check_ndc_twelve_digits(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!has_own_ndc(context.claim, service)) continue;
        const std::string_view text = trim(context.claim.lines[service.line - 1U].ndc.code);
        if (is_plain(text)) continue;
        const NdcDigits ndc = read_ndc(text);
        if (!has_twelve_digits(ndc) || ndc.all_are('0') || ndc.all_are('9')) continue;
        const bool uniform = ndc.group_count == 1 || (ndc.groups[0] == 6 && ndc.groups[1] == 4);
        const bool shortens = uniform && ndc.digits[0] == '0';
        Finding& finding = report.say(shortens ? 0 : 1, service).in(Field::line_ndc_code).with("ndc", text);
        finding.with_day("from", twelve_digits_begin).denies(Group::CO, "16", service.line, "M119");
        if (!shortens) continue;
        const std::string_view full = finding.keep(ndc.text().substr(1));
        finding.with("full", full).fix_by(Operation::set_field, service.line, full, Field::line_ndc_code);
    }
}

inline constexpr Rule ndc_twelve_digits{
    .id = "NDC006",
    .name = "ndc-twelve-digits",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::package | Need::odd_package,
    .institutional = true,
    .summary = "An NDC has twelve digits, as packages will print it from 2033 on.",
    .why = "Claims stay at eleven digits; a longer number matches no product.",
    .fix = "Leave out the labeler's leading zero: five digits, four and two.",
    .messages = ndc_twelve_digits_messages,
    .sources = ndc_twelve_digits_sources,
    .bad = ndc_twelve_digits_bad,
    .good = ndc_twelve_digits_good,
    .check_claim = &check_ndc_twelve_digits,
};

}   // namespace deltoid::rulebook

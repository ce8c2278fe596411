// SPDX-License-Identifier: Apache-2.0
// NDC002: a number that is no NDC at all.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_shape_messages[] = {
    "Line {line}: the NDC {ndc} is not eleven digits (shaded part of box 24). Copy the number from the package as "
    "five, four and two digits.",
    "Line {line}: the NDC {ndc} is a placeholder (shaded part of box 24). Copy the number from the package.",
};
inline constexpr Source ndc_shape_sources[] = {source::ndc_format, source::ndc_clearinghouse};
inline constexpr Example ndc_shape_bad[] = {
    {"A digit is lost.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"004093795","quantity":"2","unit":"ML"}}])"},
};
inline constexpr Example ndc_shape_good[] = {
    {"Eleven digits.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])"},
};

inline void check_ndc_shape(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!has_own_ndc(context.claim, service)) continue;
        const std::string_view text = trim(context.claim.lines[service.line - 1U].ndc.code);
        if (is_plain(text)) continue;
        const NdcDigits ndc = read_ndc(text);
        const bool placeholder = ndc.readable && ndc.count >= 10 && (ndc.all_are('0') || ndc.all_are('9'));
        if (!placeholder && (is_whole(ndc) || has_ten_digits(ndc) || has_twelve_digits(ndc))) continue;
        Finding& finding = report.say(placeholder ? 1 : 0, service).in(Field::line_ndc_code).with("ndc", text);
        finding.denies(Group::CO, "16", service.line, "M119");
        finding.fix_by(Operation::set_field, service.line, Field::line_ndc_code).from_chart();
    }
}

inline constexpr Rule ndc_shape{
    .id = "NDC002",
    .name = "ndc-shape",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::package | Need::odd_package,
    .institutional = true,
    .summary = "An NDC is not eleven digits, or it is all zeros or all nines.",
    .why = "Payers and clearinghouses reject a line whose NDC matches no package.",
    .fix = "Copy the NDC from the package that was used: five digits, four and two.",
    .messages = ndc_shape_messages,
    .sources = ndc_shape_sources,
    .bad = ndc_shape_bad,
    .good = ndc_shape_good,
    .check_claim = &check_ndc_shape,
};

}   // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// NDC003: an NDC as it stands on the package, with ten digits, where a claim wants eleven.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_ten_digits_messages[] = {
    "Line {line}: the NDC {ndc} has ten digits, but a claim takes eleven (shaded part of box 24). Written in full it "
    "is {full}.",
    "Line {line}: the NDC {ndc} has ten digits, but a claim takes eleven (shaded part of box 24). Only the hyphens on "
    "the package tell where the zero belongs.",
};
inline constexpr Source ndc_ten_digits_sources[] = {source::ndc_format};
inline constexpr Example ndc_ten_digits_bad[] = {
    {"The number as the package has it, with its hyphens.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"63323-162-01","quantity":"2","unit":"ML"}}])"},
};
inline constexpr Example ndc_ten_digits_good[] = {
    {"Eleven digits.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"63323016201","quantity":"2","unit":"ML"}}])"},
};

/// The ten digits with a zero put before digit `at`.
inline std::string_view with_zero(Finding& finding, const NdcDigits& ndc, std::size_t at) {
    std::array<char, 11> full{};
    for (std::size_t i = 0, from = 0; i < full.size(); ++i) full[i] = i == at ? '0' : ndc.digits[from++];
    return finding.keep({full.data(), full.size()});
}

/// Where 5-4-2 wants the zero: 4-4-2 the labeler, 5-3-2 the product, 5-4-1 the package.
inline constexpr std::array<std::size_t, 3> zero_places{0, 5, 9};
inline constexpr std::array<std::array<std::size_t, 3>, 3> ten_digit_shapes{{{4, 4, 2}, {5, 3, 2}, {5, 4, 1}}};

inline void check_ndc_ten_digits(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const Line& line = context.claim.lines[service.line - 1U];
        if (!has_own_ndc(context.claim, service) || is_plain(line.ndc.code)) continue;
        const NdcDigits ndc = read_ndc(line.ndc.code);
        if (!has_ten_digits(ndc)) continue;
        Finding& finding = report.say(1, service).in(Field::line_ndc_code).with("ndc", trim(line.ndc.code));
        finding.denies(Group::CO, "16", service.line, "M119");
        for (std::size_t i = 0; i < ten_digit_shapes.size(); ++i) {
            const bool hyphenated = ndc.groups == ten_digit_shapes[i];
            if (ndc.group_count == 3 && !hyphenated) continue;
            const std::string_view full = with_zero(finding, ndc, zero_places[i]);
            finding.fix_by(Operation::set_field, service.line, full, Field::line_ndc_code);
            if (hyphenated)
                finding.with("full", full).message = 0;
            else
                finding.from_chart();   // only the package tells which of the three it is
        }
    }
}

inline constexpr Rule ndc_ten_digits{
    .id = "NDC003",
    .name = "ndc-ten-digits",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::package | Need::odd_package,
    .institutional = true,
    .summary = "An NDC has ten digits, as packages print it.",
    .why = "Payers read eleven digits: five, four and two. A shorter number matches no product.",
    .fix =
        "Put the zero where the package's hyphens leave a group short: before the labeler, the product or the package.",
    .messages = ndc_ten_digits_messages,
    .sources = ndc_ten_digits_sources,
    .bad = ndc_ten_digits_bad,
    .good = ndc_ten_digits_good,
    .check_claim = &check_ndc_ten_digits,
};

}   // namespace deltoid::rulebook

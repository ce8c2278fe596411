// SPDX-License-Identifier: Apache-2.0
// NDC005: an NDC without a quantity that can be counted.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_quantity_messages[] = {
    "Line {line}: the NDC {ndc} has no quantity. Add how much of the product was used and its unit (shaded part of box "
    "24).",
    "Line {line}: the NDC quantity {quantity} is not above 0 (shaded part of box 24). It counts the product used, not "
    "the billing units.",
    "Line {line}: the NDC quantity {quantity} is not a number with at most three decimals (shaded part of box 24). "
    "Write it as 2 or 0.5.",
};
inline constexpr Source ndc_quantity_sources[] = {source::ndc_format, source::ndc_clearinghouse};
inline constexpr Example ndc_quantity_bad[] = {
    {"A quantity of zero.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"0","unit":"ML"}}])"},
};
inline constexpr Example ndc_quantity_good[] = {
    {"Half a millilitre.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"0.5","unit":"ML"}}])"},
};

/// NDC005 speaks of a quantity that cannot be read; X12007 and SRC003 are silent on it then.
inline bool speaks_of_ndc_quantity(const ClaimContext& context, const Service& service) {
    for (const Service& other : context.services)
        if (other.is(CodeSet::injection)) return has_own_ndc(context.claim, service);
    return false;
}

inline void check_ndc_quantity(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!has_own_ndc(context.claim, service)) continue;
        const DrugCode& ndc = context.claim.lines[service.line - 1U].ndc;
        const bool malformed = ndc.quantity.shape == Shape::malformed;
        if (ndc.quantity.valid() && ndc.quantity.value > 0) continue;
        Finding& finding = report.say(ndc.quantity.absent() ? 0
                                      : malformed           ? 2
                                                            : 1,
                                      service)
                               .in(Field::line_ndc_quantity);
        finding.with("ndc", trim(ndc.code)).with("quantity", trim(ndc.quantity.text));
        finding.denies(Group::CO, "16", service.line, "M119");
        finding.fix_by(Operation::set_field, service.line, Field::line_ndc_quantity).from_chart();
    }
}

inline constexpr Rule ndc_quantity{
    .id = "NDC005",
    .name = "ndc-quantity",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::package | Need::odd_package,
    .institutional = true,
    .summary = "An NDC has no quantity, or one that is zero, negative or has more than three decimals.",
    .why = "Payers price and rebate by the quantity, and reject an NDC without one.",
    .fix = "Give the amount of the product that was used, with at most three decimals.",
    .messages = ndc_quantity_messages,
    .sources = ndc_quantity_sources,
    .bad = ndc_quantity_bad,
    .good = ndc_quantity_good,
    .check_claim = &check_ndc_quantity,
};

}   // namespace deltoid::rulebook

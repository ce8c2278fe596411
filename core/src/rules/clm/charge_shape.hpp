// SPDX-License-Identifier: Apache-2.0
// CLM003: a charge that no payer takes: nothing, less than nothing, or parts of a cent.
#pragma once

#include "rules/clm/sources.hpp"
#include "rules/drg/zero_charge_drug.hpp"
#include "rules/malformed_values.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view charge_shape_messages[] = {
    "Line {line}: the charge for {code} is 0, and payers return a line without a charge (box 24F). Enter the "
    "practice's fee, or delete the line.",
    "Line {line}: the charge for {code} is {charge}, and a charge cannot be below 0 (box 24F). To take a line back, "
    "send a corrected claim.",
    "Line {line}: the charge {text} has more than two decimals (box 24F). Enter dollars and cents.",
};
inline constexpr Source charge_shape_sources[] = {source::charge_shape, source::quality_codes};
inline constexpr Example charge_shape_bad[] = {
    {"The injection has no charge.",
     R"([{"op":"replace","path":"/lines/1/charge","value":"0.00"},
         {"op":"replace","path":"/total_charge","value":"132.00"}])"},
};
inline constexpr Example charge_shape_good[] = {
    {"A drug that the patient brought stands at 0.01.",
     R"([{"op":"add","path":"/lines/2/note","value":"PATIENT SUPPLIED"},{"op":"remove","path":"/lines/2/modifiers"},
         {"op":"replace","path":"/lines/2/charge","value":"0.01"},
          {"op":"replace","path":"/total_charge","value":"160.01"}])"},
};

/// Codes that carry no fee of their own: quality codes (category II, G8000-G9999, M1000-M1999), the visit after
/// surgery (99024).
inline bool has_no_fee(Code code) {
    using namespace literals;
    const auto text = code.text();
    return text[4] == 'F' || (code >= "G8000"_code && code <= "G9999"_code) ||
           (code >= "M1000"_code && code <= "M1999"_code) || code == "99024"_code;
}

/// Lines that may lawfully be free: what a programme supplies, vaccines among it, and hospital lines. DRG018 speaks of
/// drugs.
inline bool may_be_free(const ClaimContext& context, const Service& service) {
    const Documentation* record = record_of(context.claim, context.claim.lines[service.line - 1U]);
    return service.claim->institutional || !service.facts.code.valid() || has_no_fee(service.facts.code) ||
           service.is(CodeSet::vaccine) || is_state_supplied(record, service) || is_zero_charge_drug(context, service);
}

inline void check_charge_shape(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const Money& charge = context.claim.lines[service.line - 1U].charge;
        const bool decimals = charge.shape == Shape::malformed && has_parts_of_cents(charge.text);
        if (!decimals && (!charge.valid() || charge.value > 0)) continue;
        if (!decimals && charge.value == 0 && may_be_free(context, service)) continue;
        Finding& finding = report.say(decimals ? 2 : charge.value == 0 ? 0 : 1, service).in(Field::line_charge);
        finding.with("text", charge.text).with_money("charge", charge.value);
        finding.with("code", trim(context.claim.lines[service.line - 1U].code));
        finding.denies(Group::CO, "16", service.line, "M79");
        finding.fix_by(Operation::set_field, service.line, Field::line_charge);
    }
}

inline constexpr Rule charge_shape{
    .id = "CLM003",
    .name = "charge-shape",
    .level = Level::error,
    .scope = Scope::claim,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The charge of a line is zero, negative, or has more than two decimals.",
    .why = "Payers return such a line as unprocessable.",
    .fix = "Enter the fee in dollars and cents; a drug that was not bought is billed at 0.01.",
    .messages = charge_shape_messages,
    .sources = charge_shape_sources,
    .bad = charge_shape_bad,
    .good = charge_shape_good,
    .check_claim = &check_charge_shape,
};

}   // namespace deltoid::rulebook

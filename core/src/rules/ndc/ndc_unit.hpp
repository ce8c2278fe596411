// SPDX-License-Identifier: Apache-2.0
// NDC004: an NDC quantity without a unit that payers know.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_unit_messages[] = {
    "Line {line}: the NDC quantity {quantity} has no unit. Write ML for liquids, UN for vials of powder, GR or F2 "
    "(shaded part "
    "of box 24).",
    "Line {line}: {unit} is not a unit for an NDC quantity. Write ML for liquids, UN for vials of powder, GR or F2 "
    "(shaded part of box 24).",
    "Line {line}: the NDC quantity is in ME (milligrams), which many payers reject (shaded part of box 24). Most want "
    "ML for liquids and UN for vials of powder.",
};
inline constexpr Source ndc_unit_sources[] = {source::ndc_units, source::ndc_milligrams};
inline constexpr Example ndc_unit_bad[] = {
    {"The unit is missing.", R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2"}}])"},
    {"Milligrams for Medicaid.",
     R"([{"op":"replace","path":"/payer/class","value":"medicaid"},
         {"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"60","unit":"ME"}}])"},
};
inline constexpr Example ndc_unit_good[] = {
    {"Two millilitres.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])"},
};

/// Medicare does not read the quantity, TRICARE takes ME (payers.md L, J).
inline bool may_reject_milligrams(PayerClass payer) {
    return payer == PayerClass::medicaid || payer == PayerClass::commercial || payer == PayerClass::unknown;
}

/// The message on a unit as sent; none when it is one.
inline constexpr std::uint8_t unit_is_right = 255;
inline std::uint8_t unit_message(std::string_view unit, PayerClass payer) {
    if (unit.empty()) return 0;
    if (is_usual_unit(unit)) return unit_is_right;
    if (!same_code(unit, "ME")) return 1;
    return may_reject_milligrams(payer) ? 2 : unit_is_right;
}

inline void check_ndc_unit(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!has_own_ndc(context.claim, service)) continue;
        const DrugCode& ndc = context.claim.lines[service.line - 1U].ndc;
        const std::string_view unit = trim(ndc.unit);
        const std::uint8_t message = unit_message(unit, context.payer());
        if (message == unit_is_right || (unit.empty() && ndc.quantity.absent())) continue;   // NDC005: neither is there
        Finding& finding = report.say(message, service).in(Field::line_ndc_unit).with("unit", unit);
        finding.with("quantity", trim(ndc.quantity.text));
        if (message == 2) finding.at_level(Level::warning).tag(Tag::payer);
        finding.denies(Group::CO, "16", service.line, "M119");
        finding.fix_by(Operation::set_field, service.line, Field::line_ndc_unit).from_chart();
    }
}

inline constexpr Rule ndc_unit{
    .id = "NDC004",
    .name = "ndc-unit",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::package | Need::odd_package,
    .institutional = true,
    .summary = "The unit of an NDC quantity is missing or not ML, UN, GR or F2.",
    .why = "Without a unit the quantity says nothing, and the line is rejected.",
    .fix = "Write ML for liquids, UN for vials of powder, GR for ointments, F2 for clotting factors.",
    .confidence = Confidence::secondary,
    .messages = ndc_unit_messages,
    .sources = ndc_unit_sources,
    .bad = ndc_unit_bad,
    .good = ndc_unit_good,
    .check_claim = &check_ndc_unit,
};

}   // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// DRG018: a drug line without a charge.
#pragma once

#include "rules/drg/brought_drug_charged.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view zero_charge_drug_messages[] = {
    "Line {line}: {drug} has a charge of 0, and payers usually return such a line (box 24F). Charge 0.01 with a note "
    "if the practice did not buy the drug.",
};
inline constexpr Source zero_charge_drug_sources[] = {source::supplied_at_a_cent, source::charge_shape};
inline constexpr Example zero_charge_drug_bad[] = {
    {"The patient brought the drug; it is billed at 0.",
     R"([{"op":"add","path":"/lines/2/note","value":"PATIENT SUPPLIED"},{"op":"remove","path":"/lines/2/modifiers"},
         {"op":"replace","path":"/lines/2/charge","value":"0.00"},{"op":"replace","path":"/total_charge","value":"160.00"}])"},
};
inline constexpr Example zero_charge_drug_good[] = {
    {"The patient brought the drug; it is billed at 0.01.",
     R"([{"op":"add","path":"/lines/2/note","value":"PATIENT SUPPLIED"},{"op":"remove","path":"/lines/2/modifiers"},
         {"op":"replace","path":"/lines/2/charge","value":"0.01"},{"op":"replace","path":"/total_charge","value":"160.01"}])"},
};

/// CLM003 leaves this line to DRG018; DRG004 does not ask what was discarded of a drug that cost nothing.
inline bool is_zero_charge_drug(const ClaimContext& context, const Service& service) {
    if (!service.is(CodeSet::drug) || !service.charge_known || service.charge != 0 || service.has(Modifier("JW"))) return false;
    return !is_state_supplied(record_of(context.claim, context.claim.lines[service.line - 1U]), service);
}

inline void check_zero_charge_drug(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!is_zero_charge_drug(context, service) || service.claim->administration_alone) continue;
        Finding& finding = report.say(0, service).in(Field::line_charge).tag(Tag::payer).with("drug", service.facts.code);
        finding.denies(Group::CO, "16", service.line, "M79");
        const bool brought = was_brought(context, service);
        finding.fix_by(Operation::set_field, service.line, brought ? "0.01" : "", Field::line_charge);
        if (!brought) finding.from_chart();
    }
}

inline constexpr Rule zero_charge_drug{
    .id = "DRG018",
    .name = "zero-charge-drug",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .summary = "A drug line has a charge of 0, and the drug did not come from a state programme.",
    .why = "Many payers return a line without a charge; Medicare's contractors ask for 0.01.",
    .fix = "Charge 0.01 for a drug that was not bought, and its price for one that was.",
    .confidence = Confidence::secondary,
    .messages = zero_charge_drug_messages,
    .sources = zero_charge_drug_sources,
    .bad = zero_charge_drug_bad,
    .good = zero_charge_drug_good,
    .check_claim = &check_zero_charge_drug,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// DRG013: a charge for a drug that the practice did not buy.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"
#include "rules/sources.hpp"
#include "supply_note.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view brought_drug_charged_messages[] = {
    "Line {line}: {drug} is charged at {charge}, but the {where} says the practice did not buy it. Charge 0.01 for it "
    "(box 24F).",
};
inline constexpr Source brought_drug_charged_sources[] = {source::supplied_drug, source::supplied_at_a_cent};
inline constexpr Example brought_drug_charged_bad[] = {
    {"The patient brought the drug, and it is charged.",
     R"([{"op":"add","path":"/lines/2/note","value":"PATIENT SUPPLIED"},{"op":"remove","path":"/lines/2/modifiers"}])"},
};
inline constexpr Example brought_drug_charged_good[] = {
    {"The patient brought the drug; it is billed at 0.01.",
     R"([{"op":"add","path":"/lines/2/note","value":"PATIENT SUPPLIED"},{"op":"remove","path":"/lines/2/modifiers"},
         {"op":"replace","path":"/lines/2/charge","value":"0.01"},{"op":"replace","path":"/total_charge","value":"160.01"}])"},
};

/// The state supplies at no charge under programmes of its own.
inline bool is_state_supplied(const Documentation* record, const Service& service) {
    return (record != nullptr && same_code(record->source, "state_supplied")) || service.has(Modifier("SL"));
}

inline int drug_codes_of(std::span<const Service> services, const Service& like) {
    int codes = 0;
    for (const Service& service : services) {
        if (!service.is(CodeSet::drug) || service.day != like.day) continue;
        bool seen = false;
        for (const Service* earlier = services.data(); earlier != &service && !seen; ++earlier)
            seen = earlier->facts.code == service.facts.code && earlier->day == service.day;
        codes += seen ? 0 : 1;
    }
    return codes;
}

/// A claim's note can only mean the one drug of the claim.
inline bool was_brought(const ClaimContext& context, const Service& service) {
    return service.brought || (service.claim->supply_noted && drug_codes_of(context.services, service) == 1);
}

inline void check_brought_drug_charged(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::drug) || !service.charge_known || service.charge <= 1 || !was_brought(context, service))
            continue;
        const Line& line = context.claim.lines[service.line - 1U];
        if (is_state_supplied(record_of(context.claim, line), service) || service.claim->administration_alone) continue;
        const bool noted = says_not_bought(line.note) || says_not_bought(line.description) || !service.brought;
        Finding& finding = report.say(0, service).in(Field::line_charge).with("drug", service.facts.code);
        finding.with_money("charge", service.charge).with("where", noted ? "note" : "record");
        finding.fix_by(Operation::set_field, service.line, "0.01", Field::line_charge);
    }
}

inline constexpr Rule brought_drug_charged{
    .id = "DRG013",
    .name = "brought-drug-charged",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .record = record_fields(Field::doc_source),
    .summary = "A drug from the patient, a pharmacy or a sample is charged.",
    .why = "Only a drug that the practice paid for is paid; charging for a free one is an overpayment.",
    .fix = "Charge 0.01 and say in the note who supplied it.",
    .myth = "Often advised: bill the full charge and let the payer sort it out. Only what the practice bought can be charged.",
    .messages = brought_drug_charged_messages,
    .sources = brought_drug_charged_sources,
    .bad = brought_drug_charged_bad,
    .good = brought_drug_charged_good,
    .check_claim = &check_brought_drug_charged,
};

}  // namespace deltoid::rulebook

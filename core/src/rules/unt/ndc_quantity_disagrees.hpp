// SPDX-License-Identifier: Apache-2.0
// UNT008: an NDC quantity that implies another dose than the billing units.
#pragma once

#include "rules/sources.hpp"
#include "rules/unt/implausible_drug_units.hpp"
#include "rules/unt/measure_words.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_quantity_disagrees_messages[] = {
    "Line {line}: the NDC quantity {quantity} {ndc_unit} is {implied} x {code}, but {units} are billed (box 24G). "
    "Those are {units} x {unit} {measure}, or {given} {measure}.",
    "Line {line}: the NDC quantity is {quantity} {ndc_unit}, but the record's {dose} is {volume} mL (shaded part of "
    "box 24). The NDC counts the product used, not the billing units.",
};
inline constexpr Source ndc_quantity_disagrees_sources[] = {source::ndc_quantity, source::drug_units};
inline constexpr Example ndc_quantity_disagrees_bad[] = {
    {"30 mg by the NDC, 60 mg by the units.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"30","unit":"ME"}}])"},
    {"2 mL were given; the NDC quantity repeats the billing units.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"4","unit":"ML"}},
         {"op":"add","path":"/lines/2/documentation","value":{"dose":"2 mL of 30 mg/mL"}}])"},
};
inline constexpr Example ndc_quantity_disagrees_good[] = {
    {"2 mL of 30 mg/mL are four units.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}},
         {"op":"add","path":"/lines/2/documentation","value":{"dose":"2 mL of 30 mg/mL"}}])"},
};

/// One of an NDC unit in steps. UN counts packages and says no amount; F2 is an international unit.
inline Measure ndc_measure(std::string_view unit) {
    if (same_code(unit, "ML")) return millilitre;
    if (same_code(unit, "ME")) return milligram;
    if (same_code(unit, "GR")) return gram;
    return same_code(unit, "F2") ? single_unit : Measure{};
}

/// Units that the NDC quantity makes, rounded up (a JW line: down); 0 when they measure different things.
inline std::int64_t units_by_ndc(const Service& service, const DrugCode& ndc) {
    const Measure measure = ndc_measure(trim(ndc.unit));
    const auto family = static_cast<DoseFamily>(service.facts.drug.row->measure_family);
    if (measure.steps == 0 || measure.family != family) return 0;
    const Measure unit = billing_unit(service.facts.drug.row);
    if (unit.steps <= 0 || measure.family != unit.family || !ndc.quantity.valid() ||
        ndc.quantity.value <= 0)
        return 0;
    const std::int64_t used = scaled_up(ndc.quantity.value, measure.steps, 1000);
    return service.has(Modifier("JW")) ? used / unit.steps : scaled_up(used, 1, unit.steps);
}

inline void say_other_units(const ClaimContext& context, const Service& service, std::int64_t implied, Report& report) {
    const DrugCode& ndc = context.claim.lines[service.line - 1U].ndc;
    const DrugRow& drug = *service.facts.drug.row;
    Finding& finding = report.say(0, service).in(Field::line_ndc_quantity).tag(Tag::chart).with("code", service.facts.code);
    finding.with_quantity("quantity", ndc.quantity.value).with("ndc_unit", trim(ndc.unit)).with_number("implied", implied);
    finding.with_quantity("units", service.units).with_quantity("unit", drug.unit_amount).with("measure", measure_words(drug.unit_measure));
    finding.with_quantity("given", scaled_up(service.units, drug.unit_amount, 1000));
    finding.fix_by(Operation::set_field, service.line, Field::line_ndc_quantity).from_chart();
    finding.fix_by(Operation::set_units, service.line).from_chart();
    finding.proven_by(context.tables.edition(drug.edition), service.facts.code);
}

/// The record's volume against a quantity in ML.
inline void check_volume(const ClaimContext& context, const Service& service, Report& report) {
    const DrugCode& ndc = context.claim.lines[service.line - 1U].ndc;
    if (!same_code(ndc.unit, "ML") || service.has(Modifier("JW")) || !ndc.quantity.valid() || ndc.quantity.value <= 0) return;
    const DoseCheck dose = check_dose(context.claim, context.services, service);
    const std::int64_t volume = dose.dose.amount(DoseFamily::volume);   // microlitres: thousandths of a millilitre
    const bool one_line = units_without_dose(context.claim, context.services, service) == service.units;
    if (dose.verdict != DoseVerdict::agrees || volume <= 0 || volume == ndc.quantity.value || !one_line) return;
    Finding& finding = report.say(1, service).in(Field::line_ndc_quantity).tag(Tag::chart);
    finding.with_quantity("quantity", ndc.quantity.value)
        .with("ndc_unit", "ML")
        .with("dose", dose.text)
        .with_quantity("volume", volume);
    SmallText<24> text;
    finding.fix_by(Operation::set_field, service.line, finding.keep(text.add_quantity(volume).view()), Field::line_ndc_quantity);
}

inline void check_ndc_quantity_disagrees(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const bool drug = service.is(CodeSet::drug) && service.facts.drug && !service.facts.ended && !service.facts.not_begun;
        if (!drug || trim(context.claim.lines[service.line - 1U].ndc.code).empty() || service.is(CodeSet::unlisted_drug))
            continue;
        const std::int64_t implied = units_by_ndc(service, context.claim.lines[service.line - 1U].ndc);
        const bool other_units = implied > 0 && in_units(implied) != service.units;
        if (!other_units && service.record == RecordCheck::none) continue;   // nearly all: nothing to compare with
        if (service.record == RecordCheck::differs || label_gives_way(context.services, service)) continue;
        const Thousandths units = given_units_said_here(context.services, service);
        if (units > 0 && label_message(*service.facts.drug.row, units) != plausible && service.record != RecordCheck::agrees)
            continue;
        if (other_units)
            say_other_units(context, service, implied, report);
        else if (implied == 0)
            check_volume(context, service, report);
    }
}

inline constexpr Rule ndc_quantity_disagrees{
    .id = "UNT008",
    .name = "ndc-quantity-disagrees",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .record = record_fields(Field::doc_dose),
    .summary = "The NDC quantity and unit make another dose than the billing units or the record.",
    .why = "Payers that price or rebate by the NDC compare the two, and deny or underpay what does not agree.",
    .fix = "Report the product used in the NDC's own unit; the billing units follow from the dose.",
    .myth = "Often advised: repeat the billing units as the NDC quantity. The NDC counts millilitres, vials or grams.",
    .confidence = Confidence::secondary,
    .messages = ndc_quantity_disagrees_messages,
    .sources = ndc_quantity_disagrees_sources,
    .bad = ndc_quantity_disagrees_bad,
    .good = ndc_quantity_disagrees_good,
    .check_claim = &check_ndc_quantity_disagrees,
};

}  // namespace deltoid::rulebook

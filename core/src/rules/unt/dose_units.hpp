// SPDX-License-Identifier: Apache-2.0
// UNT005: units of a drug that are not the documented dose, and waste that is not what was left.
#pragma once

#include "rules/drg/waste_modifier_rule.hpp"
#include "rules/sources.hpp"
#include "rules/unt/measure_words.hpp"
#include "rules/unt/sources.hpp"
#include "rules/unt/unit_limits.hpp"

namespace deltoid::rulebook {

enum class DoseUnits : std::uint8_t {
    overbilled,
    underbilled,
    overbilled_free,
    underbilled_free,
    waste,
    no_waste_due,
    waste_not_billed,
    unreadable,
    unassigned,
    other_measure,
    parts_missing,
    no_unit
};
inline constexpr std::string_view dose_units_messages[] = {
    "Line {line}: bill {right} x {code}, not {units} (box 24G). The record gives {dose}, which takes {right} x {unit} "
    "{measure}: {difference} too many, about {money}.",
    "Line {line}: bill {right} x {code}, not {units} (box 24G). The record gives {dose}, which takes {right} x {unit} "
    "{measure}: {difference} too few, about {money}.",
    "Line {line}: bill {right} x {code}, not {units} (box 24G). The record gives {dose}, which takes {right} x {unit} "
    "{measure}: {difference} too many.",
    "Line {line}: bill {right} x {code}, not {units} (box 24G). The record gives {dose}, which takes {right} x {unit} "
    "{measure}: {difference} too few.",
    "Line {line}: bill {right} x {code} with JW, not {units} (box 24G). The record says {dose} was discarded and one "
    "unit is {unit} {measure}; waste is whole units left in the container, never rounded up.",
    "Line {line}: the record says {dose} was discarded, less than one unit of {code} ({unit} {measure}), so no JW line "
    "is due. Delete it and put JZ on the line of what was given (box 24D).",
    "Line {line}: the record says {dose} was discarded, which is {right} whole unit(s) of {code} ({unit} {measure} "
    "each). Bill them on a line of their own with JW, not JZ (box 24D).",
    "Line {line}: the units of {code} were not checked, because the amount \"{dose}\" in the record cannot be read. "
    "Write it as {examples}.",
    "Line {line}: the units of {code} were not checked, because the record does not say which dose is this drug's. Write each "
    "dose on the line of its drug.",
    "Line {line}: the units of {code} were not checked, because it is billed by {measure} and the record gives {dose}. "
    "Write the strength too, as in 0.5 mL of 40 mg/mL.",
    "Line {line}: the units of {code} were not checked, because it contains two drugs and the record gives {dose}. "
    "Write both amounts, as in 400 mg/600 mg.",
    "Line {line}: the units of {code} were not checked against {dose}, because the drug table does not have the amount "
    "of one unit.",
};
inline constexpr Source dose_units_sources[] = {source::drug_units, source::waste_units};
inline constexpr Example dose_units_bad[] = {
    {"Ketorolac 30 mg billed as 60 mg.", R"([{"op":"add","path":"/lines/2/documentation","value":{"dose":"30 mg"}}])"},
    {"A volume of a strength: 80 mg of J1010 billed as one unit.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1010"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"},
         {"op":"add","path":"/lines/2/documentation","value":{"dose":"2 mL of 40 mg/mL","container":"multi_dose"}}])"},
};
inline constexpr Example dose_units_good[] = {
    {"60 mg is four units of 15 mg.", R"([{"op":"add","path":"/lines/2/documentation","value":{"dose":"60 mg"}}])"},
    {"50 mg is rounded up once, to four units.", R"([{"op":"add","path":"/lines/2/documentation","value":{"dose":"50 mg"}}])"},
};

/// The amount as the record has it, and what it comes to when that is not the same.
inline std::string_view dose_in_words(Finding& finding, const DoseCheck& check, std::string_view measure) {
    constexpr std::size_t shown = 60;
    SmallText<24> plain;
    plain.add_quantity(check.given < 0 ? 0 : check.given).add(" ").add(measure);
    SmallText<100> text;
    text.add(check.text.substr(0, shown)).add(check.text.size() > shown ? "..." : "");
    const bool told = check.given <= 0 || plain.full() || same_code(check.text, plain.view());
    if (!told) text.add(" (= ").add(plain.view()).add(")");
    return finding.keep(text.view());
}

inline Finding& say_dose(const Service& service, const DoseCheck& check, DoseUnits message, Report& report) {
    const DrugRow* drug = service.facts.drug.row;
    Finding& finding = report.say(static_cast<std::uint8_t>(message), service).with("code", service.facts.code);
    const std::string_view measure = drug == nullptr ? std::string_view() : measure_words(drug->unit_measure);
    finding.with("dose", dose_in_words(finding, check, measure)).with("measure", measure).with("examples", dose_examples);
    finding.with_quantity("unit", drug == nullptr ? 0 : drug->unit_amount).with_number("right", check.units);
    return finding.with_quantity("units", service.units);
}

/// The unit itself rests on professional knowledge alone for some products: then it is a warning.
inline bool unit_is_official(const DrugRow& drug) { return drug.conf_fields.find("unit_amount") == std::string_view::npos; }

inline void say_dose_differs(const ClaimContext& context, const Service& service, const DoseCheck& check, Report& report) {
    const Thousandths right = in_units(check.units);
    const bool over = service.units > right;
    const Thousandths apart = over ? service.units - right : right - service.units;
    const bool priced = service.charge_known && service.units > 0 && service.charge > 1 && !service.brought;
    const Cents money = priced ? scaled_up(service.charge, apart, service.units) : -1;
    const DoseUnits message = money > 0 ? (over ? DoseUnits::overbilled : DoseUnits::underbilled)
                                        : (over ? DoseUnits::overbilled_free : DoseUnits::underbilled_free);
    Finding& finding = say_dose(service, check, message, report).in(Field::line_units);
    finding.with_quantity("difference", apart).with_money("money", money);
    const DrugRow& drug = *service.facts.drug.row;
    if (service.brought || !unit_is_official(drug)) finding.at_level(Level::warning);
    SmallText<20> text;
    const bool alone = units_without_dose(context.claim, context.services, service) <= service.units;
    if (alone && within_limit(context.services, service, check.units)) text.add_number(check.units);
    finding.fix_by(Operation::set_units, service.line, finding.keep(text.view()));
    finding.proven_by(context.tables.edition(drug.edition), service.facts.code);
}

inline void say_waste_differs(const ClaimContext& context, const Service& service, const DoseCheck& check, Report& report) {
    Finding& finding = say_dose(service, check, check.units == 0 ? DoseUnits::no_waste_due : DoseUnits::waste, report);
    finding.in(Field::line_units)
        .proven_by(context.tables.edition(service.facts.drug.row->edition), service.facts.code);
    SmallText<20> text;
    if (check.units == 0) {
        const Service* given = given_beside(context.services, service);
        finding.fix_by(Operation::delete_line, service.line);
        if (given != nullptr && !given->has(Modifier("JZ"))) finding.also_by(Operation::add_modifier, given->line, "JZ");
        finding.from_chart();
        return;
    }
    if (within_limit(context.services, service, check.units)) text.add_number(check.units);
    finding.fix_by(Operation::set_units, service.line, finding.keep(text.view()));
}

/// The units were not looked at, and why.
inline void say_not_checked(const Service& service, const DoseCheck& check, Report& report) {
    DoseUnits message = DoseUnits::unreadable;
    if (check.verdict == DoseVerdict::unassigned) message = DoseUnits::unassigned;
    if (check.verdict == DoseVerdict::other_measure) message = DoseUnits::other_measure;
    if (check.verdict == DoseVerdict::parts_missing) message = DoseUnits::parts_missing;
    if (check.verdict == DoseVerdict::no_unit) message = DoseUnits::no_unit;
    Finding& finding = say_dose(service, check, message, report).in(Field::doc_dose).at_level(Level::info);
    finding.tag(Tag::chart).tag(Tag::not_evaluated);
    if (message != DoseUnits::no_unit) finding.fix_by(Operation::document, service.line, Field::doc_dose).from_chart();
}

/// JZ says that nothing was left; the record tells of whole units.
inline void check_waste_billed(const ClaimContext& context, const Service& service, Report& report) {
    if (!service.has(Modifier("JZ")) || service.has(Modifier("JW")) || !service.facts.drug || !is_medicare(context.payer()))
        return;
    const Documentation* record = record_of(context.claim, service);
    if (waste_need(*service.facts.drug.row, record == nullptr ? std::string_view() : record->container) == WasteNeed::no) return;
    for (const Service& other : context.services)
        if (other.facts.code == service.facts.code && other.day == service.day && other.has(Modifier("JW"))) return;
    const DoseCheck waste = waste_of(context.claim, context.services, service, &service);
    if (waste.verdict != DoseVerdict::agrees || waste.units == 0) return;
    Finding& finding = say_dose(service, waste, DoseUnits::waste_not_billed, report).in(Field::line_modifiers);
    finding.at_level(Level::warning).tag(Tag::chart).as_medicare();
    finding.fix_by(Operation::add_line, 0).from_chart();
}

inline void check_dose_units(const ClaimContext& context, Report& report) {
    if (context.claim.documentations.empty()) return;
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::drug) || !service.day.known() || swapped_with(context.services, service) != nullptr) continue;
        const bool is_waste = service.has(Modifier("JW"));
        const DoseCheck check = (is_waste ? check_waste : check_dose)(context.claim, context.services, service);
        const bool settled = check.verdict == DoseVerdict::none || check.verdict == DoseVerdict::agrees;
        if (check.verdict == DoseVerdict::differs && is_waste)
            say_waste_differs(context, service, check, report);
        else if (check.verdict == DoseVerdict::differs)
            say_dose_differs(context, service, check, report);
        else if (!settled)
            say_not_checked(service, check, report);
        else
            check_waste_billed(context, service, report);
    }
}

inline constexpr Rule dose_units{
    .id = "UNT005",
    .name = "dose-units",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_dose, Field::doc_discarded),
    .summary = "The units of a drug are not its documented dose in billing units, rounded up once for the line; or a "
               "JW line does not bill the whole units left.",
    .why = "Reviewers take back units beyond the dose; units short of it are not paid.",
    .fix = "Bill the dose divided by the amount of one unit, rounded up; waste in whole units, never rounded up.",
    .myth =
        "Often advised: one unit for each vial or injection. A unit is the amount that the code names, and the whole of a "
        "compound: J0702 is 3 mg and 3 mg, so 6 mg.",
    .messages = dose_units_messages,
    .sources = dose_units_sources,
    .bad = dose_units_bad,
    .good = dose_units_good,
    .check_claim = &check_dose_units,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// UNT009: several injections and one drug: a dose split over syringes, which payers count in two ways.
#pragma once

#include "rules/day_products.hpp"
#include "rules/unt/sources.hpp"
#include "rules/unt/unit_limits.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view split_dose_messages[] = {
    "Line {line}: {units} x {injection} and one drug, {drug}: its dose may have been split (box 24G). Some payers "
    "count one unit for each injection, others one for the dose; the record must show reason, sites and volumes.",
};
inline constexpr Source split_dose_sources[] = {source::split_by_injection, source::split_by_dose, source::one_for_each};
inline constexpr Example split_dose_bad[] = {
    {"2.4 million units of benzathine penicillin in two syringes.",
     R"([{"op":"replace","path":"/lines/1/units","value":"2"},{"op":"replace","path":"/lines/2/code","value":"J0561"},
         {"op":"replace","path":"/lines/2/units","value":"24"},{"op":"replace","path":"/diagnoses/0","value":"A51.0"}])"},
};
inline constexpr Example split_dose_good[] = {
    {"Two drugs, two injections.",
     R"([{"op":"replace","path":"/lines/1/units","value":"2"},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J2405","modifiers":["JZ"],"units":"4","unit_type":"UN","charge":"8.00",
         "from":"2026-09-15","pointers":[1]}},{"op":"replace","path":"/total_charge","value":"180.00"}])"},
    {"Cabotegravir and rilpivirine are two injections by their label.",
     R"([{"op":"replace","path":"/lines/1/units","value":"2"},{"op":"replace","path":"/lines/2/code","value":"J0741"},
         {"op":"replace","path":"/lines/2/units","value":"300"},{"op":"replace","path":"/diagnoses/0","value":"B20"}])"},
};

/// The one drug line of the day that 96372 can have given; null when there are none or several, or one in two parts.
inline const Service* only_drug_line(const DayContext& day) {
    const Service* found = nullptr;
    for (const Service& service : day.services) {
        if (!service.is(CodeSet::drug) || service.has(Modifier("JW")) || service.duplicate) continue;
        const DrugRow* drug = service.facts.drug.row;
        if (drug != nullptr && drug->administration == Administration::none) continue;   // a diluent
        if (found != nullptr) return nullptr;
        found = &service;
    }
    const TwoParts* parts = found == nullptr ? nullptr : two_parts(found->facts.code);
    return parts != nullptr && parts->second_unit != 0 ? nullptr : found;
}

/// The same drug again, by another practitioner or at another visit: no split dose.
inline constexpr std::array later_injection{Modifier("76"), Modifier("77"), Modifier("XE")};

/// Another rule speaks of the day's injections: UNT001, UNT003, UNT004, UNT006, CLM001, or ADM001 of a vaccine.
inline bool injections_are_spoken_for(const DayContext& day, const Service& injection) {
    const Answer<UnitLimitRow> limit = unit_limit(injection);
    if (limit && units_of_day(day.services, injection) > Thousandths{limit.row->units} * 1000) return true;
    bool given = false, administered = false;
    for (const Service& other : day.services) {
        if (other.is(CodeSet::procedure_with_drug)) return true;   // which may have given the drug
        given |= other.is(CodeSet::vaccine);
        administered |= other.is(CodeSet::vaccine_administration);
        if (!other.is(CodeSet::injection)) continue;
        const bool settled =
            other.counted && other.record != RecordCheck::differs && swapped_with(day.services, other) == nullptr;
        if (!settled || other.duplicate || other.has_any(later_injection)) return true;
    }
    return given && !administered;
}

inline void check_split_dose(const DayContext& day, Report& report) {
    const Service* drug = only_drug_line(day);
    // A drug that 96372 does not give has a rule of its own (ADM), which speaks of each injection.
    if (drug == nullptr || !products_of(day).has(Product::drug)) return;
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection)) continue;
        const Thousandths units = units_of_day(day.services, injection);
        if (units < 2000 || injections_are_spoken_for(day, injection)) return;
        Finding& finding = report.say(0, injection).in(Field::line_units).tag(Tag::payer).tag(Tag::chart);
        finding.with("injection", injection.facts.code).with("drug", drug->facts.code).with_quantity("units", units);
        finding.fix_by(Operation::set_units, injection.line).from_chart();
        report.partner(finding, injection, *drug);
        return;   // one split dose, one finding
    }
}

inline constexpr Rule split_dose{
    .id = "UNT009",
    .name = "split-dose",
    .level = Level::warning,
    .scope = Scope::absence,
    .needs = Need::several_injections | Need::drug,
    .institutional = true,
    .summary = "The day has several injections and one drug, whose dose may have been split over two syringes.",
    .why = "CPT's view is one unit for each injection given; some contractors pay one unit for the dose.",
    .fix = "Ask what the payer counts; the record needs the reason, the sites and the volumes.",
    .confidence = Confidence::secondary,
    .messages = split_dose_messages,
    .sources = split_dose_sources,
    .bad = split_dose_bad,
    .good = split_dose_good,
    .check_day = &check_split_dose,
};

}  // namespace deltoid::rulebook

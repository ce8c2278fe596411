// SPDX-License-Identifier: Apache-2.0
// UNT007: units of a drug that no labelled dose makes.
#pragma once

#include "rules/unt/measure_words.hpp"
#include "rules/unt/sources.hpp"
#include "rules/unt/unit_limits.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view implausible_drug_units_messages[] = {
    "Line {line}: {units} x {code} is {given} {measure}, less than any labelled dose. Labelled doses make {labelled} units, "
    "so check the dose and box 24G.",
    "Line {line}: {units} x {code} is {given} {measure} on one day, more than any labelled dose. Labelled doses make "
    "{labelled} units, so check the dose and box 24G.",
    "Line {line}: {units} x {code} is {given} {measure}, and no labelled dose is that. Labelled doses make {labelled} units, "
    "so check the dose and box 24G.",
};
inline constexpr Source implausible_drug_units_sources[] = {source::drug_labels, source::drug_units};
inline constexpr Example implausible_drug_units_bad[] = {
    {"One milligram of methylprednisolone acetate.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1010"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"}])"},
    {"90 mg of denosumab, which comes as 60 and 120.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J0897"},{"op":"replace","path":"/lines/2/units","value":"90"},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"}])"},
};
inline constexpr Example implausible_drug_units_good[] = {
    {"60 mg of denosumab.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J0897"},{"op":"replace","path":"/lines/2/units","value":"60"},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"}])"},
};

/// What the label says of so many units: the index of its message; none when they are a labelled dose.
inline constexpr std::uint8_t plausible = 255;
/// Each line is rounded up by itself: of several up to a unit less was given for each but one.
inline std::uint8_t label_message(const DrugRow& drug, Thousandths units, int lines = 1) {
    const LabelledUnits label = labelled_units(drug, units / 1000);
    if (label.most == 0) return plausible;
    if (units < in_units(label.least)) return 0;
    if (units - in_units(lines - 1) > in_units(label.most)) return 1;
    if (units > in_units(label.most)) return plausible;
    return label.listed_only && !(label.listed && units % 1000 == 0) ? 2 : plausible;
}

/// The day's units of what was given of the drug; 0 when an earlier line of the claim speaks for this one.
inline Thousandths given_units_said_here(std::span<const Service> services, const Service& service) {
    Thousandths units = 0;
    for (const Service& other : services) {
        if (other.facts.code != service.facts.code || other.day != service.day || !is_given(other) || other.duplicate) continue;
        if (other.claim == service.claim && other.line < service.line) return 0;
        if (!another_specialty(service, other)) units += other.units;
    }
    return units;
}

/// Lines of the day that give the drug.
inline int given_lines(std::span<const Service> services, const Service& service) {
    int lines = 0;
    for (const Service& other : services) {
        const bool same = other.facts.code == service.facts.code && other.day == service.day;
        lines += same && is_given(other) && !other.duplicate && !another_specialty(service, other) ? 1 : 0;
    }
    return lines;
}

/// UNT005, UNT002 or UNT006 speaks of the line's units, or it is not to be judged by them.
inline bool label_gives_way(std::span<const Service> services, const Service& service) {
    return service.brought || service.claim->supply_noted || record_differs(services, service) ||
           over_limit_of(services, service) != OverLimit::no || swapped_with(services, service) != nullptr;
}

inline void check_implausible_drug_units(const DayContext& day, Report& report) {
    for (const Service& service : day.services) {
        if (!is_given(service) || !service.facts.drug) continue;
        const DrugRow& drug = *service.facts.drug.row;
        const Thousandths units = given_units_said_here(day.services, service);
        const std::uint8_t message = units > 0 ? label_message(drug, units, given_lines(day.services, service)) : plausible;
        if (message == plausible || label_gives_way(day.services, service)) continue;
        Finding& finding = report.say(message, service).in(Field::line_units).tag(Tag::chart).with("code", service.facts.code);
        finding.with_quantity("units", units).with_quantity("given", scaled_up(units, drug.unit_amount, 1000));
        finding.with("measure", measure_words(drug.unit_measure)).with("labelled", units_in_words(finding, drug));
        if (service.record == RecordCheck::agrees) finding.at_level(Level::info);
        finding.fix_by(Operation::set_units, service.line).from_chart();
        finding.proven_by(day.tables.edition(drug.edition), service.facts.code);
    }
}

inline constexpr Rule implausible_drug_units{
    .id = "UNT007",
    .name = "implausible-drug-units",
    .level = Level::warning,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary =
        "The day's units of a drug are below the smallest labelled dose, above the largest, or between those that "
        "exist.",
    .why = "Such lines usually hold milligrams for units, vials for milligrams, or the units of an older code.",
    .fix = "Count the units from the dose given; an unusual dose needs a record that explains it.",
    .confidence = Confidence::professional,
    .messages = implausible_drug_units_messages,
    .sources = implausible_drug_units_sources,
    .bad = implausible_drug_units_bad,
    .good = implausible_drug_units_good,
    .check_day = &check_implausible_drug_units,
};

}  // namespace deltoid::rulebook

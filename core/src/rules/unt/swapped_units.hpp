// SPDX-License-Identifier: Apache-2.0
// UNT006: the drug's units on the injection and the injection's on the drug.
#pragma once

#include "rules/unt/sources.hpp"
#include "rules/unt/unit_limits.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view swapped_units_messages[] = {
    "Line {line}: {injections} x {injection} and {units} x {drug} look swapped (box 24G). A labelled dose of {drug} is "
    "about {injections} units; one injection is one unit.",
};
inline constexpr Source swapped_units_sources[] = {source::injection_units, source::drug_units, source::drug_labels};
inline constexpr Example swapped_units_bad[] = {
    {"40 injections and one milligram.",
     R"([{"op":"replace","path":"/lines/1/units","value":"40"},{"op":"replace","path":"/lines/2/code","value":"J1010"},
         {"op":"replace","path":"/lines/2/units","value":"1"},{"op":"remove","path":"/lines/2/modifiers"}])"},
};
inline constexpr Example swapped_units_good[] = {
    {"One injection and 40 mg.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1010"},{"op":"replace","path":"/lines/2/units","value":"40"},
         {"op":"remove","path":"/lines/2/modifiers"}])"},
};

/// The documented dose's units, else those that stand on the injection.
inline void fix_swapped(Finding& finding, const ClaimContext& context, const Service& injection, const Service& drug) {
    const DoseCheck dose = dose_of(context.claim, context.services, drug);
    const bool documented = dose.verdict == DoseVerdict::agrees;
    const std::int64_t units = documented ? dose.units : injection.units / 1000;
    SmallText<20> text;
    const Answer<UnitLimitRow> one = unit_limit(injection);
    const bool fits = within_limit(context.services, drug, units) && within_limit(context.services, injection, 1) &&
                      (!one || one.row->units > 0);
    if (fits) text.add_number(units);
    finding.fix_by(Operation::set_units, drug.line, finding.keep(text.view()));
    finding.also_by(Operation::set_units, injection.line, "1");
    if (!documented || !fits) finding.from_chart();
}

inline void check_swapped_units(const ClaimContext& context, Report& report) {
    for (const Service& injection : context.services) {
        const Service* drug = injection.is(CodeSet::injection) ? swapped_with(context.services, injection) : nullptr;
        if (drug == nullptr) continue;
        Finding& finding = report.say(0, injection).in(Field::line_units);
        finding.with("injection", injection.facts.code).with("drug", drug->facts.code);
        finding.with_quantity("injections", injection.units).with_quantity("units", drug->units);
        if (!runs_unit_limits(context.payer())) finding.tag(Tag::payer);
        finding.denies(Group::CO, "151", injection.line, "N362");
        fix_swapped(finding, context, injection, *drug);
        const DrugRow& row = *drug->facts.drug.row;
        finding.proven_by(context.tables.edition(row.edition), drug->facts.code);
    }
}

inline constexpr Rule swapped_units{
    .id = "UNT006",
    .name = "swapped-units",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "96372 has five units or more, the drug one or fewer, and the larger number is a labelled dose of the "
               "drug.",
    .why = "The injection is denied over its unit limit, and the drug is paid as a single unit.",
    .fix = "Swap them: one unit for each injection, and the drug's own units on the drug.",
    .messages = swapped_units_messages,
    .sources = swapped_units_sources,
    .bad = swapped_units_bad,
    .good = swapped_units_good,
    .check_claim = &check_swapped_units,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// UNT002: more units of a drug than its unit limit allows.
#pragma once

#include "rules/sources.hpp"
#include "rules/unt/sources.hpp"
#include "rules/unt/unit_limits.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view drug_over_limit_messages[] = {
    "Line {line}: {units} x {code} on {day} is over the limit of {limit} a day, and every line of it is denied (box "
    "24G). Correct the units, or appeal with the records; more lines or modifiers do not help.",
    "Line {line}: {units} x {code} on {day} is over the limit of {limit}, though a labelled dose makes that many (box "
    "24G). If it was given, appeal with the records: the line is denied first.",
    "Line {line}: {units} x {code} on {day} is over the limit of {limit} a day, and neither a modifier nor an appeal "
    "changes that. Correct the units (box 24G).",
    "Line {line}: this payer does not pay {code} on claims of this kind: its unit limit is 0 on {day} (box 24G). Look up "
    "the code that it wants for this drug.",
    "Line {line}: the lines of {code} on {day} add up to {units}, and the limit is {limit} (box 24G). The payer's "
    "table does not say whether it counts by line or by day: check the units.",
    "Line {line}: {units} x {code} on {day} is over the payer's limit of {limit} (box 24G). Correct the units, or "
    "appeal with the records.",
    "The units of drugs on hospital claims were not checked against Medicare's unit limits, because no loaded table has "
    "them for {days} (claims: {claims}). Load the outpatient hospital limits.",
};
inline constexpr Source drug_over_limit_sources[] = {source::mue_drugs, source::mue_outpatient, source::mue_medicaid};
inline constexpr Example drug_over_limit_bad[] = {
    {"Ketorolac 150 mg: 10 units, where 8 are the limit.", R"([{"op":"replace","path":"/lines/2/units","value":"10"}])"},
};
inline constexpr Example drug_over_limit_good[] = {
    {"Four units of ketorolac: 60 mg.", "[]"},
};

enum class OverLimitMessage : std::uint8_t { day, labelled, absolute, never_paid, maybe_day, limit, no_table };

inline OverLimitMessage over_limit_message(OverLimit over, const Service& service, Thousandths units) {
    if (over == OverLimit::never_paid) return OverLimitMessage::never_paid;
    if (over == OverLimit::maybe_day) return OverLimitMessage::maybe_day;
    if (unit_limit(service).row->adjudication == 2) return OverLimitMessage::absolute;
    const DrugRow* drug = service.facts.drug.row;
    const bool labelled = drug != nullptr && units <= in_units(labelled_units(*drug, 0).most);
    if (labelled) return OverLimitMessage::labelled;
    return over == OverLimit::line ? OverLimitMessage::limit : OverLimitMessage::day;
}

inline void say_drug_over_limit(const DayContext& day, const Service& service, OverLimit over, Report& report) {
    const UnitLimitRow& limit = *unit_limit(service).row;
    const Thousandths units = over == OverLimit::line ? service.units : units_of_day(day.services, service);
    Finding& finding = report.say(static_cast<std::uint8_t>(over_limit_message(over, service, units)), service)
                           .in(Field::line_units)
                           .tag(Tag::chart);
    finding.with("code", service.facts.code)
        .with_quantity("units", units)
        .with_day("day", day.day)
        .with_number("limit", limit.units);
    const PayerClass payer = service.claim->payer;
    const bool guide = !runs_unit_limits(payer) || over == OverLimit::maybe_day ||
                       (over == OverLimit::never_paid && (payer == PayerClass::tricare || payer == PayerClass::va));
    if (is_medicare(payer)) finding.as_medicare();
    if (guide) finding.at_level(Level::warning).tag(Tag::payer);
    finding.denies(Group::CO, "151", service.line, "N362");
    finding.fix_by(over == OverLimit::never_paid ? Operation::replace_code : Operation::set_units, service.line).from_chart();
    finding.proven_by(day.tables.edition(limit.edition), service.facts.code);
    if (over == OverLimit::line) return;
    for (const Service& other : day.services)
        if (other.facts.code == service.facts.code) report.partner(finding, service, other);
}

/// The limits of hospitals came without those of drugs: nothing is known, which is no "within the limit".
inline bool lacks_hospital_limit(const Service& service) {
    if (!service.claim->institutional || !service.is(CodeSet::drug)) return false;
    const Answer<UnitLimitRow> limit = unit_limit(service);
    return !limit && !limit.covered;
}

inline void check_drug_over_limit(const DayContext& day, Report& report) {
    for (const Service& service : day.services) {
        if (lacks_hospital_limit(service)) return report.leave_open(static_cast<std::uint8_t>(OverLimitMessage::no_table), day.day);
        const OverLimit over = over_limit_of(day.services, service);
        if (over != OverLimit::no) say_drug_over_limit(day, service, over, report);
    }
}

inline constexpr Rule drug_over_limit{
    .id = "UNT002",
    .name = "drug-over-limit",
    .level = Level::error,
    .scope = Scope::day,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "The units of a drug for one patient, provider and day are over the payer's unit limit (MUE).",
    .why = "Units over the limit are denied: by line or, where the table says so, over all lines of the day.",
    .fix = "Correct the units to the dose that was given; if it was given, appeal with the records.",
    .myth = "Often advised: split the units over two lines. That helps only where the limit is of the line (indicator 1).",
    .messages = drug_over_limit_messages,
    .sources = drug_over_limit_sources,
    .bad = drug_over_limit_bad,
    .good = drug_over_limit_good,
    .check_day = &check_drug_over_limit,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// CLM010: the drug's date is not the injection's.
#pragma once

#include <array>

#include "rules/clm/sources.hpp"
#include "rules/day_products.hpp"
#include "rules/drg/administration_missing.hpp"
#include "rules/drg/waste_modifier_rule.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view drug_on_another_day_messages[] = {
    "Line {line}: {drug} is dated {day}, but the injection {injection} on line {other} is dated {wanted} (box 24A). "
    "Payers usually want a drug on the day it was given.",
};
inline constexpr Source drug_on_another_day_sources[] = {source::form_1500, source::professional_837};
inline constexpr Example drug_on_another_day_bad[] = {
    {"The drug is dated a day before the injection.",
     R"([{"op":"replace","path":"/lines/2/from","value":"2026-09-14"}])"},
};
inline constexpr Example drug_on_another_day_good[] = {
    {"Both stand on the same day.", "[]"},
};

/// A drug that an office injects, or that no table knows; waste and vaccines are others' business.
inline bool wants_injection(const Service& service) {
    const DrugRow* drug = service.facts.drug.row;
    if (!service.day.known() || !service.is(CodeSet::drug) || service.is(CodeSet::vaccine) ||
        service.has(Modifier("JW")))
        return false;
    return drug == nullptr || drug->administration == Administration::injection;
}

/// The first line of its day of what has no partner on that day: an injection without any product or a note on who
/// supplied it, or a drug that nothing gave.
inline bool is_alone_on_day(std::span<const Service> services, const Service& service, bool injection) {
    if (injection ? !service.is(CodeSet::injection) || service.claim->supply_noted : !wants_injection(service))
        return false;
    for (const Service& other : services) {
        if (other.day != service.day) continue;
        if (&other < &service && (injection ? other.is(CodeSet::injection) : wants_injection(other)))
            return false;   // not the first
        if (injection ? product_of(other, DayProducts{}) != Product::none || other.brought : may_have_given(other))
            return false;
    }
    return true;
}

/// Lines without a partner on their day, by day. More than a claim can have for its dates alone are not looked at.
struct LinesAlone {
    static constexpr std::size_t room = 31;
    std::array<const Service*, room> lines{};
    std::size_t count = 0;   ///< may be over the room

    void add(const Service& service) {
        std::size_t at = count++;
        if (at >= room) return;
        for (; at != 0 && lines[at - 1]->day > service.day; --at) lines[at] = lines[at - 1];
        lines[at] = &service;
    }
};

inline LinesAlone lines_alone(std::span<const Service> services, bool injection) {
    LinesAlone found;
    for (const Service& service : services)
        if (service.day.known() && is_alone_on_day(services, service, injection)) found.add(service);
    return found;
}

/// As many days with an injection alone as with a drug alone: the dates are wrong, not the lines missing.
inline bool stand_apart(std::span<const Service> services) {
    const std::size_t injections = lines_alone(services, true).count;
    return injections != 0 && injections <= LinesAlone::room && injections == lines_alone(services, false).count;
}

/// Whether wrong dates explain what is missing on a day (DRG001, DRG002): lines that stand apart, or a drug or injection
/// whose date is missing or cannot be read, which what reads dates says.
inline bool dates_differ(std::span<const Service> services) {
    bool several = false, injection = false, undated = false;
    for (const Service& service : services) {
        several |= service.day != services.front().day;
        injection |= service.is(CodeSet::injection);
        undated |= !service.day.known() && (service.is(CodeSet::injection) || service.is(CodeSet::drug));
    }
    return several && injection && (undated || stand_apart(services));
}

/// No table and none of Medicare's waste dates tells the two days apart: a line that moves brings no new defect.
inline bool same_rules_on(const Tables& tables, Day a, Day b) {
    return tables.stretch(a) == tables.stretch(b) && (a < waste_modifier_asked) == (b < waste_modifier_asked) &&
           (a < waste_modifier_enforced) == (b < waste_modifier_enforced);
}

inline void check_drug_on_another_day(const ClaimContext& context, Report& report) {
    if (context.services.empty() || !context.services.front().claim->dates_differ) return;
    if (!stand_apart(context.services)) return;   // a date is missing
    const LinesAlone injections = lines_alone(context.services, true);
    const LinesAlone drugs = lines_alone(context.services, false);
    for (std::size_t i = 0; i < drugs.count && i < injections.count; ++i) {   // the first to the first, by date
        const Service& drug = *drugs.lines[i];
        const Service& injection = *injections.lines[i];
        Finding& finding = report.say(0, drug).in(Field::line_from).tag(Tag::chart).with("drug", drug.facts.code);
        finding.with("injection", injection.facts.code).with_number("other", injection.line);
        finding.with_day("day", drug.day).with_day("wanted", injection.day);
        finding.denies(Group::CO, "107", drug.line);
        const bool safe = injection.units == 1000 && same_rules_on(context.tables, drug.day, injection.day);
        const std::string_view wanted = context.claim.lines[injection.line - 1U].from.text;
        finding.fix_by(Operation::set_field, drug.line, safe ? wanted : std::string_view(), Field::line_from)
            .from_chart();
    }
}

inline constexpr Rule drug_on_another_day{
    .id = "CLM010",
    .name = "drug-on-another-day",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .summary = "A drug and the injection that gave it have different dates on the claim.",
    .why = "The payer sees an injection without a drug on one day and a drug without an injection on the other, and "
           "usually denies both.",
    .fix = "Correct the wrong date; the chart tells on which day it was given.",
    .confidence = Confidence::professional,
    .messages = drug_on_another_day_messages,
    .sources = drug_on_another_day_sources,
    .bad = drug_on_another_day_bad,
    .good = drug_on_another_day_good,
    .check_claim = &check_drug_on_another_day,
};

}   // namespace deltoid::rulebook

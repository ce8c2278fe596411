// SPDX-License-Identifier: Apache-2.0
// DRG003: a drug or administration code on a day on which it does not exist.
#pragma once

#include "rules/drg/waste_modifier_rule.hpp"
#include "rules/sources.hpp"
#include "rules/unt/recorded_units.hpp"
#include "small_text.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view code_not_valid_on_date_messages[] = {
    "Line {line}: {code} ended on {last}. Bill {successor}: {old_units} x {code} is {new_units} x {successor} (boxes "
    "24D and 24G).",
    "Line {line}: {code} ended on {last}. Bill {successor} and count its units from the dose given (boxes 24D and "
    "24G).",
    "Line {line}: {code} ended on {last}, and no code replaced it (box 24D).",
    "Line {line}: {code} is valid only from {first}, but the date of service is {day} (boxes 24A and 24D).",
    "Line {line}: {code} ended on {last}, and {count} codes replaced it, by product (box 24D). Count the units from "
    "the dose given.",
    "Line {line}: {code} ended on {last}, and no code that replaced it is known here (box 24D). Look up the one in "
    "force on {day}.",
    "Line {line}: {code} ended on {last}. Bill {successor}: the record gives {dose}, which is {new_units} x "
    "{successor} (boxes 24D and 24G).",
};
inline constexpr Source code_not_valid_on_date_sources[] = {source::hcpcs};
inline constexpr Example code_not_valid_on_date_bad[] = {
    {"Two units of J1030 after its end: 80 mg.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1030"},{"op":"replace","path":"/lines/2/units","value":"2"},
         {"op":"remove","path":"/lines/2/modifiers"}])"},
};
inline constexpr Example code_not_valid_on_date_good[] = {
    {"J1030 on its last day.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J1030"},{"op":"replace","path":"/lines/2/units","value":"2"},
         {"op":"replace","path":"/lines/0/from","value":"2024-03-31"},{"op":"replace","path":"/lines/1/from","value":"2024-03-31"},
         {"op":"replace","path":"/lines/2/from","value":"2024-03-31"}])",
     R"({"as_of":"2024-04-02"})"},
};

/// Whole new units for the old ones; empty when they do not come out even or the factor is unknown.
inline std::string_view converted_units(Finding& finding, const Service& service, const SuccessorRow& row) {
    constexpr Thousandths largest = 1'000'000'000;
    const bool whole = service.units > 0 && service.units % 1000 == 0 && service.units <= largest;
    if (!whole || row.factor == 0 || row.full_units_only || row.factor > largest) return {};
    const Thousandths units = service.units / 1000 * row.factor;
    if (units % 1000 != 0) return {};
    return finding.keep(SmallText<20>().add_number(units / 1000).view());
}

/// The documented dose in units of the successor; empty without one that can be read for it.
inline std::string_view documented_units(Finding& finding, const ClaimContext& context, const Service& service, Code successor,
                                         std::string_view& dose) {
    if (context.claim.documentations.empty()) return {};
    Service replaced = service;
    replaced.facts = context.tables.facts(successor, service.day);
    const DoseCheck check = dose_of(context.claim, context.services, replaced);
    if (check.verdict != DoseVerdict::agrees) return {};
    dose = check.text;
    return finding.keep(SmallText<20>().add_number(check.units).view());
}

/// Replace the code and its units; a successor that wants JZ or JW from Medicare gets JZ, if the chart shows it.
inline void add_successor_fix(Finding& finding, const ClaimContext& context, const Service& service, Code successor,
                              std::string_view units, bool only_one) {
    const auto text = successor.text();
    finding.fix_by(Operation::replace_code, service.line, finding.keep({text.data(), text.size()}));
    finding.also_by(Operation::set_units, service.line, units);
    const DrugRow* drug = context.tables.drug(successor, service.day).row;
    const bool waste = is_medicare(context.payer()) && drug != nullptr && service.day >= waste_modifier_asked &&
                       !service.brought && !service.has(Modifier("JZ")) && !service.has(Modifier("JW")) &&
                       waste_need(*drug, {}) == WasteNeed::yes;
    if (waste) finding.also_by(Operation::add_modifier, service.line, "JZ");
    if (waste || units.empty() || !only_one) finding.from_chart();
}

inline void say_ended(const ClaimContext& context, const Service& service, Report& report) {
    const Code code = service.facts.code;
    std::array<const SuccessorRow*, 4> rows{};   // as many as a finding has room to offer; all are counted
    std::uint8_t shown = 0;
    std::int64_t count = 0;
    bool looked_up = false;
    for (const SuccessorRow& row : context.tables.successors(code)) {
        if (row.from > service.day || service.day > row.to) continue;
        looked_up = true;
        if (!row.successor.valid()) continue;
        if (shown < rows.size()) rows[shown++] = &row;
        ++count;
    }
    constexpr std::uint8_t ended_for_good = 2, not_looked_up = 5;
    Finding& finding = report.say(looked_up ? ended_for_good : not_looked_up, service).in(Field::line_code);
    finding.denies(Group::CO, "181", service.line, "N56");
    finding.with("code", code).with_day("day", service.day);
    const CodeRow* last = context.tables.last_validity(code);
    if (last != nullptr) finding.with_day("last", last->to);
    if (count > 0) finding.with("successor", rows[0]->successor).with_quantity("old_units", service.units);
    for (std::uint8_t i = 0; i < shown; ++i) {
        std::string_view dose;
        std::string_view units = documented_units(finding, context, service, rows[i]->successor, dose);
        if (dose.empty()) units = converted_units(finding, service, *rows[i]);
        const std::uint8_t message = count > 1 ? 4 : units.empty() ? 1 : dose.empty() ? 0 : 6;
        if (i == 0) finding.with("new_units", units).with("dose", dose).message = message;
        add_successor_fix(finding, context, service, rows[i]->successor, units, count == 1);
    }
    finding.with_number("count", count);
    if (last != nullptr) finding.proven_by(context.tables.edition(last->edition), code);
}

inline void check_code_not_valid_on_date(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (service.is(CodeSet::injection_predecessor)) continue;   // ADM015 speaks
        if (service.facts.ended) say_ended(context, service, report);
        if (!service.facts.not_begun) continue;
        const CodeRow* first = context.tables.first_validity(service.facts.code);
        if (first == nullptr) continue;
        Finding& finding = report.say(3, service).in(Field::line_code).with("code", service.facts.code);
        finding.with_day("first", first->from).with_day("day", service.day);
        finding.denies(Group::CO, "181", service.line, "N56");
        finding.proven_by(context.tables.edition(first->edition), service.facts.code);
    }
}

inline constexpr Rule code_not_valid_on_date{
    .id = "DRG003",
    .name = "code-not-valid-on-date",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "A drug or administration code had ended, or not yet begun, on the date of service.",
    .why = "Payers reject a code that was not valid on the day, and units seldom carry over from the old code to the "
           "new.",
    .fix = "Bill the code in force on the day, with its own units.",
    .messages = code_not_valid_on_date_messages,
    .sources = code_not_valid_on_date_sources,
    .bad = code_not_valid_on_date_bad,
    .good = code_not_valid_on_date_good,
    .check_claim = &check_code_not_valid_on_date,
};

}  // namespace deltoid::rulebook

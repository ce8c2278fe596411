// SPDX-License-Identifier: Apache-2.0
// BND014: no loaded edit table can say whether a pair is allowed on the day.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view edition_missing_messages[] = {
    "Line {line}: whether {other} goes with the injection {injection} was not checked for {day}. The loaded edit tables do not "
    "tell; load the Medicare practitioner edits of {quarter}.",
    "Line {line}: whether {other} goes with the injection {injection} was not checked. This version does not check pairs on "
    "hospital claims.",
};
inline constexpr Source edition_missing_sources[] = {source::ptp};
inline constexpr Example edition_missing_bad[] = {
    {"A dressing change in a quarter whose table is not loaded.",
     R"([{"op":"replace","path":"/lines/0/code","value":"99173"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"replace","path":"/lines/0/from","value":"2025-12-16"},{"op":"replace","path":"/lines/1/from",
             "value":"2025-12-16"},
         {"op":"replace","path":"/lines/2/from","value":"2025-12-16"}])"},
};
inline constexpr Example edition_missing_good[] = {
    {"The pair stands in the table.", "[]"},
};

/// "2025Q4"
inline std::string_view quarter_of(Finding& finding, Day day) {
    const YearMonthDay date = civil(day);
    const std::array<char, 6> text{static_cast<char>('0' + date.year / 1000), static_cast<char>('0' + date.year / 100 % 10),
                                   static_cast<char>('0' + date.year / 10 % 10), static_cast<char>('0' + date.year % 10), 'Q',
                                   static_cast<char>('1' + (date.month - 1) / 3)};
    return finding.keep({text.data(), text.size()});
}

/// Products are never in a pair with an administration code.
inline bool may_be_paired(const Service& service) {
    const CodeSets products = bit(CodeSet::drug) | bit(CodeSet::vaccine) | bit(CodeSet::supply) | bit(CodeSet::allergen_product) |
                              bit(CodeSet::injection) | bit(CodeSet::injection_predecessor);
    return service.facts.code.valid() && (service.facts.sets & products) == 0;
}

/// BND002 knows 99211 for Medicare whatever the table says.
inline bool known_by_manual(const Service& service) { return service.is(CodeSet::nurse_visit) && is_medicare(service.claim->payer); }

inline void check_edition_missing(const DayContext& day, Report& report) {
    const Service* injection = nullptr;
    for (const Service& service : day.services)
        if (injection == nullptr && service.is(CodeSet::injection)) injection = &service;
    if (injection == nullptr) return;
    const bool institutional = injection->claim->institutional;
    for (const Service& other : day.services) {
        if (!may_be_paired(other)) continue;
        const Answer<EditRow>& edit = other.facts.edit_practitioner;
        if (!institutional && (edit || edit.covered || known_by_manual(other))) continue;
        Finding& finding = report.say(institutional ? 1 : 0, other).tag(Tag::not_evaluated).in(Field::line_code);
        finding.with("other", other.facts.code).with("injection", injection->facts.code).with_day("day", day.day);
        finding.with("quarter", quarter_of(finding, day.day));
        report.partner(finding, other, *injection);
        return;   // one missing table, one finding
    }
}

inline constexpr Rule edition_missing{
    .id = "BND014",
    .name = "edition-missing",
    .level = Level::info,
    .scope = Scope::day,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "The date of service lies outside every loaded edit table, and none of them has a row for the pair.",
    .why = "A pair that no loaded table holds for the day may still be denied.",
    .fix = "Load the edit table of the quarter.",
    .messages = edition_missing_messages,
    .sources = edition_missing_sources,
    .bad = edition_missing_bad,
    .good = edition_missing_good,
    .check_day = &check_edition_missing,
};

}  // namespace deltoid::rulebook

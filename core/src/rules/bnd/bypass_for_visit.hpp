// SPDX-License-Identifier: Apache-2.0
// BND009: 59 where only 25 on the visit helps.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view bypass_for_visit_messages[] = {
    "Line {line}: {modifier} on the injection {injection} does not help the visit {visit}. What the visit needs is 25 "
    "(box 24D).",
    "Line {line}: {modifier} does not belong on the visit {visit}. A separate visit takes 25 (box 24D).",
};
inline constexpr Source bypass_for_visit_sources[] = {source::modifier_59, source::modifier_25};
inline constexpr Example bypass_for_visit_bad[] = {
    {"59 on the injection, beside a visit alone.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["59"]}])"},
    {"59 on the visit beside 25.",
     R"([{"op":"replace","path":"/lines/0/modifiers","value":["25","59"]}])"},
};
inline constexpr Example bypass_for_visit_good[] = {
    {"25 on the visit, nothing on the injection.", "[]"},
};

inline Modifier bypass_on(const Service& service) {
    for (const Modifier modifier : bypass_modifiers)
        if (service.has(modifier)) return modifier;
    return {};
}

inline std::string_view text_of(Finding& finding, Modifier modifier) {
    const std::array<char, 2> text{static_cast<char>(modifier.packed() >> 8), static_cast<char>(modifier.packed() & 0xFFU)};
    return finding.keep({text.data(), text.size()});
}

/// 99211 is not among them: nothing opens that pair, and BND001 and BND002 say so.
inline bool is_visit_for_25(const Service& service) {
    return service.is(CodeSet::evaluation_and_management) && !service.is(CodeSet::nurse_visit);
}

/// Products and visits: no day's table has them in column 1 with a bypass that stands for another drug.
inline constexpr CodeSets never_partners = bit(CodeSet::evaluation_and_management) | bit(CodeSet::drug) | bit(CodeSet::vaccine) |
                                           bit(CodeSet::allergen_product) | bit(CodeSet::rsv_antibody) | bit(CodeSet::supply);

/// What a bypass on the injection may be for: another injection line, or a service of column 1.
inline bool has_use_for_bypass(const DayContext& day, const Service& injection) {
    for (const Service& other : day.services) {
        if (&other == &injection) continue;
        const EditRow* row = edit_of(other).row;
        if (other.is(CodeSet::injection) || (row != nullptr && row->column == 1 && row->bundles())) return true;
        const Answer<EditRow>& edit = edit_of(other);
        if (!edit && !edit.covered && (other.facts.sets & never_partners) == 0) return true;   // nobody knows
    }
    return false;
}

inline void say_misplaced(const Service& marked, const Service& visit, const Service& injection, Report& report) {
    Finding& finding = report.say(&marked == &visit ? 1 : 0, marked).in(Field::line_modifiers);
    const std::string_view modifier = text_of(finding, bypass_on(marked));
    finding.with("modifier", modifier).with("visit", visit.facts.code).with("injection", injection.facts.code);
    finding.fix_by(Operation::remove_modifier, marked.line, modifier);
    report.partner(finding, marked, &marked == &visit ? injection : visit);
}

inline void check_bypass_for_visit(const DayContext& day, Report& report) {
    for (const Service& visit : day.services) {
        if (!is_visit_for_25(visit)) continue;
        const Service* injection = injection_beside(day, visit);
        if (injection != nullptr && bypass_on(visit) != Modifier()) say_misplaced(visit, visit, *injection, report);
    }
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection) || bypass_on(injection) == Modifier() || has_use_for_bypass(day, injection)) continue;
        for (const Service& visit : day.services) {
            if (!is_visit_for_25(visit) || another_specialty(injection, visit)) continue;
            say_misplaced(injection, visit, injection, report);
            break;
        }
    }
}

inline constexpr Rule bypass_for_visit{
    .id = "BND009",
    .name = "bypass-for-visit",
    .level = Level::warning,
    .scope = Scope::absence,
    .needs = Need::injection | Need::bypass,
    .institutional = true,
    .summary = "59 or an X modifier is on an injection that shares the day with a visit only, or is on the visit "
               "itself.",
    .why = "These modifiers are not for visits: the visit is the line that is denied, and only 25 on the visit helps.",
    .fix = "Take the modifier off; put 25 on the visit when its note shows separate work.",
    .myth = "Often advised: 59 on 96372 when a visit is billed. The answer is 25 on the visit.",
    .messages = bypass_for_visit_messages,
    .sources = bypass_for_visit_sources,
    .bad = bypass_for_visit_bad,
    .good = bypass_for_visit_good,
    .check_day = &check_bypass_for_visit,
};

}  // namespace deltoid::rulebook

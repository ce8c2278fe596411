// SPDX-License-Identifier: Apache-2.0
// CLM001: the same line twice.
#pragma once

#include "context.hpp"
#include "rules/day_products.hpp"
#include "rules/sources.hpp"
#include "rules/unt/unit_limits.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view identical_lines_messages[] = {
    "Line {line}: {code} is on line {first} already, with the same modifiers and date (box 24). Payers usually deny "
    "one of the two as a duplicate.",
};
inline constexpr Source identical_lines_sources[] = {source::duplicates};
inline constexpr Example identical_lines_bad[] = {
    {"The injection is billed on two lines that nothing sets apart.",
     R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"96372","units":"1","unit_type":"UN","charge":"40.00",
         "from":"2026-09-15","pointers":[1]}},{"op":"replace","path":"/total_charge","value":"212.00"}])"},
};
inline constexpr Example identical_lines_good[] = {
    {"Two injections are two units on one line.", "[]"},
};

inline constexpr std::array repeat_modifiers{Modifier("59"), Modifier("XE"), Modifier("XS"), Modifier("XP"),
                                             Modifier("XU"), Modifier("76"), Modifier("77")};

/// The same modifiers in any order.
inline bool same_modifiers(const Service& a, const Service& b) {
    const auto holds = [](const Service& all, const Service& some) {
        for (const Modifier modifier : some.modifiers)
            if (modifier != Modifier() && !all.has(modifier)) return false;
        return true;
    };
    return holds(a, b) && holds(b, a);
}

inline bool identical(const Service& a, const Service& b) {
    return a.facts.code.valid() && a.facts.code == b.facts.code && a.day.known() && a.day == b.day && same_modifiers(a, b);
}

/// Marks the lines that this rule speaks of: sums of units leave them out.
inline void mark_duplicates(std::span<Service> services) {
    for (std::size_t later = 1; later < services.size(); ++later)
        for (std::size_t earlier = 0; earlier < later && !services[later].duplicate; ++earlier)
            services[later].duplicate = identical(services[earlier], services[later]) && !services[later].has_any(repeat_modifiers);
}

/// 76 makes the line count: not where it would only trade this finding for a unit limit (UNT002).
inline bool may_be_given_again(std::span<const Service> services, const Service& service) {
    return !service.is(CodeSet::drug) || within_limit(services, service, service.units / 1000);
}

/// For a second injection of another drug 59; 76 repeats the same service (MOD009).
inline std::string_view modifier_of_another(const ClaimContext& context, const Service& service) {
    const bool injection = service.is(CodeSet::injection);
    return injection && products_of(context.services, service.day).drug_codes > 1 ? "59" : "76";
}

inline void check_identical_lines(const ClaimContext& context, Report& report) {
    for (std::size_t later = 1; later < context.services.size(); ++later) {
        const Service& service = context.services[later];
        if (!service.duplicate) continue;
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const Service& first = context.services[earlier];
            if (!identical(first, service)) continue;
            Finding& finding = report.say(0, service).in(Field::line_code).with("code", service.facts.code);
            finding.with_number("first", first.line).tag(Tag::chart).denies(Group::OA, "18", service.line);
            finding.fix_by(Operation::delete_line, service.line);
            if (service.is(CodeSet::evaluation_and_management)) break;   // no modifier repeats a visit
            if (!may_be_given_again(context.services, service)) break;
            finding.fix_by(Operation::add_modifier, service.line, modifier_of_another(context, service)).from_chart();
            break;
        }
    }
}

inline constexpr Rule identical_lines{
    .id = "CLM001",
    .name = "identical-lines",
    .level = Level::warning,
    .scope = Scope::claim,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "Two lines of a claim have the same code, modifiers and date.",
    .why = "Payers deny the second one as a duplicate, even when the service was given twice.",
    .fix = "Delete the line if it was entered twice; if it was given twice, bill units or the modifier that the payer wants.",
    .confidence = Confidence::verified,
    .messages = identical_lines_messages,
    .sources = identical_lines_sources,
    .bad = identical_lines_bad,
    .good = identical_lines_good,
    .check_claim = &check_identical_lines,
};

}  // namespace deltoid::rulebook

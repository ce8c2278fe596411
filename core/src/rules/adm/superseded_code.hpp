// SPDX-License-Identifier: Apache-2.0
// ADM015: a predecessor of 96372 after its end.
#pragma once

#include "context.hpp"
#include "rules/adm/sources.hpp"
#include "rules/adm/stands_for_injection.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view superseded_code_messages[] = {
    "Line {line}: {code} ended on {last}. Bill {successor} (box 24D).",
};
inline constexpr Source superseded_code_sources[] = {source::predecessors, source::hcpcs};
inline constexpr Example superseded_code_bad[] = {
    {"The code of 2008 on a claim of today.",
     R"([{"op":"replace","path":"/lines/1/code","value":"90772"}])"},
};
inline constexpr Example superseded_code_good[] = {
    {"96372.", "[]"},
};

/// The code in force on the day; 96372 from 2009 on.
inline Code successor_of(const Tables& tables, const Service& service) {
    for (const SuccessorRow& row : tables.successors(service.facts.code))
        if (row.from <= service.day && service.day <= row.to) return row.successor;
    return {};
}

inline void check_superseded_code(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!is_superseded(service)) continue;
        const Code successor = successor_of(context.tables, service);
        if (!successor.valid()) continue;
        const CodeRow* last = context.tables.last_validity(service.facts.code);
        if (last == nullptr) continue;   // is_superseded() saw its last day
        Finding& finding = report.say(0, service).in(Field::line_code);
        finding.with("code", service.facts.code).with("successor", successor).with_day("last", last->to);
        finding.denies(Group::CO, "181", service.line, "N56");
        finding.fix_by(Operation::replace_code, service.line, code_row(finding, successor));
        finding.proven_by(context.tables.edition(last->edition), service.facts.code);
    }
}

inline constexpr Rule superseded_code{
    .id = "ADM015",
    .name = "superseded-code",
    .level = Level::error,
    .scope = Scope::claim,
    .institutional = true,
    .any_claim = true,
    .summary = "90772, 90782 or G0351 is billed after its last day.",
    .why = "Payers reject a code that was not valid on the date of service.",
    .fix = "Bill 96372, which replaced them on 2009-01-01.",
    .confidence = Confidence::secondary,
    .messages = superseded_code_messages,
    .sources = superseded_code_sources,
    .bad = superseded_code_bad,
    .good = superseded_code_good,
    .check_claim = &check_superseded_code,
};

}  // namespace deltoid::rulebook

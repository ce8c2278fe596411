// SPDX-License-Identifier: Apache-2.0
// BND004: what the note of a visit with 25 must show.
#pragma once

#include "context.hpp"
#include "rules/bnd/edit_pair.hpp"
#include "rules/doc/records.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view visit_25_attested_messages[] = {
    "Line {line}: 25 on {visit} claims work beyond the injection (box 24D). The note must show that work; a second "
    "diagnosis is not needed.",
};
inline constexpr Source visit_25_attested_sources[] = {source::modifier_25, source::injection_visit_manual};
inline constexpr Example visit_25_attested_bad[] = {
    {"The record tells of the injection and not of the visit.",
     R"([{"op":"add","path":"/lines/2/documentation","value":{"dose":"60 mg","route":"IM"}}])"},
};
inline constexpr Example visit_25_attested_good[] = {
    {"The record says that the visit has a note of its own.",
     R"([{"op":"add","path":"/lines/2/documentation","value":{"dose":"60 mg","route":"IM"}},
         {"op":"add","path":"/lines/0/documentation","value":{"visit_documented_separately":true}}])"},
};

/// Records are given, none of them answers for the visit, and none is whole: DOC013 would ask then.
inline bool asks_for_visit_note(const Claim& claim) {
    if (claim.documentations.empty()) return false;
    for (const Documentation& record : claim.documentations)
        if (is_whole_record(record) || !trim(record.visit_documented_separately).empty()) return false;
    return true;
}

inline void check_visit_25_attested(const ClaimContext& context, Report& report) {
    if (!asks_for_visit_note(context.claim)) return;
    for (const Service& visit : context.services) {
        if (!visit.is(CodeSet::visit) || !visit.has(Modifier("25"))) continue;
        bool injection = false;
        for (const Service& other : context.services)
            injection |= other.is(CodeSet::injection) && other.day == visit.day && !another_specialty(visit, other);
        if (!injection) continue;
        Finding& finding = report.say(0, visit).in(Field::doc_visit_documented_separately).tag(Tag::chart);
        finding.with("visit", visit.facts.code);
    }
}

inline constexpr Rule visit_25_attested{
    .id = "BND004",
    .name = "visit-25-attested",
    .level = Level::info,
    .scope = Scope::claim,
    .needs = Need::injection | Need::visit,
    .institutional = true,
    .record = record_fields(Field::doc_visit_documented_separately),
    .summary = "A visit beside an injection carries 25, and the record with the claim does not say that the visit has "
               "its own note.",
    .why = "25 claims a significant, separate visit; auditors look for a note that stands without the injection.",
    .fix = "See that the note shows history, findings or decisions beyond giving the injection.",
    .myth = "Often advised: 25 needs a second diagnosis. It needs separate work, not another diagnosis.",
    .messages = visit_25_attested_messages,
    .sources = visit_25_attested_sources,
    .bad = visit_25_attested_bad,
    .good = visit_25_attested_good,
    .check_claim = &check_visit_25_attested,
};

}  // namespace deltoid::rulebook

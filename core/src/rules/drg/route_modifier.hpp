// SPDX-License-Identifier: Apache-2.0
// DRG011: a drug of two routes that does not say by which it was given.
#pragma once

#include "rules/drg/self_administered_drugs.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view route_modifier_messages[] = {
    "Line {line}: Medicare wants JA on {drug} when given by vein and JB when under the skin (box 24D). Without one it "
    "is denied; with JB it counts as self-administered.",
    "Line {line}: Noridian wants JA (by vein) or JB (under the skin) on {drug}, and denies the line without (box 24D). "
    "Other contractors do not ask.",
};
inline constexpr Source route_modifier_sources[] = {source::starred_drugs, source::self_administered};
inline constexpr Example route_modifier_bad[] = {
    {"Tocilizumab without a route.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3262"},{"op":"replace","path":"/lines/2/units","value":"162"},
         {"op":"replace","path":"/diagnoses/0","value":"M06.9"}])"},
};
inline constexpr Example route_modifier_good[] = {
    {"Given by vein, billed with the infusion code.",
     R"([{"op":"replace","path":"/lines/1/code","value":"96365"},{"op":"replace","path":"/lines/2/code","value":"J3262"},
         {"op":"replace","path":"/lines/2/units","value":"400"},{"op":"replace","path":"/lines/2/modifiers","value":["JA","JZ"]},
         {"op":"replace","path":"/diagnoses/0","value":"M06.9"}])"},
};

inline void check_route_modifier(const ClaimContext& context, Report& report) {
    if (!is_medicare(context.payer())) return;
    for (const Service& service : context.services) {
        const StarredDrug* drug = starred(service);
        if (drug == nullptr || service.has(given_by_vein) || service.has(given_under_skin)) continue;
        Finding& finding = report.say(drug->by_all ? 0 : 1, service).as_medicare().in(Field::line_modifiers).tag(Tag::chart);
        finding.with("drug", service.facts.code).denies(Group::CO, "16", service.line, "N822", "MA130");
        if (!drug->by_all) finding.at_level(Level::warning).tag(Tag::payer);
        finding.fix_by(Operation::add_modifier, service.line).from_chart();
    }
}

inline constexpr Rule route_modifier{
    .id = "DRG011",
    .name = "route-modifier",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "A drug that contractors pay by vein but not under the skin has neither JA nor JB.",
    .why = "Under the skin it is not covered as self-administered, by vein it is paid; without the modifier it is "
           "denied.",
    .fix = "Add JA (by vein) or JB (under the skin) as the chart shows; an ESA in the office needs neither.",
    .confidence = Confidence::secondary,
    .messages = route_modifier_messages,
    .sources = route_modifier_sources,
    .bad = route_modifier_bad,
    .good = route_modifier_good,
    .check_claim = &check_route_modifier,
};

}  // namespace deltoid::rulebook

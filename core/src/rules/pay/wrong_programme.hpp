// SPDX-License-Identifier: Apache-2.0
// PAY004: something on the claim says that another programme or contractor pays.
#pragma once

#include "rules/drg/esa_modifier.hpp"
#include "rules/pay/sources.hpp"
#include "rules/pos/facility_places.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view wrong_programme_messages[] = {
    "Line {line}: {modifier} on line {second} says the patient is in hospice, and this line has neither GV nor GW (box "
    "24D). Medicare then usually leaves {code} to the hospice.",
    "Line {line}: {modifier} says the patient is in hospice (box 24D). For a plan's member in hospice Medicare itself "
    "usually pays, not the plan.",
    "Line {line}: {code} is for patients on dialysis (box 24D). Medicare usually pays it to the dialysis facility.",
    "Line {line}: {code} is billed with a diagnosis of dialysis or end-stage kidney disease (boxes 21 and 24D). "
    "Medicare usually pays it to the dialysis facility.",
    "The payer's name says Railroad Medicare, but the claim is sent as another kind of payer (box 1). Railroad "
    "Medicare is Part B, with a contractor of its own.",
    "The payer's name says Medicare Advantage, but the claim is sent as Medicare Part B (box 1). Bill the plan.",
};
inline constexpr Source wrong_programme_sources[] = {source::hospice_modifiers, source::hospice_of_plan,
                                                     source::dialysis_bundle, source::other_contractor};
inline constexpr Example wrong_programme_bad[] = {
    {"The visit carries GW, the injection does not.",
     R"([{"op":"replace","path":"/lines/0/modifiers","value":["25","GW"]}])"},
    {"A plan as Medicare Part B.", R"([{"op":"replace","path":"/payer/name","value":"Example Medicare Advantage"}])"},
};
inline constexpr Example wrong_programme_good[] = {
    {"GW on every line.",
     R"([{"op":"replace","path":"/lines/0/modifiers","value":["25","GW"]},
         {"op":"add","path":"/lines/1/modifiers","value":["GW"]},
         {"op":"replace","path":"/lines/2/modifiers","value":["JZ","GW"]}])"},
    {"Railroad Medicare as Medicare Part B.", R"([{"op":"replace","path":"/payer/name","value":"Railroad Medicare"}])"},
};

inline Literal hospice_modifier(const Service& service) {
    if (service.has(Modifier("GV"))) return "GV";
    return service.has(Modifier("GW")) ? "GW" : "";
}

/// A line of the day, visit or drug or injection, that says the patient is in hospice; null when none does.
inline const Service* hospice_line(const ClaimContext& context, const Service& injection) {
    for (const Service& other : context.services)
        if (other.day == injection.day && !hospice_modifier(other).empty()) return &other;
    return nullptr;
}

inline void check_hospice(const ClaimContext& context, Report& report) {
    for (const Service& injection : context.services) {
        const Service* marked = injection.is(CodeSet::injection) ? hospice_line(context, injection) : nullptr;
        if (marked == nullptr || facility_speaks(injection)) continue;
        const bool own = !hospice_modifier(injection).empty();
        const bool plan = context.payer() == PayerClass::medicare_advantage;
        if (own && !plan) continue;
        Finding& finding = report.say(plan ? 1 : 0, injection).in(Field::line_modifiers).tag(Tag::chart);
        finding.with("code", injection.facts.code).with("modifier", hospice_modifier(own ? injection : *marked));
        finding.with_number("second", marked->line);
        finding.denies(Group::CO, plan ? "109" : "B9", injection.line);
        const bool room = context.claim.lines[injection.line - 1U].modifier_count < Line::modifier_room;
        if (plan || !room) continue;
        for (const std::string_view modifier : {"GW", "GV"})
            finding.fix_by(Operation::add_modifier, injection.line, modifier).from_chart();
    }
}

/// From the dialysis facilities' one payment on; AY says that the drug is not for the kidney disease.
inline constexpr Day dialysis_bundle_begins = Day::of(2011, 1, 1);

inline bool is_dialysis_drug(Code code) {
    constexpr std::array codes{Code("J0882"), Code("J0887"), Code("Q4081"), Code("Q5105")};
    for (const Code one : codes)
        if (one == code) return true;
    return false;
}

inline void check_dialysis(const ClaimContext& context, Report& report) {
    for (const Service& drug : context.services) {
        const bool own_code = is_dialysis_drug(drug.facts.code);
        if (!own_code && !(is_office_esa(drug) && is_dialysis(context.claim))) continue;
        if (drug.day < dialysis_bundle_begins || drug.has(Modifier("AY")) || drug.has(Modifier("JW"))) continue;
        if (facility_speaks(drug)) continue;
        Finding& finding = report.say(own_code ? 2 : 3, drug).as_medicare().tag(Tag::chart).in(Field::line_code);
        finding.with("code", drug.facts.code);
    }
}

/// Case does not count; the word is in upper case.
inline bool names(std::string_view text, std::string_view word) {
    for (; text.size() >= word.size(); text.remove_prefix(1)) {
        std::size_t same = 0;
        while (same < word.size() && upper(text[same]) == word[same]) ++same;
        if (same == word.size()) return true;
    }
    return false;
}

/// The names that payers and contractors write.
inline void check_payer_name(const ClaimContext& context, Report& report) {
    const std::string_view name = context.claim.payer.name;
    const PayerClass payer = context.payer();
    const bool part_b = payer == PayerClass::medicare_b;
    const bool railroad = !part_b && payer != PayerClass::unknown && names(name, "RAILROAD");
    const bool plan = part_b && names(name, "MEDICARE ADVANTAGE");
    if (!railroad && !plan) return;
    Finding& finding = report.say(railroad ? 4 : 5).in(Field::payer_class);
    finding.denies(Group::CO, "109", 0, railroad ? "N105" : "");
    finding.fix_by(Operation::set_field, 0, Field::payer_class).from_chart();
}

inline void check_wrong_programme(const ClaimContext& context, Report& report) {
    check_payer_name(context, report);
    if (!is_medicare(context.payer())) return;
    check_hospice(context, report);
    check_dialysis(context, report);
}

inline constexpr Rule wrong_programme{
    .id = "PAY004",
    .name = "wrong-programme",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "A modifier, code, diagnosis or payer name points to hospice, dialysis, Railroad Medicare or Medicare "
               "Advantage.",
    .why = "The claim goes to a payer that is not responsible, and comes back weeks later.",
    .fix = "Find out who pays for the patient on that day and bill them, or mark the service as unrelated.",
    .confidence = Confidence::secondary,
    .messages = wrong_programme_messages,
    .sources = wrong_programme_sources,
    .bad = wrong_programme_bad,
    .good = wrong_programme_good,
    .check_claim = &check_wrong_programme,
};

}  // namespace deltoid::rulebook

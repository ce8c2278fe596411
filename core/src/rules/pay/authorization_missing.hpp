// SPDX-License-Identifier: Apache-2.0
// PAY003: a code that needs an authorization by the profile, and no number.
#pragma once

#include "context.hpp"
#include "rules/pay/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view authorization_missing_messages[] = {
    "Line {line}: your profile says {payer} wants an authorization number for {code}, and neither the line nor the "
    "claim has one (box 23).",
};
inline constexpr Source authorization_missing_sources[] = {source::authorization};
inline constexpr Example authorization_missing_bad[] = {
    {"Denosumab, which the payer's list names.",
     R"([{"op":"replace","path":"/payer/id","value":"61101"},
         {"op":"replace","path":"/payer/class","value":"commercial"},
         {"op":"replace","path":"/lines/2/code","value":"J0897"},
         {"op":"replace","path":"/lines/2/units","value":"60"},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"}])",
     R"({"profile":{"payers":[{"id":"61101","authorization_required":["J0897"]}]}})"},
};
inline constexpr Example authorization_missing_good[] = {
    {"The number stands on the claim.",
     R"([{"op":"replace","path":"/payer/id","value":"61101"},
         {"op":"replace","path":"/payer/class","value":"commercial"},
         {"op":"replace","path":"/lines/2/code","value":"J0897"},
         {"op":"replace","path":"/lines/2/units","value":"60"},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"},
         {"op":"add","path":"/prior_authorization","value":"A123456"}])",
     R"({"profile":{"payers":[{"id":"61101","authorization_required":["J0897"]}]}})"},
    {"The profile asks for nothing.", "[]"},
};

inline bool wants_authorization(const PayerProfile& payer, Code code) {
    for (const Code wanted : payer.authorization_required)
        if (wanted == code) return true;
    return false;
}

inline void check_authorization_missing(const ClaimContext& context, Report& report) {
    const PayerProfile* payer = context.options.profile.payer(context.claim.payer);
    if (payer == nullptr || !trim(context.claim.prior_authorization).empty()) return;
    for (const Service& service : context.services) {
        const bool numbered = !trim(context.claim.lines[service.line - 1U].prior_authorization).empty();
        if (numbered || !service.facts.code.valid() || !wants_authorization(*payer, service.facts.code)) continue;
        Finding& finding = report.say(0, service).in(Field::line_prior_authorization).with("code", service.facts.code);
        finding.with("payer", payer->name.empty() ? payer->id : payer->name);
        finding.denies(Group::CO, "197", service.line, "M62");
        finding.fix_by(Operation::set_field, 0, Field::prior_authorization).from_chart();
    }
}

inline constexpr Rule authorization_missing{
    .id = "PAY003",
    .name = "authorization-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "The profile says the payer wants an authorization for a code of the claim, and the claim has no "
               "number.",
    .why = "Without the number the payer denies the line, and an authorization is seldom given afterwards.",
    .fix = "Write the authorization number; if there is none, ask the payer before the claim goes out.",
    .confidence = Confidence::secondary,
    .messages = authorization_missing_messages,
    .sources = authorization_missing_sources,
    .bad = authorization_missing_bad,
    .good = authorization_missing_good,
    .check_claim = &check_authorization_missing,
};

}  // namespace deltoid::rulebook

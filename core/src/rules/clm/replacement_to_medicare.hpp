// SPDX-License-Identifier: Apache-2.0
// CLM013: a replacement or void to a Part B contractor, which takes original claims only.
#pragma once

#include "context.hpp"
#include "rules/clm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view replacement_to_medicare_messages[] = {
    "The resubmission code is 7 (box 22), but Medicare's Part B contractors usually take no replacement claims. Ask to "
    "reopen a clerical error, or send a new claim after an unprocessable one.",
    "The resubmission code is 8 (box 22), but Medicare's Part B contractors usually take no void claims. Ask the "
    "contractor to reopen the claim or to take the payment back.",
};
inline constexpr Source replacement_to_medicare_sources[] = {source::no_replacement, source::resubmission};
inline constexpr Example replacement_to_medicare_bad[] = {
    {"A corrected claim goes to Medicare as a replacement.", R"([{"op":"replace","path":"/frequency","value":"7"}])"},
};
inline constexpr Example replacement_to_medicare_good[] = {
    {"A new claim after an unprocessable one is an original.", "[]"},
    {"A commercial payer takes replacements.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/frequency","value":"7"},
         {"op":"add","path":"/original_reference","value":"2026258000123"}])"},
};

inline bool takes_back(const Claim& claim) { return trim(claim.frequency) == "7" || trim(claim.frequency) == "8"; }

/// CLM008 does not ask for a reference that this payer has no use for.
inline bool wants_no_replacement(const Claim& claim) {
    return takes_back(claim) && claim.payer.payer_class == PayerClass::medicare_b && claim.kind == Kind::professional;
}

inline void check_replacement_to_medicare(const ClaimContext& context, Report& report) {
    if (!wants_no_replacement(context.claim)) return;
    report.say(trim(context.claim.frequency) == "7" ? 0 : 1).in(Field::frequency).tag(Tag::payer);
}

inline constexpr Rule replacement_to_medicare{
    .id = "CLM013",
    .name = "replacement-to-medicare",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::corrected),
    .on_voids = true,
    .any_claim = true,
    .summary = "A professional claim to Medicare Part B is sent as a replacement or a void.",
    .why = "Part B contractors usually reject resubmission codes 7 and 8, and the filing limit keeps running.",
    .fix = "Ask to reopen a clerical error, appeal a denial, and send an unprocessable claim again as an original.",
    .myth =
        "Often advised: correct every claim with resubmission code 7. That holds for commercial payers and Medicaid, "
        "not "
        "for Medicare Part B.",
    .confidence = Confidence::professional,
    .messages = replacement_to_medicare_messages,
    .sources = replacement_to_medicare_sources,
    .bad = replacement_to_medicare_bad,
    .good = replacement_to_medicare_good,
    .check_claim = &check_replacement_to_medicare,
};

}   // namespace deltoid::rulebook

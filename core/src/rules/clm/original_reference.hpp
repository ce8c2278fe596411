// SPDX-License-Identifier: Apache-2.0
// CLM008: a replacement or void that does not say what it replaces.
#pragma once

#include "rules/clm/replacement_to_medicare.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view original_reference_messages[] = {
    "The resubmission code is {code}, but the payer's number of the first claim is missing (box 22). Copy it from the "
    "remittance.",
};
inline constexpr Source original_reference_sources[] = {source::resubmission};
inline constexpr Example original_reference_bad[] = {
    {"A replacement without the payer's number.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},
         {"op":"replace","path":"/frequency","value":"7"}])"},
};
inline constexpr Example original_reference_good[] = {
    {"The replacement names the first claim.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/frequency","value":"7"},
         {"op":"add","path":"/original_reference","value":"2026258000123"}])"},
};

inline void check_original_reference(const ClaimContext& context, Report& report) {
    const Claim& claim = context.claim;
    if (!takes_back(claim) || wants_no_replacement(claim) || !trim(claim.original_reference).empty()) return;
    Finding& finding = report.say(0).in(Field::original_reference).with("code", trim(claim.frequency));
    finding.denies(Group::CO, "16", 0, "M47").fix_by(Operation::set_field, 0, Field::original_reference);
}

inline constexpr Rule original_reference{
    .id = "CLM008",
    .name = "original-reference-missing",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::corrected),
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "A replacement or void does not carry the payer's number of the first claim.",
    .why = "Payers usually cannot find the first claim then, and reject this one or deny it as a duplicate.",
    .fix = "Copy the claim number from the remittance of the first claim.",
    .confidence = Confidence::professional,   // fact book 9.1: [K]
    .messages = original_reference_messages,
    .sources = original_reference_sources,
    .bad = original_reference_bad,
    .good = original_reference_good,
    .check_claim = &check_original_reference,
};

}   // namespace deltoid::rulebook

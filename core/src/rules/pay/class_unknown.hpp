// SPDX-License-Identifier: Apache-2.0
// PAY005: nobody said what kind of payer it is.
#pragma once

#include "context.hpp"
#include "rules/pay/sources.hpp"

namespace deltoid::rulebook {

/// Rules that speak of payers of a known kind only. A test (laws_unknown_payer.cpp) asks every rule its own example
/// without one and compares.
inline constexpr std::string_view silent_without_class =
    "ADM008, BND002, BND010, CLM007, CLM013, DRG004, DRG009, DRG010, DRG011, DRG012, NDC001, PAY001, PAY002, PAY004, "
    "POS004, POS005, SUP006";
inline constexpr std::string_view silent_without_class_institutional = "ADM008, BND016, CLM007, DRG004, DRG010, DRG011, DRG012, NDC001, PAY001, PAY002";

inline constexpr std::string_view class_unknown_messages[] = {
    "The kind of payer could not be told (box 1), so these rules stayed silent: {rules}.",
};
inline constexpr Source class_unknown_sources[] = {source::claim_filing};
inline constexpr Example class_unknown_bad[] = {
    {"No payer class, and no profile that knows the payer.", R"([{"op":"remove","path":"/payer/class"}])"},
};
inline constexpr Example class_unknown_good[] = {
    {"The class is named.", "[]"},
    {"The profile knows the payer.", R"([{"op":"remove","path":"/payer/class"}])",
     R"({"profile":{"payers":[{"id":"04402","class":"medicare_b"}]}})"},
    {"The options name the class of claims that do not.", R"([{"op":"remove","path":"/payer/class"}])",
     R"({"payer":"medicare_b"})"},
};

inline void check_class_unknown(const ClaimContext& context, Report& report) {
    if (context.payer() != PayerClass::unknown) return;
    const bool hospital = context.claim.kind == Kind::institutional;
    Finding& finding = report.say(0).tag(Tag::not_evaluated).in(Field::payer_class);
    finding.with("rules", hospital ? silent_without_class_institutional : silent_without_class);
    finding.fix_by(Operation::set_field, 0, Field::payer_class).from_chart();
}

inline constexpr Rule class_unknown{
    .id = "PAY005",
    .name = "class-unknown",
    .level = Level::info,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "The kind of payer could not be told; rules that depend on it stayed silent.",
    .why = "Rules that hold for some payers only, such as Medicare's own, are not applied to an unknown payer.",
    .fix = "Name the kind of payer on the claim, in the profile, or for the whole run with --payer.",
    .messages = class_unknown_messages,
    .sources = class_unknown_sources,
    .bad = class_unknown_bad,
    .good = class_unknown_good,
    .check_claim = &check_class_unknown,
};

}  // namespace deltoid::rulebook

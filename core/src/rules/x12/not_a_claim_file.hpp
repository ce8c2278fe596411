// SPDX-License-Identifier: Apache-2.0
// X12006: the input is no file of claims that are read, by its name.
#pragma once

#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12006.
enum class NotAClaimFile : std::uint8_t {
    other_transaction,     ///< {what}
    unnamed_transaction,   ///< {transaction}
    unread_claims,         ///< {count}
    other_file,            ///< {what}
    no_claims,             ///< no places
    no_transaction         ///< no places
};

inline constexpr std::string_view not_a_claim_file_messages[] = {
    "This is {what}, not a claim file. Nothing in it was checked.",
    "This is a transaction set {transaction} of X12, not a claim file. Nothing in it was checked.",
    "The dental claims (837D) of this file were not checked (claims: {count}). Professional (837P) and institutional "
    "claims (837I) are.",
    "This is {what}, not a claim file. Nothing in it was checked.",
    "This claim file has no claim in it. Nothing was checked.",
    "This file has an X12 header and nothing after it. Nothing was checked.",
};
inline constexpr Source not_a_claim_file_sources[] = {x12::envelope, x12::application};
inline constexpr auto not_a_claim_file_text =
    x12::join(x12::isa, "GS*HP*PAYER*CLINIC*20260916*0800*101*X*005010X221A1~\n",
              "ST*835*0001*005010X221A1~\nBPR*I*0*C*NON************20260916~\nTRN*1*12345*1512345678~\nSE*4*0001~\n",
              "GE*1*101~\nIEA*1*000000101~\n");
inline constexpr Example not_a_claim_file_bad[] = {
    {"A remittance advice.", x12::view(not_a_claim_file_text), "{}", true}};
inline constexpr Example not_a_claim_file_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline constexpr Rule not_a_claim_file{
    .id = "X12006",
    .name = "not-a-claim-file",
    .level = Level::error,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The input holds something other than professional or institutional claims.",
    .why = "Nothing in it could be checked, so it must not pass for clean.",
    .fix = "Choose the 837P or 837I file that goes to the payer or clearinghouse.",
    .myth = "",
    .messages = not_a_claim_file_messages,
    .sources = not_a_claim_file_sources,
    .bad = not_a_claim_file_bad,
    .good = not_a_claim_file_good,
};

}   // namespace deltoid::rulebook

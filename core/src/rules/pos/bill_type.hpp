// SPDX-License-Identifier: Apache-2.0
// POS009: an institutional claim whose type of bill these rules do not know, or that has none.
#pragma once

#include "bill_types.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view bill_type_messages[] = {
    "What type of bill {bill} pays for an injection was not checked (FL 4). Known here are 013x, 085x, 071x and 077x: "
    "edits and unit limits of others stayed silent.",
    "The type of bill is missing (FL 4), and payers reject a claim without one. It was checked as an outpatient "
    "hospital's (0131).",
    "The type of bill \"{bill}\" is none: it has a zero and three digits, as 0131 (FL 4). Edits and unit limits of "
    "hospitals were not checked.",
};
inline constexpr Source bill_type_sources[] = {source::bill_types};
inline constexpr Example bill_type_bad[] = {
    {"A hospital claim without its type of bill.",
     R"([{"op":"replace","path":"/kind","value":"institutional"},{"op":"remove","path":"/pos"}])"},
    {"An injection on the claim of a home health agency.",
     R"([{"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0341"},
         {"op":"remove","path":"/pos"}])"},
};
inline constexpr Example bill_type_good[] = {
    {"An outpatient hospital.",
     R"([{"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0131"},
         {"op":"remove","path":"/pos"}])"},
    {"A professional claim has a place of service.", "[]"},
};

enum class BillTypeMessage : std::uint8_t { unknown, missing, malformed };

inline void check_bill_type(const ClaimContext& context, Report& report) {
    const std::string_view bill = trim(context.claim.bill_type);
    if (bill_type_of(context.claim) != BillType::other && !bill.empty()) return;
    const BillTypeMessage message = bill.empty()                     ? BillTypeMessage::missing
                                    : facility_of_bill(bill).empty() ? BillTypeMessage::malformed
                                                                     : BillTypeMessage::unknown;
    Finding& finding = report.say(static_cast<std::uint8_t>(message)).in(Field::bill_type).with("bill", bill);
    if (message == BillTypeMessage::unknown) finding.at_level(Level::info).tag(Tag::not_evaluated);
}

inline constexpr Rule bill_type{
    .id = "POS009",
    .name = "bill-type",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::institutional,
    .institutional = true,
    .summary = "A claim of an institution has no type of bill, or one whose payment for injections is not known here.",
    .why = "The type of bill says by which programme's rules an injection is paid.",
    .fix = "Complete the type of bill; for other institutions ask the payer what it pays for an injection.",
    .messages = bill_type_messages,
    .sources = bill_type_sources,
    .bad = bill_type_bad,
    .good = bill_type_good,
    .check_claim = &check_bill_type,
};

}   // namespace deltoid::rulebook

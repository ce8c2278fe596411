// SPDX-License-Identifier: Apache-2.0
// CLM002: the same claim twice in the batch. Said at the end of the batch, of what the day index remembers.
#pragma once

#include "context.hpp"
#include "rules/clm/sources.hpp"
#include "small_text.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view duplicate_claim_messages[] = {
    "This claim bills the same lines for the same patient and payer as {first}, and the payer will deny it as a "
    "duplicate (box 24). Send one of the two.",
    "This claim bills the same lines to the same second payer as {first}, and the payer will deny it as a duplicate "
    "(box 24). Send one of the two, or none when Medicare has crossed the claim over.",
};
inline constexpr Source duplicate_claim_sources[] = {source::duplicates, source::crossover};
inline constexpr Example duplicate_claim_bad[] = {
    {"The claim was entered twice.",
     R"([[{"op":"replace","path":"/id","value":"A"}],[{"op":"replace","path":"/id","value":"B"}]])"},
};
inline constexpr Example duplicate_claim_good[] = {
    {"The second claim has other services.",
     R"([[{"op":"replace","path":"/id","value":"A"}],
         [{"op":"replace","path":"/id","value":"B"},{"op":"replace","path":"/lines/0/from","value":"2026-09-16"},
          {"op":"replace","path":"/lines/1/from","value":"2026-09-16"},
           {"op":"replace","path":"/lines/2/from","value":"2026-09-16"}]])"},
};

/// `first` stands for the whole claim that counts; `same_number`: this claim has its account number.
inline void say_duplicate_claim(bool second_payer, bool same_number, const Service& first, Report& report) {
    SmallText<64> name;
    name.add("claim ").add(first.claim->id);
    const bool numbered = !trim(first.claim->id).empty();
    const bool shown = numbered && !same_number && !name.full();
    Finding& finding = report.say(second_payer ? 1 : 0).in(Field::lines);
    finding.with("first", shown      ? finding.keep(name.view())
                          : numbered ? "another claim of this number"
                                     : "another claim");
    finding.denies(Group::OA, "18", 0, second_payer ? "N522" : "");
    finding.beside({first.claim->file, first.claim->id, first.claim->index, first.line});
}

inline constexpr Rule duplicate_claim{
    .id = "CLM002",
    .name = "duplicate-claim",
    .level = Level::error,
    .scope = Scope::reader,
    .institutional = true,
    .any_claim = true,
    .summary = "Two original claims of the batch bill the same lines for one patient to one payer.",
    .why = "The payer pays one of them and denies the other as a duplicate.",
    .fix =
        "Send one claim; a correction of a claim that was sent before is a replacement, where the payer takes those.",
    .messages = duplicate_claim_messages,
    .sources = duplicate_claim_sources,
    .bad = duplicate_claim_bad,
    .good = duplicate_claim_good,
};

}   // namespace deltoid::rulebook

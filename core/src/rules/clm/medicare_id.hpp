// SPDX-License-Identifier: Apache-2.0
// CLM007: an id that is no Medicare Beneficiary Identifier.
#pragma once

#include "context.hpp"
#include "rules/clm/sources.hpp"
#include "small_text.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view medicare_id_messages[] = {
    "The Medicare id {id} does not look like one, such as 1EG4TE5MK73 (box 1a). Copy the eleven characters from the "
    "card.",
    "The Medicare id {id} is written with hyphens or blanks; a claim takes it without (box 1a).",
    "The Medicare id {id} looks like the old number, which Medicare has not taken since 2020-01-01 (box 1a). Copy the "
    "eleven characters from the new card.",
};
inline constexpr Source medicare_id_sources[] = {source::medicare_id};
inline constexpr Example medicare_id_bad[] = {
    {"A letter stands where a digit belongs.", R"([{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MKA3"}])"},
    {"The hyphens of the card were copied.", R"([{"op":"replace","path":"/subscriber/id","value":"1EG4-TE5-MK73"}])"},
};
inline constexpr Example medicare_id_good[] = {
    {"Eleven characters in the right places.", "[]"},
    {"A Medicare Advantage plan has ids of its own.",
     R"([{"op":"replace","path":"/payer/class","value":"medicare_advantage"},
         {"op":"replace","path":"/subscriber/id","value":"H12345678"}])"},
};

/// Claims that the contractor gets from this day on carry the new id, whatever the date of service (CMS).
inline constexpr Day medicare_id_only = Day::of(2020, 1, 1);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A digit from 1 first; letters never S, L, O, I, B or Z (CMS, MBI format).
inline bool is_medicare_id(std::string_view id) {
    constexpr std::string_view shape = "CANNANNAANN";   // C 1-9, N digit, A letter
    if (id.size() != shape.size()) return false;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const char c = upper(id[i]);
        const bool letter = c >= 'A' && c <= 'Z' && std::string_view("SLOIBZ").find(c) == std::string_view::npos;
        const bool either = i == 2 || i == 5;   // a letter or a digit
        const bool fits = shape[i] == 'C'   ? c >= '1' && c <= '9'
                          : shape[i] == 'N' ? is_digit(c) || (either && letter)
                                            : letter;
        if (!fits) return false;
    }
    return true;
}

/// Nine digits and a suffix of one or two characters.
inline bool is_claim_number(std::string_view id) {
    if (id.size() < 10 || id.size() > 11) return false;
    for (std::size_t i = 0; i < 9; ++i)
        if (!is_digit(id[i])) return false;
    return !is_digit(id[9]);
}

inline SmallText<16> without_hyphens(std::string_view id) {
    SmallText<16> kept;
    for (std::size_t i = 0; i < id.size(); ++i)
        if (id[i] != '-' && id[i] != ' ') {
            const char c = upper(id[i]);
            kept.add({&c, 1});
        }
    return kept;
}

inline void check_medicare_id(const ClaimContext& context, Report& report) {
    const std::string_view id = trim(context.claim.subscriber_id);
    if (context.payer() != PayerClass::medicare_b || id.empty() || is_medicare_id(id)) return;
    if (!context.received.known() || context.received < medicare_id_only) return;
    const SmallText<16> plain = without_hyphens(id);
    const bool hyphens = !plain.full() && is_medicare_id(plain.view());
    Finding& finding = report.say(hyphens                         ? 1
                                  : is_claim_number(plain.view()) ? 2
                                                                  : 0)
                           .in(Field::subscriber_id)
                           .with("id", id);
    finding.denies(Group::CO, "16", 0, "N382");
    finding.fix_by(Operation::set_field, 0, hyphens ? finding.keep(plain.view()) : std::string_view(),
                   Field::subscriber_id);
}

inline constexpr Rule medicare_id{
    .id = "CLM007",
    .name = "medicare-id",
    .level = Level::error,
    .scope = Scope::claim,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The patient's Medicare id does not have the form of a Medicare Beneficiary Identifier.",
    .why = "Medicare usually returns the claim, because it cannot find the patient.",
    .fix = "Copy the id from the Medicare card, without hyphens.",
    .confidence = Confidence::professional,
    .messages = medicare_id_messages,
    .sources = medicare_id_sources,
    .bad = medicare_id_bad,
    .good = medicare_id_good,
    .check_claim = &check_medicare_id,
};

}   // namespace deltoid::rulebook

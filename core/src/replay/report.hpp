// SPDX-License-Identifier: Apache-2.0
// The report of a replay, for programs and for people. What is in it is described in docs/replay.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book.hpp"
#include "tally.hpp"

namespace deltoid::replay {

/// `identifiers` false: claims are told by file and number only.
void write_json(std::string& out, const Book& book, const Tally& tally, bool identifiers);
void write_text(std::string& out, const Book& book, const Tally& tally, bool identifiers);

/// Sentences about what could not be read, used or balanced.
[[nodiscard]] std::vector<std::string> notices(const Book& book, const Tally& tally);

/// Denied lines of one reason, or one root cause.
struct ReasonCount {
    std::uint32_t key = 0;                    ///< a CARC or claim status (Reason::code without its group), or a cause
    Reason::Kind kind = Reason::Kind::none;   ///< status, CO for any adjustment, none for no reason
    std::uint8_t cause = 0;
    std::vector<std::uint32_t> rows;   ///< positions in Tally::denials
    Split lines, caught, same_reason, missed;
    Cents money = 0, missed_money = 0;
};
[[nodiscard]] std::vector<ReasonCount> by_reason(const Tally& tally);
[[nodiscard]] std::vector<ReasonCount> by_cause(const Tally& tally);

/// A key and how often it came; most frequent first.
struct KeyCount {
    std::uint32_t key = 0;
    std::uint64_t count = 0;
};
/// What a list of keys holds.
[[nodiscard]] std::vector<KeyCount> counted(std::vector<std::uint32_t> keys);
[[nodiscard]] std::vector<KeyCount> remarks_of(const Tally& tally, std::span<const std::uint32_t> denials);
/// Rules that named the denied lines.
[[nodiscard]] std::vector<KeyCount> rules_of(const Book& book, const Tally& tally,
                                             std::span<const std::uint32_t> denials);

/// Periods of one month, or one payer, added up.
[[nodiscard]] std::vector<PeriodRow> by_month(const Tally& tally);
[[nodiscard]] std::vector<PeriodRow> by_payer(const Book& book, const Tally& tally);
/// All of them, by the payer's name, then month.
[[nodiscard]] std::vector<PeriodRow> by_payer_month(const Book& book, const Tally& tally);
[[nodiscard]] std::string_view payer_name(const Book& book, std::uint32_t payer);
[[nodiscard]] PayerClass payer_class(const Book& book, std::uint32_t payer);
/// "2026-03"; "unknown"
void append_month(std::string& out, std::int32_t month);

/// How far a payment is from what its parts come to.
[[nodiscard]] inline Cents difference(const SetRow& set) { return set.payment - (set.paid - set.provider); }
[[nodiscard]] inline bool balances(const SetRow& set) {
    return set.acknowledgement || !set.payment_known || difference(set) == 0;
}

/// Thousandths of `whole` that `part` is, rounded; -1 of nothing.
[[nodiscard]] inline std::int64_t thousandths(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? -1 : static_cast<std::int64_t>((2000 * part + whole) / (2 * whole));
}

[[nodiscard]] std::string_view name_of(LineClass what);
[[nodiscard]] std::string_view name_of(LooseRow::Why why);

}   // namespace deltoid::replay

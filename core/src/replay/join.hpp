// SPDX-License-Identifier: Apache-2.0
// Claims meet their answers by sorting and merging: nothing in it is quadratic, and the order of files does not matter.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "book.hpp"

namespace deltoid::replay {

/// Claims of one id stand together, in an order that does not hang on where they were read.
[[nodiscard]] bool comes_before(const Book& book, std::uint32_t a, std::uint32_t b);

/// Marks sets that were read twice, pairs reversals with what they take back, and gives every other answer its claim.
/// What finds none is added to the loose ones. Returns the answers that have a claim, by claim and then by time.
[[nodiscard]] std::vector<std::uint32_t> assign_answers(Book& book);

/// Which payer's turn an answer is: 1 the first, 2, 3; 0 when it does not say.
[[nodiscard]] unsigned turn_of(const AnswerRow& answer);
[[nodiscard]] unsigned turn_of(const ClaimRow& claim);
[[nodiscard]] inline bool is_reversal(const AnswerRow& answer) { return answer.status == 22; }
[[nodiscard]] inline bool is_acknowledgement(const AnswerRow& answer) { return answer.status >= ClaimAnswer::accepted; }

inline constexpr std::uint16_t no_line = 0xFFFF;
/// For each service of an answer the index of the claim's line that it is about, or no_line.
void match_lines(const Book& book, const ClaimRow& claim, const AnswerRow& answer, std::vector<std::uint16_t>& lines);

}   // namespace deltoid::replay

// SPDX-License-Identifier: Apache-2.0
// Words and numbers in sentences for people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deltoid::cli {

/// 1,284
[[nodiscard]] std::string with_commas(std::uint64_t number);

/// The text with its lines broken at blanks, so that none is longer than `width`; what goes on stands as far in.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

/// "a, b or c"
[[nodiscard]] std::string one_of(const std::vector<std::string>& names);

/// The candidate that was probably meant, without regard to case; "" when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// " Did you mean --format?", or nothing when there is no candidate.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace deltoid::cli

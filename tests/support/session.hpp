// SPDX-License-Identifier: Apache-2.0
// One session of the checker, run as a host runs it, and what it wrote.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"
#include "support/json.hpp"

namespace deltoid::test {

struct Input {
    std::string name;
    std::string bytes;
    Role role = Role::claims;
};

inline constexpr std::size_t in_one_piece = ~std::size_t{0};

/// The options of `options` in another format.
[[nodiscard]] std::string in_format(std::string_view options, std::string_view format);

/// Everything a session writes. Throws std::invalid_argument when it does not start.
[[nodiscard]] std::string check(std::string_view options, std::span<const Input> inputs, std::size_t chunk = in_one_piece);

/// What was written as jsonl, and what totals() says.
struct Outcome {
    std::vector<Json> findings;
    Json summary;
    Totals totals;
};
[[nodiscard]] Outcome outcome_of(std::string_view options, std::span<const Input> inputs);

/// Findings as JSON, one a text line, without what hangs on the form of the input: places, names of files, indexes of claims.
struct Portable {
    std::string findings;
    std::size_t count = 0;
    std::set<std::string> rules;
};
/// `ignored` are rules that are about the form of an input.
[[nodiscard]] Portable portable_findings(std::string_view options, std::span<const Input> inputs, std::string_view ignored);

/// "" when both are the same; else the first text line in which they part. Whole outputs in a failure help nobody.
[[nodiscard]] std::string first_difference(std::string_view got, std::string_view wanted);

[[nodiscard]] bool is_error_or_warning(const Json& finding);

/// A finding as a case describes it: {rule, level, claim, line, tags, field, fix, denial, amount, others, evidence, message}
/// with fixes, denial, others and evidence as short texts.
[[nodiscard]] Json in_short(const Json& finding);
/// "add_modifier line 1 25 (chart)"; the edits of an alternative are joined by " + ".
[[nodiscard]] std::string fix_in_short(const Json& alternative);

}  // namespace deltoid::test

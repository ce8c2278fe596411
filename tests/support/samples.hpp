// SPDX-License-Identifier: Apache-2.0
// What the tests check: the examples of the rules, the cases of tests/rules and the golden inputs, all as samples.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/rule.hpp"
#include "support/json.hpp"
#include "support/session.hpp"

namespace deltoid::test {

/// One batch with its options.
struct Sample {
    std::string name;
    std::string options;               ///< with as_of, without format
    std::vector<Input> inputs;
    /// The claims, when they are contract JSON of our own making; `inputs` then holds just these.
    std::vector<std::string> claims;
};

/// A case of tests/rules: a sample and what must be said of it.
struct RuleCase : Sample {
    std::string rule;
    std::string what;
    bool exact = true;                 ///< false: only that the rule stays silent
    std::vector<Json> expected;        ///< in the order of the findings

    [[nodiscard]] bool fires() const;
};

[[nodiscard]] std::filesystem::path project_folder();
/// Throws std::invalid_argument when the file cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

[[nodiscard]] Sample sample_of(const Rule& rule, const Example& example);
[[nodiscard]] std::vector<Sample> bad_examples();
[[nodiscard]] std::vector<Sample> good_examples();

/// The cases of one rule; empty when it has no file.
[[nodiscard]] std::vector<RuleCase> cases_of(std::string_view rule);
[[nodiscard]] std::vector<RuleCase> all_cases();

/// Golden cases by name, without their expected output.
[[nodiscard]] std::vector<Sample> golden_samples();

/// All of the above.
[[nodiscard]] std::vector<Sample> all_samples();

/// Claims as one input, one to a line.
[[nodiscard]] Input as_lines(const std::vector<std::string>& claims);

}  // namespace deltoid::test

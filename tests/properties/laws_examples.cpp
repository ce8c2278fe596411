// SPDX-License-Identifier: Apache-2.0
// Laws 4 and 5: the clean claim is clean; a rule's bad examples give that rule and no other error or warning, its good
// examples give neither.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "rules/clean_claim.hpp"
#include "rules/x12/examples.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

std::string listed(const std::vector<Json>& findings) {
    std::string text;
    for (const Json& finding : findings) text.append("  ").append(to_text(in_short(finding))).append("\n");
    return text;
}

bool says(const std::vector<Json>& findings, std::string_view rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const Json& finding) { return finding["rule"].text == rule; });
}

}  // namespace

TEST_CASE("law 4: the clean claim is clean under every rule, infos among them", "[laws]") {
    const std::vector<Input> as_json{{"clean.json", std::string(rulebook::clean_claim)}};
    const Outcome outcome = outcome_of(rulebook::example_options, as_json);
    INFO(listed(outcome.findings));
    CHECK(outcome.findings.empty());
    CHECK(outcome.totals.claims == 1);
    CHECK(outcome.totals.injection_lines == 1);
    CHECK(outcome.totals.clean_injection_lines == 1);
}

TEST_CASE("law 4: so is the clean 837P", "[laws]") {
    const std::vector<Input> as_x12{{"clean.837", std::string(rulebook::x12::clean)}};
    const Outcome outcome = outcome_of(rulebook::example_options, as_x12);
    INFO(listed(outcome.findings));
    CHECK(outcome.findings.empty());
    CHECK(outcome.totals.claims == 1);
    CHECK(outcome.totals.clean_injection_lines == 1);
}

TEST_CASE("law 5: a bad example gives its rule, and no other error or warning", "[laws]") {
    for (const Rule* rule : rules())
        for (const Example& example : rule->bad) {
            const Sample sample = sample_of(*rule, example);
            const Outcome outcome = outcome_of(sample.options, sample.inputs);
            INFO(rule->id << ": " << example.what << "\n" << listed(outcome.findings));
            CHECK(says(outcome.findings, rule->id));
            CHECK(std::none_of(outcome.findings.begin(), outcome.findings.end(), [&](const Json& finding) {
                return is_error_or_warning(finding) && finding["rule"].text != rule->id;
            }));
        }
}

TEST_CASE("law 5: a good example gives neither its rule nor an error or warning", "[laws]") {
    for (const Rule* rule : rules())
        for (const Example& example : rule->good) {
            const Sample sample = sample_of(*rule, example);
            const Outcome outcome = outcome_of(sample.options, sample.inputs);
            INFO(rule->id << ": " << example.what << "\n" << listed(outcome.findings));
            CHECK_FALSE(says(outcome.findings, rule->id));
            CHECK(std::none_of(outcome.findings.begin(), outcome.findings.end(), is_error_or_warning));
        }
}

TEST_CASE("the first bad example of a rule shows the rule's usual level", "[laws]") {
    for (const Rule* rule : rules()) {
        const Sample sample = sample_of(*rule, rule->bad.front());
        const Outcome outcome = outcome_of(sample.options, sample.inputs);
        constexpr std::string_view names[] = {"off", "info", "warning", "error"};
        INFO(rule->id << "\n" << listed(outcome.findings));
        CHECK(std::any_of(outcome.findings.begin(), outcome.findings.end(), [&](const Json& finding) {
            return finding["rule"].text == rule->id && finding["level"].text == names[static_cast<std::size_t>(rule->level)];
        }));
    }
}

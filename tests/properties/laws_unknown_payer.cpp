// SPDX-License-Identifier: Apache-2.0
// PAY005 names the rules that stay silent when the kind of payer could not be told: every rule is asked its own example
// with and without one, and the two lists must be the same.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "rules/pay/class_unknown.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

bool says(const std::vector<Json>& findings, std::string_view rule) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Json& finding) { return finding["rule"].text == rule; });
}

std::vector<Json> findings_of(const Sample& sample, std::string_view changes) {
    std::vector<std::string> claims;
    for (const std::string& claim : sample.claims) claims.push_back(merged(claim, changes));
    const std::vector<Input> input{as_lines(claims)};
    return outcome_of(merged(sample.options, R"({"select":null})"), input).findings;
}

/// The rule's first bad example, as a claim of this kind, is heard when the class is told and not when it is not.
bool is_silent_without_class(const Rule& rule, std::string_view kind) {
    const Sample sample = sample_of(rule, rule.bad.front());
    if (sample.claims.empty()) return false;
    const std::string with = R"({"kind":")" + std::string(kind) + R"("})";
    const std::vector<Json> unknown =
        findings_of(sample, R"({"payer":{"class":"unknown"},"kind":")" + std::string(kind) + R"("})");
    return says(findings_of(sample, with), rule.id) && says(unknown, "PAY005") && !says(unknown, rule.id);
}

std::string silent_rules(std::string_view kind) {
    std::string text;
    for (const Rule* rule : rules()) {
        if (rule->scope == Scope::reader || rule->id == "PAY005" || !is_silent_without_class(*rule, kind)) continue;
        text.append(text.empty() ? "" : ", ").append(rule->id);
    }
    return text;
}

}  // namespace

TEST_CASE("PAY005 names the rules that stay silent without a kind of payer", "[laws]") {
    CHECK(silent_rules("professional") == rulebook::silent_without_class);
    CHECK(silent_rules("institutional") == rulebook::silent_without_class_institutional);
}

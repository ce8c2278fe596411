// SPDX-License-Identifier: Apache-2.0
// The one runner of tests/rules/*.json. A case says what is billed and exactly which errors and warnings follow (and
// which infos of its own rule); tests/rules/README.md describes the format.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "deltoid/rule.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// What a case speaks of: every error and warning, and the infos of its own rule.
std::vector<Json> concerned(const RuleCase& one) {
    std::vector<Json> said;
    for (const Json& finding : outcome_of(one.options, one.inputs).findings)
        if (is_error_or_warning(finding) || finding["rule"].text == one.rule) said.push_back(in_short(finding));
    return said;
}

/// Of the finding, what the case speaks of; the line always, and the message by a part of it.
Json as_asked(const Json& finding, const Json& expected) {
    Json answer;
    for (const std::string& key : expected.keys) {
        const bool part = key == "message" && finding[key].text.find(expected[key].text) != std::string::npos;
        answer.set(key, part ? expected[key] : finding[key]);
    }
    if (!expected.has("line")) answer.set("line", finding["line"]);
    return answer;
}

Json with_line(Json expected) {
    if (!expected.has("line")) expected.set("line", Json());
    return expected;
}

std::string listed(const std::vector<Json>& findings) {
    std::string text;
    for (const Json& finding : findings) text.append("  ").append(to_text(finding)).append("\n");
    return text.empty() ? "  nothing\n" : text;
}

void run(const RuleCase& one) {
    const std::vector<Json> said = concerned(one);
    INFO("case: " << one.name << "\noptions: " << one.options << "\nsaid:\n" << listed(said));
    if (!one.exact) {
        CHECK(std::none_of(said.begin(), said.end(), [&](const Json& finding) { return finding["rule"].text == one.rule; }));
        return;
    }
    CHECK(said.size() == one.expected.size());
    for (std::size_t i = 0; i < std::min(said.size(), one.expected.size()); ++i)
        CHECK(to_text(as_asked(said[i], one.expected[i])) == to_text(with_line(one.expected[i])));
}

}  // namespace

TEST_CASE("every rule says of its cases what it should, and no other rule more", "[rules]") {
    const Rule* const rule = GENERATE(from_range(rules().begin(), rules().end()));
    DYNAMIC_SECTION(rule->id << " " << rule->name) {
        for (const RuleCase& one : cases_of(rule->id)) run(one);
    }
}

TEST_CASE("every rule has three cases that it speaks on and three near misses", "[rules]") {
    for (const Rule* rule : rules()) {
        const std::vector<RuleCase> cases = cases_of(rule->id);
        const auto fires = std::count_if(cases.begin(), cases.end(), [](const RuleCase& one) { return one.fires(); });
        INFO(rule->id << " " << rule->name);
        CHECK(fires >= 3);
        CHECK(static_cast<std::ptrdiff_t>(cases.size()) - fires >= 3);
    }
}

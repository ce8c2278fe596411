// SPDX-License-Identifier: Apache-2.0
// Law 11: applying any offered fix that says what to write clears its finding and adds no error.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// Every edit of the alternative says what to write, or needs nothing to be said.
bool can_be_applied(const Json& alternative) {
    const auto says = [](const Json& edit) { return edit["op"].text == "delete_line" || !edit["value"].is_null(); };
    return says(alternative) && std::all_of(alternative["also"].values.begin(), alternative["also"].values.end(), says);
}

/// How often each rule speaks on each claim; by claim, since lines are numbered anew when one is deleted.
std::map<std::string, int> counted(const std::vector<Json>& findings, bool errors_only) {
    std::map<std::string, int> counts;
    for (const Json& finding : findings)
        if (!errors_only || finding["level"].text == "error") ++counts[finding["rule"].text + " on claim " + finding["claim_index"].text];
    return counts;
}

void must_clear(const Sample& sample, const std::vector<Json>& before, const Json& finding, const Json& alternative) {
    const auto index = static_cast<std::size_t>(finding["claim_index"].number());
    INFO(sample.name << "\n" << to_text(in_short(finding)) << "\nfix: " << fix_in_short(alternative));
    std::vector<Problem> problems;
    std::vector<std::string> claims = sample.claims;
    claims[index] = apply(sample.claims[index], to_text(alternative), problems);
    for (const Problem& problem : problems) FAIL_CHECK(problem.path << ": " << problem.message);
    if (!problems.empty()) return;
    INFO("fixed: " << claims[index]);
    const std::vector<Input> fixed{as_lines(claims)};
    const std::vector<Json> after = outcome_of(sample.options, fixed).findings;

    const std::string key = finding["rule"].text + " on claim " + finding["claim_index"].text;
    CHECK(counted(after, false)[key] < counted(before, false)[key]);
    const auto errors_before = counted(before, true);
    for (const auto& [rule, count] : counted(after, true)) {
        INFO("errors of " << rule);
        CHECK(count <= (errors_before.count(rule) == 0 ? 0 : errors_before.at(rule)));
    }
}

std::size_t apply_all_fixes(const Sample& sample) {
    std::size_t applied = 0;
    const std::vector<Json> findings = outcome_of(sample.options, sample.inputs).findings;
    for (const Json& finding : findings)
        for (const Json& alternative : finding["fix"].values) {
            if (!can_be_applied(alternative)) continue;
            must_clear(sample, findings, finding, alternative);
            ++applied;
        }
    return applied;
}

}  // namespace

TEST_CASE("law 11: a fix that says what to write clears its finding and adds no error", "[laws]") {
    std::size_t applied = 0;
    for (const Sample& sample : all_samples())
        if (!sample.claims.empty()) applied += apply_all_fixes(sample);
    CHECK(applied > 100);
}

TEST_CASE("a fix that does not say what to write is refused with a reason, and the claim is not touched", "[laws]") {
    std::size_t refused = 0;
    for (const Sample& sample : all_samples()) {
        if (sample.claims.empty()) continue;
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings)
            for (const Json& alternative : finding["fix"].values) {
                if (can_be_applied(alternative)) continue;
                INFO(sample.name << "\nfix: " << fix_in_short(alternative));
                std::vector<Problem> problems;
                const auto index = static_cast<std::size_t>(finding["claim_index"].number());
                CHECK(apply(sample.claims[index], to_text(alternative), problems).empty());
                REQUIRE_FALSE(problems.empty());
                CHECK(problems.front().message.size() > 10);
                ++refused;
            }
    }
    CHECK(refused > 10);
}

TEST_CASE("an edit that claims what only the chart can tell says so", "[laws]") {
    const auto claims_a_fact = [](const Json& edit) {
        constexpr std::string_view facts[] = {"25", "59", "XE", "XS", "XP", "XU", "76", "77", "JZ", "JW"};
        return edit["op"].text == "add_diagnosis" ||
               (edit["op"].text == "add_modifier" &&
                std::find(std::begin(facts), std::end(facts), edit["value"].text) != std::end(facts));
    };
    for (const Sample& sample : all_samples())
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings)
            for (const Json& alternative : finding["fix"].values) {
                INFO(sample.name << "\nfix: " << fix_in_short(alternative));
                CHECK((!claims_a_fact(alternative) || alternative["needs"].text == "chart"));
                for (const Json& edit : alternative["also"].values) CHECK((!claims_a_fact(edit) || edit["needs"].text == "chart"));
            }
}

TEST_CASE("what must never be advised is never a fix", "[laws]") {
    for (const Sample& sample : all_samples()) {
        if (sample.claims.empty()) continue;
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings)
            for (const Json& alternative : finding["fix"].values) {
                if (alternative["op"].text != "add_modifier") continue;
                const Json claim = parse_json(sample.claims[static_cast<std::size_t>(finding["claim_index"].number())]);
                const auto line = static_cast<std::size_t>(alternative["line"].number());
                REQUIRE(line >= 1);
                REQUIRE(line <= claim["lines"].values.size());
                const std::string& code = claim["lines"].values[line - 1]["code"].text;
                const std::string& modifier = alternative["value"].text;
                INFO(sample.name << "\nfix: " << fix_in_short(alternative) << " on " << code);
                CHECK_FALSE((code == "96372" && modifier == "25"));
                CHECK_FALSE((code.starts_with("992") && modifier != "25"));
                CHECK_FALSE((code == "96372" && finding["rule"].text == "BND003"));
                const bool for_visit = finding["message"].text.find("in the visit") != std::string::npos;
                CHECK_FALSE((for_visit && modifier != "25"));
            }
    }
}

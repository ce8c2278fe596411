// SPDX-License-Identifier: Apache-2.0
// No input is lost silently: files cut off anywhere, random bytes, and what passes the limits. Whatever comes in, there
// is a finding or a claim, and the summary counts it.
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "rules/clean_claim.hpp"
#include "support/brute_force.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

Outcome outcome_of_bytes(const std::string& bytes) {
    const std::vector<Input> inputs{{"input", bytes}};
    return outcome_of(rulebook::example_options, inputs);
}

/// Without writing anything: half of the time of a brute force.
Totals totals_of(std::string_view bytes) {
    Checker checker;
    REQUIRE(checker.open(in_format(rulebook::example_options, "none")).empty());
    checker.begin(Role::claims, "input");
    static_cast<void>(checker.feed(bytes));
    static_cast<void>(checker.finish());
    return checker.totals();
}

std::string golden_input(std::string_view file) { return read_file(project_folder() / "tests/golden" / file); }

std::string message_of(const Outcome& outcome, std::string_view rule) {
    for (const Json& finding : outcome.findings)
        if (finding["rule"].text == rule) return finding["message"].text;
    return {};
}

/// A claim with `count` lines, as JSON.
std::string claim_with_lines(std::string_view id, std::size_t count, std::string_view line) {
    std::string claim = R"({"id":")" + std::string(id) + R"(","subscriber":{"id":"S1"},"lines":[)";
    for (std::size_t i = 0; i < count; ++i) claim.append(i == 0 ? "" : ",").append(line);
    return claim + "]}\n";
}

constexpr std::string_view bad_npi_claim = "{\"id\":\"LAST\",\"rendering\":{\"npi\":\"1234567839\"}}\n";

}  // namespace

TEST_CASE("a file that is cut off anywhere keeps its claims, and says that it is cut off", "[laws]") {
    for (const std::string_view file : {"practice-day/input.837", "dependents/input.837", "mechanisms/input.ndjson"}) {
        const std::string whole = golden_input(file);
        std::uint64_t claims = 0;
        for (std::size_t size = 0; size < whole.size(); size += brute_force_step) {
            const Totals totals = totals_of(std::string_view(whole).substr(0, size));
            INFO(file << ", the first " << size << " bytes");
            CHECK(totals.claims >= claims);   // what was read is not lost for what is missing
            CHECK(totals.claims + totals.errors != 0);
            claims = totals.claims;
        }
        CHECK(totals_of(whole).claims >= claims);
    }
}

TEST_CASE("random bytes are no claim file, and that is said", "[laws]") {
    std::mt19937 random(96372);
    for (std::size_t round = 0; round < 500; round += brute_force_step) {
        std::string bytes(random() % 3000 + 1, '\0');
        for (char& byte : bytes) byte = static_cast<char>(random() & 0xFF);
        const Outcome outcome = outcome_of_bytes(bytes);
        INFO("round " << round);
        CHECK_FALSE(outcome.findings.empty());
        CHECK(outcome.summary["errors"].number() >= 1);
    }
}

TEST_CASE("random changes of a proper file never silence it", "[laws]") {
    std::mt19937 random(837);
    const std::string whole = golden_input("practice-day/input.837");
    for (std::size_t round = 0; round < 2000; round += brute_force_step) {
        std::string bytes = whole;
        for (auto changes = random() % 5 + 1; changes != 0; --changes) bytes[random() % bytes.size()] = static_cast<char>(random() & 0xFF);
        const Outcome outcome = outcome_of_bytes(bytes);
        INFO("round " << round);
        CHECK_FALSE(outcome.findings.empty());
        CHECK(outcome.summary["files"].values.size() == 1);
    }
}

TEST_CASE("SRC005: a claim over 16 MiB is named and the next one is checked", "[laws]") {
    const std::string large = R"({"id":"LARGE","note":")" + std::string(std::size_t{17} << 20, 'x') + "\"}\n";
    const Outcome outcome = outcome_of_bytes(large + std::string(bad_npi_claim));
    CHECK(message_of(outcome, "SRC005").find("larger than 16 MiB") != std::string::npos);
    CHECK(message_of(outcome, "CLM006") != "");
    CHECK(outcome.totals.claims == 2);
}

TEST_CASE("SRC005: a text line of 20 MB is one finding", "[laws]") {
    const Outcome outcome = outcome_of_bytes(std::string(20'000'000, 'x'));
    CHECK(outcome.findings.size() == 1);
    CHECK(outcome.summary["errors"].number() == 1);
}

TEST_CASE("SRC005: JSON nested 100,000 deep is one finding", "[laws]") {
    const Outcome outcome = outcome_of_bytes(std::string(100'000, '[') + std::string(100'000, ']'));
    CHECK(outcome.findings.size() == 1);
    CHECK(message_of(outcome, "SRC005").find("deeper than 64") != std::string::npos);
}

TEST_CASE("SRC005: more lines than any claim has are said, those before them are checked", "[laws]") {
    const Outcome outcome =
        outcome_of_bytes(claim_with_lines("LONG", 1001, R"({"code":"96372","modifiers":["25"],"units":"1","from":"2026-09-15"})"));
    CHECK(message_of(outcome, "SRC005").find("lines") != std::string::npos);
    CHECK(outcome.summary["by_rule"]["MOD001"].number() == 1000);
}

TEST_CASE("SRC005: a day of more than 500 lines is compared as far as that, and it is said", "[laws]") {
    std::string batch;
    std::size_t lines = 200;   // each one more, for a copy of a claim is not added to its day
    for (const std::string_view id : {"A", "B", "C"})
        batch += claim_with_lines(id, lines++, R"({"code":"96372","modifiers":["59"],"units":"1","from":"2026-09-15"})");
    const Outcome outcome = outcome_of_bytes(batch);
    CHECK(message_of(outcome, "SRC005").find("More than 500 lines") != std::string::npos);
    CHECK(outcome.summary["by_rule"]["SRC005"].number() == 1);
}

TEST_CASE("SRC003: hundreds of defects of one claim are named as far as that helps, and counted", "[laws]") {
    std::string claim = R"({"id":"A")";
    for (int i = 0; i < 200; ++i) claim += ",\"key" + std::to_string(i) + "\":1";
    const Outcome unknown = outcome_of_bytes(claim + "}\n");
    CHECK(unknown.findings.size() < 60);
    CHECK(unknown.findings.back()["message"].text.find("more keys") != std::string::npos);

    const Outcome wrong = outcome_of_bytes(claim_with_lines("A", 200, R"({"code":["96372"]})"));
    CHECK(wrong.findings.size() < 60);
    bool counted = false;
    for (const Json& finding : wrong.findings) counted |= finding["message"].text.find("more elements") != std::string::npos;
    CHECK(counted);
}

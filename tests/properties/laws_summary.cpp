// SPDX-License-Identifier: Apache-2.0
// The summary is the sum of the findings: what hosts show in their head line must be what stands below it.
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/corpus.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

using LineKey = std::pair<std::string, std::string>;   // claim_index, line; "null" the whole claim

std::string key_text(const Json& value) { return value.is_null() ? "null" : value.text; }

void levels_and_rules_add_up(const Outcome& outcome) {
    std::map<std::string, std::int64_t> levels, by_rule;
    std::int64_t not_evaluated = 0;
    for (const Json& finding : outcome.findings) {
        ++levels[finding["level"].text];
        ++by_rule[finding["rule"].text];
        for (const Json& tag : finding["tags"].values) not_evaluated += tag.text == "not_evaluated" ? 1 : 0;
    }
    const Json& summary = outcome.summary;
    CHECK(summary["errors"].number() == levels["error"]);
    CHECK(summary["warnings"].number() == levels["warning"]);
    CHECK(summary["infos"].number() == levels["info"]);
    CHECK(summary["not_evaluated"].number() == not_evaluated);
    std::map<std::string, std::int64_t> told;
    for (std::size_t i = 0; i < summary["by_rule"].keys.size(); ++i) told[summary["by_rule"].keys[i]] = summary["by_rule"].values[i].number();
    CHECK(told == by_rule);
    CHECK(std::is_sorted(summary["by_rule"].keys.begin(), summary["by_rule"].keys.end()));
}

void totals_are_the_summary(const Outcome& outcome) {
    const Totals& totals = outcome.totals;
    const auto told = [&](std::string_view key) { return static_cast<std::uint64_t>(outcome.summary[key].number()); };
    CHECK(totals.claims == told("claims"));
    CHECK(totals.lines == told("lines"));
    CHECK(totals.injection_claims == told("injection_claims"));
    CHECK(totals.injection_lines == told("injection_lines"));
    CHECK(totals.clean_injection_lines == told("clean_injection_lines"));
    CHECK(totals.errors == told("errors"));
    CHECK(totals.warnings == told("warnings"));
    CHECK(totals.infos == told("infos"));
    CHECK(totals.not_evaluated == told("not_evaluated"));
    CHECK(totals.amount_at_risk == read_money(outcome.summary["amount_at_risk"].text).value);
}

void files_add_up(const Outcome& outcome, const Sample& sample) {
    std::int64_t claims = 0, lines = 0, bytes = 0;
    const auto& files = outcome.summary["files"].values;
    // Earlier claims are known, not checked: their files are none of the batch.
    std::vector<Input> inputs = sample.inputs;
    std::erase_if(inputs, [](const Input& input) { return input.role == Role::history; });
    REQUIRE(files.size() == inputs.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        CHECK(files[i]["name"].text == inputs[i].name);
        CHECK(files[i]["bytes"].number() == static_cast<std::int64_t>(inputs[i].bytes.size()));
        claims += files[i]["claims"].number();
        lines += files[i]["lines"].number();
        bytes += files[i]["bytes"].number();
    }
    CHECK(outcome.summary["claims"].number() == claims);
    CHECK(outcome.summary["lines"].number() == lines);
    CHECK(outcome.totals.bytes == static_cast<std::uint64_t>(bytes));
}

/// What the errors say will deny, each line once, from the charges on the claims.
Cents at_risk(const Outcome& outcome, const Sample& sample) {
    std::set<std::pair<std::size_t, std::size_t>> denied;
    for (const Json& finding : outcome.findings) {
        if (finding["level"].text != "error" || finding["denial"].is_null()) continue;
        const auto claim = static_cast<std::size_t>(finding["claim_index"].number());
        const Json& line = finding["denial"]["line"];
        const std::size_t count = parse_json(sample.claims[claim])["lines"].values.size();
        for (std::size_t i = 1; i <= count; ++i)
            if (line.is_null() || static_cast<std::size_t>(line.number()) == i) denied.insert({claim, i});
    }
    Cents sum = 0;
    for (const auto& [claim, line] : denied) {
        const Money charge = read_money(parse_json(sample.claims[claim])["lines"].values[line - 1]["charge"].text);
        if (charge.valid()) sum += charge.value;
    }
    return sum;
}

/// Lines with 96372 of which, as of their claims as a whole, no error or warning speaks.
std::pair<std::int64_t, std::int64_t> injections_and_clean_ones(const Outcome& outcome, const Sample& sample) {
    std::set<LineKey> dirty;
    for (const Json& finding : outcome.findings)
        if (is_error_or_warning(finding)) dirty.insert({key_text(finding["claim_index"]), key_text(finding["line"])});
    std::int64_t all = 0, clean = 0;
    for (std::size_t claim = 0; claim < sample.claims.size(); ++claim) {
        const Json json = parse_json(sample.claims[claim]);
        const auto& lines = json["lines"].values;
        for (std::size_t line = 0; line < lines.size(); ++line) {
            if (trim(lines[line]["code"].text) != "96372") continue;
            ++all;
            const std::string index = std::to_string(claim);
            clean += dirty.contains({index, "null"}) || dirty.contains({index, std::to_string(line + 1)}) ? 0 : 1;
        }
    }
    return {all, clean};
}

}  // namespace

TEST_CASE("the summary counts what the findings say", "[laws]") {
    for (const Sample& sample : all_samples()) {
        INFO(sample.name);
        const Outcome outcome = outcome_of(sample.options, sample.inputs);
        levels_and_rules_add_up(outcome);
        totals_are_the_summary(outcome);
        files_add_up(outcome, sample);
    }
}

TEST_CASE("select and ignore decide what is counted", "[laws]") {
    for (Sample& sample : all_samples()) {
        INFO(sample.name);
        sample.options = merged(sample.options, R"({"ignore":["BND","DRG001","PAY001"]})");
        const Outcome outcome = outcome_of(sample.options, sample.inputs);
        levels_and_rules_add_up(outcome);
        if (!sample.claims.empty()) CHECK(outcome.totals.amount_at_risk == at_risk(outcome, sample));
    }
}

TEST_CASE("the money at risk is that of the lines that errors deny, each line once", "[laws]") {
    Cents all = 0;
    for (const Sample& sample : all_samples()) {
        if (sample.claims.empty()) continue;
        const Outcome outcome = outcome_of(sample.options, sample.inputs);
        INFO(sample.name);
        CHECK(outcome.totals.amount_at_risk == at_risk(outcome, sample));
        all += outcome.totals.amount_at_risk;
    }
    CHECK(all > 0);
}

TEST_CASE("an injection line is clean when neither it nor its claim has an error or warning", "[laws]") {
    for (const Sample& sample : all_samples()) {
        if (sample.claims.empty()) continue;
        const Outcome outcome = outcome_of(sample.options, sample.inputs);
        const auto [all, clean] = injections_and_clean_ones(outcome, sample);
        INFO(sample.name);
        CHECK(outcome.summary["injection_lines"].number() == all);
        CHECK(outcome.summary["clean_injection_lines"].number() == clean);
    }
}

TEST_CASE("the summary counts what the findings say, over the corpus", "[laws][corpus]") {
    const std::vector<Sample> corpus = corpus_samples();
    if (corpus.empty()) SKIP("the corpus does not lie beside the project");
    for (const Sample& sample : corpus) {
        INFO(sample.name);
        const Outcome outcome = outcome_of(sample.options, sample.inputs);
        levels_and_rules_add_up(outcome);
        totals_are_the_summary(outcome);
        files_add_up(outcome, sample);
    }
}

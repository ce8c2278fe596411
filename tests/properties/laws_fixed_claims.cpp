// SPDX-License-Identifier: Apache-2.0
// Law 11 for whole batches: as many claims are written as were read, what was fixed is gone and no error is new.
#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/fixer.hpp"
#include "support/corpus.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

struct Fixed {
    std::string claims, changes;
    FixTotals totals;
    Totals left;
    std::vector<Problem> problems;
};

struct How {
    std::string approved = {};
    Fixer::Form form = Fixer::Form::lines;
    std::size_t chunk = in_one_piece;
};

Fixed fixed(std::string_view options, const Input& input, const How& how = {}) {
    Checker checker;
    const auto problems = checker.open(in_format(options, "none"));
    for (const Problem& problem : problems) throw std::invalid_argument(problem.path + ": " + problem.message);
    checker.begin(Role::claims, input.name);
    (void)checker.feed(input.bytes);
    Fixer fixer(checker, input.name, how.form);
    Fixed result;
    result.problems = fixer.approve(how.approved);
    for (std::size_t at = 0; at < input.bytes.size(); at += std::min(how.chunk, input.bytes.size() - at)) {
        const std::string piece = input.bytes.substr(at, how.chunk);
        std::copy(piece.begin(), piece.end(), fixer.buffer(piece.size()).begin());
        result.claims += fixer.feed(piece.size());
        result.changes += fixer.changes();
    }
    result.claims += fixer.finish();
    result.changes += fixer.changes();
    for (Problem& problem : fixer.problems()) result.problems.push_back(std::move(problem));
    result.totals = fixer.fixed();
    result.left = fixer.left();
    return result;
}

std::size_t lines_of(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// How often each rule speaks on each claim.
std::map<std::string, int> counted(const std::vector<Json>& findings, bool errors_only) {
    std::map<std::string, int> counts;
    for (const Json& finding : findings)
        if (!finding["claim_index"].is_null() && (!errors_only || finding["level"].text == "error"))
            ++counts[finding["claim_index"].text + " " + finding["rule"].text];
    return counts;
}

bool all_say_what(const Json& alternative) {
    const auto says = [](const Json& edit) {
        return edit["needs"].is_null() && edit["op"].text != "delete_line" && !edit["value"].is_null();
    };
    return says(alternative) && std::all_of(alternative["also"].values.begin(), alternative["also"].values.end(), says);
}

/// Nobody need be asked: no chart, no line deleted, one way only, and payers agree.
bool goes_by_itself(const Json& finding) {
    const auto& tags = finding["tags"].values;
    const bool payer = std::any_of(tags.begin(), tags.end(), [](const Json& tag) { return tag.text == "payer"; });
    return finding["fix"].values.size() == 1 && !payer && all_say_what(finding["fix"].values.front());
}

/// What could not be read is not in the claims that are written.
bool is_about_reading(const Json& finding) { return finding["rule"].text.starts_with("SRC"); }

void no_error_is_new(const Sample& sample, const std::vector<Json>& before, const std::vector<Json>& after) {
    auto errors = counted(before, true);
    for (const auto& [where, count] : counted(after, true)) {
        INFO(sample.name << "\nerrors of " << where);
        CHECK(count <= errors[where]);
    }
}

}   // namespace

TEST_CASE("law 11: what `fix` has fixed is gone, no error is new, and no claim is lost", "[laws][fix]") {
    std::size_t cleared = 0;
    for (const Sample& sample : all_samples()) {
        if (sample.claims.empty()) continue;
        INFO(sample.name);
        const Input input = as_lines(sample.claims);
        const Fixed result = fixed(sample.options, input);
        INFO(result.changes);
        CHECK(result.problems.empty());
        CHECK(result.totals.claims == sample.claims.size());
        CHECK(lines_of(result.claims) == sample.claims.size());
        const std::vector<Input> before{input}, after{{input.name, result.claims}};
        const Outcome was = outcome_of(sample.options, before), is = outcome_of(sample.options, after);
        no_error_is_new(sample, was.findings, is.findings);
        if (std::any_of(was.findings.begin(), was.findings.end(), is_about_reading)) continue;
        CHECK(result.left.errors == is.totals.errors);
        CHECK(result.left.warnings == is.totals.warnings);
        CHECK(result.left.infos == is.totals.infos);
        CHECK(fixed(sample.options, after.front()).claims == result.claims);
        auto rest = counted(is.findings, false);
        for (const auto& [where, count] : counted(was.findings, false)) {
            const auto fixable =
                std::count_if(was.findings.begin(), was.findings.end(), [&, at = where](const Json& finding) {
                    return finding["claim_index"].text + " " + finding["rule"].text == at &&
                           goes_by_itself(finding);
                });
            // A claim keeps a line to stand on.
            const Json claim = parse_json(sample.claims[std::stoul(where)]);
            if (fixable == 0 || claim["lines"].values.size() < 2) continue;
            INFO(where);
            CHECK(rest[where] < count);
            ++cleared;
        }
    }
    CHECK(cleared > 100);
}

TEST_CASE("law 11: the same where claims of one patient and day meet", "[laws][fix]") {
    constexpr std::size_t together = 4;
    std::vector<std::pair<std::string, std::string>> claims;   // options, claim
    for (const Sample& sample : bad_examples())
        // Corrected claims would stand in the place of the others, which all have one account number.
        if (sample.claims.size() == 1 && parse_json(sample.claims.front())["frequency"].text == "1")
            claims.emplace_back(sample.options, sample.claims.front());
    std::stable_sort(claims.begin(), claims.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::uint64_t fixes = 0;
    for (std::size_t first = 0; first + together <= claims.size(); ++first) {
        if (claims[first].first != claims[first + together - 1].first) continue;
        std::vector<std::string> batch;
        // Each with a line of its own, for a fix may make two claims alike, and a copy is not added to its day.
        for (std::size_t i = 0; i < together; ++i)
            batch.push_back(patched(claims[first + i].second,
                                    R"([{"op":"add","path":"/lines/-","value":{"code":"80053","units":"1","charge":"1)" +
                                        std::to_string(i) + R"(.00","from":"2026-09-15","pointers":[1]}}])"));
        const Sample sample{"from " + std::to_string(first), claims[first].first, {as_lines(batch)}, batch};
        const Fixed result = fixed(sample.options, sample.inputs.front());
        const std::vector<Input> after{{"fixed", result.claims}};
        const Outcome was = outcome_of(sample.options, sample.inputs), is = outcome_of(sample.options, after);
        if (std::any_of(was.findings.begin(), was.findings.end(), is_about_reading)) continue;
        INFO(batch[0] << "\n" << batch[1] << "\n" << batch[2] << "\n" << batch[3]);
        INFO(result.changes);
        CHECK(result.totals.claims == together);
        CHECK(result.left.errors == is.totals.errors);
        CHECK(result.left.warnings == is.totals.warnings);
        no_error_is_new(sample, was.findings, is.findings);
        fixes += result.totals.fixes;
    }
    CHECK(fixes > 100);
}

TEST_CASE("law 1 for `fix`: the bytes do not depend on how the input is cut", "[laws][fix]") {
    for (const Sample& sample : golden_samples())
        for (const Input& input : sample.inputs) {
            INFO(sample.name);
            const Fixed whole = fixed(sample.options, input),
                        cut = fixed(sample.options, input, {{}, Fixer::Form::lines, 7});
            CHECK(whole.claims == cut.claims);
            CHECK(whole.changes == cut.changes);
        }
}

TEST_CASE("law 12 for `fix`: every claim of the corpus is written or counted as unread", "[laws][fix][corpus]") {
    const std::vector<Sample> corpus = corpus_samples();
    if (corpus.empty()) SKIP("the corpus does not lie beside the project");
    for (const Sample& sample : corpus) {
        INFO(sample.name);
        const Fixed result = fixed(sample.options, sample.inputs.front());
        const Outcome was = outcome_of(sample.options, sample.inputs);
        CHECK(result.totals.claims + result.totals.unread == was.totals.claims);
        CHECK(lines_of(result.claims) == result.totals.claims);
        CHECK(result.left.errors <= was.totals.errors);
    }
}

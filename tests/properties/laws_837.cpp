// SPDX-License-Identifier: Apache-2.0
// Law 3: a claim of an 837, written as contract JSON and read again, gives the same findings but for their places.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/contract_lines.hpp"
#include "support/corpus.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

bool is_x12(const Input& input) { return input.bytes.starts_with("ISA"); }

Input as_json(const Input& input) {
    if (!is_x12(input)) return input;
    ContractLines translator;
    make_x12_reader()->end(input.bytes, 0, translator);
    return {input.name, translator.lines};
}

constexpr std::string_view about_the_form = R"(["X12","SRC"])";

/// A claim as JSON does not say when its file was made.
bool asks_the_file_for_the_day(const Sample& sample) { return parse_json(sample.options)["as_of"].text == "file"; }

std::size_t must_survive(const Sample& sample) {
    std::vector<Input> translated;
    for (const Input& input : sample.inputs) translated.push_back(as_json(input));
    const Portable wanted = portable_findings(sample.options, sample.inputs, about_the_form);
    INFO(sample.name);
    CHECK(first_difference(portable_findings(sample.options, translated, about_the_form).findings, wanted.findings) ==
          "");
    return wanted.count;
}

}   // namespace

TEST_CASE("law 3: from an 837 to JSON no finding is lost, added or changed", "[laws]") {
    std::size_t findings = 0;
    for (const Sample& sample : all_samples())
        if (std::any_of(sample.inputs.begin(), sample.inputs.end(), is_x12) && !asks_the_file_for_the_day(sample))
            findings += must_survive(sample);
    CHECK(findings > 20);
}

TEST_CASE("law 3: for the files of the corpus", "[laws][corpus]") {
    const std::vector<Sample> corpus = corpus_samples();
    if (corpus.empty()) SKIP("the corpus does not lie beside the project");
    for (const Sample& sample : corpus)
        if (is_x12(sample.inputs.front())) must_survive(sample);
}

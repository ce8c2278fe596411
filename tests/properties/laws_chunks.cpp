// SPDX-License-Identifier: Apache-2.0
// Law 1: however an input is cut into feeds, the same bytes come out as if it had been fed at once.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/corpus.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

constexpr std::size_t fixed_sizes[] = {1, 7, 64, 4096};

/// Feeds pieces of 1 to 100 bytes, the same ones on every run.
std::string check_in_random_pieces(const Sample& sample, unsigned seed) {
    std::mt19937 random(seed);
    Checker checker;
    REQUIRE(checker.open(sample.options).empty());
    std::string output;
    for (const Input& input : sample.inputs) {
        checker.begin(input.role, input.name);
        for (std::size_t at = 0; at < input.bytes.size();) {
            const std::size_t size = std::min<std::size_t>(random() % 100 + 1, input.bytes.size() - at);
            output += checker.feed(std::string_view(input.bytes).substr(at, size));
            at += size;
        }
    }
    return output += checker.finish();
}

/// The same by buffer() and feed(size), with more room than is used.
std::string check_by_buffer(const Sample& sample) {
    Checker checker;
    REQUIRE(checker.open(sample.options).empty());
    std::string output;
    for (const Input& input : sample.inputs) {
        checker.begin(input.role, input.name);
        for (std::size_t at = 0; at < input.bytes.size();) {
            const auto room = checker.buffer(500);
            const std::size_t size = std::min({room.size(), std::size_t{333}, input.bytes.size() - at});
            std::copy_n(input.bytes.data() + at, size, room.data());
            output += checker.feed(size);
            at += size;
        }
    }
    return output += checker.finish();
}

void must_not_depend_on_chunks(const Sample& sample) {
    INFO(sample.name);
    const std::string at_once = check(sample.options, sample.inputs);
    for (const std::size_t size : fixed_sizes) {
        INFO("pieces of " << size);
        CHECK(first_difference(check(sample.options, sample.inputs, size), at_once) == "");
    }
    CHECK(first_difference(check_in_random_pieces(sample, 96372), at_once) == "");
    CHECK(first_difference(check_by_buffer(sample), at_once) == "");
}

}  // namespace

TEST_CASE("law 1: feed in any chunks is feed at once", "[laws]") {
    for (const Sample& sample : all_samples()) must_not_depend_on_chunks(sample);
}

TEST_CASE("law 1: in every other format as well", "[laws]") {
    for (Sample& sample : golden_samples())
        for (const std::string_view format : {"text", "json", "sarif", "csv", "html", "fhir"}) {
            sample.options = in_format(sample.options, format);
            must_not_depend_on_chunks(sample);
        }
}

TEST_CASE("law 1: for the files of the corpus", "[laws][corpus]") {
    const std::vector<Sample> corpus = corpus_samples();
    if (corpus.empty()) SKIP("the corpus does not lie beside the project");
    for (const Sample& sample : corpus) {
        INFO(sample.name);
        const std::string at_once = check(sample.options, sample.inputs);
        CHECK(first_difference(check_in_random_pieces(sample, 1), at_once) == "");
        if (sample.inputs.front().bytes.size() < 100'000) CHECK(first_difference(check(sample.options, sample.inputs, 7), at_once) == "");
    }
}

// SPDX-License-Identifier: Apache-2.0
// Law 7, its second half: into however many blocks a session is cut, and in whatever order they are checked, the same
// bytes come out as from one Checker.
#include <algorithm>
#include <random>
#include <string>
#include <iterator>
#include <thread>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/crew.hpp"
#include "support/corpus.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

using Blocks = std::vector<Crew::Block*>;

/// Earlier claims are read before there are workers.
void read_history(Checker& checker, const Sample& sample) {
    for (const Input& input : sample.inputs) {
        if (input.role != Role::history) continue;
        checker.begin(input.role, input.name);
        (void)checker.feed(input.bytes);
    }
}

void take_all(Crew& crew, Blocks& blocks) {
    while (Crew::Block* block = crew.take()) blocks.push_back(block);
}

/// Blocks are checked by `check_blocks` when all inputs have been cut.
template <class CheckBlocks>
std::string check_in_blocks(const Sample& sample, std::size_t block_size, std::size_t chunk, CheckBlocks check_blocks) {
    Checker checker;
    REQUIRE(checker.open(sample.options).empty());
    read_history(checker, sample);
    Crew crew(checker, block_size);
    Blocks blocks;
    for (const Input& input : sample.inputs) {
        if (input.role != Role::claims) continue;
        crew.begin(input.name);
        for (std::size_t at = 0; at < input.bytes.size();) {
            const std::size_t size = std::min(chunk, input.bytes.size() - at);
            std::copy_n(input.bytes.data() + at, size, crew.buffer(size).data());
            crew.feed(size);
            at += size;
            take_all(crew, blocks);
        }
        crew.end();
        take_all(crew, blocks);
    }
    check_blocks(blocks);
    std::string output;
    for (Crew::Block* block : blocks) output += crew.join(*block);
    return output += crew.finish();
}

void last_first(const Blocks& blocks) {
    std::for_each(blocks.rbegin(), blocks.rend(), [](Crew::Block* block) { Crew::check(*block); });
}

void on_three_threads(const Blocks& blocks) {
    std::vector<std::thread> threads;
    for (std::size_t first = 0; first < 3; ++first)
        threads.emplace_back([&blocks, first] {
            for (std::size_t i = first; i < blocks.size(); i += 3) Crew::check(*blocks[i]);
        });
    for (std::thread& thread : threads) thread.join();
}

/// Each block as soon as it is there, so that it is used again for the next.
std::string check_one_by_one(const Sample& sample, std::size_t block_size, std::size_t chunk) {
    Checker checker;
    REQUIRE(checker.open(sample.options).empty());
    read_history(checker, sample);
    Crew crew(checker, block_size);
    std::string output;
    const auto join_all = [&] {
        while (Crew::Block* block = crew.take()) {
            Crew::check(*block);
            output += crew.join(*block);
        }
    };
    for (const Input& input : sample.inputs) {
        if (input.role != Role::claims) continue;
        crew.begin(input.name);
        for (std::size_t at = 0; at < input.bytes.size();) {
            const auto room = crew.buffer(1);
            const std::size_t size = std::min({chunk, room.size(), input.bytes.size() - at});
            std::copy_n(input.bytes.data() + at, size, room.data());
            crew.feed(size);
            at += size;
            join_all();
        }
        crew.end();
        join_all();
    }
    return output += crew.finish();
}

void must_not_depend_on_blocks(const Sample& sample, std::initializer_list<std::size_t> block_sizes) {
    INFO(sample.name);
    const std::string at_once = check(sample.options, sample.inputs);
    for (const std::size_t size : block_sizes) {
        INFO("blocks of " << size);
        CHECK(first_difference(check_in_blocks(sample, size, 777, last_first), at_once) == "");
        CHECK(first_difference(check_one_by_one(sample, size, 100'000), at_once) == "");
        CHECK(first_difference(check_one_by_one(sample, size, 61), at_once) == "");
    }
}

Sample in_format(Sample sample, std::string_view format) {
    sample.options = test::in_format(sample.options, format);
    return sample;
}

/// The same inputs, spoilt a little in ways that a seed decides.
class Spoiler {
public:
    explicit Spoiler(unsigned seed) : random_(seed) {
        for (const Sample& sample : all_samples())
            for (const Input& input : sample.inputs)
                if (input.bytes.find("ST*837") != std::string::npos) texts_.push_back(input.bytes);
    }

    std::size_t below(std::size_t size) { return random_() % size; }

    std::string next() {
        std::string text = texts_[below(texts_.size())];
        if (below(3) == 0) text += texts_[below(texts_.size())];
        for (std::size_t changes = below(6); changes != 0 && !text.empty(); --changes) spoil(text);
        return text;
    }

private:
    void spoil(std::string& text) {
        const std::size_t at = below(text.size());
        const std::size_t level = text.find("HL*", at);
        switch (below(6)) {
            case 0: text[at] = static_cast<char>(random_()); break;
            case 1: text[at] = "~*:\n^"[below(5)]; break;
            case 2: text.erase(at, below(20)); break;
            case 3: text.insert(at, text.substr(below(text.size()), below(200))); break;
            case 4: text.resize(at); break;
            default:
                if (level != std::string::npos) text.insert(level, text.substr(level, below(600)));
        }
    }

    std::mt19937 random_;   // whose numbers the standard fixes
    std::vector<std::string> texts_;
};

}  // namespace

TEST_CASE("law 7: blocks of any size give the same bytes, over all samples") {
    for (const Sample& sample : all_samples()) must_not_depend_on_blocks(sample, {1, 700, 1U << 20});
}

TEST_CASE("law 7: blocks give the same bytes in every format") {
    for (const Sample& sample : golden_samples())
        for (const std::string_view format : {"text", "json", "sarif", "csv", "html", "fhir"})
            must_not_depend_on_blocks(in_format(sample, format), {1, 2000});
}

TEST_CASE("law 7: blocks of any size give the same bytes, over the corpus") {
    for (const Sample& sample : corpus_samples()) must_not_depend_on_blocks(sample, {1, 5000});
}

TEST_CASE("law 7: blocks of any size give the same bytes, over spoilt files") {
    Spoiler spoiler(7);
    for (int round = 0; round < 1500; ++round) {
        const Sample sample{"spoilt", R"({"as_of":"2026-11-21"})", {{"spoilt.837", spoiler.next()}}, {}};
        const std::size_t size = 1 + spoiler.below(900);
        INFO("blocks of " << size << " of\n" << sample.inputs.front().bytes);
        REQUIRE(first_difference(check_one_by_one(sample, size, 100'000), check(sample.options, sample.inputs)) == "");
    }
}

TEST_CASE("law 7: threads give the same bytes") {
    Sample everything{"everything", R"({"as_of":"2026-11-21"})", {}, {}};
    for (const Sample& sample : all_samples())
        std::copy_if(sample.inputs.begin(), sample.inputs.end(), std::back_inserter(everything.inputs),
                     [](const Input& input) { return input.role == Role::claims; });
    for (Sample& sample : corpus_samples()) everything.inputs.push_back(std::move(sample.inputs.front()));
    const std::string at_once = check(everything.options, everything.inputs);
    CHECK(first_difference(check_in_blocks(everything, 3000, 4096, on_three_threads), at_once) == "");
    CHECK(first_difference(check_in_blocks(everything, 3000, 4096, last_first), at_once) == "");
}

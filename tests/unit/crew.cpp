// SPDX-License-Identifier: Apache-2.0
// A session in blocks: what becomes a block, what is read in order, and that memory does not grow with the file.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/crew.hpp"
#include "unit/x12_files.hpp"

using namespace deltoid;
using namespace x12_test;

namespace {

constexpr const char* options = R"({"as_of":"2026-09-20","format":"jsonl"})";
constexpr std::size_t block_size = 4000;

/// A proper file of so many subscribers with a claim each.
std::string claims_837(std::size_t count) {
    std::string body = billing;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        body += replaced(replaced(std::string(subscriber), "HL*2*", "HL*" + std::to_string(i + 2) + "*"), "1EG4TE5MK73",
                         "M" + number);
        body += replaced(std::string(one_claim), "A-1", "A-" + number);
    }
    return write(file_of(body));
}

struct Cut {
    std::vector<Crew::Block*> blocks;   // no longer to be used when they were joined
    std::size_t work = 0;
    std::size_t with_work = 0;
    std::string output;
    Totals totals;
};

/// Fed in pieces of a block; every block is checked and joined as soon as it is there.
Cut cut(const std::vector<std::string>& inputs) {
    Checker checker;
    REQUIRE(checker.open(options).empty());
    Crew crew(checker, block_size);
    Cut result;
    const auto pass_on = [&] {
        while (Crew::Block* block = crew.take()) {
            result.blocks.push_back(block);
            result.work += Crew::work(*block);
            result.with_work += Crew::work(*block) != 0 ? 1 : 0;
            if (Crew::work(*block) != 0) Crew::check(*block);
            result.output += crew.join(*block);
        }
    };
    for (const std::string& input : inputs) {
        crew.begin("input");
        for (std::size_t at = 0; at < input.size(); at += block_size) {
            const std::size_t size = std::min(block_size, input.size() - at);
            std::copy_n(input.data() + at, size, crew.buffer(size).data());
            crew.feed(size);
            pass_on();
        }
        crew.end();
        pass_on();
    }
    result.output += crew.finish();
    result.totals = checker.totals();
    return result;
}

std::string at_once(const std::vector<std::string>& inputs) {
    Checker checker;
    REQUIRE(checker.open(options).empty());
    std::string output;
    for (const std::string& input : inputs) {
        checker.begin(Role::claims, "input");
        output += checker.feed(input);
    }
    return output += checker.finish();
}

std::size_t different(std::vector<Crew::Block*> blocks) {
    std::sort(blocks.begin(), blocks.end());
    return static_cast<std::size_t>(std::unique(blocks.begin(), blocks.end()) - blocks.begin());
}

}  // namespace

TEST_CASE("crew: an 837 is cut into blocks of about the size asked for, each byte in one of them") {
    const std::string file = claims_837(200);
    const Cut result = cut({file});
    CHECK(result.with_work == result.blocks.size());
    CHECK(result.work == file.size());
    CHECK(result.blocks.size() > file.size() / block_size / 2);
    CHECK(result.totals.claims == 200);
    CHECK(result.totals.bytes == file.size());
    CHECK((result.output == at_once({file})));
}

TEST_CASE("crew: blocks are used again, so that memory does not grow with the file") {
    CHECK(different(cut({claims_837(200)}).blocks) <= 2);
    const std::string claim = R"({"lines":[{"code":"96372","from":"2026-09-15","units":"1"}]})" "\n";
    std::string many;
    for (int i = 0; i < 2000; ++i) many += claim;
    CHECK(different(cut({many}).blocks) <= 2);
}

TEST_CASE("crew: JSON is read in order") {
    std::string many;
    for (int i = 0; i < 300; ++i) many += R"({"lines":[{"code":"96372","from":"2026-09-15","units":"1"}]})" "\n";
    const Cut result = cut({many});
    CHECK(result.work == 0);
    CHECK(result.blocks.size() > 1);
    CHECK(result.totals.claims == 300);
    CHECK((result.output == at_once({many})));
}

TEST_CASE("crew: what has no subscribers to cut at is not held in memory") {
    std::string remittance =
        replaced(write({isa, "GS*HP*A*B*20260918*1200*1*X*005010X221A1", "ST*835*0001"}), "HC", "HP");
    while (remittance.size() < 100 * block_size) remittance += "CLP*A-1*1*172*150**MB*1~\n";
    const Cut result = cut({remittance});
    CHECK(result.work == 0);
    CHECK(result.blocks.size() > 50);
    CHECK((result.output == at_once({remittance})));
}

TEST_CASE("crew: one subscriber with more claims than a few blocks hold") {
    std::string body = text_of({billing, subscriber});
    for (int i = 0; i < 500; ++i) body += replaced(std::string(one_claim), "A-1", "A-" + std::to_string(i));
    const std::string file = write(file_of(body));
    REQUIRE(file.size() > 20 * block_size);
    const Cut result = cut({file});
    CHECK(result.totals.claims == 500);
    CHECK((result.output == at_once({file})));
}

TEST_CASE("crew: several inputs, empty ones among them, keep their order") {
    const std::string json = R"([{"id":"J","lines":[{"code":"96372","from":"2026-09-15","units":"1"}]}])";
    const std::vector<std::string> inputs{claims_837(30), "", json, "   ", claims_837(30), "%PDF-1.7", claims_837(1)};
    const Cut result = cut(inputs);
    CHECK(result.totals.claims == 62);
    CHECK((result.output == at_once(inputs)));
}

TEST_CASE("crew: no input at all") { CHECK((cut({}).output == at_once({}))); }

TEST_CASE("crew: tables that were given before hold in every block") {
    Checker checker;
    REQUIRE(checker.open(options).empty());
    checker.begin(Role::tables, "broken.tsv");
    (void)checker.feed("no pack\n");
    Crew crew(checker);
    CHECK(checker.problems().size() >= 1);
}

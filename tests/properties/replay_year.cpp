// SPDX-License-Identifier: Apache-2.0
// A replay of a generated year says what the answer key says, whatever the order of files and the pieces they come in.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "../../bench/replay_year.hpp"
#include "deltoid/checker.hpp"

using namespace deltoid;
using bench::first_difference;
using bench::Json;
using bench::Year;
using bench::YearFile;

namespace {

std::string replay(const std::vector<YearFile>& files, std::size_t piece, const char* format = "json") {
    Checker checker;
    REQUIRE(checker.open(std::string(R"({"as_of":"file","replay":true,"format":")") + format + "\"}").empty());
    for (const YearFile& file : files) {
        checker.begin(file.remits ? Role::remits : Role::claims, file.name);
        for (std::size_t at = 0; at < file.bytes.size(); at += piece)
            CHECK(checker.feed(std::string_view(file.bytes).substr(at, piece)).empty());
    }
    std::string report(checker.finish());
    CHECK(checker.problems().empty());
    return report;
}

constexpr std::size_t large = std::size_t{1} << 20;

}   // namespace

TEST_CASE("replay: the report of a generated year is its answer key", "[replay]") {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        INFO("seed " << seed);
        const Year year = bench::make_year(seed, 3600);
        const Json report = Json::parse(replay(year.files, large));
        CHECK(first_difference(year.key, report) == "");
        // The key has something of everything.
        for (const char* outcome :
             {"paid", "patient", "partly_denied", "denied", "rejected", "written_off", "no_line_answer", "acknowledged",
              "pending", "forwarded", "predetermined", "unanswered"})
            CHECK(year.key["lines"][outcome]["lines"] > 0);
    }
}

TEST_CASE("replay: the key's test can fail", "[replay]") {
    const Year year = bench::make_year(1, 240);
    Json report = Json::parse(replay(year.files, large));
    report["by_payer"][0]["paid"] = "0.00";
    CHECK(first_difference(year.key, report) != "");
    Json fewer = Json::parse(replay(year.files, large));
    fewer["denials"].erase(0);
    CHECK(first_difference(year.key, fewer) != "");
}

TEST_CASE("replay: the order of files does not matter", "[replay]") {
    Year year = bench::make_year(11, 1200);
    std::mt19937 random(96372);
    for (int round = 0; round < 3; ++round) {
        const auto remits =
            std::find_if(year.files.begin(), year.files.end(), [](const YearFile& file) { return file.remits; });
        std::shuffle(year.files.begin(), remits, random);
        std::shuffle(remits, year.files.end(), random);
        CHECK(first_difference(year.key, Json::parse(replay(year.files, large))) == "");
    }
}

TEST_CASE("replay: in any pieces it is the same", "[replay]") {
    const Year year = bench::make_year(12, 240);
    for (const char* format : {"json", "text"}) {
        const std::string whole = replay(year.files, large, format);
        for (const std::size_t piece : {1U, 7U, 64U, 4096U}) {
            INFO(format << " in pieces of " << piece);
            CHECK(replay(year.files, piece, format) == whole);
        }
    }
}

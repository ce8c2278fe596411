// SPDX-License-Identifier: Apache-2.0
// A replay of a generated year, held against its answer key: exits with 1 and the first difference when they part.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "deltoid/checker.hpp"
#include "replay_year.hpp"

namespace {

constexpr std::string_view usage = R"(Usage: replay_year [CLAIMS [SEED [FOLDER]]]

Makes a year of claims (100000) with the payers' answers, replays it, and holds the report against the answer key.
With FOLDER the files, the report and the key are written there, for deltoid replay.
)";

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

void save(const std::string& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}   // namespace

int main(int count, char** words) {
    if (count > 4 || (count > 1 && words[1][0] == '-')) return std::fputs(usage.data(), stderr), 2;
    const auto claims = static_cast<std::uint32_t>(count > 1 ? std::strtoul(words[1], nullptr, 10) : 100'000);
    const std::uint64_t seed = count > 2 ? std::strtoull(words[2], nullptr, 10) : 1;
    const deltoid::bench::Year year = deltoid::bench::make_year(seed, claims);
    std::size_t bytes = 0;
    for (const auto& file : year.files) bytes += file.bytes.size();

    const Clock::time_point begin = Clock::now();
    deltoid::Checker checker;
    if (!checker.open(R"({"as_of":"file","replay":true})").empty()) return 2;
    double claims_read = 0;
    for (const auto& file : year.files) {
        if (file.remits && claims_read == 0) claims_read = seconds_since(begin);
        checker.begin(file.remits ? deltoid::Role::remits : deltoid::Role::claims, file.name);
        constexpr std::size_t piece = std::size_t{1} << 20;
        for (std::size_t at = 0; at < file.bytes.size(); at += piece)
            (void)checker.feed(std::string_view(file.bytes).substr(at, piece));
    }
    const double read = seconds_since(begin);
    const std::string report(checker.finish());
    const double all = seconds_since(begin);
    for (const deltoid::Problem& problem : checker.problems())
        return std::fprintf(stderr, "%s: %s\n", problem.path.c_str(), problem.message.c_str()), 2;
    std::printf(
        "%u claims, %zu files, %.1f MB: claims checked in %.2f s, answers read in %.2f s, joined and reported in %.2f "
        "s; report %.1f MB\n",
        claims, year.files.size(), static_cast<double>(bytes) / 1e6, claims_read, read - claims_read, all - read,
        static_cast<double>(report.size()) / 1e6);
    if (count > 3) {
        for (const auto& file : year.files) save(std::string(words[3]) + "/" + file.name, file.bytes);
        save(std::string(words[3]) + "/report.json", report);
        save(std::string(words[3]) + "/key.json", year.key.dump(1));
    }
    const std::string difference = deltoid::bench::first_difference(year.key, deltoid::bench::Json::parse(report));
    std::printf("%s\n", difference.empty() ? "The report is the key." : difference.c_str());
    return difference.empty() ? 0 : 1;
}

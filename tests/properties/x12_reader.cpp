// SPDX-License-Identifier: Apache-2.0
// Laws 1, 7, 9 and 12 of the X12 reader: pieces and blocks of any size give what the whole gives, no byte beyond the
// end is read, and claims in are claims counted.
#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "unit/x12_files.hpp"
#include "unit/x12_recorder.hpp"

using namespace x12_test;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sampled = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool sampled = true;
#else
constexpr bool sampled = false;
#endif
#else
constexpr bool sampled = false;
#endif

std::uint64_t next(std::uint64_t& seed) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

bool chance(std::uint64_t& seed, unsigned one_in) { return next(seed) % one_in == 0; }

/// A claim with a number of its own and a few lines.
std::string some_claim(std::uint64_t& seed) {
    std::string text =
        "CLM*C-" + std::to_string(next(seed) % 100000) + "*" + std::to_string(next(seed) % 500) + "***11:B:1*Y*A*Y*Y\n";
    if (chance(seed, 8)) text += "REF*G1*PA" + std::to_string(next(seed) % 1000) + "\n";
    text += "HI*ABK:M5450*ABF:J0190\n";
    if (chance(seed, 3)) text += "NM1*DN*1*REF*ERRER****XX*1111111112\n";
    text += "NM1*82*1*ROE*RICHARD****XX*1234567893\nPRV*PE*PXC*207Q00000X\n";
    if (chance(seed, 6))
        text += "SBR*S*18*******CI\nNM1*IL*1*DOE*JOHN****MI*OTHER\nNM1*PR*2*OTHER PLAN*****PI*88888\nREF*G1*OTHER\n";
    const std::uint64_t lines = next(seed) % 4;
    for (std::uint64_t i = 1; i <= lines; ++i) {
        text += "LX*" + std::to_string(i) + "\nSV1*HC:" + (chance(seed, 2) ? "96372" : "J1885:JZ") + "*" +
                std::to_string(next(seed) % 100) + ".5*UN*1***1:2\nDTP*472*D8*202609" +
                std::to_string(10 + next(seed) % 20) + "\n";
        if (chance(seed, 4)) text += "LIN**N4*00409379501\nCTP****2*ML\n";
        if (chance(seed, 20)) text += "NM1*82*1*LINE*DOCTOR****XX*4444444445\n";
    }
    return text;
}

std::string some_body(std::uint64_t& seed) {
    std::string body;
    const std::uint64_t providers = next(seed) % 3;
    for (std::uint64_t i = 0; i <= providers; ++i) {
        body += text_of({replaced(billing, "1234567893", std::to_string(1000000000 + next(seed) % 1000000000))});
        const std::uint64_t subscribers = next(seed) % 5;
        for (std::uint64_t k = 0; k < subscribers; ++k) {
            body += text_of({replaced(subscriber, "1EG4TE5MK73", "M" + std::to_string(next(seed) % 1000000))});
            const std::uint64_t own = next(seed) % 3;
            for (std::uint64_t c = 0; c < own; ++c) body += some_claim(seed);
            while (chance(seed, 3))
                body += "HL*9*2*23*0\nPAT*19\nNM1*QC*1*DOE*KID" + std::to_string(next(seed) % 100) +
                        "\nDMG*D8*20150102*M\n" + some_claim(seed);
        }
    }
    return body;
}

/// Files as they come: several interchanges with their own delimiters, odd line ends, and now and then damage.
std::string some_file(std::uint64_t& seed, bool damaged) {
    std::string text;
    if (chance(seed, 5)) text += "\xEF\xBB\xBF";
    if (chance(seed, 8)) text += "Dear Sir,\n\nplease find ISA below\n";
    const std::uint64_t interchanges = next(seed) % 3;
    for (std::uint64_t i = 0; i <= interchanges; ++i) {
        std::vector<std::vector<std::string>> sets;
        const std::uint64_t count = next(seed) % 3;
        for (std::uint64_t k = 0; k <= count; ++k) sets.push_back(set_of(some_body(seed), std::to_string(1000 + k)));
        Style style;
        if (chance(seed, 3)) style.element = '|';
        if (chance(seed, 3)) style.component = '>';
        if (chance(seed, 4)) style.terminator = chance(seed, 2) ? "\n" : "\r\n";
        const char* const ends[] = {"", "\n", "\r\n", "\n   "};
        style.between = ends[next(seed) % 4];
        text += write(interchange_of(sets), style);
    }
    if (!damaged) return text;
    const std::uint64_t wounds = next(seed) % 6;
    const std::string_view bytes = "*~:\n\r ISACLMHL\0\xFF^|X1";
    for (std::uint64_t i = 0; i < wounds && !text.empty(); ++i) {
        const std::size_t at = next(seed) % text.size();
        switch (next(seed) % 4) {
            case 0:
                text[at] = bytes[next(seed) % bytes.size()];
                break;
            case 1:
                text.erase(at, next(seed) % 40);
                break;
            case 2:
                text.insert(at, 1, bytes[next(seed) % bytes.size()]);
                break;
            default:
                text.insert(at, text.substr(next(seed) % text.size(), next(seed) % 60));
                break;
        }
    }
    if (chance(seed, 4)) text.resize(next(seed) % (text.size() + 1));
    return text;
}

std::string first_difference(const std::string& a, const std::string& b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
    const std::size_t from = at > 300 ? at - 300 : 0;
    return "whole:\n..." + a.substr(from, 600) + "\n\npieces:\n..." + b.substr(from, 600);
}

void same(const Recorder& whole, const Recorder& pieces, const std::string& what, const std::string& text) {
    if (whole.text == pieces.text) return;
    FAIL(what << "\n" << first_difference(whole.text, pieces.text) << "\n--- of\n" << text.substr(0, 20000));
}

std::string slurp(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}   // namespace

TEST_CASE("pieces of any size give what the whole gives", "[x12][law1]") {
    std::uint64_t seed = 20261121;
    const int rounds = sampled ? 15 : 120;
    for (int round = 0; round < rounds; ++round) {
        const std::string text = some_file(seed, round % 2 == 1);
        const Recorder whole = record(text);
        for (const std::size_t piece :
             {std::size_t{1}, std::size_t{7}, std::size_t{64}, std::size_t{1000}, next(seed) % 5000 + 1})
            same(whole, record(text, piece), "pieces of " + std::to_string(piece), text);
    }
}

TEST_CASE("blocks of any size give what the whole gives", "[x12][law7]") {
    std::uint64_t seed = 96372;
    const int rounds = sampled ? 15 : 120;
    for (int round = 0; round < rounds; ++round) {
        const std::string text = some_file(seed, round % 2 == 1);
        const Recorder whole = record(text);
        for (const std::size_t block :
             {std::size_t{1}, std::size_t{500}, std::size_t{3000}, next(seed) % 10000 + 1, std::size_t{1} << 20})
            for (const std::size_t piece : {std::size_t{1} << 20, next(seed) % 900 + 100})
                same(whole, record_cut(text, block, piece), "blocks of " + std::to_string(block), text);
    }
}

TEST_CASE("every claim that begins is handed over", "[x12][law12]") {
    std::uint64_t seed = 12;
    for (int round = 0; round < (sampled ? 20 : 200); ++round) {
        const std::string text = some_file(seed, false);
        std::size_t claims = 0;
        for (std::size_t at = text.find("CLM"); at != std::string::npos; at = text.find("CLM", at + 1))
            claims += text[at + 3] == '*' || text[at + 3] == '|' ? 1U : 0U;
        const Recorder recorder = record(text);
        INFO(recorder.text);
        REQUIRE(recorder.claims == claims);
        REQUIRE(recorder.text.find(" " + std::to_string(claims) + " claims") != std::string::npos);
    }
}

TEST_CASE("random bytes harm nothing", "[x12][law9]") {
    std::uint64_t seed = 1;
    for (int round = 0; round < (sampled ? 200 : 3000); ++round) {
        std::string text(next(seed) % 2000, '\0');
        const std::string_view alphabet = "ISA*~:^GSTSEHLCLMSV1LX0123456789 \n\r";
        const bool letters = chance(seed, 2);
        for (char& c : text) c = letters ? alphabet[next(seed) % alphabet.size()] : static_cast<char>(next(seed) % 256);
        if (chance(seed, 3)) text = write({isa}) + text;
        const Recorder whole = record(text);
        same(whole, record(text, 1 + next(seed) % 100), "random bytes", text);
        same(whole, record_cut(text, 1 + next(seed) % 500, 1 + next(seed) % 300), "random bytes, cut", text);
    }
}

TEST_CASE("all 837P and 837I files of the corpus are counted", "[x12][corpus][law12]") {
    const std::filesystem::path folder = corpus_folder();
    std::ifstream manifest(folder / "MANIFEST.tsv");
    if (!manifest) SKIP("no corpus of public files beside the project");
    std::string row;
    std::getline(manifest, row);
    std::size_t files = 0, institutional_files = 0;
    while (std::getline(manifest, row)) {
        std::vector<std::string> columns;
        for (std::size_t at = 0; at != std::string::npos;) {
            const std::size_t tab = row.find('\t', at);
            columns.push_back(row.substr(at, tab == std::string::npos ? tab : tab - at));
            at = tab == std::string::npos ? tab : tab + 1;
        }
        if (columns.size() < 7 || columns[0].substr(0, 5) == "fhir/") continue;
        const std::string text = slurp(folder / columns[0]);
        const Recorder recorder = record(text);
        INFO(columns[0]);
        INFO(recorder.text.substr(0, 2000));
        const std::size_t claims = std::stoul(columns[5]);
        // Some files of institutional labels hold dental services: those claims are named and counted, and not read.
        const bool dental = columns[3] == "837I" && recorder.claims == 0;
        if (columns[3] == "837P" || (columns[3] == "837I" && !dental)) {
            CHECK(recorder.claims == claims);
            CHECK(recorder.lines == std::stoul(columns[6]));
            CHECK((claims == 0 || recorder.count("X12006") == 0));
        } else {
            CHECK(recorder.claims == 0);
            CHECK(recorder.count("X12006") >= 1);
        }
        if (dental) CHECK(recorder.text.find(" " + columns[5] + " claims 0 lines") != std::string::npos);
        if (columns[3] == "837I") institutional_files += dental ? 0 : 1;
        for (const std::size_t piece : {std::size_t{1}, std::size_t{97}, std::size_t{4096}})
            if (text.size() < 100000 || piece > 1000) same(recorder, record(text, piece), columns[0], text);
        for (const std::size_t block : {std::size_t{1}, std::size_t{5000}})
            same(recorder, record_cut(text, block, 3000), columns[0], text);
        ++files;
    }
    CHECK(files > 0);
    CHECK(institutional_files >= 25);
    if (!std::filesystem::exists(folder / "derived")) return;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "derived")) {
        const Recorder recorder = record(slurp(entry.path()));
        INFO(entry.path().string());
        CHECK(recorder.claims >= 1);
        CHECK(recorder.text.find("/code=96372 ") != std::string::npos);
    }
}

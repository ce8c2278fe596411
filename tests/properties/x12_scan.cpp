// SPDX-License-Identifier: Apache-2.0
// Law 10: the scanner finds what a plain one finds, on all short strings; the vector masks are the scalar ones.
#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "properties/x12_naive.hpp"
#include "readers/x12_scan.hpp"

using namespace deltoid::x12;
using x12_test::Split;

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

/// All segments of exactly these bytes; odd() must be true where control or high bytes stand, and only there.
bool agrees(const char* begin, const char* end, const Delimiters& delimiters, bool unterminated, Split& found) {
    std::uint32_t text_line = 1;
    Scanner scanner(begin, end, delimiters, text_line);
    if (unterminated) scanner.accept_unterminated();
    Elements elements;
    found.clear();
    for (;;) {
        const char* segment = scanner.begin();
        if (segment == scanner.end() || !scanner.split(elements)) break;
        bool odd = false;
        for (const char* p = segment; p != scanner.segment_end(); ++p)
            odd = odd || ((static_cast<unsigned char>(*p) < 0x20 || static_cast<unsigned char>(*p) >= 0x80) &&
                          *p != delimiters.element);
        if (odd != scanner.odd()) return false;
        found.emplace_back();
        for (std::size_t i = 0; i < elements.count(); ++i) found.back().emplace_back(elements[i]);
    }
    return true;
}

/// skip() must stop where split() does.
bool skips_alike(const char* begin, const char* end, const Delimiters& delimiters, const Split& found) {
    std::uint32_t text_line = 1;
    Scanner scanner(begin, end, delimiters, text_line);
    std::size_t count = 0;
    while (scanner.begin() != scanner.end() && scanner.skip()) ++count;
    return count == found.size();
}

std::uint64_t next(std::uint64_t& seed) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

}   // namespace

TEST_CASE("the scanner agrees with a plain one on all short strings", "[x12][law10]") {
    const std::string alphabet = "A*~\n ";
    const std::size_t longest = sampled ? 5 : 8;
    const std::vector<Delimiters> kinds{{'*', ':', 0, '~'}, {'*', ':', 0, '\n'}, {' ', ':', 0, '*'}};
    Split found;
    for (const Delimiters& delimiters : kinds) {
        for (std::size_t size = 0; size <= longest; ++size) {
            std::size_t count = 1;
            for (std::size_t i = 0; i < size; ++i) count *= alphabet.size();
            std::vector<char> text(size);
            for (std::size_t number = 0; number < count; ++number) {
                std::size_t rest = number;
                for (char& byte : text) {
                    byte = alphabet[rest % alphabet.size()];
                    rest /= alphabet.size();
                }
                const std::string_view view(text.data(), size);
                for (const bool unterminated : {false, true}) {
                    if (!agrees(text.data(), text.data() + size, delimiters, unterminated, found) ||
                        found != x12_test::split_naively(view, delimiters, unterminated))
                        FAIL("on \"" << std::string(view) << "\"");
                }
                agrees(text.data(), text.data() + size, delimiters, false, found);
                if (!skips_alike(text.data(), text.data() + size, delimiters, found))
                    FAIL("skip on \"" << std::string(view) << "\"");
            }
        }
    }
    SUCCEED();
}

TEST_CASE("the scanner agrees with a plain one over the borders of blocks", "[x12][law10]") {
    const std::string alphabet = "ABC0123456789*~\n \r\x01\x7F\xE9";
    std::uint64_t seed = 20261121;
    Split found;
    const int rounds = sampled ? 300 : 20000;
    for (int round = 0; round < rounds; ++round) {
        std::vector<char> text(next(seed) % 300);
        const std::size_t marks = next(seed) % 30 + 3;   // how rare delimiters are
        for (char& c : text) c = next(seed) % marks < 3 ? alphabet[next(seed) % alphabet.size()] : 'X';
        const Delimiters delimiters{'*', ':', 0, next(seed) % 4 == 0 ? '\n' : '~'};
        const bool unterminated = next(seed) % 2 == 0;
        const std::string_view view(text.data(), text.size());
        INFO(std::string(view));
        REQUIRE(agrees(text.data(), text.data() + text.size(), delimiters, unterminated, found));
        auto expected = x12_test::split_naively(view, delimiters, unterminated);
        for (auto& segment : expected)
            if (segment.size() > Elements::room) segment.resize(Elements::room);
        REQUIRE(found == expected);
    }
}

TEST_CASE("vector masks are the scalar masks", "[x12]") {
    std::uint64_t seed = 7;
    for (int round = 0; round < 5000; ++round) {
        std::vector<char> block(block_size);
        for (char& c : block) c = static_cast<char>(next(seed) % 256);
        Delimiters delimiters;
        delimiters.element = block[next(seed) % block_size];
        delimiters.terminator = block[next(seed) % block_size];
        const Masks fast = Matcher(delimiters).match(block.data());
        const Masks slow = ScalarMatcher(delimiters).match(block.data());
        REQUIRE(fast.element == slow.element);
        REQUIRE(fast.terminator == slow.terminator);
        REQUIRE(fast.odd == slow.odd);
        Masks plain;
        for (std::size_t i = 0; i < block_size; ++i) {
            const std::uint64_t bit = std::uint64_t{1} << i;
            const auto byte = static_cast<unsigned char>(block[i]);
            if (block[i] == delimiters.element) plain.element |= bit;
            if (block[i] == delimiters.terminator) plain.terminator |= bit;
            if ((byte < 0x20 || byte >= 0x80) && block[i] != delimiters.element && block[i] != delimiters.terminator)
                plain.odd |= bit;
        }
        REQUIRE(slow.element == plain.element);
        REQUIRE(slow.terminator == plain.terminator);
        REQUIRE(slow.odd == plain.odd);
    }
}

TEST_CASE("segments with more elements than are read keep their end", "[x12]") {
    std::string text = "SV1";
    for (int i = 0; i < 200; ++i) text += "*" + std::to_string(i);
    text += "~LX*2~";
    std::uint32_t text_line = 1;
    Scanner scanner(text.data(), text.data() + text.size(), Delimiters(), text_line);
    Elements elements;
    scanner.begin();
    REQUIRE(scanner.split(elements));
    CHECK(elements.count() == Elements::room);
    CHECK(elements[33] == "32");
    CHECK(elements[34].empty());
    scanner.begin();
    REQUIRE(scanner.split(elements));
    CHECK(elements[0] == "LX");
    CHECK(elements[1] == "2");
}

// SPDX-License-Identifier: Apache-2.0
// Texts as JSON strings: escapes, and valid UTF-8 out of any bytes.
#include "json_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using deltoid::append_json_string;
using deltoid::append_utf8;
using deltoid::is_utf8;
using namespace std::string_view_literals;

namespace {

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

}   // namespace

TEST_CASE("plain text stands as it is") {
    CHECK(quoted("") == R"("")");
    CHECK(quoted("Line 1: 99213, 25 <b>&amp;</b> {x}") == R"("Line 1: 99213, 25 <b>&amp;</b> {x}")");
}

TEST_CASE("quotes, backslashes and control characters are escaped") {
    CHECK(quoted("a\"b\\c") == R"("a\"b\\c")");
    CHECK(quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    CHECK(quoted("\x00\x1b[31m\x7f"sv) == R"("\u0000\u001b[31m\u007f")");
    CHECK(quoted("\xC2\x85") == R"("\u0085")");   // C1, in UTF-8
}

TEST_CASE("valid UTF-8 stays, anything else is shown as Latin-1") {
    CHECK(quoted("Gr\xC3\xB6\xC3\x9F"
                 "e \xE2\x82\xAC \xF0\x9F\x92\x89") ==
          "\"Gr\xC3\xB6\xC3\x9F"
          "e \xE2\x82\xAC \xF0\x9F\x92\x89\"");
    CHECK(quoted("M\xFCller") == "\"M\xC3\xBCller\"");
    CHECK(quoted("M\xFCller \xC3\xBC") == "\"M\xC3\xBCller \xC3\x83\xC2\xBC\"");   // one bad byte: all of it is Latin-1
    CHECK(quoted("\x85") == R"("\u0085")");
    CHECK(quoted("\xC3") == "\"\xC3\x83\"");   // cut off
}

TEST_CASE("UTF-8 is what RFC 3629 says it is") {
    CHECK(is_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));
    for (const auto text : {"\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x9F\xBF"sv, "\xF0\x8F\xBF\xBF"sv, "\xED\xA0\x80"sv,
                            "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv, "\x80"sv, "\xE2\x82"sv, "\xE2\x28\xA1"sv})
        CHECK_FALSE(is_utf8(text));
}

TEST_CASE("every character that is written is read as UTF-8 again") {
    for (char32_t character = 0; character <= 0x10FFFF; character += character < 0x3000 ? 1 : 251) {
        if (character >= 0xD800 && character <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, character);
        REQUIRE(is_utf8(text));
    }
}

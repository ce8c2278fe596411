// SPDX-License-Identifier: Apache-2.0
// The same claims in another form give the same findings: other delimiters, line ends and encodings of a file.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "json_text.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// Files without a defect of their form.
const std::vector<std::string>& proper_files() {
    static const std::vector<std::string> names{"across-claims", "all-fields", "dependents", "practice-day", "replacement-and-void",
                                                "second-payer", "day-of-the-file"};
    return names;
}

std::string findings_of(const Sample& sample, const std::vector<Input>& inputs, bool with_places) {
    std::string text;
    for (Json finding : outcome_of(sample.options, inputs).findings) {
        if (!with_places) finding.remove("at");
        text.append(to_text(finding)).append("\n");
    }
    return text;
}

template <class Change>
std::vector<Input> changed(const Sample& sample, Change change) {
    std::vector<Input> inputs = sample.inputs;
    for (Input& input : inputs) input.bytes = change(input.bytes);
    return inputs;
}

std::string replaced(const std::string& text, char from, std::string_view to) {
    std::string result;
    for (const char c : text)
        if (c == from) result += to;
        else result += c;
    return result;
}

std::string with_other_delimiters(std::string text) {
    for (const auto& [from, to] : {std::pair{'*', '|'}, std::pair{':', '>'}, std::pair{'~', '\''}, std::pair{'^', '{'}})
        std::replace(text.begin(), text.end(), from, to);
    return text;
}

std::string as_utf16(std::string_view utf8, bool little) {
    std::string result;
    const auto put = [&](unsigned unit) {
        const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 255);
        result += little ? low : high;
        result += little ? high : low;
    };
    put(0xFEFF);
    for (std::size_t i = 0; i < utf8.size();) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(utf8[i + at]); };
        const std::size_t size = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
        unsigned code = size == 1 ? byte(0) : byte(0) & (0xFFU >> (size + 1));
        for (std::size_t k = 1; k < size; ++k) code = code << 6 | (byte(k) & 0x3F);
        if (code >= 0x10000) {
            put(0xD800 + ((code - 0x10000) >> 10));
            put(0xDC00 + ((code - 0x10000) & 0x3FF));
        } else {
            put(code);
        }
        i += size;
    }
    return result;
}

}  // namespace

TEST_CASE("other delimiters and line ends of an 837 change places only", "[laws]") {
    std::size_t files = 0;
    for (const Sample& sample : golden_samples()) {
        if (std::find(proper_files().begin(), proper_files().end(), sample.name) == proper_files().end()) continue;
        ++files;
        INFO(sample.name);
        const std::string wanted = findings_of(sample, sample.inputs, false);
        const auto same = [&](auto change) {
            CHECK(first_difference(findings_of(sample, changed(sample, change), false), wanted) == "");
        };
        same([](const std::string& text) { return replaced(text, '\n', "\r\n"); });
        same([](const std::string& text) { return replaced(text, '\n', ""); });
        same([](const std::string& text) { return replaced(text, '\n', "\n\n  "); });
        same([](const std::string& text) { return replaced(replaced(text, '\n', ""), '~', "\n"); });
        same([](const std::string& text) { return replaced(replaced(text, '\n', ""), '~', "\r\n"); });
        same([](const std::string& text) { return replaced(text, '*', "\x1D"); });
        same(with_other_delimiters);
    }
    CHECK(files == proper_files().size());
}

TEST_CASE("UTF-16 is its UTF-8 form, with the mark before it", "[laws]") {
    for (const Sample& sample : golden_samples()) {
        const auto is_plain = [](const Input& input) {
            return !input.bytes.empty() && is_utf8(input.bytes) && !input.bytes.starts_with("\xEF\xBB\xBF");
        };
        if (!std::all_of(sample.inputs.begin(), sample.inputs.end(), is_plain)) continue;
        INFO(sample.name);
        const std::string wanted =
            findings_of(sample, changed(sample, [](const std::string& text) { return "\xEF\xBB\xBF" + text; }), true);
        for (const bool little : {true, false}) {
            const auto change = [&](const std::string& text) { return as_utf16(text, little); };
            CHECK(first_difference(findings_of(sample, changed(sample, change), true), wanted) == "");
        }
    }
}

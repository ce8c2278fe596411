// SPDX-License-Identifier: Apache-2.0
// What people read: every message of every rule is said by some sample, and wherever it is said it has no gaps.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/samples.hpp"
#include "ub04.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// Said by tests of their own, since inputs of such sizes are no samples.
const std::set<std::string> too_large_for_a_sample{"SRC005 0", "SRC005 3", "SRC005 4", "SRC005 6", "SRC003 5", "SRC003 15",
                                                  "SRC002 2", "SRC002 10", "SRC002 12", "SRC002 15"};

/// The parts of a template between its places: "Line ", ": ", " needs ...".
std::vector<std::string> fixed_parts(std::string_view message) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t open = message.find('{');
        parts.emplace_back(message.substr(0, open));
        if (open == std::string_view::npos) return parts;
        message.remove_prefix(message.find('}', open) + 1);
    }
}

/// Whether the text is the template with something or nothing in each place.
bool is_filled_in(std::string_view text, std::string_view message) {
    const std::vector<std::string> parts = fixed_parts(message);
    if (!text.starts_with(parts.front())) return false;
    std::size_t at = parts.front().size();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t found = text.find(parts[i], at);
        if (found == std::string_view::npos) return false;
        at = found + parts[i].size();
    }
    return parts.back().empty() || text.ends_with(parts.back());
}

/// The same, or in the words of the UB-04.
bool is_made_from(std::string_view text, std::string_view message) {
    return is_filled_in(text, message) || is_filled_in(text, with_form_locators(message));
}

}  // namespace

TEST_CASE("every message of every rule is said by some sample", "[laws]") {
    std::set<std::string> said;
    for (const Sample& sample : all_samples())
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings) {
            const Rule* rule = find_rule(finding["rule"].text);
            REQUIRE(rule != nullptr);
            for (std::size_t i = 0; i < rule->messages.size(); ++i)
                if (is_made_from(finding["message"].text, rule->messages[i])) said.insert(std::string(rule->id) + " " + std::to_string(i));
        }
    for (const Rule* rule : rules())
        for (std::size_t i = 0; i < rule->messages.size(); ++i) {
            const std::string name = std::string(rule->id) + " " + std::to_string(i);
            INFO(name << ": " << rule->messages[i]);
            CHECK(said.contains(name) != too_large_for_a_sample.contains(name));
        }
}

TEST_CASE("a message is made from its rule's templates and has no gaps", "[laws]") {
    for (const Sample& sample : all_samples())
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings) {
            const Rule* rule = find_rule(finding["rule"].text);
            const std::string& message = finding["message"].text;
            INFO(sample.name << "\n" << rule->id << ": " << message);
            CHECK(std::any_of(rule->messages.begin(), rule->messages.end(),
                              [&](std::string_view one) { return is_made_from(message, one); }));
            for (const std::string_view gap : {"  ", " .", " ,", " ;", "()"}) CHECK(message.find(gap) == std::string::npos);
        }
}

namespace {

/// A full stop, or a question mark, before a capital letter or at the end; "J. Reed" is none.
std::size_t sentences_of(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 2; i < text.size(); ++i) {
        if (text[i] != '.' && text[i] != '?') continue;
        const bool initial = text[i - 2] == ' ';
        const bool ends = i + 1 == text.size() || (i + 2 < text.size() && text[i + 1] == ' ' && text[i + 2] >= 'A' && text[i + 2] <= 'Z');
        count += ends && !initial ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("a message names its line first and the box of its field, in two sentences at most", "[laws]") {
    constexpr std::size_t longest = 220;
    for (const Sample& sample : all_samples())
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings) {
            const std::string& message = finding["message"].text;
            INFO(finding["rule"].text << ": " << message);
            CHECK(sentences_of(message) <= 2);
            CHECK(message.size() <= longest);
            CHECK(message.find('!') == std::string::npos);
            const bool of_reader = finding["rule"].text.starts_with("SRC") || finding["rule"].text.starts_with("X12");
            if (of_reader) continue;   // they name the element
            if (!finding["line"].is_null()) CHECK(message.starts_with("Line " + finding["line"].text + ": "));
            const std::string& box = finding["box"].text;
            if (!finding["box"].is_null()) CHECK(message.find(box.starts_with("FL ") ? "FL " : "box") != std::string::npos);
            if (box.starts_with("FL ")) CHECK(message.find("box") == std::string::npos);
        }
}

TEST_CASE("what is said of institutions names no box, no pointer and no element of an 837P", "[laws]") {
    for (const Rule* rule : rules()) {
        if (!rule->institutional) continue;
        for (const std::string_view message : rule->messages) {
            const std::string text = with_form_locators(message);
            INFO(rule->id << ": " << text);
            if (message.find("place of service") != std::string::npos) continue;   // POS004, of professional claims
            for (const std::string_view word : {"box ", "boxes", "24B", "24E", "SV10", "837P does", "points to", "Point "})
                CHECK(text.find(word) == std::string::npos);
            CHECK(text.size() <= message.size() + 12);
        }
    }
}

// Hidden: `deltoid_tests "[aloud]"` prints what every rule says over all samples, once each, to be read aloud.
TEST_CASE("the messages as they are said", "[.aloud]") {
    std::map<std::string, std::set<std::string>> said;
    for (const Sample& sample : all_samples())
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings)
            said[finding["rule"].text].insert(finding["level"].text + ": " + finding["message"].text);
    for (const auto& [rule, messages] : said) {
        std::cout << rule << " " << find_rule(rule)->name << "\n";
        for (const std::string& message : messages) std::cout << "  " << message << "\n";
    }
}

// SPDX-License-Identifier: Apache-2.0
// The texts of all rules as one text each. A rule as its file gives it is some forty views, and each view two numbers
// that compress badly: a third of the engine's data. So the program holds none of the definitions: the compiler joins
// each one's texts, and they are parted again when the catalogue is first asked for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "deltoid/rule.hpp"

namespace deltoid {

/// What only a rule's page shows: the smaller engine writes none (wasm/CMakeLists.txt).
#ifdef DELTOID_CHECKS_ONLY
inline constexpr bool has_pages = false;
#else
inline constexpr bool has_pages = true;
#endif

/// Rules about what the smaller engine does not read: spreadsheets and FHIR.
constexpr bool is_spoken(const Rule& rule) {
    return has_pages || (rule.id != "SRC001" && rule.id != "SRC002" && rule.id != "SRC004");
}

/// Every text of a rule that the program keeps, in the order in which the catalogue takes them again.
template <class Visit>
constexpr void each_text(const Rule& rule, Visit visit) {
    for (const std::string_view text : {rule.id, rule.name}) visit(text);
    if (!is_spoken(rule)) return;
    visit(rule.why);
    for (const std::string_view message : rule.messages) visit(message);
    for (const Source& source : rule.sources)
        for (const std::string_view text : {source.title, source.ref, source.from, source.to}) visit(text);
    if (!has_pages) return;
    for (const std::string_view text : {rule.summary, rule.fix, rule.myth}) visit(text);
    for (const std::span<const Example> examples : {rule.bad, rule.good})
        for (const Example& example : examples)
            for (const std::string_view text : {example.what, example.patch, example.options, example.history,
                                                std::string_view(example.whole_input ? "y" : "")})
                visit(text);
}

constexpr std::size_t joined_size(const Rule& rule) {
    std::size_t size = 0;
    each_text(rule, [&](std::string_view text) { size += text.size() + 1; });
    return size;
}

/// Text after text, each with a NUL behind it.
template <const Rule& rule>
inline constexpr auto joined_texts = [] {
    std::array<char, joined_size(rule)> joined{};
    std::size_t at = 0;
    each_text(rule, [&](std::string_view text) {
        for (const char c : text) joined[at++] = c;
        ++at;
    });
    return joined;
}();

/// FNV-1a over what a rule says, its page among it: two rulebooks that differ in a word have other numbers.
constexpr std::uint64_t fingerprint(const Rule& rule) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto add = [&hash](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        hash *= 0x100000001B3U;   // for the end of the text
    };
    for (const std::string_view text : {rule.id, rule.name, rule.summary, rule.why, rule.fix, rule.myth}) add(text);
    for (const std::string_view message : rule.messages) add(message);
    return hash;
}

/// Worked out rule by rule: clang gives a constant expression up at a million steps.
template <const Rule& rule>
inline constexpr std::uint64_t fingerprint_of = fingerprint(rule);

/// A definition without its texts.
struct PackedRule {
    const char* texts = nullptr;
    std::uint8_t messages = 0, sources = 0, bad = 0, good = 0;
    Level level{};
    Scope scope{};
    Confidence confidence{};
    bool institutional = false, on_voids = false, any_claim = false;
    Needs needs = 0;
    RecordFields record = 0;
    decltype(Rule::check_claim) check_claim = nullptr;
    decltype(Rule::check_day) check_day = nullptr;
    decltype(Rule::check_patient) check_patient = nullptr;
    decltype(Rule::check_verdict) check_verdict = nullptr;
};

template <const Rule& rule>
constexpr PackedRule packed() {
    return {joined_texts<rule>.data(),
            static_cast<std::uint8_t>(is_spoken(rule) ? rule.messages.size() : 0),
            static_cast<std::uint8_t>(is_spoken(rule) ? rule.sources.size() : 0),
            static_cast<std::uint8_t>(rule.bad.size()),
            static_cast<std::uint8_t>(rule.good.size()),
            rule.level,
            rule.scope,
            rule.confidence,
            rule.institutional,
            rule.on_voids,
            rule.any_claim,
            rule.needs,
            rule.record,
            rule.check_claim,
            rule.check_day,
            rule.check_patient,
            rule.check_verdict};
}

}  // namespace deltoid

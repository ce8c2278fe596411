// SPDX-License-Identifier: Apache-2.0
// One FHIR resource at hand: its JSON as a flat list of nodes, and elements as views of it. References within a
// resource lead anywhere, so a resource is read whole before it is understood.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "readers/json_claim.hpp"
#include "readers/json_events.hpp"

namespace deltoid {

/// A value of the JSON: a node, then what it holds.
struct FhirNode {
    JsonKind kind = JsonKind::nothing;
    std::uint32_t span = 1;   ///< nodes of the value, this one among them
    std::string_view key;     ///< its name, in an object
    std::string_view text;    ///< of a text, number or boolean
};

/// A value, or nothing. Asking nothing for what it holds gives nothing.
class FhirElement {
public:
    FhirElement() = default;
    explicit FhirElement(const FhirNode* node) : node_(node) {}

    /// JSON's null is nothing too.
    explicit operator bool() const { return node_ != nullptr && node_->kind != JsonKind::nothing; }
    [[nodiscard]] JsonKind kind() const { return node_ == nullptr ? JsonKind::nothing : node_->kind; }
    [[nodiscard]] const FhirNode* node() const { return node_; }
    [[nodiscard]] std::string_view key() const { return node_ == nullptr ? std::string_view() : node_->key; }
    /// Of a text, number or boolean; "" for all else.
    [[nodiscard]] std::string_view text() const { return node_ == nullptr ? std::string_view() : node_->text; }
    /// The member of an object; the last one when it is given twice.
    [[nodiscard]] FhirElement operator[](std::string_view name) const;
    /// A member under its name of today or of an earlier edition.
    [[nodiscard]] FhirElement either(std::string_view name, std::string_view former) const;

    struct Step {
        const FhirNode* at;
        FhirElement operator*() const { return FhirElement(at); }
        Step& operator++() {
            at += at->span;
            return *this;
        }
        bool operator!=(const Step& other) const { return at != other.at; }
    };
    struct Range {
        const FhirNode* first;
        const FhirNode* last;
        [[nodiscard]] Step begin() const { return {first}; }
        [[nodiscard]] Step end() const { return {last}; }
    };
    /// What an object or a list holds.
    [[nodiscard]] Range children() const;
    /// The elements of a list; a value that is no list stands for a list of itself, as converters from XML write it.
    [[nodiscard]] Range each() const;
    /// The first of each(), or nothing.
    [[nodiscard]] FhirElement first() const;

private:
    const FhirNode* node_ = nullptr;
};

/// Reads JSON into nodes; what it has read stays until the next read().
class FhirTape final : public JsonEvents {
public:
    /// Far over any claim's: 9,999 items of a hundred values each.
    static constexpr std::size_t node_limit = std::size_t{1} << 20;

    /// Returns where `text` stops being JSON, as parse_json() does. What stands before that is at hand all the same.
    [[nodiscard]] std::size_t read(std::string_view text);
    [[nodiscard]] FhirElement root() const { return nodes_.empty() ? FhirElement() : FhirElement(nodes_.data()); }
    /// There were more values than node_limit; the rest is not at hand.
    [[nodiscard]] bool full() const { return full_; }
    /// The resource was not UTF-8 and was read as Latin-1.
    [[nodiscard]] bool was_latin1() const { return latin1_; }
    [[nodiscard]] Arena& arena() { return arena_; }

    /// "item[1].productOrService" of an element below `resource`; "" when it is not there.
    [[nodiscard]] static std::string path(FhirElement resource, const FhirNode* wanted);

    void null() override { add(JsonKind::nothing, {}); }
    void boolean(bool value) override { add(JsonKind::boolean, value ? "true" : "false"); }
    void number(std::string_view text) override { add(JsonKind::number, text); }
    void string(std::string_view text) override { add(text.empty() ? JsonKind::nothing : JsonKind::text, text); }
    void key(std::string_view text) override;
    void begin_object() override { open(JsonKind::object); }
    void end_object() override { close(); }
    void begin_array() override { open(JsonKind::list); }
    void end_array() override { close(); }

private:
    void add(JsonKind kind, std::string_view text);
    void open(JsonKind kind);
    void close();

    std::vector<FhirNode> nodes_;
    std::vector<std::uint32_t> open_;
    std::string_view key_;
    std::string_view last_key_;   ///< items repeat their keys: one copy serves neighbours
    bool full_ = false;
    bool latin1_ = false;
    std::string as_utf8_;
    Arena arena_;
};

/// Systems are told by what they contain, in any case: servers write http and https, dots and slashes, versions behind.
[[nodiscard]] bool contains(std::string_view text, std::string_view part);

/// Codes of a CodeableConcept, a Coding, a code, or a list of them, one after the other.
template <class Take>
void each_coding(FhirElement concept_or_code, Take take) {
    for (const FhirElement one : concept_or_code.each()) {
        if (const FhirElement coding = one["coding"])
            for (const FhirElement code : coding.each()) take(code);
        else if (one)
            take(one);
    }
}

/// The code of a Coding; a code of DSTU2 stands bare.
[[nodiscard]] inline std::string_view code_of(FhirElement coding) {
    return trim(coding.kind() == JsonKind::object ? coding["code"].text() : coding.text());
}

/// The first code whose system contains `system`; "" when there is none.
[[nodiscard]] std::string_view code_in(FhirElement concept_or_code, std::string_view system);

/// The value of the extension whose URL ends so, whatever its type: "line_ndc_cd"; and the member value[x] of anything.
[[nodiscard]] FhirElement extension(FhirElement of, std::string_view url_end);
[[nodiscard]] FhirElement value_of(FhirElement holder);

}   // namespace deltoid

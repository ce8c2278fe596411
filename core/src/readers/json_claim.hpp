// SPDX-License-Identifier: Apache-2.0
// Builds a Claim from the events of one JSON value. Which keys there are it learns from the table of fields.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"
#include "fields.hpp"
#include "readers/json_events.hpp"

namespace deltoid {

/// The most elements of one kind that a claim may have (SRC005): far over any form's, and a line's number fits a Finding.
inline constexpr std::size_t line_limit = 9999;
inline constexpr std::size_t measurement_limit = 9999;
inline constexpr std::size_t diagnosis_limit = 99;   // pointers go up to 99
/// The most findings about one claim's elements; the rest is counted.
inline constexpr std::size_t element_finding_limit = 50;

/// What a JSON value is, in the words of findings.
enum class JsonKind : std::uint8_t { nothing, boolean, number, text, object, list };
[[nodiscard]] std::string_view json_kind_name(JsonKind kind);

/// A text of the input as findings show it: a page where a key belongs is not shown whole.
[[nodiscard]] std::string_view shown_text(std::string_view text);

enum class ElementShape : std::uint8_t;   // rules/src/element_shape.hpp

class JsonClaim final : public JsonEvents {
public:
    /// Texts go into `arena`; both must outlive the builder.
    JsonClaim(Claim& claim, Arena& arena);

    /// Forgets the last value; the claim must be clear.
    void begin(std::uint64_t claim_number);
    /// After the last event.
    void end();

    /// Findings about the claim's elements, without their place.
    [[nodiscard]] std::vector<Finding>& troubles() { return troubles_; }
    /// Findings about the file that came up in this claim: a key that no claim has is told once.
    [[nodiscard]] std::vector<Finding>& notices() { return notices_; }
    /// What the value is.
    [[nodiscard]] JsonKind kind() const { return kind_; }
    [[nodiscard]] bool has_members() const { return has_members_; }
    /// Among the members was one of a claim's.
    [[nodiscard]] bool has_known_members() const { return has_known_members_; }

    void null() override { scalar(JsonKind::nothing, {}); }
    void boolean(bool value) override { scalar(JsonKind::boolean, value ? "true" : "false"); }
    void number(std::string_view text) override { scalar(JsonKind::number, text); }
    void string(std::string_view text) override { scalar(text.empty() ? JsonKind::nothing : JsonKind::text, text); }
    void key(std::string_view text) override { key_.assign(text); }
    void begin_object() override { open(JsonKind::object); }
    void end_object() override { close(); }
    void begin_array() override { open(JsonKind::list); }
    void end_array() override { close(); }

private:
    /// What a bracket that is open holds.
    enum class At : std::uint8_t {
        claim,
        group,
        line,
        documentation,   // objects whose members the table names
        diagnosis,
        measurement,   // objects with a few members of their own
        lines,
        diagnoses,
        modifiers,
        pointers,
        measurements,   // lists
        unread
    };
    struct Frame {
        At at = At::unread;
        Part part = Part::claim;
        bool list = false;
        std::string_view group;       ///< "/ndc" inside that object
        std::string_view key;         ///< its name in what it stands in ...
        std::uint32_t position = 0;   ///< ... or its place, from 0
        std::uint32_t elements = 0;   ///< seen so far, of a list ...
        std::uint32_t filled = 0;     ///< ... that were not empty
    };
    struct Member {
        const FieldRow* row = nullptr;
        std::string_view group;   ///< when it is an object with members in the table
    };

    void scalar(JsonKind kind, std::string_view text);
    void open(JsonKind kind);
    void close();
    [[nodiscard]] At opened(JsonKind kind, Frame& frame);
    [[nodiscard]] At opened_member(JsonKind kind, Frame& frame);
    [[nodiscard]] At opened_element(JsonKind kind);

    [[nodiscard]] Member find_member(const Frame& frame);
    void member(JsonKind kind, std::string_view text);
    void set(const FieldRow& row, JsonKind kind, std::string_view text);
    void diagnosis_member(JsonKind kind, std::string_view text);
    void measurement_member(JsonKind kind, std::string_view text);
    void element(JsonKind kind, std::string_view text);
    void add_modifier(std::string_view text);
    void add_pointers(std::string_view text);
    bool add_diagnosis(std::string_view text);
    bool add_line();
    bool add_measurement();
    At begin_list(const FieldRow& row);
    At begin_documentation();
    void end_documentation();
    void end_list(const Frame& frame);

    [[nodiscard]] Line& line() { return claim_.lines.back(); }
    /// A finding about the element that is being read.
    Finding* trouble(Field field, std::uint8_t message);
    /// `text`: what stands there, when that tells more than its kind.
    void wrong_kind(Field field, std::string_view wanted, JsonKind found, std::string_view text = {});
    void given_twice(Field field);
    void over_limit(Field field, std::string_view what, std::size_t limit);
    void unknown(const Frame& frame, JsonKind kind);
    Finding& tell(ElementShape message);
    [[nodiscard]] std::string_view similar_key(const Frame& frame);
    [[nodiscard]] std::string_view pointer();

    void index_table();
    [[nodiscard]] const FieldRow* find_row(Part part, std::string_view pointer) const;

    Claim& claim_;
    Arena& arena_;
    std::uint64_t claim_number_ = 0;
    JsonKind kind_ = JsonKind::nothing;
    bool has_members_ = false;
    bool has_known_members_ = false;
    std::vector<Frame> frames_;
    std::string key_;
    std::string path_;           ///< scratch: a pointer below a part
    std::string pointer_text_;   ///< of the line's diagnosis pointers
    std::vector<Finding> troubles_;
    std::uint64_t troubles_left_out_ = 0;
    std::vector<Finding> notices_;
    std::vector<std::string> told_;   ///< unknown keys of the file

    struct Group {
        Part part;
        std::string_view prefix;
    };
    std::vector<Group> groups_;
    std::array<std::uint8_t, 256> row_slots_{};   ///< open hash of the table's rows; 0 free
};

}   // namespace deltoid

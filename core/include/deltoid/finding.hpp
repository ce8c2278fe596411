// SPDX-License-Identifier: Apache-2.0
// What a rule says: a value with numbers and views in it and no text built. The writers turn it into sentences.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "deltoid/claim.hpp"
#include "deltoid/tables.hpp"
#include "deltoid/values.hpp"

namespace deltoid {

struct Rule;
enum class Field : std::uint8_t;   // core/src/fields.hpp

enum class Level : std::uint8_t { off, info, warning, error };

/// Rulebook "Tags", as bits.
enum class Tag : std::uint8_t { chart = 1, payer = 2, not_evaluated = 4 };

/// A value that fills a named place of a message. Texts are views into the claim, a table or the finding's scratch.
struct Value {
    enum class Kind : std::uint8_t { text, number, money, quantity, day };
    Literal name;
    Kind kind = Kind::text;
    std::string_view text;
    std::int64_t number = 0;   ///< number as it is, cents, thousandths, or a day
};

/// Contract `fix[].op`.
enum class Operation : std::uint8_t {
    add_modifier, remove_modifier, replace_code, set_units, set_field, add_line, delete_line, add_diagnosis, document
};

/// One edit of a claim. An alternative is an edit and those after it that say `also`.
struct Edit {
    Operation operation = Operation::set_field;
    bool also = false;         ///< belongs to the alternative of the edit before it
    bool needs_chart = false;  ///< only the chart can say whether it is true
    std::uint16_t line = 0;    ///< from 1; 0 the claim
    Field field{};             ///< for set_field and document
    std::string_view value;    ///< "" when a person must say it; for add_line contract JSON of a line
};

/// Group codes of a remittance (CAS01).
enum class Group : std::uint8_t { none, CO, PR, OA, PI };

/// What the payer would answer, and on which line.
struct Denial {
    Group group = Group::none;
    std::uint16_t line = 0;    ///< from 1; 0 the claim
    Literal carc;
    std::array<Literal, 3> rarc;
};

/// The row of a dated table that the finding rests on.
struct Evidence {
    const Edition* edition = nullptr;
    std::string_view row;
};

/// A line of another claim of the batch that takes part in the finding.
struct OtherLine {
    std::string_view file;
    std::string_view claim;
    std::uint32_t claim_index = 0;
    std::uint16_t line = 0;
};

struct Finding {
    static constexpr std::size_t value_room = 10;
    static constexpr std::size_t edit_room = 12;
    static constexpr std::size_t evidence_room = 2;
    static constexpr std::size_t other_room = 4;

    const Rule* rule = nullptr;
    std::uint8_t message = 0;       ///< index into the rule's messages
    Level level = Level::info;
    std::uint8_t tags = 0;          ///< bits of Tag
    bool about_file = false;        ///< no claim: an envelope, an input
    bool medicare = false;          ///< Medicare's own rule: Medicare Advantage gets it one level lower, `payer`
    std::uint16_t line = 0;         ///< from 1; 0 the claim as a whole
    Field field{};
    std::uint8_t element = 0;       ///< of a list field, from 1; 0 the field as a whole
    bool has_place = false;
    Place place;
    Money amount;                   ///< charge of the line it is about; absent otherwise
    Denial denial;

    std::uint8_t value_count = 0, edit_count = 0, evidence_count = 0, other_count = 0;
    std::uint16_t scratch_used = 0;
    std::array<Value, value_room> values;
    std::array<Edit, edit_room> edits;
    std::array<Evidence, evidence_room> evidence;
    std::array<OtherLine, other_room> others;
    std::array<char, 224> scratch;

    Finding() = default;
    /// Views into the scratch follow it.
    Finding(const Finding& other);
    Finding& operator=(const Finding& other);

    /// Forgets what it said; the arrays keep their old bytes.
    void reset(const Rule& from, std::uint8_t which_message);
    [[nodiscard]] bool has(Tag tag) const { return (tags & static_cast<std::uint8_t>(tag)) != 0; }
    [[nodiscard]] std::span<const Edit> fix() const { return {edits.data(), edit_count}; }

    // A rule says the rest by chaining these. Too many of one kind are left out rather than overrun.
    // Views go by reference: WebAssembly would hand them over as copies in memory.
    Finding& with(Literal name, const std::string_view& text);
    Finding& with(Literal name, const char* text);
    Finding& with(Literal name, std::nullptr_t) = delete;
    Finding& with(Literal name, Code code);
    Finding& with_number(Literal name, std::int64_t number);
    Finding& with_money(Literal name, Cents cents);
    Finding& with_quantity(Literal name, Thousandths thousandths);
    Finding& with_day(Literal name, Day day);
    Finding& at_level(Level other) { level = other; return *this; }
    Finding& tag(Tag one) { tags = static_cast<std::uint8_t>(tags | static_cast<std::uint8_t>(one)); return *this; }
    Finding& as_medicare() { medicare = true; return *this; }
    Finding& in(Field which, std::uint8_t one_element = 0) { field = which; element = one_element; return *this; }
    Finding& denies(Group group, Literal carc, std::uint16_t on_line, Literal rarc = {}, Literal second_rarc = {});
    Finding& proven_by(const Edition& edition);
    Finding& proven_by(const Edition& edition, const std::string_view& row);
    /// By the row of a table that has one row for a code.
    Finding& proven_by(const Edition& edition, Code row);
    Finding& beside(const OtherLine& other);

    /// Begins a new alternative. `value` must outlive the finding or be kept with keep(); without one a person says it.
    Finding& fix_by(Operation operation, std::uint16_t on_line, const std::string_view& value, Field which = Field{});
    Finding& fix_by(Operation operation, std::uint16_t on_line, const char* value, Field which = Field{});
    Finding& fix_by(Operation operation, std::uint16_t on_line, Field which = Field{});
    Finding& fix_by(Operation operation, std::uint16_t on_line, std::nullptr_t, Field which = Field{}) = delete;   // {}
    /// Adds an edit to the last alternative.
    Finding& also_by(Operation operation, std::uint16_t on_line, const std::string_view& value, Field which = Field{});
    Finding& also_by(Operation operation, std::uint16_t on_line, const char* value, Field which = Field{});
    Finding& also_by(Operation operation, std::uint16_t on_line, Field which = Field{});
    Finding& also_by(Operation operation, std::uint16_t on_line, std::nullptr_t, Field which = Field{}) = delete;
    /// The last alternative claims what only the chart can tell.
    Finding& from_chart();
    /// A copy in the finding's scratch; empty when there is no room left.
    std::string_view keep(const std::string_view& text);
};

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Cuts a stream of JSON into claims without reading them: one claim, a list, {"claims": [...]}, one claim a line. The
// same for other things in lists: the entries of a FHIR Bundle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace deltoid {

/// What the cutter came upon.
enum class Cut : std::uint8_t {
    none,         ///< needs more bytes, or the input is at its end
    claim,        ///< an element of a list or an object of its own: its brackets, commas and colons are in order
    broken,       ///< the same, but they are not; what follows was searched for the next claim
    too_deep,     ///< more than depth_limit levels
    too_large,    ///< more than the size limit
    incomplete,   ///< the input ends inside it
    stray,        ///< text that is no JSON value, between claims
    comma,        ///< none or too many between two elements of a list
    open_list     ///< the input ends inside a list, after a complete claim
};

struct Piece {
    Cut cut = Cut::none;
    std::uint64_t begin = 0;       ///< offset in the input
    std::uint64_t end = 0;         ///< one past the last byte: of a claim that cannot be read, where that was seen
    std::uint32_t text_line = 0;   ///< of `begin`, from 1
    std::uint32_t end_line = 0;    ///< of `end`
};

/// Looks at every byte about once, however deep the nesting and however the input comes: brackets are counted, not
/// recursed into, and what a chunk leaves unfinished is gone on with.
class JsonCutter {
public:
    static constexpr std::uint32_t depth_limit = 64;

    /// `list_key`: the key of a top-level object whose list is cut.
    explicit JsonCutter(std::size_t size_limit, std::string_view list_key = "claims")
        : size_limit_(size_limit), list_key_(list_key) {}

    /// Passes over the first bytes of the input: a byte order mark.
    void skip(std::size_t bytes) { at_ = line_begin_ = bytes; }

    /// The next piece. `bytes` begins at `offset` of the input, which is not after needed_from(). `last`: nothing
    /// follows. A claim's bytes are at hand when it is told.
    [[nodiscard]] Piece next(std::string_view bytes, std::uint64_t offset, bool last);

    /// Bytes before this offset will not be looked at again.
    [[nodiscard]] std::uint64_t needed_from() const { return mode_ == Mode::claim ? begin_ : at_; }

    /// No piece that is yet to be told begins before this offset, though its bytes may not be looked at again.
    [[nodiscard]] std::uint64_t told_from() const {
        return mode_ == Mode::claim || mode_ == Mode::stray || mode_ == Mode::skip ? begin_ : at_;
    }

    /// The piece just told stands in a list; lists count from 1.
    [[nodiscard]] bool in_list() const { return begun_in_list_; }
    /// That list is the one under the key, not a list of its own.
    [[nodiscard]] bool in_object() const { return in_object_; }
    [[nodiscard]] std::uint64_t lists() const { return lists_; }

    /// More than one value stood at the top level: one claim a line, or the like.
    [[nodiscard]] bool several() const { return top_values_ > 1; }
    /// The text at the front of the stray piece just told.
    [[nodiscard]] std::string_view stray_text() const { return stray_text_; }
    /// False when the input ended inside something.
    [[nodiscard]] bool complete() const { return complete_; }

private:
    enum class Mode : std::uint8_t {
        top,     ///< between values
        list,    ///< between elements of a list of claims
        claim,   ///< inside a claim, or an object that may yet turn out to hold "claims"
        rest,    ///< inside the object round a list of claims, outside the list
        skip,    ///< after something that cannot be read: only brackets and lines are looked at
        stray    ///< inside text between claims
    };
    enum class Expect : std::uint8_t { value, first_value, key, first_key, colon, separator };
    enum class Step : std::uint8_t { more, done, done_before, broken, too_deep, list };

    // Between values.
    [[nodiscard]] Piece at_top(char c);
    [[nodiscard]] Piece in_list(char c);
    [[nodiscard]] Piece in_stray(char c);
    void begin_list(bool in_object);
    void begin_value();
    void begin_stray();

    // Inside a value.
    [[nodiscard]] Piece in_value(std::string_view bytes, std::uint64_t offset);
    [[nodiscard]] Piece in_skip(char c);
    [[nodiscard]] Step step(char c);
    [[nodiscard]] Step string_step(char c);
    /// Passes the bytes of a string that are nothing but text.
    void pass_text(std::string_view bytes, std::uint64_t offset);
    void set_kind(bool object);
    [[nodiscard]] Step open(bool object);
    [[nodiscard]] Step close(bool object);
    [[nodiscard]] Step close_loosely(bool object);
    void value_ended() { expect_ = Expect::separator; }
    void leave_value();
    [[nodiscard]] Piece cannot_read(Cut why);
    [[nodiscard]] Piece at_end();

    /// The only way past a byte: keeps the count of lines.
    void pass(char c);
    [[nodiscard]] Piece piece(Cut cut, std::uint64_t end, std::uint32_t end_line) const;
    /// The byte begins its line, no further in than the claim did: a `{` there is likely another claim.
    [[nodiscard]] bool begins_line() const { return indented_ && line_blank_ && at_ - line_begin_ <= column_; }
    void begin_string(bool key);
    /// One byte of a string that may be the list's key in an object at the top level.
    void compare_key(char c);

    std::size_t size_limit_;
    std::string_view list_key_;
    std::uint64_t lists_ = 0;
    Mode mode_ = Mode::top;
    std::uint64_t at_ = 0;           ///< next byte to look at
    std::uint64_t line_begin_ = 0;   ///< first byte of its line
    std::uint32_t line_ = 1;
    bool line_blank_ = true;   ///< only blanks so far on its line
    bool complete_ = true;
    bool in_list_ = false;     ///< a list of claims is open ...
    bool in_object_ = false;   ///< ... inside an object
    /// Control bytes came up in what cannot be read: this may be no text at all, so only a line that begins as a claim
    /// does ends it, and a stretch that does not get as far as a colon is no claim.
    bool suspect_ = false;
    bool colon_seen_ = false;
    std::uint32_t commas_ = 0;   ///< since the last element of the list
    bool elements_ = false;      ///< the list had one
    std::uint64_t top_values_ = 0;

    // The claim, or what cannot be read.
    std::uint64_t begin_ = 0;
    std::uint64_t column_ = 0;
    std::uint32_t begin_line_ = 0;
    bool begun_in_list_ = false;
    bool indented_ = true;   ///< false: its keys begin lines no further in than itself, so columns tell nothing
    /// First place inside the claim where another one may begin: tried when the claim turns out to be broken.
    struct Mark {
        std::uint64_t at = 0;
        std::uint64_t line_begin = 0;
        std::uint32_t line = 0;
    };
    Mark candidate_;   ///< at 0: none

    // Inside a value.
    Expect expect_ = Expect::value;
    std::uint32_t depth_ = 0;
    std::uint64_t objects_ = 0;   ///< bit n: level n is an object, for the first depth_limit levels
    bool in_string_ = false;
    bool escaped_ = false;
    bool in_scalar_ = false;
    bool is_key_ = false;   ///< the string is a key
    std::uint32_t key_size_ = 0;
    bool key_matches_ = false;     ///< so far it reads like the list's
    bool claims_follow_ = false;   ///< after that key, and after its colon

    std::string stray_text_;
};

}   // namespace deltoid

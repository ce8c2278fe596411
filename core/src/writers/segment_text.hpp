// SPDX-License-Identifier: Apache-2.0
// A claim of an 837 as the segments it lies in, edited element by element: what is not touched keeps its bytes, and what
// is comes out as splices of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/claim.hpp"

namespace deltoid {

/// Bytes of the input that are written otherwise.
struct Splice {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;   ///< of what goes
    std::string text;           ///< what comes in its place
};

class SegmentText {
public:
    /// Where a segment stands (005010X222A1 and X223A2): 2000A and 2010AA, 2000B and 2010B, 2000C and 2010CA, 2300, 2310,
    /// 2320 and 2330, 2400, 2410, 2420, 2430 and 2440. As the reader tells it (x12_claim.hpp), by the order alone.
    enum class Loop : std::uint8_t {
        billing,
        subscriber,
        patient,
        claim,
        claim_party,
        other_payer,
        line,
        drug,
        line_party,
        adjudication
    };

    static constexpr std::size_t none = ~std::size_t{0};
    /// A claim that an edit looks into: the largest lawful one, of 999 lines, has fewer.
    static constexpr std::size_t most_segments = 100'000;
    static constexpr std::size_t most_elements = 100;

    /// `text` begins with a segment: an HL of the loops above the claim, or its CLM. `offset` is where in the input it lies.
    SegmentText(std::string_view text, std::uint64_t offset, const Separators& separators);

    /// False for a claim of more segments than are looked into.
    [[nodiscard]] bool is_whole() const { return whole_; }
    [[nodiscard]] std::size_t count() const { return segments_.size(); }
    [[nodiscard]] std::size_t lines() const { return lines_; }
    [[nodiscard]] const Separators& separators() const { return separators_; }

    [[nodiscard]] std::string_view id(std::size_t segment) const { return segments_[segment].id(); }
    [[nodiscard]] Loop loop(std::size_t segment) const { return segments_[segment].loop; }
    /// From 1; 0 before the first line.
    [[nodiscard]] std::size_t line(std::size_t segment) const { return segments_[segment].line; }
    /// As it stands now, without line breaks and blanks around it; component from 1, 0 the whole element.
    [[nodiscard]] std::string element(std::size_t segment, std::size_t index, std::size_t component = 0) const;
    [[nodiscard]] std::size_t element_count(std::size_t segment) const;
    /// The segment and the element at an offset of the input; {none, 0} when there is none.
    struct Spot {
        std::size_t segment = none;
        std::size_t element = 0;
    };
    [[nodiscard]] Spot at(std::uint64_t offset) const;

    /// False when the segment has more elements than are looked into.
    [[nodiscard]] bool set(std::size_t segment, std::size_t index, std::size_t component, std::string_view value);
    /// A new segment before the one at `position` (count(): at the end). Of several at one place the lower `rank` is first.
    void insert(std::size_t position, unsigned rank, std::initializer_list<std::string_view> elements);
    void remove(std::size_t segment);

    /// Segments more than there were.
    [[nodiscard]] std::int64_t segments_added() const { return added_; }
    /// What changes, in the order of the input.
    [[nodiscard]] std::vector<Splice> splices() const;
    /// The segments before and after, for people; each on a text line that begins with `indent` and "- " or "+ ".
    void append_changes(std::string& out, std::string_view indent) const;

private:
    struct Segment {
        std::uint32_t begin = 0, size = 0;   ///< without terminator, and without line breaks before it
        std::uint32_t end = 0;               ///< behind the terminator
        std::uint32_t edited = 0;            ///< 1 and up: in edits_
        std::uint16_t line = 0;
        Loop loop = Loop::billing;
        bool removed = false;
        char letters[3] = {};
        std::uint8_t letter_count = 0;
        [[nodiscard]] std::string_view id() const { return {letters, letter_count}; }
    };
    struct Insertion {
        std::size_t position;
        unsigned rank;
        std::string text;
    };

    void cut();
    void read_id(Segment& segment) const;
    void place_loops();
    void forget_stale(std::size_t claim);
    [[nodiscard]] std::vector<std::string> split(std::string_view text, char separator) const;
    [[nodiscard]] std::string joined(const std::vector<std::string>& parts, char separator) const;
    [[nodiscard]] std::string_view bytes_of(const Segment& segment) const {
        return text_.substr(segment.begin, segment.size);
    }
    [[nodiscard]] std::string now(const Segment& segment) const;
    [[nodiscard]] std::string inserted_at(std::size_t position) const;

    std::string_view text_;
    std::uint64_t offset_;
    Separators separators_;
    bool whole_ = true;
    std::size_t lines_ = 0;
    std::int64_t added_ = 0;
    std::vector<Segment> segments_;
    std::vector<std::vector<std::string>> edits_;   ///< elements of the segments that were touched
    std::vector<Insertion> insertions_;             ///< by position, then rank
};

}   // namespace deltoid

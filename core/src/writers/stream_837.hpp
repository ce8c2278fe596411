// SPDX-License-Identifier: Apache-2.0
// An X12 file written again as it is read, with some bytes of it changed: keeps what may still change, lets the rest go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claim_837.hpp"
#include "deltoid/claim.hpp"
#include "readers/x12_delimiters.hpp"
#include "segment_text.hpp"

namespace deltoid {

/// Knows of the file what the reader of claims does not say: which loops a claim shares with others, and where the
/// trailers are that count segments. A loop above claims is kept until its first claim has come, or it is over `most_held`.
///
/// Use: take() all bytes; for each claim in order claim_text(), edit it, pass(); at times let_go().
class Stream837 {
public:
    static constexpr std::size_t most_held = std::size_t{1} << 20;

    void take(std::string_view bytes);
    /// No bytes follow.
    void end() { at_end_ = true; }

    /// The segments of a claim that the reader has just handed over, with those loops above it that are its own.
    [[nodiscard]] SegmentText claim_text(const Claim& claim, LoopsAbove& above);
    /// The claim is done with; `text` null: as it was.
    void pass(const Claim& claim, const SegmentText* text);

    /// Appends what is settled of the bytes before `read_to`; claims before it have been passed.
    void let_go(std::uint64_t read_to, std::string& out);

private:
    static constexpr std::uint64_t nowhere = ~std::uint64_t{0};

    /// A loop above claims; `begin` is nowhere once its bytes may have gone.
    struct Above {
        std::uint64_t begin = nowhere;
        bool open = false, used = false;   ///< there is one; a claim lies under it
    };

    [[nodiscard]] const char* at(std::uint64_t offset) const { return bytes_.data() + begin_ + (offset - offset_); }
    [[nodiscard]] std::uint64_t taken() const { return offset_ + (bytes_.size() - begin_); }
    void walk(std::uint64_t to);
    [[nodiscard]] bool find_header(std::uint64_t to);
    [[nodiscard]] bool other_interchange(const char* begin);
    void begin_interchange(const char* from, const x12::Header& header);
    void know(const Separators& separators);
    void segment(std::uint64_t begin, std::uint64_t end);
    void level(std::string_view code, std::uint64_t begin);
    void forget_loops();
    void use_loops();
    void give_up_loops(std::uint64_t before);
    void settle_count(std::uint64_t begin, std::uint64_t end);
    [[nodiscard]] std::string_view level_behind(std::uint64_t offset) const;
    [[nodiscard]] std::string_view id_of(std::string_view segment) const;
    [[nodiscard]] std::string_view element_of(std::string_view segment, std::size_t index) const;
    [[nodiscard]] std::uint64_t held_from(std::uint64_t read_to) const;
    void write_to(std::uint64_t offset, std::string& out);

    std::string bytes_;
    std::size_t begin_ = 0;      ///< of what was not let go, in bytes_
    std::uint64_t offset_ = 0;   ///< of that byte in the input
    std::vector<Splice> splices_;
    std::size_t next_splice_ = 0;
    bool at_end_ = false;

    // The walk over what is no claim.
    std::uint64_t walked_ = 0;
    bool inside_ = false;       ///< an interchange
    bool in_text_ = false;      ///< behind bytes that are no X12
    bool in_segment_ = false;   ///< one that is over all limits
    x12::Delimiters delimiters_;
    Above billing_, subscriber_, patient_;
    std::int64_t added_ = 0;   ///< segments of the transaction set
};

}   // namespace deltoid

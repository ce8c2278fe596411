// SPDX-License-Identifier: Apache-2.0
// Finds the segments and elements of X12 bytes, 64 bytes at a time, without copying or allocating.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "deltoid/values.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

#if defined(__GNUC__)
#define X12_INLINE [[gnu::always_inline]]
#else
#define X12_INLINE
#endif

namespace deltoid::x12 {

/// The bytes that structure an interchange. X12 has no escape: a delimiter inside data is a split.
struct Delimiters {
    char element = '*';
    char component = ':';
    char repetition = 0;   ///< 0: none (before release 00402)
    char terminator = '~';
};

inline constexpr std::size_t block_size = 64;

/// What 64 bytes hold: bit i speaks of byte i.
struct Masks {
    std::uint64_t element = 0;
    std::uint64_t terminator = 0;
    /// Control bytes and bytes from 0x80 on that are no delimiter: rare, and looked at closely where they stand.
    std::uint64_t odd = 0;
};

/// The same masks without vector instructions, eight bytes at a time.
class ScalarMatcher {
public:
    explicit ScalarMatcher(const Delimiters& delimiters)
        : element_(spread(delimiters.element)), terminator_(spread(delimiters.terminator)) {}

    [[nodiscard]] Masks match(const char* block) const {
        Masks masks;
        for (std::size_t i = 0; i < block_size; i += 8) {
            const std::uint64_t word = load(block + i);
            masks.element |= gather(zero_bytes(word ^ element_)) << i;
            masks.terminator |= gather(zero_bytes(word ^ terminator_)) << i;
            // Below 0x20: the three high bits are 0. From 0x80 on: the highest is 1.
            masks.odd |= gather(zero_bytes(word & spread('\xE0')) | (word & high_bits)) << i;
        }
        masks.odd &= ~(masks.element | masks.terminator);
        return masks;
    }

private:
    static constexpr std::uint64_t high_bits = 0x8080808080808080U;

    static constexpr std::uint64_t spread(char byte) { return 0x0101010101010101U * static_cast<unsigned char>(byte); }
    /// The first byte in the lowest bits, whatever the machine's order; compilers make one load of it.
    static std::uint64_t load(const char* bytes) {
        std::uint64_t word = 0;
        for (unsigned i = 0; i < 8; ++i)
            word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
        return word;
    }
    /// The high bit of every byte that is zero, exactly.
    static constexpr std::uint64_t zero_bytes(std::uint64_t word) {
        return ~(((word & ~high_bits) + ~high_bits) | word) & high_bits;
    }
    /// The eight high bits as one byte.
    static constexpr std::uint64_t gather(std::uint64_t bits) { return ((bits >> 7) * 0x0102040810204080U) >> 56; }

    std::uint64_t element_;
    std::uint64_t terminator_;
};

#if defined(__SSE2__)
/// SSE2 is part of every x86-64 processor.
class VectorMatcher {
public:
    explicit VectorMatcher(const Delimiters& delimiters)
        : element_(_mm_set1_epi8(delimiters.element)), terminator_(_mm_set1_epi8(delimiters.terminator)) {}

    [[nodiscard]] Masks match(const char* block) const {
        Masks masks;
        const __m128i printable = _mm_set1_epi8(0x20);
        for (std::size_t i = 0; i < block_size; i += 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i));
            masks.element |= bits(_mm_cmpeq_epi8(bytes, element_)) << i;
            masks.terminator |= bits(_mm_cmpeq_epi8(bytes, terminator_)) << i;
            // The high bit of each byte is set from 0x80 on, and below 0x20 once 0x20 is taken off.
            masks.odd |= bits(_mm_or_si128(bytes, _mm_sub_epi8(bytes, printable))) << i;
        }
        masks.odd &= ~(masks.element | masks.terminator);
        return masks;
    }

private:
    static std::uint64_t bits(__m128i bytes) { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)); }

    __m128i element_;
    __m128i terminator_;
};
using Matcher = VectorMatcher;
#elif defined(__wasm_simd128__)
class VectorMatcher {
public:
    explicit VectorMatcher(const Delimiters& delimiters)
        : element_(wasm_i8x16_splat(delimiters.element)), terminator_(wasm_i8x16_splat(delimiters.terminator)) {}

    [[nodiscard]] Masks match(const char* block) const {
        Masks masks;
        const v128_t printable = wasm_i8x16_splat(0x20);
        for (std::size_t i = 0; i < block_size; i += 16) {
            const v128_t bytes = wasm_v128_load(block + i);
            masks.element |= bits(wasm_i8x16_eq(bytes, element_)) << i;
            masks.terminator |= bits(wasm_i8x16_eq(bytes, terminator_)) << i;
            masks.odd |= bits(wasm_v128_or(bytes, wasm_i8x16_sub(bytes, printable))) << i;
        }
        masks.odd &= ~(masks.element | masks.terminator);
        return masks;
    }

private:
    static std::uint64_t bits(v128_t bytes) { return static_cast<std::uint32_t>(wasm_i8x16_bitmask(bytes)); }

    v128_t element_;
    v128_t terminator_;
};
using Matcher = VectorMatcher;
#else
using Matcher = ScalarMatcher;
#endif

/// A control byte or one from 0x80 on.
constexpr bool is_odd(char c) { return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x80; }

/// Blanks that may stand between segments when they are no delimiters themselves.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The elements of one segment by the separators between them; [0] is its id. Elements that are not there are empty.
class Elements {
public:
    static constexpr std::size_t room = 34;   // the longest segments that are read, CLM and SV1, have 21

    [[nodiscard]] std::string_view operator[](std::size_t i) const {
        if (i >= count_) return {};
        const char* begin = i == 0 ? begin_ : ends_[i - 1] + 1;
        return {begin, static_cast<std::size_t>(ends_[i] - begin)};
    }
    [[nodiscard]] std::size_t count() const { return count_; }

    /// Splits a text; elements beyond the room are left out.
    void split(std::string_view segment, char separator) {
        begin_ = segment.data();
        count_ = 0;
        const char* end = begin_ + segment.size();
        for (const char* p = begin_; count_ < room; ++p) {
            if (p != end && *p != separator) continue;
            ends_[count_++] = p;
            if (p == end) break;
        }
    }

private:
    friend class Scanner;
    const char* begin_ = nullptr;
    std::size_t count_ = 0;
    std::array<const char*, room + block_size> ends_;   // a block of marks more than is used
};

/// Walks from segment to segment. For each: begin(), then skip() or split(), then begin() again.
///
/// The masks of one block are kept; what lies before the position is cleared in them. What is called for every segment
/// is inlined and what is not gets no pointer to the scanner, so that compilers keep it in registers.
class Scanner {
public:
    /// `text_line` counts the line ends passed between segments and as terminators.
    Scanner(const char* begin, const char* end, const Delimiters& delimiters, std::uint32_t& text_line)
        : matcher_(delimiters),
          delimiters_(delimiters),
          end_(end),
          position_(begin),
          block_(begin),
          text_line_(text_line),
          line_feed_(delimiters.terminator == '\n' || delimiters.element == '\n' ? no_byte : '\n') {
        load();
    }

    /// Lets the last segment end with the bytes instead of a terminator.
    void accept_unterminated() { final_ = true; }

    /// Passes the blanks between segments and returns where the next one begins: end() when there is none.
    X12_INLINE const char* begin() {
        const char* p = position_;
        if (p != end_ && *p == line_feed_) {
            ++text_line_;
            ++p;
        }
        if (p == end_ || static_cast<unsigned char>(*p) <= ' ') [[unlikely]]
            p = pass_blanks(p, end_, delimiters_, text_line_);
        position_ = p;
        auto distance = static_cast<std::size_t>(p - block_);
        if (distance >= block_size) {
            block_ += distance / block_size * block_size;
            distance %= block_size;
            load();
        }
        odd_ &= ~std::uint64_t{0} << distance;
        return p;
    }

    /// Goes behind the segment at begin(). False when its terminator is not there yet.
    X12_INLINE bool skip() {
        std::uint64_t odd = 0;
        while (terminator_ == 0) {
            odd |= odd_;
            if (!next_block()) return end_unterminated(odd);
        }
        end_segment(odd);
        return true;
    }

    /// The same, and takes its elements down.
    X12_INLINE bool split(Elements& elements) {
        elements.begin_ = position_;
        const char** mark = elements.ends_.data();
        const char** const last = mark + Elements::room;
        std::uint64_t odd = 0;
        while (terminator_ == 0) {
            mark = std::min(take(mark, element_), last);
            odd |= odd_;
            if (next_block()) continue;
            if (!end_unterminated(odd)) return false;
            finish(elements, mark);
            return true;
        }
        mark = std::min(take(mark, element_ & (lowest_terminator() - 1)), last);
        end_segment(odd);
        finish(elements, mark);
        return true;
    }

    /// Of the segment last passed: where it ends, whether odd bytes stand in it, whether its terminator was missing.
    [[nodiscard]] const char* segment_end() const { return segment_end_; }
    [[nodiscard]] bool odd() const { return segment_odd_ != 0; }
    [[nodiscard]] bool unterminated() const { return unterminated_; }
    /// The first byte behind what was passed.
    [[nodiscard]] const char* position() const { return position_; }
    [[nodiscard]] const char* end() const { return end_; }

private:
    static constexpr int no_byte = 1000;

    static const char* pass_blanks(const char* p, const char* end, const Delimiters& delimiters,
                                   std::uint32_t& text_line) {
        while (p != end && is_blank(*p) && *p != delimiters.terminator && *p != delimiters.element)
            text_line += *p++ == '\n' ? 1U : 0U;
        return p;
    }

    X12_INLINE void load() {
        const auto left = static_cast<std::size_t>(end_ - block_);
        const Masks masks = left >= block_size ? matcher_.match(block_) : match_last(block_, left, delimiters_);
        element_ = masks.element;
        terminator_ = masks.terminator;
        odd_ = masks.odd;
    }

    /// The masks of less than a block.
    static Masks match_last(const char* block, std::size_t left, Delimiters delimiters) {
        std::array<char, block_size> padded{};
        if (left != 0) std::memcpy(padded.data(), block, left);
        Masks masks = Matcher(delimiters).match(padded.data());
        const std::uint64_t there = (std::uint64_t{1} << left) - 1;
        masks.element &= there;
        masks.terminator &= there;
        masks.odd &= there;
        return masks;
    }

    X12_INLINE bool next_block() {
        if (static_cast<std::size_t>(end_ - block_) <= block_size) [[unlikely]]
            return false;
        block_ += block_size;
        load();
        return true;
    }

    X12_INLINE const char** take(const char** mark, std::uint64_t separators) const {
        for (; separators != 0; separators &= separators - 1) *mark++ = block_ + std::countr_zero(separators);
        return mark;
    }

    X12_INLINE void finish(Elements& elements, const char** mark) const {
        const auto count = static_cast<std::size_t>(mark - elements.ends_.data());
        elements.ends_[count] = segment_end_;
        elements.count_ = std::min(count + 1, Elements::room);
    }

    [[nodiscard]] std::uint64_t lowest_terminator() const { return terminator_ & (~terminator_ + 1); }

    X12_INLINE void end_segment(std::uint64_t odd) {
        const std::uint64_t lowest = lowest_terminator();
        segment_end_ = block_ + std::countr_zero(terminator_);
        position_ = segment_end_ + 1;
        segment_odd_ = odd | (odd_ & (lowest - 1));
        element_ &= ~((lowest - 1) | lowest);
        terminator_ ^= lowest;
        if (delimiters_.terminator == '\n') ++text_line_;
    }

    X12_INLINE bool end_unterminated(std::uint64_t odd) {
        if (!final_ || position_ == end_) return false;
        segment_end_ = position_ = end_;
        segment_odd_ = odd;
        unterminated_ = true;
        return true;
    }

    Matcher matcher_;
    Delimiters delimiters_;
    const char* end_;
    const char* position_;   ///< begin of the segment, or behind the last one
    const char* block_;      ///< the 64 bytes that the masks speak of
    std::uint64_t element_ = 0;
    std::uint64_t terminator_ = 0;
    std::uint64_t odd_ = 0;   ///< cleared by begin()
    std::uint64_t segment_odd_ = 0;
    const char* segment_end_ = nullptr;
    std::uint32_t& text_line_;
    int line_feed_;   ///< no_byte when it is a delimiter
    bool unterminated_ = false;
    bool final_ = false;
};

/// A segment's id as a number: up to three letters, the first in the lowest bits.
constexpr std::uint32_t id_of(std::string_view letters) {
    std::uint32_t id = 0;
    for (std::size_t i = letters.size() < 3 ? letters.size() : 3; i-- > 0;)
        id = id << 8 | static_cast<unsigned char>(letters[i]);
    return letters.size() > 3 ? 0 : id;
}

/// The id of the segment at `begin`; 0 when it is not two or three characters before a separator.
inline std::uint32_t id_at(const char* begin, const char* end, char element) {
    if (end - begin < 4) {   // the last bytes of what is there: "SE~"
        const std::string_view rest(begin, static_cast<std::size_t>(end - begin));
        const std::size_t size = rest.find(element);
        return size == 2 || size == 3 ? id_of(rest.substr(0, size)) : 0;
    }
    const auto byte = [&](unsigned i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(begin[i])) << (8 * i);
    };
    const std::uint32_t word = byte(0) | byte(1) | byte(2) | byte(3);   // one load
    const auto separator = static_cast<std::uint32_t>(static_cast<unsigned char>(element));
    if ((word >> 16 & 0xFF) == separator) return word & 0xFFFF;
    return word >> 24 == separator ? word & 0xFFFFFF : 0;
}

}   // namespace deltoid::x12

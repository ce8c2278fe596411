// SPDX-License-Identifier: Apache-2.0
// Cutting separated text into rows: each row is cut in one go from its first byte, so that nothing is remembered of
// half a row but how many bytes of it were not enough.
#include "readers/csv_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "deltoid/values.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace deltoid {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array<char, 4> separators{',', ';', '\t', '|'};
/// The header is sought in so many lines and bytes: a report's title may stand above it.
constexpr int header_lines = 10;
constexpr std::size_t header_bytes = std::size_t{64} << 10;

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// LF, CRLF and CR, each once.
std::uint32_t count_line_ends(std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) ? 1 : 0;
    return count;
}

/// The size of the line end at `i`; 0 when the byte that would tell is not there yet.
std::size_t line_end_size(std::string_view text, std::size_t i, bool last) {
    if (text[i] == '\n') return 1;
    if (i + 1 < text.size()) return text[i + 1] == '\n' ? 2 : 1;
    return last ? 1 : 0;
}

#if defined(__SSE2__)
/// Bit i: byte i is the separator or ends a line.
std::uint32_t ends_in_16(const char* bytes, char separator) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
    const __m128i line_ends =
        _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\r')));
    const __m128i found = _mm_or_si128(line_ends, _mm_cmpeq_epi8(block, _mm_set1_epi8(separator)));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(found));
}
#elif defined(__wasm_simd128__)
std::uint32_t ends_in_16(const char* bytes, char separator) {
    const v128_t block = wasm_v128_load(bytes);
    const v128_t line_ends =
        wasm_v128_or(wasm_i8x16_eq(block, wasm_i8x16_splat('\n')), wasm_i8x16_eq(block, wasm_i8x16_splat('\r')));
    return wasm_i8x16_bitmask(wasm_v128_or(line_ends, wasm_i8x16_eq(block, wasm_i8x16_splat(separator))));
}
#else
std::uint32_t ends_in_16(const char* bytes, char separator) {
    std::uint32_t found = 0;
    for (unsigned i = 0; i < 16; ++i) found |= bytes[i] == separator || is_line_end(bytes[i]) ? 1U << i : 0U;
    return found;
}
#endif

/// Where a cell without quotes ends: at a separator, a line end or the end of the text.
std::size_t end_of_plain(std::string_view text, std::size_t at, char separator) {
    for (; text.size() - at >= 16; at += 16)
        if (const std::uint32_t found = ends_in_16(text.data() + at, separator); found != 0)
            return at + static_cast<std::size_t>(std::countr_zero(found));
    while (at < text.size() && text[at] != separator && !is_line_end(text[at])) ++at;
    return at;
}

}   // namespace

std::uint32_t CsvRow::text_line_of(std::size_t i) const {
    return text_line + count_line_ends(bytes.substr(0, starts[i]));
}

std::optional<char> csv_separator(std::string_view text, bool last) {
    last = last || text.size() >= header_bytes;
    text = text.substr(0, header_bytes);
    char first_seen = 0;   // in the first line that has any
    std::array<int, separators.size()> counts{};
    bool quoted = false;
    int lines = 0;
    for (std::size_t i = 0; i <= text.size() && lines < header_lines; ++i) {
        if (i < text.size() && (quoted || !is_line_end(text[i]))) {
            if (text[i] == '"') quoted = !quoted;
            const auto found = std::find(separators.begin(), separators.end(), text[i]);
            if (!quoted && found != separators.end()) ++counts[static_cast<std::size_t>(found - separators.begin())];
            continue;
        }
        if (i == text.size() && !last) return std::nullopt;
        const auto most = std::max_element(counts.begin(), counts.end());
        const char separator = separators[static_cast<std::size_t>(most - counts.begin())];
        if (*most > 1) return separator;
        if (*most == 1 && first_seen == 0) first_seen = separator;
        counts.fill(0);
        ++lines;
    }
    return first_seen == 0 ? ',' : first_seen;
}

const CsvRow* CsvCutter::next(std::string_view bytes, std::uint64_t offset, bool last) {
    bytes.remove_prefix(static_cast<std::size_t>(at_ - offset));
    const auto pass = [&](std::size_t size) {
        at_ += size;
        bytes.remove_prefix(size);
    };
    if (!begun_) {
        if (!begin(bytes, last)) return nullptr;
        begun_ = true;
        pass(size_);
    }
    for (;;) {
        if (passing_over_) {
            const bool done = pass_over_rest(bytes, last);
            pass(size_);
            if (!done) return nullptr;
        }
        if (!cut_row(bytes, last)) return nullptr;
        row_.offset = at_;
        row_.text_line = line_;
        line_ += row_.too_long ? 0 : has_line_ends_ ? count_line_ends(bytes.substr(0, size_)) : 1;
        pass(size_);
        ++rows_;
        if (!is_blank()) break;
    }
    row_.number = rows_;
    row_.cells = {cells_.data(), cells_.size()};
    row_.starts = {starts_.data(), starts_.size()};
    return &row_;
}

/// Tells the separator; size_ is what stands before the first row.
bool CsvCutter::begin(std::string_view text, bool last) {
    if (text.size() < byte_order_mark.size() && !last) return false;
    size_ = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    text.remove_prefix(size_);
    // Excel reads and other programs write a first line "sep=;".
    constexpr std::string_view said = "sep=";
    if (text.size() < said.size() + 3 && !last) return false;
    if (text.size() > said.size() + 1 && same_code(text.substr(0, said.size()), said) &&
        is_line_end(text[said.size() + 1])) {
        if (separator_ == 0) separator_ = text[said.size()];
        size_ += said.size() + 1 + line_end_size(text, said.size() + 1, true);
        ++line_;
        return true;
    }
    if (separator_ != 0) return true;
    const std::optional<char> separator = csv_separator(text, last);
    separator_ = separator.value_or(0);
    return separator.has_value();
}

/// Up to the line end of a row that is too long. size_ is how many bytes can be let go.
bool CsvCutter::pass_over_rest(std::string_view text, bool last) {
    const auto end = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_line_end) - text.begin());
    size_ = end;
    if (end == text.size()) return last;
    const std::size_t line_end = line_end_size(text, end, last);
    if (line_end == 0) return false;
    size_ += line_end;
    ++line_;
    passing_over_ = false;
    return true;
}

/// Cuts the row at the front of `text`, which has `size_` bytes. False when it is not all there.
bool CsvCutter::cut_row(std::string_view text, bool last) {
    if (text.empty()) return false;
    // Bytes that come one by one are not looked at again for each of them.
    if (!last && text.size() < row_limit && text.size() < 2 * tried_) return false;
    const bool cut_short = text.size() >= row_limit;
    const std::string_view room = text.substr(0, row_limit);
    const bool at_end = last && text.size() <= row_limit;
    Ended ended = cut(room, at_end, at_ < one_line_until_);
    if (ended == Ended::quote_open || (ended == Ended::no && cut_short && at_ >= one_line_until_)) {
        one_line_until_ = at_ + std::max<std::size_t>(scanned_, 1);
        ended = cut(room, at_end, true);
    }
    if (ended == Ended::no && cut_short) {
        row_.too_long = passing_over_ = true;
        ended = Ended::yes;
    }
    tried_ = ended == Ended::yes ? 0 : text.size();
    return ended == Ended::yes;
}

/// One row from the front of `text`. `one_line`: a quote that is not closed in its line is a letter, and so are all
/// after it; otherwise an open quote ends the attempt.
CsvCutter::Ended CsvCutter::cut(std::string_view text, bool last, bool one_line) {
    row_ = CsvRow();
    cells_.clear();
    starts_.clear();
    unescaped_.clear();
    has_line_ends_ = false;
    scanned_ = text.size();
    const std::size_t line = one_line ? text.find_first_of("\r\n") : none;
    const std::string_view quotable = text.substr(0, line);
    for (std::size_t start = 0;;) {
        const bool plain = start < text.size() && text[start] != ' ' && text[start] != '"';   // nearly all
        std::size_t at = plain ? none : text.find_first_not_of(' ', start);
        if (at != none && text[at] == '"' && !row_.unbalanced_quote) {
            const std::size_t close = close_of(quotable, at, last || line != none);
            if (close != none) {
                add_cell(inside(text.substr(at, close - at + 1)), start);
                at = std::min(text.find_first_not_of(' ', close + 1), text.size());
            } else if (!one_line) {
                return last || scanned_ < text.size() ? Ended::quote_open : Ended::no;
            } else {
                row_.unbalanced_quote = true;
                at = none;
            }
        } else {
            at = none;
        }
        if (at == none) {
            at = end_of_plain(text, start, separator_);
            add_cell(text.substr(start, at - start), start);
        }
        if (at < text.size() && text[at] == separator_) {
            start = at + 1;
            continue;
        }
        row_.bytes = text.substr(0, at);
        row_.ends_input = last && at == text.size();
        const std::size_t line_end = at == text.size() ? 0 : line_end_size(text, at, last);
        size_ = at + line_end;
        return last || line_end != 0 ? Ended::yes : Ended::no;
    }
}

/// The quote that closes the cell opened at `open`: one before a separator or the end of the row. Others are text,
/// doubled or not, until the cell has come over a line end or to the beginning of another: then it was never meant to
/// be open.
std::size_t CsvCutter::close_of(std::string_view text, std::size_t open, bool last) {
    bool crossed = false;
    for (std::size_t i = open + 1;;) {
        const std::size_t quote = text.find('"', i);
        const std::string_view passed = text.substr(i, quote == none ? none : quote - i);
        crossed = crossed || passed.find_first_of("\r\n") != none;
        if (quote == none) return none;
        if (quote + 1 < text.size() && text[quote + 1] == '"') {
            i = quote + 2;
            continue;
        }
        const std::size_t after = text.find_first_not_of(' ', quote + 1);
        const bool closes = after == none ? last : text[after] == separator_ || is_line_end(text[after]);
        has_line_ends_ = has_line_ends_ || (closes && crossed);
        if (closes) return quote;
        if (after == none) return none;
        // A quote that opens a cell, in an open one.
        if (crossed || (quote > open + 1 && text[quote - 1] == separator_)) {
            scanned_ = quote + 1;
            return none;
        }
        i = quote + 1;
    }
}

/// The text of a cell in its quotes.
std::string_view CsvCutter::inside(std::string_view quoted) {
    const std::string_view inner = quoted.substr(1, quoted.size() - 2);
    std::size_t quote = inner.find("\"\"");
    if (quote == none) return inner;
    std::string text;
    std::size_t from = 0;
    for (; quote != none; from = quote + 2, quote = inner.find("\"\"", from))
        text.append(inner, from, quote + 1 - from);
    return unescaped_.keep(text.append(inner, from));
}

void CsvCutter::add_cell(std::string_view text, std::size_t start) {
    if (row_.cell_count++ >= column_limit) return;
    cells_.push_back(text);
    starts_.push_back(static_cast<std::uint32_t>(start));
}

bool CsvCutter::is_blank() const {
    return row_.cell_count <= column_limit &&
           std::all_of(cells_.begin(), cells_.end(), [](std::string_view text) { return trim(text).empty(); });
}

}   // namespace deltoid

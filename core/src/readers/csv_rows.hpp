// SPDX-License-Identifier: Apache-2.0
// Cuts a stream of comma, semicolon, tab or bar separated text into rows and cells, as RFC 4180 has it and as people's
// programs write it: byte order marks, Excel's "sep=;", line ends of LF, CRLF or CR, line ends inside quotes, and
// quotes that are never closed.
//
//     CsvCutter cutter;                                    // or CsvCutter cutter('|') where the separator is known
//     std::size_t Reader::read(std::span<const char> bytes, std::uint64_t offset, Sink&) {
//         const std::string_view text(bytes.data(), bytes.size());
//         while (const CsvRow* row = cutter.next(text, offset, false)) use(*row);
//         return static_cast<std::size_t>(cutter.needed_from() - offset);
//     }
//     void Reader::end(...) { while (const CsvRow* row = cutter.next(text, offset, true)) use(*row); }
//
// A row and its views are good until the next call and as long as `bytes` lie where they do: who wants to keep a cell
// copies it (Arena). The first row is the header; rows without any text are passed over. The rows are the same however
// the input is cut into chunks, every byte is looked at a few times at most, and no more than row_limit bytes are asked
// for at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "arena.hpp"

namespace deltoid {

struct CsvRow {
    /// The texts of the cells: outer quotes and the blanks around them taken off, doubled quotes read; nothing else is
    /// changed or trimmed. At most CsvCutter::column_limit.
    std::span<const std::string_view> cells;
    std::span<const std::uint32_t> starts;   ///< where each cell begins, from the row's first byte
    std::string_view bytes;                  ///< the row as it lies in the input, without its line end
    std::uint64_t offset = 0;                ///< of its first byte in the input
    std::uint64_t number = 0;                ///< from 1, as a spreadsheet numbers them: blank ones are counted
    std::uint32_t text_line = 0;             ///< of its first byte, from 1
    std::uint32_t cell_count = 0;            ///< how many cells there are, kept or not
    bool unbalanced_quote = false;   ///< a quote is never closed: from it on the row was cut as if quotes were letters
    bool too_long = false;     ///< over row_limit: `bytes` and `cells` hold its beginning, the rest was passed over
    bool ends_input = false;   ///< the input ends without a line end after it: it may be cut short

    /// The text of a cell, "" past the last one: short rows are common.
    [[nodiscard]] std::string_view cell(std::size_t i) const {
        return i < cells.size() ? cells[i] : std::string_view();
    }
    [[nodiscard]] std::uint64_t offset_of(std::size_t i) const { return offset + starts[i]; }
    /// The text line that a cell begins on; counts line ends, so it is for findings only.
    [[nodiscard]] std::uint32_t text_line_of(std::size_t i) const;
};

/// The separator that the first lines of a text show: the most frequent of comma, semicolon, tab and bar in the first
/// line that has one of them twice, else in the first that has one at all, else a comma. Nothing while there are too
/// few bytes to tell. `text` begins behind a byte order mark.
[[nodiscard]] std::optional<char> csv_separator(std::string_view text, bool last);

class CsvCutter {
public:
    /// The most bytes of a row: far over any claim's or table's, small enough to keep.
    static constexpr std::size_t row_limit = std::size_t{1} << 20;
    /// The most cells of a row that are told.
    static constexpr std::size_t column_limit = 1024;

    /// `separator`: 0 tells it from the first lines.
    explicit CsvCutter(char separator = 0) : separator_(separator) {}

    /// The next row; null when it needs more bytes or the input is at its end. `bytes` begins at `offset` of the input,
    /// which is not after needed_from(). `last`: nothing follows.
    [[nodiscard]] const CsvRow* next(std::string_view bytes, std::uint64_t offset, bool last);

    /// Bytes before this offset will not be looked at again.
    [[nodiscard]] std::uint64_t needed_from() const { return at_; }
    /// 0 while it is not told yet.
    [[nodiscard]] char separator() const { return separator_; }

private:
    enum class Ended : std::uint8_t { no, yes, quote_open };

    bool begin(std::string_view text, bool last);
    bool pass_over_rest(std::string_view text, bool last);
    bool cut_row(std::string_view text, bool last);
    [[nodiscard]] Ended cut(std::string_view text, bool last, bool one_line);
    [[nodiscard]] std::size_t close_of(std::string_view text, std::size_t open, bool last);
    [[nodiscard]] std::string_view inside(std::string_view quoted);
    void add_cell(std::string_view text, std::size_t start);
    [[nodiscard]] bool is_blank() const;

    char separator_;
    bool begun_ = false;
    bool passing_over_ = false;          ///< the rest of a row that is too long
    std::uint64_t at_ = 0;               ///< the next row's first byte
    std::uint64_t one_line_until_ = 0;   ///< rows that begin before it end with their line: a quote was left open
    std::size_t tried_ = 0;              ///< so many bytes of the next row were not enough
    std::size_t size_ = 0;               ///< of the row just cut, with its line end
    std::size_t scanned_ = 0;            ///< how far an open quote was followed
    std::uint32_t line_ = 1;             ///< text line of at_
    bool has_line_ends_ = false;         ///< some quoted cell of the row just cut
    std::uint64_t rows_ = 0;
    CsvRow row_;
    std::vector<std::string_view> cells_;
    std::vector<std::uint32_t> starts_;
    Arena unescaped_;
};

}   // namespace deltoid

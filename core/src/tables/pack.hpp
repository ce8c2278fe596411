// SPDX-License-Identifier: Apache-2.0
// A pack as text: the header that says what it is, the columns, and the cells of its rows. docs/tables.md is the format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/tables.hpp"

namespace deltoid::packs {

/// What is wrong with one pack, by line. A pack with a complaint is not loaded.
class Complaints {
public:
    explicit Complaints(std::string_view pack) : pack_(pack) {}

    void at(std::size_t line, std::string message);
    [[nodiscard]] bool any() const { return !problems_.empty(); }
    [[nodiscard]] std::size_t count() const { return problems_.size(); }
    /// So many that the rest of the pack need not be read.
    [[nodiscard]] bool enough() const { return problems_.size() >= most; }
    [[nodiscard]] std::vector<Problem> take() { return std::move(problems_); }

private:
    static constexpr std::size_t most = 50;
    std::string pack_;
    std::vector<Problem> problems_;
};

/// Codes from first to last of one shape.
struct CodeRange {
    Code first, last;
    [[nodiscard]] bool holds(Code code) const { return first <= code && code <= last; }
};

/// The text of a built-in pack: its header, and behind it the rows of cells that lie column by column.
[[nodiscard]] std::string by_rows(std::string_view header, std::size_t columns, std::string_view cells);

/// "The edition 2026Q3 of mue-practitioner is for days that edition 2026Q2 already covers, and they differ": where both have
/// one name, their sources tell them apart.
[[nodiscard]] std::string both_names(const Edition& refused, const Edition& loaded);

/// A pack whose header has been read.
struct Pack {
    Edition edition;
    /// The codes that a complete edition speaks for; empty: all of them.
    std::vector<CodeRange> covers;
    std::vector<std::string_view> columns;
    std::string_view rows;        ///< the text behind the line of columns
    std::size_t rows_line = 0;    ///< the number of its first line, from 1
};

/// Reads header and columns. What is missing or wrong is complained of.
[[nodiscard]] Pack read_header(std::string_view text, Complaints& complaints);

/// A column that a table knows.
struct Column {
    std::string_view name;
    bool required = true;
};

/// The rows of a pack, one after the other, with their cells in the order of the table's columns.
class Rows {
public:
    /// Complains of columns that the table does not know, misses or sees twice.
    Rows(const Pack& pack, std::span<const Column> known, Complaints& complaints);

    /// Steps to the next row that has the right number of cells; false at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] bool has_column(std::size_t column) const { return place_[column] != absent; }
    /// Empty for a column that the pack does not have.
    [[nodiscard]] std::string_view cell(std::size_t column) const {
        return has_column(column) ? cells_[place_[column]] : std::string_view{};
    }

    // Each gives the cell's value; when there is none it complains and gives the fallback.
    [[nodiscard]] Code code(std::size_t column);
    [[nodiscard]] Day day(std::size_t column, Day if_empty);
    [[nodiscard]] std::int32_t count(std::size_t column, std::int32_t least, std::int32_t most);
    /// A decimal above zero in thousandths; 0 for an empty cell.
    [[nodiscard]] Thousandths thousandths(std::size_t column);
    /// The position of the cell in `words`; the first word stands for an empty cell when `empty_is_first`.
    [[nodiscard]] std::size_t word(std::size_t column, std::span<const std::string_view> words,
                                   bool empty_is_first = false);
    [[nodiscard]] Confidence confidence(std::size_t column);

    void complain(std::string message) { complaints_.at(line_, std::move(message)); }
    /// `"units" is "x", which is not ...`
    void complain_of(std::size_t column, std::string_view what);
    [[nodiscard]] Complaints& complaints() { return complaints_; }

private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    std::span<const Column> known_;
    std::vector<std::size_t> place_;           ///< known column -> cell
    std::vector<std::string_view> cells_;
    std::string_view rest_;
    std::size_t line_;
    Complaints& complaints_;
};

/// "2024-07-01"; nothing else. A pack's dates are written one way.
[[nodiscard]] std::optional<Day> read_day(std::string_view text);
[[nodiscard]] std::string text_of(Day day);
[[nodiscard]] std::string text_of(Code code);
/// Five letters and digits in upper case.
[[nodiscard]] Code read_code(std::string_view text);
[[nodiscard]] std::optional<Confidence> read_confidence(std::string_view text);

}  // namespace deltoid::packs

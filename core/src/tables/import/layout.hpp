// SPDX-License-Identifier: Apache-2.0
// The layouts of the published files: how each is known by its rows, what its rows must look like, and what is kept.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/tables.hpp"
#include "readers/csv_rows.hpp"
#include "tables/import/names.hpp"
#include "tables/pack.hpp"

namespace deltoid::packs {

/// A row of a pack in the making.
struct Kept {
    std::array<char, 12> key{};   ///< code, diagnosis or NDC; zeros behind it
    std::array<char, 6> code{};   ///< the second key of a crosswalk
    std::uint8_t column = 0;      ///< of edits
    std::uint8_t flag = 0;        ///< indicator, adjudication, header
    Day from = Day::none(), to = Day::open();
    std::int64_t amounts[2] = {0, 0};   ///< units; cents in an office and in a facility
    std::uint32_t text_line = 0;
    std::uint32_t file = 0;   ///< of the import, from 0

    void set_key(std::string_view text);
    [[nodiscard]] std::string_view key_text() const { return key.data(); }
    [[nodiscard]] std::string_view code_text() const { return code.data(); }
};

/// What a published table is in a pack.
enum class Target : std::uint8_t { edits, limits, diagnoses, packages, fees };

struct Layout;

/// One file while it is read.
struct Reading {
    explicit Reading(std::string_view file) : name(file), complaints(file) {}

    std::string name;
    Complaints complaints;
    const Layout* layout = nullptr;
    std::string title;                                  ///< of the rows above the header, in plain words
    std::array<std::vector<std::string>, 4> captions;   ///< the last rows above it, in plain words
    std::array<std::size_t, 6> columns{};               ///< where the layout's columns lie
    std::size_t column_count = 0;                       ///< of the header
    bool lacks_columns = false;                         ///< the layout was told by the first ones, and others are missing
    std::uint64_t rows = 0;
    std::vector<Kept> kept;

    std::string table;   ///< "" while it is not told
    std::string edition, source;
    Day from, to;
    std::string last_day;   ///< `to` as YYYYMMDD, for rows by the million
    int part = 0;
    bool complete = false;

    // What shows that rows are missing or of another table.
    std::uint32_t never = 0, sometimes = 0;   ///< injections inside anesthesia, by indicator
    std::int64_t number = 0, factor = 0;      ///< of the row before; the year of a column
    std::uint64_t odd = 0;                    ///< rows that are passed over
    std::uint32_t first_odd = 0;
    std::string first_key, last_key;

    [[nodiscard]] std::string_view column(const CsvRow& row, std::size_t i) const { return trim(row.cell(columns[i])); }
    void complain(const CsvRow& row, std::string message) { complaints.at(row.text_line, std::move(message)); }
    /// Plain words of the file's own name, or of its archive's where `from_archive`.
    [[nodiscard]] std::string own_name() const { return plain_words(last_part(name)); }
    [[nodiscard]] std::string whole_name() const { return plain_words(name); }
};

struct Layout {
    std::string_view words;   ///< "a table of edit pairs (NCCI PTP)"
    Target target;
    bool has_all;   ///< of diagnoses: the headers as well
    /// The row is the header (or, without one, the first row) of this layout: notes its columns.
    bool (*begins)(Reading& reading, const CsvRow& row);
    /// The first row is a row of the table and not its header.
    bool (*has_no_header)(const CsvRow& row);
    /// The header is known: edition and setting from names and title.
    void (*settle)(Reading& reading);
    void (*row)(Reading& reading, const CsvRow& row);
    void (*end)(Reading& reading);
};

/// The layout that begins with the row; null when none does. `header`: the row is no row of the table.
[[nodiscard]] const Layout* layout_of(Reading& reading, const CsvRow& row, bool& header);

/// The text begins as one of the lists of diagnoses, whose columns are parted by blanks.
[[nodiscard]] bool is_list_of_diagnoses(std::string_view text);

/// Published tables that no rule asks for, by words of their names, titles and headers: a sentence, or "".
[[nodiscard]] std::string_view known_but_not_read(std::string_view words);

}   // namespace deltoid::packs

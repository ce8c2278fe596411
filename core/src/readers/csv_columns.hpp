// SPDX-License-Identifier: Apache-2.0
// What the columns of a claims spreadsheet are: headers as people write them, told by a table of names, and the row
// that is the header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fields.hpp"
#include "readers/csv_rows.hpp"

namespace deltoid {

/// A column's meaning. Diagnoses, modifiers and pointers have one column each (element from 1) or share one (0); test
/// results have one column for each test.
struct CsvColumn {
    Field field = Field::none;
    std::uint8_t element = 0;
    /// How sure the name is, 0 first: of two columns that tell the same the surer one is read.
    std::uint8_t rank = 0;

    [[nodiscard]] bool known() const { return field != Field::none; }
    [[nodiscard]] bool same_as(const CsvColumn& other) const {
        return field == other.field && element == other.element;
    }
};

/// What the user says of a header of his own: session option `columns`, command line `--columns`.
struct CsvMapping {
    std::string header;
    CsvColumn column;        ///< unknown: not to be read
    bool may_lack = false;   ///< a file without this header is as it should be: the mapping is of others, too
};

/// The column of a header; case, blanks, underscores, punctuation and what stands in parentheses do not count.
[[nodiscard]] CsvColumn csv_column(std::string_view header, std::span<const CsvMapping> mapping = {});
/// Whether two headers are the same but for case, blanks and punctuation.
[[nodiscard]] bool same_header(std::string_view a, std::string_view b);
/// Our own name of a column: "dos", "dx3", "doc_dose".
[[nodiscard]] std::string csv_name(const CsvColumn& column);
/// The other names that a field's headers have, parted by blanks, without their numbers; for the documentation.
[[nodiscard]] std::string_view csv_synonyms(Field field);
/// The tests whose results have columns of their own, by their element from 1.
[[nodiscard]] std::string_view csv_measurement(std::uint8_t element);

/// How many numbered columns a list field has: dx1 to dx12.
[[nodiscard]] std::uint8_t csv_numbered(Field field);

/// Where the table of a file begins.
struct CsvLayout {
    char separator = ',';
    std::uint64_t header_row = 1;   ///< CsvRow::number
    std::uint32_t understood = 0;   ///< columns of the header
    std::uint32_t cells = 0;
};

/// Tells it from a file's first bytes: the separator and the row, among the first ten, of which most columns are
/// understood. Nothing while there are too few bytes; 64 KiB are enough. The answer does not depend on how many came.
[[nodiscard]] std::optional<CsvLayout> csv_layout(std::string_view text, std::span<const CsvMapping> mapping,
                                                  bool last);

/// Whether a text is rows of claims and not something else: its header is understood, or is the header of some table.
[[nodiscard]] std::optional<bool> is_csv(std::string_view text, std::span<const CsvMapping> mapping, bool last);

}   // namespace deltoid

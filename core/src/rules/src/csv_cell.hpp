// SPDX-License-Identifier: Apache-2.0
// SRC002: a cell or row of a spreadsheet is not what was put into it.
#pragma once

#include <array>
#include <string_view>

#include "context.hpp"
#include "deltoid/rule.hpp"

namespace deltoid {

/// Messages of SRC002.
enum class CsvCell : std::uint8_t {
    read_as,            ///< {place} {column} {row} {cell} {text} {cause}
    not_read,           ///< {place} {column} {row} {cell} {cause}
    more_read_as,       ///< {count} {column}
    differs,            ///< {place} {column} {row} {cell} {text}
    too_many,           ///< {line} {what} {row} {count} {limit}
    open_quote,         ///< {row}
    more_cells,         ///< {row} {count} {limit}
    fewer_cells,        ///< {row} {count} {limit}
    cut_short,          ///< {row}
    apart,              ///< {first} {claim} {row}
    more_apart,         ///< {count}
    passed_over,        ///< {row} {cause}
    more_passed_over,   ///< {count}
    own_diagnoses,      ///< no places
    missing_date,       ///< {line}
    more_in_claim       ///< {count} {claim}
};

namespace src002 {
inline constexpr std::array<std::string_view, 16> messages{
    "{place} {column}, row {row}: \"{cell}\" was read as {text}, because {cause}.",
    "{place} {column}, row {row}: \"{cell}\" was not read, because {cause}.",
    "{count} more cells of column {column} were read as something else, or differ from the rows above in their claim.",
    "{place} {column}, row {row}: \"{cell}\" is not what the claim's rows above say (\"{text}\"), which was kept.",
    "Line {line}: row {row} has {count} {what}; only the first {limit} were read.",
    "Row {row} opens a quote that is never closed, so its cells cannot be told apart and its claim was not checked.",
    "Row {row} has {count} cells and the header has {limit}, so they may stand in the wrong columns and its claim was "
    "not "
    "checked.",
    "Row {row} has only {count} of the header's {limit} cells; the others were taken as empty.",
    "The file ends inside row {row}, so its claim was not checked.",
    "Claims {first} and {claim} of the file have the same id but not all rows next to each other (row {row}), so they "
    "were "
    "checked as two claims. Sort the rows by claim.",
    "{count} more claims have the id of one further up, with other claims between them; each was checked by itself.",
    "Row {row} was passed over, because {cause}.",
    "{count} more rows were passed over.",
    "The rows of the claim have different diagnoses, so all of them were taken as the claim's, and each line keeps its "
    "own.",
    "Line {line}: the date of service is missing (box 24A), so the line was not checked for its day.",
    "{count} more cells and rows of claim {claim} are out of shape; they are not named."};
inline constexpr std::array<Source, 3> sources{{
    {"Microsoft Support, Keeping leading zeros and large numbers (Excel)", "https://support.microsoft.com/", "", ""},
    {"ECMA-376, Office Open XML, Part 1, 18.17.4: dates as numbers of days since 1899-12-30",
     "https://ecma-international.org/publications-and-standards/standards/ecma-376/", "2016-12-01", ""},
    {"RFC 4180, Common Format and MIME Type for Comma-Separated Values (CSV) Files",
     "https://www.rfc-editor.org/rfc/rfc4180", "2005-10-01", ""},
}};

#define DELTOID_CSV_EXAMPLE(claim, birth, pos, modifier, date)                                                    \
    "claim_id,payer_class,billing_npi,rendering_npi,member_id,birth_date,sex,pos,dx1,dos,code,mod1,units,charge," \
    "pointers\n" claim ",medicare_b,1234567893,1234567893,1EG4TE5MK73," birth ",F," pos ",M54.50," date           \
    ",99213," modifier ",1,120.00,A\n" claim ",medicare_b,1234567893,1234567893,1EG4TE5MK73," birth ",F," pos     \
    ",M54.50," date ",96372,,1,40.00,A\n" claim ",medicare_b,1234567893,1234567893,1EG4TE5MK73," birth ",F," pos  \
    ",M54.50," date ",J1885,JZ,4,12.00,A\n"

inline constexpr std::array<Example, 2> bad{{
    {"A spreadsheet has made a number of the modifier, and of the date the number of its day.",
     DELTOID_CSV_EXAMPLE("A-1", "1964-02-01", "11", "25.0", "46280"), "{}", true},
    {"The day seems to come before the month: then other dates of the file are not what they look like either.",
     DELTOID_CSV_EXAMPLE("A-1", "13/02/1964", "11", "25", "2026-09-15"), "{}", true},
}};
inline constexpr std::array<Example, 1> good{{
    {"Dates as Americans write them.", DELTOID_CSV_EXAMPLE("A-1", "2/1/1964", "11", "25", "9/15/26"), "{}", true},
}};
#undef DELTOID_CSV_EXAMPLE
}   // namespace src002

inline void check_csv_values(const ClaimContext& context, Report& report) {
    if (!context.from_csv) return;
    for (const Service& service : context.services)
        if (context.claim.lines[service.line - 1U].from.absent() &&
            (service.is(CodeSet::injection) || service.is(CodeSet::drug))) {
            Finding& finding = report.say(static_cast<std::uint8_t>(CsvCell::missing_date), service);
            finding.at_level(Level::error).in(Field::line_from).amount = {};
        }
}

inline constexpr Rule rule_src002{
    .id = "SRC002",
    .name = "csv-cell",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "A cell or row of a spreadsheet is not what was put into it, or cannot be read.",
    .why =
        "Spreadsheets take codes for numbers: zeros in front go, dates become numbers, long numbers lose their digits.",
    .fix = "Export again with these columns as text; look at each cell that was read as something else.",
    .myth = "",
    .messages = src002::messages,
    .sources = src002::sources,
    .bad = src002::bad,
    .good = src002::good,
    .check_claim = &check_csv_values,
};

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// SRC001: the header of a spreadsheet is not understood, or not all of it.
#pragma once

#include <array>
#include <string_view>

#include "deltoid/rule.hpp"

namespace deltoid {

/// Messages of SRC001.
enum class CsvHeader : std::uint8_t {
    no_rows,    ///< no places
    missing,    ///< {missing} {read} {unread}
    not_read,   ///< {unread} {read}
    no_claim,   ///< no places
    twice,      ///< {column} {other}
    no_such,    ///< {column}
    too_many    ///< {count} {limit}
};

namespace src001 {
inline constexpr std::array<std::string_view, 7> messages{
    "The file has no rows of claims, so there was nothing to check.",
    "The header has no column for {missing}, so no claim was checked. Understood: {read}; not understood: {unread}.",
    "Columns that were not understood and not read: {unread}. Understood: {read}.",
    "No column says which claim a row belongs to, so neighbouring rows of the same patient, payer and day were taken "
    "as one "
    "claim.",
    "Column {column} was not read, because {other} says the same.",
    "The mapping names a column {column} that the file does not have.",
    "The header has {count} columns; only the first {limit} were read."};
inline constexpr std::array<Source, 1> sources{{
    {"RFC 4180, Common Format and MIME Type for Comma-Separated Values (CSV) Files: the header line",
     "https://www.rfc-editor.org/rfc/rfc4180", "2005-10-01", ""},
}};
inline constexpr std::array<Example, 2> bad{{
    {"No column has the procedure codes.", "claim_id,dos,amount paid\nA-1,2026-09-15,12.00\n", "{}", true},
    {"None of the columns is known.", "Kundennummer;Artikel;Anzahl\n17;Spritze;4\n", "{}", true},
}};
inline constexpr std::array<Example, 1> good{{
    {"The words of a practice management system.",
     "Claim #;Insurance Type;Date of Service;CPT/HCPCS;Mod;Units;Charge;Dx 1;Dx Ptr;POS;Patient DOB;Gender;Member "
     "ID;Rendering "
     "NPI;Billing NPI\n"
     "A-1;MB;09/15/2026;99213;25;1;$120.00;M54.50;A;11;02/01/1964;F;1EG4TE5MK73;1234567893;1234567893\n"
     "A-1;MB;09/15/2026;96372;;1;$40.00;M54.50;A;11;02/01/1964;F;1EG4TE5MK73;1234567893;1234567893\n"
     "A-1;MB;09/15/2026;J1885;JZ;4;$12.00;M54.50;A;11;02/01/1964;F;1EG4TE5MK73;1234567893;1234567893\n",
     "{}", true},
}};
}   // namespace src001

inline constexpr Rule rule_src001{
    .id = "SRC001",
    .name = "csv-header",
    .level = Level::error,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The header of a spreadsheet is not understood, or columns of it are not.",
    .why = "A column that is not read is not checked, and without codes and dates nothing can be.",
    .fix =
        "Rename the columns, or say what they are: in the page's mapping screen, or with --columns on the command "
        "line.",
    .myth = "",
    .messages = src001::messages,
    .sources = src001::sources,
    .bad = src001::bad,
    .good = src001::good,
};

}   // namespace deltoid

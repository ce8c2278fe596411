// SPDX-License-Identifier: Apache-2.0
// Cells of spreadsheets as the values that were meant: dates as Americans and Excel write them, amounts with their
// signs, codes that were taken for numbers. What was meant for certain is read; the rest is never guessed.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "fields.hpp"

namespace deltoid {

/// What a column holds.
enum class CellKind : std::uint8_t {
    text,
    date,
    birth,   ///< a date whose year of two digits may be of either century
    time,    ///< a date, maybe with the hour
    money,
    quantity,
    whole,   ///< a whole number
    yes_no,
    code,
    modifiers,
    pointers,
    npi,
    ndc,
    pos,
    sex,
    claim_kind,
    payer_class
};
[[nodiscard]] CellKind cell_kind(const FieldRow& row);

/// What a spreadsheet or a person did to a cell; csv_cause() says it in words.
enum class CellDamage : std::uint8_t {
    none,
    // Read all the same.
    leading_zero,   ///< 5 for 05
    serial_date,    ///< days since 1900
    number_form,    ///< 25.0, 9.6372E4
    run_together,   ///< 2559 for 25,59
    // Not read.
    digits_lost,   ///< 6.3323E+10
    sheet_error,   ///< #REF!
    no_date,
    short_year,   ///< a birth year of two digits that may be of either century
    day_first,    ///< 15/09/2026: then 03/04/2026 is the third of April
    no_amount,
    no_number,
    no_whole_number,
    no_yes_no,
    no_code,   ///< three or four digits
    no_class,
    no_kind,
    shown_as_date,   ///< 2-Jan for 1,2
    no_characters    ///< NUL bytes
};
/// From here on the cell was not read.
inline constexpr CellDamage first_unread = CellDamage::digits_lost;
[[nodiscard]] std::string_view csv_cause(CellDamage damage);

/// Room for the texts of one row. The caller sees to it that there is enough: for each cell as much as it has and
/// more_than_cell.
class CellRoom {
public:
    static constexpr std::size_t more_than_cell = 24;

    CellRoom() = default;
    CellRoom(char* begin, char* end) : at_(begin), end_(end) {}

    std::string_view put(std::string_view text) {
        if (text.empty() || text.size() > static_cast<std::size_t>(end_ - at_)) return {};
        char* const begin = at_;
        std::memcpy(begin, text.data(), text.size());
        at_ += text.size();
        return {begin, text.size()};
    }

private:
    char* at_ = nullptr;
    char* end_ = nullptr;
};

struct Cell {
    std::string_view text;   ///< a part of the cell, a text of our own, or in the room
    CellDamage damage = CellDamage::none;
};

/// The cell without blanks, Excel's ="..." and an apostrophe; nothing for NULL and N/A.
[[nodiscard]] std::string_view bare_cell(std::string_view cell);
/// The value of a bare cell.
[[nodiscard]] Cell read_cell(CellKind kind, std::string_view cell, CellRoom& room);

}   // namespace deltoid

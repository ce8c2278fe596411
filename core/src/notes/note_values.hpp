// SPDX-License-Identifier: Apache-2.0
// The values of a note, each read where it begins: dates, times, doses, people, sites. Nothing is read in part.
#pragma once

#include <string>

#include "dose.hpp"
#include "notes/note_text.hpp"
#include "notes/phrase_index.hpp"

namespace deltoid::notes {

/// A value and the tokens it was read from; `end` 0: nothing was read.
struct Piece {
    std::size_t begin = 0, end = 0;
    std::string value;
    std::string other;   ///< what it may also mean: the value is not sure
    explicit operator bool() const { return end != 0; }
};

/// "9/15/26", "2026-09-15", "15 de septiembre de 2026", "Jan 2027", "01/27": ISO, "2027-01" where it names no day.
/// `spanish`: day and month may stand either way round. Months alone are read only with `months`.
[[nodiscard]] Piece date_at(const NoteText& note, std::size_t token, std::size_t end, bool spanish, bool months);
/// "10:20", "2:15 pm", and with `bare` "1020": hours and minutes of 24.
[[nodiscard]] Piece time_at(const NoteText& note, std::size_t token, std::size_t end, bool bare);

struct DosePiece : Piece {
    Dose dose;
    bool strength_only = false;   ///< "30 mg/mL" without an amount
};
/// The longest dose that begins at the token.
[[nodiscard]] DosePiece dose_at(const NoteText& note, std::size_t token, std::size_t end);

struct Person {
    std::size_t begin = 0, end = 0;
    std::string name;         ///< with the title
    std::string credential;   ///< as credentials() writes it
    std::size_t credential_begin = 0;
    bool title = false;
    explicit operator bool() const { return end != 0; }
};
/// The person named from the token on. `certain`: a phrase in front says that a person follows.
[[nodiscard]] Person person_at(const NoteText& note, const PhraseIndex& credentials, std::size_t token, std::size_t end,
                               bool certain);

/// A lot number: letters, digits and hyphens with at least one digit.
[[nodiscard]] Piece lot_at(const NoteText& note, std::size_t token, std::size_t end);

}   // namespace deltoid::notes

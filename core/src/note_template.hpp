// SPDX-License-Identifier: Apache-2.0
// The lines of the note to complete, in the order of the work, and how a note is written from what fills them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/template.hpp"
#include "fields.hpp"

namespace deltoid {

struct Rule;

/// One line of the note; who gave it and the credential share one.
struct NoteLine {
    Field field;
    std::string_view label;   ///< as read_note() knows it
    std::string_view hint;    ///< how to write it
    Field second = Field::none;
};
[[nodiscard]] std::span<const NoteLine> note_lines();

/// What stands on a line of one note.
struct NoteEntry {
    const NoteLine* line = nullptr;
    std::string value, second_value;   ///< in the contract's words
    std::string claim;                 ///< what the claim says of it
    std::vector<const Rule*> asked;    ///< the rules that ask for it, in their order
    std::vector<std::string> checks;   ///< what is doubted in the value: "DOC007: ..."

    void ask(const Rule& rule);
    [[nodiscard]] bool is_shown() const;
};

/// A note and what it is about.
struct NoteToWrite {
    std::string heading;   ///< "A-1, line 2: 96372 x 1 on 2026-09-15 ..."; "" for any injection
    std::string_view file, claim;
    std::uint32_t claim_index = 0;
    std::uint16_t line = 0, drug_line = 0;   ///< from 1; 0 none
    std::string day;
    std::vector<NoteEntry> entries;   ///< one for each line, in their order
};

void append_note(std::string& out, const NoteToWrite& note, NoteForm form);

}   // namespace deltoid

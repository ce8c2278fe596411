// SPDX-License-Identifier: Apache-2.0
// The note to complete at an injection: blank lines in the order of the work, each with the rules that ask for it. Made
// of the rules' own declarations, for any injection or for the lines of 96372 of claims.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"

namespace deltoid {

enum class NoteForm : std::uint8_t {
    text,    ///< ASCII to paste into a chart, with the rules and their reasons in brackets below each line
    plain,   ///< the same without the brackets
    json
};

/// The note for any injection: every field that a rule of the catalogue asks a record for.
///
/// In the text forms each field has a line of its own, "Dose: ________". Written on and read by read_note(), it gives
/// these fields back; what stands in brackets behind a rule's id ("[DOC003: ...]") or "[claim: ...]" is passed over there.
[[nodiscard]] std::string note_template(NoteForm form);

/// One note for each line of 96372 of the claims that are read. Filled in is what the record says, and what names the
/// note: the day and the drug that is billed. Asked is what a rule would miss on this claim, for its payer, drug and
/// place; what the claim bills stands beside it in brackets, for the note must say what was done. What a finding doubts
/// in a record is marked.
///
///     deltoid::Checker checker;   // open (format "none"), tables, administration records
///     deltoid::NoteTemplates notes(checker, deltoid::NoteForm::text);
///     notes.begin("claims.837");
///     while (n = read(notes.buffer(1 << 20))) write(notes.feed(n));
///     write(notes.finish());
///
/// Memory is one claim. However the bytes are cut, the output is the same.
class NoteTemplates {
public:
    /// Drives the checker's session from here on: no claims were read by it.
    NoteTemplates(Checker& checker, NoteForm form);
    ~NoteTemplates();
    NoteTemplates(const NoteTemplates&) = delete;
    NoteTemplates& operator=(const NoteTemplates&) = delete;

    /// Ends the current input, if there is one, and begins the next.
    void begin(std::string_view name);
    [[nodiscard]] std::span<char> buffer(std::size_t size);
    /// What feed() and finish() return stays valid until the next call of either.
    [[nodiscard]] std::string_view feed(std::size_t size);
    [[nodiscard]] std::string_view finish();

    /// What was wrong with the inputs or with a claim's bytes, the first `most_told` as sentences: the name of the input
    /// is the path. Emptied by the call.
    [[nodiscard]] std::vector<Problem> problems();
    static constexpr std::size_t most_told = 100;

    struct Totals {
        std::uint64_t claims = 0;
        std::uint64_t notes = 0;      ///< lines of 96372
        std::uint64_t problems = 0;   ///< all of them
    };
    [[nodiscard]] const Totals& totals() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

}   // namespace deltoid

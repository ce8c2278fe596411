// SPDX-License-Identifier: Apache-2.0
// Finds the longest phrase of a table that stands at a word of a note.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "notes/note_text.hpp"
#include "sorting.hpp"

namespace deltoid::notes {

class PhraseIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct Match {
        std::uint32_t row = none;   ///< in the table
        std::size_t end = 0;        ///< the token behind the phrase
        explicit operator bool() const { return row != none; }
    };

    void add(std::string_view phrase, std::uint32_t row) { phrases_.push_back({phrase, row}); }
    void sort() {
        sort_rows(phrases_, [](const Phrase& a, const Phrase& b) { return a.text < b.text; });
    }

    /// Words of a phrase may have a hyphen, slash or point between them. `end`: the sentence's.
    [[nodiscard]] Match at(const NoteText& note, std::size_t token, std::size_t end) const {
        Match best;
        if (!note.is_word(token)) return best;
        const std::string_view first = note.word(token);
        std::size_t low = 0;
        for (std::size_t size = phrases_.size(); size != 0;) {   // the first phrase that is not before the word
            const std::size_t half = size / 2;
            if (phrases_[low + half].text < first) {
                low += half + 1;
                size -= half + 1;
            } else {
                size = half;
            }
        }
        for (; low < phrases_.size() && first_word(phrases_[low].text) == first; ++low) {
            const std::size_t behind = end_of(note, phrases_[low].text.substr(first.size()), token + 1, end);
            if (behind > best.end) best = {phrases_[low].row, behind};
        }
        return best;
    }

private:
    struct Phrase {
        std::string_view text;
        std::uint32_t row;
    };

    static std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

    /// The token behind the rest of a phrase, 0 when it does not stand there.
    static std::size_t end_of(const NoteText& note, std::string_view rest, std::size_t token, std::size_t end) {
        while (!rest.empty()) {
            rest.remove_prefix(1);
            const std::string_view wanted = first_word(rest);
            if (token < end && (note.is_mark(token, '-') || note.is_mark(token, '/') || note.is_mark(token, '.')))
                ++token;
            if (token >= end || note.word(token) != wanted) return 0;
            rest.remove_prefix(wanted.size());
            ++token;
        }
        return token;
    }

    std::vector<Phrase> phrases_;
};

}   // namespace deltoid::notes

// SPDX-License-Identifier: Apache-2.0
// Everything in a note that may fill a field, with its place and how the note speaks of it; nothing is decided here.
#pragma once

#include <string>
#include <vector>

#include "notes/note_drugs.hpp"
#include "notes/note_text.hpp"
#include "notes/note_values.hpp"
#include "notes/note_words.hpp"
#include "notes/phrase_index.hpp"

namespace deltoid::notes {

enum class Language : std::uint8_t { unknown, english, spanish };

/// Tokens that are looked at behind a word: what is longer belongs to something else, and no text can make it slow.
constexpr std::size_t longest_stretch = 40;

struct Found {
    enum class Kind : std::uint8_t { value, date, time, weak_site, signature, strength };
    Field field = Field::none;
    Kind kind = Kind::value;
    Mood mood = Mood::neutral;
    bool labelled = false;
    std::uint32_t sentence = 0;
    std::uint32_t token = 0, end = 0;
    std::string value;
    std::string other;   ///< what the same words may also mean
    std::string key;     ///< what makes two values the same: the drug's substance; else the value
    Dose dose;
};

class NoteScan {
public:
    NoteScan(const NoteText& note, const Tables& tables);

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] const std::vector<Found>& found() const { return found_; }
    /// By sentence: it says that something was given; it names "both" or "each".
    [[nodiscard]] bool says_given(std::size_t sentence) const { return says_given_[sentence]; }
    [[nodiscard]] bool says_as_ordered(std::size_t sentence) const { return as_ordered_[sentence]; }
    [[nodiscard]] bool says_refused() const { return says_refused_; }

private:
    void tell_language();
    void read_moods();
    void read_moods(std::size_t sentence, Mood heading, Mood section);
    [[nodiscard]] bool gives_behind(std::size_t token, std::size_t end) const;
    void read_labels();
    void read_label(std::size_t sentence, const Label& label, std::size_t content, std::size_t end);
    void read_answer(std::size_t sentence, Field field, std::size_t content, std::size_t end);
    void read_words();
    std::size_t read_word(std::size_t sentence, std::size_t token, std::size_t end);
    void read_signatures();
    [[nodiscard]] std::size_t behind_label(std::size_t token, std::size_t end) const;
    [[nodiscard]] std::size_t label_at(std::size_t token, std::size_t end, const Label*& label) const;
    bool add_drug(std::size_t sentence, std::size_t token, std::size_t end, bool labelled);
    bool add_dose(std::size_t sentence, std::size_t token, std::size_t begin, std::size_t end, bool labelled);
    bool add_route(std::size_t sentence, std::size_t token, std::size_t end, bool labelled);
    bool add_site(std::size_t sentence, std::size_t token, std::size_t begin, std::size_t end, bool labelled);
    bool add_person(std::size_t sentence, Field field, std::size_t token, std::size_t end, bool certain);
    bool add_date(std::size_t sentence, Field field, std::size_t token, std::size_t end, bool labelled);
    bool add_time(std::size_t sentence, std::size_t token, std::size_t end, bool bare, bool labelled);
    bool add_named(std::size_t sentence, std::size_t token, std::size_t end);
    bool add_response(std::size_t sentence, std::size_t token, std::size_t end);
    bool add_indication(std::size_t sentence, std::size_t token, std::size_t begin, std::size_t end);
    std::size_t read_by(std::size_t sentence, std::size_t token, std::size_t end);
    bool add_words(std::size_t sentence, Field field, std::size_t token, std::size_t end, bool labelled);
    [[nodiscard]] bool hurts(std::size_t token, std::size_t part_end, std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_waste(std::size_t token, std::size_t behind, std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_needle(std::size_t token, const Dose& dose) const;
    Found& add(Field field, std::size_t sentence, std::size_t token, std::size_t end, std::string value, bool labelled);

    const NoteText& note_;
    DrugNames drugs_;
    PhraseIndex cues_, labels_, routes_, containers_, sources_, supervisions_, credentials_, sides_, parts_,
        adjectives_;
    Language language_ = Language::unknown;
    std::vector<Mood> moods_;   ///< of each token
    std::vector<char> used_;    ///< tokens that belong to a value
    std::vector<char> says_given_, as_ordered_, has_drug_;
    bool says_refused_ = false;
    static constexpr std::size_t most_commas = 2000;   ///< behind which "given" is looked for
    std::size_t commas_ = 0;
    std::vector<Found> found_;
};

}   // namespace deltoid::notes

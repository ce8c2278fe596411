// SPDX-License-Identifier: Apache-2.0
// Compares names by their sound: cyanocobalamin and cianocobalamina are one, and so is a name with one letter wrong,
// when no other name is as near.
#include "notes/note_drugs.hpp"

#include "notes/note_words.hpp"
#include "rules/doc/drug_names.hpp"

namespace deltoid::notes {
namespace {

/// Names under this many letters are taken only as they are spelled; short words differ by a letter too easily.
constexpr std::size_t fewest_letters_to_mend = 8;
/// So many words are compared with all names: more is no note.
constexpr std::size_t most_searches = 2000;

/// Upper case; y as i, ph as f, th as t, k and ch as c, double letters once, no last vowel.
std::string sound_of(std::string_view word) {
    std::string sounds;
    for (std::size_t i = 0; i < word.size() && i < 40; ++i) {
        char c = upper(word[i]);
        const char next = i + 1 < word.size() ? upper(word[i + 1]) : '\0';
        if (c == 'P' && next == 'H') {
            c = 'F';
            ++i;
        } else if ((c == 'T' || c == 'C' || c == 'R') && next == 'H') {
            ++i;
        } else if (c == 'Y') {
            c = 'I';
        }
        if (c == 'K') c = 'C';
        if (sounds.empty() || sounds.back() != c) sounds += c;
    }
    if (sounds.size() > 4 && (sounds.back() == 'A' || sounds.back() == 'E' || sounds.back() == 'O')) sounds.pop_back();
    return sounds;
}

/// Whether one letter more, less, other or two exchanged make one of the other.
bool differ_by_one(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) return differ_by_one(b, a);
    if (b.size() - a.size() > 1) return false;
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i]) ++i;
    if (b.size() > a.size()) return a.substr(i) == b.substr(i + 1);
    if (i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2)) return true;
    return i < a.size() && a.substr(i + 1) == b.substr(i + 1);
}

/// Words of substances that name a disease, a measure or a place, not a drug.
const WordList no_drug_words{
    " HEPATITIS TETANUS INFLUENZA ALLERGEN INSECT UNCLASSIFIED UNLISTED COMPOUNDED METERED SALINE LACTATED DEXTROSE "
    "POTASSIUM "
    "MAGNESIUM RABIES MENINGOCOCCAL PNEUMOCOCCAL VARICELLA ZOSTER SMALLPOX YELLOW TYPHOID DENGUE JAPANESE ADENOVIRUS "
    "POLIOVIRUS "
    "ROTAVIRUS CYTOMEGALOVIRUS BITING CHORIONIC SUBSTANCE CHIKUNGUNYA "};

}   // namespace

DrugNames::DrugNames(const Tables& tables) {
    std::uint32_t row = 0;
    for (const Named& alias : drug_aliases()) aliases_.add(alias.phrase, row++);
    aliases_.sort();
    for (const DrugRow& drug : tables.drugs()) {
        if (drug.administration == Administration::vaccine || drug.administration == Administration::allergen) continue;
        std::string_view rest = drug.substance;
        const std::string_view word = rulebook::next_drug_word(rest);
        std::string folded(word);
        for (char& c : folded) c = upper(c);
        if (!word.empty() && !no_drug_words.has(folded)) names_.push_back({sound_of(word), word});
    }
    sort_rows(names_, [](const Name& a, const Name& b) { return a.sounds < b.sounds; });
}

const DrugNames::Name* DrugNames::nearest(std::string_view word, bool& exact) {
    const std::string sounds = sound_of(word);
    std::size_t low = 0;
    for (std::size_t size = names_.size(); size != 0;) {
        const std::size_t half = size / 2;
        if (names_[low + half].sounds < sounds) {
            low += half + 1;
            size -= half + 1;
        } else {
            size = half;
        }
    }
    exact = low < names_.size() && names_[low].sounds == sounds;
    if (exact) return &names_[low];
    if (word.size() < fewest_letters_to_mend || ++searches_ > most_searches) return nullptr;
    const Name* found = nullptr;
    for (const Name& name : names_) {
        if (!differ_by_one(sounds, name.sounds)) continue;
        if (found != nullptr && found->sounds != name.sounds) return nullptr;
        found = &name;
    }
    return found;
}

DrugMatch DrugNames::at(const NoteText& note, std::size_t token, std::size_t end) {
    if (const PhraseIndex::Match alias = aliases_.at(note, token, end)) {
        const std::size_t row = alias.row;
        return {drug_aliases()[row].value, {}, alias.end};
    }
    const std::string_view word = note.word(token);
    if (!note.is_word(token) || word.size() < 6) return {};
    bool exact = false;
    const Name* name = nearest(word, exact);
    if (name == nullptr) return {};
    std::size_t behind = token + 1;
    // The salt or the form belongs to the name: "haloperidol decanoate", "testosterone cypionate".
    while (behind < end && note.is_word(behind) &&
           rulebook::is_one_of(note.word(behind), rulebook::words_of_many_drugs) && note.word(behind) != "INJECTION" &&
           note.word(behind) != "WEEKLY" && note.word(behind) != "MONTHLY" && note.word(behind) != "VACCINE")
        ++behind;
    return {name->substance, exact ? std::string_view() : name->substance, behind};
}

}   // namespace deltoid::notes

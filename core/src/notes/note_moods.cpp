// SPDX-License-Identifier: Apache-2.0
// How a note speaks: its language, and of each word whether it tells what was done, ordered, remembered or refused.
#include "notes/note_scan.hpp"

namespace deltoid::notes {
namespace {

template <class Row>
PhraseIndex index_of(std::span<const Row> rows) {
    PhraseIndex index;
    std::uint32_t number = 0;
    for (const Row& row : rows) index.add(row.phrase, number++);
    index.sort();
    return index;
}

/// What is behind these stays what it is until the sentence ends, whatever else it says.
constexpr bool lasts(Mood mood) {
    return mood == Mood::later || mood == Mood::earlier || mood == Mood::allergy || mood == Mood::refused;
}

}   // namespace

NoteScan::NoteScan(const NoteText& note, const Tables& tables)
    : note_(note),
      drugs_(tables),
      cues_(index_of(cues())),
      labels_(index_of(labels())),
      routes_(index_of(routes())),
      containers_(index_of(containers())),
      sources_(index_of(sources())),
      supervisions_(index_of(supervisions())),
      credentials_(index_of(credentials())),
      sides_(index_of(sides())),
      parts_(index_of(site_parts())),
      adjectives_(index_of(site_adjectives())),
      moods_(note.tokens.size(), Mood::neutral),
      used_(note.tokens.size(), 0),
      says_given_(note.sentences.size(), 0),
      as_ordered_(note.sentences.size(), 0),
      has_drug_(note.sentences.size(), 0) {
    tell_language();
    if (language_ == Language::unknown) return;
    read_moods();
    read_labels();
    read_words();
    read_signatures();
}

void NoteScan::tell_language() {
    std::size_t english = 0, spanish = 0, foreign = 0, words = 0;
    for (std::size_t i = 0; i < note_.tokens.size(); ++i) {
        if (!note_.is_word(i)) continue;
        const std::string_view word = note_.word(i);
        ++words;
        english += english_words.has(word) ? 1U : 0U;
        spanish += spanish_words.has(word) ? 1U : 0U;
        foreign += foreign_words.has(word) ? 1U : 0U;
    }
    if (note_.foreign_letters * 4 > note_.letters) return;
    if (foreign >= 3 && foreign > english && foreign > spanish) return;
    // A long text without one of the little words is in another language, or no text.
    if (words >= 12 && english * 12 < words && spanish * 12 < words) return;
    language_ = spanish > english ? Language::spanish : Language::english;
}

void NoteScan::read_moods() {
    Mood section = Mood::neutral;
    Mood line = Mood::neutral;   // of the rest of a line that begins with a heading: "Allergies: penicillin; sulfa."
    for (std::size_t i = 0; i < note_.sentences.size(); ++i) {
        const Sentence& sentence = note_.sentences[i];
        if (sentence.after_blank) section = Mood::neutral;
        Mood heading = section;
        const Label* label = nullptr;
        if (sentence.line_start) {
            line = Mood::neutral;
            if (const std::size_t behind = label_at(sentence.begin, sentence.end, label); behind != 0) {
                heading = label->mood;
                // Alone on its line it stands above those that follow.
                section = behind >= sentence.end ? heading : Mood::neutral;
                if (lasts(heading)) line = heading;
            }
        } else if (line != Mood::neutral && note_.is_mark(sentence.begin - 1, ';')) {
            heading = line;
        }
        read_moods(i, heading, section);
    }
}

/// Whether the sentence still says "given".
bool NoteScan::gives_behind(std::size_t token, std::size_t end) const {
    for (std::size_t i = token; i < end && i < token + 30; ++i)
        if (const auto match = cues_.at(note_, i, end))
            if (cues()[match.row].mood == Mood::given && note_.word(i) != "TODAY" && note_.word(i) != "HOY")
                return true;
    return false;
}

void NoteScan::read_moods(std::size_t number, Mood heading, Mood section) {
    const Sentence& sentence = note_.sentences[number];
    Mood whole = Mood::neutral;   // of the sentence, unless it says "given"
    Mood always = Mood::neutral;
    Mood now = heading;
    bool given = heading == Mood::given;
    bool frequency = false;
    for (std::size_t token = sentence.begin; token < sentence.end;) {
        const std::string_view word = note_.word(token);
        frequency |= frequency_words.has(word);
        const Label* label = nullptr;
        if (token > sentence.begin && label_at(token, sentence.end, label) != 0)
            now = label->mood == Mood::neutral ? section : label->mood;
        // "After discussing the risks, ketorolac was given": what was only said ends with its comma.
        if (note_.is_mark(token, ',')) {
            if (now == Mood::beside) now = heading;
            if (now != heading && !lasts(now) && now != Mood::given && commas_ < most_commas && ++commas_ != 0 &&
                gives_behind(token + 1, sentence.end))
                now = Mood::neutral;
        }
        // The letters of "33RX" are no words.
        const bool part = token > sentence.begin && note_.is_number(token - 1) && note_.tokens[token].glued;
        const PhraseIndex::Match match = part ? PhraseIndex::Match{} : cues_.at(note_, token, sentence.end);
        if (!match) {
            moods_[token++] = now;
            continue;
        }
        const Cue& cue = cues()[match.row];
        if (cue.phrase == "AS ORDERED" || cue.phrase == "PER ORDER" || cue.phrase == "PER ORDERS" ||
            cue.phrase == "SEGUN ORDEN" || cue.phrase == "POR ORDEN" || cue.phrase == "PER STANDING ORDER")
            as_ordered_[number] = 1;
        if (cue.reach == Reach::all) {
            if (always != Mood::refused) always = cue.mood;
        } else if (cue.reach == Reach::sentence) {
            whole = cue.mood;
        } else if (cue.mood == Mood::given) {
            const bool today = word == "TODAY" || word == "HOY";
            if (!lasts(now) || today) {
                if (!today || now != Mood::ordered) {
                    given |= !today;
                    now = today && now == Mood::reason ? Mood::reason : today && !given ? Mood::neutral : Mood::given;
                }
            }
        } else if (cue.mood != Mood::neutral) {
            // "declined education": a mood that lasts is not left for a weaker one.
            if (!lasts(now)) now = cue.mood;
        } else if (word == "NOW" && lasts(now)) {
            now = Mood::neutral;
        }
        for (; token < match.end; ++token) moods_[token] = now;
    }
    says_given_[number] = given && always == Mood::neutral;
    if (always == Mood::neutral && !given) always = whole;
    if (always == Mood::neutral && !given && frequency && heading == Mood::neutral) always = Mood::ordered;
    if (always == Mood::refused) says_refused_ = true;
    if (always == Mood::neutral) return;
    for (std::size_t token = sentence.begin; token < sentence.end; ++token)
        if (always == Mood::refused || moods_[token] == Mood::neutral || moods_[token] == Mood::given ||
            moods_[token] == Mood::reason || moods_[token] == Mood::ordered)
            moods_[token] = always;
}

std::size_t NoteScan::behind_label(std::size_t token, std::size_t end) const {
    std::size_t at = token;
    bool mark = false;
    while (at < end && (note_.is_mark(at, ':') || note_.is_mark(at, '=') || note_.is_mark(at, '#') ||
                        note_.is_mark(at, '.') || (note_.is_mark(at, '-') && !note_.is_number(at + 1))))
        mark |= !note_.is_mark(at++, '.');
    return mark ? at : 0;
}

/// The token behind the label and its colon; 0 when no label stands here.
std::size_t NoteScan::label_at(std::size_t token, std::size_t end, const Label*& label) const {
    const PhraseIndex::Match match = labels_.at(note_, token, end);
    if (!match) return 0;
    label = &labels()[match.row];
    std::size_t at = match.end;
    if (note_.is_mark(at, '(') && note_.is_word(at + 1) && note_.is_mark(at + 2, ')')) at += 3;   // "Site (IM):"
    const std::size_t behind = behind_label(at, end);
    if (behind == at + 1 && note_.is_mark(at, '-') && note_.tokens[at].glued) return 0;   // "dose-related"
    return behind;
}

}   // namespace deltoid::notes

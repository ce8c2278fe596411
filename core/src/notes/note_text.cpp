// SPDX-License-Identifier: Apache-2.0
// Words without regard to case and accents, numbers with their points, lines that were only wrapped joined again.
#include "notes/note_text.hpp"

#include <array>

#include "deltoid/values.hpp"
#include "notes/note_words.hpp"

namespace deltoid::notes {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }

/// U+00C0 to U+00FF without their accents; a blank for the two that are no letters.
constexpr std::string_view latin_letters = "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO OUUUUYTY";

struct Character {
    std::uint32_t code = 0;
    std::size_t size = 1;
};

/// Any bytes: what is no UTF-8 is taken for Latin-1.
Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const std::uint32_t first = byte(0);
    const std::size_t size = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    std::uint32_t code = size == 1 ? first : first & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {first, 1};
        code = code << 6 | (byte(i) & 0x3FU);
    }
    return {code, size};
}

constexpr bool is_blank_character(std::uint32_t code) { return code <= 0x20 || code == 0xA0 || code == 0xFEFF; }
constexpr bool is_apostrophe(std::uint32_t code) { return code == '\'' || code == 0x2019; }
constexpr bool is_accent(std::uint32_t code) { return code >= 0x300 && code < 0x370; }

/// The letter without accent, '~' for one of another script, 0 for what is no letter.
char letter_of(std::uint32_t code) {
    if (code < 0x80) return is_ascii_letter(static_cast<char>(code)) ? upper(static_cast<char>(code)) : '\0';
    if (code == 0xB5 || code == 0x3BC) return 'U';   // the micro sign, Greek mu
    if (code == 0xAA || code == 0xBA || code < 0xC0) return '\0';
    if (code <= 0xFF) return latin_letters[code - 0xC0] == ' ' ? '\0' : latin_letters[code - 0xC0];
    if (code >= 0x2000 && code < 0x2C00) return '\0';   // punctuation, arrows, boxes
    return '~';
}

constexpr std::array<std::string_view, 22> abbreviations{"CAD",  "ENF", "TOL",    "VTO", "DR",   "DRA", "MR",  "MRS",
                                                         "MS",   "SR",  "SRA",    "EXP", "VIT",  "NO",  "INC", "APT",
                                                         "DEPT", "PT",  "APPROX", "ADM", "VENC", "LIC"};

}   // namespace

NoteText::NoteText(std::string_view whole) : text(whole.substr(0, note_limit)) {
    if (whole.size() > text.size())   // no character is cut in two
        while (!text.empty() && (static_cast<unsigned char>(whole[text.size()]) & 0xC0U) == 0x80U)
            text.remove_suffix(1);
    cut_tokens();
    join_lines();
    cut_sentences();
}

void NoteText::join_lines() {
    std::vector<std::size_t> joined;
    std::size_t line_begin = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].glyph != Glyph::line_end) continue;
        if (goes_on(i, line_begin)) joined.push_back(i);
        line_begin = i + 1;
    }
    std::size_t kept = 0, next = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (next < joined.size() && joined[next] == i)
            ++next;
        else
            tokens[kept++] = tokens[i];
    }
    tokens.resize(kept);
}

void NoteText::cut_tokens() {
    bool blank = true;
    for (std::size_t at = 0; at < text.size();) {
        const Character here = character_at(text, at);
        const bool line_end = here.code == '\n' || here.code == '\r';
        if (!line_end && is_blank_character(here.code)) {
            blank = true;
            at += here.size;
            continue;
        }
        Token token;
        token.begin = static_cast<std::uint32_t>(at);
        token.folded = static_cast<std::uint32_t>(folded_.size());
        token.glued = !blank;
        blank = false;
        if (line_end) {
            token.glyph = Glyph::line_end;
            at += text.substr(at, 2) == "\r\n" ? 2U : 1U;
            blank = true;
        } else if (is_digit(text[at]) || (text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1]))) {
            token.glyph = Glyph::number;
            for (bool digit = true; digit;) {
                ++at;
                const bool point =
                    at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1]);
                digit = at < text.size() && (is_digit(text[at]) || point);
            }
            folded_.append(text.substr(token.begin, at - token.begin));
        } else if (letter_of(here.code) != '\0') {
            token.glyph = Glyph::word;
            at = read_word(at);
            const char first = text[token.begin];
            token.capital = (first >= 'A' && first <= 'Z') || (here.code >= 0xC0 && here.code < 0xDF);
            token.dotted = at - token.begin > 2 && text[token.begin + 1] == '.';
        } else {
            at += here.size;
        }
        token.end = static_cast<std::uint32_t>(at);
        token.folded_size = static_cast<std::uint32_t>(folded_.size()) - token.folded;
        tokens.push_back(token);
    }
}

/// Adds the letter or digit to the folded text; its size, or 0 when there is none.
std::size_t NoteText::read_letter(std::size_t at) {
    if (at >= text.size()) return 0;
    const Character here = character_at(text, at);
    if (is_accent(here.code)) return here.size;
    const char letter = is_digit(text[at]) ? text[at] : letter_of(here.code);
    if (letter == '\0') return 0;
    folded_ += letter;
    ++letters;
    if (letter == '~') ++foreign_letters;
    return here.size;
}

std::size_t NoteText::read_word(std::size_t at) {
    const std::size_t begin = at;
    at += read_letter(at);
    // "I.M.", "p.o": single letters with points between them.
    const auto is_letter_at = [&](std::size_t i) { return i < text.size() && is_ascii_letter(text[i]); };
    const auto is_point_at = [&](std::size_t i) { return i < text.size() && text[i] == '.'; };
    while (is_point_at(at) && is_letter_at(at + 1) && !is_letter_at(at + 2) && is_letter_at(at - 1)) {
        at += 1 + read_letter(at + 1);
        if (is_point_at(at) && !is_letter_at(at + 1)) return at + 1;
    }
    if (at - begin > 1 && is_point_at(begin + 1)) return at;
    for (std::size_t size = 1; size != 0; at += size) {
        size = read_letter(at);
        if (size != 0 || at >= text.size()) continue;
        const Character here = character_at(text, at);
        if (!is_apostrophe(here.code)) break;
        const std::size_t behind = at + here.size;
        if (behind >= text.size() || letter_of(character_at(text, behind).code) == '\0') break;
        folded_ += '\'';
        size = here.size;
    }
    return at;
}

bool NoteText::ends_sentence(std::size_t token) const {
    const Token& mark = tokens[token];
    if (mark.glyph != Glyph::mark) return false;
    const char c = text[mark.begin];
    if (c == ';' || c == '|' || c == '!' || c == '?') return true;
    if (mark.end - mark.begin == 3 && text.substr(mark.begin, 3) == "\xE2\x80\xA2") return true;   // a bullet
    if (c != '.') return false;
    if (token + 1 < tokens.size() && tokens[token + 1].glued) return false;
    if (token == 0 || !mark.glued || !is_word(token - 1)) return true;
    const std::string_view before = word(token - 1);
    if (before.size() == 1 && !(token > 1 && is_mark(token - 2, '/'))) return false;   // an initial; not "c/o"
    for (const std::string_view abbreviation : abbreviations)
        if (before == abbreviation) return false;
    return true;
}

/// Whether a line was only wrapped: it is long, ends without a mark, and the next begins with no label.
bool NoteText::goes_on(std::size_t line_end, std::size_t line_begin) const {
    const std::size_t next = line_end + 1;
    if (line_end == line_begin || next >= tokens.size() || tokens[next].glyph == Glyph::line_end) return false;
    if (tokens[line_end].begin - tokens[line_begin].begin < 50) return false;
    if (ends_sentence(line_end - 1) || is_mark(line_end - 1, ':')) return false;
    if (tokens[next].glyph == Glyph::mark) return false;
    for (std::size_t i = next; i < next + 4 && i < tokens.size(); ++i)
        if (is_mark(i, ':') && is_word(i - 1)) return false;
    return true;
}

void NoteText::cut_sentences() {
    Sentence sentence{0, 0, true, false};
    std::size_t line_begin = 0;
    const auto close = [&](std::size_t end, std::size_t next, bool line_start, bool after_blank) {
        sentence.end = static_cast<std::uint32_t>(end);
        const bool empty = sentence.begin == sentence.end;
        if (!empty) sentences.push_back(sentence);
        sentence = {static_cast<std::uint32_t>(next), 0, line_start, after_blank || (empty && sentence.after_blank)};
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].glyph == Glyph::line_end) {
            close(i, i + 1, true, line_begin == i);
            line_begin = i + 1;
        } else if (ends_sentence(i)) {
            close(i, i + 1, false, false);
        } else if (is_word(i) && i > sentence.begin && parts_sentences(word(i))) {
            close(i, i, false, false);
        }
    }
    close(tokens.size(), tokens.size(), true, false);
}

}   // namespace deltoid::notes

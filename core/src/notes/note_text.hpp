// SPDX-License-Identifier: Apache-2.0
// A note cut into words, numbers and marks, each with its place, and these into sentences: what reading it stands on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deltoid::notes {

/// What is longer is a chart, not a note: only the beginning is read.
inline constexpr std::size_t note_limit = std::size_t{64} << 10;

enum class Glyph : std::uint8_t { word, number, mark, line_end };

struct Token {
    std::uint32_t begin = 0, end = 0;            ///< bytes of the note
    std::uint32_t folded = 0, folded_size = 0;   ///< in NoteText::folded
    Glyph glyph = Glyph::mark;
    bool glued = false;     ///< no blank between it and the token before
    bool capital = false;   ///< a word that begins with a capital
    bool dotted = false;    ///< written with points: "I.M.", "R.N."
};

struct Sentence {
    std::uint32_t begin = 0, end = 0;   ///< tokens
    bool line_start = false;            ///< nothing stands before it on its line
    bool after_blank = false;           ///< an empty line stands before it
};

class NoteText {
public:
    explicit NoteText(std::string_view text);

    /// The word in upper case without accents; "" behind the last token.
    [[nodiscard]] std::string_view word(std::size_t token) const {
        if (token >= tokens.size()) return {};
        return std::string_view(folded_).substr(tokens[token].folded, tokens[token].folded_size);
    }
    [[nodiscard]] bool is_mark(std::size_t token, char mark) const {
        return token < tokens.size() && tokens[token].glyph == Glyph::mark && text[tokens[token].begin] == mark;
    }
    [[nodiscard]] bool is_number(std::size_t token) const {
        return token < tokens.size() && tokens[token].glyph == Glyph::number;
    }
    [[nodiscard]] bool is_word(std::size_t token) const {
        return token < tokens.size() && tokens[token].glyph == Glyph::word;
    }
    /// As it stands in the note, from the first token to before the second.
    [[nodiscard]] std::string_view raw(std::size_t first, std::size_t end) const {
        if (first >= end || end > tokens.size()) return {};
        return text.substr(tokens[first].begin, tokens[end - 1].end - tokens[first].begin);
    }

    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::size_t foreign_letters = 0;   ///< of other scripts than the Latin one
    std::size_t letters = 0;

private:
    void cut_tokens();
    void join_lines();
    void cut_sentences();
    std::size_t read_word(std::size_t at);
    std::size_t read_letter(std::size_t at);
    [[nodiscard]] bool ends_sentence(std::size_t token) const;
    [[nodiscard]] bool goes_on(std::size_t line_end, std::size_t line_begin) const;

    std::string folded_;
};

}   // namespace deltoid::notes

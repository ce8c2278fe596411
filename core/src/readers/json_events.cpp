// SPDX-License-Identifier: Apache-2.0
// The parser behind JsonEvents: RFC 8259 in one pass, with the open brackets in a text instead of on the stack.
#include "readers/json_events.hpp"

#include <cstdint>
#include <string>

#include "json_text.hpp"

namespace deltoid {
namespace {

enum class Token : std::uint8_t {
    wrong, end, null, yes, no, number, text, comma, colon, begin_object, end_object, begin_array, end_array
};

constexpr int no_byte = -1;
constexpr bool is_digit(int byte) { return byte >= '0' && byte <= '9'; }

class Parser {
public:
    /// `whole`: the text ends here, and is not cut before a byte that is not UTF-8.
    Parser(std::string_view text, bool whole, JsonEvents& events) : text_(text), whole_(whole), events_(events) {}

    bool read() {
        for (Token token = next();;) {
            const bool opens = token == Token::begin_object || token == Token::begin_array;
            if (!value(token)) return false;
            token = next();
            if (!opens || closes(token)) {
                while (closes(token)) {
                    close();
                    token = next();
                }
                if (open_.empty()) return token == Token::end && whole_;
                if (token != Token::comma) return false;
                token = next();
            }
            if (in_object()) {
                if (token != Token::text) return false;
                events_.key(string_);
                if (next() != Token::colon) return false;
                token = next();
            }
        }
    }

    /// The byte at which read() gave up: the one that fits nowhere, or the last one of a word in a wrong place.
    [[nodiscard]] std::size_t gave_up_at() const { return past_end_ ? text_.size() : at_ - 1; }

private:
    [[nodiscard]] bool in_object() const { return !open_.empty() && open_.back() == '{'; }
    [[nodiscard]] bool closes(Token token) const {
        return !open_.empty() && token == (in_object() ? Token::end_object : Token::end_array);
    }

    void close() {
        if (in_object())
            events_.end_object();
        else
            events_.end_array();
        open_.pop_back();
    }

    /// Tells the value, or the bracket that it begins with.
    bool value(Token token) {
        switch (token) {
            case Token::null:
                events_.null();
                return true;
            case Token::yes:
            case Token::no:
                events_.boolean(token == Token::yes);
                return true;
            case Token::number:
                events_.number(number_);
                return true;
            case Token::text:
                events_.string(string_);
                return true;
            case Token::begin_object:
                events_.begin_object();
                open_ += '{';
                return true;
            case Token::begin_array:
                events_.begin_array();
                open_ += '[';
                return true;
            default:
                return false;
        }
    }

    [[nodiscard]] int peek() const { return at_ < text_.size() ? static_cast<unsigned char>(text_[at_]) : no_byte; }

    int take() {
        const int byte = peek();
        if (byte == no_byte)
            past_end_ = true;
        else
            ++at_;
        return byte;
    }

    Token next() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') ++at_;
        switch (const int byte = take()) {
            case no_byte:
                return Token::end;
            case '{':
                return Token::begin_object;
            case '}':
                return Token::end_object;
            case '[':
                return Token::begin_array;
            case ']':
                return Token::end_array;
            case ',':
                return Token::comma;
            case ':':
                return Token::colon;
            case '"':
                return string() ? Token::text : Token::wrong;
            case 'n':
                return follows("ull") ? Token::null : Token::wrong;
            case 't':
                return follows("rue") ? Token::yes : Token::wrong;
            case 'f':
                return follows("alse") ? Token::no : Token::wrong;
            default:
                return number(byte) ? Token::number : Token::wrong;
        }
    }

    bool follows(std::string_view rest) {
        for (const char c : rest)
            if (take() != c) return false;
        return true;
    }

    bool digits() {
        if (!is_digit(take())) return false;
        while (is_digit(peek())) ++at_;
        return true;
    }

    bool number(int first) {
        const std::size_t begin = at_ - 1;
        if (first == '-') first = take();
        if (!is_digit(first)) return false;
        while (first != '0' && is_digit(peek())) ++at_;
        if (peek() == '.') {
            ++at_;
            if (!digits()) return false;
        }
        if (peek() == 'e' || peek() == 'E') {
            ++at_;
            if (peek() == '+' || peek() == '-') ++at_;
            if (!digits()) return false;
        }
        number_ = text_.substr(begin, at_ - begin);
        return true;
    }

    /// What stands up to the closing quote, into string_.
    bool string() {
        string_.clear();
        while (true) {
            const std::size_t begin = at_;
            while (peek() >= ' ' && peek() != '"' && peek() != '\\') ++at_;
            string_.append(text_.substr(begin, at_ - begin));
            const int byte = take();
            if (byte == '"') return true;
            if (byte != '\\' || !escape()) return false;
        }
    }

    bool escape() {
        constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        const int letter = take();
        if (letter == 'u') return unicode();
        const auto which = letter == no_byte ? letters.npos : letters.find(static_cast<char>(letter));
        if (which == letters.npos) return false;
        string_ += meanings[which];
        return true;
    }

    /// Behind \u: a character, or the first half of a surrogate pair with the second behind it.
    bool unicode() {
        char32_t character = 0;
        if (!four_digits(character)) return false;
        if (character >= 0xD800 && character <= 0xDFFF) {
            char32_t low = 0;
            if (character >= 0xDC00 || !follows("\\u") || !four_digits(low)) return false;
            if (low < 0xDC00 || low > 0xDFFF) return false;
            character = 0x10000 + ((character - 0xD800) << 10 | (low - 0xDC00));
        }
        append_utf8(string_, character);
        return true;
    }

    bool four_digits(char32_t& value) {
        for (int i = 0; i < 4; ++i) {
            const int byte = take(), letter = byte | 0x20;
            if (is_digit(byte))
                value = value << 4 | static_cast<char32_t>(byte - '0');
            else if (letter >= 'a' && letter <= 'f')
                value = value << 4 | static_cast<char32_t>(letter - 'a' + 10);
            else
                return false;
        }
        return true;
    }

    std::string_view text_;
    bool whole_;
    JsonEvents& events_;
    std::size_t at_ = 0;
    bool past_end_ = false;
    std::string open_;           ///< the brackets round here, innermost last
    std::string string_;         ///< the last text, without quotes and escapes
    std::string_view number_;
};

}   // namespace

std::size_t parse_json(std::string_view text, JsonEvents& events) {
    const std::size_t valid = utf8_prefix(text);
    Parser parser(text.substr(0, valid), valid == text.size(), events);
    return parser.read() ? no_json_error : parser.gave_up_at();
}

}   // namespace deltoid

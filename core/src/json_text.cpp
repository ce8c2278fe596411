// SPDX-License-Identifier: Apache-2.0
// JSON strings out. Nearly all text of claims and messages is plain ASCII, so runs of it are appended at once.
#include "json_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace deltoid {
namespace {

/// Bytes that stand in JSON as they are and need no second look.
constexpr std::array<bool, 256> make_plain() {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = byte != '"' && byte != '\\';
    return plain;
}
constexpr std::array<bool, 256> plain = make_plain();

constexpr std::uint8_t byte_of(char c) { return static_cast<std::uint8_t>(c); }

constexpr bool is_continuation(char c) { return (byte_of(c) & 0xC0) == 0x80; }

/// How many bytes the UTF-8 character at the front of `text` takes; 0 when there is none.
std::size_t utf8_length(std::string_view text) {
    const std::uint8_t first = byte_of(text[0]);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!is_continuation(text[i])) return 0;
    const std::uint8_t second = byte_of(text[1]);
    if (first == 0xE0 && second < 0xA0) return 0;   // could be shorter
    if (first == 0xED && second > 0x9F) return 0;   // surrogates
    if (first == 0xF0 && second < 0x90) return 0;   // could be shorter
    if (first == 0xF4 && second > 0x8F) return 0;   // over U+10FFFF
    return length;
}

void append_unicode_escape(std::string& out, unsigned character) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u00";
    out += digits[character >> 4];
    out += digits[character & 15];
}

/// An ASCII character that is not plain, or a C1 control.
void append_escape(std::string& out, unsigned character) {
    switch (character) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        default:
            append_unicode_escape(out, character);
            break;
    }
}

/// The rest of a text from its first byte that is not plain ASCII.
void append_slowly(std::string& out, std::string_view text) {
    const bool latin1 = !is_utf8(text);
    while (!text.empty()) {
        const std::uint8_t first = byte_of(text.front());
        std::size_t length = 1;
        if (first < 0x80) {
            if (plain[first])
                out += text.front();
            else
                append_escape(out, first);
        } else {
            length = latin1 ? 1 : utf8_length(text);
            const unsigned character = latin1        ? first
                                       : length == 2 ? (first & 0x1FU) << 6 | (byte_of(text[1]) & 0x3FU)
                                                     : 0x100;
            if (character < 0xA0)
                append_escape(out, character);
            else if (latin1)
                append_utf8(out, character);
            else
                out.append(text.substr(0, length));
        }
        text.remove_prefix(length);
    }
}

}   // namespace

std::size_t utf8_prefix(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    const std::size_t size = text.size();
    while (!text.empty()) {
        std::uint64_t eight = high_bits;
        if (text.size() >= sizeof eight) std::memcpy(&eight, text.data(), sizeof eight);
        if ((eight & high_bits) == 0) {   // nearly all of it
            text.remove_prefix(sizeof eight);
            continue;
        }
        const std::size_t length = utf8_length(text);
        if (length == 0) break;
        text.remove_prefix(length);
    }
    return size - text.size();
}

void append_utf8(std::string& out, char32_t character) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0 | character >> 6);
        put(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        put(0xE0 | character >> 12);
        put(0x80 | (character >> 6 & 0x3F));
        put(0x80 | (character & 0x3F));
    } else {
        put(0xF0 | character >> 18);
        put(0x80 | (character >> 12 & 0x3F));
        put(0x80 | (character >> 6 & 0x3F));
        put(0x80 | (character & 0x3F));
    }
}

void append_json_escaped(std::string& out, std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && plain[byte_of(text[size])]) ++size;
    out.append(text.data(), size);
    if (size < text.size()) append_slowly(out, text.substr(size));
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    append_json_escaped(out, text);
    out += '"';
}

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Buffering, decoding and telling the kind of one input.
#include "input.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "json_text.hpp"
#include "readers/make_reader.hpp"

namespace deltoid {
namespace {

constexpr std::size_t enough_for_encoding = 4;

/// Too few bytes to tell what the file is: it may still begin.
bool is_blank_so_far(std::string_view text) { return text.size() < 4096 && without_mark(text).empty(); }

Input::Encoding encoding_of(std::string_view text) {
    if (text.starts_with("\xFF\xFE")) return Input::Encoding::utf16_little;
    if (text.starts_with("\xFE\xFF")) return Input::Encoding::utf16_big;
    if (text.size() < enough_for_encoding) return Input::Encoding::bytes;
    const std::array<bool, 4> nul{text[0] == '\0', text[1] == '\0', text[2] == '\0', text[3] == '\0'};
    if (nul == std::array{false, true, nul[2], true}) return Input::Encoding::utf16_little;
    if (nul == std::array{true, false, true, nul[3]}) return Input::Encoding::utf16_big;
    return Input::Encoding::bytes;
}

}  // namespace

std::span<char> Input::buffer(std::size_t size) {
    if (capacity_ - filled_ < size) {
        const std::size_t tail = filled_ - begin_;
        if (capacity_ < tail + size || begin_ < tail) {
            const std::size_t wanted = std::max(2 * (tail + size), std::size_t{1} << 16);
            std::unique_ptr<char[]> larger(new char[wanted]);   // not make_unique: it would clear every byte
            if (tail != 0) std::memcpy(larger.get(), room_.get() + begin_, tail);
            room_ = std::move(larger);
            capacity_ = wanted;
        } else if (tail != 0) {
            std::memcpy(room_.get(), room_.get() + begin_, tail);   // begin_ >= tail: they do not overlap
        }
        begin_ = 0;
        filled_ = tail;
    }
    return {room_.get() + filled_, capacity_ - filled_};
}

bool Input::choose_reader(bool at_end) {
    const std::string_view text(room_.get() + begin_, filled_ - begin_);
    if (encoding_ == Encoding::bytes) {   // else it was told before, and what was decoded does not come again
        if (text.size() < enough_for_encoding && !at_end) return false;
        encoding_ = encoding_of(text);
    }
    if (encoding_ != Encoding::bytes) decode();
    if (given_ != nullptr) {
        reader_ = std::move(given_);
        return true;
    }
    const std::string_view readable = encoding_ == Encoding::bytes ? text : std::string_view(decoded_);
    if (given_ != nullptr) {
        reader_ = std::move(given_);
        return true;
    }
    if (is_blank_so_far(readable) && !at_end) return false;
    // Bytes that come one by one are not looked at again for each of them.
    if (!at_end && readable.size() < 2 * tried_) return false;
    tried_ = readable.size();
    const std::optional<InputFormat> told = format_of(readable, *options_, at_end);
    if (!told) return false;
    x12_ = *told == InputFormat::x12;
    reader_ = make_reader(*told, *options_);
    return true;
}

std::optional<bool> Input::is_plain_x12(std::string_view text, const Options& options, bool at_end) {
    if (!at_end && (text.size() < enough_for_encoding || is_blank_so_far(text))) return std::nullopt;
    if (encoding_of(text) != Encoding::bytes) return false;
    const std::optional<InputFormat> told = format_of(text, options, at_end);
    if (!told) return std::nullopt;
    return *told == InputFormat::x12;
}

std::string Input::as_utf8(std::string_view bytes) {
    const Encoding encoding = encoding_of(bytes);
    if (encoding == Encoding::bytes) return std::string(bytes);
    const Options options;
    struct : Sink {
        void claim(Claim&, std::span<const Finding>) override {}
        void trouble(const Finding&) override {}
    } nobody;
    Input input(options, nobody);
    std::memcpy(input.buffer(bytes.size()).data(), bytes.data(), bytes.size());
    input.filled_ += bytes.size();
    input.encoding_ = encoding;
    input.decode();
    return std::move(input.decoded_);
}

/// Takes whole UTF-16 units; an odd byte waits. A lone surrogate becomes U+FFFD.
void Input::decode() {
    const bool little = encoding_ == Encoding::utf16_little;
    if (decoded_begin_ > 0) {
        decoded_.erase(0, decoded_begin_);
        decoded_begin_ = 0;
    }
    for (; filled_ - begin_ >= 2; begin_ += 2) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(room_[begin_ + i]); };
        const char32_t unit = static_cast<char32_t>(little ? byte(0) | byte(1) << 8 : byte(1) | byte(0) << 8);
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        const bool low = unit >= 0xDC00 && unit < 0xE000;
        if (low && high_surrogate_ != 0) {
            append_utf8(decoded_, 0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00));
            high_surrogate_ = 0;
            continue;
        }
        if (high_surrogate_ != 0) append_utf8(decoded_, 0xFFFD);
        high_surrogate_ = high ? unit : 0;
        if (high) continue;
        append_utf8(decoded_, low ? 0xFFFD : unit);
    }
}

std::span<const char> Input::unread() const {
    if (encoding_ != Encoding::bytes) return std::span(decoded_.data(), decoded_.size()).subspan(decoded_begin_);
    return {room_.get() + begin_, filled_ - begin_};
}

void Input::reader_is_done_with(std::size_t size) {
    offset_ += size;
    (encoding_ == Encoding::bytes ? begin_ : decoded_begin_) += size;
}

void Input::read() {
    if (encoding_ != Encoding::bytes) decode();
    const std::size_t done = reader_->read(unread(), offset_, sink_);
    reader_is_done_with(done);
}

void Input::read_end() {
    if (encoding_ != Encoding::bytes) {
        decode();
        if (high_surrogate_ != 0 || filled_ != begin_) append_utf8(decoded_, 0xFFFD);
    }
    reader_->end(unread(), offset_, sink_);
}

}  // namespace deltoid

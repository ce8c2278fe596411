// SPDX-License-Identifier: Apache-2.0
// One input's bytes on their way to a reader: room for the host to fill, the unfinished tail kept in one piece, UTF-16
// turned into UTF-8, and the kind of file told from its first bytes.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "options.hpp"
#include "readers/reader.hpp"

namespace deltoid {

class Input {
public:
    enum class Encoding : std::uint8_t { bytes, utf16_little, utf16_big };

    Input(InputFormat format, Sink& sink) : format_(format), sink_(sink) {}
    /// For an input whose reader is known before its first byte.
    Input(std::unique_ptr<Reader> reader, Sink& sink) : format_(InputFormat::automatic), sink_(sink), given_(std::move(reader)) {}

    /// Room for `size` bytes behind the tail.
    [[nodiscard]] std::span<char> buffer(std::size_t size);
    /// The first `size` bytes of buffer() are read: hands every claim they complete to the sink. `opened` is called
    /// once, with the reader, before its first byte is read.
    template <class Opened>
    void feed(std::size_t size, Opened opened) {
        filled_ += size;
        bytes_ += size;
        if (reader_ == nullptr && !choose_reader(false)) return;
        if (!opened_) opened(*reader_, x12_);
        opened_ = true;
        read();
    }
    template <class Opened>
    void end(Opened opened) {
        if (reader_ == nullptr) choose_reader(true);
        if (!opened_) opened(*reader_, x12_);
        opened_ = true;
        read_end();
    }

    [[nodiscard]] const Reader& reader() const { return *reader_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

    /// Whether an input that begins so is X12 and can be read as it lies; nothing while there are too few bytes to tell.
    [[nodiscard]] static std::optional<bool> is_plain_x12(std::string_view text, InputFormat format, bool at_end);

private:
    /// False while there are too few bytes to tell.
    bool choose_reader(bool at_end);
    void decode();
    void read();
    void read_end();
    [[nodiscard]] std::span<const char> unread() const;
    void reader_is_done_with(std::size_t size);

    InputFormat format_;
    Sink& sink_;
    std::unique_ptr<Reader> given_;
    std::unique_ptr<Reader> reader_;
    bool opened_ = false;
    bool x12_ = false;
    Encoding encoding_ = Encoding::bytes;
    std::uint64_t bytes_ = 0;    ///< fed so far
    std::uint64_t offset_ = 0;   ///< of the first unread byte, in the input as UTF-8

    std::unique_ptr<char[]> room_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;      ///< first unread byte in room_
    std::size_t filled_ = 0;     ///< end of the bytes fed

    std::string decoded_;        ///< UTF-16 as UTF-8
    std::size_t decoded_begin_ = 0;
    char32_t high_surrogate_ = 0;
};

}  // namespace deltoid

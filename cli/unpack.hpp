// SPDX-License-Identifier: Apache-2.0
// A file as the texts that it holds: itself, what a .gz holds, the entries of a .zip. It is told by content, and
// unpacked piece by piece as it is read, within limits.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "files.hpp"

namespace deltoid::cli {

/// Takes a sentence about something that could not be read; the run goes on.
using Tell = std::function<void(const std::string& sentence)>;
/// Takes the name of a workbook or an archive that lies beside what is wanted; no harm is done.
using PassOver = std::function<void(const std::string& name)>;

/// What a file begins with.
enum class Packing : std::uint8_t { none, gzip, zip, other };

/// By its first bytes, of which 512 are enough. `what`: "a tar archive", where it is one of those that are not opened.
[[nodiscard]] Packing packing_of(std::string_view head, const char*& what);

/// Why a file cannot be read as it lies there: it is packed. "" when it is not, or cannot be read at all.
[[nodiscard]] std::string sentence_if_packed(const std::string& path);

/// Bytes unpacked and bytes they came from: what goes beyond is no file of claims or codes.
class UnpackingLimit {
public:
    /// Texts repeat themselves, claims thirty times or so; a bomb a thousand times.
    static constexpr std::uint64_t most_times = 500;
    static constexpr std::uint64_t always_allowed = std::uint64_t{64} << 20;
    static constexpr std::uint64_t most_bytes = std::uint64_t{64} << 30;
    static constexpr std::uint64_t most_entries = 200'000;

    void count(std::size_t unpacked) { unpacked_ += unpacked; }
    void count_entry() { ++entries_; }
    /// What is wrong with a file of which `packed` bytes have come; "" while all is well.
    [[nodiscard]] std::string broken(const std::string& name, std::uint64_t packed) const;

private:
    std::uint64_t unpacked_ = 0;
    std::uint64_t entries_ = 0;
};

class Unpacked {
public:
    /// `pass_over`: takes what is packed inside of archives and folders; without it, that is told.
    explicit Unpacked(Tell tell, PassOver pass_over = {});
    ~Unpacked();
    Unpacked(const Unpacked&) = delete;
    Unpacked& operator=(const Unpacked&) = delete;

    /// Returns the sentence that says why the file cannot be read; empty when it can. `found`: in a folder, not named.
    [[nodiscard]] std::string open(const std::string& path, bool found);

    /// Steps to the next text; false when there is none. Of what is passed over for a reason, the reason is told.
    [[nodiscard]] bool next();

    /// "claims.837", "claims.837.gz", "archive.zip/claims.837".
    [[nodiscard]] const std::string& name() const { return name_; }
    /// The text is an entry of an archive.
    [[nodiscard]] bool is_entry() const { return packing_ == Packing::zip; }

    /// Fills the front of `room`. Returns how many bytes; 0 at the end of the text. What ends it before is told.
    [[nodiscard]] std::size_t read(std::span<char> room);

    /// Bytes that have come from the file so far, packed as they are.
    [[nodiscard]] std::uint64_t bytes_read() const { return file_bytes_; }

private:
    struct Inflater;
    struct Archive;

    [[nodiscard]] std::size_t read_file(std::span<char> room);
    [[nodiscard]] std::size_t unpack(std::span<char> room);
    [[nodiscard]] std::size_t inflate_some(std::span<char> room);
    [[nodiscard]] std::size_t read_entry(std::span<char> room);
    [[nodiscard]] bool next_entry();
    [[nodiscard]] bool open_archive();
    [[nodiscard]] bool begin_text();
    void stop(const std::string& sentence);
    [[nodiscard]] std::string broken_limit() const;

    Tell tell_;
    PassOver pass_over_;
    bool found_ = false;
    InputFile file_;
    std::string path_, name_;
    Packing packing_ = Packing::none;
    std::string head_;   ///< of the file: read to tell what it is
    std::size_t head_used_ = 0;
    std::string text_head_;   ///< of the text, the same
    std::size_t text_head_used_ = 0;
    std::uint64_t file_bytes_ = 0;
    std::uint64_t texts_ = 0;
    bool stopped_ = false;   ///< the file is at its end or cannot be read on
    bool text_ended_ = false;
    bool text_broken_ = false;   ///< before its end, and that has been told
    UnpackingLimit limit_;
    std::unique_ptr<Inflater> inflater_;
    std::unique_ptr<Archive> archive_;
};

}   // namespace deltoid::cli

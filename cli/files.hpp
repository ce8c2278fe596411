// SPDX-License-Identifier: Apache-2.0
// Files that are read: opened, asked for their size, read in large pieces; what goes wrong becomes a sentence.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deltoid::cli {

/// Sees to it that no file we open is taken for a standard one that the caller has closed.
void hold_standard_descriptors();

/// Why a file cannot be read or written, as a sentence about `path`; `doing` is "read" or "written".
[[nodiscard]] std::string sentence_of(int error, const std::string& path, const char* doing);

/// Whether a read or write that has just failed is worth another try: it was interrupted, or the other end of a pipe
/// that somebody made non-blocking was not ready (waits until it is; `event` as for poll).
[[nodiscard]] bool may_go_on(int descriptor, short event);

/// One open file, or standard input for "-".
class InputFile {
public:
    InputFile() = default;
    ~InputFile() { close(); }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    /// Opens it and makes sure that it can be read. Returns the sentence that says why not; empty when it can.
    [[nodiscard]] std::string open(const std::string& path);

    /// Fills the front of `room`. Returns how many bytes; 0 at the end or when reading failed: then problem() says why.
    [[nodiscard]] std::size_t read(std::span<char> room);

    /// Why reading ended before the end of the file; empty when it did not.
    [[nodiscard]] const std::string& problem() const { return problem_; }

    /// Of a plain file, when it was opened; 0 for others.
    [[nodiscard]] std::uint64_t size() const { return size_; }

    // For archives, whose list of contents stands at their end. -1 when it cannot be done.
    [[nodiscard]] bool can_seek() const { return size_ != 0; }
    [[nodiscard]] std::int64_t seek(std::int64_t offset, int whence);

private:
    void close();

    int descriptor_ = -1;
    bool sought_ = false;
    std::string path_;
    std::uint64_t size_ = 0;    ///< of a plain file, when it was opened
    std::uint64_t bytes_ = 0;
    std::string problem_;
};

/// Bytes of a plain file; nothing for pipes and devices. A file that is not there has none.
[[nodiscard]] std::optional<std::uint64_t> size_of(const std::string& path);

[[nodiscard]] bool is_same_file(const std::string& path, const struct stat& other);

/// A small file at once. Returns the sentence that says why not; empty when `text` is the whole of it.
[[nodiscard]] std::string read_whole_file(const std::string& path, std::string& text);

/// The files of a folder whose names end so, sorted by name, with the folder's path before them.
[[nodiscard]] std::string list_folder(const std::string& folder, const std::string& ending,
                                      std::vector<std::string>& paths);

}  // namespace deltoid::cli

// SPDX-License-Identifier: Apache-2.0
// What the user named, as the texts that it stands for: files, folders with all that is in them, what they hold packed.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "unpack.hpp"

namespace deltoid::cli {

/// One text after the other. What cannot be read is told, and the others are still read.
class Inputs {
public:
    /// Lists the folders among `paths`: every file below them once, by name, whatever links lead there. Files whose
    /// names begin with a dot, pipes and devices in them are passed over.
    Inputs(const std::vector<std::string>& paths, const Tell& tell, const PassOver& pass_over = {});

    /// Steps to the next text; false when there is none.
    [[nodiscard]] bool next();
    /// As findings show it: the path as it was typed, and below it what was found there.
    [[nodiscard]] const std::string& name() const { return text_.name(); }
    /// Was found in a folder or an archive and not named by the user.
    [[nodiscard]] bool was_found() const { return files_[at_ - 1].found || text_.is_entry(); }
    [[nodiscard]] std::size_t read(std::span<char> room) { return text_.read(room); }

    /// Of all files as they lie there; nothing when one of them does not say.
    [[nodiscard]] std::optional<std::uint64_t> total_bytes() const;
    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_before_ + text_.bytes_read(); }
    /// The path by which the file is among these; "" when it is not.
    [[nodiscard]] std::string path_of(const struct stat& file) const;

private:
    struct File {
        std::string path;
        bool found = false;
    };
    void add_folder(const std::string& folder);

    Tell tell_;
    std::vector<File> files_;
    std::size_t at_ = 0;   ///< of the next file
    bool open_ = false;
    std::uint64_t bytes_before_ = 0;
    Unpacked text_;
};

}   // namespace deltoid::cli

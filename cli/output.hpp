// SPDX-License-Identifier: Apache-2.0
// Where the findings go: standard output, a device or pipe, or a plain file that appears only when it is whole.
#pragma once

#include <sys/stat.h>

#include <string>
#include <string_view>

namespace deltoid::cli {

class Output {
public:
    Output() = default;
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// "" or "-" is standard output. Returns the sentence that says why it cannot be; empty when it can.
    [[nodiscard]] std::string open(const std::string& path);
    void write(std::string_view text);
    /// Makes a plain file appear under its name.
    void finish();

    /// What went wrong with writing, as a sentence; empty while all is well. Nothing is written after it.
    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] bool is_terminal() const { return terminal_; }
    /// The plain file that finish() will replace; null when there is none yet.
    [[nodiscard]] const struct stat* replaced() const { return replaces_ ? &status_ : nullptr; }

private:
    [[nodiscard]] std::string open_beside();
    void close();

    int descriptor_ = -1;
    bool terminal_ = false;
    bool replaces_ = false;
    struct stat status_ {};
    std::string shown_path_;   ///< as the user typed it
    std::string path_;         ///< behind symbolic links
    std::string beside_;       ///< written until it is whole; "" when written as it comes
    std::string problem_;
};

}  // namespace deltoid::cli

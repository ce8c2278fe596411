// SPDX-License-Identifier: Apache-2.0
// Writing beside a file's name and renaming at the end, so that a failed run leaves no half file.
#include "output.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "files.hpp"
#include "interrupt.hpp"
#include "terminal.hpp"

namespace deltoid::cli {
namespace {

/// The file behind symbolic links, so that a link stays one; the path itself when there is none yet.
std::string behind_links(const std::string& path) {
    std::error_code error;
    const auto real = std::filesystem::canonical(path, error);
    return error ? path : real.string();
}

mode_t usual_mode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

}  // namespace

Output::~Output() { close(); }

std::string Output::open(const std::string& path) {
    if (path.empty() || path == "-") {
        shown_path_ = "Standard output";
        descriptor_ = STDOUT_FILENO;
        terminal_ = cli::is_terminal(descriptor_);
        return {};
    }
    shown_path_ = path;
    path_ = behind_links(path);
    const bool exists = ::stat(path_.c_str(), &status_) == 0;
    if (exists && S_ISDIR(status_.st_mode)) return sentence_of(EISDIR, path, "written");
    if (exists && !S_ISREG(status_.st_mode)) {
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (descriptor_ < 0) return sentence_of(errno, path, "written");
        terminal_ = cli::is_terminal(descriptor_);
        return {};
    }
    // A rename would replace even a file that its owner has closed to writing.
    if (exists && ::access(path_.c_str(), W_OK) != 0) return sentence_of(errno, path, "written");
    replaces_ = exists;
    return open_beside();
}

std::string Output::open_beside() {
    beside_ = path_ + ".XXXXXX";
    descriptor_ = ::mkstemp(beside_.data());
    if (descriptor_ < 0) {
        const int error = errno;
        beside_.clear();
        if (error == ENOENT) return fmt::format("There is no folder for {}.", shown_path_);
        return sentence_of(error, shown_path_, "written");
    }
    ::fcntl(descriptor_, F_SETFD, FD_CLOEXEC);
    ::fchmod(descriptor_, replaces_ ? status_.st_mode & 0777 : usual_mode());
    remove_when_interrupted(beside_);
    return {};
}

void Output::write(std::string_view text) {
    if (text.empty() || !problem_.empty()) return;
    if (terminal_) erase_status();
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor_, text.data(), text.size());
        if (written < 0 && may_go_on(descriptor_, POLLOUT)) continue;
        if (written < 0) {
            problem_ = errno == EPIPE ? fmt::format("{} was closed before everything was written.", shown_path_)
                                      : sentence_of(errno, shown_path_, "written");
            return;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Output::finish() {
    if (!problem_.empty()) return;
    // Some file systems say only now that the disk is full.
    const int closed = descriptor_ > STDERR_FILENO ? ::close(descriptor_) : 0;
    descriptor_ = -1;
    if (closed != 0 || (!beside_.empty() && std::rename(beside_.c_str(), path_.c_str()) != 0)) {
        problem_ = sentence_of(errno, shown_path_, "written");
        return;
    }
    remove_when_interrupted({});
    beside_.clear();
}

void Output::close() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
    descriptor_ = -1;
    if (beside_.empty()) return;
    ::unlink(beside_.c_str());
    remove_when_interrupted({});
}

}  // namespace deltoid::cli

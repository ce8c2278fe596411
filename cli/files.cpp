// SPDX-License-Identifier: Apache-2.0
// Reading files by the system's own calls: each error has its own sentence.
#include "files.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace deltoid::cli {

void hold_standard_descriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1) continue;
        // Opened the wrong way round: reading from it or writing to it remains an error.
        const int mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", mode) < 0) return;   // the lowest free one, which is this
    }
}

std::string sentence_of(int error, const std::string& path, const char* doing) {
    const std::string name = path == "-" ? "Standard input" : path;
    switch (error) {
        case ENOENT: return fmt::format("There is no file {}.", name);
        case EISDIR: return fmt::format("{} is a folder.", name);
        case ENOTDIR: return fmt::format("{} lies in no folder.", name);
        case EACCES:
        case EPERM:
        case EROFS: return fmt::format("{} may not be {} by this user.", name, doing);
        case ENOSPC:
        case EDQUOT: return fmt::format("{} cannot be {}: the disk is full.", name, doing);
        default: return fmt::format("{} cannot be {}: {}.", name, doing, std::strerror(error));
    }
}

bool may_go_on(int descriptor, short event) {
    if (errno == EINTR) return true;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
    pollfd waiting{descriptor, event, 0};
    ::poll(&waiting, 1, -1);
    return true;
}

std::string InputFile::open(const std::string& path) {
    close();
    path_ = path;
    struct stat status {};
    descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) return sentence_of(errno, path, "read");
    if (S_ISDIR(status.st_mode)) return sentence_of(EISDIR, path, "read");
    if (!S_ISREG(status.st_mode)) return {};
    // A disk or network error is better known before the file is said to be part of the batch.
    char byte = 0;
    if (::pread(descriptor_, &byte, 1, 0) < 0) return sentence_of(errno, path, "read");
    if (path != "-") size_ = static_cast<std::uint64_t>(status.st_size);   // standard input may stand in the middle
    ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
    return {};
}

std::size_t InputFile::read(std::span<char> room) {
    for (;;) {
        const ssize_t got = ::read(descriptor_, room.data(), room.size());
        if (got < 0 && may_go_on(descriptor_, POLLIN)) continue;
        if (got < 0) problem_ = sentence_of(errno, path_, "read");
        if (got <= 0) break;
        bytes_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
    }
    if (problem_.empty() && bytes_ < size_ && !sought_)
        problem_ = fmt::format("{} became shorter while it was read: {} of {} bytes were left.", path_, bytes_, size_);
    return 0;
}

std::int64_t InputFile::seek(std::int64_t offset, int whence) {
    sought_ = true;
    return ::lseek(descriptor_, offset, whence);
}

void InputFile::close() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
    descriptor_ = -1;
    size_ = 0;
    bytes_ = 0;
    sought_ = false;
    problem_.clear();
}

std::optional<std::uint64_t> size_of(const std::string& path) {
    struct stat status {};
    if ((path == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status)) != 0) return 0;
    if (!S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(status.st_size);
}

bool is_same_file(const std::string& path, const struct stat& other) {
    struct stat status {};
    if ((path == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status)) != 0) return false;
    return S_ISREG(status.st_mode) && status.st_dev == other.st_dev && status.st_ino == other.st_ino;
}

std::string read_whole_file(const std::string& path, std::string& text) {
    InputFile file;
    if (std::string problem = file.open(path); !problem.empty()) return problem;
    text.clear();
    constexpr std::size_t piece = 1 << 16;
    for (std::size_t got = piece; got != 0;) {
        const std::size_t end = text.size();
        text.resize(end + piece);
        got = file.read({text.data() + end, piece});
        text.resize(end + got);
    }
    return file.problem();
}

std::string list_folder(const std::string& folder, const std::string& ending, std::vector<std::string>& paths) {
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ending) paths.push_back(entry->path().string());
    }
    std::sort(paths.begin(), paths.end());
    if (error.value() == ENOENT) return fmt::format("There is no folder {}.", folder);
    if (error.value() == ENOTDIR) return fmt::format("{} is not a folder.", folder);
    return error ? sentence_of(error.value(), folder, "read") : std::string();
}

}  // namespace deltoid::cli

// SPDX-License-Identifier: Apache-2.0
// Listing folders and stepping from text to text.
#include "inputs.hpp"

#include <dirent.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <utility>

namespace deltoid::cli {
namespace {

using Identity = std::pair<dev_t, ino_t>;

std::string below(const std::string& folder, const char* name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

/// Walks a folder. Links are followed when all else has been seen, so that what they lead to keeps its own name where
/// it has one here, and a loop ends where it began.
class Walk {
public:
    explicit Walk(const Tell& tell) : tell_(tell) {}

    std::vector<std::string> files_of(const std::string& folder) {
        struct stat status {};
        if (::stat(folder.c_str(), &status) == 0) enter(folder, status);
        while (!links_.empty()) {
            std::sort(links_.begin(), links_.end());
            for (const std::string& path : std::exchange(links_, {})) {
                if (::stat(path.c_str(), &status) != 0)
                    tell_(sentence_of(errno, path, "read"));
                else
                    take(path, status);
            }
        }
        std::sort(files_.begin(), files_.end());
        return std::move(files_);
    }

private:
    void take(const std::string& path, const struct stat& status) {
        if (S_ISDIR(status.st_mode)) enter(path, status);
        if (S_ISREG(status.st_mode) && seen_.insert({status.st_dev, status.st_ino}).second) files_.push_back(path);
    }

    void enter(const std::string& first, const struct stat& status) {
        if (!seen_.insert({status.st_dev, status.st_ino}).second) return;
        std::vector<std::string> folders{first};
        while (!folders.empty()) {
            const std::string folder = std::move(folders.back());
            folders.pop_back();
            DIR* const entries = ::opendir(folder.c_str());
            if (entries == nullptr) {
                tell_(sentence_of(errno, folder, "read"));
                continue;
            }
            while (const dirent* entry = ::readdir(entries))
                if (entry->d_name[0] != '.') look_at(below(folder, entry->d_name), folders);
            ::closedir(entries);
        }
    }

    void look_at(std::string path, std::vector<std::string>& folders) {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) return tell_(sentence_of(errno, path, "read"));
        if (S_ISLNK(status.st_mode))
            links_.push_back(std::move(path));
        else if (!S_ISDIR(status.st_mode))
            take(path, status);
        else if (seen_.insert({status.st_dev, status.st_ino}).second)
            folders.push_back(std::move(path));
    }

    const Tell& tell_;
    std::set<Identity> seen_;
    std::vector<std::string> files_, links_;
};

}   // namespace

Inputs::Inputs(const std::vector<std::string>& paths, const Tell& tell, const PassOver& pass_over)
    : tell_(tell), text_(tell, pass_over) {
    for (const std::string& path : paths) {
        struct stat status {};
        const bool folder = path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
        if (folder)
            add_folder(path);
        else
            files_.push_back({path, false});
    }
}

void Inputs::add_folder(const std::string& folder) {
    bool told = false;
    const Tell tell = [&](const std::string& sentence) {
        told = true;
        tell_(sentence);
    };
    std::vector<std::string> found = Walk(tell).files_of(folder);
    if (found.empty() && !told) tell_(fmt::format("The folder {} holds no files.", folder));
    for (std::string& path : found) files_.push_back({std::move(path), true});
}

bool Inputs::next() {
    for (;;) {
        if (open_ && text_.next()) return true;
        if (open_) bytes_before_ += text_.bytes_read();
        open_ = false;
        if (at_ == files_.size()) return false;
        const File& file = files_[at_++];
        if (std::string problem = text_.open(file.path, file.found); !problem.empty())
            tell_(problem);
        else
            open_ = true;
    }
}

std::optional<std::uint64_t> Inputs::total_bytes() const {
    std::uint64_t sum = 0;
    for (const File& file : files_) {
        const auto size = size_of(file.path);
        if (!size) return std::nullopt;
        sum += *size;
    }
    return sum;
}

std::string Inputs::path_of(const struct stat& wanted) const {
    for (const File& file : files_)
        if (is_same_file(file.path, wanted)) return file.path;
    return {};
}

}   // namespace deltoid::cli

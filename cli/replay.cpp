// SPDX-License-Identifier: Apache-2.0
// The run of a replay: tables, earlier claims, claims, then remittances, one after another, and the report.
#include "replay.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>

#include "deltoid/checker.hpp"
#include "files.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace deltoid::cli {
namespace {

class Replay {
public:
    Replay(const CheckArguments& arguments, const ReplayArguments& replay) : arguments_(arguments), replay_(replay) {}

    int run() {
        if (!is_well(output_.open(arguments_.out)) || !open_checker(arguments_, false, checker_) ||
            !give_tables(arguments_.tables, checker_) || !output_is_no_input())
            return not_done;
        Progress progress(arguments_.progress, bytes_of_all_files());
        if (!arguments_.history.empty() && !read(Role::history, arguments_.history, progress)) return not_done;
        for (const std::string& path : arguments_.files) well_ = read(Role::claims, path, progress) && well_;
        for (const std::string& path : replay_.remits) well_ = read(Role::remits, path, progress) && well_;
        if (files_read_ == 0) return not_done;
        output_.write(checker_.finish());
        output_.finish();
        return is_well(output_.problem()) && well_ ? all_is_well : not_done;
    }

private:
    bool read(Role role, const std::string& path, Progress& progress) {
        InputFile file;
        if (!is_well(file.open(path))) return false;
        ++files_read_;
        checker_.begin(role, path);
        constexpr std::size_t piece = std::size_t{1} << 20;
        while (const std::size_t got = file.read(checker_.buffer(piece))) {
            (void)checker_.feed(got);
            bytes_ += got;
            progress.update(bytes_, checker_.totals().claims);
        }
        if (role == Role::history) checker_.begin(Role::tables, {});   // an input is looked at when the next one begins
        const auto problems = checker_.problems();
        for (const Problem& problem : problems) complain(fmt::format("{}: {}", problem.path, problem.message));
        return is_well(file.problem()) && problems.empty();
    }

    /// The report must not take the place of what it is about.
    bool output_is_no_input() {
        if (output_.replaced() == nullptr) return true;
        for (const auto* files : {&arguments_.files, &replay_.remits})
            for (const std::string& path : *files)
                if (is_same_file(path, *output_.replaced()))
                    return is_well(fmt::format("--out would replace {}, which is to be read.", path));
        return true;
    }

    [[nodiscard]] std::optional<std::uint64_t> bytes_of_all_files() const {
        std::uint64_t sum = 0;
        for (const auto* files : {&arguments_.files, &replay_.remits})
            for (const std::string& path : *files) {
                const auto size = size_of(path);
                if (!size) return std::nullopt;
                sum += *size;
            }
        return sum;
    }

    /// Says the sentence, if there is one. The run goes on; its status will be 2.
    bool is_well(const std::string& sentence) {
        if (sentence.empty()) return true;
        complain(sentence);
        return false;
    }

    const CheckArguments& arguments_;
    const ReplayArguments& replay_;
    Output output_;
    Checker checker_;
    std::uint64_t bytes_ = 0;
    std::size_t files_read_ = 0;
    bool well_ = true;
};

}   // namespace

int replay(const CheckArguments& arguments, const ReplayArguments& replay) { return Replay(arguments, replay).run(); }

}   // namespace deltoid::cli

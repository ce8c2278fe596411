// SPDX-License-Identifier: Apache-2.0
// The run of a fix: the file read once to learn which claims meet, and once more to fix and write them.
#include "fix.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "deltoid/fixer.hpp"
#include "files.hpp"
#include "jobs.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "session.hpp"
#include "terminal.hpp"
#include "unpack.hpp"
#include "words.hpp"

namespace deltoid::cli {
namespace {

std::string counted(std::uint64_t count, const char* one, const char* many) {
    return fmt::format("{} {}", with_commas(count), count == 1 ? one : many);
}

class Fix {
public:
    Fix(const CheckArguments& arguments, const FixArguments& wanted)
        : arguments_(arguments), wanted_(wanted), path_(arguments.files.front()) {
        arguments_.format = "none";   // nothing is said of the claims as they were
        form_ = arguments.format == "jsonl"  ? Fixer::Form::lines
                : arguments.format == "json" ? Fixer::Form::list
                                             : Fixer::Form::as_read;
    }

    int run() {
        if (!is_well(report_.open("-"))) return not_done;
        if (!wants_output() || !open_checker(arguments_, false, checker_) || !give_tables(arguments_.tables, checker_))
            return not_done;
        const auto size = size_of(path_);
        InputFile file;
        if (!is_well(file.open(path_))) return not_done;
        if (!size) return say(fmt::format("deltoid fix reads its file twice, and {} is no plain file.", path_));
        if (std::string packed = sentence_if_packed(path_); !packed.empty()) return say(packed);
        if (output_.replaced() != nullptr && is_same_file(path_, *output_.replaced()))
            return say(fmt::format("--out would replace {}, which is to be fixed.", path_));
        Progress progress(arguments_.progress, 2 * *size);
        if (!read_first(file, progress)) return not_done;
        Fixer fixer(checker_, path_, form_);
        if (wanted_.only_approved) fixer.only_approved();
        if (!take_approvals(fixer) || !read_again(fixer, progress)) return not_done;
        return finish(fixer);
    }

private:
    bool wants_output() {
        if (arguments_.out.empty()) return true;
        writes_ = true;
        return is_well(output_.open(arguments_.out));
    }

    /// To know which claims meet; what is wrong with them is said of what is written.
    bool read_first(InputFile& file, Progress& progress) {
        const auto jobs = make_jobs(arguments_.jobs, checker_, report_);
        jobs->begin(path_);
        while (const std::size_t got = file.read(jobs->buffer())) {
            bytes_ += got;
            jobs->feed(got);
            progress.update(bytes_, checker_.totals().claims);
        }
        jobs->end();
        jobs->settle();
        return is_well(file.problem());
    }

    bool take_approvals(Fixer& fixer) {
        if (wanted_.approved.empty()) return true;
        std::string text;
        if (!is_well(read_whole_file(wanted_.approved, text))) return false;
        const auto problems = fixer.approve(text);
        for (const Problem& problem : problems) complain_of_approval(problem);
        return problems.empty();
    }

    bool read_again(Fixer& fixer, Progress& progress) {
        constexpr std::size_t read_size = std::size_t{1} << 20;
        InputFile file;
        if (!is_well(file.open(path_))) return false;
        std::uint64_t bytes = 0;
        while (output_.problem().empty() && report_.problem().empty()) {
            const std::size_t got = file.read(fixer.buffer(read_size).first(read_size));
            if (got == 0) break;
            bytes += got;
            write(fixer.feed(got), fixer);
            progress.update(bytes_ + bytes, fixer.fixed().claims);
        }
        if (!is_well(file.problem())) return false;
        write(fixer.finish(), fixer);
        if (bytes == bytes_ || !output_.problem().empty() || !report_.problem().empty()) return true;
        return is_well(fmt::format("{} was changed while it was read.", path_));
    }

    void write(std::string_view claims, const Fixer& fixer) {
        if (writes_) output_.write(claims);
        if (wanted_.diff) report_.write(fixer.changes());
    }

    int finish(Fixer& fixer) {
        const FixTotals& fixed = fixer.fixed();
        for (const Problem& problem : fixer.problems()) {
            if (problem.path.empty()) return say(fmt::format("{}: {}", path_, problem.message));
            complain_of_approval(problem);
            well_ = false;
        }
        tell_unwritten(fixer);
        if (fixed.unread != 0 && fixer.writes_837())
            complain(fmt::format("{} of {} {} written as {}: what is read is professional claims (837P) and JSON.",
                                 counted(fixed.unread, "claim", "claims"), path_, fixed.unread == 1 ? "was" : "were",
                                 fixed.unread == 1 ? "it was" : "they were"));
        else if (fixed.unread != 0)
            well_ = is_well(fmt::format("{} of {} {} not written: what is read is professional claims (837P) and JSON.",
                                        counted(fixed.unread, "claim", "claims"), path_,
                                        fixed.unread == 1 ? "was" : "were"));
        if (fixed.as_read != 0)
            complain(fmt::format("{} of {} could not be read as a whole: written as {}, without fixes.",
                                 counted(fixed.as_read, "claim", "claims"), path_,
                                 fixer.writes_837()   ? (fixed.as_read == 1 ? "it was" : "they were")
                                 : fixed.as_read == 1 ? "far as it was read"
                                                      : "far as they were read"));
        if (writes_) output_.finish();
        if (arguments_.out != "-") report_.write(summary(fixer));
        report_.finish();
        if (!is_well(output_.problem()) || !is_well(report_.problem()) || !well_) return not_done;
        return status_of(fixer.left(), arguments_.fail_on);
    }

    /// Fixes that an 837 has no place for are still to be done.
    void tell_unwritten(Fixer& fixer) {
        const auto told = fixer.unwritten();
        for (const Problem& problem : told) complain(fmt::format("{}: {}", path_, problem.message));
        const std::uint64_t more = fixer.fixed().unwritten - told.size();
        if (more != 0)
            complain(fmt::format("{}: {} more {} not written.", path_, counted(more, "fix", "fixes"),
                                 more == 1 ? "was" : "were"));
        if (!told.empty()) well_ = false;
    }

    [[nodiscard]] std::string summary(const Fixer& fixer) const {
        const FixTotals& fixed = fixer.fixed();
        std::string text = fmt::format("{} on {} of {}", counted(fixed.fixes, "fix", "fixes"),
                                       with_commas(fixed.claims_changed), counted(fixed.claims, "claim", "claims"));
        if (fixed.lines_deleted != 0)
            text += fmt::format("; {} deleted with ${}.{:02} on {}", counted(fixed.lines_deleted, "line", "lines"),
                                with_commas(fixed.charges_deleted / 100), fixed.charges_deleted % 100,
                                fixed.lines_deleted == 1 ? "it" : "them");
        text += fmt::format(". Left: {}, {}.\n", counted(fixer.left().errors, "error", "errors"),
                            counted(fixer.left().warnings, "warning", "warnings"));
        return text;
    }

    void complain_of_approval(const Problem& problem) const {
        complain(fmt::format("{}:{}: {}", wanted_.approved, problem.path, problem.message));
    }

    static bool is_well(const std::string& sentence) {
        if (!sentence.empty()) complain(sentence);
        return sentence.empty();
    }

    static int say(const std::string& sentence) {
        complain(sentence);
        return not_done;
    }

    CheckArguments arguments_;
    const FixArguments& wanted_;
    std::string path_;
    Fixer::Form form_ = Fixer::Form::as_read;
    bool writes_ = false;
    Output output_, report_;
    Checker checker_;
    std::uint64_t bytes_ = 0;
    bool well_ = true;
};

}   // namespace

int fix(const CheckArguments& arguments, const FixArguments& wanted) { return Fix(arguments, wanted).run(); }

}   // namespace deltoid::cli

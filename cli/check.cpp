// SPDX-License-Identifier: Apache-2.0
// The run of a check: options, tables, output, then one file after another.
#include "check.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string>

#include "deltoid/checker.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "jobs.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace deltoid::cli {
namespace {

bool wants_color(const CheckArguments& arguments, const Output& output) {
    if (arguments.format != "text" || arguments.color == "never") return false;
    if (arguments.color == "always") return true;
    const char* no_color = std::getenv("NO_COLOR");   // no-color.org: set and not empty
    return output.is_terminal() && terminal_is_able() && (no_color == nullptr || *no_color == '\0');
}

class Check {
public:
    explicit Check(const CheckArguments& arguments)
        : arguments_(arguments), inputs_(arguments.files, [this](const std::string& sentence) {
              complain(sentence);
              files_are_well_ = false;
          }) {}

    int run() {
        if (!open_output() || !open_session() || !read_tables() || !read_earlier(Role::history, arguments_.history) ||
            !read_earlier(Role::documentation, arguments_.documentation) || !output_is_no_input())
            return not_done;
        const auto jobs = make_jobs(arguments_.jobs, checker_, output_);
        {
            Progress progress(arguments_.progress, inputs_.total_bytes());
            while (output_.problem().empty() && inputs_.next()) read_claims(*jobs, progress);
            if (files_read_ != 0 && output_.problem().empty()) jobs->finish();
        }
        return status();
    }

private:
    bool open_output() { return is_well(output_.open(arguments_.out)); }

    bool open_session() {
        well_ = open_checker(arguments_, wants_color(arguments_, output_), checker_) && well_;
        return well_;
    }

    bool read_tables() {
        well_ = give_tables(arguments_.tables, checker_) && well_;
        return well_;
    }

    /// Earlier claims, administration records: what is read before the claims.
    bool read_earlier(Role role, const std::string& path) {
        if (path.empty()) return true;
        Inputs earlier({path}, [this](const std::string& sentence) { (void)is_well(sentence); });
        constexpr std::size_t piece = std::size_t{1} << 20;
        while (earlier.next()) {
            checker_.begin(role, earlier.name());
            while (const std::size_t got = earlier.read(checker_.buffer(piece))) (void)checker_.feed(got);
        }
        checker_.begin(Role::tables, {});   // an input is looked at when the next one begins
        const auto problems = checker_.problems();
        for (const Problem& problem : problems) complain(fmt::format("{}: {}", problem.path, problem.message));
        return problems.empty() && well_;
    }

    /// Findings must not take the place of the claims they are about.
    bool output_is_no_input() {
        if (output_.replaced() == nullptr) return true;
        const std::string path = inputs_.path_of(*output_.replaced());
        if (!path.empty()) return is_well(fmt::format("--out would replace {}, which is to be checked.", path));
        return true;
    }

    void read_claims(Jobs& jobs, Progress& progress) {
        ++files_read_;
        jobs.begin(inputs_.name());
        while (output_.problem().empty()) {
            const std::size_t got = inputs_.read(jobs.buffer());
            if (got == 0) break;
            jobs.feed(got);
            progress.update(inputs_.bytes_read(), checker_.totals().claims);
        }
        jobs.end();
    }

    int status() {
        if (files_read_ == 0) return not_done;
        output_.finish();
        say_what_stayed_apart();
        if (!is_well(output_.problem()) || !well_ || !files_are_well_) return not_done;
        return status_of(checker_.totals(), arguments_.fail_on);
    }

    /// Records without a claim line and injections without a record. Beside the findings: it changes no status.
    void say_what_stayed_apart() const {
        for (const Problem& apart : checker_.joined().sentences())
            complain(apart.path.empty() ? apart.message : fmt::format("{}: {}", apart.path, apart.message));
    }

    /// Says the sentence, if there is one. The run goes on; its status will be 2.
    bool is_well(const std::string& sentence) {
        if (sentence.empty()) return true;
        complain(sentence);
        well_ = false;
        return false;
    }

    const CheckArguments& arguments_;
    Output output_;
    Checker checker_;
    std::size_t files_read_ = 0;
    bool well_ = true;
    bool files_are_well_ = true;   ///< files that cannot be read do not keep the others from being checked
    Inputs inputs_;
};

}   // namespace

int check(const CheckArguments& arguments) { return Check(arguments).run(); }

}   // namespace deltoid::cli

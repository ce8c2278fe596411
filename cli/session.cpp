// SPDX-License-Identifier: Apache-2.0
// Opening a session with what the user typed.
#include "session.hpp"

#include <fmt/format.h>

#include <vector>

#include "files.hpp"
#include "options.hpp"
#include "terminal.hpp"

namespace deltoid::cli {
namespace {

bool is_well(const std::string& sentence) {
    if (!sentence.empty()) complain(sentence);
    return sentence.empty();
}

}   // namespace

bool open_checker(const CheckArguments& arguments, bool color, Checker& checker) {
    std::string options;
    if (!is_well(write_options(arguments, color, options))) return false;
    const auto problems = checker.open(options);
    for (const Problem& problem : problems) complain(sentence_of(problem, arguments));
    return problems.empty();
}

bool give_tables(const std::string& folder, Checker& checker) {
    if (folder.empty()) return true;
    std::vector<std::string> packs;
    if (!is_well(list_folder(folder, ".tsv", packs))) return false;
    if (packs.empty()) return is_well(fmt::format("{} holds no packs (*.tsv).", folder));
    for (const std::string& path : packs) {
        std::string text;
        if (!is_well(read_whole_file(path, text))) return false;
        checker.begin(Role::tables, path);
        (void)checker.feed(text);
    }
    checker.begin(Role::tables, {});   // an input is looked at when the next one begins
    const auto problems = checker.problems();
    for (const Problem& problem : problems) complain(fmt::format("{}: {}", problem.path, problem.message));
    return problems.empty();
}

int status_of(const Totals& totals, FailOn fail_on) {
    const bool found = fail_on == FailOn::warning ? totals.errors + totals.warnings != 0
                       : fail_on == FailOn::error ? totals.errors != 0
                                                  : false;
    return found ? something_found : all_is_well;
}

}   // namespace deltoid::cli

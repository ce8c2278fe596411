// SPDX-License-Identifier: Apache-2.0
// What the user asked for: the command line as plain values, checked as far as that needs no file.
#pragma once

#include <string>
#include <vector>

namespace deltoid::cli {

/// From which level on a finding makes the exit status 1.
enum class FailOn { error, warning, never };

struct CheckArguments {
    std::vector<std::string> files;      ///< "-" is standard input
    std::string format = "text";
    std::string from = "auto";
    std::string columns;                 ///< a file that says what the columns of a spreadsheet are
    std::string out;                     ///< "" standard output
    std::string payer;
    std::string profile;
    std::string tables;
    std::string history;   ///< a file of claims that were sent earlier
    std::string documentation;           ///< a file of administration records
    std::string as_of;                   ///< "" today
    std::vector<std::string> select, ignore;
    FailOn fail_on = FailOn::error;
    unsigned jobs = 1;
    bool progress = true;
    std::string color = "auto";
    bool stats = false;
    bool replay = false;                 ///< of replay: what is written is its report
};

/// Beside those of a check, of which `files` is one and `format` is json or jsonl.
struct FixArguments {
    std::string approved;
    bool only_approved = false;
    bool diff = false;
};

/// Beside those of a check, of which `files` are the claims and `format` is text or json.
struct ReplayArguments {
    std::vector<std::string> remits;     ///< "-" is standard input
};

struct TablesArguments {
    std::vector<std::string> files;      ///< of import
    std::string out;                     ///< of import: the folder of the packs
    std::string folder;                  ///< of list and verify
    std::string format = "text";         ///< of list
    bool progress = true;
};

struct Arguments {
    enum class Command {
        check, fix, replay, note_template, explain, rules, tables_import, tables_list, tables_verify, version
    };
    Command command = Command::check;
    TablesArguments tables;
    CheckArguments check;                ///< of check, fix, replay and template
    FixArguments fix;
    ReplayArguments replay;
    std::string rule;                    ///< of explain
    std::string format = "text";         ///< of explain and rules
    bool json = false;                   ///< of --version
};

/// Reads the command line. When there is nothing left to do (help was printed, or a sentence about a mistake) returns
/// false and sets the exit status.
[[nodiscard]] bool read_arguments(int count, const char* const* texts, Arguments& arguments, int& status);

}  // namespace deltoid::cli

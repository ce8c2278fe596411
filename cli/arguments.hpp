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
};

/// Beside those of a check, of which `files` is one and `format` is json or jsonl.
struct FixArguments {
    std::string approved;
    bool diff = false;
};

struct Arguments {
    enum class Command { check, fix, explain, rules, version };
    Command command = Command::check;
    CheckArguments check;                ///< of check and fix
    FixArguments fix;
    std::string rule;                    ///< of explain
    std::string format = "text";         ///< of explain and rules
    bool json = false;                   ///< of --version
};

/// Reads the command line. When there is nothing left to do (help was printed, or a sentence about a mistake) returns
/// false and sets the exit status.
[[nodiscard]] bool read_arguments(int count, const char* const* texts, Arguments& arguments, int& status);

}  // namespace deltoid::cli

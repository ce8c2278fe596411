// SPDX-License-Identifier: Apache-2.0
// The command line read with CLI11; every mistake becomes one sentence.
#include "arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <thread>

#include "help.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace deltoid::cli {
namespace {

using Words = std::vector<std::string>;

bool is_among(const std::string& word, const Words& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Options of `check` as they were typed, before they are looked at.
struct Typed {
    std::string fail_on = "error";
    std::string jobs;
};

class CommandLine {
public:
    explicit CommandLine(Arguments& arguments) : arguments_(arguments) {
        app_.require_subcommand(0, 1);
        app_.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        app_.add_flag("--json", arguments_.json)->needs(app_.add_flag("--version", version_wanted_));
        add_check();
        add_fix();
        add_replay();
        add_template();
        add_explain();
        add_rules();
        add_tables();
    }

    /// The sentence about what is wrong; empty when all is well. `done`: help was printed.
    std::string read(int count, const char* const* texts, bool& done) {
        try {
            app_.parse(count, texts);
        } catch (const CLI::CallForHelp&) {
            done = true;
            show_help();
            return {};
        } catch (const CLI::ExtrasError&) {
            return about_extra();
        } catch (const CLI::ArgumentMismatch& mistake) {
            const std::string what = mistake.what();
            return fmt::format("{} needs a value.", what.substr(0, what.find(':')));
        } catch (const CLI::ParseError& mistake) {
            return fmt::format("{}.", mistake.what());
        }
        return settle();
    }

private:
    void add_check() {
        check_ = app_.add_subcommand("check");
        add_check_options(*check_);
        check_->add_option("--color", arguments_.check.color);
        check_->add_flag("--stats", arguments_.check.stats);
    }

    void add_fix() {
        fix_ = app_.add_subcommand("fix");
        add_check_options(*fix_);
        fix_->add_option("--approved", arguments_.fix.approved);
        fix_->add_flag("--only-approved", arguments_.fix.only_approved);
        fix_->add_flag("--diff", arguments_.fix.diff);
    }

    void add_replay() {
        replay_ = app_.add_subcommand("replay");
        add_reading_options(*replay_);
        replay_->add_option("--claims", arguments_.check.files);
        replay_->add_option("--remits", arguments_.replay.remits);
    }

    void add_template() {
        CheckArguments& check = arguments_.check;
        template_ = app_.add_subcommand("template");
        template_->add_option("--claim", check.files);
        template_->add_option("--format", check.format);
        template_->add_option("--from", check.from);
        template_->add_option("--columns", check.columns);
        template_->add_option("--out", check.out);
        template_->add_option("--payer", check.payer);
        template_->add_option("--profile", check.profile);
        template_->add_option("--tables", check.tables);
        template_->add_option("--documentation", check.documentation);
        template_->add_option("--as-of", check.as_of);
        template_->add_option("--select", check.select)->allow_extra_args(false);
        template_->add_option("--ignore", check.ignore)->allow_extra_args(false);
    }

    /// What reads claims as a check does.
    void add_check_options(CLI::App& command) {
        CheckArguments& check = arguments_.check;
        command.add_option("FILE", check.files);
        add_reading_options(command);
        command.add_option("--select", check.select)->allow_extra_args(false);
        command.add_option("--ignore", check.ignore)->allow_extra_args(false);
        command.add_option("--fail-on", typed_.fail_on);
        command.add_option("--jobs", typed_.jobs);
    }

    /// What everything that reads claims takes.
    void add_reading_options(CLI::App& command) {
        CheckArguments& check = arguments_.check;
        command.add_option("--format", check.format);
        command.add_option("--from", check.from);
        command.add_option("--columns", check.columns);
        command.add_option("--out", check.out);
        command.add_option("--payer", check.payer);
        command.add_option("--profile", check.profile);
        command.add_option("--tables", check.tables);
        command.add_option("--history", check.history);
        command.add_option("--documentation", check.documentation);
        command.add_option("--as-of", check.as_of);
        command.add_flag("!--no-progress", check.progress);
    }

    void add_explain() {
        explain_ = app_.add_subcommand("explain");
        explain_->add_option("RULE", arguments_.rule);
        explain_->add_option("--format", arguments_.format);
    }

    void add_rules() {
        rules_ = app_.add_subcommand("rules");
        rules_->add_option("--format", arguments_.format);
    }

    void add_tables() {
        TablesArguments& tables = arguments_.tables;
        tables_ = app_.add_subcommand("tables");
        tables_->require_subcommand(0, 1);
        import_ = tables_->add_subcommand("import");
        import_->add_option("FILE", tables.files);
        import_->add_option("--out", tables.out);
        import_->add_flag("!--no-progress", tables.progress);
        list_ = tables_->add_subcommand("list");
        list_->add_option("DIR", tables.folder);
        list_->add_option("--format", tables.format);
        verify_ = tables_->add_subcommand("verify");
        verify_->add_option("DIR", tables.folder);
    }

    [[nodiscard]] CLI::App* chosen() const {
        for (CLI::App* command : {import_, list_, verify_, tables_})
            if (*command) return command;
        return *check_ ? check_ : *fix_ ? fix_ : *replay_ ? replay_ : *template_ ? template_ : *explain_ ? explain_ : *rules_ ? rules_ : nullptr;
    }

    void show_help() const {
        const CLI::App* command = chosen();
        fmt::print("{}", command == nullptr    ? help::all
                         : command == check_   ? help::check
                         : command == fix_     ? help::fix
                         : command == replay_  ? help::replay
                         : command == template_ ? help::note_template
                         : command == explain_ ? help::explain
                         : command == tables_  ? help::tables
                         : command == import_  ? help::tables_import
                         : command == list_    ? help::tables_list
                         : command == verify_  ? help::tables_verify
                                               : help::rules);
    }

    /// An argument that nobody takes: a mistyped option or command.
    [[nodiscard]] std::string about_extra() const {
        const Words extras = app_.remaining(true);
        const std::string extra = extras.empty() ? std::string() : extras.front().substr(0, extras.front().find('='));
        const CLI::App* command = chosen();
        if (extra.starts_with('-')) {
            Words known;
            for (const CLI::Option* option : (command == nullptr ? &app_ : command)->get_options())
                for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
            return fmt::format("There is no option {}.{}", extra, did_you_mean(extra, known));
        }
        if (command == nullptr)
            return fmt::format("There is no command {}.{}", extra,
                               did_you_mean(extra, {"check", "fix", "replay", "template", "explain", "rules", "tables"}));
        if (command == tables_)
            return fmt::format("deltoid tables cannot {}.{}", extra, did_you_mean(extra, {"import", "list", "verify"}));
        return fmt::format("deltoid {} does not take {}.", command->get_name(), extra);
    }

    std::string settle() {
        if (version_wanted_) {
            arguments_.command = Arguments::Command::version;
            return {};
        }
        const CLI::App* command = chosen();
        if (command == nullptr) return "Say what to do: check, fix, replay, template, explain, rules or tables (deltoid --help says more).";
        arguments_.command = command == check_     ? Arguments::Command::check
                             : command == fix_     ? Arguments::Command::fix
                             : command == replay_  ? Arguments::Command::replay
                             : command == template_ ? Arguments::Command::note_template
                             : command == explain_ ? Arguments::Command::explain
                                                   : Arguments::Command::rules;
        if (command == tables_) return "Say what to do with the tables: import, list or verify.";
        if (command == import_ || command == list_ || command == verify_) return settle_tables(command);
        if (command == check_) return settle_check();
        if (command == fix_) return settle_fix();
        if (command == replay_) return settle_replay();
        if (command == template_) return settle_template();
        if (command == explain_ && arguments_.rule.empty()) return "Which rule? As in: deltoid explain BND003.";
        const Words formats = command == explain_ ? Words{"text", "json", "markdown"} : Words{"text", "json"};
        return choice("--format", arguments_.format, formats);
    }

    std::string settle_check() {
        CheckArguments& check = arguments_.check;
        if (check.files.empty()) return "Which file? As in: deltoid check claims.837 (or - for standard input).";
        if (std::count(check.files.begin(), check.files.end(), "-") > 1) return "Standard input can be read only once.";
        return settle_choices({"text", "json", "jsonl", "sarif", "csv", "html", "fhir"});
    }

    std::string settle_fix() {
        CheckArguments& check = arguments_.check;
        const FixArguments& fix = arguments_.fix;
        if (check.files.empty()) return "Which file? As in: deltoid fix claims.json --out fixed.json.";
        if (check.files.size() > 1) return "deltoid fix takes one file at a time.";
        if (check.files.front() == "-") return "deltoid fix reads its file twice, so it cannot be standard input.";
        if (check.out.empty() && !fix.diff)
            return "Where to? As in: deltoid fix claims.json --out fixed.json (or --diff to see what would change).";
        if (check.out == "-" && fix.diff) return "--diff and --out - would both write to standard output.";
        if (fix.only_approved && fix.approved.empty())
            return "--only-approved needs --approved FILE: what a person has decided.";
        if (!check.documentation.empty())
            return "deltoid fix does not take --documentation: what the records say is for deltoid check.";
        // Without --format the name says it; one that does not leaves an 837 an 837.
        const auto named = [&](std::string_view ending) { return std::string_view(check.out).ends_with(ending); };
        const bool asked = fix_->count("--format") != 0;
        const bool as_read = !asked && !named(".json") && !named(".jsonl") && !named(".ndjson");
        if (!asked) check.format = named(".jsonl") || named(".ndjson") ? "jsonl" : "json";
        std::string mistake = settle_choices({"json", "jsonl"});
        if (as_read) check.format.clear();   // an 837 stays one
        return mistake;
    }

    std::string settle_tables(const CLI::App* command) {
        using Command = Arguments::Command;
        const TablesArguments& tables = arguments_.tables;
        arguments_.command = command == import_ ? Command::tables_import
                             : command == list_ ? Command::tables_list
                                                : Command::tables_verify;
        if (command == import_ && tables.files.empty())
            return "Which files? As in: deltoid tables import ccipra-v323r0-f1.zip --out tables.";
        if (command == import_ && tables.out.empty()) return "Where to? As in: deltoid tables import FILE... --out tables.";
        if (command == import_ && std::count(tables.files.begin(), tables.files.end(), "-") > 1)
            return "Standard input can be read only once.";
        if (command == verify_ && tables.folder.empty()) return "Which folder? As in: deltoid tables verify tables.";
        return choice("--format", tables.format, {"text", "json"});
    }

    std::string settle_replay() {
        CheckArguments& check = arguments_.check;
        const std::vector<std::string>& remits = arguments_.replay.remits;
        check.replay = true;
        if (check.files.empty()) return "Which claims? As in: deltoid replay --claims claims.837 --remits payments.835.";
        if (remits.empty()) return "Which remittances? As in: deltoid replay --claims claims.837 --remits payments.835.";
        if (std::count(check.files.begin(), check.files.end(), "-") + std::count(remits.begin(), remits.end(), "-") > 1)
            return "Standard input can be read only once.";
        return settle_choices({"text", "json"});
    }

    std::string settle_template() {
        CheckArguments& check = arguments_.check;
        if (std::count(check.files.begin(), check.files.end(), "-") > 1) return "Standard input can be read only once.";
        if (!check.files.empty()) return settle_choices({"text", "plain", "json"});
        for (const char* option : {"--from", "--columns", "--payer", "--profile", "--tables", "--documentation", "--as-of",
                                   "--select", "--ignore"})
            if (template_->count(option) != 0)
                return fmt::format("{} needs a claim. As in: deltoid template --claim claims.837 {} ...", option, option);
        return choice("--format", check.format, {"text", "plain", "json"});
    }

    std::string settle_choices(const Words& formats) {
        CheckArguments& check = arguments_.check;
        const Words levels{"error", "warning", "never"};
        for (const std::string& mistake :
             {choice("--format", check.format, formats), choice("--from", check.from, {"x12", "json", "csv", "fhir", "auto"}),
              choice("--color", check.color, {"auto", "always", "never"}), choice("--fail-on", typed_.fail_on, levels)})
            if (!mistake.empty()) return mistake;
        check.fail_on = static_cast<FailOn>(std::find(levels.begin(), levels.end(), typed_.fail_on) - levels.begin());
        return settle_jobs();
    }

    std::string settle_jobs() {
        constexpr unsigned most = 256;
        unsigned& jobs = arguments_.check.jobs;
        if (typed_.jobs.empty()) {
            jobs = std::clamp(std::thread::hardware_concurrency(), 1U, most);
            return {};
        }
        const char* end = typed_.jobs.data() + typed_.jobs.size();
        const auto [stopped, error] = std::from_chars(typed_.jobs.data(), end, jobs);
        if (error == std::errc() && stopped == end && jobs >= 1 && jobs <= most) return {};
        return fmt::format("--jobs must be a whole number from 1 to {}.", most);
    }

    static std::string choice(const char* option, const std::string& word, const Words& words) {
        if (is_among(word, words)) return {};
        return fmt::format("{} must be {}, not {}.", option, one_of(words), word.empty() ? "nothing" : word);
    }

    Arguments& arguments_;
    Typed typed_;
    bool version_wanted_ = false;
    CLI::App app_;
    CLI::App* check_ = nullptr;
    CLI::App* fix_ = nullptr;
    CLI::App* replay_ = nullptr;
    CLI::App* template_ = nullptr;
    CLI::App* explain_ = nullptr;
    CLI::App* rules_ = nullptr;
    CLI::App* tables_ = nullptr;
    CLI::App* import_ = nullptr;
    CLI::App* list_ = nullptr;
    CLI::App* verify_ = nullptr;
};

}  // namespace

bool read_arguments(int count, const char* const* texts, Arguments& arguments, int& status) {
    bool done = false;
    const std::string mistake = CommandLine(arguments).read(count, texts, done);
    status = mistake.empty() ? 0 : 2;
    if (!mistake.empty()) complain(mistake);
    return mistake.empty() && !done;
}

}  // namespace deltoid::cli

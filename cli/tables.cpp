// SPDX-License-Identifier: Apache-2.0
// The work on tables: files are read one after the other into an import, whose packs are written beside their names and
// renamed, so that a folder of packs never has half of one.
#include "tables.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>

#include "deltoid/import.hpp"
#include "deltoid/tables.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "session.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace deltoid::cli {
namespace {

std::string date_of(Day day) {
    if (!day.known()) return {};
    const YearMonthDay date = civil(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// "2026-10-01 to 2026-12-31", "from 2015-10-01"
std::string window_of(Day from, Day to) {
    return to.known() ? fmt::format("{} to {}", date_of(from), date_of(to)) : "from " + date_of(from);
}

std::string with_folder(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

int print(const std::string& text) {
    Output output;
    (void)output.open("-");
    output.write(text);
    output.finish();
    if (output.problem().empty()) return all_is_well;
    complain(output.problem());
    return not_done;
}

/// A pack of a folder, and what is wrong with it beside those before it.
struct Checked {
    std::string path;
    std::vector<Problem> problems;
};

/// Adds the packs of a folder to the tables, but for those named `without`. The sentence that says why the folder cannot
/// be read; "" when it can.
std::string add_folder(const std::string& folder, const std::vector<std::string>& without, Tables& tables,
                       std::vector<Checked>& checked) {
    std::vector<std::string> paths;
    if (std::string problem = list_folder(folder, ".tsv", paths); !problem.empty()) return problem;
    for (const std::string& path : paths) {
        const std::string own = path.substr(path.rfind('/') + 1);
        if (std::find(without.begin(), without.end(), own) != without.end()) continue;
        std::string text;
        if (std::string problem = read_whole_file(path, text); !problem.empty()) return problem;
        checked.push_back({path, tables.add(path, std::move(text))});
    }
    return {};
}

class ImportRun {
public:
    explicit ImportRun(const TablesArguments& arguments) : arguments_(arguments) {}

    int run() {
        if (!make_folder()) return not_done;
        const Tell tell = [this](const std::string& sentence) { say(sentence); };
        for (const std::string& path : arguments_.files) read(path, tell);
        const auto tables = Tables::copy_of_built_in();
        std::vector<Checked> there;
        if (std::string problem = add_folder(arguments_.out, replaced_, *tables, there); !problem.empty()) say(problem);
        for (const Checked& pack : there) say(pack.problems);
        const std::vector<ImportedPack> packs = import_.finish(*tables);
        say(import_.problems());
        for (const ImportedPack& pack : packs) write(pack);
        if (!unused_.empty())
            report_ +=
                fmt::format("Not used: {}{}.\n", unused_.front(),
                            unused_.size() == 1 ? "" : fmt::format(" and {} more", with_commas(unused_.size() - 1)));
        if (print(report_) != all_is_well || !well_) return not_done;
        return all_is_well;
    }

private:
    bool make_folder() {
        constexpr mode_t for_all = 0777;   // as far as the user's mask allows
        if (::mkdir(arguments_.out.c_str(), for_all) == 0 || errno == EEXIST) return true;
        complain(errno == ENOENT ? fmt::format("The folder in which {} should lie is not there.", arguments_.out)
                                 : sentence_of(errno, arguments_.out, "written"));
        return false;
    }

    /// What the user named: a file, or a folder or archive that must hold at least one table.
    void read(const std::string& path, const Tell& tell) {
        bool found_one = false, found_any = false;
        // The workbooks in the zips say what the text files beside them say.
        Inputs inputs({path}, tell, [&](const std::string& name) {
            found_any = true;
            unused_.push_back(name);
        });
        Progress progress(arguments_.progress, inputs.total_bytes(), nullptr);
        std::string why;
        std::string piece(std::size_t{1} << 20, '\0');
        while (inputs.next()) {
            import_.begin(inputs.name());
            while (const std::size_t got = inputs.read(piece)) {
                import_.feed(std::string_view(piece).substr(0, got));
                progress.update(inputs.bytes_read(), 0);
            }
            const ImportedFile file = import_.end();
            found_any = true;
            found_one = found_one || file.not_read.empty();
            if (!file.table.empty()) replaced_.push_back(pack_file_name(file.table, file.edition));
            if (file.not_read.empty()) continue;
            if (inputs.was_found())
                unused_.push_back(file.name);
            else
                why = file.not_read;
        }
        if (!why.empty())
            say(fmt::format("{}: {}", path, why));
        else if (found_any && !found_one)
            say(fmt::format("{} holds none of the tables that are read.", path));
    }

    void write(const ImportedPack& pack) {
        const std::string path = with_folder(arguments_.out, pack.file_name);
        Output output;
        std::string problem = output.open(path);
        if (problem.empty()) {
            output.write(pack.text);
            output.finish();
            problem = output.problem();
        }
        if (!problem.empty()) return say(problem);
        report_ += fmt::format("{}: {} {}, {}, {}{}\n", path, pack.table, pack.edition, window_of(pack.from, pack.to),
                               pack.complete ? "complete, " : "",
                               with_commas(pack.rows) + (pack.rows == 1 ? " row" : " rows"));
        if (!pack.note.empty()) report_ += fmt::format("    note: {}\n", pack.note);
    }

    void say(const std::string& sentence) {
        complain(sentence);
        well_ = false;
    }

    void say(const std::vector<Problem>& problems) {
        for (const Problem& problem : problems) say(fmt::format("{}: {}", problem.path, problem.message));
    }

    const TablesArguments& arguments_;
    Import import_;
    std::vector<std::string> replaced_, unused_;
    std::string report_;
    bool well_ = true;
};

}   // namespace

int import_tables(const TablesArguments& arguments) { return ImportRun(arguments).run(); }

int list_tables(const TablesArguments& arguments) {
    const auto tables = Tables::copy_of_built_in();
    std::vector<Checked> checked;
    bool well = true;
    if (!arguments.folder.empty()) {
        if (std::string problem = add_folder(arguments.folder, {}, *tables, checked); !problem.empty()) {
            complain(problem);
            return not_done;
        }
    }
    for (const Checked& pack : checked) {
        for (const Problem& problem : pack.problems) complain(fmt::format("{}: {}", problem.path, problem.message));
        well = well && pack.problems.empty();
    }
    std::string text;
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    constexpr std::array<const char*, 3> confidences{"verified", "secondary", "professional"};
    for (const Edition& edition : tables->editions()) {
        text +=
            fmt::format("{:<22} {:<12} {:<25} {:<9} {}\n", edition.table, edition.name,
                        window_of(edition.from, edition.to), edition.complete ? "complete" : "in part", edition.source);
        nlohmann::ordered_json one{{"name", edition.table}, {"edition", edition.name}, {"from", date_of(edition.from)}};
        if (edition.to.known())
            one["to"] = date_of(edition.to);
        else
            one["to"] = nullptr;
        one["complete"] = edition.complete;
        one["source"] = edition.source;
        one["confidence"] = confidences[static_cast<std::size_t>(edition.confidence)];
        one["sha256"] = edition.sha256;
        all.push_back(std::move(one));
    }
    if (arguments.format == "json")
        text = all.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    const int status = print(text);
    return well ? status : not_done;
}

int verify_tables(const TablesArguments& arguments) {
    const auto tables = Tables::copy_of_built_in();
    std::vector<Checked> checked;
    if (std::string problem = add_folder(arguments.folder, {}, *tables, checked); !problem.empty()) {
        complain(problem);
        return not_done;
    }
    if (checked.empty()) {
        complain(fmt::format("{} holds no packs (*.tsv).", arguments.folder));
        return not_done;
    }
    std::string text;
    std::size_t wrong = 0;
    for (const Checked& pack : checked) {
        if (pack.problems.empty()) text += fmt::format("{}: all right\n", pack.path);
        for (const Problem& problem : pack.problems) text += fmt::format("{}: {}\n", problem.path, problem.message);
        wrong += pack.problems.empty() ? 0 : 1;
    }
    text += wrong == 0
                ? "All packs can be used, together and with the built-in ones.\n"
                : fmt::format("{} of {} packs cannot be used.\n", with_commas(wrong), with_commas(checked.size()));
    const int status = print(text);
    return status != all_is_well ? status : wrong == 0 ? all_is_well : something_found;
}

}   // namespace deltoid::cli

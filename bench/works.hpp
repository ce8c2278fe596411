// SPDX-License-Identifier: Apache-2.0
// What deltoid does with each kind of input, as it is measured: claims checked, answers replayed, notes read, tables
// imported, an 837 fixed. bench/wasm.mjs does the same with the engine.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/fixer.hpp"
#include "deltoid/import.hpp"
#include "deltoid/notes.hpp"
#include "measures.hpp"

namespace deltoid::bench {

enum class Work : std::uint8_t { check, replay, notes, import, fix };
inline constexpr std::array<std::string_view, 5> work_names{"check", "replay", "notes", "import", "fix"};

/// Notes stand in one file, with this between them.
inline constexpr char between_notes = '\f';
inline constexpr std::string_view remits_begin = "remits";   ///< so the names of files with answers begin

inline std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }
inline bool has_answers(const std::string& path) { return base_name(path).starts_with(remits_begin); }

/// Of a replay: what the answers alone took, and how many there were.
struct Worked {
    Measured all, answers;
};

/// What a session is opened with for a work; the same text for every host.
inline std::string options_of(Work work) {
    if (work == Work::replay) return R"({"as_of":"file","replay":true})";
    std::string options = check_options("");
    if (work == Work::fix) options.replace(options.find("jsonl"), 5, "none");
    return options;
}

/// How many answers the files of a replay hold, by its report.
inline std::uint64_t answers_told(std::string_view report) {
    const std::size_t begin = report.find('[', report.find("\"remit_files\":"));
    std::uint64_t answers = 0;
    for (const auto& file : nlohmann::json::parse(report.substr(begin, report.find(']', begin) + 1 - begin)))
        answers += file["claims"].get<std::uint64_t>();
    return answers;
}

template <class Source>
std::uint64_t feed_all(Checker& checker, Source source) {
    std::uint64_t output = 0;
    while (const std::size_t size = source.read(checker.buffer(chunk))) output += checker.feed(size).size();
    return output;
}

/// `source(i)` hands out the bytes of the i-th of `files` from their beginning.
template <class SourceOf>
Worked replay(const std::vector<std::string>& files, SourceOf source) {
    Worked worked;
    Checker checker;
    open_or_fail(checker, options_of(Work::replay));
    for (std::size_t i = 0; i < files.size(); ++i) {
        const bool answers = has_answers(files[i]);
        const double began = seconds_worked();
        checker.begin(answers ? Role::remits : Role::claims, base_name(files[i]));
        feed_all(checker, source(i));
        if (answers) worked.answers.seconds += seconds_worked() - began;
    }
    const std::string_view report = checker.finish();
    worked.answers.claims = answers_told(report);
    worked.all.output = report.size();
    worked.all.claims = checker.totals().claims;
    worked.all.findings = checker.totals().errors + checker.totals().warnings + checker.totals().infos;
    return worked;
}

inline Worked read_notes(std::string_view notes) {
    Worked worked;
    while (!notes.empty()) {
        const std::size_t end = std::min(notes.find(between_notes), notes.size());
        worked.all.output += read_note(notes.substr(0, end)).size();
        ++worked.all.claims;
        notes.remove_prefix(std::min(end + 1, notes.size()));
    }
    return worked;
}

/// All of a file: notes are short, and none of them is read in pieces.
template <class Source>
std::string bytes_of(Source source) {
    std::string bytes;
    for (std::size_t size = 0;;) {
        bytes.resize(size + chunk);
        const std::size_t read = source.read({bytes.data() + size, chunk});
        size += read;
        bytes.resize(size);
        if (read == 0) return bytes;
    }
}

template <class SourceOf>
Worked import(const std::vector<std::string>& files, SourceOf source) {
    Worked worked;
    Import import;
    std::string piece(chunk, '\0');
    for (std::size_t i = 0; i < files.size(); ++i) {
        import.begin(base_name(files[i]));
        auto bytes = source(i);
        while (const std::size_t size = bytes.read({piece.data(), piece.size()}))
            import.feed(std::string_view(piece).substr(0, size));
        worked.all.claims += import.end().rows;
    }
    const auto tables = Tables::copy_of_built_in();
    for (const ImportedPack& pack : import.finish(*tables)) worked.all.output += pack.text.size();
    if (!import.problems().empty() || worked.all.output == 0)
        std::fputs("the tables are refused\n", stderr), std::exit(2);
    return worked;
}

template <class SourceOf>
Worked fix(const std::vector<std::string>& files, SourceOf source) {
    Worked worked;
    Checker checker;
    open_or_fail(checker, options_of(Work::fix));
    checker.begin(Role::claims, base_name(files[0]));
    feed_all(checker, source(0));
    Fixer fixer(checker, base_name(files[0]), Fixer::Form::as_read);
    auto again = source(0);
    while (const std::size_t size = again.read(fixer.buffer(chunk))) worked.all.output += fixer.feed(size).size();
    worked.all.output += fixer.finish().size();
    worked.all.claims = fixer.fixed().claims;
    worked.all.findings = fixer.fixed().fixes;
    return worked;
}

template <class SourceOf>
Worked do_work(Work work, const std::vector<std::string>& files, SourceOf source) {
    switch (work) {
        case Work::check:
            return {check(source(0), options_of(work)), {}};
        case Work::replay:
            return replay(files, source);
        case Work::notes:
            return read_notes(bytes_of(source(0)));
        case Work::import:
            return import(files, source);
        case Work::fix:
            return fix(files, source);
    }
    return {};
}

/// The quickest of `rounds`, in memory; the answers' part of a replay by itself.
inline Worked measure_work(Work work, const std::vector<std::string>& files, unsigned rounds) {
    std::vector<std::string> contents;
    for (const std::string& file : files) contents.push_back(read_file(file));
    Worked best;
    for (unsigned round = 0; round < rounds; ++round) {
        const double began = seconds_worked();
        Worked worked = do_work(work, files, [&](std::size_t i) { return MemorySource(contents[i]); });
        worked.all.seconds = seconds_worked() - began;
        if (round != 0) {
            worked.all.seconds = std::min(worked.all.seconds, best.all.seconds);
            worked.answers.seconds = std::min(worked.answers.seconds, best.answers.seconds);
        }
        best = worked;
    }
    return best;
}

/// The most memory of one work that reads its files piece by piece and keeps no output.
inline std::uint64_t measure_peak(Work work, const std::vector<std::string>& files) {
    do_work(work, files, [&](std::size_t i) { return FileSource(files[i]); });
    return peak_bytes();
}

}   // namespace deltoid::bench

// SPDX-License-Identifier: Apache-2.0
// The files of the benchmark by format: the same generated claims in every format that has them, a year of them with
// the payers' answers, notes, and a quarter's table of edits. Each is made in a process of its own, whose memory goes
// with it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "child.hpp"
#include "claims_837.hpp"
#include "input.hpp"
#include "measures.hpp"
#include "other_formats.hpp"
#include "replay_year.hpp"
#include "works.hpp"

namespace deltoid::bench {

/// What is measured as one row.
struct Row {
    std::string name;
    std::string things;   ///< that are counted: "claims", "notes" ...
    Work work = Work::check;
    std::vector<std::string> files;
};

class InputMaker {
public:
    InputMaker(std::string folder, std::uint32_t claims, std::string notes)
        : folder_(std::move(folder)), notes_(std::move(notes)), claims_(claims) {
        std::filesystem::create_directories(folder_);
    }

    [[nodiscard]] std::vector<Row> make() {
        const std::string professional = make_837("claims.837", Form::professional);
        std::vector<Row> rows;
        rows.push_back({"837P", "claims", Work::check, {professional}});
        rows.push_back({"837I", "claims", Work::check, {make_837("hospital.837", Form::institutional)}});
        rows.push_back({"CSV", "claims", Work::check, {convert(professional, "claims.csv", Format::csv)}});
        rows.push_back({"JSON, one list", "claims", Work::check, {convert(professional, "claims.json", Format::json)}});
        rows.push_back(
            {"JSON, a claim a line", "claims", Work::check, {convert(professional, "claims.ndjson", Format::ndjson)}});
        rows.push_back({"FHIR, a resource a line",
                        "claims",
                        Work::check,
                        {convert(professional, "claims-fhir.ndjson", Format::fhir_ndjson)}});
        rows.push_back(
            {"FHIR, one Bundle", "claims", Work::check, {convert(professional, "bundle.json", Format::fhir_bundle)}});
        rows.push_back({"837P with 835 and 277CA, replay", "claims", Work::replay, make_year_files()});
        rows.push_back({"notes", "notes", Work::notes, {make_notes()}});
        rows.push_back({"edit pairs, tables import", "rows", Work::import, {make_pairs()}});
        rows.push_back({"837P, fix", "claims", Work::fix, {professional}});
        return rows;
    }

private:
    static constexpr std::uint32_t share_of_defects = 20'000;   // in a million claims: 2 %
    static constexpr std::uint32_t note_rounds = 40;
    static constexpr std::uint32_t first_codes = 1000, second_codes = 500;

    [[nodiscard]] std::string path_of(std::string_view name) const { return folder_ + "/" + std::string(name); }

    template <class Make>
    std::string made(std::string_view name, Make make) const {
        const std::string path = path_of(name);
        std::fprintf(stderr, "making %s\n", path.c_str());
        in_child<char>([&] { return make(path), '\0'; });
        return path;
    }

    std::string make_837(std::string_view name, Form form) const {
        return made(name, [&](const std::string& path) {
            std::ofstream file(path, std::ios::binary);
            Claims837 claims(1, share_of_defects, {}, form);
            std::string out;
            for (std::uint32_t i = 0; i < claims_; ++i) claims.add(out);
            claims.finish(out);
            file << out;
        });
    }

    std::string convert(const std::string& professional, std::string_view name, Format format) const {
        return made(name, [&](const std::string& path) {
            OtherFormat sink(format, path);
            const Options options;
            Input input(options, sink);
            FileSource source(professional);
            const auto opened = [](const Reader&, bool) {};
            while (const std::size_t size = source.read(input.buffer(chunk))) input.feed(size, opened);
            input.end(opened);
        });
    }

    /// Claims first; the names of files with answers begin with "remits".
    std::vector<std::string> make_year_files() const {
        constexpr std::string_view list = "year.txt";
        std::ifstream names(made(list, [&](const std::string& path) {
            std::ofstream names_of_files(path);
            for (const YearFile& file : make_year(1, claims_).files) {
                const std::string name = file.remits ? "remits-" + file.name : file.name;
                std::ofstream(path_of(name), std::ios::binary) << file.bytes;
                names_of_files << path_of(name) << '\n';
            }
        }));
        std::vector<std::string> files;
        for (std::string name; std::getline(names, name);) files.push_back(name);
        return files;
    }

    /// The notes of the tests, over and over. "=== name" begins one, "---" ends its text.
    std::string make_notes() const {
        return made("notes.txt", [&](const std::string& path) {
            std::string notes;
            for (const char* name : {"terse", "dictated", "template", "spanish"}) {
                std::istringstream text(read_file(notes_ + "/" + name + ".txt"));
                bool inside = false;
                for (std::string line; std::getline(text, line);) {
                    if (line.starts_with("=== ") && !notes.empty()) notes += between_notes;
                    if (inside && !line.starts_with("---")) notes += line + "\n";
                    inside = line.starts_with("=== ") || (inside && !line.starts_with("---"));
                }
            }
            std::ofstream file(path, std::ios::binary);
            for (std::uint32_t round = 0; round < note_rounds; ++round) {
                if (round != 0) file << between_notes;
                file << notes;
            }
        });
    }

    /// One part of a quarter's practitioner edits, laid out as CMS publishes them: each first code with the injection
    /// and with codes that deltoid does not ask about.
    std::string make_pairs() const {
        return made("ccipra-v330r0-f1.txt", [&](const std::string& path) {
            std::ofstream file(path, std::ios::binary);
            file << "CPT codes only.\r\nColumn 1/Column 2 Edits\t\t\t\t\t\t\r\n"
                    "Column 1\tColumn 2\t* = In existence prior to 1996\tEffective Date\tDeletion Date *=no data\t"
                    "Modifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale\r\n";
            for (std::uint32_t first = 0; first < first_codes; ++first)
                for (std::uint32_t second = 0; second < second_codes; ++second)
                    file << padded(2000 + first, 5) << '\t' << (second == 0 ? "96372" : padded(20000 + second, 5))
                         << "\t\t20150101\t*\t1\tStandards of medical / surgical practice\r\n";
        });
    }

    std::string folder_, notes_;
    std::uint32_t claims_;
};

}   // namespace deltoid::bench

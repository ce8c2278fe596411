// SPDX-License-Identifier: Apache-2.0
// The official quarterly files turned into packs: bytes as published in, texts of packs out. Which file it is, is told
// by its content; its edition and setting stand in its title or its name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"
#include "deltoid/tables.hpp"

namespace deltoid {

/// What a file turned out to be.
struct ImportedFile {
    std::string name;
    std::string sha256;   ///< of its bytes
    std::string table;    ///< the pack it belongs to; "" when it is none of the files that are read, or is refused
    std::string edition;
    std::uint64_t rows = 0;   ///< below its header
    std::uint64_t kept = 0;   ///< of them
    /// It has the columns of a published table, whatever else is wrong with it: surely nothing else, such as claims.
    bool official = false;
    /// It is none of the files that are read, and why; no problem by itself: archives bring such files along.
    std::string not_read;
};

/// One edition, from one file or from the parts of one.
struct ImportedPack {
    std::string file_name;   ///< "ncci_ptp_practitioner_2026q4.tsv"
    std::string table, edition;
    Day from, to;
    bool complete = false;   ///< a code without a row has no entry in the official table
    std::size_t rows = 0;
    std::string note;   ///< a sentence that a person should read; mostly ""
    std::string text;   ///< what Checker reads as an input of role tables
};

/// The file name of the pack of an edition: "ncci_ptp_practitioner_2026q4.tsv".
[[nodiscard]] std::string pack_file_name(std::string_view table, std::string_view edition);

/// Reads published files, one after the other, and makes packs of them.
///
///     deltoid::Import import;
///     import.begin("ccipra-v323r0-f1.TXT");    // with its archive, "edits.zip/ccipra-v323r0-f1.TXT", where it has one
///     while (n = read(bytes)) import.feed({bytes, n});
///     const deltoid::ImportedFile file = import.end();
///     ... more files: the parts of an edition come together ...
///     const auto tables = deltoid::Tables::copy_of_built_in();
///     const auto packs = import.finish(*tables);
///     const auto problems = import.problems();
///
/// However the bytes are cut into feeds, the packs are the same. Rows are cut as they come; what is kept of a file is
/// what deltoid asks for, so memory is small whatever the size of the file.
class Import {
public:
    Import();
    ~Import();
    Import(const Import&) = delete;
    Import& operator=(const Import&) = delete;

    void begin(std::string_view name);
    void feed(std::string_view bytes);
    [[nodiscard]] ImportedFile end();

    /// The packs of all files that were read, each added to `beside`: one that does not go with the editions there is
    /// left out and its problem names both.
    [[nodiscard]] std::vector<ImportedPack> finish(Tables& beside);

    /// What is wrong, by file and text line; emptied by the call. Nothing of an edition with a problem becomes a pack.
    [[nodiscard]] std::vector<Problem> problems();

private:
    class Work;
    std::unique_ptr<Work> work_;
};

}   // namespace deltoid

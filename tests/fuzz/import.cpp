// SPDX-License-Identifier: Apache-2.0
// Whatever is imported: no crash; pieces say what the whole says; a pack that is made can be loaded, and a file is read,
// refused or named. The input's first line is the file's name; an input may hold several files, parted by a form feed.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "deltoid/import.hpp"

namespace {

[[noreturn]] void fail(const char* law, const std::string& one, const std::string& other) {
    std::fprintf(stderr, "%s\n--- one\n%s\n--- other\n%s\n", law, one.c_str(), other.c_str());
    std::abort();
}

/// Everything that the import says and makes.
std::string import(std::string_view files, std::size_t piece) {
    deltoid::Import importer;
    std::string told;
    while (!files.empty()) {
        std::string_view file = files.substr(0, files.find('\f'));
        files.remove_prefix(std::min(files.size(), file.size() + 1));
        const std::string_view name = file.substr(0, file.find('\n'));
        file.remove_prefix(std::min(file.size(), name.size() + 1));
        importer.begin(name);
        for (; !file.empty(); file.remove_prefix(std::min(piece, file.size()))) importer.feed(file.substr(0, piece));
        const deltoid::ImportedFile result = importer.end();
        told += result.sha256 + " " + result.table + " " + result.edition + " " + std::to_string(result.rows) + " " +
                std::to_string(result.kept) + " " + result.not_read + "\n";
        if (result.kept > result.rows) fail("more is kept than was read", told, {});
    }
    deltoid::Tables tables;
    for (const deltoid::ImportedPack& pack : importer.finish(tables)) {
        told += pack.file_name + "\n" + pack.text;
        deltoid::Tables alone;
        for (const deltoid::Problem& problem : alone.add(pack.file_name, pack.text))
            fail("a pack that cannot be loaded", problem.message, pack.text);
        if (pack.file_name.find_first_of("/\\ ") != std::string::npos)
            fail("a name that leads elsewhere", pack.file_name, {});
    }
    for (const deltoid::Problem& problem : importer.problems()) {
        if (problem.message.empty() || problem.path.empty()) fail("an empty sentence", told, {});
        told += problem.path + ": " + problem.message + "\n";
    }
    if (!importer.problems().empty()) fail("problems are told twice", told, {});
    return told;
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string whole = import(text, size + 1);
    const std::size_t piece = size == 0 ? 1 : data[size / 2] + std::size_t{1};
    const std::string pieces = import(text, piece);
    if (pieces != whole) fail("pieces", whole, pieces);
    return 0;
}

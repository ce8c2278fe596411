// SPDX-License-Identifier: Apache-2.0
// The embedded packs are the files of core/data, byte for byte: a pack's digest must be the same in every host.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "packs.hpp"
#include "tables/pack.hpp"

namespace {

std::vector<std::filesystem::path> pack_files() {
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = DELTOID_SOURCE_DIR "/core/data";
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string read_all(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("embedded packs are the files of core/data, byte for byte", "[policy]") {
    const auto files = pack_files();
    REQUIRE(files.size() == deltoid::embedded_packs.size());
    for (std::size_t index = 0; index < files.size(); ++index) {
        INFO(files[index]);
        CHECK(files[index].stem() == deltoid::embedded_packs[index].name);
        const deltoid::EmbeddedPack& pack = deltoid::embedded_packs[index];
        CHECK(read_all(files[index]) == deltoid::packs::by_rows(pack.header, pack.columns, pack.cells));
    }
}

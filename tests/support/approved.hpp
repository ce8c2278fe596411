// SPDX-License-Identifier: Apache-2.0
// Files that a person approves: tests compare what the program says with them, and write them when they are told to
// (DELTOID_APPROVE, which scripts/approve and scripts/docs set).
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "support/samples.hpp"

namespace deltoid::test {

[[nodiscard]] inline bool approving() { return std::getenv("DELTOID_APPROVE") != nullptr; }

/// How `text` differs from the approved file; "" when it does not.
[[nodiscard]] inline std::string difference_to(const std::filesystem::path& file, std::string_view text) {
    if (approving()) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    if (!std::filesystem::exists(file)) return "there is no " + file.filename().string();
    return first_difference(text, read_file(file));
}

}  // namespace deltoid::test

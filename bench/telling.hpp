// SPDX-License-Identifier: Apache-2.0
// How the programs of the benchmark tell their figures: numbers for tables, JSON for files.
#pragma once

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "child.hpp"

namespace deltoid::bench {

/// A number a second, or of bytes in MB; "-" for nothing.
inline std::string shown(double number, int decimals) {
    if (number <= 0) return "-";
    std::array<char, 40> text;
    const int size = std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
    return {text.data(), static_cast<std::size_t>(size)};
}

inline std::string shown_memory(std::uint64_t bytes) {
    return bytes == 0 ? "-" : shown(static_cast<double>(bytes) / 1e6, 1) + " MB";
}

inline void write_json(const std::string& path, const nlohmann::json& told) {
    std::FILE* out = std::fopen(path.c_str(), "wb");
    if (out == nullptr) fail(path);
    const std::string text = told.dump(2) + "\n";
    if (std::fwrite(text.data(), 1, text.size(), out) != text.size() || std::fclose(out) != 0) fail(path);
}

}   // namespace deltoid::bench

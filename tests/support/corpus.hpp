// SPDX-License-Identifier: Apache-2.0
// The sample files that may lie beside the project, in ../shared/corpus; they are no part of it.
#pragma once

#include <algorithm>
#include <filesystem>
#include <vector>

#include "support/samples.hpp"

namespace deltoid::test {

/// A sample for each file, by name; empty when there is no corpus.
[[nodiscard]] inline std::vector<Sample> corpus_samples() {
    const std::filesystem::path folder = project_folder() / "../shared/corpus";
    std::vector<std::filesystem::path> paths;
    if (std::filesystem::exists(folder))
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Sample> samples;
    for (const std::filesystem::path& path : paths) {
        Sample sample;
        sample.name = path.lexically_relative(folder).generic_string();
        sample.options = R"({"as_of":"2026-11-21"})";
        sample.inputs.push_back({sample.name, read_file(path)});
        samples.push_back(std::move(sample));
    }
    return samples;
}

}  // namespace deltoid::test

// SPDX-License-Identifier: Apache-2.0
// The golden cases: tests/golden/<case>/ holds the inputs, the options and what a format must say, byte for byte. The
// engine in Node reads the same files. scripts/approve writes them anew and shows what changed.
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/approved.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

constexpr std::string_view file_prefix = "expected.";

std::filesystem::path folder_of(const Sample& sample) { return project_folder() / "tests/golden" / sample.name; }

/// The formats that the case has been approved in; a new case is written as text and jsonl.
std::vector<std::string> formats_of(const Sample& sample) {
    std::vector<std::string> formats;
    for (const std::string_view format : {"text", "json", "jsonl", "sarif", "csv", "html", "fhir"})
        if (std::filesystem::exists(folder_of(sample) / (std::string(file_prefix) + std::string(format)))) formats.emplace_back(format);
    if (formats.empty() && approving()) formats = {"text", "jsonl"};
    return formats;
}

}  // namespace

TEST_CASE("golden cases give the bytes that were approved", "[golden]") {
    for (const Sample& sample : golden_samples()) {
        const std::vector<std::string> formats = formats_of(sample);
        INFO(sample.name);
        CHECK(formats.size() >= 2);
        for (const std::string& format : formats) {
            INFO(format);
            const std::string output = check(in_format(sample.options, format), sample.inputs);
            CHECK(difference_to(folder_of(sample) / (std::string(file_prefix) + format), output) == "");
        }
    }
}

TEST_CASE("golden cases have a day and inputs, and leave the format to the tests", "[golden]") {
    const auto samples = golden_samples();
    CHECK(samples.size() >= 12);
    for (const Sample& sample : samples) {
        INFO(sample.name);
        CHECK_FALSE(sample.inputs.empty());
        CHECK(parse_json(sample.options).has("as_of"));
        CHECK_FALSE(parse_json(sample.options).has("format"));
    }
}

// SPDX-License-Identifier: Apache-2.0
// Whatever bytes a payer sends: no crash, pieces say what the whole says, and a replay counts every answer once.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../unit/remit_recorder.hpp"
#include "deltoid/checker.hpp"

namespace {

[[noreturn]] void fail(const char* law, const std::string& one, const std::string& other) {
    std::fprintf(stderr, "%s\n--- one\n%s\n--- other\n%s\n", law, one.c_str(), other.c_str());
    std::abort();
}

// Two claims that the seeds answer.
constexpr std::string_view claims =
    R"([{"id":"A","total_charge":"150","pos":"11","payer":{"name":"P"},"billing":{"npi":"1234567893"},"subscriber":{"id":"M1"},
"diagnoses":["M54.59"],"lines":[{"code":"99213","charge":"120","units":"1","from":"2026-09-01","pointers":[1]},{"code":"96372","charge":"30","units":"1","from":"2026-09-01"}]},
{"id":"A","frequency":"7","total_charge":"30","subscriber":{"id":"M1"},"lines":[{"code":"96372","charge":"30","units":"1","from":"2026-09-01"}]}])";

std::string replay(std::string_view text, std::size_t piece, const char* format) {
    deltoid::Checker checker;
    if (!checker.open(std::string(R"({"as_of":"2026-09-20","replay":true,"format":")") + format + "\"}").empty())
        std::abort();
    checker.begin(deltoid::Role::claims, "c");
    (void)checker.feed(claims);
    checker.begin(deltoid::Role::remits, "r");
    for (std::size_t at = 0; at < text.size(); at += piece) (void)checker.feed(text.substr(at, piece));
    return std::string(checker.finish());
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const remit_test::Recorder whole = remit_test::record(text);
    // The size of pieces comes from the input itself, so that a saved input repeats what it found.
    const std::size_t piece = size == 0 ? 1 : data[size / 2] + std::size_t{1};
    if (const auto other = remit_test::record(text, piece); other.text != whole.text)
        fail("pieces", whole.text, other.text);
    if (whole.answers != whole.file.claims) fail("answers", whole.text, std::to_string(whole.file.claims));
    const std::string report = replay(text, size + 1, "json");
    if (const std::string other = replay(text, piece, "json"); other != report) fail("replay in pieces", report, other);
    if (replay(text, size + 1, "text").empty()) fail("an empty report", report, {});
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
// Whatever bytes come: no crash; pieces and blocks say what the whole says; every claim handed over begins with a CLM.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../unit/x12_recorder.hpp"

namespace {

[[noreturn]] void fail(const char* law, const std::string& one, const std::string& other) {
    std::fprintf(stderr, "%s\n--- one\n%s\n--- other\n%s\n", law, one.c_str(), other.c_str());
    std::abort();
}

void expect_same(const char* law, const x12_test::Recorder& one, const x12_test::Recorder& other) {
    if (one.text != other.text) fail(law, one.text, other.text);
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t number = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++number;
    return number;
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const x12_test::Recorder whole = x12_test::record(text);
    // The sizes of pieces and blocks come from the input itself, so that a saved input repeats what it found.
    const std::size_t piece = size == 0 ? 1 : data[size / 2] + std::size_t{1};
    const std::size_t block = size == 0 ? 1 : data[size / 3] * std::size_t{8} + 1;
    expect_same("pieces", whole, x12_test::record(text, piece));
    if (size < 2000) expect_same("pieces of 1", whole, x12_test::record(text, 1));
    expect_same("blocks", whole, x12_test::record_cut(text, block, piece * 16));
    if (whole.claims > count(text, "C")) fail("claims that began", whole.text, std::string(text));
    for (const std::string& sentence : whole.sentences)
        if (sentence.empty()) fail("an empty sentence", whole.text, std::string(text));
    return 0;
}

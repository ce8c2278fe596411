// SPDX-License-Identifier: Apache-2.0
// The JSON reader over any bytes. Its laws: in chunks it says what it says of the whole; every claim it hands over is
// counted, and an input that is not complete has a finding; what the writer makes of a claim reads again as the same
// claim without a finding; and any bytes as a fix give a claim or a sentence.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "deltoid/checker.hpp"
#include "json_text.hpp"
#include "readers/reader.hpp"
#include "writers/claim_json.hpp"
#include "writers/message.hpp"

namespace {

using namespace deltoid;

void law(bool holds) {
    if (!holds) std::abort();
}

/// All that a reader says, as one text.
struct Said : Sink {
    void claim(Claim& claim, std::span<const Finding> troubles) override {
        ++claims;
        last.clear();
        append_claim_json(last, claim);
        text.append("claim ")
            .append(std::to_string(claim.regions.front().offset))
            .append(" ")
            .append(last)
            .append("\n");
        for (const Finding& trouble : troubles) trouble_said(trouble);
    }
    void trouble(const Finding& finding) override { trouble_said(finding); }
    void trouble_said(const Finding& finding) {
        ++findings;
        text.append(message_of(finding)).append("\n");
    }

    std::string text;
    std::string last;
    std::uint64_t claims = 0;
    std::uint64_t findings = 0;
};

InputEnd read(std::string_view bytes, std::size_t chunk, Said& said) {
    const auto reader = make_json_reader();
    std::uint64_t offset = 0;
    std::string tail;
    for (std::size_t at = 0; at < bytes.size(); at += chunk) {
        // An allocation of its own for each call: reading past it is seen.
        const std::string given = tail + std::string(bytes.substr(at, chunk));
        const std::size_t done = reader->read(given, offset, said);
        law(done <= given.size());
        offset += done;
        tail = given.substr(done);
    }
    const std::string given = tail;
    reader->end(given, offset, said);
    return reader->summary();
}

/// Reads what the writer wrote of each claim.
struct Rereading : Sink {
    void claim(Claim& claim, std::span<const Finding>) override {
        std::string written;
        append_claim_json(written, claim);
        law(is_utf8(written));
        Said again;
        const InputEnd end = read(written, written.size(), again);
        law(end.claims == 1 && end.complete && end.format == "json" && again.findings == 0);
        law(again.last == written);
    }
    void trouble(const Finding&) override {}
};

constexpr std::string_view claim_to_mend =
    R"({"total_charge":"52.00","diagnoses":["M54.50"],"lines":[{"line":1,"code":"96372","charge":"40.00"},)"
    R"({"line":2,"code":"J1885","modifiers":["JZ"],"units":"4","charge":"12.00","documentation":{"dose":"60 mg"}}]})";

void mend(std::string_view fix) {
    std::vector<Problem> problems;
    const std::string mended = apply(claim_to_mend, fix, problems);
    law(mended.empty() != problems.empty());
    if (mended.empty()) return;
    Said said;
    law(read(mended, mended.size(), said).claims == 1);
    law(said.findings == 0 && said.last == mended);
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Said whole;
    const InputEnd end = read(bytes, size + 1, whole);
    law(end.claims == whole.claims);
    law(end.complete || whole.findings > 0);

    const std::size_t chunk = size == 0 ? 1 : 1 + data[size / 2] % 16;
    Said chunked;
    const InputEnd chunked_end = read(bytes, chunk, chunked);
    law(chunked.text == whole.text);
    law(chunked_end.claims == end.claims && chunked_end.lines == end.lines && chunked_end.complete == end.complete &&
        chunked_end.format == end.format);

    Rereading rereading;
    make_json_reader()->end({bytes.data(), bytes.size()}, 0, rereading);
    mend(bytes);
    return 0;
}

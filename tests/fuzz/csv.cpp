// SPDX-License-Identifier: Apache-2.0
// The spreadsheet reader over any bytes. Its laws: in chunks it says what it says of the whole; every claim it hands over
// is counted, and an input that is not complete has a finding; a claim of it, written as JSON, reads again as the same
// claim; and the preview of any bytes is JSON.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "deltoid/csv.hpp"
#include "json_text.hpp"
#include "readers/csv_columns.hpp"
#include "readers/json_tree.hpp"
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
        text.append(std::to_string(finding.place.offset)).append(" ").append(message_of(finding)).append("\n");
    }

    std::string text;
    std::string last;
    std::uint64_t claims = 0;
    std::uint64_t findings = 0;
};

InputEnd read(Reader& reader, std::string_view bytes, std::size_t chunk, Said& said) {
    std::uint64_t offset = 0;
    std::string tail;
    for (std::size_t at = 0; at < bytes.size(); at += chunk) {
        // An allocation of its own for each call: reading past it is seen.
        const std::string given = tail + std::string(bytes.substr(at, chunk));
        const std::size_t done = reader.read(given, offset, said);
        law(done <= given.size());
        offset += done;
        tail = given.substr(done);
    }
    const std::string given = tail;
    reader.end(given, offset, said);
    return reader.summary();
}

/// Reads what the writer wrote of each claim.
struct Rereading : Sink {
    void claim(Claim& claim, std::span<const Finding>) override {
        std::string written;
        append_claim_json(written, claim);
        law(is_utf8(written));
        Said again;
        const InputEnd end = read(*make_json_reader(), written, written.size(), again);
        law(end.claims == 1 && end.complete && again.findings == 0);
        law(again.last == written);
    }
    void trouble(const Finding&) override {}
};

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Said whole;
    const InputEnd end = read(*make_csv_reader(), bytes, size + 1, whole);
    law(end.claims == whole.claims || whole.claims == 0);   // without codes or dates claims are counted and not read
    law(end.lines >= end.claims);
    law(end.complete || whole.findings > 0);

    const std::size_t chunk = size == 0 ? 1 : 1 + data[size / 2] % 16;
    Said chunked;
    const InputEnd chunked_end = read(*make_csv_reader(), bytes, chunk, chunked);
    law(chunked.text == whole.text);
    law(chunked_end.claims == end.claims && chunked_end.lines == end.lines && chunked_end.complete == end.complete);

    Rereading rereading;
    make_csv_reader()->end({bytes.data(), bytes.size()}, 0, rereading);

    JsonNode preview;
    law(read_json_tree(csv_preview(bytes), preview));
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
// What the fuzzers of claim readers share: a law, all that a reader says as one text, and reading in chunks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "json_text.hpp"
#include "readers/reader.hpp"
#include "writers/claim_json.hpp"
#include "writers/message.hpp"

namespace deltoid::fuzz {

inline void law(bool holds) {
    if (!holds) std::abort();
}

/// All that a reader says, as one text.
struct Said : Sink {
    void claim(Claim& claim, std::span<const Finding> troubles) override {
        ++claims;
        last.clear();
        append_claim_json(last, claim);
        law(is_utf8(last));
        text.append(std::to_string(claim.regions.front().offset)).append(" ").append(last).append("\n");
        for (const Finding& one : troubles) trouble(one);
    }
    void trouble(const Finding& finding) override {
        ++findings;
        text.append(std::to_string(finding.place.offset)).append(" ").append(message_of(finding)).append("\n");
    }

    std::string text;
    std::string last;   ///< claim, as JSON
    std::uint64_t claims = 0;
    std::uint64_t findings = 0;
};

/// Feeds bytes in chunks. Each call has an allocation of its own: reading past it is seen.
inline InputEnd read(Reader& reader, std::string_view bytes, std::size_t chunk, Sink& said) {
    std::uint64_t offset = 0;
    std::string tail;
    for (std::size_t at = 0; at < bytes.size(); at += chunk) {
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

/// A chunk of 1 to 16 bytes that the input itself decides.
inline std::size_t chunk_of(std::string_view bytes) {
    return bytes.empty() ? 1 : 1 + static_cast<unsigned char>(bytes[bytes.size() / 2]) % 16;
}

inline bool same(const InputEnd& a, const InputEnd& b) {
    return a.claims == b.claims && a.lines == b.lines && a.complete == b.complete && a.format == b.format;
}

/// Reads what the writer wrote of each claim: it is the same claim again, without a finding.
struct Rereading : Sink {
    void claim(Claim& claim, std::span<const Finding>) override {
        std::string written;
        append_claim_json(written, claim);
        Said again;
        const InputEnd end = read(*make_json_reader(), written, written.size(), again);
        law(end.claims == 1 && end.complete && end.format == "json" && again.findings == 0);
        law(again.last == written);
    }
    void trouble(const Finding&) override {}
};

}   // namespace deltoid::fuzz

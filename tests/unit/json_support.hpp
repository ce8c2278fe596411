// SPDX-License-Identifier: Apache-2.0
// Reads JSON as the checker does, in chunks of any size, and keeps what the reader told as text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/rule.hpp"
#include "fields.hpp"
#include "readers/reader.hpp"
#include "writers/claim_json.hpp"
#include "writers/message.hpp"

namespace deltoid::test {

/// Everything a reader says of one input.
struct Reading : Sink {
    std::vector<std::string> claims;     ///< as contract JSON
    std::vector<std::string> findings;   ///< "info SRC003 @offset:text_line claim 0 /pointer message"
    InputEnd end;

    void claim(Claim& claim, std::span<const Finding> troubles) override {
        std::string json;
        append_claim_json(json, claim);
        claims.push_back(json);
        places.push_back(locate(claim, claim.id));
        for (const Finding& trouble : troubles)
            findings.push_back("claim " + std::to_string(claim.index) + " " + in_words(trouble));
        if (on_claim != nullptr) on_claim(claim);
    }
    void trouble(const Finding& finding) override { findings.push_back("file " + in_words(finding)); }

    [[nodiscard]] bool says(std::string_view what) const {
        return std::any_of(findings.begin(), findings.end(),
                           [&](const std::string& finding) { return finding.find(what) != std::string::npos; });
    }

    std::vector<Place> places;
    void (*on_claim)(Claim&) = nullptr;

private:
    static std::string in_words(const Finding& finding) {
        std::string text(level_name(finding.level));
        text.append(" ").append(finding.rule->id).append(" @").append(std::to_string(finding.place.offset));
        text.append(":").append(std::to_string(finding.place.text_line)).append(" ");
        append_pointer(text, finding.field, finding.line, finding.element);
        return text.append(" ").append(message_of(finding));
    }
};

/// Feeds the way the checker does: what a call leaves comes again with the next chunk, elsewhere in memory.
inline void read_into(Reading& reading, std::string_view text, std::size_t chunk) {
    const auto reader = make_json_reader();
    std::uint64_t offset = 0;
    std::string tail;
    for (std::size_t at = 0; at < text.size(); at += chunk) {
        const std::string given = tail + std::string(text.substr(at, chunk));
        const std::size_t done = reader->read(given, offset, reading);
        offset += done;
        tail = given.substr(done);
    }
    const std::string given = tail;
    reader->end(given, offset, reading);
    reading.end = reader->summary();
}

inline Reading read_json(std::string_view text, std::size_t chunk = std::size_t{1} << 20) {
    Reading reading;
    read_into(reading, text, chunk);
    return reading;
}

}   // namespace deltoid::test

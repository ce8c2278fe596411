// SPDX-License-Identifier: Apache-2.0
// Writes down all that an X12 reader says, so that two readings can be compared as texts; and the small files to read.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"
#include "deltoid/rule.hpp"
#include "fields.hpp"
#include "readers/reader.hpp"
#include "readers/x12_cutter.hpp"

namespace x12_test {

using namespace deltoid;

inline std::string place_text(const Place& place) {
    return std::to_string(place.offset) + "/" + std::to_string(place.segment) + "/" + std::to_string(place.text_line);
}

/// A message with its named places filled in; a place without a value stays as it is.
inline std::string sentence(const Finding& finding) {
    std::string text(finding.rule->messages[finding.message]);
    for (std::size_t i = 0; i < finding.value_count; ++i) {
        const Value& value = finding.values[i];
        const std::string name = "{" + std::string(value.name) + "}";
        const std::string filled =
            value.kind == Value::Kind::text ? std::string(value.text) : std::to_string(value.number);
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + filled.size()))
            text.replace(at, name.size(), filled);
    }
    return text;
}

inline std::string finding_text(const Finding& finding) {
    std::string text = std::string(finding.rule->id) + " level " + std::to_string(static_cast<int>(finding.level));
    if (finding.about_file) text += " file";
    if (finding.line != 0) text += " line " + std::to_string(finding.line);
    if (finding.has_place) text += " at " + place_text(finding.place);
    return text + ": " + sentence(finding);
}

/// Everything a claim holds, each value with its place.
inline std::string claim_text(const Claim& claim) {
    std::string text = "claim " + std::to_string(claim.index) + " at " + place_text(locate(claim, claim.source)) + "\n";
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        text += "  " + std::string(name) + "=" + std::string(value) + " @" + place_text(locate(claim, value)) + "\n";
    };
    for (const FieldRow& row : field_rows())
        if (row.part == Part::claim) add(row.pointer, row.get(claim, nullptr));
    add("filing", claim.payer.filing_indicator);
    add("source", claim.source);
    for (const Diagnosis& diagnosis : claim.diagnoses) add(diagnosis.icd9 ? "icd9" : "icd10", diagnosis.code);
    for (const Line& line : claim.lines) {
        text += " line\n";
        for (const FieldRow& row : field_rows())
            if (row.part == Part::line) add(row.pointer, row.get(claim, &line));
        for (std::size_t i = 0; i < line.modifier_count; ++i) add("modifier", line.modifiers[i]);
        for (std::size_t i = 0; i < line.pointer_count; ++i)
            text += "  pointer=" + std::to_string(line.pointers[i]) + "\n";
        text += "  units=" + std::to_string(line.units.value) + " charge=" + std::to_string(line.charge.value) +
                " from=" + std::to_string(line.from.value.number) + " to=" + std::to_string(line.to.value.number) +
                "\n";
        add("pointers", line.pointer_text);
        add("control", line.control_number);
        add("ndc qualifier", line.ndc.qualifier);
        add("source", line.source);
    }
    for (const Measurement& measurement : claim.measurements) {
        text += " measurement of line " + std::to_string(measurement.line) + " " + std::string(measurement.name) + "\n";
        add("value", measurement.value);
    }
    return text;
}

/// Keeps what it is told, as texts.
class Recorder : public Sink {
public:
    std::string text;
    std::size_t claims = 0;
    std::size_t lines = 0;
    std::vector<std::string> rules;   ///< ids of all findings
    std::vector<std::string> sentences;

    void claim(Claim& claim, std::span<const Finding> troubles) override {
        ++claims;
        lines += claim.lines.size();
        text += claim_text(claim);
        for (const Finding& finding : troubles) add(finding, " trouble ");
    }
    void trouble(const Finding& finding) override { add(finding, ""); }

    [[nodiscard]] std::size_t count(std::string_view rule) const {
        std::size_t number = 0;
        for (const std::string& id : rules) number += id == rule ? 1U : 0U;
        return number;
    }

private:
    void add(const Finding& finding, std::string_view kind) {
        text += std::string(kind) + finding_text(finding) + "\n";
        rules.emplace_back(finding.rule->id);
        sentences.push_back(sentence(finding));
    }
};

inline std::string end_text(const InputEnd& end) {
    return "end " + std::string(end.format) + " " + std::to_string(end.claims) + " claims " +
           std::to_string(end.lines) + " lines" + (end.complete ? "" : " incomplete") + " made " +
           std::to_string(end.made.number) + "\n";
}

/// Feeds bytes piece by piece; each call gets its bytes in memory of exactly their size, so that a sanitizer sees every
/// byte that is read beyond them.
inline void feed(Reader& reader, std::string_view bytes, std::size_t piece, Sink& sink, std::uint64_t base = 0) {
    std::string tail;
    std::uint64_t offset = base;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        tail.append(bytes.substr(at, piece));
        const std::vector<char> exact(tail.begin(), tail.end());
        const std::size_t done = reader.read(exact, offset, sink);
        tail.erase(0, done);
        offset += done;
    }
    const std::vector<char> exact(tail.begin(), tail.end());
    reader.end(exact, offset, sink);
}

/// What a reader says of these bytes when they come in pieces of this size.
inline Recorder record(std::string_view bytes, std::size_t piece = std::size_t{1} << 30) {
    Recorder recorder;
    const std::unique_ptr<Reader> reader = make_x12_reader();
    feed(*reader, bytes, piece, recorder);
    recorder.text += end_text(reader->summary());
    return recorder;
}

/// The same, cut into blocks.
inline Recorder record_cut(std::string_view bytes, std::size_t block_size, std::size_t piece = std::size_t{1} << 30) {
    Recorder recorder;
    x12::X12Cutter cutter(block_size);
    std::string waiting;
    for (std::size_t at = 0;;) {
        const bool at_end = at >= bytes.size();
        if (!at_end) waiting.append(bytes.substr(at, piece));
        at += at_end ? 0 : std::min(piece, bytes.size() - at);
        while (auto block = cutter.cut(waiting, at_end)) {
            feed(*block->reader, std::string_view(waiting).substr(0, block->size), std::size_t{1} << 30, recorder,
                 block->offset);
            waiting.erase(0, block->size);
            if (!block->last) continue;
            recorder.text += end_text(block->reader->summary());
            return recorder;
        }
    }
}

/// The corpus of public files beside the project, when it is there; "" when not.
inline std::string corpus_folder() {
    if (const char* folder = std::getenv("DELTOID_CORPUS")) return folder;
#ifdef DELTOID_SOURCE_DIR
    return std::string(DELTOID_SOURCE_DIR) + "/../shared/corpus";
#else
    return {};
#endif
}

/// Lets a test look at claims while they are there. What is wrong with the file is shown when a check fails.
class Look : public Sink {
public:
    explicit Look(std::function<void(const Claim&, std::span<const Finding>)> check) : check_(std::move(check)) {}
    std::size_t claims = 0;
    std::size_t troubles = 0;   ///< about the file
    void claim(Claim& claim, std::span<const Finding> of_claim) override {
        ++claims;
        check_(claim, of_claim);
    }
    void trouble(const Finding& finding) override {
        ++troubles;
        UNSCOPED_INFO(finding_text(finding));
    }

private:
    std::function<void(const Claim&, std::span<const Finding>)> check_;
};

/// Rules with their sentences, a line each.
inline std::string ids(std::span<const Finding> findings) {
    std::string text;
    for (const Finding& finding : findings) text += std::string(finding.rule->id) + ": " + sentence(finding) + "\n";
    return text;
}

}   // namespace x12_test

// SPDX-License-Identifier: Apache-2.0
// Contract JSON to claims: the cutter says where one lies, the parser and the builder make it a Claim, and what cannot
// be read is counted as a claim all the same.
#include <algorithm>
#include <string>

#include "arena.hpp"
#include "catalogue.hpp"
#include "json_text.hpp"
#include "readers/json_claim.hpp"
#include "readers/json_cutter.hpp"
#include "readers/reader.hpp"
#include "rules/src/element_shape.hpp"
#include "rules/src/input_limit.hpp"

namespace deltoid {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Of a broken claim this much is read for its id.
constexpr std::size_t id_search_room = std::size_t{64} << 10;
/// A file with more text between its claims than this has other worries.
constexpr std::uint32_t stray_limit = 10;

class JsonReader final : public Reader {
public:
    JsonReader() : builder_(claim_, arena_) {}

    std::size_t read(std::span<const char> bytes, std::uint64_t offset, Sink& sink) override {
        return drain({bytes.data(), bytes.size()}, offset, false, sink);
    }

    void end(std::span<const char> bytes, std::uint64_t offset, Sink& sink) override {
        drain({bytes.data(), bytes.size()}, offset, true, sink);
    }

    [[nodiscard]] InputEnd summary() const override {
        return {cutter_.several() ? "ndjson" : "json", claims_, lines_, cutter_.complete(), Day::none()};
    }

private:
    std::size_t drain(std::string_view bytes, std::uint64_t offset, bool last, Sink& sink);
    void tell(const Piece& piece, std::string_view bytes, std::uint64_t offset, Sink& sink);

    void readable(const Piece& piece, std::string_view text, Sink& sink);
    void unreadable(const Piece& piece, std::string_view text, Sink& sink);
    void keep_only_id(std::string_view id);
    void hand_over(const Piece& piece, Sink& sink);
    [[nodiscard]] std::size_t parse(std::string_view text);

    void begin_claim(const Piece& piece, std::string_view text);
    Finding& claim_trouble(ElementShape message);
    Finding& claim_limit(InputLimit message);
    void not_json(std::uint64_t byte, std::uint32_t text_line);
    void file_trouble(const Piece& piece, Sink& sink);

    JsonCutter cutter_{claim_size_limit};
    Claim claim_;
    Arena arena_;
    JsonClaim builder_;
    std::string as_utf8_;
    bool begun_ = false;
    std::uint64_t claims_ = 0;
    std::uint64_t lines_ = 0;
    std::uint32_t strays_ = 0;
};

std::size_t JsonReader::drain(std::string_view bytes, std::uint64_t offset, bool last, Sink& sink) {
    if (!begun_) {
        if (!last && bytes.size() < byte_order_mark.size()) return 0;
        if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) cutter_.skip(byte_order_mark.size());
        begun_ = true;
    }
    for (;;) {
        const Piece piece = cutter_.next(bytes, offset, last);
        if (piece.cut == Cut::none) break;
        tell(piece, bytes, offset, sink);
    }
    return static_cast<std::size_t>(cutter_.needed_from() - offset);
}

void JsonReader::tell(const Piece& piece, std::string_view bytes, std::uint64_t offset, Sink& sink) {
    const auto text = [&] {
        return bytes.substr(static_cast<std::size_t>(piece.begin - offset),
                            static_cast<std::size_t>(piece.end - piece.begin));
    };
    switch (piece.cut) {
        case Cut::none:
            break;
        case Cut::claim:
            readable(piece, text(), sink);
            break;
        case Cut::broken:
        case Cut::too_deep:
        case Cut::too_large:
        case Cut::incomplete:
            unreadable(piece, text(), sink);
            break;
        case Cut::stray:
        case Cut::comma:
        case Cut::open_list:
            file_trouble(piece, sink);
            break;
    }
}

void JsonReader::begin_claim(const Piece& piece, std::string_view text) {
    claim_.clear();
    arena_.clear();
    builder_.begin(claims_ + 1);
    claim_.source = text;
    // Its views lie in the arena: all of them are shown at the claim's first byte.
    claim_.regions.push_back({text.data(), text.data() + text.size(), piece.begin, 0, piece.text_line, 0, true});
    claim_.has_place = true;
    claim_.index = static_cast<std::uint32_t>(claims_);
}

/// Parses into the claim. Returns where the text stops being JSON.
std::size_t JsonReader::parse(std::string_view text) {
    if (is_utf8(text)) return parse_json(text, builder_);
    as_utf8_.clear();
    for (const char c : text) append_utf8(as_utf8_, static_cast<unsigned char>(c));
    claim_trouble(ElementShape::not_utf8).at_level(Level::warning);
    const std::size_t at = parse_json(as_utf8_, builder_);
    if (at == no_json_error) return at;
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    const auto end = as_utf8_.begin() + static_cast<std::ptrdiff_t>(at);
    return at - static_cast<std::size_t>(std::count_if(as_utf8_.begin(), end, continues));
}

void JsonReader::readable(const Piece& piece, std::string_view text, Sink& sink) {
    begin_claim(piece, text);
    if (const std::size_t at = parse(text); at != no_json_error) {
        const auto rows = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        keep_only_id(claim_.id);
        not_json(piece.begin + at, piece.text_line + static_cast<std::uint32_t>(rows));
    } else if (builder_.kind() != JsonKind::object) {
        claim_trouble(ElementShape::no_object).with("found", json_kind_name(builder_.kind()));
    } else if (builder_.has_members() && !builder_.has_known_members()) {
        claim_trouble(ElementShape::no_claim);
    }
    hand_over(piece, sink);
}

void JsonReader::unreadable(const Piece& piece, std::string_view text, Sink& sink) {
    begin_claim(piece, text);
    const bool too_much = piece.cut == Cut::too_deep || piece.cut == Cut::too_large;
    if (!too_much && text.size() <= id_search_room) {
        static_cast<void>(parse(text));
        keep_only_id(claim_.id);
    }
    switch (piece.cut) {
        case Cut::too_deep:
            claim_limit(InputLimit::depth).with_number("limit", JsonCutter::depth_limit);
            break;
        case Cut::too_large:
            claim_limit(InputLimit::size).with_number("limit", static_cast<std::int64_t>(claim_size_limit >> 20));
            break;
        case Cut::incomplete:
            claim_trouble(ElementShape::cut_short);
            break;
        default:
            not_json(piece.end, piece.end_line);
            break;
    }
    hand_over(piece, sink);
}

/// What was read before the error is not checked: a missing line would look like a missing service.
void JsonReader::keep_only_id(std::string_view id) {
    const auto source = claim_.source;
    const auto region = claim_.regions.front();
    const auto index = claim_.index;
    claim_.clear();
    builder_.troubles().clear();
    claim_.id = id;
    claim_.source = source;
    claim_.regions.push_back(region);
    claim_.index = index;
    claim_.has_place = true;
}

void JsonReader::hand_over(const Piece& piece, Sink& sink) {
    builder_.end();
    const Place place{piece.begin, 0, piece.text_line};
    const auto settle = [&](Finding& finding) {
        finding.has_place = true;
        finding.place = place;
    };
    std::for_each(builder_.notices().begin(), builder_.notices().end(), settle);
    std::for_each(builder_.troubles().begin(), builder_.troubles().end(), settle);
    for (const Finding& notice : builder_.notices()) sink.trouble(notice);
    ++claims_;
    lines_ += claim_.lines.size();
    sink.claim(claim_, builder_.troubles());
}

Finding& JsonReader::claim_trouble(ElementShape message) {
    Finding& finding = builder_.troubles().emplace_back();
    finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(message));
    return finding.with_number("claim", static_cast<std::int64_t>(claims_ + 1));
}

Finding& JsonReader::claim_limit(InputLimit message) {
    Finding& finding = builder_.troubles().emplace_back();
    finding.reset(catalogued(rule_src005), static_cast<std::uint8_t>(message));
    return finding.with_number("claim", static_cast<std::int64_t>(claims_ + 1));
}

void JsonReader::not_json(std::uint64_t byte, std::uint32_t text_line) {
    claim_trouble(ElementShape::not_json)
        .with_number("byte", static_cast<std::int64_t>(byte))
        .with_number("row", text_line);
}

void JsonReader::file_trouble(const Piece& piece, Sink& sink) {
    Finding finding;
    switch (piece.cut) {
        case Cut::stray: {
            if (++strays_ > stray_limit) return;
            finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(ElementShape::stray));
            finding.with("text", trim(cutter_.stray_text()));
            break;
        }
        case Cut::comma:
            finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(ElementShape::comma));
            finding.with_number("row", piece.text_line);
            break;
        default:
            finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(ElementShape::left_open));
            finding.with_number("claim", static_cast<std::int64_t>(claims_));
            break;
    }
    finding.at_level(Level::warning);
    finding.about_file = true;
    finding.has_place = true;
    finding.place = {piece.begin, 0, piece.text_line};
    sink.trouble(finding);
}

}   // namespace

std::unique_ptr<Reader> make_json_reader() { return std::make_unique<JsonReader>(); }

}   // namespace deltoid

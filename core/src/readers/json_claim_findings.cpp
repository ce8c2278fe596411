// SPDX-License-Identifier: Apache-2.0
// What a JSON claim's builder finds out of shape: where it stands, what was wanted, and which key was likely meant.
#include <algorithm>

#include "catalogue.hpp"
#include "claim_keys.hpp"
#include "readers/json_claim.hpp"
#include "rules/src/element_shape.hpp"
#include "rules/src/input_limit.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

constexpr std::size_t shown_room = 64;
/// The most unknown keys of a file that are named.
constexpr std::size_t told_limit = 50;

/// Keys without what people change about them: case, underscores, hyphens.
std::string bare(std::string_view key) {
    std::string result;
    for (const char c : key)
        if (c != '_' && c != '-') result += upper(c);
    return result;
}

/// Letters to put in, leave out or change to make `a` of `b`; both are short.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

}   // namespace

std::string_view shown_text(std::string_view text) {
    if (text.size() <= shown_room) return text;
    std::size_t size = shown_room;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;   // whole characters
    return text.substr(0, size);
}

std::string_view JsonClaim::pointer() {
    std::string text;
    const auto add_key = [&](std::string_view key) {
        text += '/';
        for (const char c : key) {
            if (c == '~')
                text += "~0";
            else if (c == '/')
                text += "~1";
            else
                text += c;
        }
    };
    const auto add_position = [&](std::uint32_t position) {
        text += '/';
        append_number(text, position);
    };
    for (std::size_t i = 1; i < frames_.size(); ++i) {
        if (frames_[i - 1].list)
            add_position(frames_[i].position);
        else
            add_key(frames_[i].key);
    }
    if (frames_.back().list)
        add_position(frames_.back().elements - 1);
    else
        add_key(shown_text(key_));
    return arena_.keep(text);
}

void JsonClaim::end() {
    if (troubles_left_out_ == 0) return;
    Finding& finding = troubles_.emplace_back();
    finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(ElementShape::more_elements));
    finding.with_number("count", static_cast<std::int64_t>(troubles_left_out_));
    finding.with_number("claim", static_cast<std::int64_t>(claim_number_));
}

Finding* JsonClaim::trouble(Field field, std::uint8_t message) {
    if (troubles_.size() >= element_finding_limit) {
        ++troubles_left_out_;
        return nullptr;
    }
    Finding& finding = troubles_.emplace_back();
    finding.reset(catalogued(rule_src003), message);
    const Part part = frames_.back().part;
    if (part != Part::claim) finding.line = static_cast<std::uint16_t>(claim_.lines.size());
    const std::uint32_t element = frames_.back().list ? frames_.back().elements : 0;
    finding.in(field, element <= 255 ? static_cast<std::uint8_t>(element) : std::uint8_t{0});
    return &finding;
}

void JsonClaim::wrong_kind(Field field, std::string_view wanted, JsonKind found, std::string_view text) {
    Finding* finding = trouble(field, static_cast<std::uint8_t>(ElementShape::kind));
    if (finding == nullptr) return;
    finding->with("pointer", pointer()).with("wanted", wanted);
    std::string stands(text.empty() ? json_kind_name(found) : shown_text(text));
    if (!text.empty() && found == JsonKind::text) stands = "\"" + stands + "\"";
    finding->with("found", arena_.keep(stands));
}

void JsonClaim::given_twice(Field field) {
    if (Finding* finding = trouble(field, static_cast<std::uint8_t>(ElementShape::twice)))
        finding->at_level(Level::warning).with("pointer", pointer());
}

void JsonClaim::over_limit(Field field, std::string_view what, std::size_t limit) {
    const auto same = [&](const Finding& other) { return other.rule == &catalogued(rule_src005) && other.field == field; };
    if (std::any_of(troubles_.begin(), troubles_.end(), same)) return;   // said once
    Finding& finding = troubles_.emplace_back();
    finding.reset(catalogued(rule_src005), static_cast<std::uint8_t>(InputLimit::elements));
    finding.in(field)
        .with("what", what)
        .with_number("limit", static_cast<std::int64_t>(limit))
        .with_number("claim", static_cast<std::int64_t>(claim_number_));
}

Finding& JsonClaim::tell(ElementShape message) {
    Finding& finding = notices_.emplace_back();
    finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(message));
    finding.about_file = true;
    return finding.at_level(Level::info);
}

void JsonClaim::unknown(const Frame& frame, JsonKind kind) {
    const std::string_view key = key_;
    const bool own = key.substr(0, 1) == "_" || key.substr(0, 2) == "x_";
    if (own || kind == JsonKind::nothing || told_.size() > told_limit) return;
    // The same wherever it stands, whatever the numbers of its lists.
    path_.clear();
    path_ += static_cast<char>('0' + static_cast<int>(frame.at));
    path_ += static_cast<char>('0' + static_cast<int>(frame.part));
    path_.append(frame.group).append("/").append(shown_text(key));
    if (std::find(told_.begin(), told_.end(), path_) != told_.end()) return;
    told_.push_back(path_);
    if (told_.size() > told_limit) {
        tell(ElementShape::more_keys);
        return;
    }
    const std::string_view similar = similar_key(frame);
    Finding& finding = tell(similar.empty() ? ElementShape::unknown_key : ElementShape::similar_key);
    finding.with("key", arena_.keep(shown_text(key))).with("pointer", pointer());
    if (!similar.empty()) finding.with("similar", similar);
}

std::string_view JsonClaim::similar_key(const Frame& frame) {
    const std::string wanted = bare(shown_text(key_));
    std::string_view best;
    std::size_t best_distance = std::min<std::size_t>(3, (wanted.size() + 1) / 3 + 1);   // more is another word
    const auto consider = [&](std::string_view key) {
        const std::size_t far = distance(wanted, bare(key));
        if (far < best_distance) {
            best_distance = far;
            best = key;
        }
    };
    const auto is_inside = [&](Part part, std::string_view pointer) {
        return part == frame.part && pointer.substr(0, pointer.rfind('/')) == frame.group;
    };
    const auto last_of = [](std::string_view pointer) { return pointer.substr(pointer.rfind('/') + 1); };
    if (frame.at == At::diagnosis || frame.at == At::measurement) return {};
    for (const FieldRow& row : field_rows())
        if (is_inside(row.part, row.pointer)) consider(last_of(row.pointer));
    for (const Group& group : groups_)
        if (is_inside(group.part, group.prefix)) consider(last_of(group.prefix));
    if (frame.at == At::line) consider(documentation_key);
    return best;
}

}   // namespace deltoid

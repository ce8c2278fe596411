// SPDX-License-Identifier: Apache-2.0
// Cutting, editing and splicing the segments of one claim.
#include "segment_text.hpp"

#include <algorithm>

#include "readers/x12_scan.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

constexpr bool is_line_break(char c) { return c == '\n' || c == '\r'; }

/// Elements as the reader takes them: 80-column files break lines anywhere.
std::string clean(std::string_view text) {
    std::string kept;
    for (const char c : trim(text))
        if (!is_line_break(c)) kept += c;
    return std::string(trim(kept));
}

}   // namespace

SegmentText::SegmentText(std::string_view text, std::uint64_t offset, const Separators& separators)
    : text_(text), offset_(offset), separators_(separators) {
    cut();
    place_loops();
}

void SegmentText::cut() {
    const auto is_gap = [&](char c) {
        return x12::is_blank(c) && c != separators_.terminator && c != separators_.element;
    };
    for (std::size_t at = 0; at < text_.size();) {
        while (at < text_.size() && is_gap(text_[at])) ++at;
        if (at == text_.size()) break;
        if (segments_.size() == most_segments) {
            whole_ = false;
            break;
        }
        const std::size_t terminator = std::min(text_.find(separators_.terminator, at), text_.size());
        std::size_t end = terminator;
        while (end > at && is_line_break(text_[end - 1])) --end;
        Segment& segment = segments_.emplace_back();
        segment.begin = static_cast<std::uint32_t>(at);
        segment.size = static_cast<std::uint32_t>(end - at);
        at = std::min(terminator + 1, text_.size());
        segment.end = static_cast<std::uint32_t>(at);
        read_id(segment);
    }
}

void SegmentText::read_id(Segment& segment) const {
    for (const char c : bytes_of(segment)) {
        if (c == separators_.element) return;
        if (x12::is_blank(c)) continue;
        if (segment.letter_count == sizeof segment.letters) break;
        segment.letters[segment.letter_count++] = c;
    }
    segment.letter_count = 0;   // no element, or no id: text that the reader passes over
}

void SegmentText::place_loops() {
    Loop loop = Loop::billing;
    bool has_service = false;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        Segment& segment = segments_[i];
        const std::string_view id = segment.id();
        const bool in_line = lines_ != 0 && loop != Loop::other_payer;
        if (id == "HL") {
            const std::string level = element(i, 3);
            if (level == "20") loop = Loop::billing;
            if (level == "22") loop = Loop::subscriber;
            if (level == "23") loop = Loop::patient;
        } else if (id == "CLM") {
            forget_stale(i);
            loop = Loop::claim;
        } else if (loop >= Loop::claim) {
            if (id == "LX") {
                ++lines_;
                loop = Loop::line;
                has_service = false;
            } else if (id == "SV1" || id == "SV2" || id == "SV3") {
                if (!in_line || has_service) {
                    ++lines_;
                    loop = Loop::line;
                }
                has_service = true;
            } else if (id == "SBR") {
                loop = Loop::other_payer;
            } else if (id == "NM1" && loop != Loop::other_payer) {
                loop = lines_ == 0 ? Loop::claim_party : Loop::line_party;
            } else if (id == "LIN" && in_line) {
                loop = Loop::drug;
            } else if (id == "SVD" && lines_ != 0) {
                loop = Loop::adjudication;
            }
        }
        segment.loop = loop;
        segment.line = static_cast<std::uint16_t>(std::min<std::size_t>(lines_, 0xFFFF));
    }
}

/// Of the loops before a claim those are its own that no later HL of their level, or of one above it, has ended.
void SegmentText::forget_stale(std::size_t claim) {
    Loop limit = Loop::claim;
    for (std::size_t i = claim; i-- > 0;) {
        Segment& segment = segments_[i];
        if (segment.loop >= limit)
            segment.loop = Loop::other_payer;
        else if (segment.id() == "HL")
            limit = segment.loop;
    }
}

std::vector<std::string> SegmentText::split(std::string_view text, char separator) const {
    std::vector<std::string> parts;
    while (parts.size() <= most_elements) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

std::string SegmentText::joined(const std::vector<std::string>& parts, char separator) const {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0) text += separator;
        text += parts[i];
    }
    return text;
}

std::string SegmentText::element(std::size_t segment, std::size_t index, std::size_t component) const {
    const Segment& from = segments_[segment];
    std::string_view found;
    if (from.edited != 0) {
        const auto& elements = edits_[from.edited - 1];
        if (index < elements.size()) found = elements[index];
    } else {
        std::string_view rest = bytes_of(from);
        for (; index != 0 && !rest.empty(); --index) {
            const std::size_t end = rest.find(separators_.element);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        if (index == 0) found = rest.substr(0, rest.find(separators_.element));
    }
    if (component == 0) return clean(found);
    const auto parts = split(found, separators_.component);
    return component <= parts.size() ? clean(parts[component - 1]) : std::string();
}

std::size_t SegmentText::element_count(std::size_t segment) const {
    const Segment& from = segments_[segment];
    if (from.edited != 0) return edits_[from.edited - 1].size();
    const std::string_view bytes = bytes_of(from);
    return 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), separators_.element));
}

SegmentText::Spot SegmentText::at(std::uint64_t offset) const {
    if (offset < offset_ || offset - offset_ >= text_.size()) return {};
    const auto byte = static_cast<std::uint32_t>(offset - offset_);
    auto found = std::upper_bound(segments_.begin(), segments_.end(), byte,
                                  [](std::uint32_t place, const Segment& one) { return place < one.begin; });
    if (found == segments_.begin()) return {};
    --found;
    if (byte >= found->begin + found->size) return {};
    const std::string_view before = text_.substr(found->begin, byte - found->begin);
    return {static_cast<std::size_t>(found - segments_.begin()),
            static_cast<std::size_t>(std::count(before.begin(), before.end(), separators_.element))};
}

bool SegmentText::set(std::size_t segment, std::size_t index, std::size_t component, std::string_view value) {
    Segment& to = segments_[segment];
    if (to.edited == 0) {
        std::vector<std::string> elements = split(bytes_of(to), separators_.element);
        if (elements.size() > most_elements || index >= most_elements) return false;
        edits_.push_back(std::move(elements));
        to.edited = static_cast<std::uint32_t>(edits_.size());
    }
    auto& elements = edits_[to.edited - 1];
    if (elements.size() <= index) elements.resize(index + 1);
    if (component == 0) {
        elements[index] = value;
        return true;
    }
    std::vector<std::string> parts = split(elements[index], separators_.component);
    if (parts.size() > most_elements) return false;
    if (parts.size() < component) parts.resize(component);
    const bool was_last = component == parts.size();
    parts[component - 1] = value;
    // What is taken away from the end leaves no separators behind; those that were there stay.
    while (was_last && parts.size() > 1 && parts.back().empty()) parts.pop_back();
    elements[index] = joined(parts, separators_.component);
    return true;
}

void SegmentText::insert(std::size_t position, unsigned rank, std::initializer_list<std::string_view> elements) {
    std::vector<std::string> parts(elements.begin(), elements.end());
    while (!parts.empty() && parts.back().empty()) parts.pop_back();
    const auto after = [](const Insertion& a, const Insertion& b) {
        return a.position != b.position ? a.position < b.position : a.rank < b.rank;
    };
    Insertion made{position, rank, joined(parts, separators_.element)};
    const auto where = std::upper_bound(insertions_.begin(), insertions_.end(), made, after);
    insertions_.insert(where, std::move(made));
    ++added_;
}

void SegmentText::remove(std::size_t segment) {
    if (segments_[segment].removed) return;
    segments_[segment].removed = true;
    --added_;
}

std::string SegmentText::now(const Segment& segment) const {
    return segment.edited == 0 ? std::string(bytes_of(segment))
                               : joined(edits_[segment.edited - 1], separators_.element);
}

/// New segments as they follow the one before `position`: on text lines of their own where the file has such.
std::string SegmentText::inserted_at(std::size_t position) const {
    const auto of = [](const Insertion& one, std::size_t at) { return one.position < at; };
    auto next = std::lower_bound(insertions_.begin(), insertions_.end(), position, of);
    if (next == insertions_.end() || next->position != position) return {};
    const Segment& last = segments_[position - 1];
    // What stands between segments, and between a segment and its terminator (CR LF, where LF is the terminator).
    const std::size_t second = position < segments_.size() ? position : std::max<std::size_t>(position - 1, 1);
    constexpr std::size_t most_gap = 64;
    std::string_view gap;
    if (second < segments_.size())
        gap = text_.substr(segments_[second - 1].end, segments_[second].begin - segments_[second - 1].end);
    if (gap.size() > most_gap) gap = {};
    const bool terminated = last.end != 0 && text_[last.end - 1] == separators_.terminator;
    std::string_view tail = text_.substr(last.begin + last.size, last.end - last.begin - last.size);
    tail = terminated && separators_.terminator == '\n' ? tail.substr(0, tail.size() - 1) : std::string_view();
    std::string text;
    for (; next != insertions_.end() && next->position == position; ++next) {
        if (!terminated) text += separators_.terminator;
        text.append(gap).append(next->text).append(tail);
        if (terminated) text += separators_.terminator;
    }
    return text;
}

std::vector<Splice> SegmentText::splices() const {
    std::vector<Splice> all;
    std::uint32_t behind = 0;   // the terminator of the segment before
    for (std::size_t i = 0; i <= segments_.size(); ++i) {
        std::string text = i == 0 ? std::string() : inserted_at(i);
        if (!text.empty()) all.push_back({offset_ + behind, 0, std::move(text)});
        if (i == segments_.size()) break;
        const Segment& segment = segments_[i];
        if (segment.removed) {
            all.push_back({offset_ + behind, segment.end - behind, {}});
        } else if (segment.edited != 0) {
            const std::string_view was = bytes_of(segment);
            const std::string is = now(segment);
            // Only what differs: all else keeps its bytes.
            const std::size_t common = std::min(was.size(), is.size());
            std::size_t front = 0, back = 0;
            while (front < common && was[front] == is[front]) ++front;
            while (back < common - front && was[was.size() - 1 - back] == is[is.size() - 1 - back]) ++back;
            if (was != is)
                all.push_back({offset_ + segment.begin + front, was.size() - front - back,
                               is.substr(front, is.size() - front - back)});
        }
        behind = segment.end;
    }
    return all;
}

void SegmentText::append_changes(std::string& out, std::string_view indent) const {
    const auto show = [&](const char* mark, std::string_view text) {
        out.append(indent).append(mark);
        append_printable(out, clean(text));
        out += '\n';
    };
    auto insertion = insertions_.begin();
    for (std::size_t i = 0; i <= segments_.size(); ++i) {
        for (; insertion != insertions_.end() && insertion->position == i; ++insertion) show("+ ", insertion->text);
        if (i == segments_.size()) break;
        const Segment& segment = segments_[i];
        const std::string is = now(segment);
        if (!segment.removed && is == bytes_of(segment)) continue;
        show("- ", bytes_of(segment));
        if (!segment.removed) show("+ ", is);
    }
}

}   // namespace deltoid

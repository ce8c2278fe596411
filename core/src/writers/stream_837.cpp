// SPDX-License-Identifier: Apache-2.0
// The walk beside the reader, and the bytes that go through.
#include "stream_837.hpp"

#include <algorithm>
#include <cstring>

#include "whole_number.hpp"

namespace deltoid {
namespace {

constexpr std::size_t longest_id = 3;

constexpr bool is_padding(char c) { return x12::is_blank(c) || c == '\0' || c == '\x1A'; }

}   // namespace

void Stream837::take(std::string_view bytes) {
    if (begin_ > bytes_.size() / 2) {
        bytes_.erase(0, begin_);
        begin_ = 0;
    }
    bytes_.append(bytes);
}

// --- claims ---------------------------------------------------------------------------------------------------------

SegmentText Stream837::claim_text(const Claim& claim, LoopsAbove& above) {
    const std::uint64_t begin = claim.regions.front().offset, end = begin + claim.source.size();
    walk(begin);
    give_up_loops(begin);
    know(claim.separators);
    // What comes behind the claim says which loops end with it.
    const std::string_view next = level_behind(end);
    const bool new_set = next.empty(), new_billing = new_set || next == "20",
               new_subscriber = new_billing || next == "22", new_patient = new_subscriber || next == "23";
    const auto own = [](const Above& loop, bool ends) {
        return loop.open && !loop.used && loop.begin != nowhere && ends;
    };
    above.has_patient = patient_.open;
    above.own_patient = own(patient_, new_patient);
    above.own_subscriber = own(subscriber_, new_subscriber);
    above.own_billing = own(billing_, new_billing);
    std::uint64_t from = begin;
    for (const Above* const loop : {&billing_, &subscriber_, &patient_})
        if (loop->open && !loop->used && loop->begin != nowhere) from = std::min(from, loop->begin);
    return {{at(from), static_cast<std::size_t>(end - from)}, from, claim.separators};
}

/// The level of the HL behind a claim; "" when something greater begins or nothing comes; "CLM" when it is no HL.
std::string_view Stream837::level_behind(std::uint64_t offset) const {
    const char* from = at(offset);
    const char* const end = bytes_.data() + bytes_.size();
    while (from != end && is_padding(*from) && *from != delimiters_.terminator) ++from;
    if (from == end) return {};
    const std::string_view rest(from, static_cast<std::size_t>(end - from));
    const std::string_view segment = rest.substr(0, rest.find(delimiters_.terminator));
    const std::string_view id = id_of(segment);
    if (id == "HL") return trim(element_of(segment, 3));
    const bool greater = id == "SE" || id == "ST" || id == "GE" || id == "GS" || id == "IEA" || id == "ISA";
    return greater ? std::string_view() : std::string_view("CLM");
}

void Stream837::pass(const Claim& claim, const SegmentText* text) {
    const std::uint64_t begin = claim.regions.front().offset, end = begin + claim.source.size();
    walk(begin);
    if (text != nullptr) {
        for (Splice& splice : text->splices()) splices_.push_back(std::move(splice));
        added_ += text->segments_added();
    }
    use_loops();
    know(claim.separators);
    walked_ = std::max(walked_, end);
}

/// The reader knows them: from here on both see the same file, whatever came before.
void Stream837::know(const Separators& separators) {
    delimiters_ = {separators.element, separators.component, separators.repetition, separators.terminator};
    inside_ = true;
    in_segment_ = false;
}

void Stream837::use_loops() { billing_.used = subscriber_.used = patient_.used = true; }

void Stream837::forget_loops() { billing_ = subscriber_ = patient_ = {}; }

// --- the walk -------------------------------------------------------------------------------------------------------

void Stream837::walk(std::uint64_t to) {
    walked_ = std::max(walked_, offset_);   // what was let go is settled
    if (walked_ == 0 && to >= 3 && offset_ == 0 && std::memcmp(at(0), "\xEF\xBB\xBF", 3) == 0) walked_ = 3;
    while (walked_ < to) {
        if (!inside_) {
            if (!find_header(to)) return;
            continue;
        }
        const char* const end = at(to);
        const char* begin = at(walked_);
        if (!in_segment_)
            while (begin != end && x12::is_blank(*begin) && *begin != delimiters_.terminator &&
                   *begin != delimiters_.element)
                ++begin;
        walked_ += static_cast<std::uint64_t>(begin - at(walked_));
        if (begin == end) return;
        if (!in_segment_ && other_interchange(begin)) continue;
        const void* const found = std::memchr(begin, delimiters_.terminator, static_cast<std::size_t>(end - begin));
        const std::uint64_t behind =
            found == nullptr ? to : walked_ + static_cast<std::uint64_t>(static_cast<const char*>(found) - begin);
        if (!in_segment_) segment(walked_, behind);
        in_segment_ = found == nullptr;
        walked_ = behind + (found == nullptr ? 0 : 1);
    }
}

void Stream837::begin_interchange(const char* from, const x12::Header& header) {
    delimiters_ = header.delimiters;
    inside_ = true;
    in_text_ = false;
    added_ = 0;
    forget_loops();
    walked_ += static_cast<std::uint64_t>(header.end - from);
}

/// An ISA without the IEA of the interchange before it.
bool Stream837::other_interchange(const char* begin) {
    const char* const end = bytes_.data() + bytes_.size();
    x12::Header header;
    if (*begin != 'I' || !x12::looks_like_isa(begin, end)) return false;
    if (x12::read_isa(begin, end, at_end_, header) != x12::Look::found) return false;
    begin_interchange(begin, header);
    return true;
}

/// As the reader finds it (x12_walk.hpp). False: no header before `to`.
bool Stream837::find_header(std::uint64_t to) {
    const char* const limit = at(to);
    const char* from = at(walked_);
    while (from != limit && is_padding(*from)) ++from;
    walked_ += static_cast<std::uint64_t>(from - at(walked_));
    if (from == limit) return false;
    const char* const end = bytes_.data() + bytes_.size();
    x12::Header header;
    x12::Look look = x12::read_isa(from, end, at_end_, header);
    if (look == x12::Look::not_here && !in_text_) look = x12::read_bare(from, end, at_end_, header);
    if (look == x12::Look::found) {
        begin_interchange(from, header);
        return true;
    }
    if (look == x12::Look::need_more) return false;
    in_text_ = true;
    const char* next = from;
    do {
        const void* const found = std::memchr(next + 1, 'I', static_cast<std::size_t>(limit - next - 1));
        next = found == nullptr ? limit : static_cast<const char*>(found);
    } while (next != limit && !x12::looks_like_isa(next, end));
    walked_ += static_cast<std::uint64_t>(next - from);
    return next != limit;
}

std::string_view Stream837::id_of(std::string_view segment) const {
    return trim(segment.substr(0, std::min(segment.find(delimiters_.element), longest_id + 2)));
}

std::string_view Stream837::element_of(std::string_view segment, std::size_t index) const {
    for (; index != 0; --index) {
        const std::size_t end = segment.find(delimiters_.element);
        if (end == std::string_view::npos) return {};
        segment.remove_prefix(end + 1);
    }
    return segment.substr(0, segment.find(delimiters_.element));
}

void Stream837::segment(std::uint64_t begin, std::uint64_t end) {
    const std::string_view text(at(begin), static_cast<std::size_t>(end - begin));
    const std::string_view id = id_of(text);
    if (id == "HL") {
        level(trim(element_of(text, 3)), begin);
    } else if (id == "CLM") {
        use_loops();   // of a kind that is not read, or too large
    } else if (id == "ST") {
        forget_loops();
        added_ = 0;
    } else if (id == "SE") {
        settle_count(begin, end);
        forget_loops();
    } else if (id == "IEA") {
        inside_ = false;
        forget_loops();
    }
}

/// A new HL forgets everything below it.
void Stream837::level(std::string_view code, std::uint64_t begin) {
    if (code == "23") {
        patient_ = {begin, true, false};
        return;
    }
    if (code == "22") {
        subscriber_ = {begin, true, false};
    } else if (code == "20") {
        billing_ = {begin, true, false};
        subscriber_ = {};
    } else {
        return;
    }
    patient_ = {};
}

/// SE01 counts the segments from ST to SE. One that was wrong stays wrong by as many.
void Stream837::settle_count(std::uint64_t begin, std::uint64_t end) {
    const std::int64_t added = added_;
    added_ = 0;
    if (added == 0) return;
    const std::string_view text(at(begin), static_cast<std::size_t>(end - begin));
    const std::string_view sent = element_of(text, 1);
    const std::string_view count = trim(sent);
    if (!is_whole_number(count)) return;
    const std::int64_t now = static_cast<std::int64_t>(whole_number(count)) + added;
    if (now < 0) return;
    std::string digits = std::to_string(now);
    if (count.front() == '0' && digits.size() < count.size()) digits.insert(0, count.size() - digits.size(), '0');
    splices_.push_back(
        {begin + static_cast<std::uint64_t>(count.data() - text.data()), count.size(), std::move(digits)});
}

// --- what goes ------------------------------------------------------------------------------------------------------

std::uint64_t Stream837::held_from(std::uint64_t read_to) const {
    std::uint64_t from = read_to;
    for (const Above* const loop : {&billing_, &subscriber_, &patient_})
        if (loop->open && !loop->used) from = std::min(from, loop->begin);
    return from;
}

/// Nobody's from here on: a fix of a loop that begins so far away is refused, in whatever pieces the bytes come.
void Stream837::give_up_loops(std::uint64_t before) {
    for (Above* const loop : {&billing_, &subscriber_, &patient_})
        if (loop->open && loop->begin != nowhere && before - loop->begin > most_held) loop->begin = nowhere;
}

void Stream837::let_go(std::uint64_t read_to, std::string& out) {
    walk(read_to);
    give_up_loops(read_to);
    write_to(at_end_ ? taken() : held_from(read_to), out);
}

void Stream837::write_to(std::uint64_t to, std::string& out) {
    for (; next_splice_ < splices_.size(); ++next_splice_) {
        const Splice& splice = splices_[next_splice_];
        if (splice.offset + splice.length > to || (splice.offset == to && !at_end_)) break;
        const auto before = static_cast<std::size_t>(splice.offset - offset_);
        out.append(bytes_, begin_, before).append(splice.text);
        begin_ += before + static_cast<std::size_t>(splice.length);
        offset_ = splice.offset + splice.length;
    }
    if (next_splice_ == splices_.size()) {
        splices_.clear();
        next_splice_ = 0;
    }
    if (to <= offset_) return;
    const auto rest = static_cast<std::size_t>(to - offset_);
    out.append(bytes_, begin_, rest);
    begin_ += rest;
    offset_ = to;
}

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Bytes to resources: long texts shortened, pieces cut, references remembered, what waits let go in order.
//
// A claim of a Bundle may refer to what stands behind it. It waits, with all that follows, until the Bundle ends or has
// grown over the size of one claim, or 5,000 wait; then it is read with what is known. So memory is bounded, and what
// is said does not depend on how the bytes came.
#include "readers/fhir_stream.hpp"

#include <algorithm>
#include <cstring>

#include "readers/reader.hpp"

namespace deltoid {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Of what cannot be read this much is looked at for its type and id.
constexpr std::size_t search_room = std::size_t{64} << 10;
/// Resources that wait at one time: what is said of all of them is said at once, and must not be too much either.
constexpr std::size_t waiting_limit = 5'000;
/// A cut behind so many plain characters falls into no escape and no character of several bytes.
constexpr std::size_t longest_escape = 6;

/// What an entry holds, or the resource itself.
FhirElement resource_in(FhirElement element) {
    if (element["resourceType"]) return element;
    const FhirElement inner = element["resource"];
    return inner ? inner : element;
}

bool holds_resources(std::string_view type) { return type == "Bundle" || type == "Parameters"; }

}   // namespace

// Long texts.

void LongTexts::append(std::string& to, std::string_view bytes) {
    const std::size_t before = to.size();
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    const char* kept_from = at;   // kept, but not yet appended
    const auto flush = [&](const char* until) {
        to.append(kept_from, static_cast<std::size_t>(until - kept_from));
        kept_from = until;
    };
    while (at < end) {
        if (!in_text_) {
            at = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
            if (at == nullptr) break;
            ++at;
            in_text_ = true;
            escaped_ = false;
            size_ = plain_ = 0;
            continue;
        }
        const char c = *at;
        const bool ends = !escaped_ && c == '"';
        if (ends || c == '\n') {   // no text runs over the end of its line
            if (removing_) {
                removed_ += static_cast<std::uint64_t>(at - kept_from);
                kept_from = at;
                removing_ = false;
                gaps_.push_back({kept_ + (to.size() - before), removed_});
            }
            in_text_ = false;
            ++at;
            continue;
        }
        escaped_ = !escaped_ && c == '\\';
        plain_ = c == '\\' || static_cast<unsigned char>(c) >= 0x80 ? 0 : plain_ + 1;
        if (++size_ > text_limit && !removing_ && plain_ > longest_escape) {
            flush(at);
            removing_ = true;
        }
        ++at;
    }
    if (removing_)
        removed_ += static_cast<std::uint64_t>(end - kept_from);
    else
        flush(end);
    kept_ += to.size() - before;
}

std::uint64_t LongTexts::original(std::uint64_t at) const {
    std::uint64_t removed = forgotten_;
    for (const Gap& gap : gaps_)
        if (gap.at <= at) removed = gap.removed;
    return at + removed;
}

void LongTexts::forget(std::uint64_t at) {
    std::size_t done = 0;
    while (done < gaps_.size() && gaps_[done].at <= at) forgotten_ = gaps_[done++].removed;
    gaps_.erase(gaps_.begin(), gaps_.begin() + static_cast<std::ptrdiff_t>(done));
}

// Pieces.

FhirStream::FhirStream(Taker& taker) : taker_(taker), cutter_(claim_size_limit, "entry") {}

void FhirStream::read(std::string_view bytes) {
    long_texts_.append(held_, bytes);
    drain(false);
}

void FhirStream::end() {
    drain(true);
    let_go();
}

void FhirStream::drain(bool last) {
    if (!begun_) {
        if (!last && held_.size() < byte_order_mark.size()) return;
        if (held_.starts_with(byte_order_mark)) cutter_.skip(byte_order_mark.size());
        begun_ = true;
    }
    for (;;) {
        const Piece piece = cutter_.next(held_, held_from_, last);
        if (piece.cut == Cut::none) break;
        tell(piece);
    }
    const std::uint64_t needed = cutter_.needed_from();
    const auto done = static_cast<std::size_t>(needed - held_from_);
    if (2 * done < held_.size()) return;   // moved seldom enough to cost nothing
    held_.erase(0, done);
    held_from_ = needed;
    long_texts_.forget(cutter_.told_from());
}

void FhirStream::tell(const Piece& piece) {
    if (piece.cut == Cut::stray || piece.cut == Cut::comma || piece.cut == Cut::open_list) {
        Piece found = piece;   // its bytes may be gone: a stray text of any length is not held
        found.begin = long_texts_.original(piece.begin);
        return taker_.file_defect(found, cutter_.stray_text());
    }
    const auto begin = static_cast<std::size_t>(piece.begin - held_from_);
    take(piece, std::string_view(held_).substr(begin, static_cast<std::size_t>(piece.end - piece.begin)));
}

void FhirStream::take(const Piece& piece, std::string_view text) {
    FhirPlace place{long_texts_.original(piece.begin), piece.text_line, false, 0};
    if (!cutter_.in_list()) {
        let_go();
        waits_ = false;
    } else {
        if (cutter_.lists() != list_) {
            let_go();
            list_ = cutter_.lists();
            list_begin_ = piece.begin;
            entry_ = 0;
            waits_ = true;
            directory_.clear();
            bundles_ = bundles_ || cutter_.in_object();
        }
        place.in_bundle = cutter_.in_object();
        place.entry = entry_++;
        if (piece.end - list_begin_ > claim_size_limit || waiting_.size() == waiting_limit) {
            let_go();
            waits_ = false;
        }
    }
    const bool whole = piece.cut == Cut::claim;
    const std::size_t at = tape_.read(whole ? text : text.substr(0, search_room));
    if (whole && at == no_json_error && !tape_.full() && tape_.root().kind() == JsonKind::object)
        take_readable(text, place);
    else
        take_defect(text, place, defect_of(piece, text, at));
}

void FhirStream::take_readable(std::string_view text, const FhirPlace& place) {
    const FhirElement root = tape_.root();
    const FhirElement resource = resource_in(root);
    if (!resource["resourceType"]) {
        if (!place.in_bundle) take_defect(text, place, {FhirDefect::Why::no_type, 0, 0, JsonKind::object});
        return;   // an entry may hold no more than a request or a response
    }
    remember(resource, root["fullUrl"].text());
    const std::string_view type = resource["resourceType"].text();
    if (!taker_.wants(type) && !holds_resources(type)) return;
    if (!waiting_.empty() || !visit(root, place, waits_)) wait(text, place);
}

void FhirStream::remember(FhirElement element, std::string_view full_url) {
    const std::string_view type = element["resourceType"].text();
    if (holds_resources(type)) {
        for (const FhirElement entry : element.either("entry", "parameter").each())
            remember(resource_in(entry), entry["fullUrl"].text());
        return;
    }
    if (!directory_.remember(element, full_url)) taker_.directory_full();
}

/// False: what it holds wants to wait. In a Bundle within an entry nothing has to: all of it is remembered.
bool FhirStream::visit(FhirElement element, FhirPlace place, bool may_wait) {
    const FhirElement resource = resource_in(element);
    const std::string_view type = resource["resourceType"].text();
    if (!holds_resources(type))
        return !taker_.wants(type) || taker_.resource(resource, place, directory_, tape_, may_wait);
    bundles_ = true;
    place.entry = 0;
    place.in_bundle = type == "Bundle";
    for (const FhirElement entry : resource.either("entry", "parameter").each()) {
        static_cast<void>(visit(entry, place, false));
        ++place.entry;
    }
    return true;
}

void FhirStream::wait(std::string_view text, const FhirPlace& place) {
    waiting_text_.append(text);
    waiting_.push_back({place, waiting_text_.size(), true, {}});
}

void FhirStream::let_go() {
    std::size_t begin = 0;
    for (const Waiting& one : waiting_) {
        const std::string_view text = std::string_view(waiting_text_).substr(begin, one.end - begin);
        begin = one.end;
        static_cast<void>(tape_.read(text));
        if (one.readable)
            static_cast<void>(visit(tape_.root(), one.place, false));
        else
            tell_defect(one.place, one.defect);
    }
    waiting_.clear();
    waiting_text_.clear();
}

// What cannot be read.

FhirDefect FhirStream::defect_of(const Piece& piece, std::string_view text, std::size_t at) const {
    using Why = FhirDefect::Why;
    FhirDefect defect{Why::not_json, long_texts_.original(piece.end), piece.end_line, JsonKind::nothing};
    switch (piece.cut) {
        case Cut::too_deep:
            defect.why = Why::too_deep;
            break;
        case Cut::too_large:
            defect.why = Why::too_large;
            break;
        case Cut::incomplete:
            defect.why = Why::cut_short;
            break;
        case Cut::claim:
            if (at != no_json_error) {
                defect.byte = long_texts_.original(piece.begin + at);
                defect.row = piece.text_line + static_cast<std::uint32_t>(std::count(
                                                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
            } else if (tape_.full()) {
                defect.why = Why::too_many_values;
            } else {
                defect.why = Why::no_object;
                defect.found = tape_.root().kind();
            }
            break;
        default:
            break;
    }
    return defect;
}

/// The tape holds its beginning.
void FhirStream::take_defect(std::string_view text, const FhirPlace& place, const FhirDefect& defect) {
    if (waiting_.empty()) return tell_defect(place, defect);
    wait(text.substr(0, search_room), place);
    waiting_.back().readable = false;
    waiting_.back().defect = defect;
}

void FhirStream::tell_defect(const FhirPlace& place, const FhirDefect& defect) {
    const FhirElement resource = resource_in(tape_.root());
    const std::string_view type = resource["resourceType"].text();
    if (type.empty() || taker_.wants(type))
        taker_.unreadable(type, resource["id"].text(), place, defect);
    else
        taker_.lost(type, place, defect);
}

}   // namespace deltoid

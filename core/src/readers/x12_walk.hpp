// SPDX-License-Identifier: Apache-2.0
// The walk over the segments of an input: headers into the File, loops into the State, claims into the ClaimBuilder.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "arena.hpp"
#include "readers/reader.hpp"
#include "x12_above.hpp"
#include "x12_claim.hpp"
#include "x12_file.hpp"
#include "x12_scan.hpp"
#include "x12_segments.hpp"
#include "x12_sketch.hpp"

namespace deltoid::x12 {

/// What a walk works with.
struct Tools {
    State& state;
    Speaker& speaker;
    ClaimBuilder& builder;
    Arena& clean_bytes;    ///< elements of the claim without the line breaks in them
    Sink* sink;            ///< null in a light walk
    ClaimSketch& sketch;   ///< for a light walk only
};

/// One call of read() or end(). `light`: it counts what a full walk reads, and says nothing.
template <bool light>
class Walk {
public:
    /// `bytes` lie at `offset` of the input. `at_end`: nothing comes behind them.
    Walk(const Tools& tools, std::span<const char> bytes, std::uint64_t offset, bool at_end)
        : state_(tools.state),
          builder_(tools.builder),
          clean_bytes_(tools.clean_bytes),
          sink_(tools.sink),
          sketch_(tools.sketch),
          file_(tools.state, tools.speaker),
          loops_(tools.state, file_, changes_),
          begin_(bytes.data()),
          end_(bytes.data() + bytes.size()),
          offset_(offset),
          at_end_(at_end),
          big_(light || bytes.size() >= claim_size_limit),
          last_end_(begin_) {}

    /// Reads what is complete and returns the first byte it is not done with.
    const char* run() {
        const char* at = begin_;
        if (!state_.in_claim) loops_.open_stretch(at, place_of(at));
        while (!cut_ && step(at)) {
        }
        return at;
    }

    /// Ends the claim that is open when the input or the block ends, and says how it ended.
    File::End end() {
        const bool held = state_.in_claim && !state_.oversized;
        const File::End end{state_.in_claim, held ? builder_.claim.id : std::string_view(), unterminated_};
        end_claim();
        return end;
    }

    /// Light: stops before the first subscriber's HL at or behind `byte`.
    void cut_behind(const char* byte) { cut_behind_ = byte; }
    [[nodiscard]] bool cut() const { return cut_; }

private:
    using Phase = State::Phase;
    using Loop = State::Loop;

    [[nodiscard]] std::uint64_t offset_of(const char* byte) const {
        return offset_ + static_cast<std::uint64_t>(byte - begin_);
    }

    [[nodiscard]] Place place_of(const char* byte) const { return {offset_of(byte), state_.segment, state_.text_line}; }
    [[nodiscard]] Place place_of_segment(const char* begin) const {
        return {offset_of(begin), state_.segment, text_line_};
    }

    /// True: something was passed, and the next step may pass more.
    bool step(const char*& at) {
        if (state_.endless) return pass_endless(at);
        return state_.phase == Phase::inside ? read_segments(at) : find_header(at);
    }

    // --- between interchanges -------------------------------------------------------------------------------------

    bool find_header(const char*& at) {
        if (state_.phase == Phase::start && !begin_file(at)) return false;
        at = pass_padding(at);
        if (at == end_) return false;
        Header header;
        Look look = read_isa(at, end_, at_end_, header);
        // Behind text a GS or ST is text as well: where the text ends is not known.
        if (look == Look::not_here && !state_.in_text) look = read_bare(at, end_, at_end_, header);
        if (look == Look::need_more) return false;
        if (look == Look::not_here) return pass_garbage(at);
        begin_interchange(at, header);
        at = header.end;
        return true;
    }

    /// What a file begins with says what it is: enough of it must be there.
    bool begin_file(const char*& at) {
        constexpr std::ptrdiff_t enough = 64;
        if (end_ - at < enough && !at_end_) return false;
        const std::string_view first(at, static_cast<std::size_t>(std::min(end_ - at, enough)));
        if (first.substr(0, 3) == "\xEF\xBB\xBF") {
            state_.byte_order_mark = true;
            at += 3;
        }
        state_.first_bytes = ShortText(std::string_view(at, static_cast<std::size_t>(std::min(end_ - at, enough))));
        state_.phase = Phase::between;
        return true;
    }

    /// Blanks, and what old systems fill files up with.
    static constexpr bool is_padding(char c) { return is_blank(c) || c == '\0' || c == '\x1A'; }

    const char* pass_padding(const char* at) {
        while (at != end_ && is_padding(*at)) state_.text_line += *at++ == '\n' ? 1U : 0U;
        return at;
    }

    /// Where the last segment ends when it has no terminator.
    [[nodiscard]] const char* without_padding(const char* from) const {
        const char* end = end_;
        while (end != from && end[-1] != state_.delimiters.terminator && is_padding(end[-1])) --end;
        return end;
    }

    /// Text before or between interchanges: on to the next byte that an ISA could begin with.
    bool pass_garbage(const char*& at) {
        file_.text_between(place_of(at));
        state_.in_text = true;
        const char* p = at + 1;
        while (p != end_) {
            p = static_cast<const char*>(std::memchr(p, 'I', static_cast<std::size_t>(end_ - p)));
            if (p == nullptr) p = end_;
            if (p == end_ || end_ - p < 4 || looks_like_isa(p, end_)) break;
            ++p;
        }
        state_.text_line += static_cast<std::uint32_t>(std::count(at, p, '\n'));
        at = p;
        return p != end_ && (at_end_ || end_ - p >= 4);
    }

    void begin_interchange(const char* at, const Header& header) {
        file_.begin_interchange(header, place_of(at));
        loops_.forget_stretch();
        state_.in_text = false;
        if (header.end == at) return;   // bare: its first segment is still to be read
        state_.text_line += static_cast<std::uint32_t>(std::count(at, header.end, '\n'));
        last_end_ = header.end;
        state_.end = {offset_of(header.end), state_.segment, state_.text_line};
        ++state_.segment;
    }

    // --- inside ---------------------------------------------------------------------------------------------------

    /// Passes the rest of a segment that is over the limit.
    bool pass_endless(const char*& at) {
        if (at == end_) return false;
        const void* found = std::memchr(at, state_.delimiters.terminator, static_cast<std::size_t>(end_ - at));
        const char* to = found != nullptr ? static_cast<const char*>(found) + 1 : end_;
        state_.text_line += static_cast<std::uint32_t>(std::count(at, to, '\n'));
        at = to;
        if (found == nullptr) return false;
        last_end_ = to;
        state_.end = {offset_of(to), state_.segment, state_.text_line};
        ++state_.segment;
        state_.endless = false;
        return true;
    }

    /// Reads on until the bytes end or something else begins.
    bool read_segments(const char*& at) {
        const char* const end = at_end_ ? without_padding(at) : end_;
        Scanner scanner(at, end, state_.delimiters, state_.text_line);
        if (at_end_) scanner.accept_unterminated();
        const char element = state_.delimiters.element;
        choose();
        for (;;) {
            const char* const begin = scanner.begin();
            text_line_ = state_.text_line;   // a line end that is the terminator counts from the next segment on
            if (begin == end) [[unlikely]] {
                unterminated_ = scanner.unterminated();
                at = begin;
                return wait_for_more(at);
            }
            Kind kind = kind_of(id_at(begin, end, element));
            if (kind <= Kind::isa) [[unlikely]] {
                at = begin;
                const Look look = other_interchange(at);
                if (look == Look::found) return true;
                if (look == Look::need_more) return wait_for_more(at);
            }
            const bool wanted = (wanted_ & bit(kind)) != 0 && wants(kind, begin);
            if (!(wanted ? scanner.split(elements_) : scanner.skip())) [[unlikely]] {
                at = begin;
                return wait_for_more(at);
            }
            if (big_ && !within_limits(begin, scanner.segment_end(), kind)) [[unlikely]] {
                at = begin;
                return true;
            }
            if (kind == Kind::unknown) [[unlikely]]
                kind = look_closer(begin, scanner.segment_end());
            if ((wanted_ & bit(kind)) == 0 || !wanted) {
                if (scanner.odd()) [[unlikely]]
                    note_odd_bytes(begin, scanner.segment_end());
                if (light && state_.in_claim && !state_.oversized) sketch_.segment(kind);
                last_end_ = scanner.position();
                ++state_.segment;
                continue;
            }
            segment_ = {begin, scanner.segment_end(), place_of_segment(begin)};
            if (kind <= Kind::iea) [[unlikely]] {
                if (light && kind == Kind::hl && cuts(begin, scanner.odd())) {
                    at = begin;
                    return false;
                }
                if (ends_claim(kind)) end_claim();
                if (kind == Kind::clm) file_.begin_claims();
            }
            if (scanner.odd()) [[unlikely]]
                clean();
            if (!light && state_.in_claim)
                read_claim_segment(kind);
            else
                read_segment(kind);
            if (scanner.odd()) [[unlikely]]
                changes_.clear();
            last_end_ = scanner.position();
            ++state_.segment;
            if (kind == Kind::iea) [[unlikely]] {
                unterminated_ = scanner.unterminated();
                at = last_end_;
                note_end(at);
                return true;
            }
        }
    }

    /// The bytes end inside a segment or a claim: goes back to the begin of the claim. A claim or segment over the
    /// limit is given up instead.
    bool wait_for_more(const char*& at) {
        note_end(at);
        if (at_end_) return false;
        if (big_ && state_.in_claim && !state_.oversized && over_limit(end_)) give_up_claim();
        if (big_ && static_cast<std::size_t>(end_ - at) >= claim_size_limit) {
            give_up_segment(at, kind_of(id_at(at, end_, state_.delimiters.element)));
            return true;
        }
        if (light || !state_.in_claim || state_.oversized) return false;
        at = claim_begin_;
        state_.in_claim = false;
        state_.segment = state_.claim_place.segment;
        state_.text_line = state_.claim_place.text_line;
        state_.empty_segments = empty_before_claim_;
        return false;
    }

    /// Where the last segment ended, when the next one would begin at `at`.
    void note_end(const char* at) {
        if (last_end_ != begin_)
            state_.end = {offset_of(last_end_), state_.segment - 1,
                          text_line_ - static_cast<std::uint32_t>(std::count(last_end_, at, '\n'))};
    }

    [[nodiscard]] bool over_limit(const char* to) const {
        return offset_of(to) - state_.claim_place.offset >= claim_size_limit;
    }

    void give_up_claim() {
        file_.give_up_claim(state_.claim_place);
        clean_bytes_.clear();
        choose();
    }

    void give_up_segment(const char* begin, Kind kind) {
        if (ends_claim(kind)) end_claim();
        if (kind == Kind::clm && state_.reading_claims) file_.give_up_claim(place_of_segment(begin));
        file_.give_up_segment(place_of_segment(begin));
        state_.text_line = text_line_;   // counted as it is passed
    }

    /// Claims and segments over the limit are given up at the byte that passes it, whatever came in one piece.
    bool within_limits(const char* begin, const char* end, Kind kind) {
        if (state_.in_claim && !state_.oversized && over_limit(end)) give_up_claim();
        if (static_cast<std::size_t>(end - begin) < claim_size_limit) return true;
        note_end(begin);
        give_up_segment(begin, kind);
        return false;
    }

    // --- one segment ----------------------------------------------------------------------------------------------

    static constexpr Kinds envelope_kinds =
        bits(Kind::unknown, Kind::st, Kind::se, Kind::gs, Kind::ge, Kind::iea, Kind::bht);
    static constexpr Kinds claim_kinds =
        bits(Kind::lx, Kind::sv1, Kind::sv2, Kind::sv3, Kind::sbr, Kind::nm1, Kind::prv, Kind::ref, Kind::dtp, Kind::hi,
             Kind::nte, Kind::lin, Kind::ctp, Kind::mea, Kind::svd);
    static constexpr Kinds loop_kinds = bits(Kind::nm1, Kind::prv, Kind::sbr, Kind::pat, Kind::dmg, Kind::n4);

    /// Which kinds are read where the walk stands now; all others are passed over unseen.
    void choose() {
        wanted_ = envelope_kinds;
        if (!state_.reading_claims) return;
        wanted_ |= bits(Kind::hl, Kind::clm);
        if (state_.in_claim) {
            if (!light && !state_.oversized) wanted_ |= claim_kinds;
        } else {
            // A block begins with a subscriber's HL: of what stands above a claim only the billing provider goes on.
            wanted_ |= light && state_.loop != Loop::billing ? bit(Kind::nm1) : loop_kinds;
        }
    }

    /// Most references and dates are not read: their qualifier shows it before the elements are taken down.
    [[nodiscard]] bool wants(Kind kind, const char* begin) const {
        if ((bit(kind) & bits(Kind::ref, Kind::dtp, Kind::n4)) == 0) return true;
        if (kind == Kind::n4) return state_.party == State::Party::payer;
        if (end_ - begin < 8) return true;   // looked at again with its elements
        const char element = state_.delimiters.element;
        if (kind == Kind::ref) return begin[6] != element || builder_.takes_reference(begin[4], begin[5]);
        if (begin[7] != element) return true;
        // 472, the day of service; 434, what the statement of an institution covers.
        return begin[4] == '4' && ((begin[5] == '7' && begin[6] == '2') || (begin[5] == '3' && begin[6] == '4'));
    }

    void read_segment(Kind kind) {
        switch (kind) {
            case Kind::clm:
                return claim();
            case Kind::hl:
                loops_.hierarchy(elements_, segment_);
                return choose();
            case Kind::nm1:
                return loops_.party(elements_, segment_);
            case Kind::sbr:
                return loops_.subscriber(elements_, segment_);
            case Kind::dmg:
                return loops_.demographics(elements_, segment_);
            case Kind::prv:
                return loops_.taxonomy(elements_, segment_);
            case Kind::n4:
                return loops_.address(elements_, segment_);
            case Kind::pat:
                return loops_.patient(elements_, segment_);
            default:
                return envelope(kind);
        }
    }

    void read_claim_segment(Kind kind) {
        switch (kind) {
            case Kind::lx:
                return builder_.line(elements_, segment_);
            case Kind::sv1:
                return builder_.service(elements_, segment_);
            case Kind::dtp:
                return builder_.date(elements_, segment_);
            case Kind::ref:
                return builder_.reference(elements_, segment_);
            case Kind::nm1:
                return builder_.party(elements_, segment_);
            case Kind::prv:
                return builder_.taxonomy(elements_);
            case Kind::hi:
                return builder_.diagnoses(elements_, segment_);
            case Kind::lin:
                return builder_.drug(elements_, segment_);
            case Kind::ctp:
                return builder_.drug_quantity(elements_, segment_);
            case Kind::nte:
                return builder_.note(elements_);
            case Kind::mea:
                return builder_.measurement(elements_);
            case Kind::sbr:
                return builder_.other_payer(segment_);
            case Kind::svd:
                return builder_.adjudication();
            case Kind::sv2:
                return builder_.institutional_service(elements_, segment_);
            case Kind::sv3:
                return builder_.foreign_service(segment_);
            default:
                return envelope(kind);   // BHT where none belongs
        }
    }

    bool note_odd_bytes(const char* begin, const char* end) {
        const Place place = place_of_segment(begin);
        return file_.odd_bytes({begin, static_cast<std::size_t>(end - begin)}, place);
    }

    /// A segment with odd bytes: line breaks are taken out of it, for no value holds one.
    void clean() {
        changes_.clear();
        if (!note_odd_bytes(segment_.begin, segment_.end)) return;
        if (!state_.in_claim) clean_bytes_.clear();
        text_.clear();
        for (const char* p = segment_.begin; p != segment_.end; ++p)
            if (*p != '\r' && *p != '\n') text_ += *p;
        Elements clean_elements;
        clean_elements.split(clean_bytes_.keep(text_), state_.delimiters.element);
        Place place = segment_.place;
        const char* counted = segment_.begin;
        for (std::size_t i = 0; i < clean_elements.count(); ++i) {
            const char* sent = elements_[i].data();
            place.offset = offset_of(sent);
            place.text_line += static_cast<std::uint32_t>(std::count(counted, sent, '\n'));
            counted = sent;
            if (!clean_elements[i].empty()) changes_.push_back({clean_elements[i], place});
        }
        elements_ = clean_elements;
        if (state_.in_claim)
            for (const Changed& change : changes_) builder_.add_changed(change);
    }

    /// An ISA without the IEA of the interchange before it, maybe with other separators.
    Look other_interchange(const char*& at) {
        if (!looks_like_isa(at, end_)) return Look::not_here;
        Header header;
        const Look look = read_isa(at, end_, at_end_, header);
        if (look != Look::found) return look;
        end_claim();
        begin_interchange(at, header);
        at = header.end;
        return look;
    }

    /// Not an id that is known here: one that a line end breaks, an empty segment, or text.
    Kind look_closer(const char* begin, const char* end) {
        if (begin == end) {
            ++state_.empty_segments;
            return Kind::other;
        }
        const Kind kind = kind_of(id_without_breaks(elements_[0]));
        if (kind == Kind::unknown || kind == Kind::isa) {
            file_.unknown_segment(elements_[0], place_of_segment(begin));
            return Kind::other;
        }
        return kind;
    }

    static std::uint32_t id_without_breaks(std::string_view text) {
        std::array<char, 3> letters{};
        std::size_t size = 0;
        for (const char c : text) {
            if (is_blank(c)) continue;
            if (size == letters.size()) return 0;
            letters[size++] = c;
        }
        return id_of({letters.data(), size});
    }

    // --- headers and trailers -------------------------------------------------------------------------------------

    void envelope(Kind kind) {
        if (kind == Kind::other) return;
        const Place& place = segment_.place;
        if (kind != Kind::bht) loops_.close_stretch(segment_.begin);
        switch (kind) {
            case Kind::st:
                file_.begin_set(elements_, place);
                break;
            case Kind::se:
                file_.end_set(elements_, place);
                break;
            case Kind::gs:
                file_.begin_group(elements_, place);
                break;
            case Kind::ge:
                file_.end_group(elements_, place);
                break;
            case Kind::iea:
                file_.end_interchange(elements_, place);
                break;
            case Kind::bht:
                file_.hierarchy(elements_);
                break;
            default:
                break;
        }
        choose();
    }

    /// Light: whether the cut falls on this HL. A block must end where a claim does, and nothing may be said of the HL
    /// that belongs to the next one.
    bool cuts(const char* begin, bool odd) {
        if (cut_behind_ == nullptr || begin < cut_behind_ || odd) return false;
        if (trim(elements_[3]) != "22") return false;
        // A header without ISA is told by the segment behind it: both must stand in one block.
        if (state_.pending.bare && state_.loop == Loop::none) return false;
        end_claim();
        state_.text_line = text_line_;   // the HL is still to be read
        cut_ = true;
        return true;
    }

    // --- a claim --------------------------------------------------------------------------------------------------

    void claim() {
        loops_.close_stretch(segment_.begin);
        const std::string_view place = elements_[5];
        if (place.size() > 2 && place[2] != state_.delimiters.component)
            file_.look_for_component(place, segment_.place);
        state_.in_claim = true;
        state_.claim_place = segment_.place;
        claim_begin_ = segment_.begin;
        empty_before_claim_ = state_.empty_segments;
        choose();
        if constexpr (light) {
            sketch_ = {};
        } else {
            builder_.begin(
                elements_, segment_, state_.delimiters,
                {state_.billing, state_.subscriber, state_.patient,
                 state_.loop == Loop::subscriber || state_.loop == Loop::patient, state_.loop == Loop::patient});
            for (const Changed& change : changes_) builder_.add_changed(change);
        }
    }

    /// Hands the claim over, which ends where the last segment did.
    void end_claim() {
        if (!state_.in_claim) return;
        state_.in_claim = false;
        choose();
        if (state_.oversized) {
            state_.oversized = false;
            return;
        }
        if constexpr (light) {
            if (file_.content_of_claim(sketch_.content(), state_.claim_place) == Content::dental) return;
            ++state_.claims;
            state_.lines += sketch_.lines;
        } else {
            const Content content = file_.content_of_claim(builder_.content(), state_.claim_place);
            if (content != Content::dental) {
                builder_.finish(last_end_, content);
                builder_.claim.index = static_cast<std::uint32_t>(state_.claims++);
                state_.lines += builder_.claim.lines.size();
                sink_->claim(builder_.claim, builder_.troubles);
            }
            clean_bytes_.clear();
        }
    }

    State& state_;
    ClaimBuilder& builder_;
    Arena& clean_bytes_;
    Sink* sink_;
    ClaimSketch& sketch_;
    File file_;
    LoopReader loops_;
    const char* const begin_;
    const char* const end_;
    const std::uint64_t offset_;
    const bool at_end_;
    const bool big_;         ///< something may be over the limit (a light walk does not keep a claim whole)
    const char* last_end_;   ///< behind the last segment
    Kinds wanted_ = 0;
    const char* claim_begin_ = nullptr;
    std::uint32_t text_line_ = 1;   ///< of the segment at hand
    std::uint32_t empty_before_claim_ = 0;
    const char* cut_behind_ = nullptr;
    bool cut_ = false;
    bool unterminated_ = false;
    Elements elements_;
    Segment segment_;
    std::vector<Changed> changes_;   ///< of the segment at hand
    std::string text_;
};

}   // namespace deltoid::x12

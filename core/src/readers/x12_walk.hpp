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
#include "x12_claim.hpp"
#include "x12_file.hpp"
#include "x12_scan.hpp"

namespace deltoid::x12 {

/// Of a claim, what the light walk of the cutter counts instead of building it.
struct ClaimSketch {
    std::uint32_t lines = 0;
    bool has_line = false, other_payer = false, has_service = false;
    bool professional = false, institutional = false, dental = false;
};

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
        : state_(tools.state), speaker_(tools.speaker), builder_(tools.builder), clean_bytes_(tools.clean_bytes),
          sink_(tools.sink), sketch_(tools.sketch), file_(tools.state, tools.speaker), begin_(bytes.data()),
          end_(bytes.data() + bytes.size()), offset_(offset), at_end_(at_end), big_(bytes.size() >= claim_size_limit),
          last_end_(begin_) {}

    /// Reads what is complete and returns the first byte it is not done with.
    const char* run() {
        const char* at = begin_;
        open_stretch(at);
        while (!cut_ && step(at)) {
        }
        return at;
    }

    /// The claim that is open when the input or the block ends. True when there was one.
    bool end_last_claim() {
        const bool was_open = state_.in_claim;
        end_claim();
        return was_open;
    }

    /// Light: stops before the first subscriber's HL at or behind `byte`.
    void cut_behind(const char* byte) { cut_behind_ = byte; }
    [[nodiscard]] bool cut() const { return cut_; }
    /// The last segment had no terminator.
    [[nodiscard]] bool unterminated() const { return unterminated_; }
    [[nodiscard]] Place place_of(const char* byte) const { return {offset_of(byte), state_.segment, state_.text_line}; }

private:
    using Phase = State::Phase;
    using Loop = State::Loop;
    using Party = State::Party;

    [[nodiscard]] std::uint64_t offset_of(const char* byte) const {
        return offset_ + static_cast<std::uint64_t>(byte - begin_);
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
        if (look == Look::not_here) look = read_bare(at, end_, at_end_, header);
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
    const char* pass_padding(const char* at) {
        while (at != end_ && (is_blank(*at) || *at == '\0' || *at == '\x1A')) state_.text_line += *at++ == '\n' ? 1U : 0U;
        return at;
    }

    /// Text before or between interchanges: on to the next byte that an ISA could begin with.
    bool pass_garbage(const char*& at) {
        file_.text_between(place_of(at));
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
        if (header.end == at) return;   // bare: its first segment is still to be read
        state_.text_line += static_cast<std::uint32_t>(std::count(at, header.end, '\n'));
        ++state_.segment;
        last_end_ = header.end;
    }

    // --- inside ---------------------------------------------------------------------------------------------------

    /// Passes the rest of a segment that is over the limit.
    bool pass_endless(const char*& at) {
        const void* found = std::memchr(at, state_.delimiters.terminator, static_cast<std::size_t>(end_ - at));
        const char* to = found != nullptr ? static_cast<const char*>(found) + 1 : end_;
        state_.text_line += static_cast<std::uint32_t>(std::count(at, to, '\n'));
        at = to;
        if (found == nullptr) return false;
        last_end_ = to;
        ++state_.segment;
        state_.endless = false;
        return true;
    }

    /// What comes behind a segment: the next one; nothing yet; something else at `elsewhere_`; the cut.
    enum class Next : std::uint8_t { segment, more, elsewhere, stop };

    bool read_segments(const char*& at) {
        Scanner scanner(at, end_, state_.delimiters);
        if (at_end_) scanner.accept_unterminated();
        scanner_ = &scanner;
        const char element = state_.delimiters.element;
        for (;;) {
            at = scanner.begin();
            state_.text_line += scanner.take_newlines();
            if (at == end_) return wait_for_more(at);
            switch (read_segment(at, id_at(at, end_, element))) {
                case Next::segment: break;
                case Next::more: return wait_for_more(at);
                case Next::elsewhere: at = elsewhere_; return true;
                case Next::stop: return false;
            }
        }
    }

    /// The bytes end inside a segment or a claim: goes back to the begin of the claim. A claim or segment over the
    /// limit is given up instead.
    bool wait_for_more(const char*& at) {
        if (at_end_) return false;
        if (big_ && state_.in_claim && !state_.oversized && over_limit(end_)) give_up_claim();
        if (big_ && static_cast<std::size_t>(end_ - at) >= claim_size_limit) {
            give_up_segment(at, id_at(at, end_, state_.delimiters.element));
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

    [[nodiscard]] bool over_limit(const char* to) const {
        return offset_of(to) - state_.claim_place.offset >= claim_size_limit;
    }

    void give_up_claim() {
        file_.give_up_claim(state_.claim_place);
        clean_bytes_.clear();
    }

    void give_up_segment(const char* begin, std::uint32_t id) {
        if (ends_claim(id)) end_claim();
        if (id == id_of("CLM") && state_.reading_claims) file_.give_up_claim(place_of(begin));
        file_.give_up_segment(place_of(begin));
    }

    /// Claims and segments over the limit are given up at the byte that passes it, whatever came in one piece.
    bool within_limits(const char* begin, std::uint32_t id) {
        const char* end = scanner_->segment_end();
        if (state_.in_claim && !state_.oversized && over_limit(end)) give_up_claim();
        if (static_cast<std::size_t>(end - begin) < claim_size_limit) return true;
        give_up_segment(begin, id);
        elsewhere_ = begin;
        return false;
    }

    // --- one segment ----------------------------------------------------------------------------------------------

    static constexpr bool ends_claim(std::uint32_t id) {
        switch (id) {
            case id_of("HL"):
            case id_of("CLM"):
            case id_of("ST"):
            case id_of("SE"):
            case id_of("GS"):
            case id_of("GE"):
            case id_of("ISA"):
            case id_of("IEA"): return true;
            default: return false;
        }
    }

    /// Segments of an 837 of which nothing is read (005010X222A1, X223A3, X224A3 and 004010).
    static constexpr bool is_known(std::uint32_t id) {
        switch (id) {
            case id_of("AMT"): case id_of("CAS"): case id_of("CL1"): case id_of("CN1"): case id_of("CR1"):
            case id_of("CR2"): case id_of("CR3"): case id_of("CR4"): case id_of("CR5"): case id_of("CR6"):
            case id_of("CR7"): case id_of("CR8"): case id_of("CRC"): case id_of("CTP"): case id_of("CUR"):
            case id_of("DMG"): case id_of("DN1"): case id_of("DN2"): case id_of("DSB"): case id_of("DTP"):
            case id_of("FRM"): case id_of("HCP"): case id_of("HI"):  case id_of("HSD"): case id_of("IMM"):
            case id_of("K3"):  case id_of("LIN"): case id_of("LQ"):  case id_of("LX"):  case id_of("MEA"):
            case id_of("MIA"): case id_of("MOA"): case id_of("N2"):  case id_of("N3"):  case id_of("N4"):
            case id_of("NM1"): case id_of("NTE"): case id_of("OI"):  case id_of("PAT"): case id_of("PER"):
            case id_of("PRV"): case id_of("PS1"): case id_of("PWK"): case id_of("QTY"): case id_of("REF"):
            case id_of("SBR"): case id_of("SV1"): case id_of("SV2"): case id_of("SV3"): case id_of("SV4"):
            case id_of("SV5"): case id_of("SV6"): case id_of("SV7"): case id_of("SVD"): case id_of("TA1"):
            case id_of("TOO"): case id_of("UR"):  return true;
            default: return false;
        }
    }

    Next read_segment(const char* begin, std::uint32_t id) {
        switch (id) {
            case id_of("HL"): return state_.reading_claims ? hierarchy(begin) : skip(begin);
            case id_of("CLM"): return state_.reading_claims ? claim(begin) : skip(begin);
            case id_of("ST"):
            case id_of("SE"):
            case id_of("GS"):
            case id_of("GE"):
            case id_of("IEA"):
            case id_of("BHT"): return envelope(begin, id);
            default: break;
        }
        if (!state_.reading_claims) return id == 0 || id == id_of("ISA") ? unknown(begin, id) : skip(begin);
        if (!state_.in_claim) return above_claim(begin, id);
        if constexpr (light) return sketch_claim(begin, id);
        else return in_claim(begin, id);
    }

    /// Passes a segment of which nothing is read.
    Next skip(const char* begin) {
        if (!taken_ && !scanner_->skip()) return Next::more;
        taken_ = false;
        if (big_ && !within_limits(begin, 0)) return Next::elsewhere;
        if (scanner_->odd()) note_odd_bytes(begin);
        return passed(begin);
    }

    Next skip_known(const char* begin, std::uint32_t id) { return is_known(id) ? skip(begin) : unknown(begin, id); }

    /// Takes the elements of a segment down. False: `stop_` says why not.
    bool take(const char* begin, std::uint32_t id) {
        stop_ = Next::more;
        if (!taken_ && !scanner_->split(elements_)) return false;
        taken_ = false;
        stop_ = Next::elsewhere;
        if (big_ && !within_limits(begin, id)) return false;
        if (ends_claim(id)) end_claim();
        segment_ = {begin, scanner_->segment_end(), place_of(begin)};
        if (scanner_->odd() && note_odd_bytes(begin)) clean_elements();
        return true;
    }

    Next passed(const char* begin) {
        last_end_ = scanner_->position();
        unterminated_ = scanner_->unterminated();
        state_.empty_segments += scanner_->segment_end() == begin ? 1U : 0U;
        ++state_.segment;
        return Next::segment;
    }

    bool note_odd_bytes(const char* begin) {
        const Place place = place_of(begin);
        return file_.odd_bytes({begin, static_cast<std::size_t>(scanner_->segment_end() - begin)}, place);
    }

    /// Takes line breaks out of elements: no value holds one.
    void clean_elements() {
        if (!state_.in_claim) clean_bytes_.clear();
        changes_.clear();
        for (std::size_t i = 0; i < elements_.count(); ++i) {
            const std::string_view broken = elements_[i];
            if (broken.find_first_of("\r\n") == std::string_view::npos) continue;
            line_.clear();
            for (const char c : broken)
                if (c != '\r' && c != '\n') line_ += c;
            const std::string_view clean = clean_bytes_.keep(line_);
            elements_.replace(i, clean);
            Place place = segment_.place;
            place.offset = offset_of(broken.data());
            place.text_line += static_cast<std::uint32_t>(std::count(segment_.begin, broken.data(), '\n'));
            changes_.push_back({clean, place});
        }
    }

    void add_changes_to_claim() {
        for (const Changed& change : changes_) builder_.add_changed(change.text, change.place);
        changes_.clear();
    }

    /// Not an id that is known here: an ISA with other separators, an id broken by a line end, or text.
    Next unknown(const char* begin, std::uint32_t id) {
        if (looks_like_isa(begin, end_) && !taken_) {
            Header header;
            const Look look = read_isa(begin, end_, at_end_, header);
            if (look == Look::need_more) return Next::more;
            if (look == Look::found) {
                end_claim();
                begin_interchange(begin, header);
                elsewhere_ = header.end;
                return Next::elsewhere;
            }
        }
        if (!taken_ && !scanner_->split(elements_)) return Next::more;
        const std::uint32_t clean = id_without_breaks(elements_[0]);
        if (clean != id && (is_known(clean) || ends_claim(clean) || clean == id_of("BHT"))) {
            taken_ = true;
            return read_segment(begin, clean);
        }
        taken_ = true;
        const bool empty = scanner_->segment_end() == begin;
        const Place place = place_of(begin);
        const std::string_view text = elements_[0];
        const Next next = skip(begin);
        if (!empty && next == Next::segment) file_.unknown_segment(text, place);
        return next;
    }

    static std::uint32_t id_without_breaks(std::string_view text) {
        std::array<char, 4> letters{};
        std::size_t size = 0;
        for (const char c : text) {
            if (is_blank(c)) continue;
            if (size == letters.size()) return 0;
            letters[size++] = c;
        }
        return id_of({letters.data(), size});
    }

    // --- headers and trailers -------------------------------------------------------------------------------------

    Next envelope(const char* begin, std::uint32_t id) {
        if (!take(begin, id)) return stop_;
        const Place& place = segment_.place;
        close_stretch(begin);
        switch (id) {
            case id_of("ST"): file_.begin_set(elements_, place); break;
            case id_of("SE"): file_.end_set(elements_, place); break;
            case id_of("GS"): file_.begin_group(elements_, place); break;
            case id_of("GE"): file_.end_group(elements_, place); break;
            case id_of("BHT"): file_.hierarchy(elements_); break;
            default: break;
        }
        passed(begin);
        if (id != id_of("IEA")) return Next::segment;
        file_.end_interchange(elements_, place);
        elsewhere_ = scanner_->position();
        return Next::elsewhere;
    }

    // --- loops above a claim --------------------------------------------------------------------------------------

    SharedLoop* current_loop() {
        switch (state_.loop) {
            case Loop::billing: return &state_.billing;
            case Loop::subscriber: return &state_.subscriber;
            case Loop::patient: return &state_.patient;
            case Loop::none: break;
        }
        return nullptr;
    }

    /// From here on the values of the loop that is open lie in these bytes.
    void open_stretch(const char* at) {
        SharedLoop* loop = state_.in_claim ? nullptr : current_loop();
        stretch_open_ = loop != nullptr;
        if (loop != nullptr) loop->stretch = {at, at, place_of(at), state_.delimiters.terminator};
    }

    void close_stretch(const char* end) {
        if (stretch_open_) current_loop()->stretch.end = end;
        stretch_open_ = false;
    }

    /// A value of a loop: a view into its stretch, or a copy when it does not lie there as it is.
    void put(SharedLoop& loop, SharedLoop::Slot slot, std::string_view text) {
        const bool in_segment = text.data() >= segment_.begin && text.data() <= segment_.end;
        if (in_segment && stretch_open_ && &loop == current_loop()) return loop.set(slot, text);
        Place place = segment_.place;
        if (in_segment) place.offset = offset_of(text.data());
        for (const Changed& change : changes_)
            if (text.data() == change.text.data()) place = change.place;
        loop.set_copy(slot, text, place);
    }

    Next hierarchy(const char* begin) {
        if (light && cut_behind_ != nullptr && begin >= cut_behind_) {
            if (!scanner_->split(elements_)) return Next::more;
            taken_ = true;
            if (can_cut()) {
                end_claim();
                taken_ = false;
                cut_ = true;
                return Next::stop;
            }
        }
        if (!take(begin, id_of("HL"))) return stop_;
        close_stretch(begin);
        changes_.clear();
        const std::string_view level = trim(elements_[3]);
        // Numbers and parents (HL01, HL02, HL04) are often wrong: the order of segments makes the tree.
        if (level == "20") enter(Loop::billing);
        else if (level == "22") enter(Loop::subscriber);
        else if (level == "23") enter(Loop::patient);
        else file_.unknown_level(elements_[3], segment_.place);
        return passed(begin);
    }

    /// A block must end where a claim does, and nothing may be said of the HL that belongs to the next one.
    [[nodiscard]] bool can_cut() const {
        if (scanner_->odd() || trim(elements_[3]) != "22") return false;
        return !big_ || !state_.in_claim || state_.oversized || !over_limit(scanner_->segment_end());
    }

    /// A new HL forgets everything below it.
    void enter(Loop loop) {
        if (loop == Loop::billing) state_.billing.clear();
        if (loop != Loop::patient) state_.subscriber.clear();
        state_.patient.clear();
        state_.loop = loop;
        state_.party = Party::other;
        open_stretch(segment_.begin);
        current_loop()->stretch.place = segment_.place;
    }

    Next above_claim(const char* begin, std::uint32_t id) {
        if (light && state_.loop != Loop::billing) {
            // A block begins with a subscriber's HL: of what stands above a claim only the billing provider goes on.
            if (id != id_of("NM1")) return skip_known(begin, id);
        }
        switch (id) {
            case id_of("NM1"): return party(begin);
            case id_of("SBR"):
                if (!take(begin, id)) return stop_;
                if (state_.loop == Loop::subscriber) {
                    put(state_.subscriber, SharedLoop::sequence, elements_[1]);
                    put(state_.subscriber, SharedLoop::filing_indicator, elements_[9]);
                }
                break;
            case id_of("DMG"):
                if (!take(begin, id)) return stop_;
                if (state_.party == Party::subscriber) demographics(state_.subscriber);
                if (state_.party == Party::patient) demographics(state_.patient);
                break;
            case id_of("PAT"):
                if (!take(begin, id)) return stop_;
                if (state_.loop == Loop::subscriber) put(state_.subscriber, SharedLoop::death_date, elements_[6]);
                if (state_.loop == Loop::patient) put(state_.patient, SharedLoop::death_date, elements_[6]);
                break;
            case id_of("PRV"):
                if (!take(begin, id)) return stop_;
                if (state_.loop == Loop::billing && same_code(elements_[1], "BI"))
                    put(state_.billing, SharedLoop::taxonomy, elements_[3]);
                break;
            case id_of("N4"):
                if (state_.party != Party::payer) return skip(begin);
                if (!take(begin, id)) return stop_;
                put(state_.subscriber, SharedLoop::state, elements_[2]);
                break;
            default: return skip_known(begin, id);
        }
        changes_.clear();
        return passed(begin);
    }

    void demographics(SharedLoop& loop) {
        put(loop, SharedLoop::birth_date, elements_[2]);
        put(loop, SharedLoop::sex, elements_[3]);
    }

    Next party(const char* begin) {
        if (!take(begin, id_of("NM1"))) return stop_;
        const std::string_view code = trim(elements_[1]);
        state_.party = Party::other;
        if (code == "85") {
            billing_provider();
        } else if (code == "IL" && state_.loop == Loop::subscriber) {
            state_.party = Party::subscriber;
            put(state_.subscriber, SharedLoop::member, elements_[9]);
        } else if (code == "PR" && state_.loop == Loop::subscriber) {
            state_.party = Party::payer;
            put(state_.subscriber, SharedLoop::payer_name, elements_[3]);
            put(state_.subscriber, SharedLoop::payer_id, elements_[9]);
        } else if (code == "QC" && state_.loop == Loop::patient) {
            state_.party = Party::patient;
            dependent();
        }
        changes_.clear();
        return passed(begin);
    }

    void billing_provider() {
        SharedLoop& billing = state_.billing;
        if (!billing.entity.empty() || billing.has(SharedLoop::npi)) return file_.second_provider(segment_.place);
        billing.entity = entity_of(elements_[2]);
        if (same_code(elements_[8], "XX")) put(billing, SharedLoop::npi, elements_[9]);
    }

    /// A dependent has no number of its own: the name, as it stands from NM103 to NM105, tells it apart.
    void dependent() {
        const char separator = state_.delimiters.element;
        line_ = elements_[3];
        line_ += separator;
        line_ += elements_[4];
        line_ += separator;
        line_ += elements_[5];
        while (!line_.empty() && (line_.back() == separator || is_blank(line_.back()))) line_.pop_back();
        const std::string_view as_sent(elements_[3].data(), line_.size());
        const bool in_segment = elements_[3].data() >= segment_.begin && elements_[3].data() <= segment_.end;
        if (in_segment && changes_.empty()) put(state_.patient, SharedLoop::name, as_sent);
        else state_.patient.set_copy(SharedLoop::name, line_, segment_.place);
    }

    // --- a claim --------------------------------------------------------------------------------------------------

    Next claim(const char* begin) {
        if (!take(begin, id_of("CLM"))) return stop_;
        close_stretch(begin);
        if (state_.guess_component) guess_component();
        state_.in_claim = true;
        state_.claim_place = segment_.place;
        claim_begin_ = begin;
        empty_before_claim_ = state_.empty_segments;
        if constexpr (light) {
            sketch_ = {};
        } else {
            builder_.begin(elements_, segment_, state_.delimiters,
                           {state_.billing, state_.subscriber, state_.patient,
                            state_.loop == Loop::subscriber || state_.loop == Loop::patient, state_.loop == Loop::patient});
            add_changes_to_claim();
        }
        return passed(begin);
    }

    /// Without an ISA: the first byte of CLM05 ("11:B:1") that is no code.
    void guess_component() {
        for (const char c : elements_[5]) {
            if (is_alphanumeric(c) || is_blank(c)) continue;
            state_.delimiters.component = c;
            state_.guess_component = false;
            return;
        }
    }

    /// Hands the claim over, which ends where the last segment did.
    void end_claim() {
        if (!state_.in_claim) return;
        state_.in_claim = false;
        if (state_.oversized) {
            state_.oversized = false;
            return;
        }
        if constexpr (light) {
            if (!file_.takes_claim(sketched_content(), state_.claim_place)) return;
            ++state_.claims;
            state_.lines += sketch_.lines;
        } else {
            if (file_.takes_claim(builder_.content(), state_.claim_place)) {
                builder_.finish(last_end_);
                builder_.claim.index = static_cast<std::uint32_t>(state_.claims++);
                state_.lines += builder_.claim.lines.size();
                sink_->claim(builder_.claim, builder_.troubles);
            }
            clean_bytes_.clear();
        }
    }

    Next in_claim(const char* begin, std::uint32_t id) {
        if (state_.oversized) return skip_known(begin, id);
        switch (id) {
            case id_of("REF"):
                if (!takes_reference(begin)) return skip(begin);
                break;
            case id_of("DTP"):
                if (!is_service_date(begin)) return skip(begin);
                break;
            case id_of("N3"):
            case id_of("N4"): return skip(begin);
            case id_of("NM1"):
            case id_of("SV1"):
            case id_of("LX"):
            case id_of("HI"):
            case id_of("PRV"):
            case id_of("LIN"):
            case id_of("CTP"):
            case id_of("NTE"):
            case id_of("SBR"):
            case id_of("SV2"):
            case id_of("SV3"):
            case id_of("MEA"):
            case id_of("SVD"): break;
            default: return skip_known(begin, id);
        }
        if (!take(begin, id)) return stop_;
        if (!changes_.empty()) add_changes_to_claim();
        fill(id);
        return passed(begin);
    }

    void fill(std::uint32_t id) {
        switch (id) {
            case id_of("REF"): return builder_.reference(elements_, segment_);
            case id_of("DTP"): return builder_.date(elements_, segment_);
            case id_of("NM1"): return builder_.party(elements_, segment_);
            case id_of("SV1"): return builder_.service(elements_, segment_);
            case id_of("LX"): return builder_.line(elements_, segment_);
            case id_of("HI"): return builder_.diagnoses(elements_, segment_);
            case id_of("PRV"): return builder_.taxonomy(elements_);
            case id_of("LIN"): return builder_.drug(elements_, segment_);
            case id_of("CTP"): return builder_.drug_quantity(elements_, segment_);
            case id_of("NTE"): return builder_.note(elements_);
            case id_of("SBR"): return builder_.other_payer(segment_);
            case id_of("SV2"): return builder_.foreign_service(Content::institutional, segment_);
            case id_of("SV3"): return builder_.foreign_service(Content::dental, segment_);
            case id_of("MEA"): return builder_.measurement(elements_);
            case id_of("SVD"): return builder_.adjudication();
            default: return;
        }
    }

    /// Most references are not read: their qualifier shows it before the elements are taken down.
    [[nodiscard]] bool takes_reference(const char* begin) const {
        if (end_ - begin < 8 || begin[6] != state_.delimiters.element) return true;   // the builder looks closer
        return builder_.takes_reference(begin[4], begin[5]);
    }

    [[nodiscard]] bool is_service_date(const char* begin) const {
        if (end_ - begin < 8 || begin[7] != state_.delimiters.element) return true;
        return begin[4] == '4' && begin[5] == '7' && begin[6] == '2';
    }

    // --- a claim, only counted ------------------------------------------------------------------------------------

    [[nodiscard]] Content sketched_content() const {
        if (sketch_.professional) return Content::professional;
        if (sketch_.institutional) return Content::institutional;
        return sketch_.dental ? Content::dental : Content::unknown;
    }

    Next sketch_claim(const char* begin, std::uint32_t id) {
        const Next next = skip_known(begin, id);
        if (next != Next::segment || state_.oversized) return next;
        switch (id) {
            case id_of("LX"): sketch_line(false); break;
            case id_of("SBR"): sketch_.other_payer = true; break;
            case id_of("SV1"): sketch_service(sketch_.professional); break;
            case id_of("SV2"): sketch_service(sketch_.institutional); break;
            case id_of("SV3"): sketch_service(sketch_.dental); break;
            default: break;
        }
        return next;
    }

    void sketch_line(bool with_service) {
        ++sketch_.lines;
        sketch_.has_line = true;
        sketch_.other_payer = false;
        sketch_.has_service = with_service;
    }

    void sketch_service(bool& kind) {
        kind = true;
        if (!sketch_.has_line || sketch_.other_payer || sketch_.has_service) sketch_line(true);
        sketch_.has_service = true;
    }

    struct Changed {
        std::string_view text;
        Place place;
    };

    State& state_;
    Speaker& speaker_;
    ClaimBuilder& builder_;
    Arena& clean_bytes_;
    Sink* sink_;
    ClaimSketch& sketch_;
    File file_;
    const char* const begin_;
    const char* const end_;
    const std::uint64_t offset_;
    const bool at_end_;
    const bool big_;                      ///< only so many bytes can hold what is over the limit
    const char* last_end_;                ///< behind the last segment
    Scanner* scanner_ = nullptr;
    const char* elsewhere_ = nullptr;
    const char* claim_begin_ = nullptr;
    std::uint32_t empty_before_claim_ = 0;
    const char* cut_behind_ = nullptr;
    Next stop_ = Next::more;
    bool cut_ = false;
    bool taken_ = false;                  ///< the scanner has passed the segment already
    bool stretch_open_ = false;
    bool unterminated_ = false;
    Elements elements_;
    Segment segment_;
    std::vector<Changed> changes_;        ///< of the segment at hand
    std::string line_;
};

}  // namespace deltoid::x12

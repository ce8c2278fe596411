// SPDX-License-Identifier: Apache-2.0
// What is known of an X12 file while it is read, and what is said about it: envelopes, versions, encodings, kinds.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "readers/reader.hpp"
#include "x12_delimiters.hpp"
#include "x12_envelope.hpp"
#include "x12_loops.hpp"
#include "x12_scan.hpp"
#include "x12_speaker.hpp"
#include "x12_transaction.hpp"

namespace deltoid::x12 {

/// All that reading on needs to know of what was read: a copy of it resumes elsewhere.
struct State {
    /// Where in a file the next byte stands.
    enum class Phase : std::uint8_t { start, between, inside };
    /// The HL that was opened last.
    enum class Loop : std::uint8_t { none, billing, subscriber, patient };
    /// Whom the last NM1 above a claim names: DMG and N4 belong to it.
    enum class Party : std::uint8_t { other, subscriber, payer, patient };
    /// What was said already: once in a file, or in an interchange.
    struct Said {
        bool control_bytes, not_utf8, text_between, content, labels, old_version, sibling, unknown_version, other;
        bool broken_lines, unknown_segment, unknown_level, second_provider;
    };
    /// What is wrong with the header: said when an 837 follows, for else the file is none of ours.
    struct Pending {
        bool any = false, bare = false, broken_lines = false, odd_terminator = false, shared_delimiter = false;
        char terminator = 0;
        std::uint32_t wrong_widths = 0;
        std::array<std::uint8_t, Header::element_count> widths{};
        Place place;
    };

    Phase phase = Phase::start;
    std::uint32_t segment = 1;   ///< number of the next segment; empty ones count
    std::uint32_t text_line = 1;
    std::uint32_t empty_segments = 0;
    ShortText first_bytes;   ///< to name a file that is no X12
    bool byte_order_mark = false;

    Delimiters delimiters;
    bool guess_component = false;   ///< no ISA told it
    Envelope envelope;
    Pending pending;
    Said said{};
    bool any_interchange = false;
    bool any_set = false;
    bool claims_in_interchange = false;   ///< an 837 began: what is wrong with its envelope matters
    bool reading_claims = false;          ///< HL and CLM mean claims here
    bool in_text = false;                 ///< the last bytes were no segments
    bool text_between = false;            ///< such bytes were passed, and it was not said yet
    Place text_place;

    ShortText group_label;   ///< GS08
    ShortText label_text;    ///< of the set: ST03, else GS08
    Label label;
    ShortText format;   ///< of the file
    Day made;

    Loop loop = Loop::none;
    Party party = Party::other;
    SharedLoop billing, subscriber, patient;

    bool in_claim = false;
    bool oversized = false;   ///< the claim is over the limit: it is passed over
    bool endless = false;     ///< so is the segment at the next byte
    Place claim_place;
    std::uint64_t claims = 0;   ///< handed over, or over the limit
    std::uint64_t lines = 0;
    std::uint64_t dental = 0;   ///< claims that are named and counted, but not read
    Place unread_place;
    Place end;   ///< behind the last segment
    bool complete = true;
};

/// Changes the state at headers and trailers and says what is wrong. Nothing here is done for every segment.
class File {
public:
    File(State& state, Speaker& speaker) : state_(state), speaker_(speaker) {}

    void begin_interchange(const Header& header, const Place& place);
    void end_interchange(const Elements& iea, const Place& place);
    void begin_group(const Elements& gs, const Place& place);
    void end_group(const Elements& ge, const Place& place);
    void begin_set(const Elements& st, const Place& place);
    void end_set(const Elements& se, const Place& place);
    void hierarchy(const Elements& bht);
    /// An 837 begins, or a claim without its ST.
    void begin_claims();

    /// What separates the parts of CLM05 ("11:B:1") is looked for when it is not what the header says, or there is none.
    void look_for_component(std::string_view clm05, const Place& place);
    /// What a claim is, by its segments, else by its label. Dental ones are counted here and not handed over.
    Content content_of_claim(Content seen, const Place& place);
    /// The claim at `place` is over the limit: it is counted and passed over.
    void give_up_claim(const Place& place);
    /// So is a segment. Within such a claim nothing more is said.
    void give_up_segment(const Place& place);
    void unknown_segment(std::string_view id, const Place& place);
    void unknown_level(std::string_view text, const Place& place);
    void second_provider(const Place& place);
    void text_between(const Place& place);
    /// Control bytes, other encodings and line breaks in a segment that holds odd bytes. True: line breaks.
    bool odd_bytes(std::string_view segment, const Place& place);

    /// How an input ended.
    struct End {
        bool in_claim = false;
        std::string_view claim;      ///< its id
        bool unterminated = false;   ///< the last segment had no terminator
    };
    void finish(const End& end);

private:
    [[nodiscard]] Speaker* warner() { return state_.claims_in_interchange ? &speaker_ : nullptr; }
    [[nodiscard]] std::uint64_t segments_before() const { return state_.segment - 1 - state_.empty_segments; }
    void forget_loops();
    void say_pending();
    void say_version(const Elements& st, const Place& place);
    void name_other(std::string_view identifier, const Place& place);
    void name_nothing();
    void set_format(std::string_view format);

    State& state_;
    Speaker& speaker_;
};

}   // namespace deltoid::x12

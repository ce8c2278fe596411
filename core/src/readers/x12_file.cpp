// SPDX-License-Identifier: Apache-2.0
// Headers, trailers, versions, encodings and files of other kinds: everything about a file that is not a claim.
#include "x12_file.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "rules/src/input_limit.hpp"
#include "rules/x12/encoding.hpp"
#include "rules/x12/isa_widths.hpp"
#include "rules/x12/not_a_claim_file.hpp"
#include "rules/x12/segment_ends.hpp"
#include "rules/x12/segment_order.hpp"
#include "rules/x12/truncated_file.hpp"
#include "rules/x12/version_label.hpp"

namespace deltoid::x12 {
namespace {

using rulebook::Encoding;
using rulebook::IsaWidths;
using rulebook::NotAClaimFile;
using rulebook::SegmentEnds;
using rulebook::SegmentOrder;
using rulebook::TruncatedFile;
using rulebook::VersionLabel;

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

/// "ISA06", as the guide writes it.
std::string isa_name(std::size_t element) {
    std::string name = element < 10 ? "ISA0" : "ISA";
    append_number(name, element);
    return name;
}

/// A byte as a person can read it.
std::string shown(char byte) {
    if (byte > ' ' && byte < 0x7F) return std::string(1, byte);
    if (byte == ' ') return "a blank";
    if (byte == '\r' || byte == '\n') return "the line end";
    std::string text = "byte ";
    append_number(text, static_cast<unsigned char>(byte));
    return text;
}

/// The length of the UTF-8 sequence at `p`, 0 when there is none (RFC 3629).
std::size_t utf8_size(const char* p, const char* end) {
    const auto byte = [&](std::ptrdiff_t i) { return i < end - p ? static_cast<unsigned char>(p[i]) : 0U; };
    const auto follows = [&](std::ptrdiff_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF)
        return follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    if (first >= 0xF0 && first <= 0xF4)
        return follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
    return 0;
}

}   // namespace

// --- interchange --------------------------------------------------------------------------------------------------

void File::begin_interchange(const Header& header, const Place& place) {
    state_.phase = State::Phase::inside;
    state_.delimiters = header.delimiters;
    state_.guess_component = header.bare;
    state_.any_interchange = true;
    if (!header.bare)
        state_.envelope.begin(Level::interchange, header.elements[13], segments_before(), place, warner());
    state_.claims_in_interchange = false;
    state_.reading_claims = false;
    state_.said.broken_lines = state_.said.unknown_segment = false;
    state_.said.unknown_level = state_.said.second_provider = false;
    state_.group_label = {};
    forget_loops();
    if (!state_.made.known() && !header.bare) state_.made = read_envelope_day(ShortText(header.elements[9]).view());

    State::Pending& pending = state_.pending;
    pending = {};
    pending.bare = header.bare;
    pending.broken_lines = header.broken_lines;
    pending.odd_terminator = header.odd_terminator;
    pending.shared_delimiter = header.shared_delimiter;
    pending.terminator = header.delimiters.terminator;
    pending.wrong_widths = header.wrong_widths;
    pending.any = header.bare || header.broken_lines || header.odd_terminator || header.shared_delimiter ||
                  header.wrong_widths != 0;
    for (std::size_t i = 1; i < Header::element_count; ++i)
        pending.widths[i] = static_cast<std::uint8_t>(std::min<std::size_t>(width_of(header.elements[i]), 255));
    pending.place = place;
}

void File::say_pending() {
    State::Pending& pending = state_.pending;
    if (state_.byte_order_mark) {
        state_.byte_order_mark = false;
        speaker_.say(rulebook::encoding, Encoding::byte_order_mark, {0, 1, 1},
                     [](Finding& finding) { finding.at_level(deltoid::Level::info); });
    }
    if (state_.text_between) {
        state_.text_between = false;
        text_between(state_.text_place);
    }
    if (!pending.any) return;
    pending.any = false;
    if (pending.bare) speaker_.say(rulebook::isa_widths, IsaWidths::missing, pending.place);
    if (pending.wrong_widths != 0) {
        std::string names;
        std::size_t count = 0, last = 0;
        for (std::size_t i = 1; i < Header::element_count; ++i) {
            if ((pending.wrong_widths >> i & 1U) == 0) continue;
            if (count++ != 0) names += ", ";
            names += isa_name(i);
            last = i;
        }
        speaker_.say(rulebook::isa_widths, count == 1 ? IsaWidths::one : IsaWidths::several, pending.place,
                     [&](Finding& finding) {
                         finding.with(count == 1 ? "element" : "elements", finding.keep(names));
                         if (count == 1)
                             finding.with_number("found", pending.widths[last]).with_number("wanted", isa_widths[last]);
                     });
    }
    if (pending.odd_terminator)
        speaker_.say(rulebook::segment_ends, SegmentEnds::odd_terminator, pending.place,
                     [&](Finding& finding) { finding.with("terminator", finding.keep(shown(pending.terminator))); });
    if (pending.shared_delimiter) speaker_.say(rulebook::segment_ends, SegmentEnds::shared_delimiter, pending.place);
    if (pending.broken_lines) {
        state_.said.broken_lines = true;
        speaker_.say(rulebook::segment_ends, SegmentEnds::broken_lines, pending.place);
    }
}

void File::end_interchange(const Elements& iea, const Place& place) {
    state_.envelope.end(Level::interchange, iea[1], iea[2], 0, place, warner());
    state_.phase = State::Phase::between;
    forget_loops();
}

// --- group --------------------------------------------------------------------------------------------------------

void File::begin_group(const Elements& gs, const Place& place) {
    state_.envelope.begin(Level::group, gs[6], segments_before(), place, warner());
    state_.group_label = ShortText(trim(gs[8]));
    // Segments before the ST are none, but claims must not be lost where it is missing.
    state_.reading_claims = same_code(gs[1], "HC");
    state_.label_text = state_.group_label;
    state_.label = read_label(state_.label_text.view());
    forget_loops();
    if (state_.any_set) return;
    if (const Day day = read_envelope_day(gs[4]); day.known()) state_.made = day;
}

void File::end_group(const Elements& ge, const Place& place) {
    state_.envelope.end(Level::group, ge[1], ge[2], 0, place, warner());
    forget_loops();
}

// --- transaction set ----------------------------------------------------------------------------------------------

void File::begin_set(const Elements& st, const Place& place) {
    const bool claims = trim(st[1]) == "837";
    if (claims) begin_claims();
    state_.envelope.begin(Level::set, st[2], segments_before(), place, warner());
    state_.any_set = true;
    state_.reading_claims = claims;
    forget_loops();
    state_.label_text = trim(st[3]).empty() ? state_.group_label : ShortText(trim(st[3]));
    state_.label = read_label(state_.label_text.view());
    if (!claims) return name_other(trim(st[1]), place);
    set_format(format_of(state_.label.content));
    say_version(st, place);
}

void File::begin_claims() {
    if (state_.claims_in_interchange) return;
    state_.claims_in_interchange = true;
    say_pending();
}

void File::end_set(const Elements& se, const Place& place) {
    state_.envelope.end(Level::set, se[1], se[2], segments_before(), place, state_.reading_claims ? warner() : nullptr);
    forget_loops();
}

void File::hierarchy(const Elements& bht) {
    if (!state_.reading_claims || state_.claims != 0) return;
    if (const Day day = read_envelope_day(bht[4]); day.known()) state_.made = day;
}

void File::forget_loops() {
    state_.loop = State::Loop::none;
    state_.party = State::Party::other;
    state_.billing.clear();
    state_.subscriber.clear();
    state_.patient.clear();
}

void File::set_format(std::string_view format) {
    const std::string_view now = state_.format.view();
    if (now.empty() || format == "837P" || (format.substr(0, 3) == "837" && now.substr(0, 3) != "837") ||
        (now == "837" && format.substr(0, 3) == "837"))
        state_.format = ShortText(format);
}

void File::say_version(const Elements& st, const Place& place) {
    State::Said& said = state_.said;
    const auto once = [&](bool& flag, VersionLabel message, auto fill) {
        if (flag) return;
        flag = true;
        speaker_.say(rulebook::version_label, message, place, fill);
    };
    const Label group = read_label(state_.group_label.view());
    const Label set = read_label(trim(st[3]));
    if (group.content != set.content && group.content != Content::unknown && set.content != Content::unknown)
        once(said.labels, VersionLabel::labels_differ, [&](Finding& finding) {
            finding.with("group", finding.keep(state_.group_label.view()))
                .with("set", finding.keep(state_.label_text.view()));
        });
    const auto fill_label = [&](Finding& finding) {
        finding.at_level(deltoid::Level::info).with("label", finding.keep(state_.label_text.view()));
    };
    if (state_.label.old_release) return once(said.old_version, VersionLabel::old_version, fill_label);
    if (const std::string_view purpose = purpose_of(state_.label.guide); !purpose.empty())
        return once(said.sibling, VersionLabel::sibling_guide, [&](Finding& finding) {
            fill_label(finding);
            finding.with("purpose", purpose);
        });
    if (state_.label.content == Content::unknown && !state_.label_text.empty())
        once(said.unknown_version, VersionLabel::unknown_version, fill_label);
}

void File::name_other(std::string_view identifier, const Place& place) {
    set_format(format_of_transaction(identifier, state_.label.guide));
    if (state_.said.other) return;
    state_.said.other = true;
    const std::string_view name = name_of_transaction(identifier, state_.label.guide);
    speaker_.say(rulebook::not_a_claim_file,
                 name.empty() ? NotAClaimFile::unnamed_transaction : NotAClaimFile::other_transaction, place,
                 [&](Finding& finding) {
                     if (name.empty())
                         finding.with("transaction", finding.keep(ShortText(identifier).view()));
                     else
                         finding.with("what", name);
                 });
}

// --- claims -------------------------------------------------------------------------------------------------------

void File::look_for_component(std::string_view clm05, const Place& place) {
    Delimiters& delimiters = state_.delimiters;
    if (clm05.find(delimiters.component) != std::string_view::npos) {
        state_.guess_component = false;
        return;
    }
    const auto separates = [&](char c) { return !is_alphanumeric(c) && !is_blank(c) && !is_odd(c); };
    const auto found = std::find_if(clm05.begin(), clm05.end(), separates);
    if (found == clm05.end()) return;
    // "11>B>1" or "11>>1": one odd claim must not change how the others are read.
    const auto at = static_cast<std::size_t>(found - clm05.begin());
    if (!state_.guess_component && clm05.substr(at + 1, 2).find(*found) == std::string_view::npos) return;
    if (!state_.guess_component)
        speaker_.say(rulebook::segment_ends, SegmentEnds::other_component, place, [&](Finding& finding) {
            finding.with("said", finding.keep(shown(delimiters.component))).with("used", finding.keep(shown(*found)));
        });
    delimiters.component = *found;
    state_.guess_component = false;
}

Content File::content_of_claim(Content seen, const Place& place) {
    const Content labelled = state_.label.content;
    if (seen != Content::unknown && labelled != Content::unknown && seen != labelled && !state_.said.content) {
        state_.said.content = true;
        speaker_.say(rulebook::version_label, VersionLabel::content_differs, place, [&](Finding& finding) {
            finding.with("label", finding.keep(state_.label_text.view())).with("content", name_of(seen));
        });
    }
    // What the service segments say counts; without any the label; without both it is taken for professional.
    Content content = seen != Content::unknown ? seen : labelled;
    if (content == Content::unknown) content = Content::professional;
    set_format(format_of(content));
    if (content == Content::dental && state_.dental++ == 0) state_.unread_place = place;
    return content;
}

void File::give_up_claim(const Place& place) {
    state_.in_claim = true;
    state_.oversized = true;
    state_.claim_place = place;
    ++state_.claims;
    speaker_.say(rule_src005, InputLimit::size, place, [&](Finding& finding) {
        finding.with_number("claim", static_cast<std::int64_t>(state_.claims))
            .with_number("limit", claim_size_limit >> 20);
    });
}

void File::give_up_segment(const Place& place) {
    state_.endless = true;
    if (state_.oversized) return;
    speaker_.say(rule_src005, InputLimit::size, place, [&](Finding& finding) {
        finding.with_number("claim", static_cast<std::int64_t>(state_.claims + 1))
            .with_number("limit", claim_size_limit >> 20);
    });
}

void File::unknown_segment(std::string_view id, const Place& place) {
    if (!state_.reading_claims || state_.said.unknown_segment) return;
    state_.said.unknown_segment = true;
    speaker_.say(rulebook::segment_order, SegmentOrder::unknown_segment, place, [&](Finding& finding) {
        finding.with("segment", finding.keep(ShortText(trim(id).substr(0, 12)).view()));
    });
}

void File::unknown_level(std::string_view text, const Place& place) {
    if (!state_.reading_claims || state_.said.unknown_level) return;
    state_.said.unknown_level = true;
    speaker_.say(rulebook::segment_order, SegmentOrder::unknown_level, place,
                 [&](Finding& finding) { finding.with("text", finding.keep(ShortText(trim(text)).view())); });
}

void File::second_provider(const Place& place) {
    if (state_.said.second_provider) return;
    state_.said.second_provider = true;
    speaker_.say(rulebook::segment_order, SegmentOrder::repeated, place,
                 [](Finding& finding) { finding.with("segment", "NM1*85"); });
}

void File::text_between(const Place& place) {
    if (state_.said.text_between) return;
    if (!state_.claims_in_interchange) {   // said when an 837 follows
        if (!state_.text_between) state_.text_place = place;
        state_.text_between = true;
        return;
    }
    state_.said.text_between = true;
    speaker_.say(rulebook::segment_order, SegmentOrder::text_between, place);
}

bool File::odd_bytes(std::string_view segment, const Place& place) {
    // A CR before an LF that ends segments is part of the line end.
    if (state_.delimiters.terminator == '\n' && !segment.empty() && segment.back() == '\r') segment.remove_suffix(1);
    const Delimiters& delimiters = state_.delimiters;
    const auto is_delimiter = [&](char c) {
        return c == delimiters.element || c == delimiters.component || c == delimiters.repetition;
    };
    bool breaks = false;
    std::uint32_t lines = 0;
    const char* end = segment.data() + segment.size();
    for (const char* p = segment.data(); p != end; ++p) {
        const auto byte = static_cast<unsigned char>(*p);
        if (byte >= 0x20 && byte < 0x80) continue;
        const auto at = [&] {
            return Place{place.offset + static_cast<std::uint64_t>(p - segment.data()), place.segment,
                         place.text_line + lines};
        };
        if (byte == '\n' || byte == '\r') {
            breaks = true;
            if (!state_.said.broken_lines && state_.claims_in_interchange) {
                state_.said.broken_lines = true;
                speaker_.say(rulebook::segment_ends, SegmentEnds::broken_lines, at());
            }
            lines += byte == '\n' ? 1U : 0U;
        } else if (byte >= 0x80) {
            if (const std::size_t size = utf8_size(p, end); size != 0) {
                p += size - 1;
            } else if (!state_.said.not_utf8 && state_.claims_in_interchange) {
                state_.said.not_utf8 = true;
                speaker_.say(rulebook::encoding, Encoding::not_utf8, at());
            }
        } else if (byte != '\t' && !is_delimiter(*p) && !state_.said.control_bytes && state_.claims_in_interchange) {
            state_.said.control_bytes = true;
            speaker_.say(rulebook::encoding, Encoding::control_bytes, at(),
                         [&](Finding& finding) { finding.with_number("code", byte); });
        }
    }
    state_.text_line += lines;
    return breaks;
}

// --- the end ------------------------------------------------------------------------------------------------------

void File::finish(const End& end) {
    if (state_.text_between && state_.claims_in_interchange) say_pending();
    if (state_.envelope.any_open() && state_.claims_in_interchange) {
        state_.complete = false;
        speaker_.say(rulebook::truncated_file,
                     end.in_claim ? TruncatedFile::inside_claim : TruncatedFile::before_trailer, state_.end,
                     [&](Finding& finding) {
                         finding.with("trailer", state_.envelope.missing_trailers());
                         if (end.in_claim) finding.with("claim", end.claim);
                     });
    } else if (end.unterminated && state_.claims_in_interchange) {
        speaker_.say(rulebook::segment_ends, SegmentEnds::missing_terminator, state_.end);
    }
    if (state_.dental != 0)
        speaker_.say(rulebook::not_a_claim_file, NotAClaimFile::unread_claims, state_.unread_place,
                     [&](Finding& finding) { finding.with_number("count", static_cast<std::int64_t>(state_.dental)); });
    if (state_.claims + state_.dental == 0 && !state_.said.other) name_nothing();
}

void File::name_nothing() {
    const Place start{0, state_.any_interchange ? 1U : 0U, 1};
    if (state_.any_set) return speaker_.say(rulebook::not_a_claim_file, NotAClaimFile::no_claims, start);
    if (state_.any_interchange) return speaker_.say(rulebook::not_a_claim_file, NotAClaimFile::no_transaction, start);
    const std::string_view first = state_.first_bytes.view();
    const bool empty = first.find_first_not_of(std::string_view("\0\x1A \t\r\n", 6)) == std::string_view::npos;
    const std::string_view what = empty ? "an empty file" : name_of_bytes(first);
    speaker_.say(rulebook::not_a_claim_file, NotAClaimFile::other_file, start,
                 [&](Finding& finding) { finding.with("what", what); });
}

}   // namespace deltoid::x12

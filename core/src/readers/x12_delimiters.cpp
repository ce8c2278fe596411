// SPDX-License-Identifier: Apache-2.0
// Delimiters: by position in the ISA header, by counting where its widths are wrong, by guessing where there is none.
#include "x12_delimiters.hpp"

namespace deltoid::x12 {
namespace {

/// An ISA with its terminator; one with over-long ids or broken lines still ends well before the other.
constexpr std::ptrdiff_t isa_size = 106;
constexpr std::size_t longest_header = 512;
/// What follows the header shows whether its last two delimiters are what they seem: a GS has no more bytes than this.
constexpr std::ptrdiff_t lookahead = 256;
/// How far a bare transaction set is searched for the segment that shows its terminator.
constexpr std::size_t bare_search = 4096;

/// Offsets of the 16 separators in a header of the right widths.
constexpr std::array<std::uint8_t, 16> separator_offsets{3,  6,  17, 20, 31, 34, 50,  53,
                                                         69, 76, 81, 83, 89, 99, 101, 103};

constexpr bool is_line_break(char c) { return c == '\n' || c == '\r'; }

using Marks = std::array<const char*, 16>;

bool separators_stand_in_place(const char* begin, const char* end) {
    if (end - begin < isa_size) return false;
    for (const std::size_t offset : separator_offsets)
        if (begin[offset] != begin[3]) return false;
    return true;
}

Look mark_separators(const char* begin, const char* end, bool at_end, Marks& marks) {
    const auto size = static_cast<std::size_t>(end - begin);
    if (separators_stand_in_place(begin, end)) {
        for (std::size_t i = 0; i < marks.size(); ++i) marks[i] = begin + separator_offsets[i];
        return Look::found;
    }
    if (end - begin < isa_size && !at_end) return Look::need_more;
    std::size_t count = 0;
    for (std::size_t i = 3; i < size && i < longest_header; ++i) {
        if (begin[i] != begin[3]) continue;
        marks[count++] = begin + i;
        if (count == marks.size()) return Look::found;
    }
    return size < longest_header && !at_end ? Look::need_more : Look::not_here;
}

bool all_digits(std::string_view text) {
    for (const char c : text)
        if (!is_line_break(c) && (c < '0' || c > '9')) return false;
    return !text.empty();
}

const char* pass_line_breaks(const char* p, const char* end) {
    while (p != end && is_line_break(*p)) ++p;
    return p;
}

/// A GS or TA1 stands at `p`: what comes first after an ISA.
bool group_at(const char* p, const char* end, char element) {
    return (end - p >= 3 && p[0] == 'G' && p[1] == 'S' && p[2] == element) ||
           (end - p >= 4 && p[0] == 'T' && p[1] == 'A' && p[2] == '1' && p[3] == element);
}

/// What ends the segment before the first ST, blanks left out; 0 when no ST is near.
char terminator_before_set(const char* p, const char* end, char element) {
    for (const char* q = p + 1; end - q >= 3; ++q) {
        if (q[0] != 'S' || q[1] != 'T' || q[2] != element) continue;
        const char* before = q - 1;
        while (before != p && is_blank(*before)) --before;
        if (is_alphanumeric(*before)) return before + 1 == q ? '\0' : before[1];
        if (*before != element) return *before;
    }
    return '\0';
}

/// A blank before a line end is noise: the line end is the terminator. A line end before a mark is a broken line.
const char* terminator_at(const char* p, const char* end) {
    const char* q = p;
    while (q != end && (*q == ' ' || *q == '\t')) ++q;
    if (q == end || !is_line_break(*q)) return p;
    const char* mark = pass_line_breaks(q, end);
    return mark != end && !is_alphanumeric(*mark) && !is_blank(*mark) ? mark : q;
}

/// Component separator and terminator, from what stands behind the 16th separator.
void read_last_delimiters(const char* behind, const char* end, Header& header) {
    Delimiters& delimiters = header.delimiters;
    const char* component = behind;
    if (const char* mark = pass_line_breaks(behind, end); mark != end && !is_alphanumeric(*mark) && !is_blank(*mark))
        component = mark;   // the line was broken before ISA16
    const char element = delimiters.element;
    const char seen = terminator_before_set(component, end, element);
    const bool group_follows = component != end && group_at(component + 1, end, element);
    const bool line_ends = component != end && component + 1 != end && is_line_break(component[1]);
    const bool no_component = component == end || is_line_break(*component) || group_at(component, end, element) ||
                              ((group_follows || line_ends) && seen == *component);
    const char* terminator = component;
    header.elements[16] = {component, 0};
    if (!no_component) {
        delimiters.component = *component;
        header.elements[16] = {component, 1};
        terminator = terminator_at(component + 1, end);
    }
    if (terminator == end || group_at(terminator, end, element)) {   // nothing ends the header
        if (seen != '\0') delimiters.terminator = seen;
        header.odd_terminator = true;
        header.end = terminator;
        return;
    }
    delimiters.terminator = *terminator;
    header.odd_terminator = is_alphanumeric(*terminator) || *terminator == ' ' || *terminator == '\t';
    header.end = terminator + 1;
}

}   // namespace

std::size_t width_of(std::string_view element) {
    std::size_t width = 0;
    for (const char c : element) width += is_line_break(c) ? 0 : 1;
    return width;
}

bool looks_like_isa(const char* begin, const char* end) {
    return end - begin >= 4 && begin[0] == 'I' && begin[1] == 'S' && begin[2] == 'A' && !is_alphanumeric(begin[3]) &&
           !is_line_break(begin[3]) && begin[3] != ' ';
}

Look read_isa(const char* begin, const char* end, bool at_end, Header& header) {
    if (end - begin < 4) return at_end ? Look::not_here : Look::need_more;
    if (!looks_like_isa(begin, end)) return Look::not_here;
    Marks marks{};
    if (const Look look = mark_separators(begin, end, at_end, marks); look != Look::found) return look;
    const char* behind = marks.back() + 1;
    if (end - behind < lookahead && !at_end) return Look::need_more;

    header = Header();
    header.delimiters.element = begin[3];
    header.elements[0] = {begin, 3};
    for (std::size_t i = 1; i < 16; ++i)
        header.elements[i] = {marks[i - 1] + 1, static_cast<std::size_t>(marks[i] - marks[i - 1] - 1)};
    if (!all_digits(header.elements[12]) && !separators_stand_in_place(begin, end)) return Look::not_here;
    read_last_delimiters(behind, end, header);

    for (std::size_t i = 1; i < Header::element_count; ++i) {
        const std::size_t width = width_of(header.elements[i]);
        if (width != isa_widths[i]) header.wrong_widths |= 1U << i;
        if (width != header.elements[i].size()) header.broken_lines = true;
    }
    const char* repetition = pass_line_breaks(header.elements[11].data(), marks[11]);
    if (repetition != marks[11] && !is_alphanumeric(*repetition) && *repetition != ' ')
        header.delimiters.repetition = *repetition;
    const Delimiters& d = header.delimiters;
    header.shared_delimiter = d.element == d.component || d.element == d.terminator || d.component == d.terminator ||
                              (d.repetition != 0 && (d.repetition == d.component || d.repetition == d.terminator));
    return Look::found;
}

namespace {

/// Segments that come second in a transaction set or a group, or early in an 837.
constexpr std::array<std::string_view, 16> early_segments{"ST", "BHT", "BPR", "NM1", "HL",  "REF", "TRN", "PER",
                                                          "N1", "BGN", "AK1", "BEG", "DTM", "GS",  "CLM", "SE"};

bool early_segment_at(const char* p, const char* end, char element) {
    for (const std::string_view id : early_segments) {
        if (static_cast<std::size_t>(end - p) <= id.size()) continue;
        if (std::string_view(p, id.size()) == id && p[id.size()] == element) return true;
    }
    return false;
}

}   // namespace

Look read_bare(const char* begin, const char* end, bool at_end, Header& header) {
    if (end - begin < 4) return at_end ? Look::not_here : Look::need_more;
    const std::string_view id(begin, 2);
    if ((id != "ST" && id != "GS") || is_alphanumeric(begin[2]) || is_blank(begin[2])) return Look::not_here;
    const char element = begin[2];
    for (const char* p = begin + 3; p != end && static_cast<std::size_t>(p - begin) < bare_search; ++p) {
        if (!early_segment_at(p, end, element)) continue;
        const char* before = p - 1;
        while (before > begin + 2 && is_blank(*before)) --before;
        const bool only_blanks = is_alphanumeric(*before);
        if (only_blanks && before == p - 1) continue;   // inside a word
        const char terminator = only_blanks ? before[1] : *before;
        if (terminator == element || terminator == ' ' || terminator == '\t') continue;
        header = Header();
        header.bare = true;
        header.delimiters = {element, ':', 0, terminator};
        header.end = begin;
        return Look::found;
    }
    const bool searched = static_cast<std::size_t>(end - begin) >= bare_search;
    return searched || at_end ? Look::not_here : Look::need_more;
}

}   // namespace deltoid::x12

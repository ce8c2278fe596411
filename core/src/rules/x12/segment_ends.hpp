// SPDX-License-Identifier: Apache-2.0
// X12003: segments end oddly or are broken by line ends.
#pragma once

#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12003.
enum class SegmentEnds : std::uint8_t {
    broken_lines,         ///< no places
    missing_terminator,   ///< no places
    odd_terminator,       ///< {terminator}
    shared_delimiter,     ///< no places
    other_component       ///< {said} {used}
};

inline constexpr std::string_view segment_ends_messages[] = {
    "Line breaks inside segments, first here, were left out. An editor or e-mail may have wrapped the file.",
    "The last segment has no terminator. Some receivers take the file as cut off.",
    "The file header does not end in a proper segment terminator; \"{terminator}\" was taken for it. "
    "Receivers may read nothing.",
    "The file header uses one character as two separators. Fields with several parts may be read wrongly.",
    "The file header names \"{said}\" as the separator inside elements, but the claims use \"{used}\". They were read "
    "with it, but most receivers will not.",
};
inline constexpr Source segment_ends_sources[] = {x12::interchange, x12::envelope};
inline constexpr auto segment_ends_text = x12::join(
    x12::isa, x12::group, x12::set, x12::provider,
    "HL*2*1*22*0~\nSBR*P*18*******MB~\nNM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\nN3*2 MAIN ST~\nN4*AUSTIN*TX*787010001~\n"
    "DMG*D8*19640201*F~\nNM1*PR*2*MEDI\nCARE PART B*****PI*04402~\n",
    x12::claim, x12::visit_and_injection, x12::drug, x12::ends);
inline constexpr Example segment_ends_bad[] = {
    {"The payer is broken over two lines.", x12::view(segment_ends_text), "{}", true}};
inline constexpr Example segment_ends_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline constexpr Rule segment_ends{
    .id = "X12003",
    .name = "segment-ends",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary =
        "A segment terminator is missing or odd, line breaks stand inside segments, or separators are not what "
        "the header says.",
    .why = "Receivers take a line break inside a segment as data, and a missing terminator as a file cut off.",
    .fix = "Send the file as it was exported: not through the text of an e-mail or an editor that wraps lines.",
    .myth = "",
    .messages = segment_ends_messages,
    .sources = segment_ends_sources,
    .bad = segment_ends_bad,
    .good = segment_ends_good,
};

}   // namespace deltoid::rulebook

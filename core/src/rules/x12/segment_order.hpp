// SPDX-License-Identifier: Apache-2.0
// X12008: segments stand where they do not belong, or too often.
#pragma once

#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12008.
enum class SegmentOrder : std::uint8_t {
    text_between,           ///< no places
    unknown_segment,        ///< {segment}
    no_subscriber,          ///< no places
    service_without_line,   ///< {line} {segment}
    line_without_service,   ///< {line}
    date_without_line,      ///< no places
    repeated,               ///< {segment}
    out_of_place,           ///< {segment}
    unknown_level           ///< {text}
};

inline constexpr std::string_view segment_order_messages[] = {
    "Text that is not a segment was passed over here. It may come from an e-mail or a printed page.",
    "The segment \"{segment}\" does not belong in an 837 and was passed over. Others like it are not named.",
    "The claim has no subscriber above it (HL 22 or 23). It was read without patient and payer.",
    "Line {line}: its {segment} has no LX before it. It was read as a line of its own.",
    "Line {line}: no service (SV1) follows its LX. A receiver rejects the claim.",
    "A date of service before the first line was not read. In an 837P it belongs to the lines.",
    "{segment} comes a second time here. The first one counts.",
    "{segment} is in another loop than its own. It was read nevertheless.",
    "This HL has the level \"{text}\", which an 837 does not have. It was passed over.",
};
inline constexpr Source segment_order_sources[] = {x12::loops};
inline constexpr auto segment_order_text =
    x12::join(x12::isa, x12::group, x12::set, x12::provider, x12::subscriber, x12::claim, x12::visit_and_injection,
              "SV1*HC:J1885:JZ*12*UN*4***1~\nDTP*472*D8*20260915~\nSE*31*0001~\nGE*1*101~\nIEA*1*000000101~\n");
inline constexpr Example segment_order_bad[] = {
    {"The drug has no LX of its own.", x12::view(segment_order_text), "{}", true}};
inline constexpr Example segment_order_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline constexpr Rule segment_order{
    .id = "X12008",
    .name = "segment-order",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "A segment is out of its place, or comes more often than an 837 has room for.",
    .why = "A segment in the wrong place is read as something else, or not at all.",
    .fix = "Correct the order in the software that writes the file.",
    .myth = "",
    .messages = segment_order_messages,
    .sources = segment_order_sources,
    .bad = segment_order_bad,
    .good = segment_order_good,
};

}   // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// X12001: counts and control numbers of the envelope do not agree.
#pragma once

#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12001.
enum class EnvelopeCounts : std::uint8_t {
    wrong_count,       ///< {trailer} {said} {things} {found}
    wrong_control,     ///< {trailer} {said} {header} {wanted}
    lost_zeros,        ///< {trailer} {said} {header} {wanted}; notice
    missing_trailer,   ///< {trailer} {next}
    missing_header     ///< {trailer} {header}
};

inline constexpr std::string_view envelope_counts_messages[] = {
    "{trailer} says {said} {things}, but there are {found}. The payer may refuse the whole file.",
    "{trailer} carries the number \"{said}\", but {header} has \"{wanted}\". The payer may refuse the whole file.",
    "{trailer} carries the number \"{said}\", and {header} has \"{wanted}\". Most receivers take them for the same.",
    "{trailer} is missing before this {next}. Claims may have been lost where two files were put together.",
    "This {trailer} ends what no {header} began. Claims may have been lost before it.",
};
inline constexpr Source envelope_counts_sources[] = {x12::interchange, x12::application, x12::envelope};
inline constexpr auto envelope_counts_text =
    x12::join(x12::isa, x12::group, x12::set, x12::provider, x12::subscriber, x12::claim, x12::visit_and_injection,
              x12::drug, "SE*31*0001~\nGE*1*101~\nIEA*1*000000101~\n");
inline constexpr Example envelope_counts_bad[] = {
    {"SE counts 31 segments where there are 32.", x12::view(envelope_counts_text), "{}", true}};
inline constexpr Example envelope_counts_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline constexpr Rule envelope_counts{
    .id = "X12001",
    .name = "envelope-counts",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The counts or control numbers in SE, GE or IEA do not agree with the file.",
    .why = "A payer or clearinghouse refuses such a file as a whole, and none of its claims arrives.",
    .fix = "Export the file again; correct the numbers by hand only when nothing else was touched.",
    .myth = "",
    .messages = envelope_counts_messages,
    .sources = envelope_counts_sources,
    .bad = envelope_counts_bad,
    .good = envelope_counts_good,
};

}   // namespace deltoid::rulebook

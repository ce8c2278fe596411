// SPDX-License-Identifier: Apache-2.0
// X12002: the ISA header does not have its fixed widths.
#pragma once

#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12002.
enum class IsaWidths : std::uint8_t {
    one,       ///< {found} {element} {wanted}
    missing,   ///< no places
    several    ///< {elements}
};

inline constexpr std::string_view isa_widths_messages[] = {
    "The file header has {found} characters in {element}, not {wanted}. A receiver that reads by position refuses the "
    "file.",
    "The file has no ISA header; its separators were guessed. A receiver refuses a file without one.",
    "The file header has wrong widths in {elements}. A receiver that reads by position refuses the file.",
};
inline constexpr Source isa_widths_sources[] = {x12::interchange, x12::envelope};
inline constexpr auto isa_widths_text = x12::join(
    "ISA*00*          *00*          *ZZ*CLINIC        *ZZ*PAYER          *260916*0800*^*00501*000000101*0*P*:~\n",
    x12::group, x12::set, x12::provider, x12::subscriber, x12::claim, x12::visit_and_injection, x12::drug, x12::ends);
inline constexpr Example isa_widths_bad[] = {
    {"The sender is one blank short.", x12::view(isa_widths_text), "{}", true}};
inline constexpr Example isa_widths_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline constexpr Rule isa_widths{
    .id = "X12002",
    .name = "isa-widths",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The ISA header has elements of another width than the standard fixes.",
    .why =
        "Many receivers read the header by position: one wrong width shifts all that follows, and the "
        "file is refused.",
    .fix =
        "Let the software that writes the file pad sender and receiver to 15 characters and the control "
        "number to 9 digits.",
    .myth = "",
    .messages = isa_widths_messages,
    .sources = isa_widths_sources,
    .bad = isa_widths_bad,
    .good = isa_widths_good,
};

}   // namespace deltoid::rulebook

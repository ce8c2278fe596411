// SPDX-License-Identifier: Apache-2.0
// X12009: the file holds bytes that X12 should not.
#pragma once

#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12009.
enum class Encoding : std::uint8_t {
    byte_order_mark,   ///< no places; notice
    control_bytes,     ///< {code}
    not_utf8           ///< no places
};

inline constexpr std::string_view encoding_messages[] = {
    "The file begins with a byte order mark, as Windows editors write it. It was left out; some receivers refuse it.",
    "The file has control bytes (code {code}), first here. They were read as they are.",
    "The file has letters in another encoding than UTF-8, first here. They are shown as Latin-1.",
};
inline constexpr Source encoding_sources[] = {x12::envelope, x12::application};
inline constexpr auto encoding_text =
    x12::join(x12::isa, x12::group, x12::set, x12::provider,
              "HL*2*1*22*0~\nSBR*P*18*******MB~\nNM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\nN3*2 RUE DE L'\xC9"
              "COLE~\nN4*AUSTIN*TX*787010001~\n"
              "DMG*D8*19640201*F~\nNM1*PR*2*MEDICARE PART B*****PI*04402~\n",
              x12::claim, x12::visit_and_injection, x12::drug, x12::ends);
inline constexpr Example encoding_bad[] = {
    {"A street with a letter in Latin-1.", x12::view(encoding_text), "{}", true}};
inline constexpr Example encoding_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline constexpr Rule encoding{
    .id = "X12009",
    .name = "encoding",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The file has a byte order mark, control bytes or text in another encoding.",
    .why = "Payers take plain ASCII at best; some refuse the file, some change names.",
    .fix = "Export the file as plain text without a byte order mark.",
    .myth = "",
    .messages = encoding_messages,
    .sources = encoding_sources,
    .bad = encoding_bad,
    .good = encoding_good,
};

}   // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// What a transaction set is by its labels, and what a file is that is no X12 at all.
#pragma once

#include <cstdint>
#include <string_view>

#include "deltoid/values.hpp"

namespace deltoid::x12 {

/// What the claims of an 837 are, by its label or by their service segments (SV1, SV2, SV3).
enum class Content : std::uint8_t { unknown, professional, institutional, dental };

/// A version label (ST03, GS08): "005010X222A1" is guide 222 of release 005010.
struct Label {
    bool old_release = false;   ///< before 005010
    std::uint16_t guide = 0;    ///< 0: none named
    Content content = Content::unknown;
};

[[nodiscard]] Label read_label(std::string_view text);

/// For guides whose claims are not sent to be paid: "a guide for ..."; "" for all others.
[[nodiscard]] std::string_view purpose_of(std::uint16_t guide);

/// "professional (SV1)".
[[nodiscard]] std::string_view name_of(Content content);
/// "837P"; "837" when the content is unknown.
[[nodiscard]] std::string_view format_of(Content content);

/// "a remittance advice (835)"; "" for a transaction without a name here.
[[nodiscard]] std::string_view name_of_transaction(std::string_view identifier, std::uint16_t guide);
/// "277CA" for the acknowledgement; else the identifier.
[[nodiscard]] std::string_view format_of_transaction(std::string_view identifier, std::uint16_t guide);

/// What a file that is no X12 is, by its first bytes: "a PDF document"; "no file of a kind known here" at worst.
[[nodiscard]] std::string_view name_of_bytes(std::string_view first);

/// CCYYMMDD, or YYMMDD of this century as in ISA09; none() for anything else.
[[nodiscard]] Day read_envelope_day(std::string_view text);

}   // namespace deltoid::x12

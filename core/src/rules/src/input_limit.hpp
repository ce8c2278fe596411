// SPDX-License-Identifier: Apache-2.0
// SRC005: a claim is larger or nested deeper than any claim is.
#pragma once

#include <array>
#include <string_view>

#include "deltoid/rule.hpp"

namespace deltoid {

/// Messages of SRC005, by the limit.
enum class InputLimit : std::uint8_t {
    size,       ///< {claim} {limit} in MiB
    depth,      ///< {claim} {limit}
    elements,   ///< {claim} {what} {limit}
    values,     ///< {claim} {limit}
    references, ///< {limit}: of a FHIR Bundle
    resource,   ///< {what}: a resource of FHIR that is no claim
    day         ///< {limit}
};

namespace src005 {
inline constexpr std::array<std::string_view, 7> messages{
    "Claim {claim} of the file is larger than {limit} MiB, so it was not checked.",
    "Claim {claim} of the file is nested deeper than {limit} levels, so it was not checked.",
    "Claim {claim} of the file has more than {limit} {what}; the rest was not read.",
    "Claim {claim} of the file has more than {limit} values, so it was not checked.",
    "A Bundle has more patients, coverages and providers than are kept ({limit}, or 4 MiB); references to the others "
    "lead to nothing.",
    "{what} of the file is too large or nested too deep, so what refers to it is not known.",
    "More than {limit} lines of the batch are of this patient, provider and day; the rest was not compared with them."};
inline constexpr std::array<Source, 1> sources{{
    {"RFC 8259, section 9: a parser may set limits on size and depth",
     "https://www.rfc-editor.org/rfc/rfc8259#section-9", "2017-12-01", ""},
}};
inline constexpr std::array<Example, 1> bad{{
    {"Brackets in brackets, 70 deep.",
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
     "{}", true},
}};
inline constexpr std::array<Example, 1> good{{
    {"A claim's own nesting is five levels deep.", R"([{"op":"add","path":"/note","value":"five levels"}])"},
}};
}   // namespace src005

inline constexpr Rule rule_src005{
    .id = "SRC005",
    .name = "input-limit",
    .level = Level::error,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "A claim is larger, deeper or longer than claims are.",
    .why = "Such a file could use up the memory; most often it is not what its name says.",
    .fix = "Look at the file: it is damaged, or several claims have run into one.",
    .myth = "",
    .messages = src005::messages,
    .sources = src005::sources,
    .bad = src005::bad,
    .good = src005::good,
};

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// SRC003: an element of a JSON or FHIR claim is not of the shape that the contract gives it.
#pragma once

#include <array>
#include <string_view>

#include "deltoid/rule.hpp"
#include "rules/malformed_values.hpp"

namespace deltoid {

/// Messages of SRC003, by what is out of shape.
enum class ElementShape : std::uint8_t {
    value,          ///< {what} {text} {wanted}: any date, amount or quantity; said once for all readers of JSON
    kind,           ///< {pointer} {wanted} {found}
    too_many,       ///< {pointer} {count} {limit}
    unknown_key,    ///< {pointer} {key}
    similar_key,    ///< {pointer} {key} {similar}
    more_keys,      ///< no places
    twice,          ///< {pointer}
    not_json,       ///< {claim} {byte} {row}
    cut_short,      ///< {claim}
    no_object,      ///< {claim} {found}
    no_claim,       ///< {claim}
    not_utf8,       ///< {claim}
    stray,          ///< {text}
    comma,          ///< {row}
    left_open,      ///< {claim}: how many
    more_elements,  ///< {count} {claim}
    resource,       ///< {what} {byte} {row}: a resource of FHIR that is no claim
    reference,      ///< {what} {count}
    diagnosis,      ///< {count}
    place,          ///< {count}
    withheld,       ///< {count}
    uncoded,        ///< {count}
    missing_date    ///< {line}
};

namespace src003 {
inline constexpr std::array<std::string_view, 23> messages{
    "{place} {what} cannot be read: \"{text}\" is not {wanted}.",
    "{pointer} must be {wanted}, but {found} is there, so it was not read.",
    "{pointer} holds {count} elements; only the first {limit} were read.",
    "A claim has no key \"{key}\" ({pointer}), so it was not read.",
    "A claim has no key \"{key}\" ({pointer}), so it was not read; did you mean \"{similar}\"?",
    "There are more keys that a claim does not have; they were not read and are not named.",
    "{pointer} is given twice; the last one was read.",
    "Claim {claim} of the file is not JSON from byte {byte} on (text line {row}), so it was not checked.",
    "The file ends inside claim {claim}, so that claim was not checked.",
    "Claim {claim} of the file is {found}, not an object, so it was not checked.",
    "Claim {claim} of the file has none of a claim's keys, so there was nothing to check.",
    "Claim {claim} of the file is not UTF-8; it was read as Latin-1.",
    "Between the claims \"{text}\" was passed over: it is not JSON.",
    "The list of claims has a comma too many or too few (text line {row}).",
    "The file ends without closing what it opened around its claims and may be cut short. Claims read: {claim}.",
    "{count} more elements of claim {claim} are out of shape; they are not named.",
    "{what} of the file cannot be read from byte {byte} on (text line {row}), so what refers to it is not known.",
    "References to {what} lead to nothing in the file (claims: {count}), so what stands there is not known.",
    "Diagnoses without an ICD code were not read (claims: {count}).",
    "Places of service outside the code set of CMS were not read (lines: {count}).",
    "Procedure codes are withheld by the sender (lines: {count}); these lines were read without a code.",
    "Lines of claims have neither a CPT nor a HCPCS code (lines: {count}); they were read without a code.",
    "Line {line}: the date of service is missing (box 24A), so the line was not checked for its day."};
inline constexpr std::array<Source, 1> sources{{
    {"RFC 8259, The JavaScript Object Notation (JSON) Data Interchange Format",
     "https://www.rfc-editor.org/rfc/rfc8259", "2017-12-01", ""},
}};
inline constexpr std::array<Example, 2> bad{{
    {"A list stands where a text is wanted.", R"([{"op":"add","path":"/note","value":["first","second"]}])"},
    {"The day of receipt is not written as an ISO date.",
     R"([{"op":"add","path":"/received_date","value":"20.09.2026"}])"},
}};
inline constexpr std::array<Example, 2> good{{
    {"null and the empty text mean the same as no key.", R"([{"op":"add","path":"/note","value":null}])"},
    {"A key of one's own begins with an underscore or x_.",
     R"([{"op":"add","path":"/x_batch","value":{"clerk":"7"}}])"},
}};
}   // namespace src003

inline void check_json_values(const ClaimContext& context, Report& report) {
    if (context.from_x12 || context.from_csv) return;   // X12007 and SRC002 speak of theirs
    rulebook::say_malformed_values(context, static_cast<std::uint8_t>(ElementShape::missing_date), report);
}

inline constexpr Rule rule_src003{
    .id = "SRC003",
    .name = "element-shape",
    .level = Level::error,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "Something in a JSON or FHIR file does not have the form that a claim has there.",
    .why = "What cannot be read is not checked, and a claim without it may look better or worse than it is.",
    .fix = "Write the element as the contract has it; the finding names its place.",
    .myth = "",
    .messages = src003::messages,
    .sources = src003::sources,
    .bad = src003::bad,
    .good = src003::good,
    .check_claim = &check_json_values,
};

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// A note as it was written at the injection, read into the fields of an administration record.
#pragma once

#include <string>
#include <string_view>

namespace deltoid {

/// Reads a note in free text, English or Spanish. The answer is one JSON object:
///
///     { "language": "en", "administrations": [
///         { "documentation": { "drug": "Toradol", "dose": "60 mg", "route": "IM", ... },
///           "taken":  [ { "field": "dose", "value": "60 mg", "from": 8, "to": 13, "words": "60 mg" } ],
///           "unsure": [ { "field": "site", "candidates": [ "left deltoid", "right deltoid" ], "reason": "..." } ] } ],
///       "remarks": [ "..." ] }
///
/// One record for each drug that the note says was given; none when it was ordered, refused, held, given another time or
/// taken at home. `documentation` has the contract's names and only the fields that the note leaves no doubt about;
/// `from` and `to` are bytes of `text`. A field with several candidates stays open and stands in `unsure`. `language` is
/// "en", "es" or "unknown"; in another language nothing is read. At most the first 64 KiB are read, in linear time.
[[nodiscard]] std::string read_note(std::string_view text);

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Text as it stands in JSON: escaped, and valid UTF-8 whatever bytes it was sent as.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace deltoid {

/// `text` as a JSON string, with its quotes. A text that is not valid UTF-8 is shown as Latin-1; control characters,
/// DEL and C1 among them, are escaped, so that no output moves a terminal's cursor.
void append_json_string(std::string& out, std::string_view text);

/// The same without quotes.
void append_json_escaped(std::string& out, std::string_view text);

/// How many bytes of `text` are UTF-8 as RFC 3629 has it: shortest forms, no surrogates, nothing over U+10FFFF.
[[nodiscard]] std::size_t utf8_prefix(std::string_view text);
[[nodiscard]] inline bool is_utf8(std::string_view text) { return utf8_prefix(text) == text.size(); }

/// A character (at most U+10FFFF) as UTF-8.
void append_utf8(std::string& out, char32_t character);

}   // namespace deltoid

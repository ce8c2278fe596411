// SPDX-License-Identifier: Apache-2.0
// JSON for the tests: values as trees, patches (RFC 6902) and merges (RFC 7396). One unit knows nlohmann, since it
// costs seconds of compiling; tests talk to it through views and this plain tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deltoid::test {

/// A JSON value; members keep the order of the text. What a tree does not hold is null.
struct Json {
    enum class Kind : std::uint8_t { null, boolean, number, text, object, list };
    Kind kind = Kind::null;
    std::string text;                  ///< of a text; "true", "false"; a number
    std::vector<std::string> keys;     ///< of an object
    std::vector<Json> values;          ///< of an object or a list

    [[nodiscard]] static Json of_text(std::string_view text);

    [[nodiscard]] const Json& operator[](std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] bool is_null() const { return kind == Kind::null; }
    [[nodiscard]] std::int64_t number() const;   ///< 0 for what is no whole number
    void remove(std::string_view key);
    void set(std::string_view key, Json value);

    bool operator==(const Json&) const = default;
};

/// Throws std::invalid_argument, with the beginning of the text, when it is not JSON.
[[nodiscard]] Json parse_json(std::string_view text);
[[nodiscard]] std::string to_text(const Json& value);

/// The document with the patch applied. Throws std::invalid_argument, naming the operation, when one does not apply.
[[nodiscard]] std::string patched(std::string_view document, std::string_view patch);
/// The document with the members of `over` put over its own.
[[nodiscard]] std::string merged(std::string_view document, std::string_view over);

}  // namespace deltoid::test

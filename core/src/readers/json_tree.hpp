// SPDX-License-Identifier: Apache-2.0
// A small JSON value as a tree: for fixes and the like, never for claims.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/json_events.hpp"

namespace deltoid {

struct JsonNode {
    enum class Kind { null, boolean, number, text, object, list };
    Kind kind = Kind::null;
    std::string key;    ///< its name, in an object
    std::string text;   ///< of a text; of a boolean or a number as written
    std::vector<JsonNode> children;

    /// Null and the empty text say the same: nothing.
    [[nodiscard]] bool says_nothing() const { return kind == Kind::null || (kind == Kind::text && text.empty()); }
    [[nodiscard]] bool is_scalar() const { return kind != Kind::object && kind != Kind::list; }
    /// The member of that name; null when there is none.
    [[nodiscard]] const JsonNode* member(std::string_view name) const {
        for (const JsonNode& child : children)
            if (child.key == name) return &child;
        return nullptr;
    }
};

/// Nesting that a tree may have: what uses trees can recurse.
inline constexpr std::size_t json_tree_depth_limit = 32;

/// False when `text` is not JSON or too deep.
[[nodiscard]] bool read_json_tree(std::string_view text, JsonNode& root);

/// The same value as JSON again.
void append_json(std::string& out, const JsonNode& node);

}   // namespace deltoid

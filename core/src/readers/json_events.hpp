// SPDX-License-Identifier: Apache-2.0
// JSON as a sequence of events: a parser of our own, so that numbers stay as they are written and the engine small.
#pragma once

#include <cstddef>
#include <string_view>

namespace deltoid {

/// What a JSON text holds, in its order. Views are good during the call only.
class JsonEvents {
public:
    virtual ~JsonEvents() = default;
    virtual void null() = 0;
    virtual void boolean(bool value) = 0;
    /// As it is written: no number goes through a double.
    virtual void number(std::string_view text) = 0;
    virtual void string(std::string_view text) = 0;
    virtual void key(std::string_view text) = 0;
    virtual void begin_object() = 0;
    virtual void end_object() = 0;
    virtual void begin_array() = 0;
    virtual void end_array() = 0;
};

inline constexpr std::size_t no_json_error = static_cast<std::size_t>(-1);

/// Tells `events` what `text` holds, as far as it is one JSON value (RFC 8259) in UTF-8. Returns where it stops being
/// that (the length of `text` when it ends too early), else no_json_error. Its depth costs memory, not stack.
[[nodiscard]] std::size_t parse_json(std::string_view text, JsonEvents& events);

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// The border between core and JavaScript: bytes in, bytes out, and no claim logic. An instance holds one session at a
// time. border.mjs is the other side of it; engine.ts says what each function is to a caller.
//
// Plain exports, no glue: bytes come in where a call before has made room for them, and go out as a view of the
// engine's memory that is good until the next call. So the engine needs nothing of its host (border.mjs).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"

/// The name that JavaScript knows a function by.
#define EXPORT(name) __attribute__((export_name(name)))

// A namespace of its own, because C has an open() already.
namespace border {

/// Bytes handed over: where they begin, and how many they are.
struct View {
    const char* begin;
    std::size_t size;
};

[[nodiscard]] deltoid::Checker& session();

/// Hands over bytes that stay where they are until the next call.
[[nodiscard]] const View* view(std::string_view bytes);
/// Hands over a text that is kept until the next call.
[[nodiscard]] const View* keep(std::string text);

/// Texts of a call: the host writes them, one behind the other, before it calls.
[[nodiscard]] std::string& texts();
[[nodiscard]] std::string_view text(std::size_t size, std::size_t from = 0);

/// [{"path","message"}], or "" when there are none.
[[nodiscard]] std::string as_json(const std::vector<deltoid::Problem>& problems);

}  // namespace border

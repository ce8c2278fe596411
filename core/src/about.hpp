// SPDX-License-Identifier: Apache-2.0
// What this build is: its version and the editions of its tables.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "deltoid/tables.hpp"

namespace deltoid {

[[nodiscard]] std::string_view version_text();
/// "tables":[{"name","edition","from","to","sha256"}...]
void append_editions(std::string& out, std::span<const Edition> editions);

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// The catalogue from inside: a rule's index, and the rules that readers speak through.
#pragma once

#include <cstddef>
#include <string>

#include "deltoid/rule.hpp"

namespace deltoid {

/// Position in rules(): the order of ids.
[[nodiscard]] std::size_t rule_index(const Rule& rule);

/// First 12 hex digits of the SHA-256 over every rule's id and texts.
[[nodiscard]] const std::string& rulebook_digest();

}  // namespace deltoid

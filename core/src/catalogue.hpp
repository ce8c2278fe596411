// SPDX-License-Identifier: Apache-2.0
// The catalogue from inside: a rule's index, and the rules that readers speak through.
#pragma once

#include <cstddef>
#include <string_view>

#include "deltoid/rule.hpp"

namespace deltoid {

/// A rule as its file defines it, for code that speaks for one rule: its id alone, since no definition is part of the
/// program (rules/rule_texts.hpp).
struct DefinedRule {
    Literal id;
    constexpr DefinedRule(const Rule& definition) : id(definition.id.data()) {}   // not explicit: callers name rules
};
/// The same rule in the catalogue.
[[nodiscard]] const Rule& catalogued(DefinedRule definition);

/// Position in rules(): the order of ids.
[[nodiscard]] std::size_t rule_index(const Rule& rule);

/// 12 hex digits over what every rule says, made when the program is built: other texts, other digits.
[[nodiscard]] std::string_view rulebook_digest();

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// What services and claims hold of what rules need: most rules are never asked, because of this.
#pragma once

#include <span>

#include "context.hpp"

namespace deltoid {

/// Each is a condition without which the rules that need it cannot speak; their cases hold that.
[[nodiscard]] Needs needs_of(const Service& service);

/// What several services have together.
[[nodiscard]] constexpr Needs together(Needs a, Needs b) {
    return a | b | ((a & b & needs(Need::injection)) != 0 ? needs(Need::several_injections) : 0);
}

/// What only a claim by itself tells: a day's services do not carry it.
[[nodiscard]] Needs needs_of(const Claim& claim, std::span<const Service> services);

/// Box 22, CLM05-3; '1' when it is none.
[[nodiscard]] char frequency_of(const Claim& claim);

}  // namespace deltoid

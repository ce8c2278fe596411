// SPDX-License-Identifier: Apache-2.0
// How much of a brute force is run: all of it natively, a part under a sanitizer, which is twenty times slower.
#pragma once

#include <cstddef>

namespace deltoid::test {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

/// A prime, so that the part is not always of the same kind.
inline constexpr std::size_t brute_force_step = sanitized ? 23 : 1;

}  // namespace deltoid::test

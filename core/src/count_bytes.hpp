// SPDX-License-Identifier: Apache-2.0
// Counts line ends and segment ends, for places in a file.
#pragma once

#include <cstddef>
#include <cstdint>

namespace deltoid {

/// How often `what` stands between `begin` and `end`. In blocks small enough for a byte to count: compilers turn that into
/// vector instructions, sixteen bytes at a time, which they do not for std::count and its wide sum.
[[nodiscard]] inline std::uint32_t count_bytes(const char* begin, const char* end, char what) {
    constexpr std::ptrdiff_t block = 240;   // a byte holds 255
    std::uint32_t count = 0;
    while (begin != end) {
        const char* const stop = end - begin > block ? begin + block : end;
        std::uint8_t in_block = 0;
        for (; begin != stop; ++begin) in_block = static_cast<std::uint8_t>(in_block + (*begin == what ? 1 : 0));
        count += in_block;
    }
    return count;
}

}   // namespace deltoid

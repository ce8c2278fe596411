// SPDX-License-Identifier: Apache-2.0
// The one sort of positions.
#include "sorting.hpp"

#include <numeric>

namespace deltoid {

std::vector<std::uint32_t> sorted_positions(std::size_t size, const void* rows, ComesBefore before) {
    std::vector<std::uint32_t> positions(size);
    std::iota(positions.begin(), positions.end(), std::uint32_t{0});
    std::sort(positions.begin(), positions.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (before(rows, a, b)) return true;
        return a < b && !before(rows, b, a);
    });
    return positions;
}

}  // namespace deltoid

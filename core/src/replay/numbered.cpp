// SPDX-License-Identifier: Apache-2.0
// Numbers for values: a table by hash, at most half full.
#include "numbered.hpp"

#include <algorithm>

#include "keys.hpp"

namespace deltoid::replay {

std::uint16_t& Numbered::place_of(std::uint64_t value) {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = mix(value, 0x51ED270B27A1F3C5U) >> 32;
    while (places_[at & mask] != 0 && values_[places_[at & mask] - 1U] != value) ++at;
    return places_[at & mask];
}

void Numbered::grow() {
    places_.assign(std::max<std::size_t>(64, 2 * places_.size()), 0);
    for (std::size_t i = 0; i < values_.size(); ++i) place_of(values_[i]) = static_cast<std::uint16_t>(i + 1);
}

std::uint16_t Numbered::keep(std::uint64_t value, std::uint32_t row) {
    if (2 * values_.size() >= places_.size()) grow();
    std::uint16_t& place = place_of(value);
    if (place == 0 && values_.size() == apart) {
        apart_.push_back({row, value});
        return apart;
    }
    if (place == 0) {
        values_.push_back(value);
        place = static_cast<std::uint16_t>(values_.size());
    }
    return static_cast<std::uint16_t>(place - 1U);
}

std::uint64_t Numbered::value(std::uint16_t number, std::uint32_t row) const {
    if (number != apart) return values_[number];
    const auto before = [](const Apart& one, std::uint32_t wanted) { return one.row < wanted; };
    return std::lower_bound(apart_.begin(), apart_.end(), row, before)->value;
}

}   // namespace deltoid::replay

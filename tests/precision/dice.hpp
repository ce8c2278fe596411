// SPDX-License-Identifier: Apache-2.0
// Seeded chance for generated claims: the same seed gives the same claims on every machine and library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace deltoid::test::precision {

/// SplitMix64 (Steele, Lea, Flood 2014). The standard library's distributions differ between libraries.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    /// Both ends included.
    int between(int least, int most) {
        return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }

    template <class List>
    auto& of(List& list) {
        return list[next() % std::size(list)];
    }
    template <class List>
    const auto& of(const List& list) {
        return list[next() % std::size(list)];
    }

private:
    std::uint64_t state_;
};

}   // namespace deltoid::test::precision

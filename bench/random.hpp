// SPDX-License-Identifier: Apache-2.0
// Numbers that look random and are the same everywhere: the standard library's distributions differ between vendors.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace deltoid::bench {

/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// A number from 0 to `bound` - 1.
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>((high_half() * bound) >> 32); }
    /// A number from `first` to `last`, both included.
    std::uint32_t between(std::uint32_t first, std::uint32_t last) { return first + below(last - first + 1); }
    bool percent(std::uint32_t share) { return below(100) < share; }
    template <class Choice, std::size_t size>
    const Choice& pick(const std::array<Choice, size>& choices) {
        return choices[below(size)];
    }

private:
    std::uint64_t high_half() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
        return (mixed ^ (mixed >> 31)) >> 32;
    }

    std::uint64_t state_;
};

}   // namespace deltoid::bench

// SPDX-License-Identifier: Apache-2.0
// The nesting of interchange, group and transaction set: counts and control numbers, and what is wrong with them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "x12_speaker.hpp"

namespace deltoid::x12 {

/// From outside to inside: ISA to IEA, GS to GE, ST to SE.
enum class Level : std::uint8_t { interchange, group, set };

/// Defects are warnings: what stands inside is read nevertheless.
class Envelope {
public:
    [[nodiscard]] bool open(Level level) const { return at(level).open; }
    [[nodiscard]] bool any_open() const { return open(Level::interchange) || open(Level::group) || open(Level::set); }
    [[nodiscard]] const Place& place(Level level) const { return at(level).place; }

    /// A header. `segments`: how many segments stand before it in the input.
    void begin(Level level, std::string_view control, std::uint64_t segments, const Place& where, Speaker* speaker);
    /// A trailer with the count and control number it gives. `speaker` null: nothing is said.
    void end(Level level, std::string_view count, std::string_view control, std::uint64_t segments, const Place& where,
             Speaker* speaker);
    /// Forgets what is open.
    void abandon() { parts_ = {}; }
    /// The trailers that are missing, as words: "SE, GE and IEA".
    [[nodiscard]] std::string_view missing_trailers(Level outermost = Level::interchange) const;

private:
    struct Part {
        bool open = false;
        ShortText control;
        Place place;
        std::uint64_t inside = 0;   ///< groups or sets in it; for a set the segments before it
    };

    [[nodiscard]] const Part& at(Level level) const { return parts_[static_cast<std::size_t>(level)]; }
    [[nodiscard]] Part& at(Level level) { return parts_[static_cast<std::size_t>(level)]; }
    void close_from(Level level, std::string_view next, const Place& where, Speaker* speaker);

    std::array<Part, 3> parts_;
};

}   // namespace deltoid::x12

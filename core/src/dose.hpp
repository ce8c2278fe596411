// SPDX-License-Identifier: Apache-2.0
// A dose as it is written in a chart, read to exact amounts. What is not understood wholly is not read at all: units of
// a drug are never counted from a guess.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

namespace deltoid {

/// What a dose is counted in. The steps of an amount: nanograms, microlitres, thousandths of a unit (IU are units of
/// this kind), of a dose and of a milliequivalent.
enum class DoseFamily : std::uint8_t { mass, volume, units, doses, milliequivalents };
inline constexpr std::size_t dose_family_count = 5;

/// "mg", "IU", "mL" ...: its family, and how many steps one of it is; 0 steps for another word.
struct Measure {
    DoseFamily family = DoseFamily::mass;
    std::int64_t steps = 0;
};

inline constexpr Measure milligram{DoseFamily::mass, 1'000'000};
inline constexpr Measure gram{DoseFamily::mass, 1'000'000'000};
inline constexpr Measure millilitre{DoseFamily::volume, 1000};
inline constexpr Measure single_unit{DoseFamily::units, 1000};

/// "40 mg/mL": so many steps of a family in so many microlitres.
struct Strength {
    DoseFamily family = DoseFamily::mass;
    std::int64_t steps = 0;   ///< 0: none
    std::int64_t in_volume = 0;
};

struct Dose {
    bool readable = false;
    /// In each family that the text tells, in steps; 0: not told.
    std::array<std::int64_t, dose_family_count> amounts{};
    /// Of a dose in two parts ("400 mg/600 mg", "120 mg + 120 mg"): the mass of the second, which `amounts` holds too.
    std::int64_t second_part = 0;
    bool slashed = false;   ///< the parts were parted by "/": two substances, not two syringes
    Strength strength;

    [[nodiscard]] std::int64_t amount(DoseFamily family) const { return amounts[static_cast<std::size_t>(family)]; }
};

/// Reads a dose in the ways that `dose_examples` shows, with route words and commas between.
[[nodiscard]] Dose read_dose(std::string_view text);
/// Without regard to case; "MU" and "MIU" (millions of units) only in capitals, for mU are thousandths.
[[nodiscard]] Measure read_measure(std::string_view word);
/// "0", "0 mg", "none", "nothing", "nil", "no waste": nothing was discarded.
[[nodiscard]] bool says_nothing_given(std::string_view text);

/// a * b / c, rounded up, for values from 0; -1 when it does not fit.
[[nodiscard]] std::int64_t scaled_up(std::int64_t a, std::int64_t b, std::int64_t c);

inline constexpr std::string_view dose_examples = "60 mg, 1,000 mcg, 0.5 mL of 40 mg/mL, 6 mg/mL x 2 mL or 2.4 million units";

}  // namespace deltoid

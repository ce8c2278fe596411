// SPDX-License-Identifier: Apache-2.0
// What all edits of an 837 claim share: finding a segment, the place for a new one, and the sentences of what cannot be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claim_837.hpp"
#include "deltoid/claim.hpp"
#include "fields.hpp"
#include "segment_text.hpp"

namespace deltoid {

class Edits837 {
public:
    Edits837(SegmentText& text, const Claim& before, const Claim& after, std::span<const std::uint16_t> numbers,
             const LoopsAbove& above, std::string& why_not)
        : text_(text), before_(before), after_(after), numbers_(numbers), above_(above), why_not_(why_not) {}

protected:
    using Loop = SegmentText::Loop;
    static constexpr std::size_t none = SegmentText::none;

    /// Segments of a line, and behind its last one.
    struct LineSpan {
        std::size_t begin = none, service = none, end = none;
    };

    /// False when the segments are not those that the claim was read from.
    [[nodiscard]] bool index();

    /// The first segment of the loop (of a line from 1) with this id and first element; "" any.
    [[nodiscard]] std::size_t find(Loop loop, std::size_t line, std::string_view id, std::string_view qualifier) const;
    /// The first with this id behind an NM1 and before the next one.
    [[nodiscard]] std::size_t find_behind(std::size_t nm1, std::string_view id) const;
    /// Where a value of `before_` was read; nowhere when it does not stand there as it was read.
    [[nodiscard]] SegmentText::Spot spot_of(std::string_view value, std::size_t component) const;
    /// The place in 2300 or 2400, which begins at `begin`, behind all segments that the guide has before this rank.
    [[nodiscard]] std::size_t behind(std::size_t begin, unsigned rank) const;
    [[nodiscard]] static unsigned rank_of(Loop loop, std::string_view id);

    /// Sets one element, or adds the segment that holds it.
    [[nodiscard]] bool scalar(Field field, std::string_view was, std::string_view is, std::size_t line);
    /// NM1 and PRV of 2310 (line 0) or 2420: number, taxonomy, and what kind of party it is.
    [[nodiscard]] bool provider(Loop loop, std::size_t line, std::string_view qualifier, const Provider& was,
                                const Provider& is, Field field);
    [[nodiscard]] bool add_provider(Loop loop, std::size_t line, std::string_view qualifier, const Provider& is,
                                    Field field, std::size_t position, unsigned rank);

    [[nodiscard]] bool may_change(Loop loop, Field field);
    /// No separator, no control byte, and not longer than `room` (0: as long as it likes).
    [[nodiscard]] bool fits(std::string_view value, Field field, std::size_t room);
    [[nodiscard]] static std::string eight_digits(const Date& date);

    // Each says why not, and is false.
    bool refuse(std::string sentence);
    bool no_place(Field field);
    bool not_found(Field field);
    bool too_long();
    bool other_number(Field field);
    bool no_day(std::string_view text);

    SegmentText& text_;
    const Claim& before_;
    const Claim& after_;
    std::span<const std::uint16_t> numbers_;
    const LoopsAbove& above_;
    std::string& why_not_;
    std::size_t claim_ = 0;   ///< the CLM
    bool institutional_ = false;
    std::vector<LineSpan> lines_;   ///< of before_

private:
    struct Home;
    [[nodiscard]] static const Home* home_of(Field field);
    [[nodiscard]] bool names_number(std::size_t nm1, Field field);
    [[nodiscard]] bool insert_home(const Home& home, std::string_view is, std::size_t line);
};

}   // namespace deltoid

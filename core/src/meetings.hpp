// SPDX-License-Identifier: Apache-2.0
// Who meets whom: for each remembered claim the claims of its patient and provider that share a day with it, as many as
// a day may hold. So one patient with every claim of a file costs no more than his day.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "batch.hpp"
#include "sorting.hpp"

namespace deltoid {

class Meetings {
public:
    explicit Meetings(DayIndex& index) : index_(index), keyed_(index.in_groups()) {
        for (std::uint32_t begin = 0; begin < keyed_.size();) {
            std::uint32_t end = begin + 1;
            while (end < keyed_.size() && keyed_[end].key == keyed_[begin].key) ++end;
            if (end - begin > 1) add_group(begin, end);
            begin = end;
        }
        sort_rows(days_);
        days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
        sort_rows(replacements_);
        sort_rows(groups_);
    }

    /// The claim's row among those it meets, in the order of the index; empty when it meets none. Good until the next call.
    [[nodiscard]] std::span<const DayIndex::Keyed> of(std::uint32_t row) {
        met_.clear();
        const auto own = std::lower_bound(groups_.begin(), groups_.end(), OfRow{row, 0});
        if (own == groups_.end() || own->row != row) return {};
        const auto& claim = index_.claim(row);
        positions_.clear();
        for (std::uint32_t i = 0; i < claim.line_count; ++i)
            take(days_, OnDay{own->group, index_.line(claim.first_line + i).day, 0});
        take(replacements_, OnDay{own->group, Day::none(), 0});
        sort_rows(positions_);
        positions_.erase(std::unique(positions_.begin(), positions_.end()), positions_.end());
        bool with_own = false;
        for (const std::uint32_t position : positions_) {
            met_.push_back(keyed_[position]);
            with_own = with_own || keyed_[position].row == row;
        }
        // A claim that comes after a day is full is not looked at with that day.
        return with_own && met_.size() > 1 ? std::span<const DayIndex::Keyed>(met_)
                                           : std::span<const DayIndex::Keyed>();
    }

private:
    struct OnDay {
        std::uint32_t group;
        Day day;
        std::uint32_t position;   ///< in keyed_
        auto operator<=>(const OnDay&) const = default;
    };
    struct OfRow {
        std::uint32_t row, group;
        auto operator<=>(const OfRow&) const = default;
    };

    void add_group(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t position = begin; position < end; ++position) {
            const std::uint32_t row = keyed_[position].row;
            groups_.push_back({row, begin});
            const auto& claim = index_.claim(row);
            for (std::uint32_t i = 0; i < claim.line_count; ++i) {
                const Day day = index_.line(claim.first_line + i).day;
                const OnDay entry{begin, day, position};
                if (i == 0 || days_.back() != entry) days_.push_back(entry);
            }
            // A corrected claim takes the place of another, on whatever day that was.
            if (claim.frequency() == '7') replacements_.push_back({begin, Day::none(), position});
        }
    }

    /// Every claim has a service on its day: with one more than fit, the day is full.
    void take(const std::vector<OnDay>& from, const OnDay& first) {
        auto at = std::lower_bound(from.begin(), from.end(), first);
        for (std::size_t taken = 0;
             taken <= day_limit && at != from.end() && at->group == first.group && at->day == first.day; ++taken, ++at)
            positions_.push_back(at->position);
    }

    DayIndex& index_;
    std::vector<DayIndex::Keyed> keyed_;
    std::vector<OnDay> days_, replacements_;
    std::vector<OfRow> groups_;
    std::vector<std::uint32_t> positions_;
    std::vector<DayIndex::Keyed> met_;
};

}   // namespace deltoid

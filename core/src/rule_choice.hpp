// SPDX-License-Identifier: Apache-2.0
// Which rules are asked of a claim or a day: those that find all that they want. Claims that have the same are many, so the
// choice is kept.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "deltoid/rule.hpp"

namespace deltoid {

/// A rule as the loop sees it.
struct Candidate {
    const Rule* rule;
    std::uint16_t index;   ///< in the catalogue
    Needs wants;           ///< its needs, and that the claim is of a kind it speaks of
};

class RuleChoice {
public:
    void add(const Candidate& candidate) { all_.push_back(candidate); }
    [[nodiscard]] std::span<const Candidate> all() const { return all_; }

    /// Those that want nothing beyond `have`, in the order they were added. Valid until the next call.
    [[nodiscard]] std::span<const Candidate> of(Needs have) {
        Slot& slot = slots_[have * 0x9E3779B1U >> (32 - bits)];
        if (!slot.filled || slot.have != have) fill(slot, have);
        return slot.chosen;
    }

private:
    static constexpr unsigned bits = 8;
    struct Slot {
        bool filled = false;
        Needs have = 0;
        std::vector<Candidate> chosen;
    };

    void fill(Slot& slot, Needs have) const {
        slot.filled = true;
        slot.have = have;
        slot.chosen.clear();
        for (const Candidate& candidate : all_)
            if ((have & candidate.wants) == candidate.wants) slot.chosen.push_back(candidate);
    }

    std::vector<Candidate> all_;
    std::array<Slot, std::size_t{1} << bits> slots_;
};

}  // namespace deltoid

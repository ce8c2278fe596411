// SPDX-License-Identifier: Apache-2.0
// What claims share: the values of the billing, subscriber and patient loops, kept when their bytes go away.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/claim.hpp"

namespace deltoid::x12 {

/// A stretch of the input as it lies in memory now, with the place of its first byte.
struct Stretch {
    const char* begin = nullptr;
    const char* end = nullptr;
    Place place;
    char terminator = 0;

    [[nodiscard]] Place place_of(const char* byte) const;
};

/// The values of one loop. They are views into the input until keep() copies them; a place goes with each copy.
class SharedLoop {
public:
    enum Slot : std::uint8_t {
        npi,
        taxonomy,   // billing provider
        payer_name,
        payer_id,
        filing_indicator,
        sequence,
        state,
        member,   // subscriber and payer
        name,
        birth_date,
        sex,
        death_date,   // subscriber or dependent
        slot_count
    };

    /// Where the loop lies, from its HL on; its end moves until a claim or the next HL comes.
    Stretch stretch;
    /// NM102 of the billing provider.
    std::string_view entity;   // a literal, no view into the input

    void clear();
    [[nodiscard]] std::string_view get(Slot slot) const {
        if (!has(slot)) return {};
        const Value& value = values_[slot];
        return {value.in_input != nullptr ? value.in_input : copies_.data() + value.at, value.size};
    }
    [[nodiscard]] bool has(Slot slot) const { return (used_ >> slot & 1U) != 0; }
    /// The first value of a slot counts.
    void set(Slot slot, std::string_view in_input) {
        if (has(slot) || in_input.empty()) return;
        used_ |= 1U << slot;
        values_[slot] = {in_input.data(), 0, in_input.size(), {}};
    }
    /// For a value whose bytes were changed on the way in: it is copied at once.
    void set_copy(Slot slot, std::string_view text, const Place& place);
    /// Copies what still lies in the input.
    void keep();
    /// Adds where the values lie, so that a claim can be asked for their places.
    void add_regions(std::vector<Region>& regions) const;

private:
    struct Value {
        const char* in_input = nullptr;   ///< null: copied
        std::size_t at = 0;               ///< in copies_
        std::size_t size = 0;
        Place place;   ///< of a copy
    };

    std::uint32_t used_ = 0;   ///< bit of a slot: it has a value
    std::array<Value, slot_count> values_;
    std::string copies_;
};

}   // namespace deltoid::x12

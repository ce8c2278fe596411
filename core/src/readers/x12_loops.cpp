// SPDX-License-Identifier: Apache-2.0
// Keeping the values of loops that claims share.
#include "x12_loops.hpp"

#include <algorithm>

namespace deltoid::x12 {

Place Stretch::place_of(const char* byte) const {
    Place result = place;
    result.offset += static_cast<std::uint64_t>(byte - begin);
    result.segment += static_cast<std::uint32_t>(std::count(begin, byte, terminator));
    result.text_line += static_cast<std::uint32_t>(std::count(begin, byte, '\n'));
    return result;
}

void SharedLoop::clear() {
    stretch = {};
    entity = {};
    used_ = 0;
    copies_.clear();
}

void SharedLoop::set_copy(Slot slot, std::string_view text, const Place& place) {
    if (has(slot) || text.empty()) return;
    used_ |= 1U << slot;
    values_[slot] = {nullptr, copies_.size(), text.size(), place};
    copies_ += text;
}

void SharedLoop::keep() {
    for (unsigned slot = 0; slot < slot_count; ++slot) {
        Value& value = values_[slot];
        if ((used_ >> slot & 1U) == 0 || value.in_input == nullptr) continue;
        const Value copy{nullptr, copies_.size(), value.size, stretch.place_of(value.in_input)};
        copies_.append(value.in_input, value.size);
        value = copy;
    }
    stretch = {};
}

void SharedLoop::add_regions(std::vector<Region>& regions) const {
    if (stretch.begin != stretch.end)
        regions.push_back({stretch.begin, stretch.end, stretch.place.offset, stretch.place.segment,
                           stretch.place.text_line, stretch.terminator, false});
    if (copies_.empty()) return;
    for (unsigned slot = 0; slot < slot_count; ++slot) {
        const Value& value = values_[slot];
        if ((used_ >> slot & 1U) == 0 || value.in_input != nullptr) continue;
        const char* begin = copies_.data() + value.at;
        regions.push_back(
            {begin, begin + value.size, value.place.offset, value.place.segment, value.place.text_line, 0, true});
    }
}

}   // namespace deltoid::x12

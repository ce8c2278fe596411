// SPDX-License-Identifier: Apache-2.0
// A short text put together without memory of its own: lists of doses, amounts with their measure.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "deltoid/values.hpp"

namespace deltoid {

template <std::size_t room>
class SmallText {
public:
    /// What finds no room is left out, and nothing is added behind it.
    SmallText& add(std::string_view text) {
        if (full_ || text.size() > room - size_)
            full_ = true;
        else
            for (const char c : text) text_[size_++] = c;
        return *this;
    }

    SmallText& add_number(std::int64_t number) {
        std::array<char, 20> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        return add({digits.data(), static_cast<std::size_t>(end - digits.data())});
    }

    /// "60", "0.5": a number from 0 in thousandths, without needless zeros.
    SmallText& add_quantity(Thousandths quantity) {
        add_number(quantity / 1000);
        std::array<char, 4> decimals{'.'};
        std::size_t size = 0;
        std::int64_t rest = quantity % 1000;
        for (std::size_t i = 3; i >= 1; --i, rest /= 10) {
            decimals[i] = static_cast<char>('0' + rest % 10);
            if (size == 0 && decimals[i] != '0') size = i + 1;
        }
        return add({decimals.data(), size});
    }

    [[nodiscard]] bool full() const { return full_; }
    [[nodiscard]] std::string_view view() const { return {text_.data(), size_}; }

private:
    std::array<char, room> text_{};
    std::size_t size_ = 0;
    bool full_ = false;
};

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Values of which few are different, told by numbers of two bytes: what a practice bills and what its payers answer.
#pragma once

#include <cstdint>
#include <vector>

namespace deltoid::replay {

class Numbered {
public:
    /// A number for the value of a row. Rows come in rising order, so that the values of those after the first 65,535
    /// different ones can be kept by row.
    [[nodiscard]] std::uint16_t keep(std::uint64_t value, std::uint32_t row);
    /// The value that was kept under the number, for the row.
    [[nodiscard]] std::uint64_t value(std::uint16_t number, std::uint32_t row) const;

private:
    static constexpr std::uint16_t apart = 0xFFFF;
    struct Apart {
        std::uint32_t row;
        std::uint64_t value;
    };
    [[nodiscard]] std::uint16_t& place_of(std::uint64_t value);
    void grow();

    std::vector<std::uint64_t> values_;
    std::vector<std::uint16_t> places_;   ///< by hash: a number and one; 0 free
    std::vector<Apart> apart_;
};

}   // namespace deltoid::replay

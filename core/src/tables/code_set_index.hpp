// SPDX-License-Identifier: Apache-2.0
// The named code sets, cut into stretches of codes that lie in the same sets, so that one search answers for all sets.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tables/rows.hpp"

namespace deltoid::packs {

class CodeSetIndex {
public:
    void add(std::span<const CodeSetRow> rows);

    /// The sets that hold the code on the day; on an unknown day, those that hold it on any.
    [[nodiscard]] CodeSets at(Code code, Day day) const;

private:
    /// Codes from `first` to the next stretch's first, and the rows that hold them.
    struct Stretch {
        std::uint32_t first = 0;
        std::uint32_t rows_begin = 0;
        std::uint32_t rows_end = 0;
    };

    [[nodiscard]] std::span<const std::uint32_t> rows_of(Code code) const;
    void cut();

    std::vector<CodeSetRow> rows_;
    std::vector<Stretch> stretches_;
    std::vector<std::uint32_t> row_numbers_;   ///< positions in rows_, stretch after stretch
};

}  // namespace deltoid::packs

// SPDX-License-Identifier: Apache-2.0
// Cuts the ranges of all code sets at each other's ends.
#include "tables/code_set_index.hpp"

#include <algorithm>

#include "sorting.hpp"

namespace deltoid::packs {

void CodeSetIndex::add(std::span<const CodeSetRow> rows) {
    rows_.insert(rows_.end(), rows.begin(), rows.end());
    cut();
}

void CodeSetIndex::cut() {
    std::vector<std::uint32_t> firsts;
    for (const CodeSetRow& row : rows_) {
        firsts.push_back(row.first.packed());
        firsts.push_back(row.last.packed() + 1);
    }
    sort_rows(firsts);
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());

    stretches_.clear();
    row_numbers_.clear();
    for (const std::uint32_t first : firsts) {
        const auto begin = static_cast<std::uint32_t>(row_numbers_.size());
        for (std::uint32_t i = 0; i < rows_.size(); ++i)
            if (rows_[i].first.packed() <= first && first <= rows_[i].last.packed()) row_numbers_.push_back(i);
        stretches_.push_back({first, begin, static_cast<std::uint32_t>(row_numbers_.size())});
    }
}

std::span<const std::uint32_t> CodeSetIndex::rows_of(Code code) const {
    const auto behind = std::upper_bound(stretches_.begin(), stretches_.end(), code.packed(),
                                         [](std::uint32_t key, const Stretch& stretch) { return key < stretch.first; });
    if (behind == stretches_.begin()) return {};
    const Stretch& stretch = *(behind - 1);
    return {row_numbers_.data() + stretch.rows_begin, row_numbers_.data() + stretch.rows_end};
}

CodeSets CodeSetIndex::at(Code code, Day day) const {
    CodeSets sets = 0;
    for (const std::uint32_t number : rows_of(code)) {
        const CodeSetRow& row = rows_[number];
        if (!day.known() || (row.from <= day && day <= row.to)) sets |= bit(row.set);
    }
    return sets;
}

}  // namespace deltoid::packs

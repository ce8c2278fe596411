// SPDX-License-Identifier: Apache-2.0
// Sorting that is not hot: one piece of code sorts positions for every kind of row, where std::sort would be written
// anew for each of them (a fifth of the engine's size).
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace deltoid {

using ComesBefore = bool (*)(const void* rows, std::uint32_t a, std::uint32_t b);

/// Positions 0 to size - 1 of `rows` in order; those of equal rows in the order in which they lie.
[[nodiscard]] std::vector<std::uint32_t> sorted_positions(std::size_t size, const void* rows, ComesBefore before);

/// As std::stable_sort.
template <class Row, class Less>
void sort_rows(std::vector<Row>& rows, Less less) {
    if (std::is_sorted(rows.begin(), rows.end(), less)) return;
    struct Context {
        const Row* rows;
        Less& less;
    } context{rows.data(), less};
    const auto before = [](const void* untyped, std::uint32_t a, std::uint32_t b) {
        const Context& in = *static_cast<const Context*>(untyped);
        return static_cast<bool>(in.less(in.rows[a], in.rows[b]));
    };
    std::vector<std::uint32_t> from = sorted_positions(rows.size(), &context, before);
    // Each cycle of the order is turned by one place: no second list of rows.
    for (std::uint32_t begin = 0; begin < from.size(); ++begin) {
        if (from[begin] == begin) continue;
        Row first = std::move(rows[begin]);
        std::uint32_t to = begin;
        for (; from[to] != begin; to = std::exchange(from[to], to)) rows[to] = std::move(rows[from[to]]);
        rows[to] = std::move(first);
        from[to] = to;
    }
}

template <class Row>
void sort_rows(std::vector<Row>& rows) {
    sort_rows(rows, [](const Row& a, const Row& b) { return a < b; });
}

}   // namespace deltoid

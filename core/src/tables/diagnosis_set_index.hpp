// SPDX-License-Identifier: Apache-2.0
// The named sets of diagnoses, with the rows of each first letter and digit side by side: a handful for any code.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tables/rows.hpp"

namespace deltoid::packs {

class DiagnosisSetIndex {
public:
    void add(std::span<const DiagnosisSetRow> rows) {
        rows_.insert(rows_.end(), rows.begin(), rows.end());
        numbers_.clear();
        for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
            begins_[bucket] = static_cast<std::uint32_t>(numbers_.size());
            for (std::uint32_t i = 0; i < rows_.size(); ++i)
                if (bucket_of(first_key(rows_[i])) <= bucket && bucket <= bucket_of(last_key(rows_[i])))
                    numbers_.push_back(i);
        }
        begins_[buckets] = static_cast<std::uint32_t>(numbers_.size());
    }

    /// The sets that hold the code on the day; on an unknown day, those that hold it on any.
    [[nodiscard]] DiagnosisSets at(DiagnosisCode code, Day day) const {
        DiagnosisSets sets = 0;
        if (!code.valid()) return sets;
        const std::uint64_t key = code.key();
        const std::size_t bucket = bucket_of(key);
        for (std::uint32_t i = begins_[bucket]; i < begins_[bucket + 1]; ++i) {
            const DiagnosisSetRow& row = rows_[numbers_[i]];
            const bool holds = first_key(row) <= key && key <= last_key(row);
            if (holds && (!day.known() || (row.from <= day && day <= row.to))) sets |= bit(row.set);
        }
        return sets;
    }

private:
    static constexpr std::uint64_t below_two = 37ULL * 37 * 37 * 37 * 37;   // five more characters
    static constexpr std::size_t buckets = 37 * 37;
    static std::size_t bucket_of(std::uint64_t key) { return static_cast<std::size_t>(key / below_two); }

    std::vector<DiagnosisSetRow> rows_;
    std::array<std::uint32_t, buckets + 1> begins_{};
    std::vector<std::uint32_t> numbers_;   ///< positions in rows_, bucket after bucket
};

}   // namespace deltoid::packs

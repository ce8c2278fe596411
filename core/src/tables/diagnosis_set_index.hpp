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
        begins_.fill(0);
        each_bucket([&](std::size_t bucket, std::uint32_t) { ++begins_[bucket + 1]; });
        for (std::size_t bucket = 0; bucket < buckets; ++bucket) begins_[bucket + 1] += begins_[bucket];
        numbers_.resize(begins_[buckets]);
        std::vector<std::uint32_t> next(begins_.begin(), begins_.end());
        each_bucket([&](std::size_t bucket, std::uint32_t row) { numbers_[next[bucket]++] = row; });
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

    /// Every row with every bucket that it reaches into.
    template <class Visit>
    void each_bucket(Visit visit) const {
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            const std::size_t last = bucket_of(last_key(rows_[i]));
            for (std::size_t bucket = bucket_of(first_key(rows_[i])); bucket <= last; ++bucket) visit(bucket, i);
        }
    }

    std::vector<DiagnosisSetRow> rows_;
    std::array<std::uint32_t, buckets + 1> begins_{};
    std::vector<std::uint32_t> numbers_;   ///< positions in rows_, bucket after bucket
};

}   // namespace deltoid::packs

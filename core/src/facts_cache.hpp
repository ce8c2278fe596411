// SPDX-License-Identifier: Apache-2.0
// The facts of codes and diagnoses, looked up once for each and every stretch of days in which no table changes: a batch
// names few of them on few such stretches.
#pragma once

#include <array>
#include <memory>

#include "context.hpp"
#include "deltoid/tables.hpp"

namespace deltoid {

/// The number of the stretch that a day lies in. The lines of a claim name one day, as a rule.
class StretchCache {
public:
    using Find = std::uint32_t (Tables::*)(Day) const;
    StretchCache(const Tables& tables, Find find) : tables_(&tables), find_(find), stretch_((tables.*find)(day_)) {}

    [[nodiscard]] std::uint32_t at(Day day) {
        if (day != day_) {
            day_ = day;
            stretch_ = (tables_->*find_)(day);
        }
        return stretch_;
    }

private:
    const Tables* tables_;
    Find find_;
    Day day_;
    std::uint32_t stretch_;
};

/// One session's memory over one set of tables. Not for several threads.
class FactsCache {
public:
    explicit FactsCache(const Tables& tables)
        : tables_(&tables), stretches_(tables, &Tables::stretch), slots_(std::make_unique<Slots>()) {}

    /// The same as Tables::facts(). Valid until the next call.
    [[nodiscard]] const CodeFacts& at(Code code, Day day) {
        const std::uint32_t stretch = stretches_.at(day);
        Slot& slot = (*slots_)[(code.packed() * 0x9E3779B1U ^ stretch * 0x85EBCA6BU) >> (32 - bits)];
        if (slot.code != code || slot.stretch != stretch) slot = {code, stretch, tables_->facts(code, day)};
        slot.facts.day = day;
        return slot.facts;
    }

private:
    static constexpr unsigned bits = 10;
    struct Slot {
        Code code;   // not valid: empty, as are the facts of such a code
        std::uint32_t stretch = 0;
        CodeFacts facts;
    };
    using Slots = std::array<Slot, std::size_t{1} << bits>;
    const Tables* tables_;
    StretchCache stretches_;
    std::unique_ptr<Slots> slots_;
};

/// The same for diagnoses.
class DiagnosisCache {
public:
    explicit DiagnosisCache(const Tables& tables)
        : tables_(&tables), stretches_(tables, &Tables::diagnosis_stretch), slots_(std::make_unique<Slots>()) {}

    [[nodiscard]] const DiagnosisFacts& at(DiagnosisCode code, Day day) {
        const std::uint32_t stretch = stretches_.at(day);
        const std::uint64_t mixed = (code.key() ^ std::uint64_t{stretch} << 40) * 0x9E3779B97F4A7C15ULL;
        Slot& slot = (*slots_)[mixed >> (64 - bits)];
        if (!slot.known || slot.facts.code != code || slot.stretch != stretch) slot = {true, stretch, facts(code, day)};
        return slot.facts;
    }

private:
    [[nodiscard]] DiagnosisFacts facts(DiagnosisCode code, Day day) const {
        using Listed = DiagnosisFacts::Listed;
        const Answer<DiagnosisRow> answer = tables_->diagnosis(code, day);
        const Listed listed = answer ? (answer.row->header ? Listed::header : Listed::yes)
                                     : answer.covered ? Listed::no : Listed::nobody_knows;
        return {code, tables_->diagnosis_sets(code, day), listed};
    }

    static constexpr unsigned bits = 10;
    struct Slot {
        bool known = false;
        std::uint32_t stretch = 0;
        DiagnosisFacts facts;
    };
    using Slots = std::array<Slot, std::size_t{1} << bits>;
    const Tables* tables_;
    StretchCache stretches_;
    std::unique_ptr<Slots> slots_;
};

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// The facts of codes, looked up once for each code and stretch of days in which no table changes: the lines of a batch
// name few codes on few such stretches.
#pragma once

#include <array>
#include <memory>

#include "context.hpp"
#include "deltoid/tables.hpp"

namespace deltoid {

/// One session's memory over one set of tables. Not for several threads.
class FactsCache {
public:
    explicit FactsCache(const Tables& tables) : tables_(&tables), slots_(std::make_unique<Slots>()) {}

    /// The same as Tables::facts(). Valid until the next call.
    [[nodiscard]] const CodeFacts& at(Code code, Day day) {
        const std::uint32_t stretch = stretch_of(day);
        Slot& slot = (*slots_)[(code.packed() * 0x9E3779B1U ^ stretch * 0x85EBCA6BU) >> (32 - bits)];
        if (slot.code != code || slot.stretch != stretch) slot = {code, stretch, tables_->facts(code, day)};
        slot.facts.day = day;
        return slot.facts;
    }

private:
    /// The lines of a claim name one day, as a rule.
    std::uint32_t stretch_of(Day day) {
        if (day != last_day_) {
            last_day_ = day;
            last_stretch_ = tables_->stretch(day);
        }
        return last_stretch_;
    }

    static constexpr unsigned bits = 10;
    struct Slot {
        Code code;   // not valid: empty, as are the facts of such a code
        std::uint32_t stretch = 0;
        CodeFacts facts;
    };
    using Slots = std::array<Slot, 1U << bits>;
    const Tables* tables_;
    std::unique_ptr<Slots> slots_;
    Day last_day_;
    std::uint32_t last_stretch_ = tables_->stretch(last_day_);
};

/// The same for diagnoses, by day: a batch names few of them.
class DiagnosisCache {
public:
    explicit DiagnosisCache(const Tables& tables) : tables_(&tables), slots_(std::make_unique<Slots>()) {}

    [[nodiscard]] const DiagnosisFacts& at(DiagnosisCode code, Day day) {
        const std::uint64_t mixed = (code.key() ^ static_cast<std::uint64_t>(day.number) << 40) * 0x9E3779B97F4A7C15ULL;
        Slot& slot = (*slots_)[mixed >> (64 - bits)];
        if (!slot.known || slot.facts.code != code || slot.day != day) slot = {true, day, facts(code, day)};
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

    static constexpr unsigned bits = 12;
    struct Slot {
        bool known = false;
        Day day;
        DiagnosisFacts facts;
    };
    using Slots = std::array<Slot, std::size_t{1} << bits>;
    const Tables* tables_;
    std::unique_ptr<Slots> slots_;
};

}  // namespace deltoid

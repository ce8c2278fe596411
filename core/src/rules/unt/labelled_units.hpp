// SPDX-License-Identifier: Apache-2.0
// The labelled doses of a drug as billing units: for units that no dose makes, and for units that stand on the wrong line.
#pragma once

#include "rules/unt/recorded_units.hpp"
#include "small_text.hpp"

namespace deltoid::rulebook {

/// Calls `take` with each labelled dose in thousandths of the drug's measure, from the smallest on.
template <class Take>
void each_dose(const DrugRow& drug, Take take) {
    std::string_view rest = drug.doses;
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find('|'));
        rest.remove_prefix(one.size() == rest.size() ? one.size() : one.size() + 1);
        const Quantity dose = read_quantity(one);
        if (dose.valid() && dose.value > 0) take(dose.value);
    }
}

/// Units that an amount makes, rounded up; 0 when the unit is not known.
inline std::int64_t units_of(const DrugRow& drug, Thousandths amount) {
    const std::int64_t units = drug.unit_amount > 0 ? scaled_up(amount, 1, drug.unit_amount) : 0;
    return units < 0 ? 0 : units;
}

/// The units of the smallest and the largest labelled dose; 0 and 0 when the pack has none.
struct LabelledUnits {
    std::int64_t least = 0, most = 0;
    /// Between them only the listed doses exist: long-acting products in single-dose containers.
    bool listed_only = false;
    bool listed = false;   ///< the units asked about are a listed dose's
};

inline LabelledUnits labelled_units(const DrugRow& drug, std::int64_t asked) {
    LabelledUnits label{drug.least_units, drug.most_units, drug.listed_doses_only, false};
    if (label.listed_only) each_dose(drug, [&](Thousandths dose) { label.listed |= units_of(drug, dose) == asked; });
    return label;
}

/// "60 or 120": the units of the labelled doses, each once.
inline std::string_view units_in_words(Finding& finding, const DrugRow& drug) {
    SmallText<96> text;
    std::int64_t waiting = 0, before = 0;
    const auto put = [&](std::string_view between) {
        if (waiting == 0) return;
        if (before != 0) text.add(between);
        text.add_number(waiting);
        before = waiting;
    };
    each_dose(drug, [&](Thousandths dose) {
        const std::int64_t units = units_of(drug, dose);
        if (units == waiting) return;
        put(", ");
        waiting = units;
    });
    put(" or ");
    return finding.keep(text.view());
}

/// Whether a labelled dose of the drug makes about so many units: to a twentieth.
inline bool is_about_a_dose(const DrugRow& drug, std::int64_t asked) {
    bool found = false;
    each_dose(drug, [&](Thousandths dose) {
        const std::int64_t units = units_of(drug, dose);
        const std::int64_t apart = units > asked ? units - asked : asked - units;
        found |= apart <= asked / 20;
    });
    return found;
}

/// Five or more on 96372, one or fewer on the drug, and the drug's label knows the first number: they were swapped.
inline bool are_swapped(const Service& injection, const Service& drug) {
    constexpr Thousandths suspicious = 5000;
    if (!injection.is(CodeSet::injection) || !injection.counted || injection.units < suspicious) return false;
    if (!is_given(drug) || !drug.facts.drug || drug.units > 1000 || drug.units < 0) return false;
    return injection.claim == drug.claim && injection.day == drug.day &&
           is_about_a_dose(*drug.facts.drug.row, injection.units / 1000);
}

/// The line of the claim and day that a line's units were swapped with; null when they were not.
inline const Service* swapped_with(std::span<const Service> services, const Service& line) {
    const bool injection = line.is(CodeSet::injection);
    if (injection ? line.units < 5000 : !line.is(CodeSet::drug) || line.units > 1000) return nullptr;
    for (const Service& other : services)
        if (injection ? are_swapped(line, other) : are_swapped(other, line)) return &other;
    return nullptr;
}

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// Medicare's JZ and JW: when one of them is due. Shared by the rule that asks for it and by fixes that change the drug.
#pragma once

#include "context.hpp"

namespace deltoid::rulebook {

/// JZ is asked for from this day of service; lines without it are returned from the second (CMS CR 13056).
inline constexpr Day waste_modifier_asked = Day::of(2023, 7, 1);
inline constexpr Day waste_modifier_enforced = Day::of(2023, 10, 1);

enum class WasteNeed : std::uint8_t { no, maybe, yes };

/// Whether a line of this drug wants JZ or JW; `container` is the record's word, "" when there is none.
inline WasteNeed waste_need(const DrugRow& drug, std::string_view container) {
    if (drug.waste_modifier == WasteModifier::no) return WasteNeed::no;
    if (same_code(container, "multi_dose")) return WasteNeed::no;
    if (same_code(container, "single_dose")) return WasteNeed::yes;
    if (drug.container == Container::single) return WasteNeed::yes;
    return drug.container == Container::multi ? WasteNeed::no : WasteNeed::maybe;
}

}  // namespace deltoid::rulebook

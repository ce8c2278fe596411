// SPDX-License-Identifier: Apache-2.0
// G2211 beside 25: what Medicare takes together, and what not. Shared by BND010 and by the fix that adds 25.
#pragma once

#include "context.hpp"

namespace deltoid::rulebook {

/// First days: of G2211's payment and its rule on 25; of the exception for preventive services; of home visits as its base.
inline constexpr Day complexity_begins = Day::of(2024, 1, 1);
inline constexpr Day complexity_with_preventive = Day::of(2025, 1, 1);
inline constexpr Day complexity_at_home = Day::of(2026, 1, 1);

inline bool is_base_of_complexity(const Service& visit) {
    using namespace literals;
    const Code code = visit.facts.code;
    const bool office = (code >= "99202"_code && code <= "99205"_code) || (code >= "99211"_code && code <= "99215"_code);
    return office || (visit.day >= complexity_at_home && code >= "99341"_code && code <= "99350"_code);
}

inline bool is_complexity_add_on(const Service& service) {
    using namespace literals;
    return service.facts.code == "G2211"_code;
}

/// The preventive service of the day that makes G2211 payable beside 25; null when there is none, or none counts yet.
inline const Service* preventive_exception(const DayContext& day) {
    if (day.day < complexity_with_preventive) return nullptr;
    for (const Service& service : day.services)
        if (service.is(CodeSet::preventive_service)) return &service;
    return nullptr;
}

/// The add-on of the same claim that 25 on this visit would deny; null when there is none.
inline const Service* add_on_denied_by_25(const DayContext& day, const Service& visit) {
    if (!is_medicare(visit.claim->payer) || day.day < complexity_begins || !is_base_of_complexity(visit)) return nullptr;
    if (preventive_exception(day) != nullptr) return nullptr;
    for (const Service& service : day.services)
        if (is_complexity_add_on(service) && service.claim == visit.claim) return &service;
    return nullptr;
}

}  // namespace deltoid::rulebook

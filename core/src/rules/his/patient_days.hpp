// SPDX-License-Identifier: Apache-2.0
// What the rules of a patient's days share: looking back over what was given before.
#pragma once

#include <algorithm>

#include "context.hpp"
#include "fields.hpp"
#include "rules/his/sources.hpp"

namespace deltoid::rulebook {

/// How many services are looked back over: a patient with more of them in one batch is no patient.
inline constexpr std::ptrdiff_t look_back = 1000;

/// Calls `take` with each service before `service`, the nearest first, until it answers false.
template <class Take>
void for_each_before(const PatientContext& patient, const Service& service, Take take) {
    const Service* const first = patient.services.data();
    const Service* const stop = &service - first > look_back ? &service - look_back : first;
    for (const Service* earlier = &service; earlier != stop;)
        if (!take(*--earlier)) return;
}

/// Calls `take` with each other service of the same day.
template <class Take>
void for_each_on_day(const PatientContext& patient, const Service& service, Take take) {
    const Service* const begin = patient.services.data();
    const Service* const end = begin + patient.services.size();
    const Service* first = &service;
    while (first != begin && first[-1].day == service.day && &service - first < look_back) --first;
    for (; first != end && first->day == service.day && first - &service < look_back; ++first)
        if (first != &service && !take(*first)) return;
}

/// An injection of the batch stands on the day: drugs that are infused or implanted are no business of these rules.
inline bool injected_on_day(const PatientContext& patient, const Service& service) {
    bool found = false;
    for_each_on_day(patient, service, [&](const Service& other) {
        return !(found = other.is(CodeSet::injection) && !other.claim->earlier);
    });
    return found;
}

/// A drug line to speak of: of the batch, with what the drug pack says, beside an injection.
inline const DrugRow* injected_drug(const PatientContext& patient, const Service& service) {
    const bool drug = !service.claim->earlier && service.is(CodeSet::drug) && service.facts.drug && service.day.known();
    return drug && injected_on_day(patient, service) ? service.facts.drug.row : nullptr;
}

inline bool stands_again_on_day(const PatientContext& patient, const Service& service) {
    bool found = false;
    for_each_before(patient, service, [&](const Service& earlier) {
        if (earlier.day != service.day) return false;
        return !(found = earlier.facts.code == service.facts.code && !earlier.claim->earlier);
    });
    return found;
}

inline std::int64_t days_from(Day first, Day last) { return std::int64_t{last.number} - first.number; }

}  // namespace deltoid::rulebook

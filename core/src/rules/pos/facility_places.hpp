// SPDX-License-Identifier: Apache-2.0
// Which places of service keep 96372 off a professional claim, and which of the POS rules speaks of a place.
#pragma once

#include "context.hpp"

namespace deltoid::rulebook {

/// The class of a service's place on its day; that of the service before it where both are of one place and day, as most
/// are. Office when the place is not told or the table does not know it.
inline PlaceClass class_of_place(const Tables& tables, const Service& service, const Service* before) {
    if (service.place == 0) return PlaceClass::office;
    if (before != nullptr && before->place == service.place && before->day == service.day) return before->where;
    const char text[2] = {static_cast<char>('0' + service.place / 10), static_cast<char>('0' + service.place % 10)};
    const Answer<PlaceRow> answer = tables.place({text, 2}, service.day);
    return answer ? answer.row->place_class : PlaceClass::office;
}

inline bool in_facility(const Service& service) { return service.where == PlaceClass::facility; }

/// POS001 speaks on this line: Medicare pays in the places that only some payers call facilities.
inline bool facility_speaks(const Service& service) {
    const bool medicare = service.claim->payer == PayerClass::medicare_b;
    return in_facility(service) || (service.where == PlaceClass::facility_for_some_payers && !medicare);
}

/// POS004 speaks on this line: the programmes that pay these clinics by the encounter.
inline bool clinic_rate_speaks(const Service& service) {
    const PayerClass payer = service.claim->payer;
    return service.where == PlaceClass::encounter_rate && (is_medicare(payer) || payer == PayerClass::medicaid);
}

/// Homes in which nobody supervises by being there (rulebook POS006).
inline bool is_home(const Service& service) {
    constexpr std::array<std::uint8_t, 5> homes{4, 12, 13, 14, 33};
    for (const std::uint8_t home : homes)
        if (service.place == home) return true;
    return false;
}

/// The two digits of a place, in the finding's own room.
inline std::string_view place_digits(Finding& finding, const Service& service) {
    const char text[2] = {static_cast<char>('0' + service.place / 10), static_cast<char>('0' + service.place % 10)};
    return finding.keep({text, 2});
}

/// A visit that a practitioner makes and not the nurse, and not by telephone or video.
inline bool is_visit_in_person(const Service& service) {
    return service.is(CodeSet::evaluation_and_management) && !service.is(CodeSet::nurse_visit) &&
           service.where != PlaceClass::telehealth;
}

}  // namespace deltoid::rulebook

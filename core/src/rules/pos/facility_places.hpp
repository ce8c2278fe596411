// SPDX-License-Identifier: Apache-2.0
// Which places of service keep 96372 off a professional claim, and which of the POS rules speaks of a place.
#pragma once

#include "context.hpp"

namespace deltoid::rulebook {

inline PlaceClass place_class(const Tables& tables, const Service& service) {
    const char text[2] = {static_cast<char>('0' + service.place / 10), static_cast<char>('0' + service.place % 10)};
    const Answer<PlaceRow> answer = tables.place({text, 2}, service.day);
    return service.place == 0 || !answer ? PlaceClass::office : answer.row->place_class;
}

/// POS001 speaks on this line.
inline bool in_facility(const Tables& tables, const Service& service) { return place_class(tables, service) == PlaceClass::facility; }

/// The class of each line's place; asks the table once for neighbours of one place and day, as most lines are.
class PlaceClasses {
public:
    explicit PlaceClasses(const Tables& tables) : tables_(tables) {}

    [[nodiscard]] PlaceClass of(const Service& service) {
        if (!asked_ || service.place != place_ || service.day != day_) {
            asked_ = true;
            place_ = service.place;
            day_ = service.day;
            class_ = place_class(tables_, service);
        }
        return class_;
    }

private:
    const Tables& tables_;
    bool asked_ = false;
    std::uint8_t place_ = 0;
    Day day_;
    PlaceClass class_ = PlaceClass::office;
};

/// POS001 speaks for this payer: Medicare pays in the places that only some payers call facilities.
constexpr bool facility_speaks(PlaceClass where, PayerClass payer) {
    return where == PlaceClass::facility || (where == PlaceClass::facility_for_some_payers && payer != PayerClass::medicare_b);
}
inline bool facility_speaks(const Tables& tables, PayerClass payer, const Service& service) {
    return facility_speaks(place_class(tables, service), payer);
}

/// POS004 speaks: the programmes that pay these clinics by the encounter.
constexpr bool clinic_rate_speaks(PlaceClass where, PayerClass payer) {
    return where == PlaceClass::encounter_rate && (is_medicare(payer) || payer == PayerClass::medicaid);
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
inline bool is_visit_in_person(const Tables& tables, const Service& service) {
    return service.is(CodeSet::evaluation_and_management) && !service.is(CodeSet::nurse_visit) &&
           place_class(tables, service) != PlaceClass::telehealth;
}

}  // namespace deltoid::rulebook

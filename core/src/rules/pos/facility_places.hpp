// SPDX-License-Identifier: Apache-2.0
// Which places of service keep 96372 off a professional claim.
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

}  // namespace deltoid::rulebook

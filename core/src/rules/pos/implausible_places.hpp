// SPDX-License-Identifier: Apache-2.0
// Places of service where 96372 is hardly ever right, and why.
#pragma once

#include "context.hpp"

namespace deltoid::rulebook {

struct ImplausiblePlace {
    std::uint8_t place;
    std::string_view what;
    std::string_view advice;
};

/// Closed set of the rulebook (POS007). Source: CMS place of service code set; what follows from it is professional
/// knowledge.
inline constexpr std::array<ImplausiblePlace, 5> implausible_places{{
    {60, "a mass immunization center",
     "Vaccines have administration codes of their own; check where the injection was given."},
    {65, "a dialysis facility",
     "Medicare usually pays the facility for what is given there; check where the injection was given."},
    {66, "a PACE center",
     "The PACE programme usually pays for its patients itself; check where the injection was given."},
    {81, "an independent laboratory", "Laboratories hardly ever inject; check where the injection was given."},
    {99, "\"other place\"", "Payers usually want to know which; write the place where the injection was given."},
}};

inline const ImplausiblePlace* implausible_place(const Service& service) {
    for (const ImplausiblePlace& candidate : implausible_places)
        if (candidate.place == service.place) return &candidate;
    return nullptr;
}

}  // namespace deltoid::rulebook

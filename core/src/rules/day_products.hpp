// SPDX-License-Identifier: Apache-2.0
// What was given on a day, as far as the lines tell: the precedence of several rules rests on it.
#pragma once

#include "context.hpp"

namespace deltoid::rulebook {

struct DayProducts {
    bool vaccine = false;
    bool vaccine_administration = false;
    bool other_drug = false;       ///< a drug line that is none of those below
    bool own_administration = false;   ///< allergen, RSV antibody, test antigen, toxin: a code of their own gives them
    int drug_codes = 0;            ///< different drug codes that 96372 may give
    const Service* first_vaccine = nullptr;
};

inline DayProducts products_of(const DayContext& day) {
    DayProducts products;
    for (const Service& service : day.services) {
        if (service.is(CodeSet::vaccine)) {
            products.vaccine = true;
            if (products.first_vaccine == nullptr) products.first_vaccine = &service;
        }
        products.vaccine_administration |= service.is(CodeSet::vaccine_administration);
        const bool own = service.is(CodeSet::allergen_product) || service.is(CodeSet::rsv_antibody) ||
                         service.is(CodeSet::skin_test) || service.is(CodeSet::toxin);
        products.own_administration |= own || service.is(CodeSet::allergen_injection);
        if (!service.is(CodeSet::drug) || own || service.is(CodeSet::vaccine)) continue;
        products.other_drug = true;
        bool seen = false;
        for (const Service* earlier = day.services.data(); earlier != &service && !seen; ++earlier)
            seen = earlier->facts.code == service.facts.code;
        products.drug_codes += seen ? 0 : 1;
    }
    return products;
}

/// ADM001 speaks: vaccines, and nothing else that 96372 gives.
inline bool only_vaccines(const DayProducts& products) { return products.vaccine && !products.other_drug; }

}  // namespace deltoid::rulebook

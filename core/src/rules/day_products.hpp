// SPDX-License-Identifier: Apache-2.0
// What was given on a day, as far as the lines tell: who speaks when several rules see the same injection rests on it.
#pragma once

#include <array>

#include "context.hpp"

namespace deltoid::rulebook {

/// What 96372 would have given, by what it may be given with. The order is that of speaking: of a day without a drug for
/// 96372 the first kind that is there names the rule.
enum class Product : std::uint8_t {
    vaccine,          ///< ADM001
    allergen,         ///< ADM002
    rsv_antibody,     ///< ADM007; an injected drug before its codes began
    toxin,            ///< ADM013
    skin_test,        ///< ADM014
    hiv_prep,         ///< ADM008; only Medicare's
    on_body,          ///< ADM009; a drug with an on-body form beside 96377
    antineoplastic,   ///< ADM003; an injected drug beside one of 96401-96549
    hormonal,         ///< ADM004; the same, and without a cancer diagnosis
    never_injected,   ///< ADM011; its labelled routes hold neither SC nor IM
    fluid,            ///< ADM017
    anesthetic,       ///< local: part of whatever was done with it
    drug,             ///< 96372 may give it
    none
};
inline constexpr std::size_t product_count = static_cast<std::size_t>(Product::none);

/// 96380 and 96381 (AAP coding newsletter); Medicare's G0012 (NCD 210.15, CGS).
inline constexpr Day rsv_administration_begins = Day::of(2023, 10, 6);
inline constexpr Day hiv_prep_administration_begins = Day::of(2024, 9, 30);

struct DayProducts {
    std::array<const Service*, product_count> first{};   ///< the first service of each kind
    int drug_codes = 0;                                  ///< different codes of kind drug
    int billed_drugs = 0;                                ///< different codes of drugs, whatever gives them
    bool any_drug = false;                               ///< a drug line of any kind but those with a rule of their own
    bool vaccine = false;
    bool vaccine_administration = false;
    bool allergen_administration = false;
    bool rsv_administration = false;                     ///< 96380, 96381
    bool hiv_prep_administration = false;                ///< G0012
    bool on_body_administration = false;                 ///< 96377
    bool cancer_administration = false;                  ///< 96401-96549
    bool other_administration = false;                   ///< any infusion, push or chemotherapy
    bool procedure = false;                              ///< one that gives a drug of its own
    bool injection_recorded = false;                     ///< the record of a line says SC or IM
    Thousandths injections = 0;                          ///< units of 96372
    const Service* last_injection = nullptr;

    [[nodiscard]] const Service* of(Product kind) const { return first[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool has(Product kind) const { return of(kind) != nullptr; }
};

/// "IM|SC|IV" holds "SC".
constexpr bool lists_route(std::string_view routes, std::string_view route) {
    while (!routes.empty()) {
        const std::size_t bar = routes.find('|');
        if (routes.substr(0, bar) == route) return true;
        if (bar == std::string_view::npos) return false;
        routes.remove_prefix(bar + 1);
    }
    return false;
}

/// Cabotegravir, lenacapavir and the unlisted one for prevention (CGS, PrEP for HIV); the treatment codes are others.
inline bool is_hiv_prep(Code code) {
    using namespace literals;
    return code == "J0738"_code || code == "J0739"_code || code == "J0799"_code;
}

inline bool is_on_body(const Service& service) {
    return service.facts.drug && lists_route(service.facts.drug.row->routes, "onbody");
}

/// What the drug pack makes of a drug line.
inline Product product_of_drug(const Service& service, const DayProducts& day) {
    const bool medicare_prep = is_hiv_prep(service.facts.code) && is_medicare(service.claim->payer);
    const bool prep_begun = service.day >= hiv_prep_administration_begins && !service.facts.not_begun;   // else DRG003
    if (medicare_prep && prep_begun) return Product::hiv_prep;
    const DrugRow* drug = service.facts.drug.row;
    if (drug == nullptr || service.is(CodeSet::unlisted_drug)) return Product::drug;
    if (drug->drug_class == "fluid") return Product::fluid;
    if (drug->drug_class == "local_anesthetic") return Product::anesthetic;
    if (!lists_route(drug->routes, "IM") && !lists_route(drug->routes, "SC")) return Product::never_injected;
    if (day.on_body_administration && is_on_body(service)) return Product::on_body;
    if (day.cancer_administration) return Product::drug;
    if (drug->administration == Administration::antineoplastic) return Product::antineoplastic;
    const bool hormonal = drug->administration == Administration::hormonal_antineoplastic;
    return hormonal && service.claim->cancer ? Product::hormonal : Product::drug;
}

inline Product product_of(const Service& service, const DayProducts& day) {
    if (service.is(CodeSet::vaccine)) return Product::vaccine;
    if (service.is(CodeSet::allergen_product)) return Product::allergen;
    if (service.is(CodeSet::rsv_antibody))
        return service.day >= rsv_administration_begins ? Product::rsv_antibody : Product::drug;
    if (service.is(CodeSet::toxin)) return Product::toxin;
    if (service.is(CodeSet::skin_test)) return Product::skin_test;
    if (service.is(CodeSet::drug)) return product_of_drug(service, day);
    return service.packaged_drug ? Product::drug : Product::none;   // nobody knows which
}

inline void note_administration(DayProducts& day, const Service& service) {
    using namespace literals;
    const Code code = service.facts.code;
    day.vaccine_administration |= service.is(CodeSet::vaccine_administration);
    day.allergen_administration |= service.is(CodeSet::allergen_injection);
    day.rsv_administration |= code == "96380"_code || code == "96381"_code;
    day.hiv_prep_administration |= code == "G0012"_code;
    day.on_body_administration |= code == "96377"_code;
    day.cancer_administration |= code >= "96401"_code && code <= "96549"_code && service.is(CodeSet::drug_administration);
    day.other_administration |= service.is(CodeSet::drug_administration);
    day.procedure |= service.is(CodeSet::procedure_with_drug);
    day.injection_recorded |= service.injected;
    if (!service.is(CodeSet::injection)) return;
    day.injections += service.counted ? service.units : Thousandths{1000};   // UNT003 speaks of units that are no count
    day.last_injection = &service;
}

/// Of the services of this day; others may stand among them.
inline DayProducts products_of(std::span<const Service> services, Day day) {
    DayProducts products;
    for (const Service& service : services)
        if (service.day == day) note_administration(products, service);
    for (const Service& service : services) {
        if (service.day != day) continue;
        const Product kind = product_of(service, products);
        if (kind == Product::none) continue;
        const Service*& first = products.first[static_cast<std::size_t>(kind)];
        if (first == nullptr) first = &service;
        if (kind <= Product::rsv_antibody || kind == Product::toxin || kind == Product::skin_test) continue;
        products.any_drug = true;
        if (kind == Product::fluid || kind == Product::anesthetic) continue;
        bool seen = false;
        for (const Service* earlier = services.data(); earlier != &service && !seen; ++earlier)
            seen = earlier->facts.code == service.facts.code && earlier->day == day &&
                   earlier->packaged_drug == service.packaged_drug;
        products.billed_drugs += seen ? 0 : 1;
        products.drug_codes += seen || kind != Product::drug ? 0 : 1;
    }
    products.vaccine = products.has(Product::vaccine);
    return products;
}

inline const DayProducts& products_of(const DayContext& day) { return day.products; }

/// What gives this kind stands on the day already.
inline bool is_given(const DayProducts& products, Product kind) {
    switch (kind) {
        case Product::vaccine: return products.vaccine_administration;
        case Product::allergen: return products.allergen_administration;
        case Product::rsv_antibody: return products.rsv_administration;
        case Product::toxin: return products.procedure;
        case Product::hiv_prep: return products.hiv_prep_administration;
        case Product::never_injected: return products.other_administration || products.procedure;
        case Product::fluid: return products.other_administration;
        case Product::skin_test:   // holds its own placing
        case Product::on_body: return true;
        default: return false;
    }
}

/// The kind that speaks when nothing on the day is 96372's to give; none when something is, or nothing was billed. Of
/// several kinds the first that nothing on the day gives, for 96372 stands in its code's place; else the first.
inline Product sole_product(const DayProducts& products) {
    Product found = Product::none;
    if (products.drug_codes != 0) return found;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Product::anesthetic); ++i) {
        const auto kind = static_cast<Product>(i);
        if (!products.has(kind)) continue;
        if (!is_given(products, kind)) return kind;
        if (found == Product::none) found = kind;
    }
    return found;
}

/// Drugs are there for 96372, but fewer than its units, so that one of them gave this kind.
inline bool takes_a_unit(const DayProducts& products, Product kind) {
    return products.has(kind) && products.drug_codes != 0 && products.injections > products.drug_codes * Thousandths{1000};
}

/// ADM001 speaks: vaccines, and nothing that 96372 gives.
inline bool only_vaccines(const DayProducts& products) { return sole_product(products) == Product::vaccine; }

/// A rule of the ADM family says that 96372 gave nothing of its own: rules on pairs and bypasses are silent.
inline bool nothing_to_inject(const DayProducts& products) { return sole_product(products) != Product::none; }

}  // namespace deltoid::rulebook

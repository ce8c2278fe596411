// SPDX-License-Identifier: Apache-2.0
// Codes that stand where 96372 belongs. A claim that bears one is an injection claim and is checked whole (rulebook, Scope).
#pragma once

#include "context.hpp"
#include "rules/adm/given_otherwise.hpp"

namespace deltoid::rulebook {

/// First day of the contractors' articles on complex administration (NGS A58620).
inline constexpr Day complex_list_begins = Day::of(2021, 5, 1);

/// J1950, J1951 and J3316: forms that are not labelled for cancer.
inline bool is_benign_hormone(Code code) {
    using namespace literals;
    return code == "J1950"_code || code == "J1951"_code || code == "J3316"_code;
}

/// An antineoplastic or hormonal drug of the day: 96401 and 96402 are its own.
inline bool explains_cancer_code(const Service& drug) {
    const DrugRow* row = drug.facts.drug.row;
    if (!drug.is(CodeSet::drug)) return false;
    return row == nullptr || row->administration == Administration::antineoplastic ||
           row->administration == Administration::hormonal_antineoplastic;
}

inline bool is_explained(std::span<const Service> services, const Service& administration) {
    for (const Service& drug : services)
        if (drug.day == administration.day && explains_cancer_code(drug)) return true;
    return false;
}

/// ADM005: the hormone that 96402 was billed for, although the claim names what it treats and no cancer.
inline const Service* hormone_not_for_cancer_beside(const Claim& claim, std::span<const Service> services, const Service& service) {
    using namespace literals;
    constexpr std::array<std::string_view, 4> benign{"N80", "D25", "E301", "E228"};
    if (service.facts.code != "96402"_code || service.claim->cancer || !has_diagnosis(claim, benign)) return nullptr;
    if (is_explained(services, service)) return nullptr;
    for (const Service& drug : services)
        if (drug.day == service.day && is_benign_hormone(drug.facts.code)) return &drug;
    return nullptr;
}

/// ADM006: the listed drug that 96401 or 96402 was billed for.
inline const Service* complex_drug_beside(std::span<const Service> services, const Service& service) {
    using namespace literals;
    if (service.facts.code != "96401"_code && service.facts.code != "96402"_code) return nullptr;
    if (service.day < complex_list_begins || is_explained(services, service)) return nullptr;
    for (const Service& drug : services)
        if (drug.day == service.day && drug.facts.drug && drug.facts.drug.row->complex_list) return &drug;
    return nullptr;
}

/// ADM015: a predecessor of 96372 after its end.
inline bool is_superseded(const Service& service) { return service.is(CodeSet::injection_predecessor) && service.facts.ended; }

inline bool stands_for_injection(const Claim& claim, std::span<const Service> services) {
    for (const Service& service : services)
        if (is_superseded(service) || complex_drug_beside(services, service) != nullptr ||
            hormone_not_for_cancer_beside(claim, services, service) != nullptr)
            return true;
    return false;
}

}  // namespace deltoid::rulebook

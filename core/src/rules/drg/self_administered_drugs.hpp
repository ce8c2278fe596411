// SPDX-License-Identifier: Apache-2.0
// Which drugs Medicare leaves out because patients give them to themselves, and the route modifiers that tell it.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"

namespace deltoid::rulebook {

inline constexpr Modifier given_by_vein("JA");
inline constexpr Modifier given_under_skin("JB");

/// A drug of both routes that the contractors' list marks: JB is excluded, JA is not, without either the line denies.
struct StarredDrug {
    Code code;
    bool by_all = true;   ///< false: in Noridian's list alone
};
/// Noridian list R20 of 2021-04-05 (J0129, J2354); tocilizumab and its biosimilars by the articles A53033 and A53066.
inline constexpr std::array starred_drugs{StarredDrug{Code("J0129")}, StarredDrug{Code("J3262")},
                                          StarredDrug{Code("Q5133")}, StarredDrug{Code("Q5135")},
                                          StarredDrug{Code("Q5156")}, StarredDrug{Code("J2354"), false}};
inline constexpr Day starred_from = Day::of(2021, 4, 5);

inline const StarredDrug* starred(const Service& service) {
    if (service.day < starred_from || service.facts.ended || service.facts.not_begun) return nullptr;
    for (const StarredDrug& drug : starred_drugs)
        if (drug.code == service.facts.code) return &drug;
    return nullptr;
}

enum class Exclusion : std::uint8_t {
    none,
    by_some,   ///< contractors differ, or the form decides: worth knowing
    usual,     ///< on lists, as far as professional knowledge goes
    listed     ///< read in a contractor's list
};

/// How a line stands to the exclusion when Medicare is asked to pay it for an injection.
inline Exclusion exclusion_of(const Service& service) {
    const DrugRow* drug = service.facts.drug.row;
    if (drug == nullptr || !is_medicare(service.claim->payer) || service.facts.ended || service.facts.not_begun)
        return Exclusion::none;
    if (service.has(given_by_vein)) return Exclusion::none;
    const bool known = drug->conf_fields.find("sad") == std::string_view::npos;
    if (const StarredDrug* star = starred(service)) {
        if (!service.has(given_under_skin)) return Exclusion::none;   // DRG011 speaks
        return star->by_all && known ? Exclusion::listed : Exclusion::usual;
    }
    if (drug->self_administered == "y") return known ? Exclusion::listed : Exclusion::usual;
    const bool only_under_the_skin = drug->routes.substr(0, 2) == "SC";
    return drug->self_administered == "varies" && only_under_the_skin ? Exclusion::by_some : Exclusion::none;
}

/// DRG010 speaks of the line as an error or a warning: what else the drug needs is not asked.
inline bool is_excluded(const Service& service) { return exclusion_of(service) >= Exclusion::usual; }

}  // namespace deltoid::rulebook

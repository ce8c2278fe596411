// SPDX-License-Identifier: Apache-2.0
// Clean claims of every kind that the rulebook knows: a scenario is what one practice bills for one patient.
#pragma once

#include <span>

#include "precision/maker.hpp"

namespace deltoid::test::precision {

/// Of this kind, or of one chosen by chance.
[[nodiscard]] Scenario clean_scenario(Maker& maker, std::string_view kind = {});
/// The same claim as another program writes it: codes without dots, letters for pointers, small letters.
void look_different(Dice& dice, DraftClaim& claim);

/// A visit (perhaps), one injection and its drug, on one claim.
[[nodiscard]] Scenario plain(Maker& maker, const Wish& wish);
/// What every scenario needs at its end: supervision shown where the place asks for it, lines in some order.
void finish(Maker& maker, Scenario& scenario, bool shuffle = true);

struct Kind {
    std::string_view name;
    int weight;
    Scenario (*make)(Maker&);
    bool shuffled = true;   ///< lines may stand in any order
};
/// The rarer ones: the near misses of the rulebook.
[[nodiscard]] std::span<const Kind> rarer_kinds();

/// Names of the kinds, for the report of what was generated.
[[nodiscard]] std::vector<std::string_view> clean_kinds();

}   // namespace deltoid::test::precision

// SPDX-License-Identifier: Apache-2.0
// Mutations: each plants one defect in a clean claim and says which findings that defect deserves.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "precision/clean.hpp"

namespace deltoid::test::precision {

inline constexpr int anywhere = -1;

/// A finding that the defect deserves. `anywhere`: whatever claim or line the rule names.
struct Planted {
    std::string_view rule;
    int line = anywhere;
    std::string_view level = "error";
    int claim = 0;
};

struct Mutant {
    Scenario scenario;
    std::vector<Planted> deserved;
    /// Rules whose warnings the same defect deserves too, on some claims: another side of it, which the rulebook names.
    std::vector<std::string_view> also;

    DraftClaim& claim() { return scenario.claims.at(0); }
};

struct Mutation {
    std::string_view rule;   ///< that must speak
    std::string_view what;
    /// False when no such claim can be made on the days before as_of.
    bool (*plant)(Maker& maker, Mutant& mutant) = nullptr;
    Day as_of = {};   ///< for defects of a time of their own
};

[[nodiscard]] std::vector<Mutation> all_mutations();
// By family, one file each.
[[nodiscard]] std::span<const Mutation> mutations_of_administration();   // ADM, BND
[[nodiscard]] std::span<const Mutation> mutations_of_lines();            // MOD, UNT, DRG, NDC
[[nodiscard]] std::span<const Mutation> mutations_of_claims();           // POS, SUP, DX, DOC, PAY, CLM, SRC
[[nodiscard]] std::span<const Mutation> mutations_for_judgement();   // records, diagnoses, histories: mostly warnings
[[nodiscard]] std::span<const Mutation> mutations_of_every_kind();   // planted in claims of every kind
[[nodiscard]] std::span<const Mutation> mutations_rarer();   // imported tables, payers' lists, earlier claims
[[nodiscard]] std::span<const Mutation> mutations_of_files();     // X12
[[nodiscard]] std::span<const Mutation> mutations_of_sources();   // SRC, POS009

// Pieces that the families share.

/// A plain claim of the wish, finished.
void take(Maker& maker, Mutant& mutant, const Wish& wish);
[[nodiscard]] inline int injection_of(const Mutant& mutant) { return mutant.scenario.claims[0].line_of("96372"); }
/// The line of the drug that the plain claim was made with.
[[nodiscard]] int drug_of(const Maker& maker, const Mutant& mutant);
[[nodiscard]] int visit_of(const Mutant& mutant);   ///< the line with 25; 0 without
/// One diagnosis for the whole claim.
void only_reason(DraftClaim& claim, std::string_view diagnosis);
/// The drug line becomes a line of another product, with what the payer wants of one.
void become(Maker& maker, Mutant& mutant, std::string_view code, int units, std::string_view diagnosis,
            bool waste = true);
/// Error for Medicare Part B, one level lower for Medicare Advantage (rulebook, Payer classes).
[[nodiscard]] inline std::string_view medicare_level(const DraftClaim& claim) {
    return claim.payer.payer_class == "medicare_advantage" ? "warning" : "error";
}
void must_say(Mutant& mutant, std::string_view rule, int line = anywhere, std::string_view level = "error");

}   // namespace deltoid::test::precision

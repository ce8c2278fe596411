// SPDX-License-Identifier: Apache-2.0
// Precision: ten thousand clean claims, and not one error or warning.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "precision/clean.hpp"
#include "precision/session.hpp"
#include "support/brute_force.hpp"

using namespace deltoid;
using namespace deltoid::test;
using namespace deltoid::test::precision;

namespace {

constexpr std::size_t wanted_claims = 10'000 / brute_force_step;
constexpr int batch_size = 60;

struct Clean {
    std::size_t claims = 0;
    std::map<std::string, int> alarms, kinds, codes;
    std::string shown;

    [[nodiscard]] std::string listed_alarms() const {
        std::string text = "false alarms in " + std::to_string(claims) + " clean claims:\n";
        for (const auto& [rule, count] : alarms) text += "  " + rule + ": " + std::to_string(count) + "\n";
        return text + shown;
    }
};

Clean check_clean_claims(std::uint64_t seed, std::size_t wanted) {
    Dice dice(seed);
    Clean clean;
    for (int serial = 1; clean.claims < wanted;) {
        const Day as_of = some_day(dice.next());
        std::vector<Scenario> batch;
        for (int i = 0; i < batch_size; ++i) {
            Maker maker(dice, as_of, serial++);
            batch.push_back(clean_scenario(maker));
            for (DraftClaim& claim : batch.back().claims) look_different(dice, claim);
        }
        const auto said = check_together(batch, as_of);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            clean.claims += batch[i].claims.size();
            ++clean.kinds[batch[i].what];
            for (const DraftClaim& claim : batch[i].claims)
                for (const DraftLine& line : claim.lines) ++clean.codes[line.code];
            for (const Said& one : said[i])
                if (clean.alarms[one.rule + " " + one.level]++ < 3)
                    clean.shown += "as of " + iso(as_of) + "\n" + listed({one}) + listed(batch[i]);
        }
    }
    return clean;
}

}   // namespace

TEST_CASE("precision: clean claims of every kind yield no error and no warning", "[precision]") {
    const Clean clean = check_clean_claims(20261121, wanted_claims);
    INFO(clean.listed_alarms());
    CHECK(clean.alarms.empty());
    if (sanitized) return;
    CHECK(clean.kinds.size() == clean_kinds().size());
    // Of the products that 96372 gives and that were valid in these years, nearly all were billed.
    std::size_t given = 0, all = 0;
    std::string missing;
    for (const Drug* drug : facts().injected) {
        if (drug->to.known() && drug->to < Day::of(2024, 7, 1)) continue;
        ++all;
        if (clean.codes.count(drug->code) != 0)
            ++given;
        else
            missing += " " + drug->code;
    }
    INFO("never billed:" << missing);
    CHECK(given * 100 >= all * 90);
}

// Hidden: a hundred seeds, for a long evening.
TEST_CASE("clean claims of many seeds", "[.long]") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Clean clean = check_clean_claims(seed, 5000);
        INFO("seed " << seed << ": " << clean.listed_alarms());
        CHECK(clean.alarms.empty());
    }
}

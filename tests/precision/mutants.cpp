// SPDX-License-Identifier: Apache-2.0
// Precision: each single defect gets the findings that it deserves, and no other.
#include <algorithm>
#include <array>
#include <iostream>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/rule.hpp"
#include "precision/confusion.hpp"
#include "support/brute_force.hpp"

using namespace deltoid;
using namespace deltoid::test;
using namespace deltoid::test::precision;

namespace {

constexpr int wanted_mutants = static_cast<int>(10'000 / brute_force_step);

}   // namespace

TEST_CASE("precision: a planted defect gives the findings it deserves and no others", "[precision]") {
    const Confusion confusion = confuse(372, wanted_mutants);
    INFO(confusion.table() << confusion.shown);
    CHECK(confusion.wrong == 0);
}

TEST_CASE("precision: every rule of an error or a warning has a mutation", "[precision]") {
    const std::vector<Mutation> mutations = all_mutations();
    for (const Rule* rule : rules()) {
        const bool planted =
            std::any_of(mutations.begin(), mutations.end(), [&](const Mutation& one) { return one.rule == rule->id; });
        INFO(rule->id << " " << rule->name);
        CHECK((planted || rule->level < Level::warning));
    }
}

// Hidden: `deltoid_tests "[confusion]"` prints the table.
TEST_CASE("the confusion table", "[.confusion]") { std::cout << confuse(372, wanted_mutants).table(); }

// Hidden: a hundred seeds.
TEST_CASE("planted defects of many seeds", "[.long]") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Confusion confusion = confuse(seed, 5000);
        INFO("seed " << seed << "\n" << confusion.table() << confusion.shown);
        CHECK(confusion.wrong == 0);
    }
}

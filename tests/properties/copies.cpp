// SPDX-License-Identifier: Apache-2.0
// CLM002 over many claims: each copy is named once, none is compared with all others, and its charges are counted once.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "rules/clean_claim.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

Outcome outcome_of_claims(const std::vector<std::string>& claims, std::string_view options = "{}") {
    const std::vector<Input> inputs{as_lines(claims)};
    return outcome_of(merged(rulebook::example_options, options), inputs);
}

}  // namespace

TEST_CASE("of thousands of copies all but one are duplicates", "[copies]") {
    constexpr std::size_t count = 3000;
    const std::vector<std::string> claims(count, merged(rulebook::clean_claim, "{}"));
    const Outcome outcome = outcome_of_claims(claims);
    CHECK(outcome.summary["by_rule"]["CLM002"].number() == count - 1);
    CHECK(outcome.summary["errors"].number() == count - 1);
    CHECK(outcome.summary["clean_injection_lines"].number() == 1);
    CHECK(outcome.totals.amount_at_risk == static_cast<Cents>(count - 1) * 172'00);
}

TEST_CASE("a charge that another error denies already is not at risk twice", "[copies]") {
    const std::string late = merged(rulebook::clean_claim, R"({"received_date":"2028-01-03"})");
    const Outcome outcome = outcome_of_claims({late, late});
    CHECK(outcome.summary["by_rule"]["CLM002"].number() == 1);
    CHECK(outcome.summary["by_rule"]["PAY001"].number() == 2);
    CHECK(outcome.totals.amount_at_risk == 2 * 172'00);
}

TEST_CASE("a duplicate that is not written puts nothing at risk", "[copies]") {
    const std::string claim(rulebook::clean_claim);
    CHECK(outcome_of_claims({merged(claim, "{}"), merged(claim, "{}")}, R"({"ignore":"CLM002"})").totals.amount_at_risk == 0);
}

// SPDX-License-Identifier: Apache-2.0
// The profile's list of codes that need an authorization: what is taken, and what is said of mistakes.
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "options.hpp"

using namespace deltoid;

namespace {

std::vector<Problem> problems_of(std::string_view list, Options& options) {
    std::vector<Problem> problems;
    std::string text = R"({"as_of":"2026-09-20","profile":{"payers":[{"id":"87726","authorization_required":)";
    options = read_options(text.append(list).append("}]}}"), problems);
    return problems;
}

}  // namespace

TEST_CASE("a payer's codes that need an authorization are read in any case", "[options]") {
    Options options;
    CHECK(problems_of(R"(["J0897"," j2357 ","96372"])", options).empty());
    Payer claimed;
    claimed.id = "87726";
    const PayerProfile* payer = options.profile.payer(claimed);
    REQUIRE(payer != nullptr);
    CHECK(payer->authorization_required == std::vector{Code("J0897"), Code("J2357"), Code("96372")});
}

TEST_CASE("a list that is none, or holds something else than codes, is named with its path", "[options]") {
    Options options;
    const std::vector<Problem> no_list = problems_of(R"("J0897")", options);
    REQUIRE(no_list.size() == 1);
    CHECK(no_list.front().path == "/profile/payers/0/authorization_required");
    CHECK(no_list.front().message == "It must be a list of procedure or drug codes.");
    const std::vector<Problem> no_codes = problems_of(R"(["J0897","J89",7])", options);
    REQUIRE(no_codes.size() == 2);
    CHECK(no_codes.front().path == "/profile/payers/0/authorization_required/1");
    CHECK(no_codes.back().path == "/profile/payers/0/authorization_required/2");
}

// SPDX-License-Identifier: Apache-2.0
// NPIs with their check digit, against the rule as CMS words it: digit by digit.
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>

#include "rules/clm/npi_check_digit.hpp"

namespace deltoid {
namespace {

/// Luhn over the number behind its prefix, from the right, every other digit doubled.
bool plain_check(const std::string& npi) {
    const std::string whole = "80840" + npi;
    int sum = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        int digit = whole[whole.size() - 1 - i] - '0';
        if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

TEST_CASE("an NPI fits just when the plain sum does") {
    std::mt19937 random(20240930);
    std::uniform_int_distribution<int> digit(0, 9);
    int fitting = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string npi(1, i % 2 == 0 ? '1' : '2');
        while (npi.size() < 10) npi.push_back(static_cast<char>('0' + digit(random)));
        const bool fits = rulebook::npi_fits(npi);
        if (fits != plain_check(npi)) FAIL(npi);
        fitting += fits ? 1 : 0;
    }
    CHECK(fitting > 1500);
    CHECK(fitting < 2500);
}

TEST_CASE("what is no NPI does not fit") {
    REQUIRE(rulebook::npi_fits("1234567893"));
    for (std::size_t at = 0; at < 10; ++at)
        for (int byte = 0; byte < 256; ++byte) {
            std::string npi = "1234567893";
            npi[at] = static_cast<char>(byte);
            const bool digit = byte >= '0' && byte <= '9';
            if (!digit && rulebook::npi_fits(npi)) FAIL("byte " << byte << " at " << at);
        }
    CHECK_FALSE(rulebook::npi_fits(""));
    CHECK_FALSE(rulebook::npi_fits("123456789"));
    CHECK_FALSE(rulebook::npi_fits("12345678930"));
    CHECK_FALSE(rulebook::npi_fits("3234567893"));
}

}  // namespace
}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Doses as charts write them: read to the exact amount, or not at all.
#include "dose.hpp"

#include <string>

#include <catch2/catch_test_macros.hpp>

using namespace deltoid;

namespace {

constexpr std::int64_t mg = 1'000'000;
constexpr std::int64_t mL = 1000;
constexpr std::int64_t unit = 1000;

std::int64_t amount_of(std::string_view text, DoseFamily family) {
    const Dose dose = read_dose(text);
    return dose.readable ? dose.amount(family) : -1;
}
std::int64_t mass(std::string_view text) { return amount_of(text, DoseFamily::mass); }
std::int64_t volume(std::string_view text) { return amount_of(text, DoseFamily::volume); }
std::int64_t units(std::string_view text) { return amount_of(text, DoseFamily::units); }
bool unreadable(std::string_view text) { return !read_dose(text).readable; }

}  // namespace

TEST_CASE("doses are read as they are written", "[dose]") {
    CHECK(mass("60 mg") == 60 * mg);
    CHECK(mass("60mg") == 60 * mg);
    CHECK(mass(" 60 MG IM, single-dose ") == 60 * mg);
    CHECK(mass("60 mg.") == 60 * mg);
    CHECK(mass(".5 mg") == mg / 2);
    CHECK(mass("1,000 mcg") == mg);
    CHECK(mass("1000 ug") == mg);
    CHECK(mass("1000 \xC2\xB5g") == mg);
    CHECK(mass("1000 \xCE\xBCg") == mg);
    CHECK(mass("1 g") == 1000 * mg);
    CHECK(mass("1.25 grams") == 1250 * mg);
    CHECK(mass("0.000000125 g") == 125);
    CHECK(units("300 IU") == 300 * unit);
    CHECK(units("300 international units") == 300 * unit);
    CHECK(units("10 u") == 10 * unit);
    CHECK(units("2.4 million units") == 2'400'000 * unit);
    CHECK(units("2,400,000 units IM") == 2'400'000 * unit);
    CHECK(units("1.2 MU") == 1'200'000 * unit);
    CHECK(units("1.2 mU") == -1);
    CHECK(volume("0.5 mL") == mL / 2);
    CHECK(volume("10 cc") == 10 * mL);
    CHECK(volume("1 L") == 1000 * mL);
    CHECK(amount_of("2 doses", DoseFamily::doses) == 2 * unit);
    CHECK(amount_of("20 mEq", DoseFamily::milliequivalents) == 20 * unit);
}

TEST_CASE("a volume of a strength is a mass, and a mass of a strength a volume", "[dose]") {
    for (const char* text : {"0.5 mL of 40 mg/mL", "0.5 mL @ 40 mg/mL", "40 mg/mL x 0.5 mL", "0.5mL (40 mg/mL)", "0.5 mL of 80 mg/2 mL",
                             "0.5 mL of 40 mg per mL", "20 mg (0.5 mL of 40 mg/mL)"}) {
        INFO(text);
        CHECK(mass(text) == 20 * mg);
        CHECK(volume(text) == mL / 2);
    }
    CHECK(mass("6 mg/mL x 2 mL") == 12 * mg);
    CHECK(volume("60 mg of 30 mg/mL") == 2 * mL);
    CHECK(volume("60 mg (2 mL)") == 2 * mL);
    CHECK(mass("60 mg in 2 mL") == 60 * mg);
    CHECK(units("0.25 mL of 10,000 units/mL") == 2500 * unit);
    CHECK(volume("10 mg of 3 mg/mL") == 0);
    CHECK(mass("10 mg of 3 mg/mL") == 10 * mg);
    CHECK(mass("1 mL of 100 mg/3 mL") == 33'333'334);
}

TEST_CASE("counts and parts add up", "[dose]") {
    CHECK(mass("2 x 105 mg") == 210 * mg);
    CHECK(mass("105 mg x 2") == 210 * mg);
    CHECK(mass("105 mg x 2 syringes") == 210 * mg);
    CHECK(mass("2 syringes of 105 mg") == 210 * mg);
    CHECK(mass("2x105mg") == 210 * mg);
    CHECK(mass("105 mg x2 doses") == 210 * mg);
    CHECK(mass("60 mg x1") == 60 * mg);
    CHECK(mass("60 mg, 1 dose") == 60 * mg);
    CHECK(mass("120 mg + 120 mg") == 240 * mg);
    CHECK(mass("120 mg and 120 mg") == 240 * mg);
    CHECK(mass("1 g (1,000 mg)") == 1000 * mg);
    for (const char* text : {"400 mg/600 mg", "400 mg / 600 mg", "400/600 mg", "400 mg + 600 mg"}) {
        INFO(text);
        CHECK(mass(text) == 1000 * mg);
        CHECK(read_dose(text).second_part == 600 * mg);
    }
    CHECK(read_dose("400/600 mg").slashed);
    CHECK_FALSE(read_dose("400 mg + 600 mg").slashed);
}

TEST_CASE("what is not wholly understood is not read", "[dose]") {
    for (const char* text :
         {"", " ", "60", "mg", "40 mg/mL", "80 mg/2 mL", "1/2 mL", "1/2 mg", "25-50 mg", "25 - 50 mg", "-5 mg", "0 mg", "0,5 mL", "1,00 mg",
          "10,0000 mg", "1,0000,000 mg", "15 mg/kg", "60 mg 30 mg", "60 mg 2 mL 1 g", "one vial", "1 vial", "60 mg vial", "2 vials (500 mg)",
          "half of 60 mg", "60 mg x", "up to 60 mg", "60 mg +", "+ 60 mg", "2.4 million", "2.4 million mg", "60 mg and 10 units",
          "see note", "60 mg (3 mL of 30 mg/mL)", "0.0000000001 mg", "1 mg + 1 mg + 1 mg + 1 mg + 1 mg", "99999999999 g",
          "999999999999999999999 mg", "2 x 3 x 4 mg", "60 mg x 2000", "2 mL of 1%", "60 mg 1", "1,000 international mg",
          "60 mg\xFF", "400/600/900 mg"}) {
        INFO(text);
        CHECK(unreadable(text));
    }
    CHECK(unreadable(std::string(300, '6') + " mg"));
}

TEST_CASE("nothing discarded is said in a few ways", "[dose]") {
    for (const char* text : {"0", "0 mg", "0.0 mL", "none", "Nothing", "nil", "no waste", " 00 mg "}) {
        INFO(text);
        CHECK(says_nothing_given(text));
    }
    for (const char* text : {"", "0.5 mL", "05 mg", "10 mg", "0 of 2", "some", ".", "mg"}) {
        INFO(text);
        CHECK_FALSE(says_nothing_given(text));
    }
}

TEST_CASE("scaling is exact, rounds up and never overflows", "[dose]") {
    CHECK(scaled_up(7, 10, 3) == 24);
    CHECK(scaled_up(6, 10, 3) == 20);
    CHECK(scaled_up(0, 10, 3) == 0);
    CHECK(scaled_up(10'000'000'000'000, 10'000'000'000'000, 1) == -1);
    CHECK(scaled_up(10'000'000'000'000, 1'000'000, 1'000'000) == 10'000'000'000'000);
    CHECK(scaled_up(1, 1, 0) == -1);
    CHECK(scaled_up(-1, 1, 1) == -1);
}

// SPDX-License-Identifier: Apache-2.0
// The named code sets: what rules take a code for, at the ends of the ranges.
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::table_tests;

namespace {

bool is(std::string_view code, CodeSet set) {
    return (Tables::built_in()->sets(Code(code), on("2026-09-15")) & bit(set)) != 0;
}

}  // namespace

TEST_CASE("the injection and its predecessors are known on every day, and on none") {
    const auto tables = Tables::built_in();
    for (const Day day : {Day::none(), on("1990-01-01"), on("2008-12-31"), on("2026-09-15"), Day::open()}) {
        CHECK((tables->sets(Code("96372"), day) & bit(CodeSet::injection)) != 0);
        for (const char* code : {"90772", "90782", "G0351"})
            CHECK((tables->sets(Code(code), day) & bit(CodeSet::injection_predecessor)) != 0);
    }
    CHECK(tables->sets(Code(), on("2026-09-15")) == 0);
    CHECK_FALSE(is("96371", CodeSet::injection));
    CHECK_FALSE(is("96373", CodeSet::injection));
}

TEST_CASE("visits that 25 opens") {
    for (const char* code : {"99202", "99203", "99204", "99205", "99212", "99213", "99214", "99215", "G0463", "99455",
                             "99456", "99483", "99497"}) {
        INFO(code);
        CHECK(is(code, CodeSet::visit));
        CHECK(is(code, CodeSet::evaluation_and_management));
    }
    for (const char* code : {"99211", "99206", "99396", "99358", "99417", "99223"}) {
        INFO(code);
        CHECK_FALSE(is(code, CodeSet::visit));
    }
    CHECK(is("99211", CodeSet::nurse_visit));
    CHECK(is("99211", CodeSet::evaluation_and_management));
    for (const char* code : {"99381", "99387", "99391", "99397", "G0402", "G0438", "G0439"}) {
        INFO(code);
        CHECK(is(code, CodeSet::preventive_visit));
    }
    CHECK_FALSE(is("99401", CodeSet::preventive_visit));
    CHECK(is("99223", CodeSet::inpatient_visit));
    CHECK(is("99283", CodeSet::emergency_visit));
}

TEST_CASE("drugs: the J codes, the drugs among the Q, C and S codes, and the globulins") {
    for (const char* code : {"J0120", "J1885", "J3490", "J9999", "J7999", "Q0138", "Q2009", "Q5106", "Q5136", "Q9991",
                             "C9399", "C9088", "S0189", "S0020", "90281", "90371", "90378", "90380", "90399"}) {
        INFO(code);
        CHECK(is(code, CodeSet::drug));
    }
    for (const char* code : {"Q2035", "Q4001", "Q4100", "Q4205", "Q3014", "Q0091", "Q0510", "Q5001", "Q9967", "C9600",
                             "C9761", "S0201", "S0302", "90400", "90471", "90686", "96372", "A4550", "86580", "J"}) {
        INFO(code);
        CHECK_FALSE(is(code, CodeSet::drug));
    }
    for (const char* code : {"J3490", "J3590", "J9999", "C9399"}) CHECK(is(code, CodeSet::unlisted_drug));
    CHECK_FALSE(is("J1885", CodeSet::unlisted_drug));
}

TEST_CASE("vaccines are neither globulins nor antibodies") {
    for (const char* code : {"90476", "90686", "90732", "90759", "91300", "91323", "Q2034", "Q2039"}) {
        INFO(code);
        CHECK(is(code, CodeSet::vaccine));
    }
    for (const char* code : {"90371", "90378", "90380", "90399", "90475", "90760", "Q2040", "J1670", "86580"}) {
        INFO(code);
        CHECK_FALSE(is(code, CodeSet::vaccine));
    }
    CHECK(is("90686", CodeSet::vaccine_influenza));
    CHECK(is("Q2035", CodeSet::vaccine_influenza));
    CHECK_FALSE(is("90632", CodeSet::vaccine_influenza));
    CHECK(is("90677", CodeSet::vaccine_pneumococcal));
    CHECK_FALSE(is("90672", CodeSet::vaccine_pneumococcal));
    CHECK(is("90746", CodeSet::vaccine_hepatitis_b));
    CHECK_FALSE(is("90748", CodeSet::vaccine_hepatitis_b));   // Medicare does not pay the combination
    CHECK(is("91320", CodeSet::vaccine_covid));
    CHECK(is("90715", CodeSet::vaccine_after_exposure));
    CHECK(is("90675", CodeSet::vaccine_after_exposure));
    CHECK_FALSE(is("90700", CodeSet::vaccine_after_exposure));
    for (const char* code : {"90380", "90381", "90382"}) CHECK(is(code, CodeSet::rsv_antibody));
    CHECK_FALSE(is("90378", CodeSet::rsv_antibody));
    CHECK(is("90371", CodeSet::immune_globulin));
    CHECK(is("J1670", CodeSet::immune_globulin));
    CHECK_FALSE(is("90380", CodeSet::immune_globulin));
}

TEST_CASE("ways to give a product") {
    for (const char* code : {"90460", "90471", "90474", "90480", "G0008", "G0010", "0001A", "0174A"}) {
        INFO(code);
        CHECK(is(code, CodeSet::vaccine_administration));
    }
    for (const char* code : {"96360", "96374", "96377", "96380", "96401", "96402", "96549", "G0012", "G0498"}) {
        INFO(code);
        CHECK(is(code, CodeSet::drug_administration));
    }
    for (const char* code : {"96372", "96523", "96567", "90471", "95115", "20610"}) {
        INFO(code);
        CHECK_FALSE(is(code, CodeSet::drug_administration));
    }
    for (const char* code : {"20552", "20553", "20600", "20610", "20611", "11900", "64450", "64615", "67028", "11980"}) {
        INFO(code);
        CHECK(is(code, CodeSet::procedure_with_drug));
    }
    for (const char* code : {"20560", "20561", "12001", "17000", "93000", "11976"}) {
        INFO(code);
        CHECK_FALSE(is(code, CodeSet::procedure_with_drug));
    }
    for (const char* code : {"95115", "95117"}) CHECK(is(code, CodeSet::allergen_injection));
    for (const char* code : {"95144", "95149", "95165", "95170"}) CHECK(is(code, CodeSet::allergen_product));
    CHECK_FALSE(is("95180", CodeSet::allergen_product));
    CHECK(is("86580", CodeSet::skin_test));
    CHECK(is("J0585", CodeSet::toxin));
    CHECK(is("99070", CodeSet::supply));
    CHECK(is("G0439", CodeSet::preventive_service));
    CHECK_FALSE(is("96372", CodeSet::preventive_service));
}

TEST_CASE("sets end with their ranges, one shape of code beside the other, and with their days") {
    const PackOf sets{.table = "code-sets", .from = "2020-01-01", .to = "open"};
    const Tables tables = tables_of({sets.with("set\tfirst\tlast\tfrom\tto\n"
                                               "drug\t99200\t99300\t\t\n"
                                               "drug\tJ9900\tJ9999\t2020-01-01\t2020-12-31\n"
                                               "vaccine\t99250\t99250\t\t\n")});
    const auto asked = [&](const char* code, const char* day) { return tables.sets(Code(code), on(day)); };
    CHECK(asked("99199", "2020-06-01") == 0);
    CHECK(asked("99200", "2020-06-01") == bit(CodeSet::drug));
    CHECK(asked("99249", "2020-06-01") == bit(CodeSet::drug));
    CHECK(asked("99250", "2020-06-01") == (bit(CodeSet::drug) | bit(CodeSet::vaccine)));
    CHECK(asked("99251", "2020-06-01") == bit(CodeSet::drug));
    CHECK(asked("99300", "2020-06-01") == bit(CodeSet::drug));
    CHECK(asked("99301", "2020-06-01") == 0);
    CHECK(asked("9925T", "2020-06-01") == 0);
    CHECK(asked("J9950", "2019-12-31") == 0);
    CHECK(asked("J9950", "2020-01-01") == bit(CodeSet::drug));
    CHECK(asked("J9950", "2020-12-31") == bit(CodeSet::drug));
    CHECK(asked("J9950", "2021-01-01") == 0);
    CHECK(tables.sets(Code("J9950"), Day::none()) == bit(CodeSet::drug));
}

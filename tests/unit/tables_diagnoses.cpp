// SPDX-License-Identifier: Apache-2.0
// Tables whose keys are diagnoses and packages: how codes sort, what a day answers, what packs are refused.
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::table_tests;

namespace {

PackOf icd(std::string complete = "no") {
    return {"icd10-codes", "test", "2026-10-01", "2027-09-30", std::move(complete), {}};
}

std::string complaint(const PackOf& pack, std::string_view rows) {
    Tables tables;
    const auto problems = tables.add("my.tsv", pack.with(rows));
    return problems.empty() ? "" : problems.front().message;
}

}   // namespace

TEST_CASE("a diagnosis is the same with and without its dot, in capital and small letters") {
    CHECK(DiagnosisCode("M54.50") == DiagnosisCode("m5450"));
    CHECK(DiagnosisCode(" I10 ").valid());
    CHECK(DiagnosisCode("t78.2xxa").text() == "T782XXA");
    CHECK_FALSE(DiagnosisCode("").valid());
    CHECK_FALSE(DiagnosisCode("S61.4510AA").valid());
    CHECK_FALSE(DiagnosisCode("M54-50").valid());
    CHECK_FALSE(DiagnosisCode("M5.450").valid());
}

TEST_CASE("a family holds its codes and no others") {
    CHECK(in_families("D51|M54", DiagnosisCode("M54.50")));
    CHECK(in_families("M54", DiagnosisCode("M54")));
    CHECK(in_families("M", DiagnosisCode("M54")));
    CHECK_FALSE(in_families("M545|M549", DiagnosisCode("M54")));
    CHECK_FALSE(in_families("M54|D51", DiagnosisCode("M55")));
    CHECK_FALSE(in_families("", DiagnosisCode("M54")));
    CHECK_FALSE(in_families("M54", DiagnosisCode()));
    CHECK(DiagnosisCode("M54").key() < DiagnosisCode("M540").key());
    CHECK(DiagnosisCode("M549").key() < DiagnosisCode("M54A").key());
    CHECK(DiagnosisCode("M54ZZZZ").key() <= DiagnosisCode("M54").last_below());
}

TEST_CASE("the built-in diagnoses change on their days") {
    const auto tables = Tables::built_in();
    const DiagnosisCode back("M54.5"), newer("M54.50");
    CHECK_FALSE(tables->diagnosis(back, on("2021-09-30")).row->header);
    CHECK(tables->diagnosis(back, on("2021-10-01")).row->header);
    CHECK_FALSE(tables->diagnosis(newer, on("2021-09-30")).covered);
    CHECK(tables->diagnosis(newer, on("2021-10-01")));
    CHECK(tables->diagnosis(newer, on("2026-10-01")).carried_forward);
    CHECK_FALSE(tables->diagnosis(DiagnosisCode("M25.511"), on("2026-09-15")).covered);
    CHECK(tables->first_diagnosis(newer)->from == on("2021-10-01"));
    CHECK(tables->first_diagnosis(DiagnosisCode("M25.511")) == nullptr);
}

TEST_CASE("a complete list of the diagnoses for claims may leave headers out, not codes") {
    const auto tables = Tables::copy_of_built_in();
    PackOf fiscal_year = icd("yes");
    fiscal_year.from = "2025-10-01";
    fiscal_year.to = "2026-09-30";
    const auto problems = tables->add("my.tsv", fiscal_year.with("code\theader\nM5450\tn\n"));
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().message.find("C50") == std::string::npos);
    CHECK(problems.front().message.find("E3400") != std::string::npos);
}

TEST_CASE("sets of diagnoses hold families and ranges of them") {
    const auto tables = Tables::built_in();
    const auto is = [&](std::string_view code, DiagnosisSet set) {
        return (tables->diagnosis_sets(DiagnosisCode(code), on("2026-09-15")) & bit(set)) != 0;
    };
    CHECK(is("V00.011A", DiagnosisSet::external_cause));
    CHECK(is("Y99.9", DiagnosisSet::external_cause));
    CHECK_FALSE(is("Z00.00", DiagnosisSet::external_cause));
    CHECK_FALSE(is("U07.1", DiagnosisSet::external_cause));
    CHECK(is("O9A.211", DiagnosisSet::maternity));
    CHECK(is("O26.891", DiagnosisSet::female));
    CHECK_FALSE(is("P07.30", DiagnosisSet::newborn));
    CHECK(is("P59.9", DiagnosisSet::newborn));
    CHECK(is("N40.1", DiagnosisSet::male));
    CHECK_FALSE(is("N39.0", DiagnosisSet::male));
    CHECK_FALSE(is("Z91.030", DiagnosisSet::status));
    CHECK(is("Z91.19", DiagnosisSet::status));
    CHECK(tables->diagnosis_sets(DiagnosisCode(), on("2026-09-15")) == 0);
}

TEST_CASE("packages: their billing codes, and the days on which they are marketed") {
    const Tables tables = tables_of({PackOf{"ndc-hcpcs", "test", "2026-07-01", "2026-09-30", "no", {}}.with(
                                         "ndc\tfrom\tto\tcode\n00409379501\t\t\tJ1885\n"
                                         "00409379501\t\t\tJ1890\n63323016201\t\t\tJ1885\n"),
                                     PackOf{"ndc-directory", "test", "2026-01-01", "2026-12-31", "yes", {}}.with(
                                         "ndc\tfrom\tto\n00409379501\t2006-01-01\t2026-06-30\n")});
    const NdcCode vial("00409379501");
    CHECK(tables.billing_codes(vial).size() == 2);
    CHECK(tables.billing_codes(NdcCode("00000000001")).empty());
    CHECK(tables.marketed(vial, on("2026-06-30")));
    CHECK(tables.marketed(vial, on("2026-07-01")).covered);
    CHECK_FALSE(tables.marketed(vial, on("2026-07-01")));
    CHECK(tables.is_listed(vial));
    CHECK(tables.marketed(NdcCode("63323016201"), on("2026-07-01")).covered);
    CHECK_FALSE(tables.is_listed(NdcCode("63323016201")));
    CHECK_FALSE(NdcCode("0040937950").valid());
    CHECK_FALSE(NdcCode("0040937950A").valid());
}

TEST_CASE("packs with other keys than theirs are refused with a sentence") {
    CHECK(complaint(icd(), "code\theader\nM54.50\tn\n").find("without its dot") != std::string::npos);
    CHECK(complaint(icd(), "code\theader\nm5450\tn\n").find("capital letters") != std::string::npos);
    CHECK(complaint(icd(), "code\theader\nM5450\tperhaps\n").find("one of: n y") != std::string::npos);
    CHECK(complaint(icd(), "code\theader\nM5450\tn\nM545\ty\n").find("out of order") != std::string::npos);
    CHECK(complaint(icd(), "code\theader\nM5450\tn\nM5450\tn\n").find("hold on the same days") != std::string::npos);
    const PackOf crosswalk{"ndc-hcpcs", "test", "2026-07-01", "2026-09-30", "no", {}};
    CHECK(complaint(crosswalk, "ndc\tcode\n0409-3795-01\tJ1885\n").find("eleven digits") != std::string::npos);
    CHECK(complaint(crosswalk, "ndc\tcode\n00409379501\tketorolac\n").find("five digits") != std::string::npos);
}

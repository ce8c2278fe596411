// SPDX-License-Identifier: Apache-2.0
// When codes are valid, what took their place, and which drug they stand for, at the days on which that changes.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::literals;
using namespace deltoid::table_tests;

namespace {

CodeFacts facts(Code code, const char* day) { return Tables::built_in()->facts(code, on(day)); }

/// The successors in force on the day: "J1010 x40000", in their order.
std::vector<std::string> successors(Code code, const char* iso) {
    std::vector<std::string> result;
    for (const SuccessorRow& row : Tables::built_in()->successors(code))
        if (row.from <= on(iso) && on(iso) <= row.to)
            result.push_back((row.successor.valid() ? packs::text_of(row.successor) : "none") + " x" +
                             std::to_string(row.factor) + (row.full_units_only ? " full" : ""));
    return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("J1030 ends on 2024-03-31 and J1010 begins the day after, 40 units for one") {
    CHECK(facts("J1030"_code, "1981-12-31").not_begun);
    CHECK(facts("J1030"_code, "1982-01-01").validity);
    CHECK(facts("J1030"_code, "2024-03-31").validity);
    CHECK_FALSE(facts("J1030"_code, "2024-03-31").ended);
    CHECK_FALSE(facts("J1030"_code, "2024-04-01").validity);
    CHECK(facts("J1030"_code, "2024-04-01").ended);
    CHECK(facts("J1010"_code, "2024-03-31").not_begun);
    CHECK_FALSE(facts("J1010"_code, "2024-03-31").validity);
    CHECK(facts("J1010"_code, "2024-04-01").validity);
    CHECK(successors("J1030"_code, "2024-03-31").empty());
    CHECK(successors("J1030"_code, "2024-04-01") == Texts{"J1010 x40000"});
    CHECK(successors("J1020"_code, "2024-04-01") == Texts{"J1010 x20000"});
    CHECK(successors("J1040"_code, "2026-11-21") == Texts{"J1010 x80000"});
}

TEST_CASE("factors: a tenth, a full unit only, none at all") {
    CHECK(successors("J9250"_code, "2024-04-01") == Texts{"J9260 x100", "J9255 x100"});
    CHECK(successors("J1170"_code, "2024-10-01") == Texts{"J1171 x40000 full"});
    CHECK(successors("J2930"_code, "2024-04-01") == Texts{"J2919 x25000 full"});
    CHECK(successors("J2780"_code, "2024-07-01") == Texts{"none x0"});
    CHECK(successors("J0576"_code, "2024-04-01") == Texts{"J0577 x0", "J0578 x0"});
    CHECK(Tables::built_in()->successors("J1885"_code).empty());
    CHECK(Tables::built_in()->successors(Code()).empty());
}

TEST_CASE("more successors join as their days come") {
    CHECK(successors("J0171"_code, "2025-06-30").empty());
    CHECK(successors("J0171"_code, "2025-07-01").size() == 5);
    CHECK(successors("J0171"_code, "2025-07-01").front() == "J0165 x1000");
    CHECK(successors("J0171"_code, "2025-10-01").size() == 7);
    CHECK(successors("J0171"_code, "2026-01-01").size() == 8);
}

TEST_CASE("the predecessors of 96372") {
    CHECK(successors("90782"_code, "2005-12-31").empty());
    CHECK(successors("90782"_code, "2006-01-01") == Texts{"90772 x1000"});
    CHECK(successors("90782"_code, "2008-12-31") == Texts{"90772 x1000"});
    CHECK(successors("90782"_code, "2009-01-01") == Texts{"96372 x1000"});
    CHECK(successors("90772"_code, "2026-01-01") == Texts{"96372 x1000"});
    CHECK(successors("G0351"_code, "2026-01-01") == Texts{"96372 x1000"});
    CHECK(facts("90772"_code, "2008-12-31").validity);
    CHECK(facts("90772"_code, "2009-01-01").ended);
    CHECK(facts("96372"_code, "2008-12-31").not_begun);
    CHECK(facts("96372"_code, "2009-01-01").validity);
    CHECK(facts("96372"_code, "2026-11-21").validity);
}

TEST_CASE("a drug code that the yearly file does not list is unknown, and after its quarter unprovable") {
    const auto validity = [](const char* day) { return Tables::built_in()->code_validity("J1884"_code, on(day)); };
    CHECK_FALSE(validity("2014-12-31").covered);
    CHECK(validity("2015-01-01").covered);
    CHECK(validity("2026-03-31").covered);
    CHECK_FALSE(validity("2026-04-01").covered);
    CHECK_FALSE(validity("2026-03-31"));
    const CodeFacts unknown = facts("J1884"_code, "2026-01-01");
    CHECK_FALSE(unknown.ended);
    CHECK_FALSE(unknown.not_begun);
    // The file is complete for drug codes only.
    CHECK_FALSE(Tables::built_in()->code_validity("99213"_code, on("2026-01-01")).covered);
    CHECK_FALSE(Tables::built_in()->code_validity("A4550"_code, on("2026-01-01")).covered);
}

TEST_CASE("a listed code carries forward behind the file's quarter") {
    const auto validity = [](const char* day) { return Tables::built_in()->code_validity("J1885"_code, on(day)); };
    CHECK_FALSE(validity("2026-03-31").carried_forward);
    CHECK(validity("2026-04-01"));
    CHECK(validity("2026-04-01").carried_forward);
}

TEST_CASE("codes of April 2026 stand in an edition of weaker confidence") {
    CHECK(facts("Q5161"_code, "2026-03-31").not_begun);
    const CodeFacts begun = facts("Q5161"_code, "2026-04-01");
    REQUIRE(begun.validity);
    CHECK(Tables::built_in()->edition(begun.validity.row->edition).confidence == Confidence::secondary);
}

TEST_CASE("the first and the last day of a listed code") {
    const auto tables = Tables::built_in();
    CHECK(tables->first_validity("J1030"_code)->from == on("1982-01-01"));
    CHECK(tables->last_validity("J1030"_code)->to == on("2024-03-31"));
    CHECK(tables->last_validity("J1885"_code)->to == Day::open());
    CHECK(tables->first_validity("J1051"_code)->from == Day::none());   // its first day was not read
    CHECK(tables->first_validity("J1884"_code) == nullptr);
    CHECK(tables->last_validity("99213"_code) == nullptr);
}

TEST_CASE("drugs: the row of the day, and the row whatever the day") {
    const CodeFacts ketorolac = facts("J1885"_code, "2026-09-15");
    REQUIRE(ketorolac.drug);
    CHECK(ketorolac.drug.row->substance == "ketorolac");
    CHECK(ketorolac.drug.row->unit_amount == 15000);
    CHECK(ketorolac.drug.row->unit_measure == "mg");
    CHECK(ketorolac.drug.row->administration == Administration::injection);
    CHECK(ketorolac.drug.row->confidence == Confidence::verified);

    CHECK(facts("J1030"_code, "2024-03-31").drug);
    CHECK_FALSE(facts("J1030"_code, "2024-04-01").drug);
    REQUIRE(Tables::built_in()->any_drug("J1030"_code) != nullptr);
    CHECK(Tables::built_in()->any_drug("J1030"_code)->unit_amount == 40000);
    CHECK(Tables::built_in()->any_drug("J1884"_code) == nullptr);
    CHECK_FALSE(facts("J1884"_code, "2026-01-01").drug.covered);   // the pack does not hold every drug
}

TEST_CASE("drugs: the words of the columns") {
    const auto row = [](Code code) { return *Tables::built_in()->any_drug(code); };
    CHECK(row("J0461"_code).unit_amount == 10);                      // 0.01 mg
    CHECK(row("J3420"_code).unit_style == UnitStyle::up_to);
    CHECK(row("Q9991"_code).unit_style == UnitStyle::per_dose);
    CHECK(row("90686"_code).administration == Administration::vaccine);
    CHECK(row("90380"_code).administration == Administration::rsv_antibody);
    CHECK(row("90378"_code).administration == Administration::injection);
    CHECK(row("J0585"_code).administration == Administration::procedure);
    CHECK(row("J9260"_code).administration == Administration::antineoplastic);
    CHECK(row("J9217"_code).administration == Administration::hormonal_antineoplastic);
    CHECK(row("95165"_code).administration == Administration::allergen);
    CHECK(row("J3489"_code).administration == Administration::none);
    CHECK(row("J0897"_code).complex_list);
    CHECK(row("J0885"_code).esa == "y");
    CHECK(row("90686"_code).waste_modifier == WasteModifier::no);
    CHECK(row("90686"_code).self_administered == "n");
    CHECK(row("J1885"_code).sex.empty());
}

// SPDX-License-Identifier: Apache-2.0
// The built-in packs load without a word, and their figures agree with each other.
#include <chrono>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "packs.hpp"
#include "sha256.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::literals;
using namespace deltoid::table_tests;

TEST_CASE("every built-in pack loads, quickly") {
    const auto start = std::chrono::steady_clock::now();
    Tables tables;
    std::size_t bytes = 0;
    for (const EmbeddedPack& pack : embedded_packs) {
        std::string text = packs::by_rows(pack.header, pack.columns, pack.cells);
        bytes += text.size();
        for (const Problem& problem : tables.add(pack.name, std::move(text)))
            FAIL_CHECK(problem.path << " " << problem.message);
    }
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    WARN(embedded_packs.size() << " packs, " << bytes << " bytes, read in " << time.count() << " ms");
    CHECK(tables.editions().size() == embedded_packs.size());
    CHECK(bytes < 350'000);   // all of it is in engine.wasm and read before the first claim
}

TEST_CASE("built-in editions are named, dated and sorted") {
    const auto editions = Tables::built_in()->editions();
    REQUIRE(editions.size() == embedded_packs.size());
    for (std::size_t i = 1; i < editions.size(); ++i) {
        const bool sorted = editions[i - 1].table != editions[i].table ? editions[i - 1].table < editions[i].table
                                                                       : editions[i - 1].from <= editions[i].from;
        CHECK(sorted);
    }
    std::set<std::string> digests;
    for (const Edition& edition : editions) {
        INFO(edition.table << " " << edition.name);
        CHECK_FALSE(edition.source.empty());
        CHECK(edition.from.known());
        CHECK(edition.from <= edition.to);
        digests.insert(edition.sha256);
    }
    for (const EmbeddedPack& pack : embedded_packs) CHECK(digests.contains(sha256_hex(packs::by_rows(pack.header, pack.columns, pack.cells))));
}

TEST_CASE("the newest edit table of the program") {
    CHECK(Tables::built_in()->newest_day("ncci-ptp-practitioner") == on("2026-12-31"));
    CHECK(Tables::built_in()->newest_day("drugs") == Day::open());
    CHECK(Tables::built_in()->newest_day("nothing") == Day::none());
}

TEST_CASE("built_in is read once and shared") {
    CHECK(Tables::built_in().get() == Tables::built_in().get());
}

TEST_CASE("every ended drug of the drug pack has its successors, and every successor is valid on its first day") {
    const auto tables = Tables::built_in();
    std::size_t ended = 0;
    for (std::uint32_t number = 0; number < 10'000; ++number) {
        std::string text = std::to_string(number);
        text = "J" + std::string(4 - text.size(), '0') + text;
        for (const char letter : {'J', 'S'}) {
            text[0] = letter;
            const Code code{text};
            const DrugRow* drug = tables->any_drug(code);
            if (drug != nullptr && drug->to.known()) {
                ++ended;
                INFO(text);
                CHECK_FALSE(tables->successors(code).empty());
                CHECK(tables->facts(code, drug->to).validity);
                CHECK(tables->facts(code, after(drug->to)).ended);
            }
            for (const SuccessorRow& row : tables->successors(code)) {
                INFO(text << " to " << packs::text_of(row.successor) << " on " << packs::text_of(row.from));
                CHECK(tables->facts(code, row.from).ended);
                if (row.successor.valid()) CHECK(tables->facts(row.successor, row.from).validity);
            }
        }
    }
    CHECK(ended == 35);
}

TEST_CASE("factors agree with the units of both drugs") {
    const auto tables = Tables::built_in();
    for (const char* text : {"J0135", "J0171", "J1020", "J1030", "J1040", "J1051", "J1055", "J1070", "J1080", "J1170",
                             "J1940", "J2001", "J2310", "J2311", "J2505", "J2796", "J2920", "J2930", "J9250", "S0028",
                             "S0166"}) {
        const Code code{std::string_view(text)};
        const SuccessorRow& row = tables->successors(code).front();
        const DrugRow* old_drug = tables->any_drug(code);
        const DrugRow* new_drug = tables->any_drug(row.successor);
        INFO(text);
        REQUIRE(old_drug != nullptr);
        REQUIRE(new_drug != nullptr);
        // Both in thousandths, so the factor is too; a microgram is a thousandth of a milligram.
        std::int64_t old_amount = old_drug->unit_amount;
        if (old_drug->unit_measure == "mg" && new_drug->unit_measure == "mcg") old_amount *= 1000;
        CHECK(old_amount * 1000 == row.factor * new_drug->unit_amount);
        CHECK(row.full_units_only == (old_drug->unit_style == UnitStyle::up_to));
    }
}

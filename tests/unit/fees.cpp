// SPDX-License-Identifier: Apache-2.0
// What Medicare would pay for the lines at risk: told when a fee schedule is loaded, each line once, whoever found it.
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "support/session.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::literals;
using namespace deltoid::table_tests;
using namespace deltoid::test;

namespace {

const PackOf fees{.table = "physician-fees", .edition = "2026Q3", .from = "2026-07-01", .to = "2026-09-30"};
const std::string pack = fees.with("code\toffice\tfacility\n80053\t9.00\t\n96372\t14.36\t6.01\n99213\t93.19\t64.80\n");

/// Two visits on two days that both lack modifier 25, with the injection and a test that no day asks for.
std::string claim(const std::string& id, const std::string& day, const std::string& pos) {
    const auto line = [&](const char* code, const char* units, const char* charge) {
        return R"({"code":")" + std::string(code) + R"(","units":")" + units + R"(","charge":")" + charge +
               R"(","from":")" + day + R"(","pointers":[1]})";
    };
    return R"({"id":")" + id +
           R"(","payer":{"class":"medicare_b"},"billing":{"npi":"1234567893"},"rendering":{"npi":"1234567893"},"pos":")" +
           pos +
           R"(","patient":{"birth_date":"1950-02-01","sex":"F"},"subscriber":{"id":"1EG4TE5MK73"},"diagnoses":["M54.50"],"lines":[)" +
           line("99213", "1", "120.00") + "," + line("96372", "2", "40.00") + "," + line("80053", "3", "30.00") +
           "]}\n";
}

Outcome outcome(const std::string& claims, const std::string& tables) {
    const Input inputs[] = {{"fees.tsv", tables, Role::tables}, {"claims.json", claims, Role::claims}};
    const std::string options = R"({"as_of":"2026-09-20","format":"jsonl"})";
    return tables.empty() ? outcome_of(options, std::span(inputs).subspan(1)) : outcome_of(options, inputs);
}

}   // namespace

TEST_CASE("fees of a code on a day of their year") {
    const Tables tables = tables_of({pack});
    CHECK(tables.has_fees());
    CHECK(tables.fee("96372"_code, on("2026-08-01")).row->office == 1436);
    CHECK(tables.fee("96372"_code, on("2026-08-01")).row->facility == 601);
    CHECK(tables.fee("80053"_code, on("2026-08-01")).row->facility == 0);
    CHECK(tables.fee("96372"_code, on("2026-12-31")).row != nullptr);   // until the next edition is loaded
    CHECK(tables.fee("96372"_code, on("2027-01-01")).row == nullptr);   // another year's amounts
    CHECK(tables.fee("96372"_code, on("2026-06-30")).row == nullptr);
    CHECK_FALSE(tables_of({}).has_fees());
}

TEST_CASE("the amount stands beside the charge only when there is a fee schedule") {
    const std::string one = claim("A", "2026-09-15", "11");
    const Outcome without = outcome(one, {});
    CHECK_FALSE(without.summary.has("medicare_amount_at_risk"));
    const Outcome with = outcome(one, pack);
    CHECK(with.summary["amount_at_risk"].text == without.summary["amount_at_risk"].text);
    CHECK(with.summary["amount_at_risk"].text == "160.00");   // the visit lacks 25, the injection its drug
    CHECK(with.summary["medicare_amount_at_risk"].text == "121.91");
    CHECK(outcome(claim("A", "2026-09-15", "21"), pack).totals.medicare_at_risk == 6480 + 2 * 601);   // in a hospital
}

TEST_CASE("a claim sent twice is at risk with all of its lines, each once") {
    const std::string first = claim("A", "2026-09-15", "11"), again = claim("B", "2026-09-15", "11");
    const Outcome both = outcome(first + again, pack);
    CHECK(both.summary["by_rule"].has("CLM002"));
    CHECK(both.summary["amount_at_risk"].text == "350.00");   // 160 of the one, all 190 of the other
    CHECK(both.totals.medicare_at_risk == (9319 + 2 * 1436) + (9319 + 2 * 1436 + 3 * 900));
}

TEST_CASE("two crosswalks for the same days that bill a package differently are refused with both names") {
    const PackOf crosswalk{.table = "ndc-hcpcs", .edition = "2026Q3", .from = "2026-07-01", .to = "2026-09-30"};
    PackOf other = crosswalk;
    other.edition = "mine";
    Tables tables = tables_of({crosswalk.with("ndc\tcode\n00409379501\tJ1885\n")});
    const auto problems = tables.add("mine.tsv", other.with("ndc\tcode\n00409379501\tJ2405\n"));
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().message ==
          "The edition mine of ndc-hcpcs is for days that edition 2026Q3 already covers, and they differ on "
          "00409379501.");
    CHECK(tables.add("mine.tsv", other.with("ndc\tcode\n00409379501\tJ1885\n63323016501\tJ1100\n")).empty());
    other.from = "2026-10-01";
    other.to = "2026-12-31";
    other.edition = "2026Q4";
    CHECK(tables.add("next.tsv", other.with("ndc\tcode\n63323016501\tJ9999\n")).empty());
}

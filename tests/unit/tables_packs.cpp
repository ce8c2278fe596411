// SPDX-License-Identifier: Apache-2.0
// Packs that are wrong are refused with the line and a plain sentence; packs of one table stand beside each other.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::literals;
using namespace deltoid::table_tests;

namespace {

/// "line: sentence" of each problem; the pack's name left out.
std::vector<std::string> problems(const std::string& text) {
    Tables tables;
    std::vector<std::string> result;
    for (const Problem& problem : tables.add("my.tsv", text)) {
        REQUIRE(problem.path.starts_with("my.tsv:"));
        result.push_back(problem.path.substr(7) + ": " + problem.message);
    }
    if (!result.empty()) CHECK(tables.editions().empty());
    return result;
}

using Texts = std::vector<std::string>;
const PackOf limits{};
const PackOf edits{.table = "ncci-ptp-practitioner"};
constexpr std::string_view edit_columns = "first\tlast\tfrom\tto\tcolumn\tindicator\n";

}  // namespace

TEST_CASE("a good pack gives no problem and names its edition") {
    Tables tables;
    const std::string text = limits.with("code\tunits\tadjudication\n96372\t4\t3\n99211\t1\t\n");
    CHECK(tables.add("my.tsv", text).empty());
    REQUIRE(tables.editions().size() == 1);
    const Edition& edition = tables.editions().front();
    CHECK(edition.table == "mue-practitioner");
    CHECK(edition.name == "test");
    CHECK(edition.from == on("2026-01-01"));
    CHECK(edition.to == on("2026-03-31"));
    CHECK_FALSE(edition.complete);
    CHECK(edition.source == "test");
    CHECK(edition.sha256.size() == 64);
    CHECK(tables.newest_day("mue-practitioner") == on("2026-03-31"));
    CHECK(tables.newest_day("mue-medicaid") == Day::none());
    CHECK(tables.unit_limit_medicare("96372"_code, on("2026-02-01")).row->units == 4);
    CHECK(tables.unit_limit_medicare("99211"_code, on("2026-02-01")).row->adjudication == 0);
}

TEST_CASE("the last line needs no line end") {
    CHECK(problems(limits.with("code\tunits\n96372\t4")).empty());
}

TEST_CASE("headers that are wrong") {
    CHECK(problems("") == Texts{"1: The header has no line \"# pack: ...\".", "1: The header has no line \"# edition: ...\".",
                                "1: The header has no line \"# from: ...\".", "1: The header has no line \"# to: ...\".",
                                "1: The header has no line \"# complete: ...\".",
                                "1: The header has no line \"# source: ...\".",
                                "1: The header has no line \"# confidence: ...\"."});
    CHECK(problems("ISA*00*          *00*") .size() == 7);
    CHECK(problems(PackOf{.table = "mue"}.with("code\tunits\n96372\t4\n")) == Texts{"1: There is no table named \"mue\"."});
    CHECK(problems(PackOf{.from = "2026-13-01"}.with("code\tunits\n96372\t4\n")) ==
          Texts{"3: The header's \"from\" is \"2026-13-01\", which is not a date written YYYY-MM-DD."});
    CHECK(problems(PackOf{.to = "2025-12-31"}.with("code\tunits\n96372\t4\n")) ==
          Texts{"4: The edition ends before it begins."});
    CHECK(problems(PackOf{.complete = "perhaps"}.with("code\tunits\n96372\t4\n")) ==
          Texts{"5: The header's \"complete\" is \"perhaps\"; it must be yes or no."});
    CHECK(problems(PackOf{.more = "# confidence: verified\n"}.with("code\tunits\n96372\t4\n")) ==
          Texts{"8: The header says \"confidence\" twice."});
    CHECK(problems(PackOf{.more = "# covers: J0000 99\n"}.with("code\tunits\n96372\t4\n")) ==
          Texts{"8: The header's \"covers\" holds \"99\", which is neither a code nor a range such as J0000-J9999."});
    CHECK(problems(PackOf{.more = "# covers: J9999-J0000\n"}.with("code\tunits\n96372\t4\n")).size() == 1);
    CHECK(problems("# pack: mue-practitioner\r\n") ==
          Texts{"1: The pack has carriage returns; its lines must end with a line feed alone."});
}

TEST_CASE("columns that are wrong") {
    CHECK(problems(limits.with("")) == Texts{"8: The line of column names is missing."});
    CHECK(problems(limits.with("code\tunit\n")) ==
          Texts{"8: The column \"unit\" is not one of the table mue-practitioner.", "8: The column \"units\" is missing."});
    CHECK(problems(limits.with("code\tunits\tunits\n")) == Texts{"8: The column \"units\" stands there twice."});
    CHECK(problems(limits.with("code\tunits\n")) == Texts{"9: The pack has no rows."});
}

TEST_CASE("rows that are wrong, each at its line") {
    CHECK(problems(limits.with("code\tunits\n96372\n")) == Texts{"9: The row has 1 cells; the columns are 2."});
    CHECK(problems(limits.with("code\tunits\n96372\t4\t3\n")) == Texts{"9: The row has 3 cells; the columns are 2."});
    CHECK(problems(limits.with("code\tunits\n96372\t4\n\n99211\t1\n")) ==
          Texts{"10: The row has 1 cells; the columns are 2."});
    CHECK(problems(limits.with("code\tunits\n9637\t4\n")) ==
          Texts{"9: \"code\" is \"9637\"; it must be a code of five digits and capital letters."});
    CHECK(problems(limits.with("code\tunits\nj1885\t4\n")).size() == 1);
    for (const char* units : {"", "-0", "-1", "+4", "4.0", " 4", "four", "99999999999999999999"})
        CHECK(problems(limits.with("code\tunits\n96372\t" + std::string(units) + "\n")).size() == 1);
    CHECK(problems(limits.with("code\tunits\tadjudication\n96372\t4\t4\n")) ==
          Texts{"9: \"adjudication\" is \"4\"; it must be a whole number from 0 to 3."});
    CHECK(problems(edits.with(std::string(edit_columns) + "99213\t99213\t2026-02-30\t\t1\t1\n")) ==
          Texts{"9: \"from\" is \"2026-02-30\"; it must be a date written YYYY-MM-DD."});
    CHECK(problems(edits.with(std::string(edit_columns) + "99213\t99213\t2026-02-01\t2026-01-31\t1\t1\n")) ==
          Texts{"9: The row ends before it begins."});
    CHECK(problems(edits.with(std::string(edit_columns) + "99213\t99213\t\t\t3\t1\n")).size() == 1);
    CHECK(problems(edits.with(std::string(edit_columns) + "99213\t99213\t\t\t1\t2\n")) ==
          Texts{"9: \"indicator\" is \"2\"; it must be 0, 1 or 9."});
}

TEST_CASE("ranges and their order") {
    const auto with = [](const std::string& rows) { return problems(edits.with(std::string(edit_columns) + rows)); };
    CHECK(with("99213\t99211\t\t\t1\t1\n") ==
          Texts{"9: The range 99213-99211 does not run from a lower to a higher code of one shape."});
    CHECK(with("99213\tG0463\t\t\t1\t1\n").size() == 1);
    CHECK(with("99213\t99213\t\t\t1\t1\n99211\t99211\t\t\t1\t1\n") ==
          Texts{"10: The row of 99211 is out of order: rows are sorted by key, then by from."});
    CHECK(with("99211\t99211\t2026-02-01\t\t1\t1\n99211\t99211\t2026-01-01\t2026-01-31\t1\t1\n").size() == 1);
    CHECK(with("99211\t99215\t\t\t1\t1\n99213\t99213\t\t\t1\t1\n") ==
          Texts{"10: The rows of 99211-99215 and 99213 hold on the same days."});
    CHECK(with("99211\t99211\t\t2026-01-31\t1\t1\n99211\t99211\t2026-01-31\t\t1\t0\n").size() == 1);
    CHECK(with("99211\t99211\t\t2026-01-30\t1\t1\n99211\t99211\t2026-01-31\t\t1\t0\n").empty());
    // Sorted as text, where one shape stands among another.
    CHECK(with("0042T\t0075T\t\t\t1\t1\n00500\t00600\t\t\t1\t1\n0100T\t0100T\t\t\t1\t1\nG0463\t\t\t\t1\t1\n").size() == 1);
    CHECK(with("0042T\t0075T\t\t\t1\t1\n00500\t00600\t\t\t1\t1\n0100T\t0100T\t\t\t1\t1\n").empty());
}

TEST_CASE("a file full of errors is not read to its end") {
    std::string rows = "code\tunits\n";
    for (int i = 0; i < 10'000; ++i) rows += "x\ty\n";
    CHECK(problems(limits.with(rows)).size() == 50);
}

TEST_CASE("no cut and no changed byte of a pack does harm") {
    const std::string text = edits.with(std::string(edit_columns) +
                                        "99202\t99205\t2009-01-01\t2019-12-31\t2\t1\n99202\t99205\t2020-10-01\t\t2\t1\n");
    for (std::size_t size = 0; size < text.size(); ++size) {
        Tables tables;
        (void)tables.add("cut", text.substr(0, size));
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char byte : {'\0', '\t', '\n', '#', '9', '\x80'}) {
            std::string changed = text;
            changed[i] = byte;
            Tables tables;
            (void)tables.add("changed", changed);
            (void)tables.facts("99203"_code, on("2026-02-01"));
        }
    }
}

TEST_CASE("the same pack twice changes nothing") {
    Tables tables;
    const std::string text = limits.with("code\tunits\n96372\t4\n");
    CHECK(tables.add("a", text).empty());
    CHECK(tables.add("b", text).empty());
    CHECK(tables.editions().size() == 1);
}

TEST_CASE("another edition for the same days must agree") {
    const std::string first = limits.with("code\tunits\n96372\t4\n99211\t1\n");
    const PackOf other{.edition = "other", .from = "2026-03-31", .to = "2026-06-30"};
    Tables tables;
    REQUIRE(tables.add("first", first).empty());
    const auto refused = tables.add("second", other.with("code\tunits\n96372\t5\n"));
    REQUIRE(refused.size() == 1);
    CHECK(refused.front().path == "second:1");
    CHECK(refused.front().message == "The edition other of mue-practitioner is for days that edition test already covers, "
                                     "and they differ on 2026-03-31: 96372.");
    CHECK(tables.editions().size() == 1);
    CHECK(tables.add("agrees", other.with("code\tunits\n96372\t4\nJ1885\t8\n")).empty());
    CHECK(tables.editions().size() == 2);
    CHECK(tables.add("later", PackOf{.edition = "later", .from = "2026-07-01", .to = "2026-09-30"}.with(
                                  "code\tunits\n96372\t5\n")).empty());
    CHECK(tables.unit_limit_medicare("96372"_code, on("2026-06-30")).row->units == 4);
    CHECK(tables.unit_limit_medicare("96372"_code, on("2026-07-01")).row->units == 5);
}

TEST_CASE("a complete edition differs from one that has more, a partial one does not") {
    const std::string whole = PackOf{.complete = "yes"}.with("code\tunits\n96372\t4\n");
    const PackOf more{.edition = "more"};
    Tables tables;
    REQUIRE(tables.add("whole", whole).empty());
    CHECK(tables.add("more", more.with("code\tunits\n96372\t4\n99211\t1\n")).size() == 1);
    CHECK(tables.add("part", more.with("code\tunits\n96372\t4\n")).empty());
    CHECK(tables.unit_limit_medicare("99211"_code, on("2026-02-01")).covered);
    CHECK_FALSE(tables.unit_limit_medicare("99211"_code, on("2026-04-01")).covered);
}

TEST_CASE("the official rows of an edition agree with its ranges and are asked first") {
    const PackOf ranges{.table = "ncci-ptp-practitioner", .edition = "ranges", .complete = "yes"};
    const PackOf exact{.table = "ncci-ptp-practitioner", .edition = "exact", .complete = "yes"};
    Tables tables = tables_of({ranges.with(std::string(edit_columns) + "20600\t20611\t2026-01-01\t\t1\t1\n"),
                               exact.with(std::string(edit_columns) + "20600\t20600\t2009-01-01\t\t1\t1\n"
                                                                      "20611\t20611\t2015-01-01\t\t1\t1\n")});
    CHECK(tables.edit_with_injection("20611"_code, on("2026-02-01")));
    CHECK_FALSE(tables.edit_with_injection("20605"_code, on("2026-02-01")));
    CHECK(tables.edit_with_injection("20605"_code, on("2026-02-01")).covered);
}

TEST_CASE("an edit that a later complete edition no longer has is not carried past it") {
    const PackOf old{.table = "ncci-ptp-practitioner", .edition = "old", .complete = "yes"};
    const PackOf later{.table = "ncci-ptp-practitioner", .edition = "later", .from = "2026-07-01", .to = "2026-09-30",
                       .complete = "yes"};
    Tables tables = tables_of({old.with(std::string(edit_columns) + "20600\t20600\t2026-01-01\t\t1\t1\n"
                                                                    "20610\t20610\t2026-01-01\t\t1\t1\n"),
                               later.with(std::string(edit_columns) + "20610\t20610\t2009-01-01\t2026-05-31\t1\t1\n"
                                                                      "20611\t20611\t2009-01-01\t\t1\t1\n")});
    const auto asked = [&](Code code, const char* day) { return tables.edit_with_injection(code, on(day)); };
    CHECK(asked("20600"_code, "2026-06-30").carried_forward);
    CHECK_FALSE(asked("20600"_code, "2026-07-01"));
    CHECK(asked("20600"_code, "2026-07-01").covered);
    CHECK_FALSE(asked("20600"_code, "2026-10-01"));
    CHECK_FALSE(asked("20600"_code, "2026-10-01").covered);
    CHECK(asked("20610"_code, "2026-05-31"));
    CHECK_FALSE(asked("20610"_code, "2026-06-01"));   // the later edition knows when it ended
    CHECK(asked("20610"_code, "2026-06-01").covered);
}

TEST_CASE("successors of another pack must agree, and new codes join") {
    const PackOf pack{.table = "successors", .edition = "own", .to = "open"};
    constexpr std::string_view columns = "code\tfrom\tto\tsuccessor\tfactor\tfull_units_only\n";
    const auto tables = Tables::copy_of_built_in();
    CHECK(tables->add("own", pack.with(std::string(columns) + "J1030\t2024-04-01\t\tJ1010\t20\tn\n")).size() == 1);
    CHECK(tables->add("own", pack.with(std::string(columns) + "J1030\t2024-04-01\t\tJ1010\t40\tn\n"
                                                              "J1885\t2027-01-01\t\tJ1884\t15\tn\n")).empty());
    CHECK(tables->successors("J1030"_code).size() == 1);
    REQUIRE(tables->successors("J1885"_code).size() == 1);
    CHECK(tables->successors("J1885"_code).front().factor == 15000);
}

TEST_CASE("a drug row that says otherwise is refused, a new drug joins") {
    const auto tables = Tables::copy_of_built_in();
    const PackOf pack{.table = "drugs", .edition = "own", .to = "open"};
    std::string columns = "code\tfrom\tto\tsubstance\tclass\tunit_amount\tunit_measure\tunit_style\troutes\tcontainer\t"
                          "doses\tdose_min\tdose_max\tadmin\tcomplex_list\tsad\tesa\tjw_jz\tdx_support\tdx_against\t"
                          "interval_min_days\tinterval_max_days\tcourse_max\tsex\tage_min\tage_max\tpayer_notes\t"
                          "confidence\tconf_fields\tsources\n";
    const std::string rest = "\t2026-01-01\t\tnew drug\tdrug\t0.025\tmg\teach\tIM\tsingle\t1\t1\t2\t96372\tn\tn\tn\ty\t"
                             "\t\t\t\t\t\t\t\t\tprofessional\t\tPK\n";
    CHECK(tables->add("own", pack.with(columns + "J1885" + rest)).size() == 1);
    CHECK(tables->add("own", pack.with(columns + "J1884" + rest)).empty());
    REQUIRE(tables->drug("J1884"_code, on("2026-01-01")));
    CHECK(tables->drug("J1884"_code, on("2026-01-01")).row->unit_amount == 25);
    CHECK_FALSE(tables->drug("J1884"_code, on("2025-12-31")));
    // Texts of an added pack live as long as the tables, and in their copies too.
    CHECK(tables->any_drug("J1884"_code)->substance == "new drug");
}

TEST_CASE("packs added to a copy leave the built-in tables as they were") {
    const auto copy = Tables::copy_of_built_in();
    const std::size_t built_in_editions = Tables::built_in()->editions().size();
    REQUIRE(copy->add("next", PackOf{.edition = "2027Q1", .from = "2027-01-01", .to = "2027-03-31"}.with(
                                  "code\tunits\n96372\t3\n")).empty());
    CHECK(copy->unit_limit_medicare("96372"_code, on("2027-01-01")).row->units == 3);
    CHECK(Tables::built_in()->unit_limit_medicare("96372"_code, on("2027-01-01")).row->units == 4);
    CHECK(copy->editions().size() == built_in_editions + 1);
    CHECK(Tables::built_in()->editions().size() == built_in_editions);
}

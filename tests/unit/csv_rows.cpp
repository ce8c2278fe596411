// SPDX-License-Identifier: Apache-2.0
// Rows of separated text: quotes, line ends, separators and what people's programs make of them, in any chunks.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "readers/csv_rows.hpp"

using deltoid::CsvCutter;
using deltoid::CsvRow;

namespace {

/// All that a row tells, written out.
std::string written(const CsvRow& row) {
    std::string text =
        std::to_string(row.number) + '@' + std::to_string(row.offset) + ':' + std::to_string(row.text_line);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        text += '[';
        text.append(row.cells[i]);
        text += ']';
        if (row.cells.size() < 100)
            text += std::to_string(row.offset_of(i)) + ':' + std::to_string(row.text_line_of(i));
    }
    if (row.unbalanced_quote) text += " unbalanced";
    if (row.too_long) text += " long";
    if (row.ends_input) text += " end";
    return text;
}

/// Feeds as a reader does: what is not needed any more goes, the rest comes again elsewhere.
std::vector<std::string> rows_in_chunks(std::string_view input, std::size_t chunk, char separator = 0) {
    CsvCutter cutter(separator);
    std::vector<std::string> rows;
    std::string tail;
    std::uint64_t offset = 0;
    const auto drain = [&](bool last) {
        while (const CsvRow* row = cutter.next(tail, offset, last)) rows.push_back(written(*row));
        REQUIRE(cutter.needed_from() - offset <= tail.size());
        tail = std::string(tail.substr(cutter.needed_from() - offset));
        offset = cutter.needed_from();
    };
    for (std::size_t at = 0; at < input.size(); at += chunk) {
        tail += input.substr(at, chunk);
        drain(false);
        REQUIRE(tail.size() < 2 * CsvCutter::row_limit + chunk);
    }
    drain(true);
    CHECK(tail.empty());
    return rows;
}

std::vector<std::string> rows_of(std::string_view input, char separator = 0) {
    auto rows = rows_in_chunks(input, input.size() + 1, separator);
    if (input.size() < 4096)
        for (const std::size_t chunk : {1U, 2U, 3U, 7U}) CHECK(rows_in_chunks(input, chunk, separator) == rows);
    return rows;
}

using Rows = std::vector<std::string>;

}   // namespace

TEST_CASE("rows end at LF, CRLF and CR alike", "[csv_rows]") {
    const Rows three{"1@0:1[a]0:1[b]2:1", "2@4:2[c]4:2[d]6:2"};
    CHECK(rows_of("a,b\nc,d\n") == three);
    CHECK(rows_of("a,b\rc,d\r") == three);
    CHECK(rows_of("a,b\r\nc,d\r\n") == Rows{"1@0:1[a]0:1[b]2:1", "2@5:2[c]5:2[d]7:2"});
    CHECK(rows_of("a,b\nc,") == Rows{"1@0:1[a]0:1[b]2:1", "2@4:2[c]4:2[]6:2 end"});
    CHECK(rows_of("").empty());
    CHECK(rows_of("\xEF\xBB\xBF").empty());
}

TEST_CASE("a cell in quotes holds separators, line ends and doubled quotes", "[csv_rows]") {
    CHECK(rows_of("a,b\n\"x,\"\"y\"\"\r\nz\",\"\"\n,\" p \"\n") ==
          Rows{"1@0:1[a]0:1[b]2:1", "2@4:2[x,\"y\"\r\nz]4:2[]17:3", "3@20:4[]20:4[ p ]21:4"});
    CHECK(rows_of("a, \"b,c\" ,d\n") == Rows{"1@0:1[a]0:1[b,c]2:1[d]10:1"});
}

TEST_CASE("quotes that are never closed cost their own row", "[csv_rows]") {
    SECTION("an inch sign inside quotes is text") {
        CHECK(rows_of("a,\"5\" needle\",c\n") == Rows{"1@0:1[a]0:1[5\" needle]2:1[c]14:1"});
    }
    SECTION("the next row's quotes show it") {
        CHECK(rows_of("a,b\n1,\"x\n2,\"y\"\n3,\"p\nq\"\n") == Rows{"1@0:1[a]0:1[b]2:1",
                                                                   "2@4:2[1]4:2[\"x]6:2 unbalanced",
                                                                   "3@9:3[2]9:3[y]11:3", "4@15:4[3]15:4[p\nq]17:4"});
    }
    SECTION("the end of the input shows it") {
        CHECK(rows_of("a,b\n1,\"x,\"y\n2,z\n") ==
              Rows{"1@0:1[a]0:1[b]2:1", "2@4:2[1]4:2[\"x]6:2[\"y]9:2 unbalanced", "3@12:3[2]12:3[z]14:3"});
    }
    SECTION("the limit shows it, and time stays in proportion") {
        std::string input = "a,b\n";
        for (int i = 0; i < 600'000; ++i) input += "\"\"x\n";
        const auto rows = rows_of(input);
        CHECK(rows.size() == 600'001);
        CHECK(rows.back() == "600001@2400000:600001[\"\"x]2400000:600001 unbalanced");
    }
}

TEST_CASE("the separator is told from the first lines", "[csv_rows]") {
    CHECK(rows_of("a;b;c\n1,5;2;3\n").front() == "1@0:1[a]0:1[b]2:1[c]4:1");
    CHECK(rows_of("a\tb\tc\n").front() == "1@0:1[a]0:1[b]2:1[c]4:1");
    CHECK(rows_of("a|b|c\n").front() == "1@0:1[a]0:1[b]2:1[c]4:1");
    CHECK(rows_of("\"a,b,c\";d\n").front() == "1@0:1[a,b,c]0:1[d]8:1");
    CHECK(rows_of("Claims, September\n\nid;dos;code\n").back() == "3@19:3[id]19:3[dos]22:3[code]26:3");
    CHECK(rows_of("sep=;\r\na,b;c\n") == Rows{"1@7:2[a,b]7:2[c]11:2"});
    CHECK(rows_of("\xEF\xBB\xBF"
                  "a;b\n") == Rows{"1@3:1[a]3:1[b]5:1"});
    CHECK(rows_of("a;b\n", ',') == Rows{"1@0:1[a;b]0:1"});
}

TEST_CASE("rows without any text are passed over, lines still counted", "[csv_rows]") {
    CHECK(rows_of("\n\na,b\n , \n,\n1,2\n") == Rows{"3@2:3[a]2:3[b]4:3", "6@12:6[1]12:6[2]14:6"});
}

TEST_CASE("a row over the limit is told by its beginning, and the next one is read", "[csv_rows]") {
    const std::string huge(3 * CsvCutter::row_limit, 'x');
    for (const std::string_view open : {"7,", "7,\"", "7,\"x\"\"\n"}) {
        const std::string input = std::string("a,b\n").append(open) + huge + "\r\n8,y\n";
        for (const std::size_t chunk : {input.size(), std::size_t{65'536}, std::size_t{999'983}}) {
            const auto rows = rows_in_chunks(input, chunk);
            INFO(open << " " << chunk);
            CHECK(rows[1].substr(0, 9) == "2@4:2[7]4");
            CHECK(rows[rows.size() - 2].ends_with("long"));
            CHECK(rows.back().find("[8]") != std::string::npos);
            CHECK(rows.back().find("[y]") != std::string::npos);
        }
    }
}

TEST_CASE("cells over the limit are counted, not told", "[csv_rows]") {
    std::string input;
    for (int i = 0; i < 10'000; ++i) input += "c,";
    CsvCutter cutter;
    const CsvRow* row = cutter.next(input, 0, true);
    REQUIRE(row != nullptr);
    CHECK(row->cell_count == 10'001);
    CHECK(row->cells.size() == CsvCutter::column_limit);
    CHECK(cutter.next(input, 0, true) == nullptr);
}

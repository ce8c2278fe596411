// SPDX-License-Identifier: Apache-2.0
// Rows to claims: which rows are one claim, what each row may have of its own, and what a look at a file tells before.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "deltoid/checker.hpp"
#include "deltoid/csv.hpp"
#include "deltoid/lookup.hpp"
#include "payer_class.hpp"
#include "readers/csv_columns.hpp"
#include "readers/reader.hpp"
#include "support/json.hpp"
#include "support/session.hpp"
#include "writers/claim_json.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

struct Rows final : Sink {
    std::vector<Json> claims;
    std::vector<Place> places;

    void claim(Claim& claim, std::span<const Finding>) override {
        claim.payer.payer_class = read_payer_class(claim.payer.declared_class);
        std::string json;
        append_claim_json(json, claim);
        claims.push_back(parse_json(json));
        for (const Line& line : claim.lines) places.push_back(locate(claim, line.code));
    }
    void trouble(const Finding&) override {}
};

Rows read(std::string_view text) {
    Rows read;
    make_csv_reader()->end({text.data(), text.size()}, 0, read);
    return read;
}

std::vector<std::size_t> lines_of(const Rows& read) {
    std::vector<std::size_t> counts;
    for (const Json& claim : read.claims) counts.push_back(claim["lines"].values.size());
    return counts;
}

std::string short_json(const Json& value) { return to_text(value); }

using Counts = std::vector<std::size_t>;

}   // namespace

TEST_CASE("rows that stand together and have one id are one claim", "[csv]") {
    CHECK(lines_of(read("claim_id,dos,code\nA,20260915,1\nA,20260915,2\nB,20260915,3\nA,20260915,4\n")) ==
          Counts{2, 1, 1});
}

TEST_CASE("a blank id goes on with the claim above, unless the row says something else", "[csv]") {
    CHECK(lines_of(read("claim_id,member_id,dos,code\nA,M1,20260915,1\n,,20260916,2\n,M1,20260915,3\n,M2,20260915,4\n,"
                        "M2,20260915,5\n"
                        ",M3,20260915,6\n")) == Counts{3, 2, 1});
}

TEST_CASE("without ids, neighbours of one patient and day are one claim, and strangers never", "[csv]") {
    CHECK(lines_of(read("member_id,dos,code\nM1,20260915,1\nM1,20260915,2\nM1,20260916,3\nM2,20260916,4\n")) ==
          Counts{2, 1, 1});
    CHECK(lines_of(read("dos,code,units\n20260915,1,1\n20260915,2,1\n,3,1\n,4,1\n")) == Counts{2, 1, 1});
}

TEST_CASE("ids that a spreadsheet has cut off do not join claims", "[csv]") {
    CHECK(lines_of(read("claim_id,member_id,dos,code\n1.23E+11,M1,20260915,1\n1.23E+11,M2,20260915,2\n")) ==
          Counts{1, 1});
}

TEST_CASE("a line may have its own place, provider, authorization and note", "[csv]") {
    const Rows claims = read(
        "claim_id,dos,code,pos,rendering_npi,prior_auth,note\n"
        "A,20260915,99213,11,1234567893,P1,first\nA,20260915,96372,,,,\nA,20260915,J1885,12,1659425090,P2,second\n");
    const Json& claim = claims.claims.at(0);
    CHECK(claim["pos"].text == "11");
    CHECK(claim["note"].text == "first");
    const Json& last = claim["lines"].values.at(2);
    CHECK(last["pos"].text == "12");
    CHECK(last["rendering"]["npi"].text == "1659425090");
    CHECK(last["prior_authorization"].text == "P2");
    CHECK(last["note"].text == "second");
    CHECK_FALSE(claim["lines"].values.at(1).has("pos"));
}

TEST_CASE("pointers of a row point to the diagnoses of the row", "[csv]") {
    const Rows claims = read(
        "claim_id,dos,code,dx1,dx2,pointers\n"
        "A,20260915,99213,M54.50,,A\nA,20260915,96372,M25.511,M54.50,AB\nA,20260915,J1885,M25.511,,\n");
    const Json& claim = claims.claims.at(0);
    CHECK(short_json(claim["diagnoses"]) == R"(["M54.50","M25.511"])");
    CHECK(short_json(claim["lines"].values.at(0)["pointers"]) == "[1]");
    CHECK(short_json(claim["lines"].values.at(1)["pointers"]) == "[2,1]");
    CHECK(short_json(claim["lines"].values.at(2)["pointers"]) == "[2]");
}

TEST_CASE("pointers and modifiers in one cell, in every form", "[csv]") {
    const auto line = [](std::string_view columns, std::string_view cells) {
        return read(std::string("claim_id;dos;code;dx;")
                        .append(columns)
                        .append("\nA;20260915;96372;M54.50,M25.511,R05.9;")
                        .append(cells)
                        .append("\n"))
            .claims.at(0)["lines"]
            .values.at(0);
    };
    for (const char* cell : {"A,B", "AB", "a b", "1,2", "1:2", "1 2", "12", "1.2", "A/B"}) {
        INFO(cell);
        CHECK(short_json(line("pointers", cell)["pointers"]) == "[1,2]");
    }
    CHECK(short_json(line("dx pointer 1;dx pointer 2", "A;C")["pointers"]) == "[1,3]");
    for (const char* cell : {"25-59", "25,59", "25 59", "25/59", "25:59", "\"25\n59\"", "2559", "25.59"}) {
        INFO(cell);
        CHECK(short_json(line("modifiers", cell)["modifiers"]) == R"(["25","59"])");
    }
}

TEST_CASE("the chart has columns of its own", "[csv]") {
    const Rows claims = read(
        "claim_id,dos,code,doc_dose,doc_route,doc_given_at,doc_injections,doc_new_problem,hematocrit\n"
        "A,20260915,96372,60 mg,IM,9/15/2026 10:20 AM,1.0,no,31.2\nA,20260915,J1885,,,,,,\n");
    const Json& lines = claims.claims.at(0)["lines"];
    CHECK(short_json(lines.values.at(0)["documentation"]) ==
          R"({"dose":"60 mg","route":"IM","given_at":"2026-09-15T10:20","injections":1,"new_problem":false})");
    CHECK(short_json(lines.values.at(0)["measurements"]) == R"([{"name":"hematocrit","value":"31.2"}])");
    CHECK_FALSE(lines.values.at(1).has("documentation"));
}

TEST_CASE("every line lies where its row does", "[csv]") {
    const Rows claims =
        read("claim_id,dos,code,note\r\nA,20260915,96372,\"two\r\nlines\"\r\nA,9/15/2026,\"J\"\"1885\",\r\n");
    REQUIRE(claims.places.size() == 2);
    CHECK((claims.places[0].offset == 24 && claims.places[0].text_line == 2));
    CHECK((claims.places[1].offset == 55 && claims.places[1].text_line == 4 && claims.places[1].segment == 0));
}

TEST_CASE("a wrong mapping is a problem with its place", "[csv]") {
    const auto problems = [](std::string_view columns) {
        Checker checker;
        std::string all;
        for (const Problem& problem : checker.open(R"({"as_of":"2026-09-20","columns":)" + std::string(columns) + "}"))
            all += problem.path + " " + problem.message.substr(0, 21) + "|";
        return all;
    };
    CHECK(problems(R"({"A":"dos","B":"Diag Code 2","C":null,"D":""})").empty());
    CHECK(problems(R"({"A~/B":"dosage"})") == "/columns/A~0~1B There is no column \"d|");
    CHECK(problems(R"({"A":["dos"]})") == "/columns/A It must be the name o|");
    CHECK(problems(R"({"A":"dos","a ":"code"})") == "/columns/a  This header is given |");
    CHECK(problems(R"("dos")") == "/columns It must be an object:|");
}

TEST_CASE("a look at a file tells its columns before it is checked", "[csv]") {
    const std::string text =
        "Claims\n\nClaim;Leistung;Service "
        "Date;CPT;Foo;Modifier;dos\nA;96372;9/15/26;96372;x;25;\nA;J1885;9/15/26;J1885;y;;\n";
    const Json look = parse_json(csv_preview(text, R"({"Foo":"units","Leistung":null})"));
    CHECK(look["csv"].text == "true");
    CHECK(look["separator"].text == ";");
    CHECK(look["header_row"].text == "3");
    std::string columns;
    for (const Json& column : look["columns"].values)
        columns += column["header"].text + "=" + column["name"].text + "(" + column["how"].text + ") ";
    CHECK(columns ==
          "Claim=claim_id(header) Leistung=(mapping) Service Date=(twice) CPT=code(header) Foo=units(mapping) "
          "Modifier=mod(header) "
          "dos=dos(header) ");
    CHECK(short_json(look["columns"].values.at(4)["samples"]) == R"(["x","y"])");
    CHECK(look["columns"].values.at(3)["label"].text == "procedure or drug code");
    CHECK(short_json(look["missing"]) == "[]");
    CHECK(short_json(look["rows"].values.at(1)) == R"(["A","J1885","9/15/26","J1885","y","",""])");
    CHECK(short_json(look["problems"]) == "[]");
    CHECK(look["names"].values.size() > 60);

    CHECK(short_json(parse_json(csv_preview("dos;units;clerk\n"))["missing"]) == R"(["claim_id","code"])");
    CHECK(parse_json(csv_preview("ISA*00*"))["csv"].text == "false");
    CHECK(parse_json(csv_preview(R"({"id":"A"})"))["csv"].text == "false");
    CHECK(parse_json(csv_preview("", "nonsense"))["problems"].values.size() == 1);
    std::string wide = "\xFF\xFE";
    for (const char c : std::string_view("claim_id;dos;code\nA;9/15/26;96372\n")) wide.append({c, '\0'});
    CHECK(parse_json(csv_preview(wide))["columns"].values.at(2)["name"].text == "code");
}

TEST_CASE("a claim is found again in a file with headers of its own", "[csv]") {
    Lookup lookup(1, R"({"columns":{"Leistung":"code"}})");
    constexpr std::string_view text = "claim_id,dos,Leistung\nA,20260915,99213\nB,20260915,96372\n";
    text.copy(lookup.buffer(text.size()).data(), text.size());
    if (!lookup.feed(text.size())) lookup.finish();
    CHECK(parse_json(lookup.claim())["lines"].values.at(0)["code"].text == "96372");
}

TEST_CASE("of a cell that was not read nothing else is said", "[csv]") {
    const auto said_of = [](std::string_view rendering, std::string_view billing, std::string_view options) {
        std::string rows =
            "claim_id,payer_class,pos,dos,code,mod1,units,charge,dx1,pointers,rendering_npi,billing_npi,member_id,"
            "birth_date,sex\n";
        for (const std::string_view line : {"99213,25,1,120.00", "96372,,1,40.00", "J1885,JZ,4,12.00"})
            rows.append("A,medicare_b,11,2026-09-15,")
                .append(line)
                .append(",M54.50,A,")
                .append(rendering)
                .append(",")
                .append(billing)
                .append(",1EG4TE5MK73,1950-02-01,F\n");
        std::vector<std::string> said;
        const std::vector<Input> inputs{{"rows.csv", rows}};
        for (const Json& finding : outcome_of(options, inputs).findings)
            said.push_back(finding["rule"].text + " " + finding["field"].text);
        return said;
    };
    using Said = std::vector<std::string>;
    constexpr std::string_view day = R"({"as_of":"2026-09-20"})";
    CHECK(said_of("1234567893", "1234567893", day).empty());
    CHECK(said_of("1.23E+09", "1234567893", day) == Said{"SRC002 /rendering/npi"});
    CHECK(said_of("1.23E+09", "1.23457E+09", day) == Said{"SRC002 /billing/npi", "SRC002 /rendering/npi"});
    // A number that was read and is wrong is another matter, and so is the cell beside it.
    CHECK(said_of("1234567890", "1234567893", day) == Said{"CLM006 /rendering/npi"});
    CHECK(said_of("1.23E+09", "1234567890", day) == Said{"CLM006 /billing/npi", "SRC002 /rendering/npi"});
    // Leaving SRC002 out brings nothing back.
    CHECK(said_of("1.23E+09", "1234567893", R"({"as_of":"2026-09-20","ignore":["SRC002"]})").empty());
}

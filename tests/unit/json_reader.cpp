// SPDX-License-Identifier: Apache-2.0
// The JSON reader: all shapes of a file, every field of a claim, and findings where something is out of shape.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "json_support.hpp"
#include "readers/json_cutter.hpp"

using namespace deltoid;
using deltoid::test::read_json;
using deltoid::test::Reading;

namespace {

std::string ids(const Reading& reading) {
    std::string all;
    for (const std::string& claim : reading.claims) {
        const auto begin = claim.find("\"id\":\"");
        all += begin == std::string::npos ? "?" : claim.substr(begin + 6, claim.find('"', begin + 6) - begin - 6);
    }
    return all;
}

/// What a claim that has only these members beside its kind is written as.
std::string claim_of(std::string_view members) { return "{\"kind\":\"professional\"," + std::string(members) + "}"; }

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// The one claim that a file holds, looked at while it is there.
template <class Look>
void look_at_claim(std::string_view text, Look look) {
    struct Looking : Sink {
        explicit Looking(Look& with) : look(with) {}
        void claim(Claim& claim, std::span<const Finding>) override { look(claim); }
        void trouble(const Finding&) override {}
        Look& look;
    } sink(look);
    make_json_reader()->end(text, 0, sink);
}

}   // namespace

TEST_CASE("one claim, a list, an object with claims, one claim a line") {
    const auto one = read_json(R"({"id":"A"})");
    CHECK(ids(one) == "A");
    CHECK(one.end.format == "json");
    CHECK(one.end.complete);
    CHECK(one.findings.empty());

    CHECK(ids(read_json(R"([{"id":"A"}, {"id":"B"}])")) == "AB");
    CHECK(ids(read_json(R"({"claims":[{"id":"A"},{"id":"B"}]})")) == "AB");
    CHECK(ids(read_json(" [ ] ")).empty());
    CHECK(read_json(R"({"claims":[]})").end.claims == 0);

    const auto lines =
        read_json("{\"id\":\"A\",\"lines\":[{},{}]}\n{\"id\":\"B\",\"lines\":[{}]}\r\n\r\n{\"id\":\"C\"}\n");
    CHECK(ids(lines) == "ABC");
    CHECK(lines.end.format == "ndjson");
    CHECK(lines.end.claims == 3);
    CHECK(lines.end.lines == 3);
    CHECK(lines.findings.empty());
}

TEST_CASE("keys before and after the list of claims are nobody's") {
    const auto reading = read_json(
        R"({"version":1,"meta":{"claims":[{"id":"no"}],"x":[[]]},"claims":[{"id":"A"}],"count":1,"claims":[{"id":"B"}]})");
    CHECK(ids(reading) == "AB");
    CHECK(reading.findings.empty());
    CHECK(reading.end.complete);
    CHECK(reading.end.format == "json");
    // Only of the outermost object: a claim's own key of that name holds no claims.
    CHECK(ids(read_json(R"([{"id":"A","claims":[{"id":"B"}]}])")) == "A");
}

TEST_CASE("a byte order mark and the separators of JSON sequences are passed over") {
    CHECK(ids(read_json("\xEF\xBB\xBF{\"id\":\"A\"}")) == "A");
    CHECK(ids(read_json("\xEF\xBB\xBF{\"id\":\"A\"}", 1)) == "A");
    CHECK(ids(read_json("\x1E{\"id\":\"A\"}\n\x1E{\"id\":\"B\"}\n")) == "AB");
}

TEST_CASE("a claim lies at its first byte") {
    const auto reading = read_json("[\n  {\"id\":\"A\"},\n\n  {\"id\":\"B\",\n\"note\":5}]");
    REQUIRE(reading.places.size() == 2);
    CHECK(reading.places[0].offset == 4);
    CHECK(reading.places[0].text_line == 2);
    CHECK(reading.places[1].offset == 19);
    CHECK(reading.places[1].text_line == 4);
    CHECK(reading.places[1].segment == 0);
}

TEST_CASE("absent, null and the empty text are the same") {
    const auto reading = read_json(
        R"({"id":null,"payer":{"name":"","class":null},"total_charge":"","diagnoses":[],"lines":[{"code":null,"modifiers":["",null],)"
        R"("pointers":[null],"units":null,"ndc":null,"rendering":"","measurements":[{},null,{"name":""}],)"
        R"("documentation":{"dose":"","new_problem":null}}],"note":null})");
    REQUIRE(reading.claims.size() == 1);
    CHECK(reading.claims[0] == claim_of(R"("lines":[{}])"));
    CHECK(reading.findings.empty());
    look_at_claim(R"({"lines":[{"documentation":{"dose":""}},{"documentation":{"dose":"1"}}]})", [](Claim& claim) {
        CHECK(claim.lines.at(0).documentation == -1);
        CHECK(claim.lines.at(1).documentation == 0);
        CHECK(claim.documentations.size() == 1);
    });
}

TEST_CASE("numbers are read from their text") {
    look_at_claim(R"({"id":12345678901234567890123,"total_charge":163.10,"pos":11,
                      "lines":[{"line":1,"code":96372,"units":0.1,"charge":120,"ndc":{"quantity":1e3}}]})",
                  [](Claim& claim) {
                      CHECK(claim.id == "12345678901234567890123");
                      CHECK(claim.total_charge.text == "163.10");
                      CHECK(claim.total_charge.value == 16310);
                      CHECK(claim.pos == "11");
                      const Line& line = claim.lines.at(0);
                      CHECK(line.number == "1");
                      CHECK(line.code == "96372");
                      CHECK(line.units.value == 100);
                      CHECK(line.charge.value == 12000);
                      CHECK(line.ndc.quantity.text == "1e3");
                      CHECK(line.ndc.quantity.shape == Shape::malformed);
                  });
}

TEST_CASE("pointers are numbers or letters, by ones or joined") {
    look_at_claim(R"({"lines":[{"pointers":[1,"B"," c ","12","X",0,100,"2:3"]}]})", [](Claim& claim) {
        const Line& line = claim.lines.at(0);
        const std::vector<int> pointers(line.pointers.begin(), line.pointers.begin() + line.pointer_count);
        CHECK(pointers == std::vector<int>{1, 2, 3, 12, 0, 0, 0, 2, 3});
        CHECK(line.pointer_text == "1:B: c :12:X:0:100:2:3");
    });
}

TEST_CASE("an empty diagnosis keeps its place, for pointers count it") {
    look_at_claim(
        R"({"diagnoses":["","D51.0",null,{"code":"281.0","version":"9"},{"code":"Z23","version":10},"",null]})",
        [](Claim& claim) {
            REQUIRE(claim.diagnoses.size() == 5);
            CHECK(claim.diagnoses[0].code.empty());
            CHECK(claim.diagnoses[1].code == "D51.0");
            CHECK(claim.diagnoses[3].code == "281.0");
            CHECK(claim.diagnoses[3].icd9);
            CHECK_FALSE(claim.diagnoses[4].icd9);
        });
}

TEST_CASE("what a record of the chart says") {
    look_at_claim(
        R"({"lines":[{},{"documentation":{"injections":2,"visit_documented_separately":true,"new_problem":"FALSE"},
                      "measurements":[{"name":"hematocrit","value":31.20}]}]})",
        [](Claim& claim) {
            const Documentation* record = record_of(claim, claim.lines.at(1));
            REQUIRE(record != nullptr);
            CHECK(record->injections == "2");
            CHECK(record->visit_documented_separately == "true");
            CHECK(record->new_problem == "false");
            REQUIRE(claim.measurements.size() == 1);
            CHECK(claim.measurements[0].line == 1);
            CHECK(claim.measurements[0].value == "31.20");
        });
}

TEST_CASE("escapes are read and strings may hold anything") {
    look_at_claim(R"({"id":"\u0041\n\"\\","note":"{\"claims\":[1,2]}","patient":{"id":"\u00fc\ud83d\ude00"}})",
                  [](Claim& claim) {
                      CHECK(claim.id == "A\n\"\\");
                      CHECK(claim.note == "{\"claims\":[1,2]}");
                      CHECK(claim.patient.id == "\xC3\xBC\xF0\x9F\x98\x80");
                  });
}

TEST_CASE("an unknown key is told once a file, with its place and what was likely meant") {
    const auto reading = read_json(
        R"([{"id":"A","lines":[{},{"modifers":["25"]}],"payr":{"name":"x"}},{"lines":[{"modifers":["25"]}],"modifers":[1]}])");
    CHECK(reading.findings.size() == 3);
    CHECK(reading.says(
        R"(file info SRC003 @1:1  A claim has no key "modifers" (/lines/1/modifers), so it was not read; did you mean "modifiers"?)"));
    CHECK(reading.says(R"(key "payr" (/payr), so it was not read; did you mean "payer"?)"));
    CHECK(reading.says(R"(key "modifers" (/modifers), so)"));
    CHECK(reading.end.claims == 2);
    CHECK(read_json(R"({"id":"A","prior-Authorisation":"1"})").says("did you mean \"prior_authorization\"?"));
}

TEST_CASE("keys of one's own, and unknown keys that say nothing, are silent") {
    CHECK(read_json(R"({"id":"A","_x":1,"x_batch":{"a":[1]},"colour":null,"lines":[{"_":2,"hue":""}]})")
              .findings.empty());
}

TEST_CASE("unknown keys cannot fill the report") {
    std::string text = "[";
    for (int i = 0; i < 5000; ++i) text += "{\"id\":\"A\",\"q" + std::to_string(i) + "\":1},";
    text.back() = ']';
    const auto reading = read_json(text);
    CHECK(reading.end.claims == 5000);
    CHECK(reading.findings.size() == 51);
    CHECK(reading.says("There are more keys that a claim does not have"));
}

TEST_CASE("an element of the wrong kind is a finding with its pointer") {
    const auto reading = read_json(
        R"({"id":true,"payer":"Medicare","patient":[],"billing":{"npi":{"a":1}},"diagnoses":"D51.0","kind":"dental",)"
        R"("lines":[5,{"line":"one","charge":false,"ndc":7,"modifiers":"25","pointers":[true],"measurements":[1],)"
        R"("documentation":{"injections":1.5,"new_problem":"perhaps"}}]})");
    CHECK(reading.end.claims == 1);
    CHECK(reading.end.lines == 2);
    for (const auto what :
         {"/id must be a text, but true is there", "/payer must be an object, but a text is there",
          "/patient must be an object, but a list is there", "/billing/npi must be a text, but an object is there",
          "/diagnoses must be a list, but \"D51.0\" is there",
          "/kind must be professional or institutional, but \"dental\" is there",
          "/lines/0 must be an object, but a number is there", "/lines/1/line must be a whole number, but \"one\" is there",
          "/lines/1/charge must be an amount, but false is there", "/lines/1/ndc must be an object, but a number is there",
          "/lines/1/modifiers must be a list, but \"25\" is there",
          "/lines/1/pointers/0 must be a number or a letter, but true",
          "/lines/1/measurements/0 must be an object, but a number is there",
          "/lines/1/documentation/injections must be a whole number, but 1.5 is there",
          "/lines/1/documentation/new_problem must be true or false, but \"perhaps\" is there"}) {
        INFO(what);
        CHECK(reading.says(what));
    }
    CHECK(reading.findings.size() == 15);
}

TEST_CASE("the fifth modifier and the thirteenth pointer are findings") {
    const auto reading = read_json(
        R"({"lines":[{"modifiers":["25","","59","76","77","LT"],"pointers":[1,2,3,4,5,6,7,8,9,10,11,12,13]}]})");
    REQUIRE(reading.findings.size() == 2);
    CHECK(reading.findings[0] ==
          "claim 0 error SRC003 @0:1 /lines/0/modifiers /lines/0/modifiers holds 5 elements; only the first 4 were "
          "read.");
    CHECK(reading.findings[1] ==
          "claim 0 error SRC003 @0:1 /lines/0/pointers /lines/0/pointers holds 13 elements; only the first 12 were "
          "read.");
    CHECK(read_json(R"({"lines":[{"modifiers":["25","","","",""]}]})").findings.empty());
}

TEST_CASE("a key given twice: the last one is read") {
    const auto reading = read_json(
        R"({"id":"A","id":"B","lines":[{"code":"1"}],"lines":[{"code":"2","modifiers":["25"],"modifiers":["59"]}]})");
    CHECK(reading.claims.at(0) == R"({"id":"B","kind":"professional","lines":[{"code":"2","modifiers":["59"]}]})");
    CHECK(reading.findings.size() == 3);
    CHECK(reading.says("warning SRC003 @0:1 /id /id is given twice"));
}

TEST_CASE("dates and amounts out of shape are left to the rule that looks at all of them") {
    CHECK(read_json(R"({"total_charge":"12,50","received_date":"soon","lines":[{"units":"1x","from":"15.9.2026"}]})")
              .findings.empty());
}

TEST_CASE("many findings about one claim are counted rather than listed") {
    const auto reading = read_json("{\"lines\":[" + repeated("5,", 199) + "5]}");
    CHECK(reading.findings.size() == 51);
    CHECK(reading.says("150 more elements of claim 1 are out of shape"));
}

TEST_CASE("a claim that is no JSON is counted, and the next one is read") {
    const auto reading = read_json("[{\"id\":\"A\"},\n{\"id\":\"B\",\"pos\":NaN},\n{\"id\":\"C\"}]");
    CHECK(ids(reading) == "ABC");
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0] ==
          "claim 1 error SRC003 @13:2  Claim 2 of the file is not JSON from byte 29 on (text line 2), so it was not "
          "checked.");
    // Nothing of it but its id is handed on.
    CHECK(reading.claims[1] == R"({"id":"B","kind":"professional"})");
    for (const auto bad :
         {R"({"id":"B" "pos":1})", R"({"id":"B",})", R"({"id":"B","lines":[{]})", R"({"id":"B","pos":01})",
          R"({"id":"B","pos":"\q"})", R"({"id":"B","pos":"\ud800"})", "{\"id\":\"B\",\"pos\":\"\t\"}"}) {
        INFO(bad);
        const auto found = read_json(std::string("[{\"id\":\"A\"},") + bad + ",{\"id\":\"C\"}]");
        CHECK(ids(found) == "ABC");
        CHECK(found.findings.size() == 1);
        CHECK(found.end.complete);
    }
}

TEST_CASE("one broken line does not take the others with it") {
    for (const auto bad : {R"({"id":"B","lines":[{"code":"963)", R"({"id":"B","lines":[)", R"({"id":"B")",
                           R"({"id":"B",)", R"({"id":"B","lines":[{"code")", R"({"id":"B"}})", R"({"id":"B]])"}) {
        INFO(bad);
        const auto reading = read_json(std::string("{\"id\":\"A\"}\n") + bad + "\n{\"id\":\"C\"}\n{\"id\":\"D\"}\n");
        CHECK(ids(reading).find("CD") != std::string::npos);
        CHECK(reading.end.claims == 4);
        CHECK(reading.findings.size() == 1);
    }
}

TEST_CASE("an element of a list that is no object counts as a claim") {
    const auto reading = read_json(R"([{"id":"A"},17,"text",null,[{"id":"B"}]])");
    CHECK(reading.end.claims == 5);
    CHECK(reading.claims.size() == 5);
    CHECK(reading.says("Claim 2 of the file is a number, not an object"));
    CHECK(reading.says("Claim 3 of the file is a text, not an object"));
    CHECK(reading.says("Claim 4 of the file is nothing, not an object"));
    CHECK(reading.says("Claim 5 of the file is a list, not an object"));
}

TEST_CASE("an object without any of a claim's keys is a finding, an empty one is an empty claim") {
    const auto reading = read_json(R"([{"name":"x"},{}])");
    CHECK(reading.end.claims == 2);
    CHECK(reading.says("claim 0 error SRC003 @1:1  Claim 1 of the file has none of a claim's keys"));
    CHECK_FALSE(reading.says("claim 1"));
}

TEST_CASE("text between claims is told and passed over") {
    const auto reading = read_json("{\"id\":\"A\"},\n{\"id\":\"B\"} done\n{\"id\":\"C\"}");
    CHECK(ids(reading) == "ABC");
    CHECK(reading.findings.size() == 2);
    CHECK(reading.says("file warning SRC003 @10:1  Between the claims \",\" was passed over"));
    CHECK(reading.says("file warning SRC003 @23:2  Between the claims \"done\" was passed over"));
    CHECK(read_json(repeated("{} x\n", 100)).findings.size() == 10);
}

TEST_CASE("commas between claims, too many or too few") {
    const auto reading = read_json(R"([,{"id":"A"},,{"id":"B"} {"id":"C"},])");
    CHECK(ids(reading) == "ABC");
    CHECK(reading.findings.size() == 4);
    CHECK(reading.says("has a comma too many or too few"));
}

TEST_CASE("a file that ends too early is not complete") {
    const auto inside = read_json(R"([{"id":"A"},{"id":"B","lines":[{"code":"96372")");
    CHECK(ids(inside) == "AB");
    CHECK_FALSE(inside.end.complete);
    REQUIRE(inside.findings.size() == 1);
    CHECK(inside.findings[0] ==
          "claim 1 error SRC003 @12:1  The file ends inside claim 2, so that claim was not checked.");

    const auto between = read_json(R"({"claims":[{"id":"A"})");
    CHECK(ids(between) == "A");
    CHECK_FALSE(between.end.complete);
    CHECK(between.says("file warning SRC003"));
    CHECK_FALSE(read_json(R"({"claims":[{"id":"A"}])").end.complete);
    CHECK_FALSE(read_json("[").end.complete);
    CHECK_FALSE(read_json("{").end.complete);
}

TEST_CASE("Latin-1 is read as Latin-1") {
    const auto reading = read_json("[{\"id\":\"M\xFCller\",\"note\":\"\xE9\"}]");
    CHECK(reading.claims.at(0) == "{\"id\":\"M\xC3\xBCller\",\"kind\":\"professional\",\"note\":\"\xC3\xA9\"}");
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.says("warning SRC003 @1:1  Claim 1 of the file is not UTF-8"));
    // Where it stops being JSON is said in bytes of the file.
    CHECK(read_json("{\"id\":\"\xE9\xE9\xE9\",\"pos\":x}").says("not JSON from byte 18 on"));
}

TEST_CASE("nesting costs a counter, not stack or time") {
    constexpr std::size_t deep = 100'000;
    for (const std::string& text :
         {repeated("[", deep), repeated("[", deep) + repeated("]", deep), repeated("{\"a\":", deep),
          repeated("{\"a\":", deep) + "1" + repeated("}", deep), repeated("[{\"a\":", deep)}) {
        const auto reading = read_json(text, 4096);
        CHECK(reading.end.claims == 1);
        REQUIRE(reading.findings.size() == 1);
        CHECK(reading.says("SRC005"));
        CHECK(reading.says("nested deeper than 64 levels"));
    }
    const auto between = read_json("[{\"id\":\"A\"}," + repeated("[", deep) + repeated("]", deep) + ",{\"id\":\"B\"}]");
    CHECK(ids(between) == "A?B");
    CHECK(between.findings.size() == 1);
    const std::string allowed = "{\"id\":\"A\",\"x_\":" + repeated("[", 63) + repeated("]", 63) + "}";
    CHECK(read_json(allowed).findings.empty());
    CHECK(read_json("{\"x_\":" + repeated("[", 64) + repeated("]", 64) + "}").says("SRC005"));
}

TEST_CASE("a claim over the size limit is told and passed over") {
    const std::string large =
        "[{\"id\":\"A\"},{\"id\":\"B\",\"note\":\"" + std::string(claim_size_limit, 'x') + "\"},{\"id\":\"C\"}]";
    const auto reading = read_json(large);
    CHECK(ids(reading) == "A?C");
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.says("SRC005 @12:1  Claim 2 of the file is larger than 16 MiB"));
    const std::string fits = "{\"note\":\"" + std::string(claim_size_limit - 11, 'x') + "\"}";
    CHECK(fits.size() == claim_size_limit);
    CHECK(read_json(fits).findings.empty());
}

TEST_CASE("more elements than any claim has are not read") {
    const auto reading =
        read_json("{\"lines\":[" + repeated("{},", 19'999) + "{}],\"diagnoses\":[" + repeated("1,", 199) + "1]}");
    CHECK(reading.end.lines == 9999);
    CHECK(reading.findings.size() == 2);
    CHECK(reading.says("SRC005 @0:1 /lines Claim 1 of the file has more than 9999 lines"));
    CHECK(reading.says("SRC005 @0:1 /diagnoses Claim 1 of the file has more than 99 diagnoses"));
}

TEST_CASE("bytes that are no text give a finding or two, not one a bracket") {
    std::string noise = "{";
    std::uint32_t state = 1;
    for (int i = 0; i < 300'000; ++i) {
        state = state * 1664525U + 1013904223U;
        noise += static_cast<char>(state >> 24);
    }
    const auto reading = read_json(noise);
    CHECK(reading.findings.size() <= 3);
    CHECK_FALSE(reading.end.complete);
}

// SPDX-License-Identifier: Apache-2.0
// Fixes applied to claims: every operation, several at once, the total charge, and what is refused.
#include "fixes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "deltoid/checker.hpp"

using namespace deltoid;

namespace {

constexpr std::string_view claim =
    R"({"kind":"professional","total_charge":"172.00","diagnoses":["M54.50"],"lines":[)"
    R"({"line":1,"code":"99213","units":"1","charge":"120.00","pointers":[1]},)"
    R"({"line":2,"code":"96372","modifiers":["25"],"units":"1","charge":"40.00","measurements":[{"name":"a","value":"1"}]},)"
    R"({"line":3,"code":"J1885","modifiers":["JZ"],"units":"4","charge":"12.00","measurements":[{"name":"b","value":"2"}],)"
    R"("documentation":{"dose":"60 mg"}}]})";

std::string applied(std::string_view fix, std::string_view to = claim) {
    std::vector<Problem> problems;
    const std::string result = apply(to, fix, problems);
    for (const Problem& problem : problems) UNSCOPED_INFO(problem.path + ": " + problem.message);
    CHECK(problems.empty());
    return result;
}

std::string refusal(std::string_view fix, std::string_view to = claim) {
    std::vector<Problem> problems;
    CHECK(apply(to, fix, problems).empty());
    REQUIRE(problems.size() == 1);
    return problems.front().path + ": " + problems.front().message;
}

/// `claim` with the first `from` in it written as `to`.
std::string with(std::string_view from, std::string_view to, std::string_view in = claim) {
    std::string changed(in);
    const auto at = changed.find(from);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, from.size(), to);
}

}   // namespace

TEST_CASE("modifiers are added in the first free place and taken away") {
    CHECK(applied(R"({"op":"add_modifier","line":3,"value":"LT"})") == with(R"(["JZ"])", R"(["JZ","LT"])"));
    CHECK(applied(R"({"op":"add_modifier","line":1,"value":"25","needs":"chart"})") ==
          with(R"("code":"99213",)", R"("code":"99213","modifiers":["25"],)"));
    CHECK(applied(R"({"op":"remove_modifier","line":2,"value":"25"})") == with(R"("modifiers":["25"],)", ""));
    // What is already so stays so: two findings may ask for the same.
    CHECK(applied(R"({"op":"add_modifier","line":3,"value":"jz"})") == claim);
    CHECK(applied(R"({"op":"remove_modifier","line":1,"value":"59"})") == claim);
    const std::string full = with(R"(["JZ"])", R"(["JZ","A1","A2","A3"])");
    CHECK(refusal(R"({"op":"add_modifier","line":3,"value":"LT"})", full) == ": Line 3 already has four modifiers.");
    CHECK(applied(
              R"({"op":"remove_modifier","line":3,"value":"A1","also":[{"op":"add_modifier","line":3,"value":"LT"}]})",
              full) == with(R"(["JZ"])", R"(["JZ","A2","A3","LT"])"));
}

TEST_CASE("codes, units and fields are set") {
    CHECK(applied(R"({"op":"replace_code","line":2,"value":"90471","also":[{"op":"set_units","line":3,"value":2}]})") ==
          with(R"("units":"4")", R"("units":"2")", with("96372", "90471")));
    CHECK(applied(R"({"op":"set_field","line":3,"field":"/lines/2/ndc/code","value":"00409379501"})") ==
          with(R"("charge":"12.00",)", R"("charge":"12.00","ndc":{"code":"00409379501"},)"));
    CHECK(applied(R"({"op":"set_field","field":"/pos","value":"11"})") ==
          with(R"("172.00",)", R"("172.00","pos":"11",)"));
    CHECK(applied(R"({"op":"set_field","line":2,"field":"/lines/1/pointers","value":"A"})") ==
          with(R"("charge":"40.00",)", R"("charge":"40.00","pointers":[1],)"));
    CHECK(applied(R"({"op":"set_field","field":"/lines/0/modifiers","value":"25 59"})") ==
          with(R"("code":"99213",)", R"("code":"99213","modifiers":["25","59"],)"));
    CHECK(applied(R"({"op":"set_field","field":"/total_charge","value":"100.00"})") == with("172.00", "100.00"));
}

TEST_CASE("what a chart says is documented, in a new record where there is none") {
    CHECK(applied(R"({"op":"document","line":3,"field":"/lines/2/documentation/route","value":"IM"})") ==
          with(R"({"dose":"60 mg"})", R"({"dose":"60 mg","route":"IM"})"));
    CHECK(
        applied(
            R"({"op":"document","line":1,"field":"/lines/0/documentation/visit_documented_separately","value":true})") ==
        with(R"("pointers":[1]})", R"("pointers":[1],"documentation":{"visit_documented_separately":true}})"));
}

TEST_CASE("a new line stands last, with the next number, and counts in the total") {
    constexpr std::string_view fix =
        R"({"op":"add_line","value":{"code":"J1885","modifiers":["JW"],"units":1,"charge":"8.50","measurements":[{"name":"c"}],)"
        R"("documentation":{"lot":"7"}}})";
    std::string wanted = with("172.00", "180.50");
    wanted.resize(wanted.size() - 2);
    wanted +=
        R"(,{"line":4,"code":"J1885","modifiers":["JW"],"units":"1","charge":"8.50","measurements":[{"name":"c"}],)"
        R"("documentation":{"lot":"7"}}]})";
    CHECK(applied(fix) == wanted);
    CHECK(applied(R"({"op":"add_line","value":{"code":"96372"}})", R"({"id":"A"})") ==
          R"({"id":"A","kind":"professional","lines":[{"line":1,"code":"96372"}]})");
    CHECK(refusal(R"({"op":"add_line"})").find("Only a person can say what the new line must hold") !=
          std::string::npos);
    for (const auto bad : {R"({"op":"add_line","value":"{}]},{"})", R"({"op":"add_line","value":"{},{}"})",
                           R"({"op":"add_line","value":"x"})", R"({"op":"add_line","value":{"code":[1]}})",
                           R"({"op":"add_line","value":"[]"})"})
        CHECK(refusal(bad) == ": The new line of the fix is not a claim line in JSON.");
}

TEST_CASE("a deleted line takes its charge, its record and its number with it") {
    CHECK(
        applied(R"({"op":"delete_line","line":1})") ==
        R"({"kind":"professional","total_charge":"52.00","diagnoses":["M54.50"],"lines":[)"
        R"({"line":1,"code":"96372","modifiers":["25"],"units":"1","charge":"40.00","measurements":[{"name":"a","value":"1"}]},)"
        R"({"line":2,"code":"J1885","modifiers":["JZ"],"units":"4","charge":"12.00","measurements":[{"name":"b","value":"2"}],)"
        R"("documentation":{"dose":"60 mg"}}]})");
    CHECK(applied(R"({"op":"delete_line","line":3})").find("dose") == std::string::npos);
    CHECK(
        applied(
            R"({"op":"delete_line","line":1,"also":[{"op":"delete_line","line":3},{"op":"delete_line","line":2},{"op":"delete_line","line":1}]})") ==
        R"({"kind":"professional","total_charge":"0.00","diagnoses":["M54.50"]})");
}

TEST_CASE("line numbers of a fix are those of the claim before it") {
    const std::string result =
        applied(R"({"op":"delete_line","line":1,"also":[{"op":"add_line","value":{"code":"J3420","charge":"1.00"}},)"
                R"({"op":"add_modifier","line":3,"value":"LT"},{"op":"set_units","line":2,"value":"2"}]})");
    CHECK(result.find(R"({"line":1,"code":"96372","modifiers":["25"],"units":"2")") != std::string::npos);
    CHECK(result.find(R"({"line":2,"code":"J1885","modifiers":["JZ","LT"])") != std::string::npos);
    CHECK(result.find(R"({"line":3,"code":"J3420")") != std::string::npos);
    CHECK(result.find(R"("total_charge":"53.00")") != std::string::npos);
}

TEST_CASE("the total moves by what the lines move, wrong as it may be") {
    CHECK(applied(R"({"op":"delete_line","line":3})", with("172.00", "200")).find(R"("total_charge":"188.00")") !=
          std::string::npos);
    CHECK(
        applied(R"({"op":"set_field","field":"/lines/2/charge","value":"2.50"})").find(R"("total_charge":"162.50")") !=
        std::string::npos);
    CHECK(applied(R"({"op":"delete_line","line":3})", with(R"("total_charge":"172.00",)", "")).find("total_charge") ==
          std::string::npos);
    CHECK(applied(R"({"op":"delete_line","line":3})", with("172.00", "1x")).find(R"("total_charge":"1x")") !=
          std::string::npos);
    CHECK(applied(R"({"op":"delete_line","line":3})", with("12.00", "none")).find(R"("total_charge":"172.00")") !=
          std::string::npos);
    // A fix that says the total means it.
    CHECK(
        applied(R"({"op":"delete_line","line":3,"also":[{"op":"set_field","field":"/total_charge","value":"160.00"}]})")
            .find(R"("total_charge":"160.00")") != std::string::npos);
}

TEST_CASE("a diagnosis that a person gives is added and pointed to") {
    CHECK(applied(R"({"op":"add_diagnosis","value":"D51.0"})") == with(R"(["M54.50"])", R"(["M54.50","D51.0"])"));
    CHECK(applied(R"({"op":"add_diagnosis","line":1,"value":"D51.0"})") ==
          with(R"("pointers":[1])", R"("pointers":[1,2])", with(R"(["M54.50"])", R"(["M54.50","D51.0"])")));
    CHECK(applied(R"({"op":"add_diagnosis","line":1,"value":"m54.50"})") == claim);
    CHECK(refusal(R"({"op":"add_diagnosis","line":1,"needs":"chart"})") ==
          ": Only a person can say what the diagnosis of line 1 must be; the fix does not say it.");
}

TEST_CASE("a fix that does not say what to write is refused in a sentence") {
    CHECK(refusal(R"({"op":"set_units","line":2,"needs":"chart"})") ==
          ": Only a person can say what the units of line 2 must be; the fix does not say it.");
    CHECK(refusal(R"({"op":"set_field","field":"/pos"})") ==
          ": Only a person can say what the place of service must be; the fix does not say it.");
    CHECK(refusal(R"({"op":"document","line":2,"field":"/lines/1/documentation/dose"})") ==
          ": Only a person can say what the dose given of line 2 must be; the fix does not say it.");
    CHECK(refusal(R"({"op":"delete_line","line":4})") == ": The claim has no line 4.");
    CHECK(refusal(R"({"op":"add_modifier","value":"25"})") == ": The fix does not say which line it means.");
    CHECK(refusal(R"({"op":"set_field","field":"/diagnoses","value":"Z23"})") ==
          ": A fix cannot set the diagnoses as a whole.");
    CHECK(refusal(R"({"op":"set_field","line":1,"field":"/lines/0/pointers","value":"M"})") ==
          ": \"M\" is no diagnosis pointer: a number from 1 or a letter from A to L.");
}

TEST_CASE("a fix that cannot be read is a problem with its place") {
    CHECK(refusal("x") == ": A fix is one JSON object, as it stands in a finding.");
    CHECK(refusal("[]") == ": A fix is one JSON object, as it stands in a finding.");
    CHECK(refusal(std::string(100'000, '[')) == ": A fix is one JSON object, as it stands in a finding.");
    CHECK(refusal("{}") == "/op: The fix does not say what to do: add_modifier, set_field or the like.");
    CHECK(refusal(R"({"op":"delete_line","line":1,"also":[{"op":"mend"}]})") ==
          "/also/0/op: The fix does not say what to do: add_modifier, set_field or the like.");
    CHECK(refusal(R"({"op":"delete_line","line":"one"})") == "/line: A line is a number from 1.");
    CHECK(refusal(R"({"op":"set_field","field":"/nothing","value":"1"})") ==
          "/field: \"/nothing\" is no field of a claim.");
    CHECK(refusal(R"({"op":"set_field","line":1,"field":"/lines/1/pos","value":"1"})") ==
          "/field: The field is on another line than the fix.");
    CHECK(refusal(R"({"op":"delete_line","line":1,"why":"x"})") == "/why: A fix has no key \"why\".");
}

TEST_CASE("a fix needs one claim that can be read whole") {
    constexpr std::string_view fix = R"({"op":"delete_line","line":1})";
    CHECK(refusal(fix, "[]") == ": A fix is applied to one claim, as one JSON object.");
    CHECK(refusal(fix, R"([{"lines":[{}]},{}])") == ": A fix is applied to one claim, as one JSON object.");
    CHECK(refusal(fix, R"({"lines":[{"modifiers":["1","2","3","4","5"]}]})").find("/lines/0/modifiers: ") == 0);
    CHECK(refusal(fix, R"({"lines":[{])").find("is not JSON") != std::string::npos);
    CHECK(applied(fix, R"({"lines":[{"hue":1}]})") == R"({"kind":"professional"})");
}

TEST_CASE("a fix is applied as a whole or not at all") {
    Claim model;
    model.lines.resize(2);
    model.total_charge = read_money("5.00");
    Arena arena;
    std::string why_not;
    Edit first;
    first.operation = Operation::add_modifier;
    first.line = 1;
    first.value = "25";
    Edit second = first;
    second.line = 3;
    second.also = true;
    const std::vector<Edit> edits{first, second};
    CHECK_FALSE(apply_fix(model, edits, arena, why_not));
    CHECK(why_not == "The claim has no line 3.");
    CHECK(model.lines[0].modifier_count == 0);
    CHECK(apply_fix(model, std::span(edits).first(1), arena, why_not));
    CHECK(model.lines[0].modifier_count == 1);
}

// SPDX-License-Identifier: Apache-2.0
// Administration records joined to claims: by claim, line, patient, day and drug; what stays apart is told.
#include "administrations.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "readers/administration_fhir.hpp"
#include "readers/administration_rows.hpp"
#include "support/session.hpp"

using namespace deltoid;
using test::Input;
using Json = nlohmann::json;

namespace {

constexpr std::string_view options = R"({"as_of":"2026-09-20","format":"jsonl"})";

std::string line_of(int number, const std::string& code, const std::string& more = "") {
    return R"({"line":)" + std::to_string(number) + R"(,"code":")" + code +
           R"(","units":"1","charge":"10.00","from":"2026-09-15","pointers":[1])" + more + "}";
}

std::string claim_of(const std::string& id, const std::vector<std::string>& lines,
                     const std::string& member = "1EG4TE5MK73") {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : ",") + line;
    return R"({"id":")" + id +
           R"(","payer":{"class":"medicare_b"},"billing":{"npi":"1234567893"},"rendering":{"npi":"1234567893"},)" +
           R"("pos":"11","patient":{"birth_date":"1950-02-01","sex":"F"},"subscriber":{"id":")" + member +
           R"("},"diagnoses":["M54.50"],"lines":[)" + all + "]}\n";
}

const std::string toradol = line_of(2, "J1885", R"(,"modifiers":["JZ"])");
const std::string injection = line_of(1, "96372");

/// A session with a file of records; its findings and what stayed apart.
struct Run {
    std::string output;
    std::vector<Problem> apart, problems;

    [[nodiscard]] bool says(std::string_view rule, int line = -1) const {
        for (std::size_t at = 0; at < output.size();) {
            const std::size_t end = std::min(output.find('\n', at), output.size());
            const Json one = Json::parse(output.substr(at, end - at));
            if (one["kind"] == "finding" && one["rule"] == rule && (line < 0 || one["line"] == line)) return true;
            at = end + 1;
        }
        return false;
    }
};

Run run(const std::string& records, const std::string& claims, std::size_t chunk = test::in_one_piece) {
    Run result;
    Checker checker;
    REQUIRE(checker.open(options).empty());
    const auto give = [&](Role role, const char* name, const std::string& bytes) {
        checker.begin(role, name);
        for (std::size_t at = 0; at < bytes.size(); at += std::min(chunk, bytes.size()))
            result.output += checker.feed(std::string_view(bytes).substr(at, chunk));
    };
    if (!records.empty()) give(Role::documentation, "records.csv", records);
    give(Role::claims, "claims.json", claims);
    result.output += checker.finish();
    result.apart = checker.joined().sentences();
    result.problems = checker.problems();
    return result;
}

/// A claim as the join leaves it.
struct JoinedClaim {
    Claim claim;
    Administrations records;
    Administrations::Joined joined;
    std::vector<std::string> codes;

    JoinedClaim(const std::vector<std::string>& codes_of_lines, const std::string& csv) : codes(codes_of_lines) {
        records.begin_file("records.csv");
        auto reader = make_administration_reader(records);
        struct Nobody : Sink {
            void claim(Claim&, std::span<const Finding>) override {}
            void trouble(const Finding&) override {}
        } nobody;
        reader->end({csv.data(), csv.size()}, 0, nobody);
        CHECK(reader->trouble() == "");
        records.sort();
        claim.id = "A-1";
        claim.subscriber_id = "M1";
        for (const std::string& code : codes) {
            Line line;
            line.code = code;
            line.from = read_date("2026-09-15");
            claim.lines.push_back(line);
        }
        records.join(claim, *Tables::built_in(), joined);
    }
    [[nodiscard]] std::string text(std::size_t line, std::string_view Documentation::*field) const {
        const Documentation* record = record_of(claim, claim.lines[line]);
        return record == nullptr ? "no record" : std::string(record->*field);
    }
};

}   // namespace

TEST_CASE("a record in a file says what a record in the claim says", "[documentation]") {
    const std::string in_claim = claim_of(
        "A-1",
        {injection, line_of(2, "J1885",
                            R"(,"modifiers":["JZ"],"documentation":{"drug":"Zofran","dose":"15 mg","route":"IM",)"
                            R"("site":"left deltoid","given_at":"2026-09-14T10:20"})")});
    const std::string by_file =
        "claim_id,drug,dose,route,site,date,time\nA-1,Zofran,15 mg,IM,left deltoid,9/14/2026,10:20 AM\n";
    const Run inside = run("", in_claim);
    CHECK(inside.says("DOC016", 2));
    CHECK(inside.says("DOC017", 2));
    // The record's day is not the line's, so only the line's number can join it.
    const Run joined =
        run("claim_id,line,drug,dose,route,site,date,time\nA-1,2,Zofran,15 mg,IM,left deltoid,9/14/2026,10:20 AM\n",
            claim_of("A-1", {injection, toradol}));
    CHECK(joined.apart.empty());
    for (const char* rule : {"DOC016", "DOC017", "DOC006", "DOC001"})
        CHECK(joined.says(rule, 2) == inside.says(rule, 2));
    const Run apart = run(by_file, claim_of("A-1", {injection, toradol}));
    CHECK(apart.apart.size() >= 1);
}

TEST_CASE("records are found by patient, day and drug", "[documentation]") {
    const std::string header = "member_id,date,drug,dose\n";
    const auto apart = [&](const std::string& row) {
        return run(header + row, claim_of("A-1", {injection, toradol})).apart.size();
    };
    CHECK(apart("1EG4TE5MK73,2026-09-15,Toradol,15 mg\n") == 0);
    CHECK(apart("1eg4te5mk73,09/15/26,ketorolac 15 mg/mL,15 mg\n") == 0);
    CHECK(apart("1EG4TE5MK73,2026-09-15,J1885,15 mg\n") == 0);
    // Another drug, day or patient: the row and the injection are told.
    CHECK(apart("1EG4TE5MK73,2026-09-15,Zofran,4 mg\n") == 3);
    CHECK(apart("1EG4TE5MK73,2026-09-16,Toradol,15 mg\n") == 3);
    CHECK(apart("OTHER,2026-09-15,Toradol,15 mg\n") == 3);
}

TEST_CASE("several administrations of a day go to several lines", "[documentation]") {
    const JoinedClaim two(
        {"96372", "J1885", "J2405", "96372"},
        "claim_id,drug,dose,time,date\nA-1,Zofran,4 mg,11:00,2026-09-15\nA-1,Toradol,30 mg,10:00,2026-09-15\n");
    CHECK(two.text(1, &Documentation::dose) == "30 mg");
    CHECK(two.text(2, &Documentation::dose) == "4 mg");
    CHECK(two.text(2, &Documentation::given_at) == "2026-09-15T11:00");
    CHECK(two.text(0, &Documentation::dose) == "no record");
    // The same drug on two lines: the earlier one on the first.
    const JoinedClaim same(
        {"96372", "J1885", "J1885"},
        "claim_id,drug,dose,time,date\nA-1,Toradol,15 mg,14:00,2026-09-15\nA-1,Toradol,30 mg,09:00,2026-09-15\n");
    CHECK(same.text(1, &Documentation::dose) == "30 mg");
    CHECK(same.text(2, &Documentation::dose) == "15 mg");
}

TEST_CASE("several administrations on one line are told together", "[documentation]") {
    const JoinedClaim both({"96372", "J1885"},
                           "claim_id,drug,dose,site,lot,credential\nA-1,Toradol,30 mg,left "
                           "deltoid,A1,RN\nA-1,Toradol,30 mg,right deltoid,A12,RN\n");
    CHECK(both.text(1, &Documentation::dose) == "30 mg + 30 mg");
    CHECK(both.text(1, &Documentation::site) == "left deltoid; right deltoid");
    CHECK(both.text(1, &Documentation::lot) == "A1; A12");
    CHECK(both.text(1, &Documentation::injections) == "2");
    CHECK(both.text(1, &Documentation::credential) == "RN");
    // A dose that is missing once makes no sum.
    const JoinedClaim part({"96372", "J1885"}, "claim_id,drug,dose\nA-1,Toradol,30 mg\nA-1,Toradol,\n");
    CHECK(part.text(1, &Documentation::dose).empty());
}

TEST_CASE("a record that names no drug belongs to the injection", "[documentation]") {
    const JoinedClaim record({"96372", "J1885"}, "claim_id,route,site,dose,dose_unit\nA-1,IM,left deltoid,60,mg\n");
    CHECK(record.text(0, &Documentation::site) == "left deltoid");
    CHECK(record.text(0, &Documentation::dose) == "60 mg");
    CHECK(record.text(1, &Documentation::site) == "no record");
}

TEST_CASE("what the claim says itself is kept", "[documentation]") {
    const Run kept = run("claim_id,drug,dose,site\nA-1,Toradol,15 mg,left deltoid\n",
                         claim_of("A-1", {injection, line_of(2, "J1885", R"(,"documentation":{"drug":"Zofran"})")}));
    CHECK(kept.says("DOC016", 2));
    CHECK(kept.apart.empty());
}

TEST_CASE("what stays apart is told by row and by claim", "[documentation]") {
    const Run result = run("claim_id,patient_id,date,drug\nA-2,,,Toradol\n,,2026-09-15,Toradol\n,P1,soon,Toradol\n",
                           claim_of("A-1", {injection, toradol}));
    REQUIRE(result.apart.size() == 5);
    CHECK(result.apart[0].path == "records.csv:2");
    CHECK(result.apart[0].message ==
          "Row 2 (claim A-2) was joined to no claim line. No claim of that id has a line that it belongs to.");
    CHECK(result.apart[1].message == "Row 3 was joined to no claim line. It names neither a claim nor a patient.");
    CHECK(result.apart[2].message ==
          "Row 4 was joined to no claim line. It names no claim, and no day that can be read.");
    CHECK(result.apart[3].path == "claims.json:1");
    CHECK(result.apart[3].message == "Claim 1 (A-1) bills 96372, and no record of its day was found.");
    CHECK(result.apart[4].message == "1 of 1 lines of 96372 have no administration record.");
}

TEST_CASE("a file of records that cannot serve is said to be none", "[documentation]") {
    const auto problem = [](const std::string& records) {
        const Run result = run(records, claim_of("A-1", {injection, toradol}));
        return result.problems.empty() ? "" : result.problems[0].message;
    };
    CHECK(problem("name,colour\na,b\n").find("claim_id, patient_id or member_id") != std::string::npos);
    CHECK(problem("claim_id,colour\na,b\n").find("tells what was given") != std::string::npos);
    CHECK(problem("claim_id,drug\n") == "It has a header and no administration records.");
    CHECK(problem("ISA*00*          *00*").find("X12") != std::string::npos);
    Checker late;
    REQUIRE(late.open(options).empty());
    late.begin(Role::claims, "claims.json");
    (void)late.feed(claim_of("A-1", {injection, toradol}));
    late.begin(Role::documentation, "records.csv");
    (void)late.finish();
    REQUIRE(late.problems().size() == 1);
}

TEST_CASE("records join alike in any chunks, order of rows and order of claims", "[documentation]") {
    std::string claims, backward, records = "claim_id;drug;dose;site;lot\r\n", rows_backward = records;
    for (int i = 0; i < 40; ++i) {
        const std::string id = "A-" + std::to_string(i);
        const std::string claim = claim_of(id, {injection, toradol}, "M" + std::to_string(i));
        const std::string row = id + (i % 3 == 0 ? ";Zofran" : ";Toradol") + ";15 mg;\"left\ndeltoid\";\r\n";
        claims += claim;
        backward = claim + backward;
        records += row;
        rows_backward.insert(rows_backward.find('\n') + 1, row);
    }
    const Run whole = run(records, claims);
    CHECK(whole.says("DOC016"));
    for (const std::size_t chunk : {std::size_t{1}, std::size_t{7}, std::size_t{100}}) {
        const Run cut = run(records, claims, chunk);
        CHECK(cut.output == whole.output);
    }
    CHECK(run(rows_backward, claims).output == whole.output);
    const auto count = [](const std::string& output) {
        std::size_t found = 0;
        for (std::size_t at = output.find("DOC016"); at != std::string::npos; at = output.find("DOC016", at + 1))
            ++found;
        return found;
    };
    CHECK(count(run(records, backward).output) == count(whole.output));
}

TEST_CASE("a record in UTF-16 is read", "[documentation]") {
    const std::string text = "claim_id,drug,dose\nA-1,Toradol,15 mg\n";
    std::string wide = "\xFF\xFE";
    for (const char c : text) wide.append(1, c).append(1, '\0');
    CHECK(run(wide, claim_of("A-1", {injection, toradol})).apart.empty());
}

TEST_CASE("many records of one claim and many claims of one id stay cheap", "[documentation]") {
    std::string records = "claim_id,member_id,date,drug\n", claims;
    for (int i = 0; i < 50'000; ++i) records += i % 2 == 0 ? "A-1,,,Toradol\n" : ",M,2026-09-15,Toradol\n";
    for (int i = 0; i < 500; ++i) claims += claim_of("A-1", {injection, toradol}, "M");
    const Run result = run(records, claims);
    CHECK(result.apart.size() == 101);
    CHECK(result.apart.back().message.find("more records were joined to no claim line.") != std::string::npos);
}

TEST_CASE("days of records are read as programs write them", "[documentation]") {
    std::string time;
    CHECK(read_day_and_time("2026-09-15T10:20:00-05:00", time) == Day::of(2026, 9, 15));
    CHECK(time == "10:20");
    CHECK(read_day_and_time("9/5/26 2:15 PM", time) == Day::of(2026, 9, 5));
    CHECK(time == "14:15");
    CHECK(read_day_and_time("20260915", time) == Day::of(2026, 9, 15));
    CHECK_FALSE(read_day_and_time("13/40/2026", time).known());
    CHECK_FALSE(read_day_and_time("soon", time).known());
}

TEST_CASE("MedicationAdministrations are records where the core reads FHIR", "[documentation]") {
    const std::string given =
        R"({"resourceType":"MedicationAdministration","status":"completed","subject":{"identifier":{"value":"1EG4TE5MK73"}},)"
        R"("effectiveDateTime":"2026-09-15T10:20:00-05:00","medicationCodeableConcept":{"text":"Toradol"},)"
        R"("dosage":{"route":{"text":"IM"},"site":{"text":"left deltoid"},"dose":{"value":15,"unit":"mg"}}})";
    const std::string refused =
        R"({"resourceType":"MedicationAdministration","status":"not-done","medicationCodeableConcept":{"text":"Zofran"}})";
    const std::string bundle = R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":)" + given +
                               R"(},{"resource":)" + refused + "}]}";
    const std::string claim = claim_of("A-1", {injection, toradol});
    const Run whole = run(bundle, claim);
    CHECK(whole.problems.empty());
    CHECK(whole.apart.empty());
    CHECK(whole.says("DOC006", 2));
    CHECK_FALSE(whole.says("DOC005"));
    CHECK(run(bundle, claim, 7).output == whole.output);
    CHECK(run(refused, claim).problems.size() == 1);
}

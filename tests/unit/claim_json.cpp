// SPDX-License-Identifier: Apache-2.0
// Claims written as contract JSON, those of the reader and those that only an 837 makes; classes of payers by name.
#include "writers/claim_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "json_support.hpp"
#include "payer_class.hpp"

using namespace deltoid;
using deltoid::test::read_json;

namespace {

std::string written(const Claim& claim) {
    std::string out;
    append_claim_json(out, claim);
    return out;
}

std::string read_and_written(std::string_view json) {
    const auto reading = read_json(json);
    REQUIRE(reading.claims.size() == 1);
    CHECK(reading.findings.empty());
    return reading.claims.front();
}

}   // namespace

TEST_CASE("every key of the contract is written in the contract's order") {
    const std::string claim =
        R"({"id":"A-1","kind":"institutional",)"
        R"("payer":{"name":"n","id":"i","class":"medicare_b","sequence":"P","state":"TX","contractor":"04402"},)"
        R"("received_date":"2026-09-20","frequency":"7","original_reference":"r","prior_authorization":"a",)"
        R"("total_charge":"163.00","pos":"11","bill_type":"0131","note":"q\"uote",)"
        R"("billing":{"npi":"1","taxonomy":"2","entity":"organization"},"rendering":{"npi":"3","taxonomy":"4","entity":"person"},)"
        R"("supervising":{"npi":"5"},"ordering":{"npi":"6"},"referring":{"npi":"7"},"facility":{"npi":"8"},)"
        R"("patient":{"id":"p","birth_date":"1950-02-01","sex":"F","death_date":"2026-09-30"},"subscriber":{"id":"s"},)"
        R"("diagnoses":["D51.0","","Z23",{"code":"281.0","version":"9"}],)"
        R"("lines":[{"line":1,"code":"99213","description":"d","modifiers":["25","59"],"units":"1","unit_type":"UN","charge":"120.00",)"
        R"("from":"2026-09-15","to":"2026-09-16","pos":"22","pointers":[1,12,"X"],"note":"n","revenue_code":"0510",)"
        R"("ndc":{"code":"c","quantity":"0.5","unit":"ML","qualifier":"N4"},"rendering":{"npi":"9","taxonomy":"t"},)"
        R"("prior_authorization":"b","measurements":[{"name":"hematocrit","value":"31.2"},{"name":"only"}],)"
        R"("documentation":{"drug":"1","dose":"2","route":"3","site":"4","lot":"5","expiration":"6","given_at":"7","ordered_by":"8",)"
        R"("order_date":"9","given_by":"10","credential":"11","supervised_by":"12","supervision":"13","response":"14","indication":"15",)"
        R"("container":"16","discarded":"17","source":"18","injections":1,"visit_documented_separately":true,"reason_distinct":"19",)"
        R"("new_problem":false}},{"line":2}]})";
    CHECK(read_and_written(claim) == claim);
}

TEST_CASE("values are written as they were sent") {
    CHECK(
        read_and_written(
            R"({"total_charge":163.10,"lines":[{"units":1.0,"line":"007","charge":".5","from":20260915}]})") ==
        R"({"kind":"professional","total_charge":"163.10","lines":[{"line":"007","units":"1.0","charge":".5","from":"2026-09-15"}]})");
    CHECK(read_and_written(R"({"received_date":"soon","note":"\u0001\ud83d\ude00"})") ==
          "{\"kind\":\"professional\",\"received_date\":\"soon\",\"note\":\"\\u0001\xF0\x9F\x98\x80\"}");
}

TEST_CASE("a claim of an 837 keeps what rules ask of it") {
    Claim claim;
    claim.payer.filing_indicator = "16";
    claim.payer.payer_class = PayerClass::medicare_advantage;
    claim.received_date = read_date("20260920");
    claim.patient.birth_date = read_date("19500201");
    claim.diagnoses.push_back({"M5450", false, false});
    Line& line = claim.lines.emplace_back();
    line.code = "J1885";
    line.modifiers = {"JZ", "", "LT"};
    line.modifier_count = 3;
    line.pointers = {1, 2, Line::unreadable_pointer};
    line.pointer_count = 3;
    line.pointer_text = "1>2>>X";
    line.ndc.qualifier = "N4";
    line.documentation = 0;
    claim.documentations.emplace_back();
    const std::string json = written(claim);
    CHECK(json ==
          R"({"kind":"professional","payer":{"class":"medicare_advantage"},"received_date":"2026-09-20",)"
          R"("patient":{"birth_date":"1950-02-01"},"diagnoses":["M5450"],)"
          R"("lines":[{"code":"J1885","modifiers":["JZ","LT"],"pointers":[1,2,"X"],"ndc":{"qualifier":"N4"}}]})");
    CHECK(read_and_written(json) == json);
}

TEST_CASE("what cannot be parted is written whole") {
    Claim claim;
    Line& line = claim.lines.emplace_back();
    line.pointer_count = 1;
    line.pointers[0] = Line::unreadable_pointer;
    line.pointer_text = "1-2";
    CHECK(written(claim) == R"({"kind":"professional","lines":[{"pointers":["1-2"]}]})");
}

TEST_CASE("the declared class goes before the resolved one") {
    Claim claim;
    claim.payer.declared_class = "commercial";
    claim.payer.payer_class = PayerClass::medicare_advantage;
    CHECK(written(claim) == R"({"kind":"professional","payer":{"class":"commercial"}})");
}

TEST_CASE("bytes of an 837 that are no UTF-8 are written as Latin-1") {
    Claim claim;
    claim.id = "M\xFCller";
    CHECK(written(claim) == "{\"id\":\"M\xC3\xBCller\",\"kind\":\"professional\"}");
}

TEST_CASE("classes of payers have names") {
    for (std::size_t i = 0; i < payer_class_names.size(); ++i) {
        const auto payer_class = static_cast<PayerClass>(i);
        CHECK(read_payer_class(payer_class_name(payer_class)) == payer_class);
    }
    CHECK(read_payer_class(" Medicare_B ") == PayerClass::medicare_b);
    CHECK(read_payer_class("auto") == PayerClass::auto_insurance);
    CHECK(read_payer_class("") == PayerClass::unknown);
    CHECK(read_payer_class("medicare") == PayerClass::unknown);
}

TEST_CASE("classes of payers by claim filing indicator") {
    CHECK(class_of_filing_indicator("MB") == PayerClass::medicare_b);
    CHECK(class_of_filing_indicator("16") == PayerClass::medicare_advantage);
    CHECK(class_of_filing_indicator("MC") == PayerClass::medicaid);
    for (const auto code : {"CI", "BL", "HM", "FI", "11", "12", "13", "14", "15", "17", " ci "})
        CHECK(class_of_filing_indicator(code) == PayerClass::commercial);
    CHECK(class_of_filing_indicator("CH") == PayerClass::tricare);
    CHECK(class_of_filing_indicator("VA") == PayerClass::va);
    CHECK(class_of_filing_indicator("WC") == PayerClass::workers_comp);
    CHECK(class_of_filing_indicator("AM") == PayerClass::auto_insurance);
    for (const auto code : {"", "MA", "ZZ", "OF", "LM", "1"})
        CHECK(class_of_filing_indicator(code) == PayerClass::unknown);
}

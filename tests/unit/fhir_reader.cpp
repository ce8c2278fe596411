// SPDX-License-Identifier: Apache-2.0
// FHIR to claims: what each element becomes, by edition and by profile; what references lead to, before and behind; and
// what happens to files that are broken, huge or hostile.
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "fhir_elements.hpp"
#include "readers/fhir_directory.hpp"
#include "readers/fhir_element.hpp"
#include "unit/json_support.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

Reading read_fhir(std::string_view text, std::size_t chunk = std::size_t{1} << 20) {
    Reading reading;
    const auto reader = make_fhir_reader();
    std::uint64_t offset = 0;
    for (std::size_t at = 0; at < text.size(); at += chunk) {
        const std::string given(text.substr(at, chunk));   // an allocation of its own: reading past it is seen
        REQUIRE(reader->read(given, offset, reading) == given.size());
        offset += given.size();
    }
    reader->end({}, offset, reading);
    reading.end = reader->summary();
    CHECK(reading.end.format == "fhir");
    return reading;
}

std::string only_claim(std::string_view text) {
    const Reading reading = read_fhir(text);
    REQUIRE(reading.claims.size() == 1);
    CHECK(reading.end.claims == 1);
    return reading.claims[0];
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

constexpr std::string_view professional =
    R"("type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]})";

/// A Claim with these members besides.
std::string claim_with(std::string_view members) {
    return std::string(R"({"resourceType":"Claim","id":"c1",)")
        .append(professional)
        .append(",")
        .append(members)
        .append("}");
}

/// A Claim whose only item has these members besides its code.
std::string item_with(std::string_view members, std::string_view more = R"("x":1)") {
    return claim_with(
        std::string(more) +
        R"(,"item":[{"sequence":1,"productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"96372"}]},)" +
        std::string(members) + "}]");
}

std::string entry(std::string_view url, std::string_view resource) {
    return std::string(R"({"fullUrl":")").append(url).append(R"(","resource":)").append(resource).append("}");
}

std::string bundle(std::initializer_list<std::string> entries) {
    std::string text = R"({"resourceType":"Bundle","type":"collection","entry":[)";
    for (const std::string& one : entries) text.append(text.back() == '[' ? "" : ",").append(one);
    return text + "]}";
}

const std::string patient =
    R"({"resourceType":"Patient","id":"p","birthDate":"1950-02-01","gender":"female","identifier":[{"system":"http://hl7.org/fhir/sid/us-mbi","value":"1EG4TE5MK73"}]})";
const std::string coverage =
    R"({"resourceType":"Coverage","id":"v","subscriberId":"W1","type":{"coding":[{"system":"https://nahdo.org/sopt","code":"512"}]},"payor":[{"reference":"Organization/o"}]})";
const std::string payer =
    R"({"resourceType":"Organization","id":"o","name":"Acme Health","identifier":[{"system":"urn:payer","value":"60054"}],"address":[{"state":"WA"}]})";
const std::string practitioner =
    R"({"resourceType":"Practitioner","id":"d","identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}],"qualification":[{"code":{"coding":[{"system":"http://nucc.org/provider-taxonomy","code":"207Q00000X"}]}}]})";
const std::string referring = claim_with(
    R"("patient":{"reference":"Patient/p"},"insurance":[{"sequence":2,"focal":true,"coverage":{"reference":"urn:uuid:cov"},"preAuthRef":["PA1"]}],)"
    R"("provider":{"reference":"https://ehr.example/fhir/Practitioner/d/_history/3"},"item":[{"sequence":1,"productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"96372"}]}}])");
constexpr std::string_view resolved =
    R"({"id":"c1","kind":"professional","payer":{"name":"Acme Health","id":"60054","class":"commercial","sequence":"S","state":"WA"},)"
    R"("prior_authorization":"PA1","billing":{"npi":"1234567893","taxonomy":"207Q00000X","entity":"person"},)"
    R"("patient":{"id":"1EG4TE5MK73","birth_date":"1950-02-01","sex":"F"},"subscriber":{"id":"W1"},"lines":[{"line":1,"code":"96372"}]})";

}   // namespace

TEST_CASE("fhir: a whole R4 claim", "[fhir]") {
    CHECK(
        only_claim(R"({"resourceType":"Claim","id":"c1","status":"active","use":"claim",
 "identifier":[{"type":{"coding":[{"code":"PATNO"}]},"value":"A-1"}],
 "type":{"coding":[{"system":"http://example.org/other","code":"institutional"},{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]},
 "patient":{"identifier":{"value":"MRN7"}},"provider":{"type":"Organization","identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}},
 "insurer":{"display":"Acme","identifier":{"value":"60054"}},"facility":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1912301953"}},
 "related":[{"relationship":{"coding":[{"code":"replaces"}]},"claim":{"identifier":{"value":"ICN9"}}}],
 "careTeam":[{"sequence":1,"role":{"coding":[{"code":"supervising"}]},"provider":{"identifier":{"type":{"coding":[{"code":"npi"}]},"value":"1003000126"}}},
  {"sequence":2,"role":{"coding":[{"code":"primary"}]},"provider":{"reference":"Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1993999998"}},
  {"sequence":4,"role":{"coding":[{"code":"rendering"}]},"provider":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1346053246"}},
   "qualification":{"coding":[{"system":"https://bluebutton.cms.gov/resources/variables/prvdr_spclty","code":"11"},{"system":"http://nucc.org/provider-taxonomy","code":"207R00000X"}]}},
  {"sequence":7,"role":{"coding":[{"code":"rendering"}]},"provider":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1508887794"}}},
  {"sequence":8,"role":{"coding":[{"code":"referring"}]},"provider":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1750384806"}}},
  {"sequence":9,"role":{"coding":[{"code":"DK"}]},"provider":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1215920367"}}}],
 "supportingInfo":[{"sequence":1,"category":{"coding":[{"code":"clmrecvddate"}]},"timingDate":"2026-09-20"},
  {"sequence":2,"category":{"coding":[{"code":"info"}]},"valueString":"free text"},{"sequence":3,"category":{"coding":[{"code":"info"}]},"valueString":"of line 1"}],
 "diagnosis":[{"sequence":5,"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"D51.0"}]}},
  {"sequence":3,"type":[{"coding":[{"code":"principal"}]}],"diagnosisCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"1"},{"system":"http://hl7.org/fhir/sid/icd-10","code":"M54.50"}]}}],
 "insurance":[{"sequence":1,"focal":false,"coverage":{}},{"sequence":2,"focal":true,"coverage":{},"preAuthRef":["PA1","PA2"]}],
 "item":[{"sequence":10,"productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"96372"}],"text":"shot"},
   "modifier":[{"coding":[{"code":"59"}]},{"coding":[{"code":"LT"}]}],"quantity":{"value":1.000},"net":{"value":40.000},"servicedDate":"2026-09-15",
   "locationCodeableConcept":{"coding":[{"system":"https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set","code":"11"}]},
   "diagnosisSequence":[5,3],"careTeamSequence":[7],"informationSequence":[3],
   "detail":[{"sequence":1,"productOrService":{"coding":[{"system":"http://hl7.org/fhir/sid/ndc","code":"00409379501"}]},"quantity":{"value":2,"code":"mL"}}]},
  {"sequence":12,"productOrService":{"coding":[{"system":"https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"J1885"}]},
   "quantity":{"value":4},"unitPrice":{"value":3.25},"servicedPeriod":{"start":"2026-09-15","end":"2026-09-15"},
   "extension":[{"url":"http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-authorizationNumber","valueString":"L2"}]}],
 "total":{"value":53.00,"currency":"USD"}})") ==
        R"({"id":"A-1","kind":"professional","payer":{"name":"Acme","id":"60054","sequence":"S"},"received_date":"2026-09-20","frequency":"7","original_reference":"ICN9","prior_authorization":"PA1","total_charge":"53.00","note":"free text",)"
        R"("billing":{"npi":"1234567893","entity":"organization"},"rendering":{"npi":"1346053246","taxonomy":"207R00000X"},"supervising":{"npi":"1003000126"},"ordering":{"npi":"1215920367"},"referring":{"npi":"1750384806"},"facility":{"npi":"1912301953"},)"
        R"("patient":{"id":"MRN7"},"diagnoses":["M54.50","D51.0"],"lines":[)"
        R"({"line":10,"code":"96372","description":"shot","modifiers":["59","LT"],"units":"1.000","charge":"40.00","from":"2026-09-15","pos":"11","pointers":[2,1],"note":"of line 1","ndc":{"code":"00409379501","quantity":"2","unit":"ML"},"rendering":{"npi":"1508887794"}},)"
        R"({"line":12,"code":"J1885","units":"4","charge":"13.00","from":"2026-09-15","to":"2026-09-15","prior_authorization":"L2"}]})");
}

TEST_CASE("fhir: STU3 and DSTU2 have other names for the same", "[fhir]") {
    CHECK(
        only_claim(
            R"({"resourceType":"ExplanationOfBenefit","id":"e","type":{"coding":[{"system":"https://bluebutton.cms.gov/resources/codesystem/eob-type","code":"CARRIER"}]},
 "totalCost":{"value":40},"insurance":{"coverage":{"reference":"Coverage/part-b-1"}},"information":[{"sequence":1,"category":{"coding":[{"code":"info"}]},"code":{"coding":[{"system":"https://bluebutton.cms.gov/resources/variables/clm_freq_cd","code":"1"}]}}],
 "careTeam":[{"sequence":2,"provider":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}},"role":{"coding":[{"system":"http://hl7.org/fhir/claimcareteamrole","code":"primary"}]}}],
 "diagnosis":[{"sequence":2,"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-9-cm","code":"7245"}]}}],
 "item":[{"sequence":1,"careTeamLinkId":[2],"diagnosisLinkId":[2],"service":{"coding":[{"system":"https://bluebutton.cms.gov/resources/codesystem/hcpcs","code":"96372"}]},"servicedPeriod":{"start":"2026-09-15","end":"2026-09-15"},
  "locationCodeableConcept":{"coding":[{"system":"https://bluebutton.cms.gov/resources/variables/line_place_of_srvc_cd","code":"11"}]},
  "extension":[{"url":"https://bluebutton.cms.gov/resources/variables/line_ndc_cd","valueCoding":{"code":"00409379501"}}],
  "adjudication":[{"category":{"coding":[{"code":"https://bluebutton.cms.gov/resources/variables/line_coinsrnc_amt"}]},"amount":{"value":8}},{"category":{"coding":[{"code":"https://bluebutton.cms.gov/resources/variables/line_sbmtd_chrg_amt"}]},"amount":{"value":40}}]}]})") ==
        R"({"id":"e","kind":"professional","payer":{"class":"medicare_b"},"frequency":"1","total_charge":"40","rendering":{"npi":"1234567893"},"diagnoses":[{"code":"7245","version":"9"}],)"
        R"("lines":[{"line":1,"code":"96372","charge":"40","from":"2026-09-15","to":"2026-09-15","pos":"11","pointers":[1],"ndc":{"code":"00409379501"}}]})");
    CHECK(
        only_claim(
            R"({"resourceType":"Claim","id":"d","type":"professional","coverage":[{"sequence":1,"focal":true,"coverage":{"reference":"Coverage/1"},"preAuthRef":["PA"]}],
 "diagnosis":[{"sequence":1,"diagnosis":{"system":"http://hl7.org/fhir/sid/icd-10","code":"D51.0"}}],
 "item":[{"sequence":1,"type":{"code":"service"},"diagnosisLinkId":[1],"service":{"system":"http://www.ama-assn.org/go/cpt","code":"96372"},"serviceDate":"2026-09-15","modifier":[{"code":"59"}],"net":{"value":40}}]})") ==
        R"({"id":"d","kind":"professional","payer":{"sequence":"P"},"prior_authorization":"PA","diagnoses":["D51.0"],"lines":[{"line":1,"code":"96372","modifiers":["59"],"charge":"40","from":"2026-09-15","pointers":[1]}]})");
}

TEST_CASE("fhir: an institutional ExplanationOfBenefit of CARIN and of CMS", "[fhir]") {
    const std::string item =
        R"("item":[{"sequence":1,"revenue":{"coding":[{"system":"https://bluebutton.cms.gov/resources/variables/rev_cntr_ddctbl_coinsrnc_cd","code":"A"},{"system":"https://www.nubc.org/CodeSystem/RevenueCodes","code":"0636"}]},"productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"96372"}]},"adjudication":[{"category":{"coding":[{"code":"submitted"}]},"amount":{"value":40}}]}])";
    const std::string type =
        R"({"resourceType":"ExplanationOfBenefit","id":"e","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"institutional"}]},)";
    CHECK(
        only_claim(
            type +
            R"("supportingInfo":[{"sequence":1,"category":{"coding":[{"code":"typeofbill"}]},"code":{"coding":[{"system":"https://www.nubc.org/CodeSystem/TypeOfBill","code":"0137"}]}},{"sequence":2,"category":{"coding":[{"code":"patientaccountnumber"}]},"valueString":"ACC1"}],"total":[{"category":{"coding":[{"code":"benefit"}]},"amount":{"value":1}},{"category":{"coding":[{"code":"submitted"}]},"amount":{"value":40}}],)" +
            item + "}") ==
        R"({"id":"ACC1","kind":"institutional","frequency":"7","total_charge":"40","bill_type":"0137","lines":[{"line":1,"code":"96372","charge":"40","revenue_code":"0636"}]})");
    const std::string cms = only_claim(
        type +
        R"("facility":{"extension":[{"url":"https://bluebutton.cms.gov/resources/variables/clm_fac_type_cd","valueCoding":{"code":"1"}}]},"extension":[{"url":"https://bluebutton.cms.gov/resources/variables/clm_srvc_clsfctn_type_cd","valueCoding":{"code":"3"}}],"supportingInfo":[{"sequence":1,"code":{"coding":[{"system":"https://bluebutton.cms.gov/resources/variables/clm_freq_cd","code":"1"}]}}],"provider":{"identifier":{"system":"https://bluebutton.cms.gov/resources/variables/prvdr_num","value":"299999"}},"organization":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}},)" +
        item + "}");
    CHECK(holds(cms, R"("bill_type":"0131")"));
    CHECK(holds(cms, R"("billing":{"npi":"1234567893"})"));
    const auto hospital_with = [&](const std::string& code, const std::string& team) {
        return only_claim(
            type + R"("careTeam":[)" + team +
            R"(],"supportingInfo":[{"sequence":1,"code":{"coding":[{"system":"https://www.nubc.org/CodeSystem/TypeOfBill","code":")" +
            code + R"("}]}}],)" + item + "}");
    };
    // The same claim as an 837I's, where CLM05 is 13:A:1.
    CHECK(holds(hospital_with("131", ""), R"("frequency":"1")"));
    CHECK(holds(hospital_with("131", ""), R"("bill_type":"0131")"));
    CHECK(hospital_with("131", "") == hospital_with("0131", ""));
    const auto member = [](const std::string& role, const std::string& npi) {
        return R"({"sequence":1,"role":{"coding":[{"code":")" + role +
               R"("}]},"provider":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":")" + npi +
               R"("}}})";
    };
    CHECK(holds(hospital_with("131", member("attending", "1234567893")), R"("rendering":{"npi":"1234567893"})"));
    CHECK(holds(hospital_with("131", member("attending", "1234567893") + "," + member("rendering", "1245319599")),
                R"("rendering":{"npi":"1245319599"})"));
    CHECK_FALSE(holds(
        only_claim(item_with(R"("quantity":{"value":1})", R"("careTeam":[)" + member("attending", "1234567893") + "]")),
        "rendering"));
    const std::string carrier = only_claim(item_with(
        R"("quantity":{"value":1})",
        R"("provider":{"identifier":{"system":"https://bluebutton.cms.gov/resources/variables/carr_clm_blg_npi_num","value":"1234567893"}})"));
    CHECK(holds(carrier, R"("billing":{"npi":"1234567893"})"));
}

TEST_CASE("fhir: what references lead to stands before, behind, or inside", "[fhir]") {
    const std::string before =
        bundle({entry("https://ehr.example/fhir/Patient/p", patient), entry("urn:uuid:cov", coverage),
                entry("urn:uuid:x", payer), entry("https://ehr.example/fhir/Practitioner/d", practitioner),
                entry("urn:uuid:y", referring)});
    const std::string behind =
        bundle({entry("urn:uuid:y", referring), entry("https://ehr.example/fhir/Practitioner/d", practitioner),
                entry("urn:uuid:x", payer), entry("urn:uuid:cov", coverage),
                entry("https://ehr.example/fhir/Patient/p", patient)});
    for (const std::string& text : {before, behind, "[" + before + "]", bundle({R"({"resource":)" + behind + "}"})}) {
        INFO(text);
        for (const std::size_t chunk : {std::size_t{1}, std::size_t{50}, text.size()}) {
            const Reading reading = read_fhir(text, chunk);
            REQUIRE(reading.claims.size() == 1);
            CHECK(reading.claims[0] == resolved);
            CHECK(reading.findings.empty());
        }
    }
    const std::string inside = only_claim(claim_with(
        R"("contained":[{"resourceType":"Organization","id":"#org","identifier":[{"type":{"coding":[{"code":"npi"}]},"value":"1234567893"}]},)" +
        patient +
        R"(],"provider":{"reference":"#org"},"patient":{"reference":"#p"},"item":[{"productOrService":{"coding":[{"code":"96372"}]}}])"));
    CHECK(holds(inside, R"("billing":{"npi":"1234567893","entity":"organization"})"));
    CHECK(holds(
        inside,
        R"("patient":{"id":"1EG4TE5MK73","birth_date":"1950-02-01","sex":"F"},"subscriber":{"id":"1EG4TE5MK73"})"));
    // Another Bundle's Patient/p is another patient.
    const Reading two = read_fhir(before + "\n" + bundle({entry("urn:uuid:y", referring)}));
    REQUIRE(two.claims.size() == 2);
    CHECK_FALSE(holds(two.claims[1], "birth_date"));
    CHECK(two.says("References to a Patient lead to nothing in the file (claims: 1)"));
    CHECK(two.says("References to a provider lead to nothing in the file (claims: 1)"));
}

TEST_CASE("fhir: claims keep their order while one of them waits", "[fhir]") {
    std::string plain = item_with(R"("quantity":{"value":1})");
    plain.replace(plain.find("\"c1\""), 4, "\"c2\"");
    const Reading reading = read_fhir(bundle({entry("urn:uuid:y", referring), entry("urn:uuid:z", plain),
                                              R"({"resource":{"resourceType":"Claim","id":"c3",,}})",
                                              entry("https://ehr.example/fhir/Patient/p", patient)}),
                                      9);
    REQUIRE(reading.claims.size() == 3);
    CHECK(reading.claims[0].starts_with(R"({"id":"c1")"));
    CHECK(holds(reading.claims[0], R"("birth_date":"1950-02-01")"));
    CHECK(reading.claims[1].starts_with(R"({"id":"c2")"));
    CHECK(reading.claims[2].starts_with(R"({"id":"c3")"));
    CHECK(reading.says("claim 2 error SRC003"));
    CHECK(reading.end.complete);
}

TEST_CASE("fhir: a Bundle larger than a claim may be is not waited for, and each is read", "[fhir]") {
    // 40 binaries of a megabyte each, of which 64 KiB stay, and claims between them.
    const std::string text(std::size_t{1} << 20, 'A');
    Reading reading;
    const auto reader = make_fhir_reader();
    const auto feed = [&](const std::string& bytes) { CHECK(reader->read(bytes, 0, reading) == bytes.size()); };
    feed(R"({"resourceType":"Bundle","entry":[)");
    std::size_t seen_while_feeding = 0;
    for (int i = 0; i < 300; ++i) {
        feed(entry("urn:uuid:y", referring) + ",");
        feed(entry("urn:uuid:b", R"({"resourceType":"Binary","data":")" + text + "\"}") + ",");
        seen_while_feeding = reading.claims.size();
    }
    feed(entry("https://ehr.example/fhir/Patient/p", patient) + "]}");
    reader->end({}, 0, reading);
    CHECK(reader->summary().claims == 300);
    CHECK(reading.claims.size() == 300);
    CHECK(seen_while_feeding > 200);
    CHECK(reading.places.back().offset > (std::uint64_t{299} << 20));
    CHECK(reading.says("References to a Patient lead to nothing in the file (claims: 300)"));
}

TEST_CASE("fhir: no more than 5,000 claims wait, however small they are", "[fhir]") {
    std::string text = R"({"resourceType":"Bundle","entry":[)";
    for (int i = 0; i < 5'003; ++i) text += entry("urn:uuid:y", referring) + ",";
    Reading reading;
    const auto reader = make_fhir_reader();
    CHECK(reader->read(text, 0, reading) == text.size());
    CHECK(reading.claims.size() == 5'003);
    reader->end(entry("https://ehr.example/fhir/Patient/p", patient) + "]}", text.size(), reading);
    CHECK(reading.says("References to a Patient lead to nothing in the file (claims: 5003)"));
}

TEST_CASE("fhir: an attachment of any size is passed over, and what follows keeps its place", "[fhir]") {
    const std::string data(std::size_t{20} << 20, 'Q');
    const std::string text = item_with(
        R"("quantity":{"value":1})",
        R"("supportingInfo":[{"sequence":1,"category":{"coding":[{"code":"attachment"}]},"valueAttachment":{"data":")" +
            data + "\"}}]");
    for (const std::size_t chunk : {std::size_t{65'537}, text.size() * 3}) {
        const Reading reading = read_fhir(text + "\n" + text + "\n{\"resourceType\":\"Claim\",\"id\":\"c9\" x}", chunk);
        REQUIRE(reading.claims.size() == 3);
        CHECK(reading.claims[0] ==
              R"({"id":"c1","kind":"professional","lines":[{"line":1,"code":"96372","units":"1"}]})");
        CHECK(reading.places[1].offset == text.size() + 1);
        CHECK(reading.places[1].text_line == 2);
        CHECK(reading.says("is not JSON from byte " + std::to_string(2 * text.size() + 36)));
        CHECK(reading.findings.size() == 1);
    }
}

TEST_CASE("fhir: long texts keep their escapes and characters whole", "[fhir]") {
    for (const std::string_view unit : {"\\u00e9", "\xC3\xA9", "\\\"", "\\\\", "a\\n"}) {
        std::string note;
        while (note.size() < 200'000) note += unit;
        const std::string text = item_with(R"("quantity":{"value":1})", "\"text\":{\"div\":\"" + note + "\"}");
        const Reading reading = read_fhir(text, 4099);
        CHECK(reading.claims.size() == 1);
        CHECK(reading.findings.empty());
    }
}

TEST_CASE("fhir: one a line, in a list, with a mark before it, and none of it lost by a broken line", "[fhir]") {
    const std::string one = item_with(R"("quantity":{"value":1})");
    CHECK(read_fhir("\xEF\xBB\xBF" + one + "\r\n" + one + "\n").claims.size() == 2);
    CHECK(read_fhir("[" + one + "," + one + "]").claims.size() == 2);
    CHECK(read_fhir(R"({"resourceType":"Parameters","parameter":[{"name":"resource","resource":)" + one + "}]}")
              .claims.size() == 1);
    const Reading broken = read_fhir(one + "\n{\"resourceType\":\"ExplanationOfBenefit\",\"id\":\"b\",\"item\":[\n" +
                                     one + "\nnonsense\n" + one + "\n");
    CHECK(broken.end.claims == 4);
    CHECK(broken.claims.size() == 4);
    CHECK(broken.says("Claim 2 of the file is not JSON"));
    CHECK(broken.says("\"nonsense\" was passed over"));
    const Reading cut = read_fhir(bundle({entry("urn:uuid:y", one)}).substr(0, 200));
    CHECK(cut.end.claims == 1);
    CHECK_FALSE(cut.end.complete);
    CHECK(cut.says("The file ends inside claim 1"));
    const Reading odd = read_fhir("[7,{},{\"a\":1}]");
    CHECK(odd.end.claims == 3);
    CHECK(odd.says("is a number, not an object"));
    CHECK(odd.says("has none of a claim's keys"));
}

TEST_CASE("fhir: entries without a resource are none, and their count goes on", "[fhir]") {
    Reading reading;
    static std::uint32_t origin = 0;
    reading.on_claim = [](Claim& claim) { origin = claim.origin; };
    const auto reader = make_fhir_reader();
    const std::string text =
        bundle({R"({"request":{"method":"DELETE","url":"Claim/1"}})", R"({"response":{"status":"200"}})",
                entry("urn:uuid:y", item_with(R"("quantity":{"value":1})"))});
    reader->end(text, 0, reading);
    CHECK(reader->summary().claims == 1);
    CHECK(FhirOrigin::of(origin).entry == 2);
    CHECK(FhirOrigin::of(origin).in_bundle);
}

TEST_CASE("fhir: the values of an item, as senders write them", "[fhir]") {
    const auto line = [](std::string_view members, std::string_view more = R"("x":1)") {
        const std::string claim = only_claim(item_with(members, more));
        const auto at = claim.find("\"lines\":[") + 9;
        return claim.substr(at, claim.size() - at - 2);
    };
    const std::string code = R"({"line":1,"code":"96372",)";
    // Numbers as texts, nulls, bare numbers.
    CHECK(line(R"("quantity":{"value":"2"},"net":{"value":"40.00"})") == code + R"("units":"2","charge":"40.00"})");
    CHECK(line(R"("quantity":null,"modifier":null,"net":{"value":null})") == R"({"line":1,"code":"96372"})");
    // One modifier twice in two code systems; five in one concept.
    CHECK(line(R"("modifier":[{"coding":[{"system":"a","code":"59"},{"system":"b","code":"59"}]}])") ==
          code + R"("modifiers":["59"]})");
    CHECK(line(R"("modifier":[{"coding":[{"code":"A1"},{"code":"A2"},{"code":"A3"},{"code":"A4"},{"code":"A5"}]}])") ==
          code + R"("modifiers":["A1","A2","A3","A4"]})");
    // A price that does not come to whole cents is no charge; with a factor nobody knows.
    CHECK(line(R"("quantity":{"value":0.333},"unitPrice":{"value":1.01})") == code + R"("units":"0.333"})");
    CHECK(line(R"("quantity":{"value":9999999999},"unitPrice":{"value":9999999999.99})") ==
          code + R"("units":"9999999999"})");
    CHECK(line(R"("quantity":{"value":2},"factor":0.5,"unitPrice":{"value":10})") == code + R"("units":"2"})");
    // Drugs.
    CHECK(line(R"("extension":[{"url":"http://hl7.org/fhir/sid/ndc","valueCoding":{"code":"00409379501"}}])") ==
          code + R"("ndc":{"code":"00409379501"}})");
    // Days: the item's, else the claim's.
    CHECK(line(R"("quantity":{})", R"("billablePeriod":{"start":"2026-09-15","end":"2026-09-16"})") ==
          code + R"("from":"2026-09-15","to":"2026-09-16"})");
    CHECK(line(R"("servicedDate":"2026-09-15T10:20:00-05:00")") == code + R"("from":"2026-09-15T10:20:00-05:00"})");
    // A pointer to no diagnosis stays one; HL7's example places are none.
    CHECK(line(R"("diagnosisSequence":[9])") == code + R"("pointers":[1]})");
    CHECK(
        line(
            R"("locationCodeableConcept":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/ex-serviceplace","code":"19"}]})") ==
        R"({"line":1,"code":"96372"})");
}

TEST_CASE("fhir: blood counts of CMS's Observations are test results of their lines", "[fhir]") {
    const std::string observation =
        R"("contained":[{"resourceType":"Observation","id":"o1","code":{"coding":[{"system":"https://bluebutton.cms.gov/resources/variables/line_hct_hgb_type_cd","code":"R2"}]},"valueQuantity":{"value":31.2}}])";
    const std::string result = R"("measurements":[{"name":"hematocrit","value":"31.2"}])";
    CHECK(holds(
        only_claim(item_with(
            R"("informationSequence":[4])",
            observation +
                R"(,"supportingInfo":[{"sequence":4,"category":{"coding":[{"code":"info"}]},"valueReference":{"reference":"#o1"}}])")),
        result));
    CHECK(holds(
        only_claim(item_with(
            R"("extension":[{"url":"https://bluebutton.cms.gov/resources/variables/line_hct_hgb_rslt_num","valueReference":{"reference":"#o1"}}])",
            observation)),
        result));
    CHECK(holds(
        only_claim(item_with(
            R"("informationSequence":[1])",
            R"("supportingInfo":[{"sequence":1,"code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},"valueQuantity":{"value":9.4}}])")),
        R"("measurements":[{"name":"hemoglobin","value":"9.4"}])"));
}

TEST_CASE("fhir: the principal diagnosis given twice is one", "[fhir]") {
    const std::string claim = only_claim(item_with(
        R"("diagnosisSequence":[2,3])",
        R"("diagnosis":[{"sequence":1,"type":[{"coding":[{"code":"principal"}]}],"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"D51.0"}]}},{"sequence":2,"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"D51.0"}]}},{"sequence":3,"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E11.9"}]}}])"));
    CHECK(holds(claim, R"("diagnoses":["D51.0","E11.9"])"));
    CHECK(holds(claim, R"("pointers":[1,2])"));
}

TEST_CASE("fhir: limits are said, and hold", "[fhir]") {
    std::string diagnoses, items;
    for (int i = 1; i <= 150; ++i)
        diagnoses.append(i == 1 ? "" : ",")
            .append(R"({"sequence":)" + std::to_string(i) +
                    R"(,"diagnosisCodeableConcept":{"coding":[{"system":"icd-10","code":"D51.0"}]}})");
    for (int i = 1; i <= 10'050; ++i)
        items.append(i == 1 ? "" : ",").append(R"({"productOrService":{"coding":[{"code":"96372"}]}})");
    const Reading reading = read_fhir(claim_with("\"diagnosis\":[" + diagnoses + "],\"item\":[" + items + "]"));
    CHECK(reading.says("more than 99 diagnoses"));
    CHECK(reading.says("more than 9999 lines"));
    CHECK(reading.end.lines == 10'050);
    std::string values = R"({"resourceType":"Claim","id":"many","x":[)";
    for (std::size_t i = 0; i <= FhirTape::node_limit; ++i) values += "1,";
    CHECK(read_fhir(values + "1]}").says("more than 1048576 values"));
    CHECK(read_fhir(R"({"resourceType":"Claim","id":"deep","x":)" + std::string(70, '[') + std::string(70, ']') + "}")
              .says("nested deeper than 64"));
}

TEST_CASE("fhir: the table of references is bounded, and says when it is full", "[fhir]") {
    std::string text = R"({"resourceType":"Bundle","entry":[)";
    for (std::size_t i = 0; i <= FhirDirectory::resource_limit; ++i)
        text.append(R"({"resource":{"resourceType":"Patient","id":")").append(std::to_string(i)).append("\"}},");
    const Reading reading = read_fhir(
        text +
        entry("urn:uuid:y", item_with(R"("quantity":{"value":1})", R"("patient":{"reference":"Patient/19999"})")) +
        "]}");
    CHECK(reading.says("A Bundle has more patients, coverages and providers than are kept (20000"));
    REQUIRE(reading.claims.size() == 1);
    CHECK_FALSE(reading.says("References"));
}

TEST_CASE("fhir: bytes that are not UTF-8 are Latin-1, with a warning", "[fhir]") {
    const Reading reading = read_fhir(item_with(R"("quantity":{"value":1})", "\"patient\":{\"display\":\"Mu\xF1oz\"}"));
    CHECK(reading.claims.size() == 1);
    CHECK(reading.says("warning SRC003"));
}

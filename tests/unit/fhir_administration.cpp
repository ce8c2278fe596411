// SPDX-License-Identifier: Apache-2.0
// MedicationAdministrations as records: what R4, STU3 and R5 call each thing, and what a record finds out from the
// resources that it contains or that stand around it.
#include "readers/fhir_administration.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "writers/message.hpp"

using namespace deltoid;

namespace {

/// Each record as text, "name=value;" of what it says.
struct Records final : FhirAdministrationSink {
    std::vector<std::string> records;
    std::vector<std::string> troubles;

    void administration(const FhirAdministration& of) override {
        std::string text;
        const auto add = [&](const char* name, std::string_view value) {
            if (!value.empty()) text.append(name).append("=").append(value).append(";");
        };
        add("id", of.id);
        add("status", of.status);
        add("not_given", of.not_given_reason);
        add("patient", of.patient);
        add("member", of.patient_identifier);
        add("name", of.patient_name);
        add("born", of.birth_date);
        add("at", of.given_at);
        add("until", of.given_until);
        add("drug", of.drug);
        add("ndc", of.ndc);
        add("rxnorm", of.rxnorm);
        add("hcpcs", of.hcpcs);
        add("dose", of.dose);
        add("unit", of.dose_unit);
        add("text", of.dose_text);
        add("rate", of.rate);
        add("route", of.route);
        add("route_code", of.route_code);
        add("site", of.site);
        add("lot", of.lot);
        add("expires", of.expiration);
        add("by", of.performer);
        add("npi", of.performer_npi);
        add("role", of.performer_role);
        add("ordered_by", of.ordered_by);
        add("reason", of.reason);
        add("icd", of.reason_code);
        add("visit", of.encounter);
        add("claim", of.claim);
        add("note", of.note);
        if (of.in_bundle) add("entry", std::to_string(of.entry));
        add("byte", std::to_string(of.offset));
        records.push_back(text);
    }
    void trouble(const Finding& finding) override { troubles.push_back(message_of(finding)); }
};

Records read(std::string_view text, std::size_t chunk = std::size_t{1} << 20) {
    Records records;
    FhirAdministrationReader reader(records);
    for (std::size_t at = 0; at < text.size(); at += chunk) reader.read(std::string(text.substr(at, chunk)));
    reader.end();
    CHECK(reader.records() == records.records.size());
    return records;
}

constexpr std::string_view whole = R"({"resourceType":"MedicationAdministration","id":"ma1","identifier":[
  {"system":"http://clinic.example/mar","value":"MAR-7"},{"system":"http://clinic.example/claim-id","value":"A-1"}],
 "contained":[{"resourceType":"Medication","id":"med","code":{"coding":[
   {"system":"http://hl7.org/fhir/sid/ndc","code":"00409379501"},
   {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1665459","display":"ketorolac 30 MG/ML"}]},
   "batch":{"lotNumber":"K123","expirationDate":"2027-01-31"}},
  {"resourceType":"Practitioner","id":"rn","name":[{"family":"Lee"}],
   "identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}]},
  {"resourceType":"MedicationRequest","id":"rx","requester":{"display":"Dr Ruiz"}}],
 "status":"completed","medicationReference":{"reference":"#med"},
 "subject":{"reference":"Patient/9","identifier":{"value":"1EG4TE5MK73"}},"context":{"reference":"Encounter/4"},
 "effectiveDateTime":"2026-09-15T10:20:00-05:00",
 "performer":[{"function":{"text":"RN"},"actor":{"reference":"#rn"}}],
 "reasonCode":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"M54.50","display":"back pain"}]}],
 "request":{"reference":"#rx"},"note":[{"text":"tolerated well"}],
 "dosage":{"text":"60 mg IM left deltoid","site":{"text":"left deltoid"},
  "route":{"coding":[{"system":"http://snomed.info/sct","code":"78421000","display":"Intramuscular route"}]},
  "dose":{"value":60,"unit":"mg"}}})";

constexpr std::string_view whole_as_read =
    "id=MAR-7;status=completed;patient=Patient/9;member=1EG4TE5MK73;at=2026-09-15T10:20:00-05:00;"
    "drug=ketorolac 30 MG/ML;ndc=00409379501;rxnorm=1665459;dose=60;unit=mg;text=60 mg IM left deltoid;"
    "route=Intramuscular route;route_code=78421000;site=left deltoid;lot=K123;expires=2027-01-31;by=Lee;npi=1234567893;"
    "role=RN;ordered_by=Dr Ruiz;reason=back pain;icd=M54.50;visit=Encounter/4;claim=A-1;note=tolerated well;";

}   // namespace

TEST_CASE("fhir administration: every field of an R4 record", "[fhir]") {
    const Records got = read(whole);
    REQUIRE(got.records.size() == 1);
    CHECK(got.records[0] == std::string(whole_as_read) + "byte=0;");
    CHECK(got.troubles.empty());
}

TEST_CASE("fhir administration: what stands behind in the Bundle is found, however the bytes come", "[fhir]") {
    const std::string bundle =
        R"({"resourceType":"Bundle","entry":[)"
        R"({"resource":{"resourceType":"MedicationAdministration","id":"1","status":"completed",)"
        R"("medicationReference":{"reference":"urn:uuid:m"},"subject":{"reference":"Patient/9"},)"
        R"("performer":[{"actor":{"reference":"PractitionerRole/r"}}],)"
        R"("dosage":{"dose":{"value":1000,"code":"ug"}}}},)"
        R"({"fullUrl":"https://ehr.example/Patient/9","resource":{"resourceType":"Patient","id":"9",)"
        R"("birthDate":"1950-02-01","identifier":[{"value":"MRN9"}],"name":[{"text":"Ann Roe"}]}},)"
        R"({"fullUrl":"urn:uuid:m","resource":{"resourceType":"Medication","code":{"text":"B12",)"
        R"("coding":[{"system":"https://www.cms.gov/hcpcs","code":"J3420"}]},"batch":{"lotNumber":"L9"}}},)"
        R"({"resource":{"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"Practitioner/p"}}},)"
        R"({"resource":{"resourceType":"Practitioner","id":"p","name":[{"text":"Jo Day"}],)"
        R"("identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}]}}]})";
    const std::string wanted =
        "id=1;status=completed;patient=Patient/9;member=MRN9;name=Ann "
        "Roe;born=1950-02-01;drug=B12;hcpcs=J3420;dose=1000;"
        "unit=ug;lot=L9;by=Jo Day;npi=1234567893;entry=0;byte=34;";
    for (const std::size_t chunk : {1U, 7U, 64U, 1U << 20}) {
        const Records got = read(bundle, chunk);
        REQUIRE(got.records.size() == 1);
        CHECK(got.records[0] == wanted);
    }
}

TEST_CASE("fhir administration: the names of STU3 and R5", "[fhir]") {
    const Records got = read(
        R"({"resourceType":"MedicationAdministration","notGiven":true,"reasonNotGiven":[{"text":"refused"}],)"
        R"("effectivePeriod":{"start":"2026-09-15T10:20","end":"2026-09-15T10:30"},"practitioner":{"display":"A. Nurse"},)"
        R"("medicationCodeableConcept":{"text":"ceftriaxone"},"dosage":{"rateQuantity":{"value":100,"unit":"mL/h"}}})"
        "\n"
        R"({"resourceType":"MedicationAdministration","status":"completed","occurenceDateTime":"2026-09-16",)"
        R"("medication":{"concept":{"coding":[{"system":"http://hl7.org/fhir/sid/ndc","code":"1-2-3"}]}},)"
        R"("performer":[{"actor":{"reference":{"display":"B. Nurse"}}}],"reason":[{"concept":{"text":"pain"}}],)"
        R"("dosage":{"extension":[{"url":"http://x/lotNumber","valueString":"77"}]}})");
    REQUIRE(got.records.size() == 2);
    CHECK(got.records[0] ==
          "status=not-done;not_given=refused;at=2026-09-15T10:20;until=2026-09-15T10:30;drug=ceftriaxone;"
          "rate=100 mL/h;by=A. Nurse;byte=0;");
    CHECK(got.records[1].starts_with(
        "status=completed;at=2026-09-16;drug=1-2-3;ndc=1-2-3;lot=77;by=B. Nurse;reason=pain;"));
}

TEST_CASE("fhir administration: what cannot be read has a sentence, and the next is read", "[fhir]") {
    const Records got =
        read("{\"resourceType\":\"MedicationAdministration\",\"id\":\n" + std::string(whole) + "\n" +
             std::string(R"({"resourceType":"Patient"})") + "\n{\"resourceType\":\"MedicationAdministration\"");
    REQUIRE(got.records.size() == 1);
    REQUIRE(got.troubles.size() == 2);
    CHECK(got.troubles[0].starts_with("A MedicationAdministration of the file cannot be read from byte "));
    CHECK(got.troubles[1].starts_with("A MedicationAdministration of the file cannot be read from byte "));
}

TEST_CASE("fhir administration: a photograph of a gigabyte is not held", "[fhir]") {
    Records records;
    FhirAdministrationReader reader(records);
    reader.read(R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Binary","data":")");
    const std::string data(std::size_t{1} << 20, 'A');
    for (int i = 0; i < 40; ++i) reader.read(data);   // over the size of a claim
    reader.read(R"("}},{"resource":)" + std::string(whole) + "}]}");
    reader.end();
    CHECK(records.troubles.empty());
    REQUIRE(records.records.size() == 1);
    CHECK(records.records[0].ends_with("byte=" + std::to_string((std::uint64_t{40} << 20) + 83) + ";"));
}

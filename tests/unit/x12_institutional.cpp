// SPDX-License-Identifier: Apache-2.0
// Where each item of an institutional claim is found in an 837I, and what must not be taken for it.
#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <string>

#include "bill_types.hpp"
#include "support/samples.hpp"
#include "ub04.hpp"
#include "unit/x12_files.hpp"
#include "unit/x12_recorder.hpp"

using namespace deltoid;
using namespace x12_test;

namespace {

const char* const provider = R"(
    HL*1**20*1
    PRV*BI*PXC*282N00000X
    NM1*85*2*EXAMPLE HOSPITAL*****XX*1234567893)";
const char* const patient = R"(
    HL*2*1*22*0
    SBR*P*18*******MB
    NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73
    DMG*D8*19640201*F
    NM1*PR*2*MEDICARE*****PI*04411)";
const char* const head = R"(
    CLM*I-1*52***13:A:7**A*Y*Y
    REF*F8*ICN1)";
const char* const lines = R"(
    LX*1
    SV2*0510*HC:96372*40*UN*1
    LX*2
    SV2*0636*HC:J1885:JZ*12*UN*4)";

std::string file_with(std::initializer_list<std::string_view> claim) {
    std::string body = std::string(provider) + patient;
    for (const std::string_view part : claim) body += part;
    return write(interchange_of({set_of(body, "0001", "005010X223A2")}, "005010X223A2"));
}

/// Checks the one claim that these parts make, in one piece and byte by byte.
void with_claim(std::initializer_list<std::string_view> parts,
                std::function<void(const Claim&, std::span<const Finding>)> check) {
    const std::string text = file_with(parts);
    for (const std::size_t piece : {text.size(), std::size_t{1}}) {
        Look look(check);
        const auto reader = make_x12_reader();
        feed(*reader, text, piece, look);
        REQUIRE(look.claims == 1);
        CHECK(look.troubles == 0);
        CHECK(reader->summary().claims == 1);
        CHECK(reader->summary().format == "837I");
    }
}

}   // namespace

TEST_CASE("CLM05 of an 837I is a type of bill, not a place of service", "[x12]") {
    with_claim({head, lines}, [](const Claim& claim, std::span<const Finding> troubles) {
        CHECK(ids(troubles).empty());
        CHECK(claim.kind == Kind::institutional);
        CHECK(claim.bill_type == "0137");
        CHECK(claim.frequency == "7");
        CHECK(claim.original_reference == "ICN1");
        CHECK(claim.pos.empty());
        // Its place is that of CLM05, though the text is put together.
        const Place clm05 = locate(claim, claim.bill_type);
        CHECK(clm05.offset == locate(claim, claim.source).offset + std::string_view("CLM*I-1*52***").size());
        CHECK(clm05.segment == locate(claim, claim.source).segment);
    });
    with_claim({replaced(head, "13:A:7", "13"), lines}, [](const Claim& claim, std::span<const Finding>) {
        CHECK(claim.bill_type == "13");
        CHECK(claim.frequency.empty());
    });
}

TEST_CASE("SV2: revenue code first, the charge is its third element, the code may be absent", "[x12]") {
    const char* const more = R"(
        LX*3
        SV2*0120**980*DA*2*490
        LX*4
        SV2*0022*HP:AAA10*0*UN*1)";
    with_claim({head, lines, more}, [](const Claim& claim, std::span<const Finding> troubles) {
        CHECK(ids(troubles).empty());
        REQUIRE(claim.lines.size() == 4);
        CHECK(claim.lines[0].revenue_code == "0510");
        CHECK(claim.lines[0].code == "96372");
        CHECK(claim.lines[0].charge.value == 4000);
        CHECK(claim.lines[0].units.value == 1000);
        CHECK(claim.lines[0].unit_type == "UN");
        CHECK(claim.lines[0].pointer_count == 0);
        CHECK(claim.lines[0].pos.empty());
        CHECK(claim.lines[1].code == "J1885");
        REQUIRE(claim.lines[1].modifier_count == 1);
        CHECK(claim.lines[1].modifiers[0] == "JZ");
        CHECK(claim.lines[2].code.empty());
        CHECK(claim.lines[2].charge.value == 98000);
        CHECK(claim.lines[2].unit_type == "DA");
        CHECK(claim.lines[2].units.value == 2000);
        CHECK(claim.lines[3].code.empty());   // a rate code prices a stay: no service
        CHECK(claim.lines[3].revenue_code == "0022");
    });
}

TEST_CASE("HI of an 837I: principal, other and external-cause codes are the claim's diagnoses", "[x12]") {
    const char* const codes = R"(
        HI*ABK:M5450:::::::Y
        HI*ABJ:R109
        HI*APR:R52*APR:R51
        HI*ABN:W19XXXA
        HI*DR:552
        HI*ABF:E119:::::::N*ABF:I10
        HI*BBR:3E0233Z:D8:20260915
        HI*BI:74:RD8:20260915-20260915
        HI*BH:11:D8:20260915
        HI*BE:48:::10.2*BE:49:::31.5*BE:A1:::100
        HI*BG:09
        HI*TC:ABC)";
    with_claim({head, codes, lines}, [](const Claim& claim, std::span<const Finding> troubles) {
        CHECK(ids(troubles).empty());
        std::string text;
        for (const Diagnosis& diagnosis : claim.diagnoses)
            text.append(diagnosis.code).append(diagnosis.icd9 ? "9 " : " ");
        CHECK(text == "M5450 W19XXXA E119 I10 ");
        REQUIRE(claim.measurements.size() == 2);
        CHECK(claim.measurements[0].name == "hemoglobin");
        CHECK(claim.measurements[0].value == "10.2");
        CHECK(claim.measurements[1].name == "hematocrit");
        CHECK(claim.measurements[1].value == "31.5");
    });
}

TEST_CASE("a line without a date has the statement's when that is one day", "[x12]") {
    const auto first_day = [](std::string_view statement, std::string_view wanted) {
        INFO(statement);
        with_claim({head, "\nDTP*434*", statement, lines}, [&](const Claim& claim, std::span<const Finding> troubles) {
            CHECK(ids(troubles).empty());
            REQUIRE(claim.lines.size() == 2);
            CHECK(claim.lines[0].from.text == wanted);
            CHECK(claim.lines[1].from.text == wanted);
            CHECK(claim.lines[1].to.absent());
        });
    };
    first_day("RD8*20260915-20260915", "20260915");
    first_day("D8*20260915", "20260915");
    first_day("RD8*20260914-20260915", "");
    first_day("RD8*20260915-", "");
    first_day("RD8*20261315-20261315", "");
    first_day("RD8*", "");
    // A date of its own counts more.
    with_claim({head, "\nDTP*434*RD8*20260915-20260915", lines, "\nDTP*472*D8*20260914"},
               [](const Claim& claim, std::span<const Finding>) {
                   CHECK(claim.lines[0].from.text == "20260915");
                   CHECK(claim.lines[1].from.text == "20260914");
               });
}

TEST_CASE("the attending practitioner rendered what nobody else is named for", "[x12]") {
    const char* const attending = R"(
        NM1*71*1*ROE*RICHARD****XX*1111111112
        PRV*AT*PXC*207R00000X
        NM1*72*1*LEE*ANN****XX*1222222223
        NM1*ZZ*1*FOX*ANN****XX*1333333334
        NM1*77*2*ANNEX*****XX*1444444445
        NM1*DN*1*DAY*MO****XX*1555555556)";
    with_claim({head, attending, lines}, [](const Claim& claim, std::span<const Finding> troubles) {
        CHECK(ids(troubles).empty());
        CHECK(claim.rendering.npi == "1111111112");
        CHECK(claim.rendering.taxonomy == "207R00000X");
        CHECK(claim.facility.npi == "1444444445");
        CHECK(claim.referring.npi == "1555555556");
    });
    const char* const other = R"(
        NM1*82*1*KIM*JO****XX*1666666667)";
    const char* const of_line = R"(
        NM1*72*1*LEE*ANN****XX*1222222223
        NM1*82*1*MAY*JO****XX*1777777778)";
    with_claim({head, attending, other, lines, of_line}, [](const Claim& claim, std::span<const Finding>) {
        CHECK(claim.rendering.npi == "1666666667");
        CHECK(claim.rendering.taxonomy.empty());
        CHECK(claim.lines[0].rendering.npi.empty());
        CHECK(claim.lines[1].rendering.npi == "1777777778");
    });
}

TEST_CASE("999 lines and a drug's NDC in 2410", "[x12]") {
    std::string many;
    for (int i = 1; i <= 999; ++i)
        many += "\nLX*" + std::to_string(i) + "\nSV2*0636*HC:J1885*1*UN*1\nLIN**N4*00409379501\nCTP****2*ML";
    with_claim({head, many}, [](const Claim& claim, std::span<const Finding> troubles) {
        CHECK(ids(troubles).empty());
        REQUIRE(claim.lines.size() == 999);
        CHECK(claim.lines[998].ndc.code == "00409379501");
        CHECK(claim.lines[998].ndc.quantity.value == 2000);
        CHECK(claim.lines[998].ndc.unit == "ML");
    });
}

TEST_CASE("workers find in an 837I what one reader finds", "[x12]") {
    std::string body = provider;
    for (int i = 0; i < 40; ++i) {
        body += patient;
        body += replaced(head, "I-1", "I-" + std::to_string(i));
        body += i % 3 == 0 ? "\nDTP*434*RD8*20260915-20260915\nHI*ABK:M5450\nHI*BE:49:::31" : "\nHI*ABK:M5450";
        body += lines;
        if (i % 7 == 0) body += "\nSV2*0250**5*UN*1";   // without its LX
    }
    const std::string text = write(interchange_of({set_of(body, "0001", "005010X223A2")}, "005010X223A2"));
    const Recorder whole = record(text);
    CHECK(whole.claims == 40);
    for (const std::size_t block : {std::size_t{1}, std::size_t{700}, std::size_t{5000}})
        CHECK(record_cut(text, block, 300).text == whole.text);
    CHECK(record(text, 1).text == whole.text);
}

TEST_CASE("types of bill, with and without the zero", "[claim]") {
    CHECK(facility_of_bill("0131") == "13");
    CHECK(facility_of_bill("131") == "13");
    CHECK(facility_of_bill("13") == "13");
    CHECK(facility_of_bill(" 085X ") == "85");
    for (const std::string_view none : {"", "1", "1A1", "1311", "00131", "outpatient"}) {
        INFO(none);
        CHECK(facility_of_bill(none).empty());
    }
    const auto type = [](std::string_view text) {
        Claim claim;
        claim.bill_type = text;
        return bill_type_of(claim);
    };
    CHECK(type("0131") == BillType::outpatient);
    CHECK(type("") == BillType::outpatient);
    CHECK(type("0851") == BillType::critical_access);
    CHECK(type("711") == BillType::clinic);
    CHECK(type("0771") == BillType::clinic);
    CHECK(type("0111") == BillType::other);
    CHECK(type("nonsense") == BillType::other);
}

TEST_CASE("the frequency of a claim that is typed stands in its type of bill", "[claim]") {
    const auto frequency = [](std::string_view bill_type, std::string_view own) {
        Claim claim;
        claim.kind = Kind::institutional;
        claim.bill_type = bill_type;
        claim.frequency = own;
        settle_frequency(claim);
        return std::string(claim.frequency);
    };
    CHECK(frequency("0137", "") == "7");
    CHECK(frequency("138", "") == "8");
    CHECK(frequency("0131", "7") == "7");
    CHECK(frequency("13", "").empty());
    CHECK(frequency("", "").empty());
}

TEST_CASE("a message says the UB-04's places on a claim of an institution", "[messages]") {
    CHECK(with_form_locators("Line {line}: {code} (box 24D).") == "Line {line}: {code} (FL 44).");
    CHECK(with_form_locators("Check both (boxes 24A and 24D).") == "Check both (FL 45 and 44).");
    CHECK(with_form_locators("(boxes 3 and 21). In box 24G.") == "(FL 10-11 and 67). In FL 46.");
    CHECK(with_form_locators("a number (box {box})") == "a number ({box})");
    CHECK(with_form_locators("(shaded part of box 24)") == "(FL 43)");
    CHECK(with_form_locators("(SV101-7, box 19)") == "(SV202-7, FL 80)");
    CHECK(with_form_locators("the practice's box") == "the facility's box");
    CHECK(with_form_locators("").empty());
    CHECK(box_of(Field::line_modifiers, Kind::professional) == "24D");
    CHECK(box_of(Field::line_modifiers, Kind::institutional) == "FL 44");
    CHECK(x12_of(Field::line_units, Kind::institutional) == "2400 SV205");
    CHECK(x12_of(Field::payer_state, Kind::institutional) == "2010BB N402");
    CHECK(box_of(Field::pos, Kind::institutional).empty());
}

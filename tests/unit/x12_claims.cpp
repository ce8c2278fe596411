// SPDX-License-Identifier: Apache-2.0
// Where each item of a claim is found in an 837P, and what must not be taken for it.
#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <string>

#include "unit/x12_files.hpp"
#include "unit/x12_recorder.hpp"

using namespace deltoid;
using namespace x12_test;

namespace {

void with_claims(const std::vector<std::string>& segments, std::size_t expected,
                 std::function<void(const Claim&, std::span<const Finding>)> check, const Style& style = {}) {
    const std::string text = write(segments, style);
    Look look(std::move(check));
    const auto reader = make_x12_reader();
    feed(*reader, text, text.size(), look);
    REQUIRE(look.claims == expected);
    REQUIRE(reader->summary().claims == expected);
}

/// Checks the one claim of a file of this body.
void with_claim(std::initializer_list<std::string_view> body,
                std::function<void(const Claim&, std::span<const Finding>)> check) {
    with_claims(file_of(text_of(body)), 1, std::move(check));
}

}   // namespace

TEST_CASE("a plain claim is read whole", "[x12]") {
    const std::string text = write(plain_file());
    Look look([&](const Claim& claim, std::span<const Finding> troubles) {
        CHECK(ids(troubles).empty());
        CHECK(claim.kind == Kind::professional);
        CHECK(claim.id == "A-1");
        CHECK(claim.index == 0);
        CHECK(claim.has_place);
        CHECK(claim.total_charge.value == 17200);
        CHECK(claim.pos == "11");
        CHECK(claim.frequency == "1");
        CHECK(claim.billing.npi == "1234567893");
        CHECK(claim.billing.taxonomy == "207Q00000X");
        CHECK(claim.billing.entity == "organization");
        CHECK(claim.rendering.npi == "1234567893");
        CHECK(claim.rendering.taxonomy == "207Q00000X");
        CHECK(claim.rendering.entity == "person");
        CHECK(claim.payer.name == "MEDICARE PART B");
        CHECK(claim.payer.id == "04402");
        CHECK(claim.payer.filing_indicator == "MB");
        CHECK(claim.payer.sequence == "P");
        CHECK(claim.payer.state == "PA");
        CHECK(claim.subscriber_id == "1EG4TE5MK73");
        CHECK(claim.patient.id.empty());
        CHECK(claim.patient.birth_date.value == Day::of(1964, 2, 1));
        CHECK(claim.patient.sex == "F");
        REQUIRE(claim.diagnoses.size() == 1);
        CHECK(claim.diagnoses[0].code == "M5450");
        CHECK_FALSE(claim.diagnoses[0].icd9);
        REQUIRE(claim.lines.size() == 3);
        CHECK(claim.lines[0].code == "99213");
        CHECK(claim.lines[0].modifiers[0] == "25");
        CHECK(claim.lines[0].modifier_count == 1);
        CHECK(claim.lines[1].number == "2");
        CHECK(claim.lines[1].code == "96372");
        CHECK(claim.lines[1].charge.value == 4000);
        CHECK(claim.lines[1].units.value == 1000);
        CHECK(claim.lines[1].unit_type == "UN");
        CHECK(claim.lines[1].from.value == Day::of(2026, 9, 15));
        CHECK(claim.lines[1].to.absent());
        CHECK(claim.lines[1].pointer_count == 1);
        CHECK(claim.lines[1].pointers[0] == 1);
        CHECK(claim.lines[1].source == "SV1*HC:96372*40*UN*1***1");
        CHECK(claim.source.substr(0, 7) == "CLM*A-1");
        CHECK(claim.source.substr(claim.source.size() - 20) == "DTP*472*D8*20260915~");

        // Places: of the claim itself and of the loops above it.
        const auto check_place = [&](std::string_view value, std::string_view segment) {
            const Place place = locate(claim, value);
            CHECK(text.substr(place.offset, value.size()) == value);
            const std::size_t begin = text.rfind('\n', place.offset) + 1;
            CHECK(text.substr(begin, segment.size()) == segment);
            CHECK(place.text_line == static_cast<std::uint32_t>(std::count(
                                         text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) +
                                         1);
            CHECK(place.segment == place.text_line);
        };
        check_place(claim.lines[1].code, "SV1*HC:96372");
        check_place(claim.id, "CLM*");
        check_place(claim.billing.npi, "NM1*85");
        check_place(claim.payer.id, "NM1*PR");
        check_place(claim.subscriber_id, "NM1*IL");
        check_place(claim.patient.sex, "DMG");
    });
    const auto reader = make_x12_reader();
    feed(*reader, text, text.size(), look);
    CHECK(look.claims == 1);
    const InputEnd end = reader->summary();
    CHECK(end.format == "837P");
    CHECK(end.claims == 1);
    CHECK(end.lines == 3);
    CHECK(end.complete);
    CHECK(end.made == Day::of(2026, 9, 16));
}

TEST_CASE("dependents are told apart by their name", "[x12]") {
    const std::string_view parent = R"(
        HL*2*1*22*1
        SBR*P********CI
        NM1*IL*1*DOE*JANE****MI*M-1
        DMG*D8*19640201*F
        NM1*PR*2*PLAN*****PI*12345)";
    const std::string_view child = R"(
        HL*3*2*23*0
        PAT*19
        NM1*QC*1*DOE*JIM*A*
        DMG*D8*20150102*M)";
    const std::string_view adult = R"(
        HL*4*1*22*0
        SBR*P*18*******CI
        NM1*IL*1*ROE*ANN****MI*M-2
        DMG*D8*19700101*F
        PAT*****D8*20260920)";
    int number = 0;
    const auto check = [&](const Claim& read, std::span<const Finding> troubles) {
        CHECK(ids(troubles).empty());
        ++number;
        if (number == 1) {   // the subscriber's own, before the child's
            CHECK(read.patient.id.empty());
            CHECK(read.patient.birth_date.value == Day::of(1964, 2, 1));
        } else if (number == 2) {
            CHECK(read.patient.id == "DOE*JIM*A");
            CHECK(read.subscriber_id == "M-1");
            CHECK(read.patient.birth_date.value == Day::of(2015, 1, 2));
            CHECK(read.patient.sex == "M");
            CHECK(read.payer.id == "12345");
        } else if (number == 4) {   // a new subscriber forgets patient and payer
            CHECK(read.patient.id.empty());
            CHECK(read.subscriber_id == "M-2");
            CHECK(read.payer.id.empty());
            CHECK(read.patient.sex == "F");
            CHECK(read.patient.death_date.value == Day::of(2026, 9, 20));
        }
        CHECK(read.billing.npi == "1234567893");
        CHECK(read.index == static_cast<std::uint32_t>(number - 1));
    };
    with_claims(file_of(text_of({billing, parent, one_claim, child, one_claim, one_claim, adult, one_claim})), 4,
                check);
}

TEST_CASE("a referral number stands in box 23 unless an authorization does", "[x12]") {
    const auto number_of = [](std::string_view of_claim, std::string_view of_line, std::string_view wanted) {
        const std::string text = "CLM*A-1*40***11:B:1*Y*A*Y*Y\n" + std::string(of_claim) +
                                 "HI*ABK:M5450\nLX*1\nSV1*HC:96372*40*UN*1***1\n" + "DTP*472*D8*20260915\n" +
                                 std::string(of_line);
        with_claim({billing, subscriber, text}, [&](const Claim& read, auto&&...) {
            CHECK(std::string(read.prior_authorization) + "/" + std::string(read.lines[0].prior_authorization) ==
                  wanted);
        });
    };
    number_of("REF*9F*REFERRAL\n", "", "REFERRAL/");
    number_of("REF*9F*REFERRAL\nREF*G1*AUTH\n", "", "AUTH/");
    number_of("REF*G1*AUTH\nREF*9F*REFERRAL\n", "", "AUTH/");
    number_of("", "REF*9F*REFERRAL\n", "/REFERRAL");
    number_of("REF*9F*ONE\n", "REF*9F*REFERRAL\nREF*G1*AUTH\n", "ONE/AUTH");
    number_of("", "", "/");
}

TEST_CASE("other payers' parties and numbers are not the claim's", "[x12]") {
    with_claim({billing, subscriber, R"(
        CLM*A-1*40***11:B:7*Y*A*Y*Y
        REF*F8*ORIGINAL
        REF*G1*AUTH
        REF*D9*TRACE
        NTE*ADD*given by nurse
        HI*ABK:J0190*ABF:J209*ABF:M5450
        HI*BG:01
        NM1*DN*1*REF*ONE****XX*1111111112
        NM1*82*1*ROE*RICHARD****XX*1234567893
        PRV*PE*PXC*207Q00000X
        NM1*77*2*ANNEX*****XX*3333333334
        NM1*DQ*1*SUPER*VISOR****XX*2222222223
        SBR*S*18*******CI
        CAS*CO*45*10
        AMT*D*20
        OI***Y***Y
        NM1*IL*1*DOE*JOHN****MI*OTHER
        NM1*PR*2*OTHER PLAN*****PI*88888
        REF*F8*NOT THIS
        REF*G1*NOR THIS
        NM1*82*1
        REF*G2*X
        SBR*T*18*******CI
        NM1*PR*2*THIRD PLAN*****PI*99999
        LX*1
        SV1*HC:96372*40*UN*1*22**1:2:3:4*Y
        DTP*472*RD8*20260915-20260916
        REF*6R*LINE-1
        REF*G1*LINE AUTH
        NTE*ADD*line note
        NM1*82*1*LINE*DOCTOR****XX*4444444445
        PRV*PE*PXC*363LF0000X
        REF*G2*Y
        NM1*DK*1*ORDER*ER****XX*5555555556
        SVD*88888*20*HC:96372**1
        CAS*PR*1*20
        DTP*573*D8*20260920
        LX*2
        SV1*HC:J3301*.5*UN*12.4
        DTP*472*D8*20260915
        LIN**N4*00003029305
        CTP****1.5*ML
        REF*XZ*RX1
        MEA*OG*R2*31.2)"},
               [](const Claim& read, std::span<const Finding> troubles) {
                   CHECK(ids(troubles).empty());
                   CHECK(read.frequency == "7");
                   CHECK(read.original_reference == "ORIGINAL");
                   CHECK(read.prior_authorization == "AUTH");
                   CHECK(read.note == "given by nurse");
                   CHECK(read.subscriber_id == "1EG4TE5MK73");
                   CHECK(read.payer.id == "04402");
                   CHECK(read.payer.sequence == "P");
                   CHECK(read.rendering.npi == "1234567893");
                   CHECK(read.referring.npi == "1111111112");
                   CHECK(read.facility.npi == "3333333334");
                   CHECK(read.supervising.npi == "2222222223");
                   CHECK(read.ordering.npi == "5555555556");
                   REQUIRE(read.diagnoses.size() == 3);
                   CHECK(read.diagnoses[1].code == "J209");
                   REQUIRE(read.lines.size() == 2);
                   CHECK(read.lines[0].pos == "22");
                   CHECK(read.lines[0].pointer_count == 4);
                   CHECK(read.lines[0].from.value == Day::of(2026, 9, 15));
                   CHECK(read.lines[0].to.value == Day::of(2026, 9, 16));
                   CHECK(read.lines[0].control_number == "LINE-1");
                   CHECK(read.lines[0].prior_authorization == "LINE AUTH");
                   CHECK(read.lines[0].note == "line note");
                   CHECK(read.lines[0].rendering.npi == "4444444445");
                   CHECK(read.lines[0].rendering.taxonomy == "363LF0000X");
                   CHECK(read.lines[1].code == "J3301");
                   CHECK(read.lines[1].charge.value == 50);
                   CHECK(read.lines[1].units.value == 12400);
                   CHECK(read.lines[1].ndc.code == "00003029305");
                   CHECK(read.lines[1].ndc.qualifier == "N4");
                   CHECK(read.lines[1].ndc.quantity.value == 1500);
                   CHECK(read.lines[1].ndc.unit == "ML");
                   REQUIRE(read.measurements.size() == 1);
                   CHECK(read.measurements[0].line == 1);
                   CHECK(read.measurements[0].name == "hematocrit");
                   CHECK(read.measurements[0].value == "31.2");
               });
}

TEST_CASE("procedures, modifiers and pointers", "[x12]") {
    const auto with_service = [](std::string_view sv1, std::function<void(const Line&, std::string)> check) {
        const std::string text = "LX*1\n" + std::string(sv1) + "\nDTP*472*D8*20260915";
        with_claim({billing, subscriber, clm, "HI*ABK:M5450", text},
                   [&](const Claim& read, std::span<const Finding> troubles) {
                       REQUIRE(read.lines.size() == 1);
                       check(read.lines[0], ids(troubles));
                   });
    };
    with_service("SV1*HC:99213::25::59*15*UN*1***1:2", [](const Line& line, const std::string& said) {
        CHECK(said.empty());
        CHECK(line.modifier_count == 2);
        CHECK(line.modifiers[0] == "25");
        CHECK(line.modifiers[1] == "59");
    });
    with_service("SV1*HC:J3490:JZ::::DRUG NAME*15*UN*1***1", [](const Line& line, const std::string& said) {
        CHECK(said.empty());
        CHECK(line.modifier_count == 1);
        CHECK(line.description == "DRUG NAME");
    });
    with_service("SV1*HC:99213:25:59:GT:95:GC*15*UN*1***1", [](const Line& line, const std::string& said) {
        CHECK(said ==
              "X12007: Line 1: the fifth modifier (\"GC\") was not read (box 24D). A line has room for four.\n");
        CHECK(line.modifier_count == 4);
        CHECK(line.description.empty());
    });
    with_service("SV1*ER:99213*15*UN*1***1", [](const Line& line, const std::string& said) {
        CHECK(line.code.empty());
        CHECK(said.substr(0, 6) == "X12007");
    });
    with_service("SV1*hc:99213*15*UN*1***1", [](const Line& line, const std::string& said) {
        CHECK(line.code == "99213");
        CHECK(said.empty());
    });
    with_service("SV1*HC:99213*15*UN*1***A:l:12:1,2:99:x", [](const Line& line, const std::string&) {
        REQUIRE(line.pointer_count == 6);
        CHECK(line.pointers[0] == 1);
        CHECK(line.pointers[1] == 12);
        CHECK(line.pointers[2] == 12);
        CHECK(line.pointers[3] == Line::unreadable_pointer);
        CHECK(line.pointers[4] == 99);
        CHECK(line.pointers[5] == Line::unreadable_pointer);
        CHECK(line.pointer_text == "A:l:12:1,2:99:x");
    });
    with_service("SV1*HC:99213*12.345*UN*x", [](const Line& line, const std::string&) {
        CHECK(line.charge.shape == Shape::malformed);
        CHECK(line.units.shape == Shape::malformed);
        CHECK(line.units.text == "x");
    });
}

TEST_CASE("drugs and dates in the wrong element are said", "[x12]") {
    with_claim({billing, subscriber, clm, "HI*ABK:M5450", R"(
        LX*1
        SV1*HC:J3301*15*UN*4***1
        DTP*472*DT*202609151030
        LIN**N4*00003029305
        CTP***4*ML
        LIN**N4*00003029306
        CTP****2*ML
        LX*2
        SV1*HC:J3301*15*UN*4***1
        DTP*472*D8*20260915-20260917
        CTP**7)"},
               [](const Claim& read, std::span<const Finding> troubles) {
                   REQUIRE(read.lines.size() == 2);
                   CHECK(read.lines[0].from.value == Day::of(2026, 9, 15));
                   CHECK(read.lines[0].ndc.code == "00003029305");
                   CHECK(read.lines[1].to.value == Day::of(2026, 9, 17));
                   const std::string said = ids(troubles);
                   CHECK(said.find("marked \"DT\"") != std::string::npos);
                   CHECK(said.find("is in CTP03 (\"4\")") != std::string::npos);
                   CHECK(said.find("second NDC (\"00003029306\")") != std::string::npos);
                   CHECK(said.find("is in CTP02 (\"7\")") != std::string::npos);
                   CHECK(troubles.size() == 4);
                   for (const Finding& finding : troubles) CHECK(finding.line != 0);
               });
}

TEST_CASE("segments out of order are read and said", "[x12]") {
    with_claim(
        {billing, subscriber, clm, R"(
        DTP*472*D8*20260915
        HI*BK*8901*BF:5559
        NM1*82*1*ROE*RICHARD****XX*1234567893
        NM1*82*1*ROE*OTHER****XX*1111111112
        REF*G1*LATE
        LX*1
        SV1*HC:96372*40*UN*1***1
        DTP*472*D8*20260915
        SV1*HC:J1885*12*UN*4***1
        DTP*472*D8*20260915
        LX*3)"},
        [](const Claim& read, std::span<const Finding> troubles) {
            CHECK(read.prior_authorization == "LATE");
            CHECK(read.rendering.npi == "1234567893");
            REQUIRE(read.diagnoses.size() == 1);
            CHECK(read.diagnoses[0].icd9);
            REQUIRE(read.lines.size() == 3);
            CHECK(read.lines[1].code == "J1885");
            CHECK(
                ids(troubles) ==
                "X12008: A date of service before the first line was not read. In an 837P it "
                "belongs to the lines.\n"
                "X12007: The diagnosis \"8901\" does not say which code set it is from (HI segment). It was not read.\n"
                "X12008: NM1*82 comes a second time here. The first one counts.\n"
                "X12008: REF*G1 is in another loop than its own. It was read nevertheless.\n"
                "X12008: Line 2: its SV1 has no LX before it. It was read as a line of its own.\n"
                "X12008: Line 3: no service (SV1) follows its LX. A receiver rejects the claim.\n");
        });
    with_claims(file_of(one_claim), 1, [](const Claim& read, std::span<const Finding> troubles) {
        CHECK(read.subscriber_id.empty());
        CHECK(ids(troubles) ==
              "X12008: The claim has no subscriber above it (HL 22 or 23). It was read without patient and payer.\n");
    });
}

TEST_CASE("names and ids that look like segment ids", "[x12]") {
    with_claims(file_of(text_of(
                    {billing, replaced(replaced(subscriber, "DOE*JANE", "ISAACS*NARCISA"), "1EG4TE5MK73", "ISA*CLM*SE"),
                     one_claim})),
                1, [](const Claim& read, std::span<const Finding> troubles) {
                    CHECK(ids(troubles).empty());
                    CHECK(read.subscriber_id == "ISA");
                });
}

TEST_CASE("no more than a few troubles of one claim are kept", "[x12]") {
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "SV1*HC:96372*1*UN*1***1\n";
    with_claim({billing, subscriber, clm, lines}, [](const Claim& read, std::span<const Finding> troubles) {
        CHECK(read.lines.size() == 1000);
        CHECK(troubles.size() == 50);
    });
}

// SPDX-License-Identifier: Apache-2.0
// Fixes written into an 837, operation by operation and field by field: which bytes change, and what is refused.
#include <algorithm>
#include <functional>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "fixes.hpp"
#include "readers/reader.hpp"
#include "writers/claim_837.hpp"
#include "writers/stream_837.hpp"

using namespace deltoid;

namespace {

constexpr std::string_view head =
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260918*1200*^*00501*000000001*0*P*:~\n"
    "GS*HC*SENDER*RECEIVER*20260918*1200*1*X*005010X222A1~\n"
    "ST*837*0001*005010X222A1~\n"
    "BHT*0019*00*1*20260918*1200*CH~\n"
    "HL*1**20*1~\n"
    "NM1*85*2*CLINIC*****XX*1234567893~\n"
    "N3*1 MAIN ST~\n";
constexpr std::string_view subscriber =
    "HL*2*1*22*0~\n"
    "SBR*P*18*******MB~\n"
    "NM1*IL*1*DOE*JANE****MI*1EG4-TE5-MK73~\n"
    "N3*2 MAIN ST~\n"
    "N4*BUFFALO*NY*14202~\n"
    "NM1*PR*2*PAYER*****PI*04402~\n"
    "N4*TOWN*PA*15001~\n";
constexpr std::string_view claim =
    "CLM*A-1*172***11:B:1*Y*A*Y*Y~\n"
    "AMT*F5*10~\n"
    "HI*ABK:M5450~\n"
    "NM1*82*1*ROE*RICHARD****XX*1999999992~\n"
    "LX*1~\n"
    "SV1*HC:99213:25*120*UN*1***1~\n"
    "DTP*472*D8*20260915~\n"
    "REF*6R*1-1~\n"
    "LX*2~\n"
    "SV1*HC:96372*40*UN*1***1~\n"
    "DTP*472*D8*20260915~\n"
    "REF*6R*1-2~\n"
    "LX*3~\n"
    "SV1*HC:J1885:JZ*12*UN*4***1~\n"
    "DTP*472*D8*20260915~\n"
    "REF*6R*1-3~\n"
    "NM1*82*1*POE*PAULA****XX*1234567893~\n";
constexpr std::string_view tail = "SE*29*0001~\nGE*1*1~\nIEA*1*000000001~\n";

std::string whole(std::string_view above = subscriber, std::string_view body = claim) {
    return std::string(head).append(above).append(body).append(tail);
}

/// `text` with the first `from` in it written as `to`.
std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// Applies one fix to the claim of this index, as a person who knows each value says it.
class Mender final : public Sink {
public:
    Mender(std::string_view file, std::string_view fix, std::uint32_t index) : index_(index) {
        std::vector<Problem> problems;
        edits_ = read_fix(fix, arena_, problems);
        for (const Problem& problem : problems) FAIL(problem.path << ": " << problem.message);
        stream_.take(file);
        stream_.end();
        make_x12_reader()->end(file, 0, *this);
        stream_.let_go(file.size(), written);
    }

    std::string written, why_not;

    void claim(Claim& read, std::span<const Finding>) override {
        if (read.index != index_) return stream_.pass(read, nullptr);
        Claim changed = read;
        REQUIRE(apply_fix(changed, edits_, arena_, why_not));
        std::vector<std::uint16_t> numbers;
        for (std::size_t i = 0; i < read.lines.size(); ++i) {
            const auto goes = [&](const Edit& edit) {
                return edit.operation == Operation::delete_line && edit.line == i + 1;
            };
            if (std::none_of(edits_.begin(), edits_.end(), goes)) numbers.push_back(static_cast<std::uint16_t>(i + 1));
        }
        numbers.resize(changed.lines.size());
        LoopsAbove above;
        SegmentText text = stream_.claim_text(read, above);
        const bool can = write_claim_837(text, read, changed, numbers, above, why_not);
        CHECK(can == why_not.empty());
        stream_.pass(read, can ? &text : nullptr);
    }
    void trouble(const Finding&) override {}

private:
    std::uint32_t index_;
    Arena arena_;
    std::vector<Edit> edits_;
    Stream837 stream_;
};

std::string mended(std::string_view fix, const std::string& file = whole(), std::uint32_t index = 0) {
    const Mender mender(file, fix, index);
    CHECK(mender.why_not == "");
    return mender.written;
}

std::string refusal(std::string_view fix, const std::string& file = whole(), std::uint32_t index = 0) {
    const Mender mender(file, fix, index);
    CHECK(mender.written == file);
    return mender.why_not;
}

std::string set(std::string_view field, std::string_view value) {
    return R"({"op":"set_field","field":")" + std::string(field) + R"(","value":")" + std::string(value) + "\"}";
}

/// One segment more or less: SE01 follows.
std::string counted(std::string text, int segments) {
    return with(std::move(text), "SE*29", "SE*" + std::to_string(segments));
}

}   // namespace

TEST_CASE("837: modifiers come behind the others and leave no separators behind", "[fix837]") {
    CHECK(mended(R"({"op":"add_modifier","line":2,"value":"59"})") == with(whole(), "HC:96372*", "HC:96372:59*"));
    CHECK(mended(R"({"op":"add_modifier","line":3,"value":"LT"})") == with(whole(), "J1885:JZ*", "J1885:JZ:LT*"));
    CHECK(mended(R"({"op":"remove_modifier","line":1,"value":"25"})") == with(whole(), "99213:25*", "99213*"));
    CHECK(
        mended(
            R"({"op":"remove_modifier","line":3,"value":"JZ","also":[{"op":"add_modifier","line":3,"value":"JW"}]})") ==
        with(whole(), "J1885:JZ*", "J1885:JW*"));
    CHECK(mended(set("/lines/0/modifiers", "57 AI")) == with(whole(), "99213:25*", "99213:57:AI*"));
    // What goes leaves no gap; a gap that was there stays when there is room behind it.
    const std::string two = with(whole(), "99213:25*", "99213:25:57*"), gap = with(whole(), "99213:25*", "99213::25*");
    CHECK(mended(R"({"op":"remove_modifier","line":1,"value":"25"})", two) == with(two, "25:57*", "57*"));
    CHECK(mended(R"({"op":"add_modifier","line":1,"value":"57"})", gap) == with(gap, "::25*", "::25:57*"));
    const std::string text = with(whole(), "99213:25*", "99213:25::::KNEE*");
    CHECK(mended(R"({"op":"remove_modifier","line":1,"value":"25"})", text) == with(text, "25::::KNEE", "::::KNEE"));
    const std::string fifth = with(whole(), "99213:25*", "99213:25:57:A1:A2:A3*");
    CHECK(refusal(R"({"op":"remove_modifier","line":1,"value":"25"})", fifth)
              .starts_with("Line 1: A fifth modifier stands"));
}

TEST_CASE("837: the elements of a service line", "[fix837]") {
    CHECK(mended(R"({"op":"replace_code","line":2,"value":"90471"})") == with(whole(), "96372", "90471"));
    CHECK(mended(R"({"op":"set_units","line":3,"value":"2"})") == with(whole(), "*12*UN*4*", "*12*UN*2*"));
    CHECK(mended(set("/lines/2/unit_type", "MJ")) == with(whole(), "*12*UN*4", "*12*MJ*4"));
    CHECK(mended(set("/lines/1/pos", "12")) == with(whole(), "40*UN*1***1", "40*UN*1*12**1"));
    CHECK(mended(set("/lines/1/description", "SHOT")) == with(whole(), "96372*", "96372:::::SHOT*"));
    CHECK(mended(set("/lines/1/note", "HELLO")) ==
          counted(with(whole(), "REF*6R*1-2~\n", "REF*6R*1-2~\nNTE*ADD*HELLO~\n"), 30));
    CHECK(mended(set("/lines/1/prior_authorization", "PA7")) ==
          counted(with(whole(), "REF*6R*1-2~\n", "REF*6R*1-2~\nREF*G1*PA7~\n"), 30));
    CHECK(mended(set("/lines/1/line", "9")) == with(whole(), "LX*2~", "LX*9~"));
    CHECK(refusal(set("/lines/1/revenue_code", "0636")) == "An 837 has no place for the revenue code.");
}

TEST_CASE("837: the total follows a charge, as it was written", "[fix837]") {
    CHECK(mended(set("/lines/2/charge", "2.00")) ==
          with(with(whole(), "*12*UN*4", "*2.00*UN*4"), "A-1*172*", "A-1*162*"));
    CHECK(mended(set("/lines/2/charge", "2.50")) ==
          with(with(whole(), "*12*UN*4", "*2.50*UN*4"), "A-1*172*", "A-1*162.50*"));
    const std::string cents = with(whole(), "A-1*172*", "A-1*172.00*");
    CHECK(mended(R"({"op":"set_field","field":"/total_charge","value":"100.00"})", cents) ==
          with(cents, "172.00", "100.00"));
}

TEST_CASE("837: pointers and diagnoses", "[fix837]") {
    CHECK(mended(R"({"op":"add_diagnosis","line":2,"value":"D51.0"})") ==
          with(with(whole(), "ABK:M5450", "ABK:M5450*ABF:D510"), "40*UN*1***1~", "40*UN*1***1:2~"));
    const std::string none = counted(with(whole(), "HI*ABK:M5450~\n", ""), 29);
    CHECK(mended(R"({"op":"add_diagnosis","value":"D51.0"})", none) ==
          with(with(none, "AMT*F5*10~\n", "AMT*F5*10~\nHI*ABK:D510~\n"), "SE*29", "SE*30"));
    const std::string letters = with(whole(), "40*UN*1***1~", "40*UN*1***B~");
    CHECK(mended(R"({"op":"set_field","field":"/lines/1/pointers","value":"2 1"})", letters) ==
          with(letters, "***B~", "***B:1~"));
    CHECK(mended(R"({"op":"set_field","field":"/lines/1/pointers","value":"1 2"})", letters) ==
          with(letters, "***B~", "***1:2~"));
    CHECK(mended(R"({"op":"add_diagnosis","line":2,"value":"M54.50"})", letters) == with(letters, "***B~", "***B:1~"));
    const std::string old = with(whole(), "ABK:M5450", "BK:2810");
    CHECK(mended(R"({"op":"add_diagnosis","value":"V58.1"})", old) == with(old, "BK:2810", "BK:2810*BF:V581"));
}

TEST_CASE("837: dates of service, as one day or a stretch", "[fix837]") {
    CHECK(mended(set("/lines/1/to", "2026-09-16")) ==
          with(whole(), "*40*UN*1***1~\nDTP*472*D8*20260915", "*40*UN*1***1~\nDTP*472*RD8*20260915-20260916"));
    CHECK(mended(set("/lines/0/from", "2026-09-14")) == with(whole(), "20260915", "20260914"));
    const std::string none = with(whole(), "*40*UN*1***1~\nDTP*472*D8*20260915~", "*40*UN*1***1~\nQTY*PT*2~");
    CHECK(mended(set("/lines/1/from", "20260915"), none) ==
          counted(with(none, "*40*UN*1***1~\n", "*40*UN*1***1~\nDTP*472*D8*20260915~\n"), 30));
    CHECK(refusal(set("/lines/1/from", "soon")) == "\"soon\" is no day that an 837 could hold.");
}

TEST_CASE("837: a drug's code, quantity and unit, in a loop of their own", "[fix837]") {
    constexpr std::string_view fix =
        R"({"op":"set_field","field":"/lines/2/ndc/code","value":"00409379501","also":[)"
        R"({"op":"set_field","field":"/lines/2/ndc/quantity","value":"2"},{"op":"set_field","field":"/lines/2/ndc/unit","value":"ML"}]})";
    const std::string with_drug = with(whole(), "REF*6R*1-3~\n", "REF*6R*1-3~\nLIN**N4*00409379501~\nCTP****2*ML~\n");
    CHECK(mended(fix) == counted(with_drug, 31));
    CHECK(mended(set("/lines/2/ndc/quantity", "1"), with_drug) == with(with_drug, "CTP****2*", "CTP****1*"));
    CHECK(mended(set("/lines/2/ndc/unit", "UN"), with_drug) == with(with_drug, "2*ML~", "2*UN~"));
    CHECK(mended(set("/lines/2/ndc/code", "00409379601"), with_drug) == with(with_drug, "379501", "379601"));
    CHECK(refusal(set("/lines/2/ndc/unit", "ML")) ==
          "Line 3: A quantity of a drug stands with its NDC, and there is none.");
}

TEST_CASE("837: a line that goes takes its loops with it, and those behind it count on", "[fix837]") {
    const std::string gone = with(whole(), "LX*2~\nSV1*HC:96372*40*UN*1***1~\nDTP*472*D8*20260915~\nREF*6R*1-2~\n", "");
    CHECK(mended(R"({"op":"delete_line","line":2})") ==
          counted(with(with(gone, "LX*3~", "LX*2~"), "A-1*172*", "A-1*132*"), 25));
    CHECK(mended(R"({"op":"delete_line","line":3})") ==
          counted(with(with(whole(),
                            "LX*3~\nSV1*HC:J1885:JZ*12*UN*4***1~\nDTP*472*D8*20260915~\nREF*6R*1-3~\n"
                            "NM1*82*1*POE*PAULA****XX*1234567893~\n",
                            ""),
                       "A-1*172*", "A-1*160*"),
                  24));
    // Numbers that do not count stay what they are.
    const std::string tens = with(with(with(whole(), "LX*1~", "LX*10~"), "LX*2~", "LX*20~"), "LX*3~", "LX*30~");
    CHECK(mended(R"({"op":"delete_line","line":1})", tens).find("LX*20~\nSV1*HC:96372") != std::string::npos);
}

TEST_CASE("837: lines that other payers have answered, or that name a party of the claim, do not go", "[fix837]") {
    const std::string paid = with(whole(), "REF*6R*1-2~\n", "REF*6R*1-2~\nSVD*88*20*HC:96372**1*3~\nCAS*CO*45*20~\n");
    CHECK(refusal(R"({"op":"delete_line","line":2})", paid).starts_with("Line 2: It has what another payer paid"));
    CHECK(refusal(set("/lines/1/charge", "1.00"), paid).starts_with("Line 2: It has what another payer paid"));
    CHECK(refusal(R"({"op":"delete_line","line":3})", paid) == "Line 3: Another payer has paid line 2 with it.");
    // SVD06 names a line by its LX01.
    CHECK(mended(R"({"op":"delete_line","line":1})", paid).find("SVD*88*20*HC:96372**1*2~") != std::string::npos);
    const std::string astray = with(with(whole(), "HI*ABK:M5450~\n", ""), "REF*6R*1-2~\n", "HI*ABK:M5450~\n");
    CHECK(refusal(R"({"op":"delete_line","line":2})", astray) ==
          "Line 2: Segments stand in it that belong to the claim: another payer's, or diagnoses.");
    const std::string ordered = with(whole(), "REF*6R*1-2~\n", "REF*6R*1-2~\nNM1*DK*1*ORE*OLA****XX*1888888883~\n");
    CHECK(refusal(R"({"op":"delete_line","line":2})", ordered) ==
          "Line 2: The ordering provider NPI stands on it alone, and would go with it.");
    const std::string both = with(ordered, "REF*6R*1-3~\n", "REF*6R*1-3~\nNM1*DK*1*ORE*OLA****XX*1888888883~\n");
    CHECK(mended(R"({"op":"delete_line","line":2})", both).find("NM1*DK*1*ORE*OLA") != std::string::npos);
}

TEST_CASE("837: a line that comes stands last, with all its loops in the guide's order", "[fix837]") {
    constexpr std::string_view fix =
        R"({"op":"add_line","value":{"code":"J1885","modifiers":["JW"],"units":"1","charge":"8.50","from":"2026-09-15","pointers":[1,2],)"
        R"("pos":"12","note":"HALF","prior_authorization":"PA7","measurements":[{"name":"hematocrit","value":"31.2"}],)"
        R"("ndc":{"code":"00409379501","quantity":"1","unit":"ML"},"rendering":{"npi":"1999999992"}}})";
    const std::string_view last = "NM1*82*1*POE*PAULA****XX*1234567893~\n";
    const std::string line =
        "LX*4~\nSV1*HC:J1885:JW*8.50*UN*1*12**1:2~\nDTP*472*D8*20260915~\nMEA*TR*R2*31.2~\nREF*G1*PA7~\nNTE*ADD*HALF~\n"
        "LIN**N4*00409379501~\nCTP****1*ML~\nNM1*82*1*ROE*RICHARD****XX*1999999992~\n";
    CHECK(mended(fix) == counted(with(with(whole(), last, std::string(last) + line), "A-1*172*", "A-1*180.50*"), 38));
    CHECK(refusal(R"({"op":"add_line","value":{"code":"J1885","documentation":{"dose":"1"}}})")
              .starts_with("The chart is not in an 837"));
    CHECK(refusal(R"({"op":"add_line","value":{"code":"J1885","measurements":[{"name":"mood","value":"1"}]}})") ==
          "Line 4: An 837 has no code for the test result \"mood\".");
    CHECK(refusal(R"({"op":"add_line","value":{"code":"J1885","rendering":{"npi":"1777777774"}}})") ==
          "Line 4: An 837 has a name beside the rendering provider NPI, and the file does not say whose number "
          "1777777774 is.");
}

TEST_CASE("837: fields of the claim", "[fix837]") {
    CHECK(mended(set("/id", "A-2")) == with(whole(), "CLM*A-1*", "CLM*A-2*"));
    CHECK(mended(set("/pos", "12")) == with(whole(), "11:B:1", "12:B:1"));
    CHECK(mended(set("/frequency", "7")) == with(whole(), "11:B:1", "11:B:7"));
    CHECK(mended(set("/prior_authorization", "PA7")) ==
          counted(with(whole(), "AMT*F5*10~\n", "AMT*F5*10~\nREF*G1*PA7~\n"), 30));
    CHECK(mended(set("/original_reference", "ICN7")) ==
          counted(with(whole(), "AMT*F5*10~\n", "AMT*F5*10~\nREF*F8*ICN7~\n"), 30));
    CHECK(mended(set("/note", "HELLO")) == counted(with(whole(), "AMT*F5*10~\n", "AMT*F5*10~\nNTE*ADD*HELLO~\n"), 30));
    CHECK(mended(set("/rendering/npi", "1777777774")) == with(whole(), "1999999992", "1777777774"));
    CHECK(mended(set("/rendering/taxonomy", "207Q00000X")) ==
          counted(with(whole(), "XX*1999999992~\n", "XX*1999999992~\nPRV*PE*PXC*207Q00000X~\n"), 30));
    CHECK(mended(set("/supervising/npi", "1234567893")) ==
          counted(with(whole(), "XX*1999999992~\n", "XX*1999999992~\nNM1*DQ*2*CLINIC*****XX*1234567893~\n"), 30));
    CHECK(mended(set("/referring/npi", "1999999992")) ==
          counted(with(whole(), "ABK:M5450~\n", "ABK:M5450~\nNM1*DN*1*ROE*RICHARD****XX*1999999992~\n"), 30));
    CHECK(mended(set("/lines/1/rendering/npi", "1234567893")) ==
          counted(with(whole(), "REF*6R*1-2~\n", "REF*6R*1-2~\nNM1*82*2*CLINIC*****XX*1234567893~\n"), 30));
    CHECK(refusal(set("/facility/npi", "1234567893")) ==
          "An 837 needs more of the service facility NPI than its number, and the fix does not say it.");
    CHECK(refusal(set("/received_date", "2026-09-20")) == "An 837 has no place for the day the payer got it.");
    CHECK(refusal(set("/patient/id", "X")) == "An 837 has no place for the patient.");
    CHECK(refusal(R"({"op":"document","field":"/lines/1/documentation/route","value":"IM"})") ==
          "The chart is not in an 837: the route belongs in the patient's record.");
}

TEST_CASE("837: loops above a claim change when it is the only one below them", "[fix837]") {
    CHECK(mended(set("/subscriber/id", "1EG4TE5MK73")) == with(whole(), "1EG4-TE5-MK73", "1EG4TE5MK73"));
    CHECK(mended(set("/payer/class", "commercial")) == with(whole(), "*MB~", "*CI~"));
    CHECK(mended(set("/payer/sequence", "S")) == with(whole(), "SBR*P*", "SBR*S*"));
    CHECK(mended(set("/payer/state", "NY")) == with(whole(), "TOWN*PA*", "TOWN*NY*"));
    CHECK(mended(set("/payer/name", "OTHER")) == with(whole(), "*PAYER*", "*OTHER*"));
    CHECK(mended(set("/payer/id", "7")) == with(whole(), "04402", "7"));
    CHECK(mended(set("/billing/npi", "1777777774")) == with(whole(), "XX*1234567893", "XX*1777777774"));
    CHECK(mended(set("/billing/entity", "person")) == with(whole(), "NM1*85*2*", "NM1*85*1*"));
    CHECK(mended(set("/billing/taxonomy", "207Q00000X")) ==
          counted(with(whole(), "HL*1**20*1~\n", "HL*1**20*1~\nPRV*BI*PXC*207Q00000X~\n"), 30));
    CHECK(mended(set("/patient/birth_date", "1950-02-01")) ==
          counted(with(whole(), "BUFFALO*NY*14202~\n", "BUFFALO*NY*14202~\nDMG*D8*19500201~\n"), 30));
    CHECK(mended(set("/patient/death_date", "2026-09-20")) ==
          counted(with(whole(), "SBR*P*18*******MB~\n", "SBR*P*18*******MB~\nPAT*****D8*20260920~\n"), 30));
    const std::string born = with(whole(), "14202~\n", "14202~\nDMG*D8*19500201~\n");
    CHECK(mended(set("/patient/sex", "F"), born) == with(born, "19500201~", "19500201*F~"));
}

TEST_CASE("837: a loop that claims share is not changed for one of them", "[fix837]") {
    const std::string other = "CLM*A-2*40***11:B:1*Y*A*Y*Y~\nLX*1~\nSV1*HC:96372*40*UN*1***1~\n";
    const std::string two_claims = whole(subscriber, std::string(claim) + other);
    constexpr std::string_view shared = " stands in a loop that other claims of the file share";
    for (const std::uint32_t index : {0U, 1U})
        CHECK(refusal(set("/subscriber/id", "7"), two_claims, index).find(shared) != std::string::npos);
    // Another subscriber: the billing provider is shared, the first subscriber is not.
    const std::string two_subscribers = whole(subscriber, std::string(claim) + "HL*3*1*22*0~\n" + other);
    CHECK(mended(set("/subscriber/id", "7"), two_subscribers) == with(two_subscribers, "1EG4-TE5-MK73", "7"));
    for (const std::uint32_t index : {0U, 1U})
        CHECK(refusal(set("/billing/npi", "1777777774"), two_subscribers, index).find(shared) != std::string::npos);
    // A dependent: his own day of birth, but the subscriber's number is shared with his brother.
    const std::string child = "HL*3*2*23*0~\nPAT*19~\nNM1*QC*1*DOE*JIM~\nDMG*D8*20100101*M~\n";
    const std::string two_children = whole(subscriber, child + std::string(claim) + with(child, "JIM", "JON") + other);
    CHECK(mended(set("/patient/birth_date", "2010-01-02"), two_children) == with(two_children, "20100101", "20100102"));
    CHECK(refusal(set("/subscriber/id", "7"), two_children).find(shared) != std::string::npos);
    const std::string one_child = whole(subscriber, child + std::string(claim));
    CHECK(mended(set("/subscriber/id", "7"), one_child) == with(one_child, "1EG4-TE5-MK73", "7"));
    // A subscriber without a claim before it does not count.
    const std::string empty =
        whole(std::string(with(std::string(subscriber), "1EG4-TE5-MK73", "NOBODY")) + std::string(subscriber));
    CHECK(mended(set("/subscriber/id", "7"), empty) == with(empty, "1EG4-TE5-MK73", "7"));
}

TEST_CASE("837: a value that the file would take apart is refused", "[fix837]") {
    for (const char* const value : {"A*B", "A:B", "A~B", "A^B"})
        CHECK(refusal(set("/lines/1/note", value))
                  .starts_with("The line note \"" + std::string(value) + "\" cannot be written in this file"));
    CHECK(refusal(set("/lines/1/note", std::string(81, 'A'))) ==
          "The line note is longer than the 80 characters that an 837 has for it.");
    std::string other = whole();
    std::replace(other.begin(), other.end(), '*', '|');
    CHECK(mended(set("/lines/1/note", "A*B"), other).find("NTE|ADD|A*B~\n") != std::string::npos);
    CHECK(refusal(set("/lines/1/note", "A|B"), other).find("\"|\" is no part of a value") != std::string::npos);
}

TEST_CASE("837: line ends, wrapped lines and missing terminators stay as they are", "[fix837]") {
    const std::string fix = set("/lines/1/note", "HELLO");
    std::string by_lines;
    for (const char c : whole())
        if (c != '~') by_lines += c;   // the line feed ends a segment
    CHECK(mended(fix, by_lines) == counted(with(by_lines, "REF*6R*1-2\n", "REF*6R*1-2\nNTE*ADD*HELLO\n"), 30));
    std::string with_returns;
    for (const char c : by_lines) with_returns += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(mended(fix, with_returns) ==
          counted(with(with_returns, "REF*6R*1-2\r\n", "REF*6R*1-2\r\nNTE*ADD*HELLO\r\n"), 30));
    std::string in_one;
    for (const char c : whole())
        if (c != '\n') in_one += c;
    CHECK(mended(fix, in_one) == counted(with(in_one, "REF*6R*1-2~", "REF*6R*1-2~NTE*ADD*HELLO~"), 30));
    const std::string wrapped = with(in_one, "HC:96372*40*UN", "HC:96\n372*40*\nUN");
    CHECK(mended(R"({"op":"set_units","line":2,"value":"3"})", wrapped) == with(wrapped, "*\nUN*1*", "*\nUN*3*"));
    CHECK(mended(R"({"op":"replace_code","line":2,"value":"90471"})", wrapped) == with(wrapped, "96\n372", "90471"));
    // The claim is the end of the file.
    std::string cut = whole();
    cut.resize(cut.size() - tail.size() - 2);
    CHECK(mended(R"({"op":"add_line","value":{"code":"J3420","charge":"0"}})", cut) ==
          cut + "~\nLX*4~\nSV1*HC:J3420*0*UN");
    CHECK(mended(R"({"op":"delete_line","line":3})", cut) ==
          with(cut.substr(0, cut.find("LX*3") - 1), "A-1*172", "A-1*160"));
}

TEST_CASE("837: counts of segments that were wrong stay wrong by as many, with their zeros", "[fix837]") {
    const std::string fix = set("/lines/1/note", "HELLO");
    const auto changed = [&](const char* from, const char* to) {
        const std::string file = with(whole(), "SE*29*", from);
        return mended(fix, file) == with(with(file, "REF*6R*1-2~\n", "REF*6R*1-2~\nNTE*ADD*HELLO~\n"), from, to);
    };
    CHECK(changed("SE*7*", "SE*8*"));
    CHECK(changed("SE*00029*", "SE*00030*"));
    CHECK(changed("SE*99*", "SE*100*"));
    CHECK(changed("SE*X*", "SE*X*"));
    CHECK(changed("SE* 29 *", "SE* 30 *"));
}

TEST_CASE("837: sets and interchanges, each with its own count and separators", "[fix837]") {
    std::string second = whole();
    std::replace(second.begin(), second.end(), '*', '|');
    std::replace(second.begin(), second.end(), ':', '>');
    std::replace(second.begin(), second.end(), '~', '\'');
    const std::string both = whole() + second;
    const std::string fix = set("/lines/1/note", "HELLO");
    CHECK(mended(fix, both) == mended(fix) + second);
    CHECK(mended(fix, both, 1) ==
          whole() + with(with(second, "REF|6R|1-2'\n", "REF|6R|1-2'\nNTE|ADD|HELLO'\n"), "SE|29", "SE|30"));
}

TEST_CASE("837: a loop far above its claim is let go, and not changed", "[fix837]") {
    std::string far(head);
    far += subscriber;
    for (int i = 0; i < 100'000; ++i) far += "N3*A STREET THAT NOBODY KNOWS~\n";
    const std::string file = far + std::string(claim) + std::string(tail);
    Stream837 stream;
    std::string out;
    constexpr std::size_t piece = 100'000;
    for (std::size_t at = 0; at < far.size(); at += piece) {
        const std::string_view some = std::string_view(far).substr(at, piece);
        stream.take(some);
        // As the reader would be done with it: to the end of the last whole segment.
        stream.let_go(std::string_view(far).substr(0, at + some.size()).rfind('~') + 1, out);
        CHECK(at + some.size() - out.size() <= Stream837::most_held + 2 * piece);
    }
    CHECK(far.starts_with(out));
    CHECK(refusal(set("/subscriber/id", "7"), file).starts_with("The insured's id stands in a loop"));
    CHECK(mended(set("/lines/1/pos", "12"), file) == with(file, "40*UN*1***1", "40*UN*1*12**1"));
}

TEST_CASE("837I: the elements of SV2 stand elsewhere", "[fix837]") {
    // The segments alone: whether a reader hands such a claim over is another matter.
    const std::string_view text =
        "CLM*H-1*52***13:A:1~\nHI*ABK:M5450~\nLX*1~\nSV2*0510*HC:96372*40*UN*1~\nLX*2~\nSV2*0636*HC:J1885*12*UN*4~\n";
    Claim was;
    was.kind = Kind::institutional;
    was.has_place = true;
    was.source = text;
    was.separators = {'*', ':', '^', '~'};
    was.regions.push_back({text.data(), text.data() + text.size(), 0, 1, 1, '~', false});
    const auto view = [&](std::string_view of) { return text.substr(text.find(of), of.size()); };
    was.id = view("H-1");
    was.total_charge = read_money(view("52"));
    was.lines.resize(2);
    was.lines[0].code = view("96372");
    was.lines[0].revenue_code = view("0510");
    was.lines[0].charge = read_money(view("40"));
    was.lines[0].units = read_quantity("1");
    was.lines[1].code = view("J1885");
    was.lines[1].revenue_code = view("0636");
    was.diagnoses.push_back({view("M5450"), false, false});
    const auto changed = [&](const std::function<void(Claim&)>& change, std::vector<std::uint16_t> numbers,
                             std::string& why_not) {
        Claim is = was;
        change(is);
        SegmentText segments(text, 0, was.separators);
        if (!write_claim_837(segments, was, is, numbers, {}, why_not)) return std::string();
        std::string out(text);
        auto splices = segments.splices();
        for (auto splice = splices.rbegin(); splice != splices.rend(); ++splice)
            out.replace(splice->offset, splice->length, splice->text);
        return out;
    };
    std::string why_not;
    CHECK(changed(
              [](Claim& is) {
                  is.lines[1].modifiers[0] = "JZ";
                  is.lines[1].modifier_count = 1;
                  is.lines[0].units = read_quantity("2");
                  is.lines[0].revenue_code = "0761";
                  is.diagnoses.push_back({"D51.0", false, false});
              },
              {1, 2}, why_not) ==
          "CLM*H-1*52***13:A:1~\nHI*ABK:M5450~\nHI*ABF:D510~\nLX*1~\nSV2*0761*HC:96372*40*UN*2~\nLX*2~\nSV2*0636*HC:"
          "J1885:JZ*12*UN*4~\n");
    CHECK(changed(
              [](Claim& is) {
                  Line& line = is.lines.emplace_back();
                  line.number = "3";
                  line.code = "J1885";
                  line.modifiers[0] = "JW";
                  line.modifier_count = 1;
                  line.revenue_code = "0636";
                  line.charge = read_money("3");
                  line.units = read_quantity("1");
              },
              {1, 2, 0}, why_not) == std::string(text) + "LX*3~\nSV2*0636*HC:J1885:JW*3*UN*1~\n");
    CHECK(why_not.empty());
    CHECK(changed([](Claim& is) { is.lines.emplace_back().code = "J1885"; }, {1, 2, 0}, why_not).empty());
    CHECK(why_not == "The new line needs a revenue code, and the fix does not say it.");
    why_not.clear();
    CHECK(changed([](Claim& is) { is.lines[0].pos = "22"; }, {1, 2}, why_not).empty());
    CHECK(why_not == "An 837 has no place for the place of service.");
}

// SPDX-License-Identifier: Apache-2.0
// A replay by hand: what each kind of answer comes to, how answers find their claims and lines, and what is said of the rest.
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/checker.hpp"
#include "support/json.hpp"
#include "support/session.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// A visit, an injection and its drug; `visit` is the visit's modifiers as JSON.
std::string claim(std::string_view id, std::string_view day = "2026-09-01", std::string_view visit = R"(["25"])",
                  std::string_view more = "") {
    std::string text =
        R"({"id":")" + std::string(id) + R"(",)" + std::string(more) +
        R"("payer":{"name":"SOME PLAN","class":"commercial","sequence":"P"},"total_charge":"160.00","pos":"11",
        "billing":{"npi":"1234567893","taxonomy":"207Q00000X","entity":"organization"},"rendering":{"npi":"1234567893","taxonomy":"207Q00000X"},
        "patient":{"birth_date":"1970-02-01","sex":"F"},"subscriber":{"id":"M1"},"diagnoses":["M54.59"],"lines":[)";
    const std::string from = R"(,"units":"1","pointers":[1],"from":")" + std::string(day) + R"(")";
    text += R"({"code":"99213","modifiers":)" + std::string(visit) + R"(,"charge":"120.00")" + from + "},";
    text += R"({"code":"96372","charge":"30.00")" + from + "},";
    return text + R"({"code":"J3420","charge":"10.00","ndc":{"code":"99999010101","quantity":"1","unit":"ML"})" + from +
           "}]}";
}

const std::string head =
    "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *261001*1200*^*00501*000000001*0*P*:~"
    "GS*HP*PAYER*PRACTICE*20261001*1200*1*X*005010X221A1~";
const std::string tail = "GE*1*1~IEA*1*000000001~";

/// A payment of one set; `day` as 20261001.
std::string payment(std::string_view claims, std::string_view money = "0", std::string_view day = "20261001",
                    std::string_view npi = "1234567893") {
    return head + "ST*835*1~BPR*I*" + std::string(money) + "*C*ACH************" + std::string(day) + "~TRN*1*CHK" +
           std::string(day) + "~N1*PR*SOME PLAN~N1*PE*PRACTICE*XX*" + std::string(npi) + "~" + std::string(claims) +
           "SE*9*1~" + tail;
}

const std::string date = "DTM*472*20260901~";
const std::string visit_paid = "SVC*HC:99213:25*120*80~" + date + "CAS*CO*45*20~CAS*PR*2*20~";
const std::string injection_paid = "SVC*HC:96372*30*20~" + date + "CAS*CO*45*10~";
const std::string injection_denied = "SVC*HC:96372*30*0~" + date + "CAS*CO*97*30~LQ*HE*M15~";
const std::string drug_paid = "SVC*HC:J3420*10*10~" + date;
std::string clp(std::string_view id, std::string_view status, std::string_view paid, std::string_view lines) {
    return "CLP*" + std::string(id) + "*" + std::string(status) + "*160*" + std::string(paid) + "*20*12*ICN" +
           std::string(id) + "~NM1*QC*1*A*B****MI*M1~" + std::string(lines);
}

Json replay(const std::vector<std::string>& claims, const std::vector<std::string>& remits,
            std::string_view options = R"({"as_of":"2026-09-20","replay":true})") {
    std::string all = "[";
    for (const std::string& one : claims) all += (all.size() > 1 ? "," : "") + one;
    std::vector<Input> inputs{{"claims.json", all + "]", Role::claims}};
    for (std::size_t i = 0; i < remits.size(); ++i)
        inputs.push_back({"remits-" + std::to_string(i + 1), remits[i], Role::remits});
    return parse_json(check(options, inputs));
}

std::int64_t lines_of(const Json& report, std::string_view outcome) {
    return report["lines"][outcome]["lines"].number();
}
const Json& verdict(const Json& report, std::string_view name) { return report["verdicts"][name]; }

}   // namespace

TEST_CASE("replay: paid, patient's share, contract, denial", "[replay]") {
    const Json report = replay({claim("A"), claim("B", "2026-09-02"), claim("C", "2026-09-03")},
                               {payment(clp("A", "1", "110", visit_paid + injection_paid + drug_paid), "110"),
                                payment("CLP*B*1*160*80*30*12*X~SVC*HC:99213:25*120*80~DTM*472*20260902~CAS*CO*45*40~"
                                        "SVC*HC:96372*30*0~CAS*PR*1*30~SVC*HC:J3420*10*0~CAS*CO*45*10~",
                                        "80"),
                                payment("CLP*C*1*160*0*0*12*Y~SVC*HC:99213:25*120*0~DTM*472*20260903~CAS*OA*23*120~SVC*"
                                        "HC:96372*30*0~CAS*PR*96*30~SVC*HC:J3420*10*0~")});
    CHECK(lines_of(report, "paid") == 4);
    CHECK(lines_of(report, "patient") == 1);
    CHECK(lines_of(report, "written_off") == 1);
    CHECK(lines_of(report, "prior_payer") == 1);
    CHECK(lines_of(report, "denied") == 1);
    CHECK(lines_of(report, "unexplained") == 1);
    CHECK(report["money"]["paid"].text == "190.00");
    CHECK(report["money"]["patient"].text == "50.00");
    CHECK(report["money"]["contract"].text == "80.00");
    CHECK(report["reconciliation"]["unbalanced"].number() == 0);
    CHECK(report["reconciliation"]["imbalances"].values.size() == 2);   // the last line and its claim: no reason given
}

TEST_CASE("replay: caught, missed, flagged but paid", "[replay]") {
    const std::string visit_denied = "SVC*HC:99213*120*0~" + date + "CAS*CO*97*120~";
    const std::string without = R"([])";
    const Json caught = replay({claim("A", "2026-09-01", without)},
                               {payment(clp("A", "1", "30", visit_denied + injection_paid + drug_paid), "30")});
    CHECK(verdict(caught, "caught").number() == 1);
    CHECK(verdict(caught, "same_reason").number() == 1);
    CHECK(verdict(caught, "precision").text.substr(0, 3) == "1.0");
    CHECK(caught["denials"].values[0]["reason"].text == "CO-97");
    CHECK(caught["by_rule"].values[0]["rule"].text == "BND003");

    const Json paid = replay(
        {claim("A", "2026-09-01", without)},
        {payment(clp("A", "1", "110", "SVC*HC:99213*120*80~" + date + "CAS*CO*45*40~" + injection_paid + drug_paid),
                 "110")});
    CHECK(verdict(paid, "flagged_but_paid").number() == 1);
    CHECK(paid["false_alarms"].values[0]["rule"].text == "BND003");
    CHECK(paid["by_rule"].values[0]["false_alarms"].number() == 1);

    const Json missed =
        replay({claim("A")}, {payment(clp("A", "1", "90", visit_paid + injection_denied + drug_paid), "90")});
    CHECK(verdict(missed, "missed_injection").number() == 1);
    CHECK(missed["by_carc"].values[0]["carc"].text == "97");
    CHECK(missed["by_carc"].values[0]["rarcs"].values[0]["rarc"].text == "M15");
    CHECK(missed["causes"].values[0]["cause"].text == "bundled");
}

TEST_CASE("replay: every rule is rated, whatever is selected", "[replay]") {
    const std::vector<std::string> remits{
        payment(clp("A", "1", "110", visit_paid + injection_paid + drug_paid), "110")};
    const Json report = replay({claim("A", "2026-09-01", "[]")}, remits,
                               R"({"as_of":"2026-09-20","replay":true,"select":["CLM006"],"ignore":["BND"]})");
    CHECK(report["by_rule"].values.size() == 1);
    const Json off = replay({claim("A", "2026-09-01", "[]")}, remits,
                            R"({"as_of":"2026-09-20","replay":true,"profile":{"rules":{"BND003":"off"}}})");
    CHECK(off["by_rule"].values.empty());   // what the practice has switched off says nothing
}

TEST_CASE("replay: a reversal is no denial, what comes after it counts", "[replay]") {
    const std::string first = clp("A", "1", "110", visit_paid + injection_paid + drug_paid);
    const std::string back = "CLP*A*22*-160*-110*-20*12*ICNA~SVC*HC:99213:25*-120*-80~" + date +
                             "CAS*CO*45*-20~CAS*PR*2*-20~SVC*HC:96372*-30*-20~CAS*CO*45*-10~SVC*HC:J3420*-10*-10~";
    const std::string corrected = clp("A", "1", "90", visit_paid + injection_denied + drug_paid);
    for (const auto& remits : {std::vector{payment(first, "110"), payment(back + corrected, "-20", "20261101")},
                               std::vector{payment(back + corrected, "-20", "20261101"), payment(first, "110")}}) {
        const Json report = replay({claim("A")}, remits);
        CHECK(report["claims"]["reversals"].number() == 1);
        CHECK(lines_of(report, "denied") == 1);
        CHECK(lines_of(report, "paid") == 2);
        CHECK(report["reconciliation"]["unbalanced"].number() == 0);
        CHECK(report["unmatched"]["answers"].values.empty());
    }
    const Json alone = replay({claim("A")}, {payment(back, "-110")});
    CHECK(alone["unmatched"]["answers"].values[0]["why"].text == "reversal_alone");
    CHECK(lines_of(alone, "unanswered") == 3);
}

TEST_CASE("replay: denied first and paid later", "[replay]") {
    const Json report = replay(
        {claim("A")}, {payment(clp("A", "1", "90", visit_paid + injection_denied + drug_paid), "90"),
                       payment(clp("A", "1", "110", visit_paid + injection_paid + drug_paid), "110", "20261101")});
    CHECK(lines_of(report, "denied") == 1);
    CHECK(verdict(report, "recovered").number() == 1);
    CHECK(report["money"]["recovered"].text == "20.00");
}

TEST_CASE("replay: forwarded, another payer, predetermined, pending", "[replay]") {
    const std::string all = visit_paid + injection_paid + drug_paid;
    CHECK(lines_of(replay({claim("A")}, {payment(clp("A", "19", "110", all), "110")}), "paid") == 3);
    CHECK(lines_of(replay({claim("A")}, {payment(clp("A", "2", "110", all), "110")}), "other_payer") == 3);
    CHECK(lines_of(replay({claim("A")}, {payment(clp("A", "23", "0", all))}), "forwarded") == 3);
    CHECK(lines_of(replay({claim("A")}, {payment(clp("A", "25", "0", all))}), "predetermined") == 3);
    CHECK(lines_of(replay({claim("A")}, {payment(clp("A", "5", "0", ""))}), "pending") == 3);
    // The second payer refuses what the first has settled: no word about our claim to the first.
    const std::string second = "SVC*HC:96372*30*0~" + date + "CAS*OA*23*30~";
    CHECK(lines_of(replay({claim("A")}, {payment(clp("A", "4", "0", second))}), "other_payer") == 3);
}

TEST_CASE("replay: a denial of the whole claim without lines", "[replay]") {
    const Json report =
        replay({claim("A")}, {payment("CLP*A*4*160*0*0*12*X~CAS*CO*29*160~MOA***N211~DTM*232*20260901~")});
    CHECK(lines_of(report, "denied") == 3);
    CHECK(report["causes"].values[0]["cause"].text == "timely");
    CHECK(report["by_carc"].values[0]["rarcs"].values[0]["rarc"].text == "N211");
    // The deductible is no denial, whatever the status says.
    CHECK(lines_of(replay({claim("A")}, {payment("CLP*A*4*160*0*160*12*X~CAS*PR*1*160~DTM*232*20260901~")}),
                   "patient") == 3);
}

TEST_CASE("replay: lines that payers split, bundle, change and leave out", "[replay]") {
    const std::string split =
        "SVC*HC:99213:25*60*50~" + date + "CAS*CO*45*10~SVC*HC:99213:25*60*0~" + date + "CAS*CO*151*60~";
    const Json parts = replay({claim("A")}, {payment(clp("A", "1", "80", split + injection_paid + drug_paid), "80")});
    CHECK(lines_of(parts, "partly_denied") == 1);
    CHECK(parts["denials"].values[0]["denied"].text == "60.00");
    CHECK(parts["unmatched"]["services"].values.empty());

    // Bundled into another code: SVC06 says what was sent.
    const std::string bundled = "SVC*HC:99214*120*100**1*HC:99213:25~" + date +
                                "CAS*CO*45*20~SVC*HC:99214*30*0**1*HC:96372~" + date + "CAS*OA*97*30~";
    const Json report = replay({claim("A")}, {payment(clp("A", "1", "110", bundled + drug_paid), "110")});
    CHECK(report["denials"].values[0]["code"].text == "96372");
    CHECK(report["by_carc"].values[0]["groups"].values[0]["group"].text == "OA");

    const Json out = replay({claim("A")}, {payment(clp("A", "1", "90", visit_paid + drug_paid), "90")});
    CHECK(lines_of(out, "no_line_answer") == 1);
    CHECK(out["unmatched"]["lines"].values[0]["line"].number() == 2);

    const std::string foreign = "SVC*HC:97110*55*55~" + date;
    const Json more =
        replay({claim("A")}, {payment(clp("A", "1", "165", visit_paid + foreign + injection_paid + drug_paid), "165")});
    CHECK(more["unmatched"]["services"].values.size() == 1);

    // Line numbers go before codes: REF*6R without one of our own is the line's number.
    const std::string numbered =
        "SVC*HC:X0000*30*0~" + date + "CAS*CO*16*30~REF*6R*2~LQ*HE*M119~" + visit_paid + drug_paid;
    const Json control = replay({claim("A")}, {payment(clp("A", "1", "90", numbered), "90")});
    CHECK(control["denials"].values[0]["line"].number() == 2);
    CHECK(control["causes"].values[0]["cause"].text == "ndc");
}

TEST_CASE("replay: an account number that is used again", "[replay]") {
    const auto answer = [](std::string_view day, std::string_view lines, std::string_view paid) {
        return "CLP*P7*1*160*" + std::string(paid) + "*0*12*I" + std::string(day) + "~NM1*QC*1*A*B****MI*M1~DTM*232*" +
               std::string(day) + "~" + std::string(lines);
    };
    const std::string paid = "SVC*HC:99213:25*120*120~SVC*HC:96372*30*30~SVC*HC:J3420*10*10~",
                      denied = "SVC*HC:99213:25*120*120~SVC*HC:96372*30*0~CAS*CO*50*30~SVC*HC:J3420*10*10~";
    const Json report = replay(
        {claim("P7", "2026-09-01"), claim("P7", "2026-08-04"), claim("P7", "2026-07-07")},
        {payment(answer("20260804", denied, "130") + answer("20260707", paid, "160") + answer("20260602", paid, "160"),
                 "450")});
    CHECK(report["denials"].values.size() == 1);
    CHECK(report["denials"].values[0]["claim_index"].number() == 1);
    CHECK(report["unmatched"]["claims"].values.size() == 1);
    CHECK(report["unmatched"]["claims"].values[0]["claim_index"].number() == 0);
    CHECK(report["unmatched"]["answers"].values[0]["why"].text == "other_date_or_amount");
}

TEST_CASE("replay: a corrected claim gets the later answer", "[replay]") {
    const std::string again = claim("A", "2026-09-01", R"(["25"])", R"("frequency":"7","original_reference":"ICNA",)");
    const std::vector<std::string> remits{
        payment(clp("A", "1", "90", visit_paid + injection_denied + drug_paid), "90"),
        payment(clp("A", "1", "110", visit_paid + injection_paid + drug_paid), "110", "20261101")};
    for (const auto& claims : {std::vector{claim("A"), again}, std::vector{again, claim("A")}}) {
        const Json report = replay(claims, remits);
        CHECK(report["claims"]["answered"].number() == 2);
        CHECK(lines_of(report, "denied") == 1);
        CHECK(lines_of(report, "paid") == 5);
        CHECK(verdict(report, "recovered").number() == 0);
    }
}

TEST_CASE("replay: a remittance for another practice", "[replay]") {
    const std::string all = visit_paid + injection_paid + drug_paid;
    const Json report = replay(
        {claim("A")}, {payment("CLP*A*1*99*99*0*12*X~DTM*232*20260901~CAS*CO*45*0~", "99", "20261001", "1999999984")});
    CHECK(report["unmatched"]["answers"].values[0]["why"].text == "other_practice");
    CHECK(report["notices"].values[0].text ==
          "remits-1: 1 payment to another practice, PRACTICE (NPI 1999999984), which billed none of these claims. 0 of "
          "1 claim belong here.");
    // Another number of the same practice: everything else fits.
    const Json ours = replay({claim("A")}, {payment(clp("A", "1", "110", all), "110", "20261001", "1999999984")});
    CHECK(lines_of(ours, "paid") == 3);
}

TEST_CASE("replay: the same file twice counts once", "[replay]") {
    const std::string one = payment(clp("A", "1", "90", visit_paid + injection_denied + drug_paid), "90");
    const Json report = replay({claim("A")}, {one, one});
    CHECK(report["claims"]["sets_read_again"].number() == 1);
    CHECK(report["reconciliation"]["payment"].text == "90.00");
    CHECK(report["denials"].values.size() == 1);
}

TEST_CASE("replay: sums that do not come out are said", "[replay]") {
    const Json report = replay(
        {claim("A")},
        {payment(clp("A", "1", "111", visit_paid + injection_paid + drug_paid) + "PLB*1*20261231*WO*11~", "101")});
    const Json& sums = report["reconciliation"];
    CHECK(sums["unbalanced"].number() == 1);
    CHECK(sums["difference"].text == "1.00");
    CHECK(sums["by_adjustment"].values[0]["amount"].text == "11.00");
    CHECK(sums["imbalances"].values.size() == 1);
    CHECK(sums["imbalances"].values[0]["expected"].text == "110.00");
    CHECK(sums["imbalances"].values[0]["found"].text == "111.00");
}

TEST_CASE("replay: a claim turned back before it was decided", "[replay]") {
    const std::string refused =
        "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       "
        "*261001*1200*^*00501*000000001*0*P*:~GS*HN*A*B*20261001*1200*1*X*005010X364~"
        "ST*277*1*005010X364~BHT*0085*08*X*20260903*1200*TH~HL*1**20*1~NM1*PR*2*SOME "
        "PLAN~HL*2*1*21*1~STC*A8:746*20260903*U*900~HL*3*2*19*1~NM1*85*2*P*****XX*1234567893~"
        "HL*4*3*PT~NM1*QC*1*A*B****MI*M1~TRN*2*A~STC*A7:562:85*20260903*U*160~DTP*472*D8*20260901~SE*9*1~GE*1*1~IEA*1*"
        "000000001~";
    const Json report = replay({claim("A")}, {refused});
    CHECK(lines_of(report, "rejected") == 3);
    CHECK(report["by_status"].values[0]["status"].text == "A7:562");
    CHECK(report["by_status"].values[0]["causes"].values[0]["cause"].text == "provider");
    CHECK(report["by_month"].values[0]["rejected"].number() == 1);
    CHECK(report["notices"].values[0].text ==
          "1 rejection names a whole submission or provider and no claim: see the acknowledgements.");
}

TEST_CASE("replay: files that are none, encodings, and the order of inputs", "[replay]") {
    const std::string one = payment(clp("A", "1", "110", visit_paid + injection_paid + drug_paid), "110");
    std::string wide = "\xFF\xFE";
    for (const char c : one) wide += c, wide += '\0';
    CHECK(lines_of(replay({claim("A")}, {wide}), "paid") == 3);
    const Json none = replay({claim("A")}, {"%PDF-1.7", ""});
    CHECK(none["notices"].values[0].text ==
          "remits-1: this is a PDF document, not a remittance (835) or a claim acknowledgement (277CA). Nothing in it "
          "was read.");
    CHECK(none["notices"].values[1].text.find("an empty file") != std::string::npos);
    CHECK(replay({}, {one})["unmatched"]["answers"].values[0]["why"].text == "unknown_claim");

    Checker checker;
    REQUIRE(checker.open(R"({"as_of":"2026-09-20","replay":true})").empty());
    checker.begin(Role::remits, "r");
    (void)checker.feed(one);
    checker.begin(Role::claims, "late");
    (void)checker.feed(claim("A"));
    (void)checker.finish();
    CHECK(checker.problems().front().message == "Claims must be given before the remittances.");
    REQUIRE(checker.open(R"({"as_of":"2026-09-20"})").empty());
    checker.begin(Role::remits, "r");
    CHECK(checker.problems().front().message == "Remittances are read by a replay only.");
    CHECK(checker.open(R"({"as_of":"2026-09-20","replay":true,"format":"html"})").front().path == "/format");
}

TEST_CASE("replay: without identifiers no claim is named", "[replay]") {
    const std::string one = payment(
        clp("SECRET", "1", "90", visit_paid + injection_denied + drug_paid) + clp("HIDDEN", "1", "160", ""), "250");
    for (const char* format : {"json", "text"}) {
        std::vector<Input> inputs{{"claims.json", claim("SECRET"), Role::claims}, {"r", one, Role::remits}};
        const std::string report =
            check(std::string(R"({"as_of":"2026-09-20","replay":true,"identifiers":false,"format":")") + format + "\"}",
                  inputs);
        CHECK(report.find("SECRET") == std::string::npos);
        CHECK(report.find("HIDDEN") == std::string::npos);
    }
}

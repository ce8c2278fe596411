// SPDX-License-Identifier: Apache-2.0
// The reader of payers' answers: what it takes from 835 and 277CA, from odd bytes, and from the files of the corpus.
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "readers/remit.hpp"
#include "replay/keys.hpp"
#include "support/samples.hpp"
#include "unit/remit_recorder.hpp"

using namespace deltoid;
using namespace deltoid::test;
using remit_test::record;
using remit_test::Recorder;

namespace {

const std::string isa =
    "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260901*1200*^*00501*000000001*0*P*:~";
const std::string head =
    isa +
    "GS*HP*PAYER*PRACTICE*20260901*1200*1*X*005010X221A1~ST*835*0001~BPR*I*80*C*ACH************20260901~TRN*1*CHECK7~"
    "N1*PR*SOME PLAN~N1*PE*SOME PRACTICE*XX*1234567893~LX*1~";
const std::string tail = "SE*9*0001~GE*1*1~IEA*1*000000001~";

std::vector<std::vector<std::string>> manifest() {
    std::ifstream file(project_folder() / "../shared/corpus/MANIFEST.tsv");
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells;
        std::istringstream stream(line);
        for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
        rows.push_back(std::move(cells));
    }
    return rows;
}

}   // namespace

TEST_CASE("remit: every 835 and 277CA of the corpus is read, its claims counted as the manifest says",
          "[remit][corpus]") {
    const auto rows = manifest();
    if (rows.empty()) SKIP("the corpus does not lie beside the project");
    std::size_t files = 0;
    for (const auto& row : rows) {
        if (row.size() < 7 || (row[3] != "835" && row[3] != "277CA")) continue;
        INFO(row[0]);
        ++files;
        const std::string bytes = read_file(project_folder() / "../shared/corpus" / row[0]);
        const Recorder whole = record(bytes);
        CHECK(whole.file.format == row[3]);
        CHECK(std::to_string(whole.file.claims) == row[5]);
        CHECK(std::to_string(whole.file.services) == row[6]);
        CHECK(whole.answers == whole.file.claims);
        for (const std::size_t piece : {1U, 13U, 4096U}) CHECK(record(bytes, piece).text == whole.text);
    }
    CHECK(files >= 20);
}

TEST_CASE("remit: an answer to a status inquiry is no acknowledgement", "[remit][corpus]") {
    const auto rows = manifest();
    if (rows.empty()) SKIP("the corpus does not lie beside the project");
    for (const auto& row : rows) {
        if (row.size() < 7 || row[3] != "277 (not CA)") continue;
        INFO(row[0]);
        const Recorder read = record(read_file(project_folder() / "../shared/corpus" / row[0]));
        CHECK(read.file.claims == 0);
        CHECK(read.file.other == "a claim status answer (277)");
    }
}

TEST_CASE("remit: a claim, its lines and reasons", "[remit]") {
    const Recorder read = record(
        head +
        "CLP*A-1*1*200*80*20*12*ICN1*11*1~CAS*OA*253*1.6~NM1*QC*1*DOE*JO****MI*M1~MOA***N519*MA01~REF*F8*OLD1~"
        "SVC*HC:99213:25*120*80**1~DTM*472*20260801~CAS*CO*45*20**253*-1.6~CAS*PR*1*10**2*10~REF*6R*L1~LQ*HE*N115~"
        "SVC*HC:X9999*80*0**1*HC:J1885:JZ:25~CAS*CO*16*80~" +
        tail);
    CHECK(read.text ==
          "A-1 status 1 200.00 80.00 ICN1 OLD1 M1 freq 1 day 2026-08-01 unbalanced 1\n"
          "  OA-253 1.60, N519, MA01\n"
          "  99213 " +
              std::to_string(replay::modifier_key("25")) + " 120.00 80.00 control " +
              std::to_string(replay::fold_short("l1")) +
              ": CO-45 20.00, CO-253 -1.60, PR-1 10.00, PR-2 10.00, N115\n"
              "  J1885 " +
              std::to_string(static_cast<std::uint16_t>(replay::modifier_key("JZ") + replay::modifier_key("25"))) +
              " 80.00 0.00 control 0: CO-16 80.00\n"
              "set 835 SOME PLAN / 1234567893 CHECK7 2026-09-01 pays 80.00 of 80.00 less 0.00, complete\n");
}

TEST_CASE("remit: provider adjustments and a payment that goes the other way", "[remit]") {
    const Recorder read = record(
        isa +
        "GS*HP*P*Q*20260901*1200*1*X*005010X221A1~ST*835*1~BPR*I*12.5*D*ACH************20260901~CLP*A*22*-50*-40~"
        "PLB*1234567893*20261231*WO:X1*-20*L6*-7.5*J1:*0~SE*5*1~GE*1*1~IEA*1*000000001~");
    CHECK(read.text.find("PLB WO -20.00\nPLB L6 -7.50\nPLB J1 0.00\n") != std::string::npos);
    CHECK(read.text.find("pays -12.50 of -40.00 less -27.50") != std::string::npos);
}

TEST_CASE("remit: bytes of every kind", "[remit]") {
    const std::string claims = "CLP*A-1*4*10*0~SVC*HC:96372*10*0~CAS*CO*97*10~CLP*A-2*1*10*10~SVC*HC:96372*10*10~";
    const auto count = [](const std::string& bytes) { return record(bytes).file.claims; };
    CHECK(count(head + claims + tail) == 2);
    CHECK(count("\xEF\xBB\xBF" + head + claims + tail) == 2);
    CHECK(count(head + claims + tail + "\n\n" + head + claims + tail + "\x1A") == 4);
    CHECK(count(head + "GE*1*1~" + claims + tail) == 2);   // a trailer too early
    CHECK(count(head + claims) == 2);                      // cut off
    CHECK_FALSE(record(head + claims).file.complete);
    CHECK(count(head + claims + isa + "GS*HP~ST*835~CLP*B~") == 3);   // another interchange without a trailer before
    CHECK(count("Dear all, see below\n" + head + claims + tail) == 2);
    CHECK(record("Dear all, see below\n" + head + claims + tail).file.text_between);
    std::string wrapped = head + claims + tail;
    for (std::size_t at = 160; at < wrapped.size(); at += 81) wrapped.insert(at, "\n");
    CHECK(count(wrapped) == 2);
    CHECK(record(wrapped).text == record(head + claims + tail).text);
    std::string lines = head + claims + tail;
    std::replace(lines.begin(), lines.end(), '~', '\n');
    CHECK(record(lines).text == record(head + claims + tail).text);
    CHECK(record("").file.other == "an empty file");
    CHECK(record("%PDF-1.7 ...").file.other == "a PDF document");
    CHECK(record("{\"resourceType\":\"Bundle\"}").file.other == "a JSON text");
    CHECK(record(isa + "GS*HC*A*B*20260901*1200*1*X*005010X222A1~ST*837*0001~SE*1*0001~GE*1*1~IEA*1*000000001~")
              .file.other == "claims (837)");
}

TEST_CASE("remit: odd numbers count as 0 and are said", "[remit]") {
    const Recorder read =
        record(head + "CLP*A*1*abc*10~CLP*B*1*10.555*10~CLP*C*1*99999999999999*1~CLP*D*xx*1*1~" + tail);
    CHECK(read.file.unreadable_amounts == 3);
    CHECK(read.file.claims == 4);
    CHECK(read.text.find("D status 0 ") != std::string::npos);
}

TEST_CASE("remit: a claim of very many lines is added up, not kept", "[remit]") {
    std::string claim = "CLP*A*1*2000*2000~";
    for (int i = 0; i < 2000; ++i) claim += "SVC*HC:96372*1*1~";
    const Recorder read = record(head + claim + tail);
    CHECK(read.file.services == 2000);
    CHECK(read.kept_services == ClaimAnswer::service_room);
}

TEST_CASE("remit: a rejection names the claim, its line and the status", "[remit]") {
    const Recorder read = record(isa +
                                 "GS*HN*A*B*20260901*1200*1*X*005010X214~ST*277*0001*005010X214~BHT*0085*08*X*20260902*"
                                 "1200*TH~HL*1**20*1~NM1*AY*2*HOUSE*****46*1~"
                                 "HL*2*1*21*1~NM1*41*2*US*****46*2~TRN*2*BATCH~STC*A1:19*20260902*WQ*300~HL*3*2*19*1~"
                                 "NM1*85*2*PRACTICE*****XX*1234567893~"
                                 "HL*4*3*PT~NM1*QC*1*DOE*JO****MI*M1~TRN*2*A-1~STC*A7:562:85*20260902*U*200******A8:21~"
                                 "REF*1K*ICN9~DTP*472*RD8*20260801-20260803~"
                                 "SVC*HC:96372*30~STC*A7:453**U~REF*FJ*L2~HL*5*3*PT~NM1*QC*1*ROE*JO****MI*M2~TRN*2*A-2~"
                                 "STC*A2:20*20260902*WQ*100~SE*20*0001~GE*1*1~IEA*1*000000001~");
    CHECK(read.file.format == "277CA");
    CHECK(read.text ==
          "A-1 status 201 200.00 0.00 ICN9  M1 freq - day 2026-08-01\n  A7:562, A8:21\n  96372 0 30.00 0.00 control " +
              std::to_string(replay::fold_short("L2")) +
              ": A7:453\n"
              "A-2 status 200 100.00 0.00   M2 freq - day none\n"
              "set 277CA HOUSE / 1234567893 X 2026-09-02 pays 0.00 of 0.00 less 0.00, complete\n");
}

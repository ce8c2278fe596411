// SPDX-License-Identifier: Apache-2.0
// Official files become packs, and what is cut short, wrongly named or contradictory becomes a sentence with its place.
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/diagnosis.hpp"
#include "deltoid/import.hpp"
#include "support/samples.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::literals;
using namespace deltoid::table_tests;

namespace {

using File = std::pair<std::string, std::string>;   // name, bytes

struct Outcome {
    std::vector<ImportedFile> files;
    std::vector<ImportedPack> packs;
    std::vector<std::string> problems;   // "path: sentence"
};

Outcome import(const std::vector<File>& files, std::size_t piece = ~std::size_t{0}, bool beside_built_in = false) {
    Import importer;
    Outcome outcome;
    for (const auto& [name, bytes] : files) {
        importer.begin(name);
        for (std::size_t at = 0; at < bytes.size(); at += std::min(piece, bytes.size() - at))
            importer.feed(std::string_view(bytes).substr(at, piece));
        outcome.files.push_back(importer.end());
    }
    const auto tables = beside_built_in ? Tables::copy_of_built_in() : std::make_shared<Tables>();
    outcome.packs = importer.finish(*tables);
    for (const Problem& problem : importer.problems())
        outcome.problems.push_back(problem.path + ": " + problem.message);
    return outcome;
}

/// The only problem that the files have.
std::string problem_of(const std::vector<File>& files) {
    const Outcome outcome = import(files);
    CHECK(outcome.packs.empty());
    REQUIRE(outcome.problems.size() == 1);
    return outcome.problems.front();
}

/// The rows of a pack behind its header and columns.
std::string rows_of(const ImportedPack& pack) {
    std::string_view text = pack.text;
    while (text.starts_with("#")) text.remove_prefix(text.find('\n') + 1);
    return std::string(text.substr(text.find('\n') + 1));
}

const std::string pairs_head =
    "CPT codes only, of nobody, at all.\r\nColumn 1/Column 2 Edits\t\t\t\t\t\t\r\n"
    "Column 1\tColumn 2\t\"* = In existence\nprior to 1996\"\tEffective\nDate\tDeletion Date *=no data\t"
    "Modifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale\r\n";
std::string pairs(std::string_view rows) {
    std::string head = pairs_head;
    head.replace(head.find("Effective\n"), 10, "Effective ");
    return head + std::string(rows);
}
const std::string anesthesia = "00100\t96372\t\t20090101\t*\t0\tAnesthesia\r\n";
const std::string some_pairs =
    "10004\t10005\t\t20200101\t*\t1\tOther\r\n" + anesthesia +
    "20610\t96372\t*\t20090101\t*\t1\t\"A reason, with a comma\"\r\n"
    "96372\t99213\t\t20130701\t20191231\t1\tOther\r\n96372\t99213\t\t20201001\t*\t1\tOther\r\n"
    "96372\t99999\t\t20200101\t20200101\t9\tTaken back\r\n";
constexpr std::string_view f1 = "ccipra-v323r0-f1.TXT";

const std::string limits_head =
    "\"A sentence, with a comma and \"\"quotes\"\".\"\r\n"
    "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n";
const std::string limits_name = "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv";

const std::string crosswalk_head =
    "July 2026 ASP NDC - HCPCS Crosswalk,,,,,,,,,\r\nNotes,,,,,,,,,\r\n"
    "_2026_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG\r\n";
const std::string crosswalk_rows =
    "J1885,Any,Maker,00409-3795-01,Any,15 MG,1,1,2,2\r\nJ1100,Any,Maker,63323-0165-01,Any,1 MG,1,1,4,4\r\n";

const std::string fees_head =
    "2026 National Physician Fee Schedule Relative Value File October Release,,,,,,,,,,,,,\r\n"
    ",,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,CONV\r\n"
    "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,FACTOR\r\n";
const std::string fee_rows =
    "96372,,Any,A,,0.17,0.25,,0.25,NA,0.01,0.43,0.18,33.4009\r\n"
    "99213,,Any,A,,1.30,1.40,,0.55,,0.09,2.79,1.94,33.4009\r\n"
    "71046,26,Any,A,,0.18,0.06,,0.06,,0.01,0.25,0.25,33.4009\r\n"
    "J1885,,Any,E,,0.00,0.00,,0.00,,0.00,0.00,0.00,33.4009\r\n";

const std::string order =
    "00001 A00     0 Short                                                        Long\r\n"
    "00002 A000    1 Short                                                        Long\r\n"
    "00003 Z9989   1 Short                                                        Long\r\n";

}   // namespace

TEST_CASE("edit pairs of a quarter: the pairs of the injection with their official days") {
    const Outcome outcome = import({{std::string(f1), pairs(some_pairs)},
                                    {"q.zip/ccipra-v323r0-f2.txt", pairs("30000\t96372\t\t20090101\t*\t1\tOther\r\n")},
                                    {"ccipra-v323r0-f3.txt", pairs("50000\t50001\t\t20090101\t*\t1\tOther\r\n")},
                                    {"ccipra-v323r0-f4.txt", pairs("90000\t90001\t\t20090101\t*\t1\tOther\r\n")}});
    CHECK(outcome.problems == std::vector<std::string>{});
    REQUIRE(outcome.packs.size() == 1);
    const ImportedPack& pack = outcome.packs.front();
    CHECK(pack.file_name == "ncci_ptp_practitioner_2026q4.tsv");
    CHECK(pack.table == "ncci-ptp-practitioner");
    CHECK(pack.edition == "2026Q4");
    CHECK(pack.from == on("2026-10-01"));
    CHECK(pack.to == on("2026-12-31"));
    CHECK(pack.complete);
    CHECK(pack.note.empty());
    CHECK(rows_of(pack) ==
          "00100\t00100\t2009-01-01\t\t1\t0\n20610\t20610\t2009-01-01\t\t1\t1\n30000\t30000\t2009-01-01\t\t1\t1\n"
          "99213\t99213\t2013-07-01\t2019-12-31\t2\t1\n99213\t99213\t2020-10-01\t\t2\t1\n");
    CHECK(pack.text.find(outcome.files[1].sha256) != std::string::npos);
    CHECK(outcome.files[0].rows == 6);
    CHECK(outcome.files[0].kept == 4);

    Tables tables;
    REQUIRE(tables.add(pack.file_name, pack.text).empty());
    CHECK(tables.edit_with_injection("99213"_code, on("2026-11-01")).row->column == 2);
    const auto in_the_hole = tables.edit_with_injection("99213"_code, on("2020-03-01"));
    CHECK(in_the_hole.row == nullptr);
    CHECK(in_the_hole.covered);
    CHECK(tables.edit_with_injection("11111"_code, on("2026-11-01")).covered);
}

TEST_CASE("an edition without all of its parts proves nothing by a missing pair") {
    const Outcome outcome = import({{std::string(f1), pairs(some_pairs)}});
    REQUIRE(outcome.packs.size() == 1);
    CHECK_FALSE(outcome.packs.front().complete);
    CHECK(outcome.packs.front().note ==
          "Of the four files of the quarter f2, f3, f4 are missing: a pair that is not in the pack may still have an "
          "edit.");
}

TEST_CASE("the same part twice counts once; two that differ are refused with both names") {
    const Outcome twice =
        import({{std::string(f1), pairs(some_pairs)}, {"again/ccipra-v323r0-f1.txt", pairs(some_pairs)}});
    CHECK(twice.problems.empty());
    CHECK(twice.packs.size() == 1);
    CHECK(problem_of({{std::string(f1), pairs(some_pairs)}, {"ccipra-v323r1-f1.txt", pairs(anesthesia)}}) ==
          "ccipra-v323r0-f1.TXT: ccipra-v323r0-f1.TXT and ccipra-v323r1-f1.txt are both edition 2026Q4 of "
          "ncci-ptp-practitioner, and they differ.");
}

TEST_CASE("hospitals' pairs are told by the name, and by their pairs of anesthesia") {
    std::string rows = some_pairs;
    rows.replace(rows.find("\t0\tAnesthesia"), 2, "\t1");
    CHECK(import({{"ccioph-v323r0-f1.txt", pairs(rows)}}).packs.front().table == "ncci-ptp-outpatient");
    CHECK(import({{"edits-v323r0-f1.txt", pairs(rows)}}).packs.front().table == "ncci-ptp-outpatient");
    CHECK(import({{"edits-v323r0-f1.txt", pairs(some_pairs)}}).packs.front().table == "ncci-ptp-practitioner");
    CHECK(problem_of({{std::string(f1), pairs(rows)}}) ==
          "ccipra-v323r0-f1.TXT:1: By its name the file is a part of ncci-ptp-practitioner, by its pairs of anesthesia "
          "it is of "
          "ncci-ptp-outpatient: it has the wrong name.");
}

TEST_CASE("edit pairs that are cut short, damaged or of another year") {
    const std::string whole = pairs(some_pairs);
    CHECK(problem_of({{std::string(f1), whole.substr(0, whole.find("*\t1\t\"A reason"))}}) ==
          "ccipra-v323r0-f1.TXT:7: The file ends in the middle of a row: it was cut short.");
    CHECK(problem_of({{std::string(f1), pairs(anesthesia + "20610\t96372\r\n")}}) ==
          "ccipra-v323r0-f1.TXT:6: The row has 2 columns where 7 belong: the file is damaged or was cut short.");
    CHECK(problem_of({{std::string(f1), pairs(anesthesia + "20610\t963720\t\t20090101\t*\t1\tOther\r\n")}}) ==
          "ccipra-v323r0-f1.TXT:6: This is no pair of codes with its day and its modifier indicator.");
    CHECK(problem_of({{"ccipra-v302r0-f1.txt", pairs(anesthesia + "20610\t20611\t\t20260401\t*\t1\tOther\r\n")}}) ==
          "ccipra-v302r0-f1.txt:6: The pair begins on 20260401, when the edition 2024Q3 has ended. The name or the "
          "title is of "
          "another edition than the rows.");
    CHECK(problem_of({{"practitioner.txt", pairs(some_pairs)}}) ==
          "practitioner.txt:1: Neither name nor title tells the edition. Keep the name under which CMS publishes the "
          "file, such as "
          "ccipra-v323r0-f1.txt.");
    CHECK(problem_of({{std::string(f1), pairs("")}}) ==
          "ccipra-v323r0-f1.TXT:1: The table has no rows below its header: it was cut short.");
    CHECK(problem_of({{std::string(f1), pairs(anesthesia + "00100\t96372\t\t20100101\t*\t1\tOther\r\n")}}) ==
          "ccipra-v323r0-f1.TXT:6: The rows of 00100 here and on line 5 of ccipra-v323r0-f1.TXT are for the same days "
          "and differ.");
}

TEST_CASE("unit limits: the codes that claims with injections bring") {
    const std::string text =
        limits_head +
        "0001U,1,3 Date of Service Edit: Clinical,Any\r\n96372,5,3 Date of Service Edit: Clinical,Any\r\n"
        "J1885,8,\"3 Date of Service Edit: Clinical\",Any\r\n";
    const Outcome outcome = import({{limits_name, text}});
    CHECK(outcome.problems == std::vector<std::string>{});
    REQUIRE(outcome.packs.size() == 1);
    CHECK(outcome.packs.front().file_name == "mue_practitioner_2026q4.tsv");
    CHECK(rows_of(outcome.packs.front()) == "96372\t5\t3\nJ1885\t8\t3\n");
    CHECK_FALSE(outcome.packs.front().complete);

    CHECK(problem_of({{"MCR_MUE_OutpatientHospital_Eff_10-01-2026.csv", text}}) ==
          "MCR_MUE_OutpatientHospital_Eff_10-01-2026.csv:1: By its name the file is of another setting than by its "
          "columns, which "
          "are those of mue-practitioner: it has the wrong name.");
    CHECK(problem_of({{limits_name, limits_head + "96372,many,3,Any\r\n"}}) ==
          limits_name + ":3: This is no code with its limit and how it is adjudicated.");
    const std::string medicaid = "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Rationale\r\n96372,5,Any\r\n";
    const Outcome of_medicaid = import({{"mcd-mue-10-01-2026.csv", medicaid}});
    REQUIRE(of_medicaid.packs.size() == 1);
    CHECK(of_medicaid.packs.front().table == "mue-medicaid");
    CHECK(rows_of(of_medicaid.packs.front()) == "96372\t5\t\n");
    CHECK(problem_of({{limits_name, medicaid}}) ==
          limits_name + ":1: The table of unit limits has no column \"MUE Adjudication Indicator\".");
    const Outcome other =
        import({{"dme.csv", "HCPCS/CPT Code,DME Supplier Services MUE Values,Any\r\nE0100,1,Any\r\n"}});
    CHECK(other.problems.empty());
    CHECK(other.files.front().not_read == "These are the unit limits of equipment suppliers, which no rule asks for.");
}

TEST_CASE("diagnoses: the order file with its headers, the code file without") {
    const Outcome outcome = import({{"icd10cm_order_2027.txt", order}});
    CHECK(outcome.problems == std::vector<std::string>{});
    REQUIRE(outcome.packs.size() == 1);
    CHECK(outcome.packs.front().file_name == "icd10_codes_fy2027.tsv");
    CHECK(outcome.packs.front().from == on("2026-10-01"));
    CHECK(outcome.packs.front().to == on("2027-09-30"));
    CHECK(rows_of(outcome.packs.front()) == "A00\ty\nA000\tn\nZ9989\tn\n");

    const Outcome codes = import({{"icd10cm_codes_2027.txt", "A000    Short, \"odd\r\nZ9989   Short\r\n"}});
    CHECK(rows_of(codes.packs.front()) == "A000\tn\nZ9989\tn\n");

    CHECK(problem_of({{"order.txt", order}}).starts_with("order.txt:1: The name does not tell the fiscal year."));
    CHECK(problem_of({{"icd10cm_order_2027.txt", order.substr(0, order.find("00003"))}}) ==
          "icd10cm_order_2027.txt:1: The list goes from A00 to A000; the published one goes from A00 to Z99: it was "
          "cut short.");
    CHECK(problem_of(
              {{"icd10cm_order_2027.txt", order.substr(0, order.find("00002")) + order.substr(order.find("00003"))}}) ==
          "icd10cm_order_2027.txt:2: The order number is 3 where 2 belongs: rows are missing.");
    const Outcome addenda = import({{"icd10cm_codes_addenda_2027.txt", "A000    Any\r\n"}});
    CHECK(addenda.files.front().not_read == "This lists what is new in ICD-10-CM; the whole list is read.");
}

TEST_CASE("the crosswalk of packages; the other crosswalks in its zip are not it") {
    const Outcome outcome = import({{"c.zip/section 508 version of July 2026 ASP NDC-HCPCS Crosswalk 06-12-2026.csv",
                                     crosswalk_head + crosswalk_rows}});
    CHECK(outcome.problems == std::vector<std::string>{});
    REQUIRE(outcome.packs.size() == 1);
    CHECK(outcome.packs.front().file_name == "ndc_hcpcs_2026q3.tsv");
    CHECK(rows_of(outcome.packs.front()) == "00409379501\tJ1885\n63323016501\tJ1100\n");

    std::string awp = crosswalk_head + crosswalk_rows;
    awp.replace(awp.find("ASP"), 3, "AWP");
    awp.replace(awp.find("NDC - HCPCS"), 11, "NDC-HCPCS");
    CHECK_FALSE(import({{"x.csv", awp}}).files.front().not_read.empty());
    CHECK(problem_of({{"October 2026 ASP NDC-HCPCS Crosswalk.csv", crosswalk_head + crosswalk_rows}}) ==
          "October 2026 ASP NDC-HCPCS Crosswalk.csv:1: The title says 2026Q3, the name says 2026Q4: one of them is of "
          "another edition.");
    std::string last_year = crosswalk_head + crosswalk_rows;
    last_year.replace(last_year.find("_2026_"), 6, "_2025_");
    CHECK(problem_of({{"x.csv", last_year}}) ==
          "x.csv:1: The column of codes is of 2025, the edition is 2026Q3. The name or the title is of another edition "
          "than the rows.");
}

TEST_CASE("relative values become dollars") {
    const Outcome outcome = import({{"PPRRVU2026_Oct_nonQPP.csv", fees_head + fee_rows}});
    CHECK(outcome.problems == std::vector<std::string>{});
    REQUIRE(outcome.packs.size() == 1);
    CHECK(outcome.packs.front().file_name == "physician_fees_2026q4.tsv");
    CHECK(rows_of(outcome.packs.front()) == "96372\t14.36\t6.01\n99213\t93.19\t64.80\n");
    CHECK(import({{"PPRRVU2026_Oct_QPP.csv", fees_head + fee_rows}}).packs.front().edition == "2026Q4-QPP");

    std::string other_factor = fees_head + fee_rows;
    other_factor.replace(other_factor.rfind("33.4009"), 7, "33.5675");
    CHECK(problem_of({{"PPRRVU2026_Oct_nonQPP.csv", other_factor}}) ==
          "PPRRVU2026_Oct_nonQPP.csv:7: The conversion factor is not that of the rows before.");
    CHECK(problem_of({{"PPRRVU2025_Oct.csv", fees_head + fee_rows}})
              .ends_with("The title says 2026Q4, the name says 2025Q4: one of them is of another edition."));
    std::string no_factor = fees_head + fee_rows;
    no_factor.replace(no_factor.find("CONV"), 4, "SOME");
    CHECK(problem_of({{"PPRRVU2026_Oct_nonQPP.csv", no_factor}}).find("has not the columns that it should have") !=
          std::string::npos);
}

TEST_CASE("archives that hold two files for one pack") {
    const Outcome lists = import({{"2027.zip/icd10cm_codes_2027.txt", "A000    Short\r\nZ9989   Short\r\n"},
                                  {"2027.zip/icd10cm_order_2027.txt", order}});
    CHECK(lists.problems == std::vector<std::string>{});
    REQUIRE(lists.packs.size() == 1);
    CHECK(rows_of(lists.packs.front()) == "A00\ty\nA000\tn\nZ9989\tn\n");
    CHECK(lists.packs.front().note ==
          "2027.zip/icd10cm_codes_2027.txt was left out: 2027.zip/icd10cm_order_2027.txt says the same and more.");

    std::string qualifying = fee_rows;
    for (auto at = qualifying.find("33.4009"); at != std::string::npos; at = qualifying.find("33.4009"))
        qualifying.replace(at, 7, "33.5675");
    const Outcome amounts = import(
        {{"PPRRVU2026_Oct_QPP.csv", fees_head + qualifying}, {"PPRRVU2026_Oct_nonQPP.csv", fees_head + fee_rows}});
    CHECK(amounts.problems == std::vector<std::string>{});
    REQUIRE(amounts.packs.size() == 1);
    CHECK(amounts.packs.front().edition == "2026Q4");
    CHECK(amounts.packs.front().note.starts_with("PPRRVU2026_Oct_QPP.csv was left out: "));
}

TEST_CASE("edit pairs whose header lies in pieces are known by their first pair") {
    const std::string text =
        "CPT codes only.\r\nColumn 1\tColumn 2\t* = In existence\nprior to 1996\tEffective\nDate\t"
        "Deletion Date\n" +
        some_pairs;
    const Outcome outcome = import({{std::string(f1), text}});
    CHECK(outcome.problems == std::vector<std::string>{});
    REQUIRE(outcome.packs.size() == 1);
    CHECK(outcome.packs.front().rows == 4);
}

TEST_CASE("what is none of the files is named, and is no problem by itself") {
    const auto not_read = [](const std::string& name, const std::string& bytes) {
        const Outcome outcome = import({{name, bytes}});
        CHECK(outcome.problems.empty());
        CHECK(outcome.packs.empty());
        return outcome.files.front().not_read;
    };
    CHECK(not_read("readme.txt", "This is a text, and it has commas.\n")
              .starts_with("This is none of the files that are read:"));
    CHECK(not_read("ccipra-v323r0-f1.xlsx", "PK\x03\x04...").starts_with("This is a workbook or an archive."));
    CHECK(not_read("empty.txt", "").starts_with("This is none of the files"));
    CHECK(not_read("ccipra-v323r0-f1.txt", "claim_id,code\n1,96372\n").starts_with("This is none of the files"));
    CHECK(not_read("binary", std::string(200'000, '\0')).starts_with("This is none of the files"));
}

TEST_CASE("a pack that contradicts an edition there is refused with both names") {
    const Outcome outcome =
        import({{"ccipra-v323r0-f1.txt", pairs(anesthesia + "96372\t99213\t\t20201001\t*\t0\tOther\r\n")}}, 7, true);
    CHECK(outcome.packs.empty());
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems.front() ==
          "ccipra-v323r0-f1.txt: The edition 2026Q4 (CMS, Medicare NCCI PTP edits, practitioner services, edition "
          "2026Q4) of "
          "ncci-ptp-practitioner is for days that edition 2026Q4 (CMS, Medicare NCCI PTP edits, practitioner services, "
          "v32.3 "
          "(ccipra-v323r0), rows republished by github.com/Ttheegela/PriorPath, data/reference/subset/ptp.csv) already "
          "covers, and "
          "they differ on 2026-10-01: 99213.");
}

TEST_CASE("packs are the same however the bytes come") {
    const std::vector<File> files{{std::string(f1), pairs(some_pairs)},
                                  {limits_name, limits_head + "96372,5,3 Date,Any\r\n"},
                                  {"icd10cm_order_2027.txt", order},
                                  {"July 2026 ASP.csv", crosswalk_head + crosswalk_rows},
                                  {"PPRRVU2026_Oct_nonQPP.csv", fees_head + fee_rows},
                                  {"cut.txt", pairs(some_pairs).substr(0, 300)}};
    const Outcome whole = import(files);
    CHECK(whole.packs.size() == 5);
    for (const std::size_t piece : {1U, 2U, 3U, 17U, 64U, 1000U}) {
        const Outcome pieces = import(files, piece);
        REQUIRE(pieces.packs.size() == whole.packs.size());
        for (std::size_t i = 0; i < whole.packs.size(); ++i) CHECK(pieces.packs[i].text == whole.packs[i].text);
        CHECK(pieces.problems == whole.problems);
    }
}

TEST_CASE("the rebuilt official files say what the built-in packs say") {
    const std::filesystem::path folder = test::project_folder() / "../shared/data/cms-layout";
    if (!std::filesystem::exists(folder)) SKIP("the files of ../shared/data are not there");
    const std::vector<File> files{
        {"ccipra-v302r0-f1.txt", test::read_file(folder / "ptp-practitioner.txt")},
        {"ccioph-v302r0-f1.txt", test::read_file(folder / "ptp-outpatient.txt")},
        {"MCR_MUE_PractitionerServices_Eff_07-01-2024.csv", test::read_file(folder / "mue-practitioner.csv")}};
    const Outcome outcome = import(files, 1 << 16, true);
    CHECK(outcome.problems == std::vector<std::string>{});
    REQUIRE(outcome.packs.size() == 3);
    CHECK(outcome.packs[0].rows > 6500);
    CHECK(outcome.packs[1].rows > 6500);
    CHECK(outcome.packs[2].rows > 100);
    for (const ImportedFile& file : outcome.files) CHECK(file.rows >= file.kept);
}

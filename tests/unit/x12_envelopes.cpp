// SPDX-License-Identifier: Apache-2.0
// Envelopes, delimiters, encodings and files of other kinds: what is said and where; claims are read all the same.
#include <catch2/catch_test_macros.hpp>

#include <string>

#include "unit/x12_files.hpp"
#include "unit/x12_recorder.hpp"

using namespace deltoid;
using namespace x12_test;

namespace {

/// The claims are read, and of findings there are exactly these ("X12001 X12003").
void reads(const std::string& text, std::size_t claims, const std::string& rules) {
    const Recorder recorder = record(text);
    INFO(text.substr(0, 4000));
    INFO(recorder.text);
    CHECK(recorder.claims == claims);
    std::string said;
    for (const std::string& id : recorder.rules) said += (said.empty() ? "" : " ") + id;
    CHECK(said == rules);
    for (const std::string& sentence : recorder.sentences) {
        CHECK(sentence.find('{') == std::string::npos);
        CHECK_FALSE(sentence.empty());
    }
}

std::string plain() { return write(plain_file()); }

std::string without_line(const std::string& text, std::string_view begin) {
    const std::size_t at = text.find("\n" + std::string(begin)) + 1;
    return text.substr(0, at) + text.substr(text.find('\n', at) + 1);
}

}   // namespace

TEST_CASE("a proper file has nothing said of it", "[x12]") {
    reads(plain(), 1, "");
    for (const char element : {'*', '|', '^', '\x1D', '\t', '>'})
        for (const char component : {':', '<', '!', '\x1F'})
            for (const std::string terminator : {"~", "\n", "\r", "'", "_", "\x1C"})
                for (const std::string between : {"", "\n", "\r\n", "\n   ", "\r\n\r\n"}) {
                    const std::string file = write(plain_file(), {element, component, terminator, between});
                    // The repetition separator of these files is ^.
                    reads(file, 1, element == '^' ? "" : "");
                }
    reads(write(plain_file(), {'*', ':', "\r\n", ""}), 1, "");
    reads(write(plain_file(), {'*', ':', "~", "\r\n  "}), 1, "");
}

TEST_CASE("what may stand behind the last segment", "[x12]") {
    for (const std::string& tail :
         std::vector<std::string>{"", "\n", "\r\n\r\n", "   ", "\x1A", std::string(3, '\0'), "\n\n\x1A"})
        reads(plain() + tail, 1, "");
    const std::string unended = plain().substr(0, plain().size() - 2);
    reads(unended, 1, "X12003");
    reads(unended + "\n", 1, "X12003");
    reads(unended + "\x1A", 1, "X12003");
}

TEST_CASE("byte order mark and blanks in front", "[x12]") {
    reads("\xEF\xBB\xBF" + plain(), 1, "X12009");
    reads("\n \r\n" + plain(), 1, "");
    const Recorder marked = record("\xEF\xBB\xBF" + plain());
    CHECK(marked.text.find("X12009 level 1 file at 0/1/1") != std::string::npos);
    CHECK(marked.text.find("/billing/npi=1234567893 @" + std::to_string(plain().find("1234567893") + 3)) !=
          std::string::npos);
}

TEST_CASE("counts and control numbers", "[x12]") {
    const std::string file = plain();
    const std::string se = file.substr(file.find("SE*"), file.find("~", file.find("SE*")) - file.find("SE*"));
    reads(replaced(file, se, "SE*1*0001"), 1, "X12001");
    reads(replaced(file, se, "SE*x"), 1, "X12001 X12001");
    reads(replaced(file, "*0001~\nGE", "*1~\nGE"), 1, "X12001");
    CHECK(record(replaced(file, "*0001~\nGE", "*1~\nGE")).text.find("X12001 level 1") !=
          std::string::npos);   // zeros lost: a notice
    reads(replaced(file, "GE*1*101", "GE*2*102"), 1, "X12001 X12001");
    reads(replaced(file, "IEA*1*000000101", "IEA*3*000000102"), 1, "X12001 X12001");
    reads(replaced(file, "IEA*1*", "IEA*01*"), 1, "");
    reads(replaced(file, "IEA*1*", "IEA*99999999999999999999999*"), 1, "X12001");
    reads(without_line(file, "SE*"), 1, "X12001");
    reads(without_line(without_line(file, "SE*"), "GE*"), 1, "X12001");
    reads(without_line(file, "ST*"), 1, "X12001 X12001");
    reads(file + without_line(file, "IEA*") + file, 3, "X12001");
    reads(without_line(without_line(file, "IEA*"), "GE*") + file, 2, "X12001");
}

TEST_CASE("several interchanges, groups and sets, each with its own delimiters", "[x12]") {
    const auto set = set_of(text_of({billing, subscriber, one_claim}));
    const auto second = set_of(text_of({billing, subscriber, one_claim, one_claim}), "0002");
    const std::string first = write(interchange_of({set, second}));
    const std::string other = write(interchange_of({second}), {'|', '>', "\n", ""});
    const std::string third = write(interchange_of({set}), {'^', '!', "'", "\r\n"});
    reads(first + other + third, 6, "");
    reads(first + "\n\n" + other + " " + third + "\n\x1A", 6, "");
    // HL numbers begin anew in each set, and nothing above a claim outlives its set.
    const auto headless = set_of(one_claim, "0003");
    const Recorder recorder = record(write(interchange_of({set, headless})));
    CHECK(recorder.claims == 2);
    CHECK(recorder.count("X12008") == 1);
    // An interchange that begins inside another one, with other separators.
    const std::string cut = first.substr(0, first.find("SE*"));
    reads(cut + other, 3, "X12001");
}

TEST_CASE("ISA headers of wrong widths", "[x12]") {
    const std::string file = plain();
    reads(replaced(file, "*CLINIC         *", "*CLINIC*"), 1, "X12002");
    reads(replaced(file, "*CLINIC         *", "*CLINIC                *"), 1, "X12002");
    reads(replaced(replaced(file, "*00*          *00", "*00*         *00"), "*00501*", "*005*"), 1, "X12002");
    reads(replaced(file, "000000101", "0000000101"), 1, "X12002");
    CHECK(record(replaced(file, "*CLINIC         *", "*CLINIC        *")).sentences.at(0) ==
          "The file header has 14 characters in ISA06, not 15. A receiver that reads by position refuses the file.");
    // ISA16 is missing: the terminator stands in its place.
    reads(replaced(file, "*P*:~", "*P*~"), 1, "X12002");
    reads(replaced(write(plain_file(), {'*', ':', "~", ""}), "*P*:~", "*P*~"), 1, "X12002");
    reads(replaced(file, "*P*:~\n", "*P*:"), 1, "X12003");
    // 4010 has no repetition separator.
    reads(replaced(file, "*^*00501*", "*U*00401*"), 1, "");
    reads(replaced(file, "*^*00501*", "*:*00501*"), 1, "X12003");
}

TEST_CASE("claims with another separator inside elements than the header names", "[x12]") {
    const std::string other = replaced(write(plain_file(), {'*', '>', "~", "\n"}), "*P*>~", "*P*:~");
    const Recorder recorder = record(other);
    REQUIRE(recorder.sentences.size() == 1);
    CHECK(recorder.sentences[0] ==
          "The file header names \":\" as the separator inside elements, but the claims use \">\". They were read with "
          "it, "
          "but most receivers will not.");
    CHECK(recorder.text.find("/code=96372 ") != std::string::npos);
    CHECK(recorder.text.find("modifier=25 ") != std::string::npos);
    CHECK(recorder.text.find("/pos=11 ") != std::string::npos);
    // A place without its other parts is no sign of it.
    reads(replaced(plain(), "11:B:1", "11"), 1, "");
    reads(replaced(plain(), "11:B:1", "1:B:1"), 1, "");
    reads(replaced(plain(), "11:B:1", "11-B"), 1, "");
}

TEST_CASE("files without an ISA", "[x12]") {
    const auto set = set_of(text_of({billing, subscriber, one_claim}));
    for (const std::string between : {"", "\n", "\r\n  "}) {
        const std::string bare = write(set, {'*', ':', "~", between});
        reads(bare, 1, "X12002");
        reads(write(set, {'|', '>', "'", between}), 1, "X12002");
    }
    reads(write(set, {'*', ':', "\n", ""}), 1, "X12002");
    reads(write(set, {'*', ':', "\r\n", ""}), 1, "X12002");
    const Recorder recorder = record(write(set, {'*', '<', "~", ""}));
    CHECK(recorder.text.find("/pos=11 ") != std::string::npos);
    CHECK(recorder.text.find("modifier=25") != std::string::npos);
    const std::string file = plain();
    reads(without_line(file.substr(file.find("GS*")), "IEA*"), 1, "X12002");
}

TEST_CASE("line breaks inside segments are taken out", "[x12]") {
    const std::string solid = write(plain_file(), {'*', ':', "~", ""});
    const Recorder whole = record(solid);
    for (const std::size_t width : {80U, 61U, 23U, 7U}) {
        for (const std::string end : {"\n", "\r\n"}) {
            std::string wrapped;
            for (std::size_t at = 0; at < solid.size(); at += width) wrapped += solid.substr(at, width) + end;
            const Recorder recorder = record(wrapped);
            INFO(wrapped);
            INFO(recorder.text);
            CHECK(recorder.claims == 1);
            CHECK(recorder.count("X12003") == 1);
            CHECK(recorder.rules.size() == 1);
            // The same values; places point at the bytes as they were sent.
            std::size_t at = 0;
            for (const char* value :
                 {"/billing/npi=1234567893", "/payer/name=MEDICARE PART B", "/subscriber/id=1EG4TE5MK73", "/code=99213",
                  "modifier=25", "/code=96372", "/code=J1885", "from=20711"}) {
                CHECK(recorder.text.find(value) != std::string::npos);
                CHECK(whole.text.find(value) != std::string::npos);
                at += recorder.text.find(value) == std::string::npos;
            }
            CHECK(at == 0);
        }
    }
    const std::string broken = replaced(plain(), "MEDICARE", "MEDI\nCARE");
    const Recorder recorder = record(broken);
    CHECK(recorder.text.find("/payer/name=MEDICARE PART B @" + std::to_string(broken.find("MEDI")) + "/20/20") !=
          std::string::npos);
    CHECK(recorder.text.find("/code=96372 @" + std::to_string(broken.find("96372"))) != std::string::npos);
    CHECK(recorder.text.find("X12003 level 2 file at " + std::to_string(broken.find("\nCARE"))) != std::string::npos);
}

TEST_CASE("cut off files hand over what they hold", "[x12]") {
    const std::string file = plain();
    reads(file.substr(0, file.find("SE*")), 1, "X12004");
    reads(file.substr(0, file.find("GE*")), 1, "X12004");
    reads(file.substr(0, file.find("IEA*")), 1, "X12004");
    const Recorder recorder = record(file.substr(0, file.find("LX*3")));
    CHECK(recorder.claims == 1);
    CHECK(recorder.lines == 2);
    CHECK(recorder.sentences.at(0) ==
          "The file ends inside claim \"A-1\", without SE, GE and IEA. That claim may be incomplete, and others may be "
          "missing.");
    CHECK(recorder.text.find("incomplete") != std::string::npos);
    // In the middle of a segment.
    reads(file.substr(0, file.find("J1885") + 2), 1, "X12004");
    // Wherever it is cut: nothing is lost that has begun.
    for (std::size_t size = 0; size <= file.size(); ++size) {
        const Recorder cut = record(file.substr(0, size));
        const bool begun = size >= file.find("CLM*") + 3;
        if (cut.claims != (begun ? 1U : 0U)) FAIL("cut at " << size << "\n" << cut.text);
    }
}

TEST_CASE("versions", "[x12]") {
    const std::string file = plain();
    const auto labelled = [&](std::string_view label) { return replaced(file, "005010X222A1", label); };
    reads(labelled("005010X222"), 1, "");
    reads(labelled("005010X222A2"), 1, "");
    reads(labelled("004010X098A1"), 1, "X12005");
    reads(labelled("005010X291"), 1, "X12005");
    reads(labelled("005010X298"), 1, "X12005");
    reads(labelled("999999X999X9"), 1, "X12005");
    reads(labelled("005010X223A2"), 1, "X12005");   // its lines are professional
    CHECK(record(labelled("005010X223A2")).text.find("X12005 level 2") != std::string::npos);
    CHECK(record(labelled("004010X098A1")).text.find("X12005 level 1") != std::string::npos);
    reads(replaced(file, "X*005010X222A1", "X*005010X223A2"), 1, "X12005");
    reads(replaced(file, "ST*837*0001*005010X222A1", "ST*837*0001"), 1, "");
    const std::string old =
        replaced(replaced(labelled("004010X098A1"), "HC:96372", "HC:90782"), "ABK:M5450", "BK:7242");
    const Recorder recorder = record(old);
    CHECK(recorder.text.find("/code=90782") != std::string::npos);
    CHECK(recorder.text.find("icd9=7242") != std::string::npos);
}

TEST_CASE("institutional claims are read, dental ones are named and counted", "[x12]") {
    const std::string institutional = R"(
        CLM*I-1*100***13:A:1**A*Y*Y
        HI*ABK:M5450
        LX*1
        SV2*0636*HC:J3301*100*UN*4
        DTP*472*D8*20260915)";
    const auto hospital = text_of({billing, subscriber, institutional, subscriber, institutional});
    const Recorder recorder = record(write(interchange_of({set_of(hospital, "0001", "005010X223A2")}, "005010X223A2")));
    CHECK(recorder.claims == 2);
    CHECK(recorder.lines == 2);
    CHECK(recorder.rules.empty());
    CHECK(recorder.text.find("end 837I 2 claims 2 lines") != std::string::npos);
    // Both kinds in one file; the group's label names one of them.
    reads(write(interchange_of({set_of(text_of({billing, subscriber, institutional}), "0001", "005010X223A2"),
                                set_of(text_of({billing, subscriber, one_claim}), "0002")})),
          2, "X12005");
    const std::string dental_claim = replaced(institutional, "SV2", "SV3");
    const auto dentist = text_of({billing, subscriber, dental_claim, subscriber, dental_claim});
    const Recorder dental = record(write(interchange_of({set_of(dentist, "0001", "005010X224A2")}, "005010X224A2")));
    CHECK(dental.claims == 0);
    CHECK(dental.text.find("end 837D 2 claims") != std::string::npos);
    REQUIRE(dental.rules.size() == 1);
    CHECK(dental.rules[0] == "X12006");
    CHECK(dental.sentences[0] ==
          "The dental claims (837D) of this file were not checked (claims: 2). Professional (837P) and institutional "
          "claims (837I) are.");
}

TEST_CASE("files that are no claim files are named", "[x12]") {
    const auto says = [](const std::string& bytes, std::string_view what) {
        const Recorder recorder = record(bytes);
        INFO(recorder.text);
        CHECK(recorder.claims == 0);
        REQUIRE(recorder.rules.size() == 1);
        CHECK(recorder.rules[0] == "X12006");
        CHECK(recorder.sentences[0].find(what) != std::string::npos);
        CHECK(recorder.text.find("X12006 level 3 file at ") != std::string::npos);
    };
    const auto other = [](std::string_view st, std::string_view version) {
        return write({isa, "GS*XX*A*B*20260916*0800*101*X*" + std::string(version),
                      "ST*" + std::string(st) + "*0001*" + std::string(version), "BPR*I*0", "SE*9*0001", "GE*1*101",
                      "IEA*1*000000101"});
    };
    says(other("835", "005010X221A1"), "a remittance advice (835)");
    says(other("277", "005010X214"), "a claim acknowledgement (277CA)");
    says(other("277", "005010X212"), "a claim status answer (277)");
    says(other("270", "005010X279A1"), "an eligibility inquiry (270)");
    says(other("999", "005010X231A1"), "an acknowledgement (999)");
    says(other("123", ""), "a transaction set 123 of X12");
    says(replaced(other("835", "005010X221A1"), "*CLINIC         *", "*CLINIC*"), "a remittance advice (835)");
    says("", "an empty file");
    says(" \r\n\n", "an empty file");
    says("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "a PDF document");
    says("PK\x03\x04rest", "a ZIP archive");
    says("{\"claims\": []}", "a JSON text");
    says("<?xml version=\"1.0\"?>", "an XML or HTML page");
    says("MSH|^~\\&|A|B", "an HL7 version 2 message");
    says("UNA:+.? 'UNB+UNOA:1", "an EDIFACT message");
    says("claim_id,code\nA-1,96372\n", "a file of an unknown kind");
    says(std::string(100000, '\0'), "an empty file");
    says(std::string(std::size_t{20} << 20, 'x'), "a file of an unknown kind");
    says(isa + std::string("~\n"), "nothing after it");
    says(write(interchange_of({})), "nothing after it");
    says(write(interchange_of({set_of(text_of({billing}))})), "no claim in it");
}

TEST_CASE("text round the interchanges is passed over", "[x12]") {
    reads("Example 1 - Commercial Health Insurance\n\nThe patient is not the subscriber ISA*.\n\n" + plain(), 1,
          "X12008");
    reads(plain() + "That was it.\n", 1, "X12008");
    reads(plain() + "and now\n" + plain() + "the end", 2, "X12008");
    const Recorder recorder = record("Dear Sir\n\n" + plain());
    CHECK(recorder.text.find("X12008 level 2 file at 0/1/1") != std::string::npos);
    CHECK(recorder.text.find("claim 0 at " + std::to_string(10 + plain().find("CLM*")) + "/23/25") !=
          std::string::npos);
}

TEST_CASE("segments that an 837 does not have", "[x12]") {
    const std::string file = plain();
    reads(replaced(file, "HI*ABK", "ZZZ*1*2~\nFOOBAR*1~\nHI*ABK"), 1, "X12008 X12001");
    reads(replaced(file, "N3*1 MAIN", "HL*9*1*99*0~\nN3*1 MAIN"), 1, "X12008 X12001");
    reads(replaced(file, "N3*1 MAIN", "NM1*85*2*OTHER*****XX*1111111112~\nN3*1 MAIN"), 1, "X12008 X12001");
    // Empty segments are none.
    reads(replaced(file, "HI*ABK", "~~\n~HI*ABK"), 1, "");
}

TEST_CASE("control bytes and other encodings are said once", "[x12]") {
    const std::string file = plain();
    reads(replaced(file, "2 MAIN ST",
                   "2 RUE DE L'\xC9"
                   "COLE"),
          1, "X12009");
    reads(replaced(file, "2 MAIN ST",
                   "2 RUE DE L'\xC3\x89"
                   "COLE"),
          1, "");
    reads(replaced(file, "DOE*JANE", std::string("D\0E*J\x01NE", 9)), 1, "X12009");
    reads(replaced(replaced(file, "2 MAIN ST", "\xFF"), "1 MAIN ST", "\x02\xFE"), 1, "X12009 X12009");
    const Recorder recorder = record(replaced(file, "1 MAIN ST", "1 \x02 ST"));
    CHECK(recorder.sentences.at(0).find("code 2)") != std::string::npos);
    CHECK(recorder.text.find("file at " + std::to_string(file.find("1 MAIN ST") + 2) + "/11/11") != std::string::npos);
}

TEST_CASE("a claim or a segment over the limit is counted and passed over", "[x12]") {
    std::string notes;
    while (notes.size() < claim_size_limit) notes += "K3*" + std::string(1000, 'x') + "\n";
    const auto segments = file_of(text_of({billing, subscriber, one_claim, one_claim, notes, subscriber, one_claim}));
    const std::string many = write(segments);
    const Recorder recorder = record(many);
    CHECK(recorder.claims == 2);
    CHECK(recorder.count("SRC005") == 1);
    CHECK(recorder.rules.size() == 1);
    CHECK(recorder.text.find("claim 2 at ") != std::string::npos);   // the lost one keeps its number
    CHECK(recorder.text.find("end 837P 3 claims") != std::string::npos);
    CHECK(record(many, std::size_t{1} << 20).text == recorder.text);
    CHECK(record_cut(many, std::size_t{1} << 16, std::size_t{1} << 20).text == recorder.text);

    const std::string one = "NTE*ADD*" + std::string(claim_size_limit + 100, 'x');
    const std::string endless =
        write(file_of(text_of({billing, subscriber, one_claim, one_claim, one, "LX*9", one_claim})));
    const Recorder long_segment = record(endless);
    CHECK(long_segment.claims == 2);
    CHECK(long_segment.count("SRC005") == 1);
    CHECK(long_segment.rules.size() == 1);
    CHECK(long_segment.text.find("end 837P 3 claims") != std::string::npos);
    CHECK(record(endless, 999983).text == long_segment.text);
    CHECK(record_cut(endless, 1000, 999983).text == long_segment.text);

    const std::string above =
        write(file_of(text_of({billing, "N3*" + std::string(claim_size_limit, 'x'), subscriber, one_claim})));
    const Recorder before = record(above);
    CHECK(before.claims == 1);
    CHECK(before.count("SRC005") == 1);
    CHECK(before.text.find("/code=96372 ") != std::string::npos);
    CHECK(record(above, 1234567).text == before.text);

    // Cut off inside: the claim was counted when it began.
    const Recorder open = record(write(plain_file()).substr(0, write(plain_file()).find("LX*1")) + "NTE*ADD*" +
                                 std::string(claim_size_limit, 'x'));
    CHECK(open.text.find("end 837P 1 claims") != std::string::npos);
}

TEST_CASE("a long file in small pieces takes no more than time in proportion", "[x12]") {
    // A claim of 4 MB in pieces of 100 bytes: read anew for each piece this would take hours.
    std::string notes;
    while (notes.size() < (std::size_t{1} << 22)) notes += "K3*" + std::string(70, 'x') + "\n";
    const std::string text = write(file_of(text_of({billing, subscriber, one_claim, notes})));
    Recorder recorder;
    const auto reader = make_x12_reader();
    std::string all = text;
    std::size_t begin = 0;
    for (std::size_t end = 100;; end = std::min(end + 100, all.size())) {
        begin += reader->read(std::span<const char>(all.data() + begin, end - begin), begin, recorder);
        if (end == all.size()) break;
    }
    reader->end(std::span<const char>(all.data() + begin, all.size() - begin), begin, recorder);
    CHECK(recorder.claims == 1);
}

// SPDX-License-Identifier: Apache-2.0
// What reading a note promises beside its fields: doubts, remarks, places, and what hostile text may cost.
#include "deltoid/notes.hpp"

#include <string>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace deltoid;
using json = nlohmann::json;

namespace {

json read(const std::string& text) { return json::parse(read_note(text)); }

json only_record(const std::string& text) {
    const json note = read(text);
    REQUIRE(note["administrations"].size() == 1);
    return note["administrations"][0];
}

std::string remark_of(const std::string& text) {
    const json note = read(text);
    CHECK(note["administrations"].empty());
    return note["remarks"].empty() ? "" : note["remarks"][0].get<std::string>();
}

}   // namespace

TEST_CASE("a note says which words a value was taken from", "[notes]") {
    const std::string text = "Toradol 60 mg IM given in left deltoid.";
    const json record = only_record(text);
    CHECK(record["taken"][1] ==
          json{{"field", "dose"}, {"value", "60 mg"}, {"from", 8}, {"to", 13}, {"words", "60 mg"}});
    CHECK(record["documentation"].size() == record["taken"].size());
}

TEST_CASE("places count bytes behind letters of two", "[notes]") {
    const json record = only_record("Se administr\xC3\xB3 ketorolaco 60 mg IM, deltoides izquierdo.");
    CHECK(record["taken"][0]["from"] == 15);
    CHECK(record["taken"][0]["words"] == "ketorolaco");
}

TEST_CASE("two candidates leave a field open and are both said", "[notes]") {
    const json record = only_record("Toradol 60 mg IM given in left deltoid, lot A123. Lot B456.");
    CHECK_FALSE(record["documentation"].contains("lot"));
    CHECK(record["unsure"][0]["field"] == "lot");
    CHECK(record["unsure"][0]["candidates"] == json{"A123", "B456"});
}

TEST_CASE("an hour without morning or afternoon stays open", "[notes]") {
    const json record = only_record("Toradol 60 mg IM given in left deltoid at 2:15.");
    CHECK(record["unsure"][0]["candidates"] == json{"02:15", "14:15"});
}

TEST_CASE("a note without an injection says why nothing was filled", "[notes]") {
    CHECK(remark_of("") == "The note is empty.");
    CHECK(remark_of("Seen for a cough. Chest clear.") == "No injection was found in the note.");
    CHECK(remark_of("Patient refused the Toradol injection.") == "The note says that an injection was not given.");
    CHECK(remark_of("Plan: Toradol 60 mg IM.") ==
          "The note orders or plans an injection; it does not say that one was given.");
    CHECK(remark_of("Toradol 60 mg IM") == "The note names Toradol, but does not say that it was given.");
    CHECK(remark_of("Le patient a re\xC3\xA7u une injection de ketorolac dans le bras avec succes.")
              .find("neither in English") != std::string::npos);
}

TEST_CASE("a name with one letter wrong is that name, a word near two names is none", "[notes]") {
    CHECK(only_record("Ceftriaxine 1 g IM given in left glute.")["documentation"]["drug"] == "ceftriaxone");
    CHECK(only_record("ondansetrn 4 mg IM given in left glute.")["documentation"]["drug"] == "ondansetron");
    CHECK_FALSE(only_record("Unknownium 4 mg IM given in left glute.")["documentation"].contains("drug"));
}

TEST_CASE("hostile text is read in bounded time and answered in valid JSON", "[notes]") {
    std::string every_byte;
    for (int i = 0; i < 4096; ++i) every_byte += static_cast<char>(i * 37);
    const auto repeated = [](const std::string& text) {
        std::string all;
        while (all.size() < std::size_t{1} << 20) all += text;
        return all;
    };
    for (const std::string& text : {repeated("lot "),        repeated("Toradol 60 mg IM given L deltoid "),
                                    repeated("a"),           repeated("for "),
                                    repeated("1"),           repeated(","),
                                    repeated("no adverse "), repeated("1 mg "),
                                    repeated("by J. "),      repeated("ketorolxc "),
                                    repeated(";x"),          repeated("("),
                                    repeated("\n"),          repeated("Dose: "),
                                    repeated(every_byte),    repeated("\xC3"),
                                    repeated("left "),       repeated(", given "),
                                    repeated("1/2/"),        repeated("Toradol given. "),
                                    repeated("J.")}) {
        const json note = read(text);
        CHECK(note["remarks"].back() == "The note is long: only its first 64 KB were read.");
    }
}

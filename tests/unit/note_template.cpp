// SPDX-License-Identifier: Apache-2.0
// The note to complete: what it asks, what it fills in, and that read_note() gives back what was written on its lines.
#include "deltoid/template.hpp"

#include <map>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "deltoid/notes.hpp"
#include "deltoid/rule.hpp"
#include "note_template.hpp"
#include "rules/clean_claim.hpp"

using namespace deltoid;
using json = nlohmann::json;

namespace {

json clean() { return json::parse(rulebook::clean_claim); }

/// All notes that the claims ask for, fed in pieces of `piece` bytes.
std::string notes_of(const std::string& bytes, NoteForm form, std::size_t piece = 1 << 16,
                     const std::string& options = R"({"as_of":"2026-09-20","format":"none"})",
                     NoteTemplates::Totals* totals = nullptr, std::vector<Problem>* problems = nullptr) {
    Checker checker;
    REQUIRE(checker.open(options).empty());
    NoteTemplates notes(checker, form);
    notes.begin("claims");
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        const std::string_view part = std::string_view(bytes).substr(at, piece);
        std::copy(part.begin(), part.end(), notes.buffer(part.size()).begin());
        out += notes.feed(part.size());
    }
    out += notes.finish();
    if (totals != nullptr) *totals = notes.totals();
    if (problems != nullptr) *problems = notes.problems();
    return out;
}

std::string notes_of(const json& claims, NoteForm form) { return notes_of(claims.dump(), form); }

json as_json(const json& claims) { return json::parse(notes_of(claims, NoteForm::json))["notes"]; }

/// The rules that ask for each field of a note.
std::map<std::string, std::vector<std::string>> asked(const json& note) {
    std::map<std::string, std::vector<std::string>> all;
    for (const json& field : note["fields"]) all[field["field"]] = field["rules"];
    return all;
}

json field_of(const json& note, const std::string& name) {
    for (const json& field : note["fields"])
        if (field["field"] == name) return field;
    return nullptr;
}

/// Writes on the blank lines, as a nurse would.
std::string filled(std::string text, const std::vector<std::pair<std::string, std::string>>& answers) {
    for (const auto& [label, answer] : answers) {
        const std::string line = "\n" + label + ": ";
        const std::size_t at = text.find(line);
        INFO(label);
        REQUIRE(at != std::string::npos);
        const std::size_t begin = at + line.size();
        text.replace(begin, text.find('\n', begin) - begin, answer);
    }
    return text;
}

const std::vector<std::pair<std::string, std::string>> all_answers{
    {"Ordered by", "A. Moss, MD"},
    {"Order date", "2026-09-15"},
    {"Indication", "acute low back pain"},
    {"New problem", "no"},
    {"Drug", "ketorolac"},
    {"Lot", "K4711"},
    {"Expiration date", "2027-01-31"},
    {"Container", "single-dose vial"},
    {"Source", "office stock"},
    {"Dose", "60 mg"},
    {"Discarded", "none"},
    {"Date and time", "2026-09-15 10:20"},
    {"Route", "IM"},
    {"Site", "left deltoid"},
    {"Number of injections", "1"},
    {"Given by", "J. Reed, RN"},
    {"Supervised by", "A. Moss, MD"},
    {"Supervision", "on site"},
    {"Response", "tolerated well, no reaction"},
    {"Separate visit note", "yes"},
    {"Why separate", "second drug in the other arm"},
};
const json all_fields{{"ordered_by", "A. Moss, MD"},
                      {"order_date", "2026-09-15"},
                      {"indication", "acute low back pain"},
                      {"new_problem", false},
                      {"drug", "ketorolac"},
                      {"lot", "K4711"},
                      {"expiration", "2027-01-31"},
                      {"container", "single_dose"},
                      {"source", "stock"},
                      {"dose", "60 mg"},
                      {"discarded", "none"},
                      {"given_at", "2026-09-15T10:20"},
                      {"route", "IM"},
                      {"site", "left deltoid"},
                      {"injections", 1},
                      {"given_by", "J. Reed"},
                      {"credential", "RN"},
                      {"supervised_by", "A. Moss, MD"},
                      {"supervision", "onsite"},
                      {"response", "tolerated well, no reaction"},
                      {"visit_documented_separately", true},
                      {"reason_distinct", "second drug in the other arm"}};

json read_back(const std::string& text) {
    const json note = json::parse(read_note(text));
    INFO(text << "\n" << note.dump(1));
    REQUIRE(note["administrations"].size() == 1);
    CHECK(note["administrations"][0]["unsure"].empty());
    return note["administrations"][0]["documentation"];
}

}   // namespace

TEST_CASE("the blank note has a line for every field of a record, and says which rules ask and why", "[template]") {
    const json notes = json::parse(note_template(NoteForm::json))["notes"];
    REQUIRE(notes.size() == 1);
    std::size_t fields = 0;
    for (const json& field : notes[0]["fields"]) {
        fields += field.contains("credential") ? 2 : 1;
        INFO(field.dump());
        CHECK_FALSE(field["rules"].empty());
        CHECK_FALSE(field["why"].is_null());
        CHECK(field["value"].is_null());
    }
    CHECK(fields == 22);
    const std::string text = note_template(NoteForm::text);
    for (const Rule* rule : rules())
        if (rule->record != 0) {
            INFO(rule->id);
            CHECK(text.find(rule->id) != std::string::npos);
        }
    CHECK(asked(notes[0])["dose"] == std::vector<std::string>{"DOC003", "DRG008", "UNT005", "UNT008"});
}

TEST_CASE("text of a note is ASCII, no line is longer than 80, and no bracket stands in another", "[template]") {
    for (const std::string& text : {note_template(NoteForm::text), notes_of(clean(), NoteForm::text)}) {
        std::size_t column = 0;
        bool open = false;
        for (const char c : text) {
            CHECK((c == '\n' || (c >= ' ' && c <= '~')));
            column = c == '\n' ? 0 : column + 1;
            CHECK(column <= 80);
            CHECK_FALSE((c == '[' && open));
            open = c == '[' || (open && c != ']');
        }
    }
}

TEST_CASE("a completed note, read, gives every field back, with its brackets or without", "[template]") {
    for (const NoteForm form : {NoteForm::text, NoteForm::plain})
        CHECK(read_back(filled(note_template(form), all_answers)) == all_fields);
}

TEST_CASE("a blank note, read, fills nothing", "[template]") {
    for (const NoteForm form : {NoteForm::text, NoteForm::plain}) {
        const json note = json::parse(read_note(note_template(form)));
        INFO(note.dump(1));
        CHECK(note["administrations"].empty());
    }
}

TEST_CASE("each line alone, read, gives its own field and no other", "[template]") {
    for (const auto& answer : all_answers) {
        std::vector<std::pair<std::string, std::string>> answers{{"Drug", "ketorolac"}, {"Site", "left deltoid"}};
        if (answer.first != "Drug" && answer.first != "Site") answers.push_back(answer);
        const json got = read_back(filled(note_template(NoteForm::text), answers));
        INFO(answer.first << got.dump());
        const std::size_t more = answers.size() == 2 ? 0 : answer.first == "Given by" ? 2 : 1;
        CHECK(got.size() == 2 + more);
        for (const auto& [name, value] : got.items()) CHECK(all_fields.at(name) == value);
    }
}

TEST_CASE("answers in other words of the hints are read, too", "[template]") {
    const auto one = [](const std::string& label, const std::string& answer) {
        return read_back(
            filled(note_template(NoteForm::text), {{"Drug", "ketorolac"}, {"Site", "left deltoid"}, {label, answer}}));
    };
    CHECK(one("Supervision", "video")["supervision"] == "audio_video");
    CHECK(one("Supervision", "live audio and video")["supervision"] == "audio_video");
    CHECK(one("Supervision", "telephone")["supervision"] == "audio");
    CHECK(one("Supervision", "none")["supervision"] == "none");
    CHECK_FALSE(one("Supervision", "no video").contains("supervision"));
    CHECK(one("New problem", "Yes.")["new_problem"] == true);
    CHECK_FALSE(one("New problem", "no pain today").contains("new_problem"));
    CHECK(one("Separate visit note", "N")["visit_documented_separately"] == false);
    CHECK(one("Number of injections", "2")["injections"] == 2);
    CHECK_FALSE(one("Number of injections", "2 or 3").contains("injections"));
    for (const auto& [words, value] : std::map<std::string, std::string>{{"office stock", "stock"},
                                                                         {"patient supplied", "patient"},
                                                                         {"specialty pharmacy", "specialty_pharmacy"},
                                                                         {"sample", "sample"},
                                                                         {"state supplied", "state_supplied"}})
        CHECK(one("Source", words)["source"] == value);
    CHECK(one("Container", "multi-dose vial")["container"] == "multi_dose");
}

TEST_CASE("a claim's note names day and drug, and tells beside the lines what is billed", "[template]") {
    const json notes = as_json(clean());
    REQUIRE(notes.size() == 1);
    CHECK(notes[0]["claim"] == "CLEAN-1");
    CHECK(notes[0]["line"] == 2);
    CHECK(notes[0]["drug_line"] == 3);
    CHECK(field_of(notes[0], "given_at")["value"] == "2026-09-15");
    CHECK(field_of(notes[0], "drug")["value"] == "ketorolac");
    CHECK(field_of(notes[0], "drug")["claim"] == "line 3, J1885 x 4 JZ");
    CHECK(field_of(notes[0], "dose")["value"].is_null());
    CHECK(field_of(notes[0], "dose")["claim"] == "4 units of 15 mg: at most 60 mg");
    CHECK(field_of(notes[0], "route")["claim"] == "IM is expected of this drug with 96372");
    CHECK(field_of(notes[0], "indication")["claim"] == "M54.50");
    CHECK(field_of(notes[0], "visit_documented_separately")["claim"] == "line 1, 99213 25");
}

TEST_CASE("what a claim bills is no answer: a note that nobody completed gives only day and drug", "[template]") {
    const json note = json::parse(read_note(notes_of(clean(), NoteForm::text)));
    for (const json& one : note["administrations"])
        for (const auto& [name, value] : one["documentation"].items()) CHECK((name == "drug" || name == "given_at"));
}

TEST_CASE("a claim's completed note, read and put into the claim, leaves no rule of documentation anything to ask",
          "[template]") {
    json claim = clean();
    std::vector<std::pair<std::string, std::string>> answers;
    const std::string text = notes_of(claim, NoteForm::text);
    for (const auto& answer : all_answers)
        if (text.find("\n" + answer.first + ": ") != std::string::npos) answers.push_back(answer);
    claim["lines"][2]["documentation"] = read_back(filled(text, answers));
    const json notes = as_json(claim);
    REQUIRE(notes.size() == 1);
    for (const json& field : notes[0]["fields"]) {
        INFO(field.dump());
        CHECK((field["rules"].empty() || field["field"] == "given_by" || !field["value"].is_null()));
        CHECK(field["checks"].empty());
    }
    Checker checker;
    REQUIRE(checker.open(R"({"as_of":"2026-09-20","format":"jsonl"})").empty());
    checker.begin(Role::claims, "claim");
    std::string said(checker.feed(claim.dump()));
    said += checker.finish();
    INFO(said);
    CHECK(said.find("\"rule\":\"DOC") == std::string::npos);
}

TEST_CASE("only what the claim needs is asked", "[template]") {
    const auto first = asked(as_json(clean())[0]);
    CHECK(first.contains("visit_documented_separately"));
    CHECK(first.contains("supervised_by"));
    CHECK(first.contains("supervision"));
    CHECK(first.contains("injections"));
    CHECK_FALSE(first.contains("reason_distinct"));

    json alone = clean();
    alone["lines"].erase(0);
    alone["total_charge"] = "52.00";
    const auto without_visit = asked(as_json(alone)[0]);
    CHECK_FALSE(without_visit.contains("visit_documented_separately"));
    CHECK(without_visit.contains("new_problem"));   // nobody saw the patient that day

    json supervised = clean();
    supervised["supervising"] = {{"npi", "1245319599"}};
    CHECK_FALSE(asked(as_json(supervised)[0]).contains("supervised_by"));

    json distinct = clean();
    distinct["lines"][1]["modifiers"] = {"59"};
    CHECK(asked(as_json(distinct)[0]).contains("reason_distinct"));

    json waste = clean();
    waste["lines"][2]["modifiers"] = json::array();
    waste["lines"][2]["units"] = "2";
    waste["lines"].push_back(waste["lines"][2]);
    waste["lines"][3]["modifiers"] = {"JW"};
    const json note = as_json(waste)[0];
    CHECK(asked(note)["discarded"] == std::vector<std::string>{"DOC015"});
    CHECK(field_of(note, "discarded")["claim"] == "line 4 bills with JW 2 units of 15 mg: at most 30 mg");

    json without_drug = clean();
    without_drug["lines"].erase(2);
    without_drug["total_charge"] = "160.00";
    CHECK(asked(as_json(without_drug)[0]).contains("source"));
}

TEST_CASE("what a record says is filled in, and what a finding doubts in it is marked", "[template]") {
    json claim = clean();
    claim["lines"][2]["documentation"] = {{"drug", "Toradol"},          {"dose", "60 mg"},
                                          {"expiration", "2026-01-31"}, {"credential", "RN"},
                                          {"supervision", "none"},      {"given_at", "2026-09-15T10:20"},
                                          {"container", "single_dose"}};
    const json note = as_json(claim)[0];
    CHECK(field_of(note, "drug")["value"] == "Toradol");
    CHECK(field_of(note, "dose")["rules"].empty());
    const std::string check = field_of(note, "expiration")["checks"][0];
    CHECK(check.starts_with("DOC007: Line 3: "));
    CHECK(field_of(note, "supervision")["checks"][0].get<std::string>().starts_with("SUP001: "));
    CHECK(field_of(note, "given_by")["value"].is_null());
    CHECK(field_of(note, "given_by")["credential"] == "RN");
    const std::string text = notes_of(claim, NoteForm::text);
    CHECK(text.find("\nGiven by: ________, RN\n") != std::string::npos);
    CHECK(text.find("\nDate and time: 2026-09-15 10:20\n") != std::string::npos);
    CHECK(text.find("\nContainer: single-dose vial\n") != std::string::npos);
}

TEST_CASE("each drug of an injection line has a note, each injection line at least one", "[template]") {
    json two = clean();
    two["lines"][1]["units"] = "2";
    two["lines"].push_back(
        {{"code", "J3420"}, {"units", "1"}, {"charge", "5.00"}, {"from", "2026-09-15"}, {"pointers", {1}}});
    json notes = as_json(two);
    REQUIRE(notes.size() == 2);
    CHECK(notes[0]["drug_line"] == 3);
    CHECK(notes[1]["drug_line"] == 4);
    CHECK(notes[1]["line"] == 2);
    CHECK(field_of(notes[1], "visit_documented_separately").is_null());   // once a day

    json lines = clean();
    lines["lines"].push_back(lines["lines"][1]);
    lines["lines"][3]["modifiers"] = {"76"};
    notes = as_json(lines);
    REQUIRE(notes.size() == 2);
    CHECK(notes[1]["line"] == 4);
    CHECK(notes[1]["drug_line"].is_null());
}

TEST_CASE("claims without an injection, voids and broken claims have no note and are counted", "[template]") {
    json visit = clean();
    visit["lines"].erase(2);
    visit["lines"].erase(1);
    json taken_back = clean();
    taken_back["frequency"] = "8";
    taken_back["original_reference"] = "1";
    NoteTemplates::Totals totals;
    std::vector<Problem> problems;
    const std::string out = notes_of(json::array({visit, taken_back, clean()}).dump() + "x", NoteForm::json, 7,
                                     R"({"as_of":"2026-09-20","format":"none"})", &totals, &problems);
    CHECK(json::parse(out)["notes"].size() == 1);
    CHECK(totals.claims == 3);
    CHECK(totals.notes == 1);
    CHECK_FALSE(problems.empty());
    CHECK(notes_of(std::string(), NoteForm::json) == "{\"notes\":[]}\n");
}

TEST_CASE("however the bytes are cut, the notes are the same", "[template]") {
    json claims = json::array();
    for (int i = 0; i < 3; ++i) claims.push_back(clean());
    for (const NoteForm form : {NoteForm::text, NoteForm::plain, NoteForm::json}) {
        const std::string whole = notes_of(claims.dump(), form);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{13}, std::size_t{997}})
            CHECK(notes_of(claims.dump(), form, piece) == whole);
    }
}

TEST_CASE("a claim with very many injections has a bounded number of notes and says so", "[template]") {
    json many = clean();
    while (many["lines"].size() < 400) many["lines"].push_back(many["lines"][1]);
    NoteTemplates::Totals totals;
    std::vector<Problem> problems;
    notes_of(many.dump(), NoteForm::text, 1 << 20, R"({"as_of":"2026-09-20","format":"none"})", &totals, &problems);
    CHECK(totals.notes == 50);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == "Claim 1 has 398 lines of 96372: the first 50 have notes.");
}

TEST_CASE("a rule that the practice has switched off asks nothing", "[template]") {
    const auto notes = json::parse(notes_of(clean().dump(), NoteForm::json, 1 << 16,
                                            R"({"as_of":"2026-09-20","format":"none","ignore":["DOC006"]})"));
    CHECK_FALSE(asked(notes["notes"][0]).contains("lot"));
}

TEST_CASE("brackets that are no guidance stay words of the note", "[template]") {
    const json note = json::parse(read_note("Toradol 60 mg IM given [left deltoid, lot A123]. [XYZ123: 30 mg]"));
    CHECK(note["administrations"][0]["documentation"]["site"] == "left deltoid");
    const json places = json::parse(read_note("[claim: 4 units of 15 mg]\nToradol 60 mg IM given in left deltoid."));
    CHECK(places["administrations"][0]["taken"][0]["from"] == 26);
}

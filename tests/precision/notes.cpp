// SPDX-License-Identifier: Apache-2.0
// The notes of tests/notes against their keys: what is filled must be right, and how much is found is printed by field.
#include "deltoid/notes.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using json = nlohmann::json;

namespace {

using Key = std::map<std::string, std::string>;   // field: value, "?" for one that must stay open

struct Note {
    std::string name, text;
    std::vector<Key> records;
};

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

std::vector<Note> read_notes(const std::filesystem::path& path) {
    std::vector<Note> notes;
    std::ifstream file(path, std::ios::binary);
    bool key = false;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("=== ", 0) == 0) {
            notes.push_back({line.substr(4), "", {}});
            key = false;
        } else if (notes.empty()) {
            continue;   // what the file is
        } else if (line == "---" || line == "--- none") {
            key = true;
            if (line == "---") notes.back().records.emplace_back();
        } else if (!key) {
            notes.back().text += line + "\n";
        } else if (const auto colon = line.find(':');
                   colon != std::string::npos && !trimmed(line.substr(colon + 1)).empty()) {
            notes.back().records.back()[line.substr(0, colon)] = trimmed(line.substr(colon + 1));
        }
    }
    return notes;
}

struct Score {
    int right = 0, filled = 0, there = 0;
};

struct Scores {
    std::map<std::string, Score> by_field;
    int notes = 0, wrong_counts = 0;

    void add(const Note& note) {
        ++notes;
        const json read = json::parse(deltoid::read_note(note.text));
        const json& records = read["administrations"];
        wrong_counts += records.size() == note.records.size() ? 0 : 1;
        for (std::size_t i = 0; i < std::max(records.size(), note.records.size()); ++i) {
            const Key none;
            const Key& key = i < note.records.size() ? note.records[i] : none;
            for (const auto& [field, value] : key) by_field[field].there += value == "?" ? 0 : 1;
            if (i >= records.size()) continue;
            for (const auto& [field, value] : records[i]["documentation"].items()) {
                Score& score = by_field[field];
                ++score.filled;
                const auto found = key.find(field);
                if (found != key.end() && found->second == value)
                    ++score.right;
                else
                    std::printf("  %s: %s is \"%s\"\n", note.name.c_str(), field.c_str(),
                                value.get<std::string>().c_str());
            }
            check_places(note, records[i]);
        }
    }

    /// The words of each value stand where it says.
    static void check_places(const Note& note, const json& record) {
        for (const json& taken : record["taken"]) {
            const std::size_t from = taken["from"], to = taken["to"];
            CHECK(note.text.substr(from, to - from) == taken["words"]);
            CHECK(record["documentation"][taken["field"].get<std::string>()] == taken["value"]);
        }
        for (const json& doubt : record["unsure"]) {
            CHECK_FALSE(doubt["reason"].get<std::string>().empty());
            if (doubt["field"] != "given_at")
                CHECK_FALSE(record["documentation"].contains(doubt["field"].get<std::string>()));
        }
    }

    [[nodiscard]] Score all() const {
        Score sum;
        for (const auto& [field, score] : by_field) {
            sum.right += score.right;
            sum.filled += score.filled;
            sum.there += score.there;
        }
        return sum;
    }

    void print(const char* title) const {
        const auto line = [](const char* name, const Score& score) {
            std::printf("  %-15s precision %3d of %3d, recall %3d of %3d\n", name, score.right, score.filled,
                        score.right, score.there);
        };
        std::printf("%s: %d notes, %d with another number of injections\n", title, notes, wrong_counts);
        for (const auto& [field, score] : by_field) line(field.c_str(), score);
        line("all", all());
    }
};

Scores score_of(std::initializer_list<const char*> files) {
    Scores scores;
    for (const char* file : files)
        for (const Note& note : read_notes(std::filesystem::path(DELTOID_SOURCE_DIR) / "tests" / "notes" / file))
            scores.add(note);
    return scores;
}

}   // namespace

TEST_CASE("notes are read without mistakes", "[notes]") {
    const Scores scores = score_of({"terse.txt", "dictated.txt", "template.txt", "spanish.txt", "other.txt"});
    scores.print("Notes the reader was made with");
    const Score all = scores.all();
    CHECK(scores.notes >= 60);
    CHECK(scores.wrong_counts == 0);
    CHECK(all.right * 100 >= all.filled * 98);
    CHECK(all.right * 100 >= all.there * 95);
}

// First read on 2026-11-22, the day it was written, before anything was mended for it: precision 132 of 143, recall
// 132 of 149.
// The second 15, written when that was done: precision 94 of 95, recall 94 of 102.
TEST_CASE("notes that were written after the reader are read without mistakes by now", "[notes]") {
    const Scores scores = score_of({"held-out.txt", "held-out-2.txt"});
    scores.print("Notes written afterwards");
    const Score all = scores.all();
    CHECK(scores.notes == 35);
    CHECK(all.right * 100 >= all.filled * 98);
    CHECK(all.right * 100 >= all.there * 95);
}

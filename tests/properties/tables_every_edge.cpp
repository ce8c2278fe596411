// SPDX-License-Identifier: Apache-2.0
// Every edge of every window of every built-in table: the day before, the day, the day after. What must be answered is read
// from the TSV texts by a plain reader of its own, days as texts and every row looked at, as docs/tables.md puts it.
#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "support/samples.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::table_tests;
using deltoid::test::project_folder;
using deltoid::test::read_file;

namespace {

const std::string begin_of_time, end_of_time = "9999";   // sort before and behind every day as a text

struct PlainRow {
    std::map<std::string, std::string> cells;
    std::string first, last;   ///< the key, or the ends of a range of keys
    std::string from, to;
    bool is_range = false;
};

struct PlainPack {
    std::string table, edition, from, to;
    bool complete = false;
    std::vector<std::pair<std::string, std::string>> covers;
    std::vector<PlainRow> rows;
};

std::vector<std::string> cut(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(at); end != std::string::npos; end = text.find(at, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

PlainPack read_plain(const std::filesystem::path& path) {
    PlainPack pack;
    std::map<std::string, std::string> header;
    std::vector<std::string> columns;
    for (const std::string& line : cut(read_file(path), '\n')) {
        if (line.empty()) continue;
        if (line[0] == '#') {
            const std::size_t colon = line.find(": ");
            if (colon != std::string::npos) header.emplace(line.substr(2, colon - 2), line.substr(colon + 2));
            continue;
        }
        const std::vector<std::string> cells = cut(line, '\t');
        if (columns.empty()) {
            columns = cells;
            continue;
        }
        PlainRow& row = pack.rows.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i) row.cells[columns[i]] = i < cells.size() ? cells[i] : "";
        row.is_range = row.cells.contains("first");
        row.first = row.is_range ? row.cells["first"] : cells.front();
        row.last = row.is_range ? row.cells["last"] : row.first;
        const bool dated = row.cells.contains("from");
        row.from = dated ? row.cells["from"] : header["from"];
        row.to = row.cells["to"].empty() ? end_of_time : row.cells["to"];
    }
    pack.table = header["pack"];
    pack.edition = header["edition"];
    pack.from = header["from"];
    pack.to = header["to"] == "open" ? end_of_time : header["to"];
    pack.complete = header["complete"] == "yes";
    if (!header["covers"].empty())
        for (const std::string& range : cut(header["covers"], ' ')) {
            const std::vector<std::string> ends = cut(range, '-');
            pack.covers.emplace_back(ends.front(), ends.back());
        }
    return pack;
}

/// By table, by first day.
const std::map<std::string, std::vector<PlainPack>>& plain_packs() {
    static const auto packs = [] {
        std::map<std::string, std::vector<PlainPack>> result;
        for (const auto& entry : std::filesystem::directory_iterator(project_folder() / "core/data"))
            if (entry.path().extension() == ".tsv") {
                PlainPack pack = read_plain(entry.path());
                result[pack.table].push_back(std::move(pack));
            }
        for (auto& [table, list] : result)
            std::sort(list.begin(), list.end(), [](const PlainPack& a, const PlainPack& b) { return a.from < b.from; });
        return result;
    }();
    return packs;
}

/// "J0000" and "J9999" are of one shape, 0042T and 00100 are not.
std::string shape_of(const std::string& code) {
    std::string shape;
    for (const char c : code) shape += c >= '0' && c <= '9' ? '9' : 'A';
    return shape;
}

bool holds_key(const std::string& first, const std::string& last, const std::string& key) {
    return first <= key && key <= last && shape_of(first) == shape_of(key);
}

/// What the texts say of a key on a day.
struct Expected {
    const PlainRow* row = nullptr;
    const PlainPack* pack = nullptr;
    bool covered = false, carried = false;
};

/// The rows of one pack that hold the key, whatever the day.
std::vector<const PlainRow*> rows_of(const PlainPack& pack, const std::string& key) {
    static std::map<std::pair<const PlainPack*, std::string>, std::vector<const PlainRow*>> known;
    const auto [at, is_new] = known.try_emplace({&pack, key});
    if (is_new)
        for (const PlainRow& row : pack.rows)
            if (holds_key(row.first, row.last, key)) at->second.push_back(&row);
    return at->second;
}

struct Word {
    const PlainRow* row = nullptr;
    bool history = false;    ///< a row of the key began before: the pack tells what became of it
    bool complete = false;   ///< the pack has every key
};

Word word_of(const PlainPack& pack, const std::string& key, const std::string& day) {
    Word word;
    for (const PlainRow* row : rows_of(pack, key)) {
        if (row->from <= day && day <= row->to) word.row = row;
        if (row->from <= day) word.history = true;
    }
    word.complete = pack.complete;
    if (pack.complete && !pack.covers.empty())
        word.complete = std::any_of(pack.covers.begin(), pack.covers.end(),
                                    [&](const auto& range) { return holds_key(range.first, range.second, key); });
    return word;
}

Expected expected_of(const std::string& table, const std::string& key, const std::string& day) {
    const std::vector<PlainPack>& packs = plain_packs().at(table);
    bool settled = false;
    for (auto pack = packs.rbegin(); pack != packs.rend(); ++pack) {   // in force on the day
        if (day < pack->from || pack->to < day) continue;
        const Word word = word_of(*pack, key, day);
        if (word.row != nullptr) return {word.row, &*pack, true, false};
        settled |= word.history || word.complete;
        if (word.complete) break;
    }
    if (settled) return {nullptr, nullptr, true, false};
    for (const PlainPack& pack : packs) {   // later ones know the past by their rows' own days
        if (pack.from <= day) continue;
        const Word word = word_of(pack, key, day);
        if (word.row != nullptr || word.history) return {word.row, &pack, true, false};
    }
    for (auto pack = packs.rbegin(); pack != packs.rend(); ++pack) {   // earlier ones carry forward
        if (day <= pack->to) continue;
        const Word word = word_of(*pack, key, day);
        if (word.row != nullptr) return {word.row, &*pack, true, true};
        if (word.history || word.complete) break;
    }
    return {};
}

std::string text_of(Day day) { return packs::text_of(day); }

/// The day before, the day and the day after of every end of the key's rows and of the table's editions.
std::set<std::string> edges_of(const std::string& table, const std::string& key) {
    std::set<std::string> days;
    const auto around = [&](const std::string& text) {
        if (text == begin_of_time || text == end_of_time) return;
        const Day day = on(text);
        for (const Day one : {before(day), day, after(day)}) days.insert(text_of(one));
    };
    for (const PlainPack& pack : plain_packs().at(table)) {
        around(pack.from);
        around(pack.to);
        for (const PlainRow* row : rows_of(pack, key)) {
            around(row->from);
            around(row->to);
        }
    }
    return days;
}

/// Every key that a table has in any edition; of a range its ends.
std::set<std::string> keys_of(const std::string& table) {
    std::set<std::string> keys;
    for (const PlainPack& pack : plain_packs().at(table))
        for (const PlainRow& row : pack.rows) keys.insert({row.first, row.last});
    return keys;
}

std::string number_or_zero(const std::string& cell) { return cell.empty() ? "0" : cell; }

/// Walks a table of single answers; returns how many edges were asked.
template <class Row>
std::size_t walk(const std::string& table, const std::function<Answer<Row>(const std::string&, Day)>& ask,
                 const std::function<bool(const Row&, const PlainRow&)>& same,
                 const std::function<void(const std::string&, Expected&)>& adjust = {}) {
    std::size_t asked = 0, wrong = 0;
    for (const std::string& key : keys_of(table))
        for (const std::string& day : edges_of(table, key)) {
            Expected expected = expected_of(table, key, day);
            if (adjust) adjust(key, expected);
            const Answer<Row> answer = ask(key, on(day));
            const bool right = (answer.row != nullptr) == (expected.row != nullptr) && answer.covered == expected.covered &&
                               answer.carried_forward == expected.carried &&
                               (answer.row == nullptr || same(*answer.row, *expected.row));
            ++asked;
            if (right || ++wrong > 5) continue;
            UNSCOPED_INFO(table << " " << key << " on " << day << ": row " << (answer.row != nullptr) << ", covered "
                                << answer.covered << ", carried " << answer.carried_forward << "; the text says row "
                                << (expected.row != nullptr) << ", covered " << expected.covered << ", carried " << expected.carried);
        }
    CHECK(wrong == 0);
    return asked;
}

bool same_days(const Dated& row, const PlainRow& plain) {
    const bool from = plain.from == begin_of_time ? row.from == Day::none() : row.from == on(plain.from);
    return from && (plain.to == end_of_time ? row.to == Day::open() : row.to == on(plain.to));
}

/// A range's row is no answer for a code that came after its edition.
void no_answer_for_newer_codes(const std::string& key, Expected& expected) {
    if (expected.row == nullptr || expected.row->first == expected.row->last) return;
    std::optional<std::string> first;
    for (const PlainPack& pack : plain_packs().at("hcpcs-codes"))
        for (const PlainRow* row : rows_of(pack, key)) first = first ? std::min(*first, row->from) : row->from;
    if (first && expected.pack->to < *first) expected = {};
}

}  // namespace

TEST_CASE("every edge of every window: edits", "[edges]") {
    const auto tables = Tables::built_in();
    const auto same = [](const EditRow& row, const PlainRow& plain) {
        return same_days(row, plain) && std::to_string(row.column) == plain.cells.at("column") &&
               std::to_string(row.indicator) == plain.cells.at("indicator");
    };
    CHECK(walk<EditRow>("ncci-ptp-practitioner", [&](const auto& key, Day day) { return tables->edit_with_injection(Code(key), day); },
                        same, no_answer_for_newer_codes) > 5000);
    CHECK(walk<EditRow>("ncci-ptp-outpatient",
                        [&](const auto& key, Day day) { return tables->edit_with_injection_outpatient(Code(key), day); }, same,
                        no_answer_for_newer_codes) > 5000);
}

TEST_CASE("every edge of every window: unit limits", "[edges]") {
    const auto tables = Tables::built_in();
    const auto same = [](const UnitLimitRow& row, const PlainRow& plain) {
        const auto adjudication = plain.cells.find("adjudication");
        return same_days(row, plain) && std::to_string(row.units) == plain.cells.at("units") &&
               std::to_string(row.adjudication) == (adjudication == plain.cells.end() ? "0" : number_or_zero(adjudication->second));
    };
    const auto ask = [&](const char* table, Answer<UnitLimitRow> (Tables::*question)(Code, Day) const) {
        return walk<UnitLimitRow>(table, [&](const auto& key, Day day) { return ((*tables).*question)(Code(key), day); }, same);
    };
    CHECK(ask("mue-practitioner", &Tables::unit_limit_medicare) > 4000);
    CHECK(ask("mue-outpatient", &Tables::unit_limit_outpatient) > 200);
    CHECK(ask("mue-medicaid", &Tables::unit_limit_medicaid) > 5000);
}

TEST_CASE("every edge of every window: codes, drugs, places, diagnoses", "[edges]") {
    const auto tables = Tables::built_in();
    CHECK(walk<CodeRow>("hcpcs-codes", [&](const auto& key, Day day) { return tables->code_validity(Code(key), day); },
                        [](const CodeRow& row, const PlainRow& plain) { return same_days(row, plain); }) > 20'000);
    CHECK(walk<DrugRow>("drugs", [&](const auto& key, Day day) { return tables->drug(Code(key), day); },
                        [](const DrugRow& row, const PlainRow& plain) {
                            return same_days(row, plain) && row.substance == plain.cells.at("substance");
                        }) > 2000);
    constexpr std::array classes{"office", "facility", "facility-for-some-payers", "telehealth", "encounter-rate", "unassigned"};
    CHECK(walk<PlaceRow>("place-of-service", [&](const auto& key, Day day) { return tables->place(key, day); },
                         [&](const PlaceRow& row, const PlainRow& plain) {
                             return same_days(row, plain) && classes[static_cast<std::size_t>(row.place_class)] == plain.cells.at("class");
                         }) > 300);
    CHECK(walk<DiagnosisRow>("icd10-codes", [&](const auto& key, Day day) { return tables->diagnosis(DiagnosisCode(key), day); },
                             [](const DiagnosisRow& row, const PlainRow& plain) {
                                 return same_days(row, plain) && row.header == (plain.cells.at("header") == "y");
                             }) > 300);
}

TEST_CASE("every edge of every window: successors", "[edges]") {
    std::size_t asked = 0;
    for (const std::string& key : keys_of("successors"))
        for (const std::string& day : edges_of("successors", key)) {
            std::vector<std::string> wanted, found;
            for (const PlainPack& pack : plain_packs().at("successors"))
                for (const PlainRow* row : rows_of(pack, key))
                    if (row->from <= day && day <= row->to) wanted.push_back(row->cells.at("successor"));
            for (const SuccessorRow& row : Tables::built_in()->successors(Code(key)))
                if (row.from <= on(day) && on(day) <= row.to)
                    found.push_back(row.successor.valid() ? packs::text_of(row.successor) : "none");
            std::sort(wanted.begin(), wanted.end());
            std::sort(found.begin(), found.end());
            INFO(key << " on " << day);
            CHECK(found == wanted);
            ++asked;
        }
    CHECK(asked > 400);
}

TEST_CASE("every edge of every window: sets of codes and of diagnoses", "[edges]") {
    // In the order of CodeSet and DiagnosisSet.
    constexpr std::array<const char*, code_set_count> code_sets{
        "injection", "injection-predecessor", "visit", "nurse-visit", "preventive-visit", "drug", "unlisted-drug", "vaccine",
        "vaccine-influenza", "vaccine-pneumococcal", "vaccine-hepatitis-b", "vaccine-covid", "vaccine-after-exposure",
        "vaccine-administration", "allergen-product", "allergen-injection", "rsv-antibody", "skin-test", "toxin",
        "drug-administration", "procedure-with-drug", "inpatient-visit", "emergency-visit", "supply",
        "evaluation-and-management", "immune-globulin", "preventive-service"};
    constexpr std::array<const char*, diagnosis_set_count> diagnosis_sets{
        "external-cause", "female", "male", "manifestation", "maternity", "newborn", "status", "symptom", "unspecified"};
    std::size_t asked = 0;
    for (const std::string& key : keys_of("code-sets"))
        for (const std::string& day : edges_of("code-sets", key)) {
            CodeSets wanted = 0;
            for (const PlainPack& pack : plain_packs().at("code-sets"))
                for (const PlainRow* row : rows_of(pack, key))
                    for (std::size_t i = 0; i < code_sets.size(); ++i)
                        if (row->cells.at("set") == code_sets[i] && row->from <= day && day <= row->to) wanted |= 1U << i;
            INFO(key << " on " << day);
            CHECK(Tables::built_in()->sets(Code(key), on(day)) == wanted);
            ++asked;
        }
    // A row of diagnoses stands for all codes that begin with its first, or with one between its ends.
    for (const std::string& key : keys_of("icd10-sets"))
        for (const std::string& day : edges_of("icd10-sets", key)) {
            DiagnosisSets wanted = 0;
            for (const PlainPack& pack : plain_packs().at("icd10-sets"))
                for (const PlainRow& row : pack.rows) {
                    const bool holds = row.first <= key && key.substr(0, row.last.size()) <= row.last;
                    for (std::size_t i = 0; i < diagnosis_sets.size(); ++i)
                        if (holds && row.cells.at("set") == diagnosis_sets[i] && row.from <= day && day <= row.to) wanted |= 1U << i;
                }
            INFO(key << " on " << day);
            CHECK(Tables::built_in()->diagnosis_sets(DiagnosisCode(key), on(day)) == wanted);
            ++asked;
        }
    CHECK(asked > 800);
}

TEST_CASE("no two rows of a key hold on one day, and every gap between them is known", "[edges]") {
    // Rows of these tables add up: a code has several successors, and stands in several sets.
    const std::set<std::string> adding_up{"successors", "code-sets", "icd10-sets"};
    std::map<std::string, std::size_t> gaps;
    for (const auto& [table, packs] : plain_packs()) {
        if (adding_up.contains(table)) continue;
        for (const PlainPack& pack : packs) {
            std::vector<const PlainRow*> rows;
            for (const PlainRow& row : pack.rows) rows.push_back(&row);
            std::sort(rows.begin(), rows.end(), [](const PlainRow* a, const PlainRow* b) {
                return std::pair(a->first, a->from) < std::pair(b->first, b->from);
            });
            for (std::size_t i = 1; i < rows.size(); ++i) {
                const PlainRow &one = *rows[i - 1], &next = *rows[i];
                INFO(table << " " << pack.edition << ": " << one.first << "-" << one.last << " and " << next.first);
                if (one.first != next.first) {
                    CHECK_FALSE((holds_key(one.first, one.last, next.first) && one.from <= next.to && next.from <= one.to));
                    continue;
                }
                CHECK(one.to < next.from);
                if (text_of(after(on(one.to))) != next.from)
                    ++gaps[table + ": " + text_of(after(on(one.to))) + " to " + text_of(before(on(next.from)))];
            }
        }
    }
    std::ostringstream said;
    for (const auto& [gap, count] : gaps) said << gap << " (" << count << ")\n";
    // The visit edits were taken back for these days (fact book, P8); 21 visits, in two editions.
    CHECK(said.str() == "ncci-ptp-practitioner: 2020-01-01 to 2020-09-30 (42)\n");
}

TEST_CASE("every built-in pack is walked", "[edges]") {
    std::set<std::string> tables;
    for (const Edition& edition : Tables::built_in()->editions()) tables.insert(edition.table);
    const std::set<std::string> walked{"ncci-ptp-practitioner", "ncci-ptp-outpatient", "mue-practitioner", "mue-outpatient",
                                       "mue-medicaid", "hcpcs-codes", "drugs", "place-of-service", "icd10-codes", "successors",
                                       "code-sets", "icd10-sets"};
    CHECK(tables == walked);
}

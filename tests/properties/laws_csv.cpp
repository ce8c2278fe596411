// SPDX-License-Identifier: Apache-2.0
// Laws of spreadsheets: a claim written as rows is the same claim again; a claim of rows, written as JSON, has the same
// findings; every claim is counted; and whatever the bytes, memory is bounded and something is said.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "claim_keys.hpp"
#include "payer_class.hpp"
#include "readers/csv_columns.hpp"
#include "readers/reader.hpp"
#include "rules/clean_claim.hpp"
#include "support/samples.hpp"
#include "writers/claim_json.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// Each claim that a reader hands over as one line of JSON.
struct Translated final : Sink {
    std::vector<std::string> claims;
    std::size_t findings = 0;

    void claim(Claim& claim, std::span<const Finding> troubles) override {
        claim.payer.payer_class = class_of_filing_indicator(claim.payer.filing_indicator);
        append_claim_json(claims.emplace_back(), claim);
        findings += troubles.size();
    }
    void trouble(const Finding&) override { ++findings; }
};

std::string quoted(std::string_view text) {
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
    return cell + '"';
}

/// A claim as rows with a column for every field there is.
class AsRows final : public Sink {
public:
    std::string text;
    std::vector<std::string> claims;   ///< those that can be written so, as JSON
    std::size_t left_out = 0;

    AsRows() {
        for (const FieldRow& row : field_rows()) {
            if (row.csv.empty()) continue;
            const unsigned numbered = row.field == Field::line_pointers ? 0 : csv_numbered(row.field);
            for (unsigned i = 1; i <= numbered; ++i) text.append(row.csv).append(std::to_string(i)).append(";");
            if (numbered == 0) text.append(row.csv).append(";");
        }
        text += "hematocrit;hemoglobin\r\n";
    }

    void claim(Claim& claim, std::span<const Finding> troubles) override {
        claim.payer.payer_class = PayerClass::unknown;
        if (!troubles.empty() || !can_be_rows(claim)) {
            ++left_out;
            return;
        }
        const std::string id = "C-" + std::to_string(claims.size());   // cases often have one id for all
        claim.id = id;
        append_claim_json(claims.emplace_back(), claim);
        for (std::size_t i = 0; i < claim.lines.size(); ++i) add_row(claim, i);
    }
    void trouble(const Finding&) override {}

private:
    /// What rows cannot say, or what is read from a cell as something better.
    static bool can_be_rows(const Claim& claim) {
        const auto plain = [](std::string_view value) {
            return value == trim(value) && !same_code(value, "NULL") && !same_code(value, "N/A");
        };
        if (claim.lines.empty() || claim.diagnoses.size() > 12 || claim.measurements.size() > 1) return false;
        for (const Diagnosis& diagnosis : claim.diagnoses)
            if (diagnosis.icd9 || !plain(diagnosis.code) ||
                diagnosis.code.find_first_of(",;|") != std::string_view::npos)
                return false;
        if (!claim.diagnoses.empty() && claim.diagnoses.front().code.empty()) return false;
        for (const Measurement& measurement : claim.measurements)
            if (measurement.name != "hematocrit" && measurement.name != "hemoglobin") return false;
        for (const Line& line : claim.lines) {
            if ((line.code.empty() && line.from.absent()) || !line.ndc.qualifier.empty()) return false;
            if (!Code(line.code).valid() && line.code.size() > 2) return false;   // 100 may have lost its zeros
            for (std::size_t i = 0; i < line.modifier_count; ++i)
                if (line.modifiers[i].size() != 2) return false;
        }
        for (const FieldRow& row : field_rows())
            for (const Line& line : claim.lines) {
                const std::string_view value = row.get(claim, &line);
                if (!plain(value)) return false;
                if (row.type == FieldType::date && !read_date(value).valid() && !value.empty()) return false;
                if (row.type == FieldType::money && !read_money(value).valid() && !value.empty()) return false;
                if (row.type == FieldType::quantity && !read_quantity(value).valid() && !value.empty()) return false;
                if (row.control == "date" && value.find('/') != std::string_view::npos) return false;
                if (row.control == "date" && value.size() > 10 && value.find('T') == std::string_view::npos)
                    return false;
                if (row.pointer.ends_with("pos") && value.size() == 1) return false;
                if (row.field == Field::line_ndc_code && value.size() < 10 && !value.empty()) return false;
                if (row.field == Field::line_ndc_code && value.starts_with("N4")) return false;
            }
        return true;
    }

    void add_row(const Claim& claim, std::size_t index) {
        const Line& line = claim.lines[index];
        for (const FieldRow& row : field_rows()) {
            if (row.csv.empty()) continue;
            switch (row.field) {
                case Field::diagnoses:
                    for (std::size_t i = 0; i < 12; ++i)
                        put(i < claim.diagnoses.size() ? claim.diagnoses[i].code : std::string_view());
                    break;
                case Field::line_modifiers:
                    for (std::size_t i = 0; i < 4; ++i)
                        put(i < line.modifier_count ? line.modifiers[i] : std::string_view());
                    break;
                case Field::line_pointers:
                    put(line.pointer_text);
                    break;
                default:
                    put(row.get(claim, &line));
            }
        }
        for (const std::string_view name : {"hematocrit", "hemoglobin"}) {
            std::string_view value;
            for (const Measurement& measurement : claim.measurements)
                if (measurement.line == index && measurement.name == name) value = measurement.value;
            put(value);
        }
        text.back() = '\r';
        text += '\n';
    }

    void put(std::string_view value) { text += (value.empty() ? std::string() : quoted(value)) + ';'; }
};

bool is_json(const Input& input) { return input.bytes.starts_with("{") || input.bytes.starts_with("["); }

std::string value_of(const Json& finding) {
    return finding["claim_index"].text + " " + finding["line"].text + " " + finding["field"].text;
}

/// The values of a spreadsheet's claims that were not read: of these only that is said.
std::set<std::string> unread_values(const std::string& bytes) {
    std::set<std::string> unread;
    const std::vector<Input> inputs{{"input", bytes}};
    for (const Json& finding : outcome_of(R"({"as_of":"2026-09-20","select":["SRC002"]})", inputs).findings)
        if (finding["level"].text == "error" && finding["message"].text.find("\" was not read, ") != std::string::npos)
            unread.insert(value_of(finding));
    return unread;
}

std::vector<std::string> findings_of_what_was_read(const std::string& options, const std::string& bytes,
                                                   const std::set<std::string>& unread) {
    const std::vector<Input> inputs{{"input", bytes}};
    std::vector<std::string> texts;
    const Json parsed = parse_json(options);
    const std::string all =
        parsed.has("ignore") ? options : options.substr(0, options.rfind('}')) + ",\"ignore\":[\"X12\",\"SRC\"]}";
    for (Json finding : outcome_of(all, inputs).findings) {
        const bool not_evaluated = to_text(finding["tags"]).find("not_evaluated") != std::string::npos;
        if (unread.contains(value_of(finding)) && !not_evaluated) continue;
        finding.remove("at");
        texts.push_back(to_text(finding));
    }
    return texts;
}

}   // namespace

TEST_CASE("a claim written as rows is the same claim again", "[laws][csv]") {
    AsRows rows;
    for (const Sample& sample : all_samples())
        for (const Input& input : sample.inputs)
            if (is_json(input)) make_json_reader()->end(input.bytes, 0, rows);
    REQUIRE(rows.claims.size() > 1000);
    INFO(rows.left_out << " claims were left out of " << rows.claims.size());
    CHECK(rows.left_out * 6 < rows.claims.size());
    Translated again;
    const auto reader = make_csv_reader();
    reader->end(rows.text, 0, again);
    CHECK(reader->summary().claims == rows.claims.size());
    REQUIRE(again.claims.size() == rows.claims.size());
    for (std::size_t i = 0; i < rows.claims.size(); ++i) CHECK(again.claims[i] == rows.claims[i]);
    CHECK(again.findings == 0);
}

TEST_CASE("a claim of rows, written as JSON, has the same findings but for their places", "[laws][csv]") {
    std::size_t compared = 0;
    for (const Sample& sample : all_samples()) {
        if (sample.inputs.size() != 1 || is_json(sample.inputs.front()) || parse_json(sample.options).has("columns"))
            continue;
        const std::string& bytes = sample.inputs.front().bytes;
        if (!is_csv(bytes, {}, true).value_or(false) || bytes.starts_with("\xFF") || bytes.starts_with("\xFE"))
            continue;
        Translated translated;
        make_csv_reader()->end(bytes, 0, translated);
        std::string lines;
        for (const std::string& claim : translated.claims) lines += claim + "\n";
        INFO(sample.name);
        const std::set<std::string> unread = unread_values(bytes);
        const auto of_rows = findings_of_what_was_read(sample.options, bytes, {});
        CHECK(findings_of_what_was_read(sample.options, lines.empty() ? "[]" : lines, unread) == of_rows);
        ++compared;
    }
    CHECK(compared > 30);
}

TEST_CASE("random changes of a spreadsheet lose no claim without a word", "[laws][csv]") {
    std::string clean = "claim_id,dos,code,units,charge,mod1,dx1\n";
    for (int i = 0; i < 40; ++i) clean += "C-" + std::to_string(i) + ",2026-09-15,96372,1,40.00,59,\"M54.50\"\n";
    std::mt19937 random(96372);
    constexpr std::string_view nasty = "\"\n\r,;\t\0'=#|", letters = "aA.-";
    for (int round = 0; round < 1500; ++round) {
        std::string bytes = clean;
        for (auto changes = random() % 4 + 1; changes != 0; --changes) {
            const std::size_t at = random() % bytes.size();
            const std::string_view from = random() % 2 == 0 ? nasty : letters;
            bytes[at] = from[random() % from.size()];
        }
        Translated whole;
        const auto reader = make_csv_reader();
        reader->end(bytes, 0, whole);
        INFO("round " << round << "\n" << bytes);
        if (reader->summary().claims != 40 || reader->summary().lines != 40) CHECK(whole.findings != 0);
        if (!whole.claims.empty()) CHECK(whole.claims.size() == reader->summary().claims);
    }
}

namespace {

/// Feeds a repeated text of `size` bytes in pieces of a megabyte; returns the most bytes that the reader kept.
std::size_t most_kept(std::string_view begin, char filler, std::uint64_t size, std::string_view end, Translated& said,
                      InputEnd& summary) {
    const auto reader = make_csv_reader();
    const std::string piece(std::size_t{1} << 20, filler);
    std::string tail(begin);
    std::uint64_t offset = 0;
    std::size_t most = 0;
    for (std::uint64_t fed = 0; fed < size; fed += piece.size()) {
        tail += piece;
        const std::size_t done = reader->read(tail, offset, said);
        tail.erase(0, done);
        offset += done;
        most = std::max(most, tail.size());
    }
    tail += end;
    reader->end(tail, offset, said);
    summary = reader->summary();
    return most;
}

}   // namespace

TEST_CASE("a quoted cell of a gigabyte is one finding in bounded memory, and the claim behind it is read",
          "[laws][csv]") {
    Translated said;
    InputEnd end;
    const std::size_t most = most_kept("claim_id,dos,code\nA-1,2026-09-15,\"", 'x', std::uint64_t{1} << 30,
                                       "\"\nA-2,2026-09-15,96372\n", said, end);
    CHECK(most < (std::size_t{4} << 20));
    CHECK(end.claims == 2);
    CHECK(said.claims.size() == 2);
    CHECK(said.claims.front().find("96372") == std::string::npos);
    CHECK(said.claims.back().find("96372") != std::string::npos);
    CHECK(said.findings == 1);
}

TEST_CASE("what else passes the limits is said and counted", "[laws][csv]") {
    const auto outcome_of_bytes = [](const std::string& bytes) {
        const std::vector<Input> inputs{{"input", bytes}};
        return outcome_of(rulebook::example_options, inputs);
    };
    SECTION("10,000 columns") {
        std::string header = "claim_id,dos,code", row = "A-1,2026-09-15,96372";
        for (int i = 0; i < 10'000; ++i) {
            header += ",column" + std::to_string(i);
            row += ",x";
        }
        const Outcome outcome = outcome_of_bytes(header + "\n" + row + "\n");
        CHECK(outcome.totals.claims == 1);
        CHECK(outcome.totals.injection_lines == 1);
        CHECK(outcome.summary["by_rule"]["SRC001"].number() == 2);
    }
    SECTION("more defects of a kind than anybody reads one by one") {
        std::string text = "claim_id,dos,code,pos\n";
        for (int i = 0; i < 60; ++i) text += (i % 2 == 0 ? "A" : "B") + std::string(",2026-09-15,96372,5\nTotal,,,\n");
        text += "C,2026-09-15,96372,11,\n";
        for (int i = 0; i < 70; ++i) text += "C,2026-09-15,x#,#REF!\n";
        const Outcome outcome = outcome_of_bytes(text);
        CHECK(outcome.totals.claims == 61);
        CHECK(outcome.totals.lines == 131);
        const auto said = [&](std::string_view part) {
            return std::count_if(outcome.findings.begin(), outcome.findings.end(), [&](const Json& finding) {
                return finding["message"].text.find(part) != std::string::npos;
            });
        };
        CHECK(said("\"5\" was read as 05") == 20);
        CHECK(said("40 more cells of column pos") == 1);
        CHECK(said("was passed over") == 20);
        CHECK(said("40 more rows were passed over") == 1);
        CHECK(said("so they were checked as two claims") == 50);
        CHECK(said("8 more claims have the id") == 1);
        CHECK(said("\"#REF!\" was not read") == 50);
        CHECK(said("20 more cells and rows of claim 61") == 1);
    }
    SECTION("a claim of 12,000 rows") {
        std::string text = "claim_id,dos,code\n";
        for (int i = 0; i < 12'000; ++i) text += "A-1,2026-09-15,96372\n";
        const Outcome outcome = outcome_of_bytes(text + "A-2,2026-09-15,96372\n");
        CHECK(outcome.totals.claims == 2);
        CHECK(outcome.totals.lines == 12'001);
        CHECK(outcome.summary["by_rule"]["SRC005"].number() >= 1);
    }
    SECTION("a claim of 12,000 rows that are all too wide") {
        std::string text = "claim_id,dos,code\n";
        for (int i = 0; i < 12'000; ++i) text += "A-1,2026-09-15,96372,x\n";
        const Outcome outcome = outcome_of_bytes(text);
        CHECK(outcome.totals.claims == 1);
        CHECK(outcome.findings.size() < 60);
    }
    SECTION("a claim over 16 MiB") {
        std::string text = "claim_id,dos,code,note\n";
        for (int i = 0; i < 40; ++i)
            text += "A-1,2026-09-15,96372," + std::string(500'000, static_cast<char>('a' + i % 26)) + "\n";
        const Outcome outcome = outcome_of_bytes(text + "A-2,2026-09-15,96372,\n");
        CHECK(outcome.totals.claims == 2);
        CHECK(outcome.totals.injection_lines == 1);
        CHECK(outcome.summary["by_rule"]["SRC005"].number() == 1);
    }
}

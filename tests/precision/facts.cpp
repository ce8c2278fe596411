// SPDX-License-Identifier: Apache-2.0
// Reads the packs for the generator of clean claims.
#include "precision/facts.hpp"

#include <algorithm>
#include <stdexcept>

#include "support/samples.hpp"

namespace deltoid::test::precision {
namespace {

std::vector<std::string> cut(std::string_view text, char at) {
    std::vector<std::string> parts;
    if (text.empty()) return parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(at, begin);
        parts.emplace_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

/// The rows of a pack, each by the names of its header line.
std::vector<std::map<std::string, std::string>> rows_of(std::string_view pack) {
    const std::string text = read_file(project_folder() / "core/data" / (std::string(pack) + ".tsv"));
    std::vector<std::map<std::string, std::string>> rows;
    std::vector<std::string> names;
    for (const std::string& line : cut(text, '\n')) {
        if (line.empty() || line[0] == '#') continue;
        const std::vector<std::string> cells = cut(line, '\t');
        if (names.empty()) {
            names = cells;
            continue;
        }
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i) row[names.at(i)] = cells[i];
    }
    return rows;
}

std::int64_t thousandths(const std::string& text) { return read_quantity(text).value; }

int days(const std::string& text, int otherwise) {
    return text.empty() ? otherwise : static_cast<int>(thousandths(text) / 1000);
}

Drug drug_of(std::map<std::string, std::string>& row) {
    Drug drug;
    drug.code = row["code"];
    drug.substance = row["substance"];
    drug.drug_class = row["class"];
    drug.measure = row["unit_measure"];
    drug.style = row["unit_style"];
    drug.container = row["container"];
    drug.administration = row["admin"];
    drug.self_administered = row["sad"];
    drug.waste = row["jw_jz"];
    drug.routes = cut(row["routes"], '|');
    drug.supports = cut(row["dx_support"], '|');
    drug.against = cut(row["dx_against"], '|');
    for (const std::string& dose : cut(row["doses"], '|')) drug.doses.push_back(thousandths(dose));
    drug.unit = thousandths(row["unit_amount"]);
    drug.from = row["from"].empty() ? Day::none() : read_date(row["from"]).value;
    drug.to = row["to"].empty() ? Day::none() : read_date(row["to"]).value;
    drug.sex = row["sex"];
    // An age of half a year ("0.5") is rounded up to whole years: the generator knows no months.
    drug.age_min = row["age_min"].empty() ? 0 : static_cast<int>((thousandths(row["age_min"]) + 999) / 1000);
    drug.age_max = days(row["age_max"], 120);
    drug.interval_min = days(row["interval_min_days"], 0);
    drug.interval_max = days(row["interval_max_days"], 0);
    drug.esa = row["esa"] == "y";
    return drug;
}

void note_limits(Facts& facts, std::string_view pack, bool medicare) {
    for (auto& row : rows_of(pack)) {
        const int units = days(row["units"], 0);
        if (units == 0) (medicare ? facts.not_paid_by_medicare : facts.not_paid_by_medicaid).insert(row["code"]);
        const auto found = facts.least_limit.find(row["code"]);
        if (units != 0 && (found == facts.least_limit.end() || units < found->second))
            facts.least_limit[row["code"]] = units;
    }
}

Facts read_facts() {
    Facts facts;
    for (auto& row : rows_of("drugs")) facts.drugs.push_back(drug_of(row));
    for (const Drug& drug : facts.drugs)
        if (drug.administration == "96372") facts.injected.push_back(&drug);
    note_limits(facts, "mue_practitioner_2024q3", true);
    note_limits(facts, "mue_practitioner_2026q3", true);
    note_limits(facts, "mue_practitioner_2026q4", true);
    note_limits(facts, "mue_medicaid_2026q1", false);
    // Operations only: visits, other administrations and codes that give a drug have scenarios of their own.
    for (auto& row : rows_of("ncci_ptp_practitioner_2024q3")) {
        const std::string& code = row["first"];
        const bool operation = code.size() == 5 && code[0] >= '1' && code[0] <= '6' && code[4] <= '9';
        if (operation && row["column"] == "1" && row["indicator"] == "1" && row["to"].empty())
            facts.procedures.push_back(code);
    }
    return facts;
}

}   // namespace

bool Drug::has_route(std::string_view route) const {
    return std::find(routes.begin(), routes.end(), route) != routes.end();
}

std::string Diagnosed::plain() const {
    std::string text(code);
    std::erase(text, '.');
    return text;
}

const Drug& Facts::drug(std::string_view code) const {
    const auto found = std::find_if(drugs.begin(), drugs.end(), [&](const Drug& one) { return one.code == code; });
    if (found == drugs.end()) throw std::invalid_argument("no such drug: " + std::string(code));
    return *found;
}

const Facts& facts() {
    static const Facts all = read_facts();
    return all;
}

// Codes valid from 2024-01-01 to 2026-12-31 at least (ICD-10-CM of the fiscal years 2024 to 2026); none may only stand
// second, none is a header, none is a status by itself.
const std::vector<Diagnosed>& diagnoses() {
    static const std::vector<Diagnosed> all{
        {"K50.10"},
        {"K51.20"},
        {"F20.0", ' ', 18},
        {"F25.0", ' ', 18},
        {"F31.2", ' ', 18},
        {"F31.12", ' ', 18},
        {"F23", ' ', 18},
        {"F41.0", ' ', 12},
        {"F10.230", ' ', 18},
        {"F10.20", ' ', 18},
        {"F11.20", ' ', 18},
        {"J45.41"},
        {"J45.51"},
        {"J45.901"},
        {"J44.1", ' ', 40},
        {"J20.0"},
        {"J02.0"},
        {"J03.00"},
        {"J15.0"},
        {"J15.7"},
        {"J30.1"},
        {"J33.0", ' ', 12},
        {"J01.00"},
        {"J05.0", ' ', 0, 8},
        {"J82.83", ' ', 12},
        {"C34.11", ' ', 35},
        {"C61", 'M', 45},
        {"C50.411", 'F', 30},
        {"C79.51", ' ', 35},
        {"C90.00", ' ', 40},
        {"C73", ' ', 20},
        {"C7A.012", ' ', 30},
        {"C54.1", 'F', 40},
        {"C92.00"},
        {"C83.31", ' ', 18},
        {"C25.0", ' ', 40},
        {"M81.0", ' ', 50},
        {"M80.08XA", ' ', 50},
        {"M54.50"},
        {"M54.41"},
        {"M06.09", ' ', 18},
        {"M05.79", ' ', 18},
        {"M04.2"},
        {"M04.1"},
        {"M08.09", ' ', 2, 17},
        {"M62.830"},
        {"M10.071", ' ', 25},
        {"M33.20", ' ', 18},
        {"M31.5", ' ', 50},
        {"M86.171"},
        {"M00.061"},
        {"M45.0", ' ', 18},
        {"G43.709"},
        {"G43.109"},
        {"G40.209"},
        {"G20.A1", ' ', 40},
        {"G24.02"},
        {"G25.71"},
        {"G61.81", ' ', 18},
        {"G70.00", ' ', 18},
        {"G89.11"},
        {"G89.18"},
        {"G56.01", ' ', 18},
        {"G89.3", ' ', 18},
        {"L03.115"},
        {"L02.415"},
        {"L40.0", ' ', 18},
        {"L50.1", ' ', 12},
        {"L50.0"},
        {"L23.7"},
        {"L20.84"},
        {"L73.2", ' ', 12},
        {"L01.00"},
        {"N97.0", 'F', 20, 44},
        {"N39.0"},
        {"N10"},
        {"N20.0", ' ', 18},
        {"N92.1", 'F', 12, 50},
        {"N93.8", 'F', 18, 55},
        {"N80.03", 'F', 18, 50},
        {"N91.1", 'F', 16, 44},
        {"N95.1", 'F', 42, 70},
        {"N73.0", 'F', 14, 50},
        {"N70.01", 'F', 14, 50},
        {"N41.0", 'M', 18},
        {"N18.4", ' ', 18},
        {"D25.1", 'F', 25, 52},
        {"E29.1", 'M', 18},
        {"E23.0", ' ', 18},
        {"E22.0", ' ', 18},
        {"E24.0", ' ', 18},
        {"E28.2", 'F', 16, 45},
        {"E30.1", ' ', 2, 8},
        {"E11.649", ' ', 18},
        {"E10.649"},
        {"E16.2"},
        {"E80.21", ' ', 18},
        {"E72.53"},
        {"E85.1", ' ', 18},
        {"E85.82", ' ', 18},
        {"E83.31"},
        {"E83.42", ' ', 18},
        {"E83.52", ' ', 18},
        {"E23.2"},
        {"E27.1"},
        {"E53.8"},
        {"E51.2", ' ', 18},
        {"E56.1"},
        {"E78.00", ' ', 18},
        {"E53.1"},
        {"I26.99", ' ', 18},
        {"I82.411", ' ', 18},
        {"I10", ' ', 25},
        {"I16.0", ' ', 25},
        {"I48.0", ' ', 40},
        {"I50.21", ' ', 40},
        {"I63.412", ' ', 45},
        {"I25.10", ' ', 40},
        {"I73.00", ' ', 25},
        {"I20.0", ' ', 40},
        {"I00"},
        {"I47.10"},
        {"I85.01", ' ', 30},
        {"D66", 'M'},
        {"D67", 'M'},
        {"D68.4"},
        {"D69.3"},
        {"D70.1", ' ', 18},
        {"D80.1"},
        {"D84.1", ' ', 12},
        {"D57.1"},
        {"D46.1", ' ', 50},
        {"D47.1", ' ', 40},
        {"D59.5", ' ', 18},
        {"D50.0"},
        {"D51.0", ' ', 18},
        {"D52.0"},
        {"D71"},
        {"D86.0", ' ', 18},
        {"D61.09"},
        {"D56.1"},
        {"D48.0", ' ', 18},
        {"A46"},
        {"A31.0"},
        {"A54.01", ' ', 15},
        {"A51.0", ' ', 15},
        {"A53.0", ' ', 15},
        {"A56.01", ' ', 15},
        {"A69.20"},
        {"A41.9", ' ', 18},
        {"B20", ' ', 18},
        {"K58.0", ' ', 18},
        {"K59.03", ' ', 18},
        {"K21.00", ' ', 18},
        {"K25.4", ' ', 18},
        {"K90.0"},
        {"K65.0"},
        {"K31.84", ' ', 18},
        {"K29.40", ' ', 40},
        {"O36.0120", 'F', 16, 44},
        {"O72.1", 'F', 16, 44},
        {"O14.13", 'F', 16, 44},
        {"O20.0", 'F', 16, 44},
        {"O03.4", 'F', 16, 44},
        {"P53", ' ', 0, 0},
        {"P27.1", ' ', 0, 0},
        {"R11.2"},
        {"R79.1", ' ', 18},
        {"R62.52", ' ', 3, 14},
        {"S39.012A"},
        {"S13.4XXA"},
        {"S61.411A"},
        {"T40.2X1A"},
        {"T60.0X1A"},
        {"T56.0X1A"},
        {"T66.XXXA", ' ', 18},
        {"T78.2XXA"},
        {"T78.40XA"},
        {"T63.441A"},
        {"T80.52XA"},
        {"T45.4X1A"},
        {"T43.3X5A"},
        {"Z20.5"},
        {"Z20.3"},
        {"Z20.2", ' ', 15},
        {"Z20.820"},
        {"Z29.81", ' ', 18},
        {"Z30.42", 'F', 14, 45},
        {"Z30.013", 'F', 14, 45},
        {"Z52.011", ' ', 18},
        {"Z31.83", 'F', 21, 44},
        {"H66.001"},
        {"H81.01", ' ', 18},
        {"H20.011", ' ', 18},
        {"Q96.0", 'F', 2, 16},
        {"Q98.0", 'M', 18},
    };
    return all;
}

std::vector<Diagnosed> reasons_for(const Drug& drug) {
    const auto begins_with_any = [](const std::string& code, const std::vector<std::string>& prefixes,
                                    std::size_t least) {
        return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
            return prefix.size() >= least && code.starts_with(prefix);
        });
    };
    // A lone letter is a whole chapter: only where the pack says nothing nearer.
    for (const std::size_t least : {std::size_t{3}, std::size_t{1}}) {
        std::vector<Diagnosed> found;
        for (const Diagnosed& one : diagnoses()) {
            const std::string code = one.plain();
            if (begins_with_any(code, drug.supports, least) && !begins_with_any(code, drug.against, 1))
                found.push_back(one);
        }
        if (!found.empty()) return found;
    }
    return {};
}

std::string decimal(std::int64_t thousandths) {
    std::string text = std::to_string(thousandths / 1000);
    const std::int64_t rest = thousandths % 1000;
    if (rest == 0) return text;
    std::string digits = std::to_string(1000 + rest).substr(1);
    while (digits.back() == '0') digits.pop_back();
    return text + "." + digits;
}

std::string iso(Day day) {
    const YearMonthDay date = civil(day);
    const auto padded = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(date.year) + "-" + padded(date.month) + "-" + padded(date.day);
}

Day plus_days(Day day, int days) { return Day{day.number + days}; }

}   // namespace deltoid::test::precision

// SPDX-License-Identifier: Apache-2.0
// Law 13: the table of columns in docs/csv.md is what the reader understands. scripts/docs writes it anew.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "readers/csv_columns.hpp"
#include "support/approved.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

std::string names_in_a_row(Field field) {
    std::string names(csv_synonyms(field));
    for (std::size_t at = names.find(' '); at != std::string::npos; at = names.find(' ', at + 2)) names.insert(at, ",");
    return names;
}

std::string page_with_table() {
    const std::string page = read_file(project_folder() / "docs/csv.md");
    constexpr std::string_view head = "| column | what it holds | other names |\n|---|---|---|\n";
    std::string text = page.substr(0, page.find(head)).append(head);
    for (const FieldRow& row : field_rows()) {
        if (row.csv.empty()) continue;
        const unsigned numbered = csv_numbered(row.field);
        const std::string name(row.csv);
        text += "| `" + name + "`";
        if (numbered != 0) text += ", `" + name + "1` to `" + name + std::to_string(numbered) + "`";
        text.append(" | ").append(row.label).append(" | ").append(names_in_a_row(row.field)).append(" |\n");
    }
    for (std::uint8_t i = 1; !csv_measurement(i).empty(); ++i)
        text.append("| `").append(csv_measurement(i)).append("` | test result |  |\n");
    return text;
}

}   // namespace

TEST_CASE("law 13: the page on spreadsheets names every column and what else it may be called", "[docs]") {
    INFO("scripts/docs writes the table of docs/csv.md");
    CHECK(difference_to(project_folder() / "docs/csv.md", page_with_table()) == "");
}

TEST_CASE("every name of a column is understood as that column and no other", "[csv]") {
    for (const FieldRow& row : field_rows()) {
        if (row.csv.empty()) continue;
        INFO(row.csv);
        CHECK(csv_column(row.csv).field == row.field);
        std::string_view names = csv_synonyms(row.field);
        while (!names.empty()) {
            const std::string_view name = names.substr(0, names.find(' '));
            names.remove_prefix(std::min(names.size(), name.size() + 1));
            INFO(name);
            CHECK(csv_column(name).field == row.field);
            CHECK(csv_column(name).element == 0);
        }
        for (unsigned i = 1; i <= csv_numbered(row.field); ++i) {
            const CsvColumn column = csv_column(std::string(row.csv) + std::to_string(i));
            CHECK((column.field == row.field && column.element == i));
            CHECK(csv_name(column) == std::string(row.csv) + std::to_string(i));
        }
    }
}

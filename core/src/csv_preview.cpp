// SPDX-License-Identifier: Apache-2.0
// The look at a spreadsheet: its header as the reader understands it, and its first rows as they lie.
#include "deltoid/csv.hpp"

#include <algorithm>
#include <vector>

#include "deltoid/checker.hpp"
#include "input.hpp"
#include "json_text.hpp"
#include "readers/csv_cells.hpp"
#include "readers/csv_columns.hpp"
#include "readers/csv_mapping.hpp"
#include "readers/json_claim.hpp"
#include "readers/json_tree.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

constexpr std::size_t shown_rows = 20, looked_at_rows = 200, samples = 3;

/// One JSON object or list being written.
class Out {
public:
    Out& key(std::string_view name) {
        comma();
        append_json_string(text_, name);
        text_ += ':';
        fresh_ = true;
        return *this;
    }
    Out& open(char bracket) {
        comma();
        text_ += bracket;
        fresh_ = true;
        return *this;
    }
    Out& close(char bracket) {
        text_ += bracket;
        fresh_ = false;
        return *this;
    }
    Out& text(std::string_view value) {
        comma();
        append_json_string(text_, value);
        return *this;
    }
    Out& number(std::uint64_t value) {
        comma();
        append_number(text_, static_cast<std::int64_t>(value));
        return *this;
    }
    Out& boolean(bool value) {
        comma();
        text_ += value ? "true" : "false";
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void comma() {
        if (!fresh_) text_ += ',';
        fresh_ = false;
    }
    std::string text_;
    bool fresh_ = true;
};

struct Column {
    std::string header;
    CsvColumn column;
    std::string_view how;
    std::vector<std::string> samples;
};

std::vector<Column> columns_of(const CsvRow& row, std::span<const CsvMapping> mapping) {
    std::vector<Column> columns;
    for (const std::string_view cell : row.cells) {
        const auto own = std::find_if(mapping.begin(), mapping.end(),
                                      [&](const CsvMapping& one) { return same_header(one.header, cell); });
        Column column{std::string(shown_text(trim(cell))), csv_column(cell, mapping), "none", {}};
        if (own != mapping.end())
            column.how = "mapping";
        else if (column.column.known())
            column.how = "header";
        columns.push_back(std::move(column));
    }
    for (Column& one : columns)   // as the reader: the surer name, then the first
        for (Column& other : columns)
            if (&one != &other && one.column.known() && other.how != "twice" && one.column.same_as(other.column) &&
                (other.column.rank < one.column.rank || (other.column.rank == one.column.rank && &other < &one)))
                one.how = "twice";
    return columns;
}

void write_columns(Out& out, const std::vector<Column>& columns) {
    out.key("columns").open('[');
    for (const Column& column : columns) {
        const bool read = column.column.known() && column.how != "twice";
        out.open('{').key("header").text(column.header);
        out.key("name").text(read ? csv_name(column.column) : std::string());
        out.key("label").text(read ? row_of(column.column.field).label : std::string_view());
        out.key("how").text(column.how).key("samples").open('[');
        for (const std::string& sample : column.samples) out.text(sample);
        out.close(']').close('}');
    }
    out.close(']').key("missing").open('[');
    for (const Field field : {Field::id, Field::line_from, Field::line_code})
        if (std::none_of(columns.begin(), columns.end(), [&](const Column& one) { return one.column.field == field; }))
            out.text(row_of(field).csv);
    out.close(']');
}

void write_names(Out& out) {
    out.key("names").open('[');
    for (const FieldRow& row : field_rows()) {
        if (row.csv.empty()) continue;
        out.open('{').key("name").text(row.csv).key("label").text(row.label);
        out.key("numbered").number(csv_numbered(row.field)).close('}');
    }
    for (std::uint8_t i = 1; !csv_measurement(i).empty(); ++i)
        out.open('{')
            .key("name")
            .text(csv_measurement(i))
            .key("label")
            .text(csv_measurement(i))
            .key("numbered")
            .number(0)
            .close('}');
    out.close(']');
}

}   // namespace

std::string csv_preview(std::string_view bytes, std::string_view mapping_json) {
    std::vector<Problem> problems;
    std::vector<CsvMapping> mapping;
    if (JsonNode tree; read_json_tree(mapping_json, tree))
        mapping = read_csv_mapping(tree, "", problems);
    else
        problems.push_back({"", "This is not JSON."});
    constexpr std::size_t enough = std::size_t{64} << 10;
    const std::string text = Input::as_utf8(bytes.substr(0, 4 * enough));
    const CsvLayout layout = csv_layout(text, mapping, true).value_or(CsvLayout());
    Out out;
    const std::string_view body = trim(std::string_view(text).substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    const bool other = body.starts_with("{") || body.starts_with("[") || body.starts_with("ISA");
    out.open('{').key("csv").boolean(!other && is_csv(text, mapping, true).value_or(false));
    out.key("separator").text({&layout.separator, 1}).key("header_row").number(layout.header_row);

    CsvCutter cutter(layout.separator);
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < looked_at_rows;) {
        const CsvRow* row = cutter.next(text, 0, bytes.size() <= 4 * enough);
        if (row == nullptr) break;
        if (row->number < layout.header_row) continue;
        if (row->number == layout.header_row) {
            columns = columns_of(*row, mapping);
            continue;
        }
        ++i;
        std::vector<std::string> cells;
        for (std::size_t at = 0; at < std::min(columns.size(), row->cells.size()); ++at) {
            cells.emplace_back(shown_text(row->cells[at]));
            std::vector<std::string>& seen = columns[at].samples;
            if (seen.size() < samples && !trim(cells.back()).empty() &&
                std::find(seen.begin(), seen.end(), cells.back()) == seen.end())
                seen.push_back(cells.back());
        }
        if (rows.size() < shown_rows) rows.push_back(std::move(cells));
    }
    write_columns(out, columns);
    out.key("rows").open('[');
    for (const auto& row : rows) {
        out.open('[');
        for (const std::string& cell : row) out.text(cell);
        out.close(']');
    }
    out.close(']');
    write_names(out);
    out.key("problems").open('[');
    for (const Problem& problem : problems)
        out.open('{').key("path").text(problem.path).key("message").text(problem.message).close('}');
    return out.close(']').close('}').take();
}

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Every row of the table of fields is reachable: it can be written as JSON, read and written again, and every row that
// names an element of the 837P is filled from one sample file that uses them all.
#include <map>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "fields.hpp"
#include "readers/reader.hpp"
#include "support/json.hpp"
#include "support/samples.hpp"
#include "writers/claim_json.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// What the table gives for the first line of a claim, and the claim written again.
struct Seen {
    std::map<Field, std::string> values;
    std::set<Field> lists;             ///< that hold something
    std::string json;
    std::size_t findings = 0;
    std::size_t claims = 0;
};

class Look final : public Sink {
public:
    Seen seen;

    void claim(Claim& claim, std::span<const Finding> troubles) override {
        seen.findings += troubles.size();
        if (++seen.claims > 1) return;
        const Line* line = claim.lines.empty() ? nullptr : claim.lines.data();
        for (const FieldRow& row : field_rows()) {
            const bool has_line = row.part == Part::claim || line != nullptr;
            seen.values[row.field] = has_line ? row.get(claim, line) : std::string_view();
        }
        note_lists(claim, line);
        append_claim_json(seen.json, claim);
    }
    void trouble(const Finding&) override { ++seen.findings; }

private:
    void note_lists(const Claim& claim, const Line* line) {
        if (!claim.diagnoses.empty()) seen.lists.insert(Field::diagnoses);
        if (line == nullptr) return;
        seen.lists.insert(Field::lines);
        if (line->modifier_count != 0) seen.lists.insert(Field::line_modifiers);
        if (line->pointer_count != 0) seen.lists.insert(Field::line_pointers);
        if (!claim.measurements.empty()) seen.lists.insert(Field::line_measurements);
    }
};

Seen look_at(const std::unique_ptr<Reader>& reader, std::string_view text) {
    Look look;
    reader->end(text, 0, look);
    return look.seen;
}

/// A value of the field's kind, as JSON, and as the table gives it.
struct Sent {
    std::string json, text;
};
Sent value_of(const FieldRow& row) {
    switch (row.type) {
        case FieldType::integer: return {"1", "1"};
        case FieldType::boolean: return {"true", "true"};
        case FieldType::money: return {"\"12.34\"", "12.34"};
        case FieldType::quantity: return {"\"1.5\"", "1.5"};
        case FieldType::date: return {"\"2026-09-15\"", "2026-09-15"};
        case FieldType::list: return {};
        case FieldType::text: break;
    }
    if (row.field == Field::kind) return {"\"institutional\"", "institutional"};
    if (row.field == Field::payer_class) return {"\"medicaid\"", "medicaid"};
    return {"\"text of it\"", "text of it"};
}

std::string whole_pointer(const FieldRow& row) {
    std::string pointer;
    append_pointer(pointer, row.field, row.part == Part::claim ? 0 : 1, 0);
    return pointer;
}

/// An empty claim with a line and a record, and one value in it.
std::string claim_with(const FieldRow& row, const std::string& json) {
    std::string claim = R"({"lines":[{"documentation":{}}]})";
    const std::string pointer = whole_pointer(row);
    for (std::size_t at = pointer.find('/', 1); at != std::string::npos; at = pointer.find('/', at + 1)) {
        const std::string parent = pointer.substr(0, at);
        if (!parent.starts_with("/lines") || parent.find('/', 8) != std::string::npos)
            if (parent != "/lines/0/documentation")
                claim = patched(claim, R"([{"op":"add","path":")" + parent + R"(","value":{}}])");
    }
    return patched(claim, R"([{"op":"add","path":")" + pointer + R"(","value":)" + json + "}]");
}

/// What stands at the pointer of a claim in JSON.
std::string text_at(const std::string& json, const std::string& pointer) {
    const Json root = parse_json(json);
    const Json* value = &root;
    for (std::size_t at = 0; at != std::string::npos && at < pointer.size();) {
        const std::size_t end = pointer.find('/', at + 1);
        const std::string key = pointer.substr(at + 1, end == std::string::npos ? end : end - at - 1);
        value = value->kind == Json::Kind::list ? &value->values.at(std::stoul(key)) : &(*value)[key];
        at = end;
    }
    return value->text;
}

}  // namespace

TEST_CASE("each field can be set by JSON, is given by the table and written again", "[laws]") {
    for (const FieldRow& row : field_rows()) {
        if (row.field == Field::none || row.type == FieldType::list) continue;
        const Sent sent = value_of(row);
        const Seen seen = look_at(make_json_reader(), claim_with(row, sent.json));
        INFO(row.label << " at " << whole_pointer(row) << "\nread and written again: " << seen.json);
        CHECK(seen.findings == 0);
        CHECK(seen.values.at(row.field) == sent.text);
        CHECK(text_at(seen.json, whole_pointer(row)) == sent.text);
    }
}

TEST_CASE("each field has a label, a control, a column and a pointer of its own", "[laws]") {
    std::set<std::string> pointers, columns;
    for (const FieldRow& row : field_rows()) {
        if (row.field == Field::none) continue;
        INFO(whole_pointer(row));
        CHECK_FALSE(row.label.empty());
        CHECK_FALSE(row.control.empty());
        CHECK(pointers.insert(whole_pointer(row)).second);
        const bool has_no_column = row.field == Field::lines || row.field == Field::line_measurements;
        if (!row.csv.empty()) CHECK(columns.insert(std::string(row.csv)).second);
        else CHECK(has_no_column);
        CHECK(field_at(row.part, row.pointer) == &row);
        CHECK(&row_of(row.field) == &row);
    }
}

TEST_CASE("each element of the 837P that the table names is read", "[laws]") {
    const Seen seen = look_at(make_x12_reader(), read_file(project_folder() / "tests/golden/all-fields/input.837"));
    REQUIRE(seen.claims >= 1);
    for (const FieldRow& row : field_rows()) {
        if (row.x12.empty()) continue;
        // 837I has these two; a professional claim has neither type of bill nor revenue code.
        if (row.field == Field::bill_type || row.field == Field::line_revenue_code) continue;
        // What SBR09 says is kept beside the class that JSON declares.
        if (row.field == Field::payer_class) continue;
        INFO(row.label << ", " << row.x12 << "\n" << seen.json);
        if (row.type == FieldType::list) CHECK(seen.lists.contains(row.field));
        else CHECK_FALSE(seen.values.at(row.field).empty());
    }
}

// SPDX-License-Identifier: Apache-2.0
// Walks the table of fields over the claim before and after.
#include "writers/changes.hpp"

#include <algorithm>

#include "fields.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

/// A field as one text, lists joined.
std::string text_of(const Claim& claim, const Line* line, const FieldRow& row) {
    if (row.type != FieldType::list) return std::string(row.get(claim, line));
    std::string text;
    const auto add = [&](std::string_view one) { text.append(text.empty() || one.empty() ? "" : " ").append(one); };
    if (row.field == Field::diagnoses)
        for (const Diagnosis& diagnosis : claim.diagnoses) add(diagnosis.code);
    if (row.field == Field::line_modifiers)
        for (std::size_t i = 0; i < line->modifier_count; ++i) add(line->modifiers[i]);
    if (row.field == Field::line_pointers)
        for (std::size_t i = 0; i < line->pointer_count; ++i) add(std::to_string(line->pointers[i]));
    return text;
}

class Changes {
public:
    Changes(std::string& out, const Claim& before, const Claim& after) : out_(out), before_(before), after_(after) {}

    void write(std::span<const std::uint16_t> numbers) {
        for (std::size_t i = 0; i < before_.lines.size(); ++i) {
            const auto now = std::find(numbers.begin(), numbers.end(), i + 1);
            if (now == numbers.end())
                whole_line("    - line ", i + 1, before_, before_.lines[i]);
            else
                line(i, static_cast<std::size_t>(now - numbers.begin()));
        }
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (numbers[i] == 0) whole_line("    + line ", i + 1, after_, after_.lines[i]);
        for (const FieldRow& row : field_rows())
            if (row.part == Part::claim) field(row, nullptr, nullptr, 0);
    }

private:
    void line(std::size_t was, std::size_t is) {
        for (const FieldRow& row : field_rows())
            if (row.part != Part::claim && row.field != Field::line_number)
                field(row, &before_.lines[was], &after_.lines[is], was + 1);
    }

    void field(const FieldRow& row, const Line* was, const Line* is, std::size_t number) {
        const std::string old_text = text_of(before_, was, row);
        const std::string new_text = text_of(after_, is, row);
        if (old_text == new_text) return;
        out_ += "    ";
        if (number != 0) {
            out_ += "line ";
            append_number(out_, static_cast<std::int64_t>(number));
            out_ += ", ";
        }
        out_.append(row.label).append(": ");
        value(old_text);
        out_ += " -> ";
        value(new_text);
        out_ += '\n';
    }

    void value(std::string_view text) {
        if (text.empty())
            out_ += "(none)";
        else
            append_printable(out_, text);
    }

    void whole_line(std::string_view how, std::size_t number, const Claim& claim, const Line& line) {
        out_ += how;
        append_number(out_, static_cast<std::int64_t>(number));
        const char* before = ": ";
        for (const Field which :
             {Field::line_code, Field::line_modifiers, Field::line_units, Field::line_charge, Field::line_from}) {
            const std::string text = text_of(claim, &line, row_of(which));
            if (text.empty()) continue;
            out_ += before;
            if (which == Field::line_units) out_ += "units ";
            append_printable(out_, text);
            before = which == Field::line_code ? " " : ", ";
        }
        out_ += '\n';
    }

    std::string& out_;
    const Claim& before_;
    const Claim& after_;
};

}   // namespace

void append_fixes(std::string& out, const Claim& claim, std::span<const AppliedFix> applied) {
    out += "claim ";
    append_printable(out, claim.id);
    out.append(claim.id.empty() ? "(" : " (");
    append_number(out, static_cast<std::int64_t>(claim.index) + 1);
    out += ")\n";
    for (const AppliedFix& fix : applied) {
        out.append("  ").append(fix.rule->id).append(" ").append(fix.rule->name);
        if (fix.line != 0) {
            out += ", line ";
            append_number(out, fix.line);
        }
        out.append(": ").append(fix.words).append("\n");
    }
}

void append_changes(std::string& out, const Claim& before, const Claim& after, std::span<const std::uint16_t> numbers,
                    std::span<const AppliedFix> applied) {
    if (applied.empty()) return;
    append_fixes(out, before, applied);
    Changes(out, before, after).write(numbers);
}

}   // namespace deltoid

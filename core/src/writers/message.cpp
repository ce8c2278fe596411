// SPDX-License-Identifier: Apache-2.0
// Numbers and sentences of every output.
#include "writers/message.hpp"

#include <array>
#include <charconv>

#include "catalogue.hpp"
#include "deltoid/rule.hpp"
#include "fields.hpp"
#include "json_text.hpp"
#include "ub04.hpp"

namespace deltoid {

void append_number(std::string& out, std::int64_t number) {
    std::array<char, 24> digits;
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

namespace {
/// number / 10^places, with every place when `all`.
void append_decimal(std::string& out, std::int64_t number, int places, bool all) {
    std::uint64_t magnitude = number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    std::uint64_t scale = 1;
    for (int i = 0; i < places; ++i) scale *= 10;
    if (number < 0) out += '-';
    append_number(out, static_cast<std::int64_t>(magnitude / scale));
    magnitude %= scale;
    if (magnitude == 0 && !all) return;
    out += '.';
    while (scale > 1 && (all || magnitude != 0)) {
        scale /= 10;
        out += static_cast<char>('0' + magnitude / scale);
        magnitude %= scale;
    }
}

void append_two(std::string& out, int number) {
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
}
}  // namespace

void append_money(std::string& out, Cents cents) { append_decimal(out, cents, 2, true); }
void append_quantity(std::string& out, Thousandths thousandths) { append_decimal(out, thousandths, 3, false); }

void append_day(std::string& out, Day day) {
    const YearMonthDay date = civil(day);
    append_two(out, date.year / 100);
    append_two(out, date.year % 100);
    out += '-';
    append_two(out, date.month);
    out += '-';
    append_two(out, date.day);
}

void append_printable(std::string& out, std::string_view text) {
    // JSON escapes what a terminal must not see; quotes and backslashes are put back.
    const std::size_t begin = out.size();
    append_json_escaped(out, text);
    std::size_t to = begin;
    for (std::size_t from = begin; from < out.size(); ++from, ++to) {
        if (out[from] == '\\' && from + 1 < out.size() && (out[from + 1] == '"' || out[from + 1] == '\\')) ++from;
        out[to] = out[from];
    }
    out.resize(to);
}

std::string_view group_name(Group group) {
    constexpr std::array<std::string_view, 5> names{"", "CO", "PR", "OA", "PI"};
    return names[static_cast<std::size_t>(group)];
}

std::string_view operation_name(Operation operation) {
    constexpr std::array<std::string_view, 9> names{"add_modifier", "remove_modifier", "replace_code", "set_units", "set_field",
                                                    "add_line", "delete_line", "add_diagnosis", "document"};
    return names[static_cast<std::size_t>(operation)];
}

std::string_view level_name(Level level) {
    constexpr std::array<std::string_view, 4> names{"off", "info", "warning", "error"};
    return names[static_cast<std::size_t>(level)];
}

std::string_view confidence_name(Confidence confidence) {
    constexpr std::array<std::string_view, 3> names{"verified", "secondary", "professional"};
    return names[static_cast<std::size_t>(confidence)];
}

Template::Template(std::string_view message, AppendText append) : append_(append) {
    while (true) {
        const auto open = message.find('{');
        const auto close = open == std::string_view::npos ? open : message.find('}', open);
        Piece piece;
        if (close == std::string_view::npos) {
            append(piece.fixed, message);
            pieces_.push_back(std::move(piece));
            return;
        }
        append(piece.fixed, message.substr(0, open));
        piece.place = message.substr(open + 1, close - open - 1);
        pieces_.push_back(std::move(piece));
        message.remove_prefix(close + 1);
    }
}

namespace {
void append_value(std::string& out, const Value& value, AppendText append) {
    switch (value.kind) {
        case Value::Kind::text: append(out, value.text); break;
        case Value::Kind::number: append_number(out, value.number); break;
        case Value::Kind::money: append_money(out, value.number); break;
        case Value::Kind::quantity: append_quantity(out, value.number); break;
        case Value::Kind::day: append_day(out, Day{static_cast<std::int32_t>(value.number)}); break;
    }
}
}  // namespace

void Template::write(std::string& out, const Finding& finding) const {
    for (const Piece& piece : pieces_) {
        out += piece.fixed;
        if (piece.place.empty()) continue;
        const Value* found = nullptr;
        for (std::size_t i = 0; i < finding.value_count && found == nullptr; ++i)
            if (piece.place == finding.values[i].name.text) found = &finding.values[i];
        if (found != nullptr) append_value(out, *found, append_);
        else if (piece.place == "line") append_number(out, finding.line);
        else out.append("{").append(piece.place).append("}");
    }
}

Messages::Messages(AppendText append) : append_(append), made_(2 * rules().size()) {}

const Template& Messages::of(const Finding& finding, Kind kind) {
    const bool institutional = kind == Kind::institutional;
    auto& made = made_[rule_index(*finding.rule) + (institutional ? rules().size() : 0)];
    if (made.empty())
        for (const std::string_view text : finding.rule->messages)
            institutional ? made.emplace_back(with_form_locators(text), append_) : made.emplace_back(text, append_);
    return made[finding.message];
}

std::string message_of(const Finding& finding) {
    std::string out;
    Template(finding.rule->messages[finding.message], &append_printable).write(out, finding);
    return out;
}

std::span<const Edit> alternative(const Finding& finding, std::size_t number) {
    const auto edits = finding.fix();
    std::size_t begin = 0;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (edits[i].also) continue;
        if (number-- == 0) {
            std::size_t end = i + 1;
            while (end < edits.size() && edits[end].also) ++end;
            begin = i;
            return edits.subspan(begin, end - begin);
        }
    }
    return {};
}

namespace {

void append_on_line(std::string& out, std::string_view word, const Edit& edit) {
    out.append(word);
    if (edit.line == 0) {
        out += "the claim";
        return;
    }
    out += "line ";
    append_number(out, edit.line);
}

void append_edit(std::string& out, const Edit& edit) {
    const auto quoted = [&](std::string_view before) {
        out += before;
        append_printable(out, edit.value);
    };
    switch (edit.operation) {
        case Operation::add_modifier:
            quoted(edit.value.empty() ? "add the missing modifier" : "add modifier ");
            return append_on_line(out, " to ", edit);
        case Operation::remove_modifier:
            quoted(edit.value.empty() ? "take the wrong modifier" : "take modifier ");
            return append_on_line(out, " off ", edit);
        case Operation::replace_code:
            if (edit.value.empty()) return append_on_line(out, "correct the code of ", edit);
            quoted("bill ");
            return append_on_line(out, " instead of the code on ", edit);
        case Operation::set_units:
            if (edit.value.empty()) return append_on_line(out, "correct the units of ", edit);
            quoted("bill ");
            return append_on_line(out, edit.value == "1" ? " unit on " : " units on ", edit);
        case Operation::set_field:
            out.append("set the ").append(row_of(edit.field).label);
            append_on_line(out, " of ", edit);
            if (!edit.value.empty()) quoted(" to ");
            return;
        case Operation::add_line: out += edit.value.empty() ? "add the missing line" : "add a line"; return;
        case Operation::delete_line: return append_on_line(out, "delete ", edit);
        case Operation::add_diagnosis: out += "add the diagnosis that the chart gives"; return;
        case Operation::document:
            out.append("complete the record: ").append(row_of(edit.field).label);
            return append_on_line(out, " for ", edit);
    }
}

}  // namespace

void append_fix_in_words(std::string& out, std::span<const Edit> alternative) {
    for (std::size_t i = 0; i < alternative.size(); ++i) {
        if (i != 0) out += " and ";
        append_edit(out, alternative[i]);
    }
    if (alternative.empty() || !alternative.front().needs_chart) return;
    // What a person must say is in the chart; what the fix says, the chart must bear out.
    const Edit& first = alternative.front();
    if (first.operation == Operation::add_diagnosis) return;   // it names the chart itself
    const bool open = first.value.empty() && first.operation != Operation::delete_line;
    out += open ? ", from the chart" : ", if the chart shows it";
}

}  // namespace deltoid

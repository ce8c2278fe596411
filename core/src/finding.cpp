// SPDX-License-Identifier: Apache-2.0
// How a rule says a finding: chained setters that copy nothing but small texts.
#include "deltoid/finding.hpp"

#include <algorithm>
#include <functional>

#include "deltoid/rule.hpp"
#include "fields.hpp"

namespace deltoid {

Finding::Finding(const Finding& other) { *this = other; }

Finding& Finding::operator=(const Finding& other) {
    if (this == &other) return *this;
    rule = other.rule;
    message = other.message;
    level = other.level;
    tags = other.tags;
    about_file = other.about_file;
    medicare = other.medicare;
    line = other.line;
    field = other.field;
    element = other.element;
    has_place = other.has_place;
    place = other.place;
    amount = other.amount;
    denial = other.denial;
    value_count = other.value_count;
    edit_count = other.edit_count;
    evidence_count = other.evidence_count;
    other_count = other.other_count;
    scratch_used = other.scratch_used;
    scratch = other.scratch;
    const auto moved = [&](std::string_view view) {
        const char* begin = other.scratch.data();
        const bool inside = std::less_equal<>()(begin, view.data()) && std::less<>()(view.data(), begin + other.scratch.size());
        return inside ? std::string_view(scratch.data() + (view.data() - begin), view.size()) : view;
    };
    for (std::size_t i = 0; i < value_count; ++i) {
        values[i] = other.values[i];
        values[i].text = moved(values[i].text);
    }
    for (std::size_t i = 0; i < edit_count; ++i) {
        edits[i] = other.edits[i];
        edits[i].value = moved(edits[i].value);
    }
    for (std::size_t i = 0; i < evidence_count; ++i) {
        evidence[i] = other.evidence[i];
        evidence[i].row = moved(evidence[i].row);
    }
    for (std::size_t i = 0; i < other_count; ++i) others[i] = other.others[i];
    return *this;
}

void Finding::reset(const Rule& from, std::uint8_t which_message) {
    rule = &from;
    message = which_message;
    level = from.level;
    tags = 0;
    about_file = false;
    medicare = false;
    line = 0;
    field = Field::none;
    element = 0;
    has_place = false;
    amount = {};
    denial = {};
    value_count = edit_count = evidence_count = other_count = 0;
    scratch_used = 0;
}

namespace {
Value* next_value(Finding& finding, Literal name, Value::Kind kind) {
    if (finding.value_count == Finding::value_room) return nullptr;
    Value& value = finding.values[finding.value_count++];
    value.name = name;
    value.kind = kind;
    return &value;
}
}  // namespace

Finding& Finding::with(Literal name, const std::string_view& text) {
    if (Value* value = next_value(*this, name, Value::Kind::text)) value->text = text;
    return *this;
}

Finding& Finding::with(Literal name, const char* text) { return with(name, std::string_view(text)); }

Finding& Finding::with(Literal name, Code code) {
    const auto text = code.text();
    return with(name, keep({text.data(), text.size()}));
}

Finding& Finding::with_number(Literal name, std::int64_t number) {
    if (Value* value = next_value(*this, name, Value::Kind::number)) value->number = number;
    return *this;
}

Finding& Finding::with_money(Literal name, Cents cents) {
    if (Value* value = next_value(*this, name, Value::Kind::money)) value->number = cents;
    return *this;
}

Finding& Finding::with_quantity(Literal name, Thousandths thousandths) {
    if (Value* value = next_value(*this, name, Value::Kind::quantity)) value->number = thousandths;
    return *this;
}

Finding& Finding::with_day(Literal name, Day day) {
    if (Value* value = next_value(*this, name, Value::Kind::day)) value->number = day.number;
    return *this;
}

Finding& Finding::denies(Group group, Literal carc, std::uint16_t on_line, Literal rarc, Literal second_rarc) {
    denial = {group, on_line, carc, {rarc, second_rarc, {}}};
    return *this;
}

Finding& Finding::proven_by(const Edition& edition, const std::string_view& row) {
    if (evidence_count < evidence_room) evidence[evidence_count++] = {&edition, row};
    return *this;
}

Finding& Finding::proven_by(const Edition& edition) { return proven_by(edition, std::string_view()); }

Finding& Finding::proven_by(const Edition& edition, Code row) {
    const auto text = row.text();
    return proven_by(edition, keep({text.data(), text.size()}));
}

Finding& Finding::beside(const OtherLine& other) {
    if (other_count < other_room) others[other_count++] = other;
    return *this;
}

namespace {
void add_edit(Finding& finding, bool also, Operation operation, std::uint16_t line, const std::string_view& value, Field field) {
    if (finding.edit_count == Finding::edit_room) return;
    finding.edits[finding.edit_count++] = {operation, also, false, line, field, value};
}
}  // namespace

Finding& Finding::fix_by(Operation operation, std::uint16_t on_line, const std::string_view& value, Field which) {
    add_edit(*this, false, operation, on_line, value, which);
    return *this;
}

Finding& Finding::fix_by(Operation operation, std::uint16_t on_line, const char* value, Field which) {
    return fix_by(operation, on_line, std::string_view(value), which);
}

Finding& Finding::fix_by(Operation operation, std::uint16_t on_line, Field which) {
    return fix_by(operation, on_line, std::string_view(), which);
}

Finding& Finding::also_by(Operation operation, std::uint16_t on_line, const std::string_view& value, Field which) {
    add_edit(*this, true, operation, on_line, value, which);
    return *this;
}

Finding& Finding::also_by(Operation operation, std::uint16_t on_line, const char* value, Field which) {
    return also_by(operation, on_line, std::string_view(value), which);
}

Finding& Finding::also_by(Operation operation, std::uint16_t on_line, Field which) {
    return also_by(operation, on_line, std::string_view(), which);
}

Finding& Finding::from_chart() {
    for (std::size_t i = edit_count; i-- > 0;) {
        edits[i].needs_chart = true;
        if (!edits[i].also) break;
    }
    return *this;
}

std::string_view Finding::keep(const std::string_view& text) {
    if (text.size() > scratch.size() - scratch_used) return {};
    char* begin = scratch.data() + scratch_used;
    std::copy(text.begin(), text.end(), begin);
    scratch_used = static_cast<std::uint16_t>(scratch_used + text.size());
    return {begin, text.size()};
}

}  // namespace deltoid

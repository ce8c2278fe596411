// SPDX-License-Identifier: Apache-2.0
// One JSON value to a claim: a stack of what is open, a row of the table for each member, a finding for the rest.
#include "readers/json_claim.hpp"

#include <algorithm>

#include "claim_keys.hpp"
#include "diagnosis_pointer.hpp"
#include "payer_class.hpp"
#include "rules/src/element_shape.hpp"
#include "whole_number.hpp"

namespace deltoid {
namespace {

std::string_view wanted_name(FieldType type) {
    switch (type) {
        case FieldType::text:
            return "a text";
        case FieldType::integer:
            return "a whole number";
        case FieldType::boolean:
            return "true or false";
        case FieldType::money:
            return "an amount";
        case FieldType::quantity:
            return "a quantity";
        case FieldType::date:
            return "a date";
        case FieldType::list:
            return "a list";
    }
    return "";
}

/// What a field takes, or "" when it takes it.
std::string_view refusal(const FieldRow& row, JsonKind kind, std::string_view text) {
    if (kind == JsonKind::boolean) return row.type == FieldType::boolean ? "" : wanted_name(row.type);
    switch (row.type) {
        case FieldType::list:
            return wanted_name(row.type);
        case FieldType::integer:
            return is_whole_number(trim(text)) ? "" : wanted_name(row.type);
        case FieldType::boolean:
            return same_code(text, "true") || same_code(text, "false") ? "" : wanted_name(row.type);
        default:
            break;
    }
    if (row.field == Field::kind && !same_code(text, "professional") && !same_code(text, "institutional"))
        return "professional or institutional";
    // A class that is none would be taken for unknown, and rules would be silent without a word.
    if (row.field == Field::payer_class && read_payer_class(text) == PayerClass::unknown && !same_code(text, "unknown"))
        return "medicare_b, medicare_advantage, medicaid, commercial, tricare, va, workers_comp, auto or unknown";
    return "";
}

std::size_t slot_of(Part part, std::string_view pointer) {
    std::uint32_t hash = 2166136261U + static_cast<std::uint32_t>(part);   // FNV-1a
    for (const char c : pointer) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return (hash ^ hash >> 16) & 255;
}

}   // namespace

std::string_view json_kind_name(JsonKind kind) {
    switch (kind) {
        case JsonKind::nothing:
            return "nothing";
        case JsonKind::boolean:
            return "true or false";
        case JsonKind::number:
            return "a number";
        case JsonKind::text:
            return "a text";
        case JsonKind::object:
            return "an object";
        case JsonKind::list:
            return "a list";
    }
    return "";
}

JsonClaim::JsonClaim(Claim& claim, Arena& arena) : claim_(claim), arena_(arena) { index_table(); }

void JsonClaim::index_table() {
    for (const FieldRow& row : field_rows()) {
        std::size_t slot = slot_of(row.part, row.pointer);
        while (row_slots_[slot] != 0) slot = (slot + 1) & 255;
        row_slots_[slot] = static_cast<std::uint8_t>(row.field);
        const Group group{row.part, row.pointer.substr(0, row.pointer.rfind('/'))};
        const auto same = [&](const Group& other) { return other.part == group.part && other.prefix == group.prefix; };
        if (!group.prefix.empty() && std::none_of(groups_.begin(), groups_.end(), same)) groups_.push_back(group);
    }
}

const FieldRow* JsonClaim::find_row(Part part, std::string_view pointer) const {
    for (std::size_t slot = slot_of(part, pointer); row_slots_[slot] != 0; slot = (slot + 1) & 255) {
        const FieldRow& row = row_of(static_cast<Field>(row_slots_[slot]));
        if (row.part == part && row.pointer == pointer) return &row;
    }
    return nullptr;
}

void JsonClaim::begin(std::uint64_t claim_number) {
    claim_number_ = claim_number;
    kind_ = JsonKind::nothing;
    has_members_ = has_known_members_ = false;
    frames_.clear();
    troubles_.clear();
    troubles_left_out_ = 0;
    notices_.clear();
}

// Values.

void JsonClaim::scalar(JsonKind kind, std::string_view text) {
    if (frames_.empty()) {
        kind_ = kind;
        return;
    }
    Frame& top = frames_.back();
    if (top.list) ++top.elements;
    switch (top.at) {
        case At::claim:
        case At::group:
        case At::line:
        case At::documentation:
            member(kind, text);
            break;
        case At::diagnosis:
            diagnosis_member(kind, text);
            break;
        case At::measurement:
            measurement_member(kind, text);
            break;
        case At::unread:
            break;
        default:
            element(kind, text);
            break;
    }
}

void JsonClaim::open(JsonKind kind) {
    Frame frame;
    frame.list = kind == JsonKind::list;
    if (frames_.empty()) {
        kind_ = kind;
        frame.at = kind == JsonKind::object ? At::claim : At::unread;
    } else {
        Frame& top = frames_.back();
        if (top.list) frame.position = top.elements++;
        frame.part = top.part;
        frame.at = opened(kind, frame);
        // Names of what is not read are never shown.
        if (!top.list && frame.at != At::unread) frame.key = arena_.keep(shown_text(key_));
    }
    frames_.push_back(frame);
}

JsonClaim::At JsonClaim::opened(JsonKind kind, Frame& frame) {
    switch (frames_.back().at) {
        case At::claim:
        case At::group:
        case At::line:
        case At::documentation:
            return opened_member(kind, frame);
        case At::diagnosis:
            diagnosis_member(kind, {});
            return At::unread;
        case At::measurement:
            measurement_member(kind, {});
            return At::unread;
        case At::unread:
            return At::unread;
        default: {
            const At at = opened_element(kind);
            if (at == At::line) frame.part = Part::line;
            return at;
        }
    }
}

JsonClaim::Member JsonClaim::find_member(const Frame& frame) {
    if (frame.at == At::claim) has_members_ = true;
    if (key_.find('/') != std::string::npos) return {};   // the table's pointers are not escaped
    path_.assign(frame.group);
    path_ += '/';
    path_ += key_;
    Member found;
    found.row = find_row(frame.part, path_);
    if (found.row == nullptr)
        for (const Group& group : groups_)
            if (group.part == frame.part && group.prefix == path_) found.group = group.prefix;
    if (frame.at == At::claim && (found.row != nullptr || !found.group.empty())) has_known_members_ = true;
    return found;
}

JsonClaim::At JsonClaim::opened_member(JsonKind kind, Frame& frame) {
    const Frame& top = frames_.back();
    const Member found = find_member(top);
    if (found.row != nullptr) {
        if (found.row->type == FieldType::list && kind == JsonKind::list) return begin_list(*found.row);
        wrong_kind(found.row->field, wanted_name(found.row->type), kind);
        return At::unread;
    }
    const bool record = top.at == At::line && key_ == documentation_key;
    if (found.group.empty() && !record) {
        unknown(top, kind);
        return At::unread;
    }
    if (kind != JsonKind::object) {
        wrong_kind(Field::none, json_kind_name(JsonKind::object), kind);
        return At::unread;
    }
    if (record) {
        frame.part = Part::documentation;
        return begin_documentation();
    }
    frame.group = found.group;
    return At::group;
}

JsonClaim::At JsonClaim::opened_element(JsonKind kind) {
    switch (frames_.back().at) {
        case At::lines:
            if (!add_line()) return At::unread;
            if (kind == JsonKind::object) return At::line;
            wrong_kind(Field::lines, json_kind_name(JsonKind::object), kind);
            return At::unread;
        case At::diagnoses:
            if (!add_diagnosis({})) return At::unread;
            if (kind == JsonKind::object) return At::diagnosis;
            wrong_kind(Field::diagnoses, "a code", kind);
            return At::unread;
        case At::measurements:
            if (kind != JsonKind::object)
                wrong_kind(Field::line_measurements, json_kind_name(JsonKind::object), kind);
            else if (add_measurement())
                return At::measurement;
            return At::unread;
        case At::modifiers:
            wrong_kind(Field::line_modifiers, "a modifier", kind);
            return At::unread;
        case At::pointers:
            wrong_kind(Field::line_pointers, "a number or a letter", kind);
            return At::unread;
        default:
            return At::unread;
    }
}

void JsonClaim::close() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    switch (frame.at) {
        case At::documentation:
            end_documentation();
            break;
        case At::measurement:
            if (claim_.measurements.back().name.empty() && claim_.measurements.back().value.empty())
                claim_.measurements.pop_back();
            break;
        default:
            // The finding of a list is about the list: it is told when its own place is the current one again.
            if (frame.list) {
                key_.assign(frame.key);
                end_list(frame);
            }
            break;
    }
}

// Members of objects.

void JsonClaim::member(JsonKind kind, std::string_view text) {
    const Frame& top = frames_.back();
    const Member found = find_member(top);
    if (kind == JsonKind::nothing) return;
    if (found.row != nullptr) return set(*found.row, kind, text);
    if (!found.group.empty() || (top.at == At::line && key_ == documentation_key))
        return wrong_kind(Field::none, json_kind_name(JsonKind::object), kind);
    if (top.part == Part::line && path_ == ndc_qualifier_pointer && kind != JsonKind::boolean) {
        line().ndc.qualifier = arena_.keep(text);
        return;
    }
    unknown(top, kind);
}

void JsonClaim::set(const FieldRow& row, JsonKind kind, std::string_view text) {
    if (const std::string_view wanted = refusal(row, kind, text); !wanted.empty())
        return wrong_kind(row.field, wanted, kind, text);
    if (row.type == FieldType::boolean) text = same_code(text, "true") ? "true" : "false";
    Line* const on = row.part == Part::claim ? nullptr : &line();
    if (row.field != Field::kind && !row.get(claim_, on).empty()) given_twice(row.field);
    row.set(claim_, on, arena_.keep(text));
}

void JsonClaim::diagnosis_member(JsonKind kind, std::string_view text) {
    if (kind == JsonKind::nothing) return;
    Diagnosis& diagnosis = claim_.diagnoses.back();
    const bool readable = kind == JsonKind::text || kind == JsonKind::number;
    if (key_ != diagnosis_code_key && key_ != diagnosis_version_key) return unknown(frames_.back(), kind);
    if (!readable) return wrong_kind(Field::diagnoses, "a text", kind);
    if (key_ == diagnosis_code_key) {
        diagnosis.code = arena_.keep(text);
    } else if (trim(text) == "9" || trim(text) == "10") {
        diagnosis.icd9 = trim(text) == "9";
    } else {
        wrong_kind(Field::diagnoses, "9 or 10", kind);
    }
}

void JsonClaim::measurement_member(JsonKind kind, std::string_view text) {
    if (kind == JsonKind::nothing) return;
    const bool name = key_ == measurement_name_key;
    if (!name && key_ != measurement_value_key) return unknown(frames_.back(), kind);
    if (kind != JsonKind::text && kind != JsonKind::number) return wrong_kind(Field::line_measurements, "a text", kind);
    Measurement& measurement = claim_.measurements.back();
    (name ? measurement.name : measurement.value) = arena_.keep(text);
}

JsonClaim::At JsonClaim::begin_documentation() {
    if (line().documentation < 0) {
        line().documentation = static_cast<std::int32_t>(claim_.documentations.size());
        claim_.documentations.emplace_back();
    }
    return At::documentation;
}

/// A record that says nothing is none.
void JsonClaim::end_documentation() {
    for (const FieldRow& row : field_rows())
        if (row.part == Part::documentation && !row.get(claim_, &line()).empty()) return;
    claim_.documentations.pop_back();   // it is the last line's, so the last record
    line().documentation = -1;
}

// Elements of lists.

JsonClaim::At JsonClaim::begin_list(const FieldRow& row) {
    switch (row.field) {
        case Field::lines:
            if (!claim_.lines.empty()) given_twice(row.field);
            claim_.lines.clear();
            claim_.measurements.clear();
            claim_.documentations.clear();
            return At::lines;
        case Field::diagnoses:
            if (!claim_.diagnoses.empty()) given_twice(row.field);
            claim_.diagnoses.clear();
            return At::diagnoses;
        case Field::line_modifiers:
            if (line().modifier_count != 0) given_twice(row.field);
            line().modifier_count = 0;
            return At::modifiers;
        case Field::line_pointers:
            if (line().pointer_count != 0) given_twice(row.field);
            line().pointer_count = 0;
            pointer_text_.clear();
            return At::pointers;
        case Field::line_measurements:
            return At::measurements;
        default:
            return At::unread;
    }
}

void JsonClaim::element(JsonKind kind, std::string_view text) {
    const bool readable = kind == JsonKind::text || kind == JsonKind::number;
    const bool nothing = kind == JsonKind::nothing;
    switch (frames_.back().at) {
        case At::lines:
            if (add_line() && !nothing) wrong_kind(Field::lines, json_kind_name(JsonKind::object), kind);
            break;
        case At::diagnoses:   // pointers count the empty ones
            if (add_diagnosis(text) && !readable && !nothing) wrong_kind(Field::diagnoses, "a code", kind);
            break;
        case At::modifiers:
            if (readable)
                add_modifier(text);
            else if (!nothing)
                wrong_kind(Field::line_modifiers, "a modifier", kind);
            break;
        case At::pointers:
            if (readable)
                add_pointers(text);
            else if (!nothing)
                wrong_kind(Field::line_pointers, "a number or a letter", kind);
            break;
        case At::measurements:
            if (!nothing) wrong_kind(Field::line_measurements, json_kind_name(JsonKind::object), kind);
            break;
        default:
            break;
    }
}

void JsonClaim::add_modifier(std::string_view text) {
    ++frames_.back().filled;
    Line& to = line();
    if (to.modifier_count < Line::modifier_room) to.modifiers[to.modifier_count++] = arena_.keep(text);
}

/// "1:2" is two pointers, as an 837 joins them: that is also how the line's pointer text is put together.
void JsonClaim::add_pointers(std::string_view text) {
    Line& to = line();
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find(':'));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
        if (one.empty()) continue;
        ++frames_.back().filled;
        if (to.pointer_count == Line::pointer_room) continue;
        if (to.pointer_count != 0) pointer_text_ += ':';
        pointer_text_ += one;
        to.pointers[to.pointer_count++] = read_pointer(one);
    }
}

bool JsonClaim::add_diagnosis(std::string_view text) {
    if (claim_.diagnoses.size() == diagnosis_limit) {
        over_limit(Field::diagnoses, "diagnoses", diagnosis_limit);
        return false;
    }
    claim_.diagnoses.push_back({arena_.keep(text), false, false});
    return true;
}

bool JsonClaim::add_line() {
    if (claim_.lines.size() == line_limit) {
        over_limit(Field::lines, "lines", line_limit);
        return false;
    }
    claim_.lines.emplace_back();
    return true;
}

bool JsonClaim::add_measurement() {
    if (claim_.measurements.size() == measurement_limit) {
        over_limit(Field::line_measurements, "test results", measurement_limit);
        return false;
    }
    claim_.measurements.push_back({static_cast<std::uint32_t>(claim_.lines.size() - 1), {}, {}});
    return true;
}

void JsonClaim::end_list(const Frame& frame) {
    const auto too_many = [&](Field field, std::size_t limit) {
        if (frame.filled <= limit) return;
        if (Finding* finding = trouble(field, static_cast<std::uint8_t>(ElementShape::too_many)))
            finding->with("pointer", pointer())
                .with_number("count", frame.filled)
                .with_number("limit", static_cast<std::int64_t>(limit));
    };
    if (frame.at == At::diagnoses) {
        while (!claim_.diagnoses.empty() && claim_.diagnoses.back().code.empty()) claim_.diagnoses.pop_back();
    } else if (frame.at == At::modifiers) {
        too_many(Field::line_modifiers, Line::modifier_room);
    } else if (frame.at == At::pointers) {
        line().pointer_text = arena_.keep(pointer_text_);
        too_many(Field::line_pointers, Line::pointer_room);
    }
}

}   // namespace deltoid

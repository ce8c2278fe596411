// SPDX-License-Identifier: Apache-2.0
// One JSON value to a claim: a stack of what is open, a row of the table for each member, a finding for the rest.
#include "readers/json_claim.hpp"

#include <algorithm>
#include <charconv>

#include "claim_keys.hpp"
#include "diagnosis_pointer.hpp"
#include "rules/src/element_shape.hpp"
#include "rules/src/input_limit.hpp"

namespace deltoid {
namespace {

constexpr std::size_t shown_key_room = 64;
constexpr std::size_t told_limit = 50;

/// A key as findings show it: a page of text in its place is not shown whole.
std::string_view shown(std::string_view key) {
    if (key.size() <= shown_key_room) return key;
    std::size_t size = shown_key_room;
    while (size > 0 && (static_cast<unsigned char>(key[size]) & 0xC0) == 0x80) --size;   // whole characters
    return key.substr(0, size);
}

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

bool is_whole_number(std::string_view text) {
    text = trim(text);
    return !text.empty() && text.size() <= 9 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What a field takes, or "" when it takes it.
std::string_view refusal(const FieldRow& row, JsonKind kind, std::string_view text) {
    if (kind == JsonKind::boolean) return row.type == FieldType::boolean ? "" : wanted_name(row.type);
    switch (row.type) {
        case FieldType::list:
            return wanted_name(row.type);
        case FieldType::integer:
            return is_whole_number(text) ? "" : wanted_name(row.type);
        case FieldType::boolean:
            return same_code(text, "true") || same_code(text, "false") ? "" : wanted_name(row.type);
        default:
            break;
    }
    if (row.field == Field::kind && !same_code(text, "professional") && !same_code(text, "institutional"))
        return "professional or institutional";
    return "";
}

/// Keys without what people change about them: case, underscores, hyphens.
std::string bare(std::string_view key) {
    std::string result;
    for (const char c : key)
        if (c != '_' && c != '-') result += upper(c);
    return result;
}

/// Letters to put in, leave out or change to make `a` of `b`; both are short.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
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

void JsonClaim::end() {
    if (troubles_left_out_ == 0) return;
    Finding& finding = troubles_.emplace_back();
    finding.reset(rule_src003, static_cast<std::uint8_t>(ElementShape::more_elements));
    finding.with_number("count", static_cast<std::int64_t>(troubles_left_out_));
    finding.with_number("claim", static_cast<std::int64_t>(claim_number_));
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
        if (!top.list && frame.at != At::unread) frame.key = arena_.keep(shown(key_));
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

// Findings.

std::string_view JsonClaim::pointer() {
    std::string text;
    const auto add_key = [&](std::string_view key) {
        text += '/';
        for (const char c : key) {
            if (c == '~')
                text += "~0";
            else if (c == '/')
                text += "~1";
            else
                text += c;
        }
    };
    const auto add_position = [&](std::uint32_t position) {
        std::array<char, 12> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), position).ptr;
        add_key({digits.data(), static_cast<std::size_t>(end - digits.data())});
    };
    for (std::size_t i = 1; i < frames_.size(); ++i) {
        if (frames_[i - 1].list)
            add_position(frames_[i].position);
        else
            add_key(frames_[i].key);
    }
    if (frames_.back().list)
        add_position(frames_.back().elements - 1);
    else
        add_key(shown(key_));
    return arena_.keep(text);
}

Finding* JsonClaim::trouble(Field field, std::uint8_t message) {
    if (troubles_.size() >= element_finding_limit) {
        ++troubles_left_out_;
        return nullptr;
    }
    Finding& finding = troubles_.emplace_back();
    finding.reset(rule_src003, message);
    const Part part = frames_.back().part;
    if (part != Part::claim) finding.line = static_cast<std::uint16_t>(claim_.lines.size());
    const std::uint32_t element = frames_.back().list ? frames_.back().elements : 0;
    finding.in(field, element <= 255 ? static_cast<std::uint8_t>(element) : std::uint8_t{0});
    return &finding;
}

void JsonClaim::wrong_kind(Field field, std::string_view wanted, JsonKind found, std::string_view text) {
    Finding* finding = trouble(field, static_cast<std::uint8_t>(ElementShape::kind));
    if (finding == nullptr) return;
    finding->with("pointer", pointer()).with("wanted", wanted);
    std::string stands(text.empty() ? json_kind_name(found) : shown(text));
    if (!text.empty() && found == JsonKind::text) stands = "\"" + stands + "\"";
    finding->with("found", arena_.keep(stands));
}

void JsonClaim::given_twice(Field field) {
    if (Finding* finding = trouble(field, static_cast<std::uint8_t>(ElementShape::twice)))
        finding->at_level(Level::warning).with("pointer", pointer());
}

void JsonClaim::over_limit(Field field, std::string_view what, std::size_t limit) {
    const auto same = [&](const Finding& other) { return other.rule == &rule_src005 && other.field == field; };
    if (std::any_of(troubles_.begin(), troubles_.end(), same)) return;   // said once
    Finding& finding = troubles_.emplace_back();
    finding.reset(rule_src005, static_cast<std::uint8_t>(InputLimit::elements));
    finding.in(field)
        .with("what", what)
        .with_number("limit", static_cast<std::int64_t>(limit))
        .with_number("claim", static_cast<std::int64_t>(claim_number_));
}

Finding& JsonClaim::tell(ElementShape message) {
    Finding& finding = notices_.emplace_back();
    finding.reset(rule_src003, static_cast<std::uint8_t>(message));
    finding.about_file = true;
    return finding.at_level(Level::info);
}

void JsonClaim::unknown(const Frame& frame, JsonKind kind) {
    const std::string_view key = key_;
    const bool own = key.substr(0, 1) == "_" || key.substr(0, 2) == "x_";
    if (own || kind == JsonKind::nothing || told_.size() > told_limit) return;
    // The same wherever it stands, whatever the numbers of its lists.
    path_.clear();
    path_ += static_cast<char>('0' + static_cast<int>(frame.at));
    path_ += static_cast<char>('0' + static_cast<int>(frame.part));
    path_.append(frame.group).append("/").append(shown(key));
    if (std::find(told_.begin(), told_.end(), path_) != told_.end()) return;
    told_.push_back(path_);
    if (told_.size() > told_limit) {
        tell(ElementShape::more_keys);
        return;
    }
    const std::string_view similar = similar_key(frame);
    Finding& finding = tell(similar.empty() ? ElementShape::unknown_key : ElementShape::similar_key);
    finding.with("key", arena_.keep(shown(key))).with("pointer", pointer());
    if (!similar.empty()) finding.with("similar", similar);
}

std::string_view JsonClaim::similar_key(const Frame& frame) {
    const std::string wanted = bare(shown(key_));
    std::string_view best;
    std::size_t best_distance = std::min<std::size_t>(3, (wanted.size() + 1) / 3 + 1);   // more is another word
    const auto consider = [&](std::string_view key) {
        const std::size_t far = distance(wanted, bare(key));
        if (far < best_distance) {
            best_distance = far;
            best = key;
        }
    };
    const auto is_inside = [&](Part part, std::string_view pointer) {
        return part == frame.part && pointer.substr(0, pointer.rfind('/')) == frame.group;
    };
    const auto last_of = [](std::string_view pointer) { return pointer.substr(pointer.rfind('/') + 1); };
    if (frame.at == At::diagnosis || frame.at == At::measurement) return {};
    for (const FieldRow& row : field_rows())
        if (is_inside(row.part, row.pointer)) consider(last_of(row.pointer));
    for (const Group& group : groups_)
        if (is_inside(group.part, group.prefix)) consider(last_of(group.prefix));
    if (frame.at == At::line) consider(documentation_key);
    return best;
}

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Writes a claim by walking the table of fields: what stands below a group's prefix goes into that group's object.
#include "writers/claim_json.hpp"

#include <algorithm>

#include "claim_keys.hpp"
#include "fields.hpp"
#include "json_text.hpp"
#include "payer_class.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

/// Commas and groups of one object.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }

    /// Writes what comes before the value at `pointer` ("/payer/name"): commas, brackets, keys.
    void at(std::string_view pointer) {
        const auto slash = pointer.rfind('/');
        enter(pointer.substr(0, slash));
        put_key(pointer.substr(slash + 1));
    }

    /// The same for a value of the object itself.
    void member(std::string_view key) {
        enter({});
        put_key(key);
    }

    void end() {
        enter({});
        out_ += '}';
    }

private:
    void enter(std::string_view group) {
        if (group == group_) return;
        if (!group_.empty()) {
            out_ += '}';
            first_ = false;
        }
        if (!group.empty()) {
            put_key(group.substr(1));
            out_ += '{';
            first_ = true;
        }
        group_ = group;
    }

    void put_key(std::string_view name) {
        if (!first_) out_ += ',';
        first_ = false;
        append_json_string(out_, name);
        out_ += ':';
    }

    std::string& out_;
    std::string_view group_;
    bool first_ = true;
};

bool is_all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// JSON knows no leading zeros; what a number would change stays a text.
bool is_json_integer(std::string_view text) {
    return is_all_digits(text) && text.size() <= 9 && (text.size() == 1 || text[0] != '0');
}

/// The contract's dates are ISO, an 837's are not.
void append_date(std::string& out, std::string_view text) {
    const std::string_view digits = trim(text);
    if (digits.size() != 8 || !is_all_digits(digits)) return append_json_string(out, text);
    out += '"';
    out.append(digits.substr(0, 4)).append("-").append(digits.substr(4, 2)).append("-").append(digits.substr(6));
    out += '"';
}

void append_value(std::string& out, const FieldRow& row, std::string_view text) {
    switch (row.type) {
        case FieldType::date:
            append_date(out, text);
            break;
        case FieldType::integer:
            if (is_json_integer(text))
                out += text;
            else
                append_json_string(out, text);
            break;
        case FieldType::boolean:
            if (text == "true" || text == "false")
                out += text;
            else
                append_json_string(out, text);
            break;
        default:
            append_json_string(out, text);
            break;
    }
}

void append_diagnosis(std::string& out, const Diagnosis& diagnosis) {
    if (!diagnosis.icd9) return append_json_string(out, diagnosis.code);
    ObjectWriter object(out);
    object.member(diagnosis_code_key);
    append_json_string(out, diagnosis.code);
    object.member(diagnosis_version_key);
    append_json_string(out, "9");
    object.end();
}

/// The texts of a line's pointers, one by one; empty ones are no pointers.
class PointerTexts {
public:
    explicit PointerTexts(const Line& line) : rest_(line.pointer_text) {
        // An 837 may have declared any separator; where its pieces are not as many as the pointers, none is known.
        for (const auto separates : {&is_colon, &is_no_letter_or_digit}) {
            std::string_view rest = line.pointer_text;
            std::size_t count = 0;
            while (!piece(rest, separates).empty()) ++count;
            if (count != line.pointer_count) continue;
            separates_ = separates;
            return;
        }
    }

    std::string_view next() { return separates_ == nullptr ? rest_ : piece(rest_, separates_); }

private:
    using Separates = bool (*)(char);
    static bool is_colon(char c) { return c == ':'; }
    static bool is_no_letter_or_digit(char c) {
        return !((c >= '0' && c <= '9') || (upper(c) >= 'A' && upper(c) <= 'Z'));
    }
    static std::string_view piece(std::string_view& rest, Separates separates) {
        const auto begin = std::find_if_not(rest.begin(), rest.end(), separates);
        const auto end = std::find_if(begin, rest.end(), separates);
        const std::string_view found =
            rest.substr(static_cast<std::size_t>(begin - rest.begin()), static_cast<std::size_t>(end - begin));
        rest.remove_prefix(static_cast<std::size_t>(end - rest.begin()));
        return found;
    }

    std::string_view rest_;
    Separates separates_ = nullptr;
};

void append_pointers(std::string& out, const Line& line) {
    PointerTexts texts(line);
    out += '[';
    for (std::size_t i = 0; i < line.pointer_count; ++i) {
        if (i != 0) out += ',';
        const std::string_view text = texts.next();
        if (line.pointers[i] != Line::unreadable_pointer)
            append_number(out, line.pointers[i]);
        else
            append_json_string(out, text);
    }
    out += ']';
}

void append_modifiers(std::string& out, const Line& line) {
    out += '[';
    bool first = true;
    for (std::size_t i = 0; i < line.modifier_count; ++i) {
        if (line.modifiers[i].empty()) continue;
        if (!first) out += ',';
        first = false;
        append_json_string(out, line.modifiers[i]);
    }
    out += ']';
}

std::size_t index_of(const Claim& claim, const Line& line) {
    return static_cast<std::size_t>(&line - claim.lines.data());
}

bool is_of(const Measurement& measurement, const Claim& claim, const Line& line) {
    return measurement.line == index_of(claim, line);
}

void append_measurements(std::string& out, const Claim& claim, const Line& line) {
    out += '[';
    bool first = true;
    for (const Measurement& measurement : claim.measurements) {
        if (!is_of(measurement, claim, line)) continue;
        if (!first) out += ',';
        first = false;
        ObjectWriter object(out);
        const auto member = [&](std::string_view name, std::string_view text) {
            if (text.empty()) return;
            object.member(name);
            append_json_string(out, text);
        };
        member(measurement_name_key, measurement.name);
        member(measurement_value_key, measurement.value);
        object.end();
    }
    out += ']';
}

bool has_list(const Claim& claim, const Line* line, Field field) {
    switch (field) {
        case Field::diagnoses:
            return !claim.diagnoses.empty();
        case Field::lines:
            return !claim.lines.empty();
        case Field::line_modifiers:
            return line->modifier_count != 0;
        case Field::line_pointers:
            return line->pointer_count != 0;
        case Field::line_measurements:
            return std::any_of(claim.measurements.begin(), claim.measurements.end(),
                               [&](const Measurement& measurement) { return is_of(measurement, claim, *line); });
        default:
            return false;
    }
}

void append_part(std::string& out, const Claim& claim, const Line* line, Part part);

void append_list(std::string& out, const Claim& claim, const Line* line, Field field) {
    const auto each = [&out](const auto& elements, auto append) {
        out += '[';
        for (const auto& element : elements) {
            if (&element != elements.data()) out += ',';
            append(element);
        }
        out += ']';
    };
    switch (field) {
        case Field::diagnoses:
            each(claim.diagnoses, [&](const Diagnosis& one) { append_diagnosis(out, one); });
            break;
        case Field::lines:
            each(claim.lines, [&](const Line& one) { append_part(out, claim, &one, Part::line); });
            break;
        case Field::line_modifiers:
            append_modifiers(out, *line);
            break;
        case Field::line_pointers:
            append_pointers(out, *line);
            break;
        case Field::line_measurements:
            append_measurements(out, claim, *line);
            break;
        default:
            break;
    }
}

bool has_record(const Claim& claim, const Line& line) {
    if (record_of(claim, line) == nullptr) return false;
    const auto says = [&](const FieldRow& row) {
        return row.part == Part::documentation && !row.get(claim, &line).empty();
    };
    return std::any_of(field_rows().begin(), field_rows().end(), says);
}

/// As sent; for a claim from an 837, which declares no class in words, what its filing indicator came to.
std::string_view written_text(const Claim& claim, const Line* line, const FieldRow& row) {
    const std::string_view sent = row.get(claim, line);
    if (row.field != Field::payer_class || !sent.empty() || claim.payer.payer_class == PayerClass::unknown) return sent;
    return payer_class_name(claim.payer.payer_class);
}

void append_part(std::string& out, const Claim& claim, const Line* line, Part part) {
    ObjectWriter object(out);
    for (const FieldRow& row : field_rows()) {
        if (row.part != part) continue;
        if (row.type == FieldType::list) {
            if (!has_list(claim, line, row.field)) continue;
            object.at(row.pointer);
            append_list(out, claim, line, row.field);
            continue;
        }
        if (const std::string_view text = written_text(claim, line, row); !text.empty()) {
            object.at(row.pointer);
            append_value(out, row, text);
        }
        if (row.field == Field::line_ndc_unit && !line->ndc.qualifier.empty()) {
            object.at(ndc_qualifier_pointer);
            append_json_string(out, line->ndc.qualifier);
        }
    }
    if (part == Part::line && has_record(claim, *line)) {
        object.member(documentation_key);
        append_part(out, claim, line, Part::documentation);
    }
    object.end();
}

}   // namespace

void append_claim_json(std::string& out, const Claim& claim) { append_part(out, claim, nullptr, Part::claim); }

}   // namespace deltoid

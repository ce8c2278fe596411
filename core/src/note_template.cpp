// SPDX-License-Identifier: Apache-2.0
// The note to complete: its lines, and how it is written as text and as JSON.
#include "note_template.hpp"

#include <algorithm>

#include "deltoid/rule.hpp"
#include "json_text.hpp"
#include "notes/note_guidance.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

/// Order, preparation, injection, people, afterwards. Labels are at most three words, so that a reader of notes takes no
/// line for the end of the one before; answers are written as the hints show them.
constexpr NoteLine lines[] = {
    {Field::doc_ordered_by, "Ordered by", "The practitioner's name and credentials."},
    {Field::doc_order_date, "Order date", "The day of the order; it comes before the injection."},
    {Field::doc_indication, "Indication", "What it was given for, as in low back pain."},
    {Field::doc_new_problem, "New problem", "yes or no: was it outside the practitioner's plan?"},
    {Field::doc_drug, "Drug", "The name on the label."},
    {Field::doc_lot, "Lot", "From the container."},
    {Field::doc_expiration, "Expiration date", "From the container, as in 2027-01-31 or 01/2027."},
    {Field::doc_container, "Container", "single-dose vial or multi-dose vial."},
    {Field::doc_source, "Source", "office stock, patient supplied, specialty pharmacy, sample or state supplied."},
    {Field::doc_dose, "Dose", "As in 60 mg, or 0.5 mL of 40 mg/mL."},
    {Field::doc_discarded, "Discarded", "What was left in a single-dose vial, as in 20 mg, or none."},
    {Field::doc_given_at, "Date and time", "As in 2026-09-15 10:20."},
    {Field::doc_route, "Route", "IM or SC, as it was given."},
    {Field::doc_site, "Site", "With the side, as in left deltoid."},
    {Field::doc_injections, "Number of injections", "How many times the needle went in for 96372."},
    {Field::doc_given_by, "Given by", "Name and credentials, as in J. Reed, RN.", Field::doc_credential},
    {Field::doc_supervised_by, "Supervised by", "The practitioner's name and credentials."},
    {Field::doc_supervision, "Supervision", "on site, video, telephone or none."},
    {Field::doc_response, "Response", "As in tolerated well, no reaction."},
    {Field::doc_visit_documented_separately, "Separate visit note", "yes or no: has the visit a note of its own?"},
    {Field::doc_reason_distinct, "Why separate", "What set it apart: another drug, site or time."},
};

constexpr std::uint32_t all_lines() {
    std::uint32_t all = 0;
    for (const NoteLine& line : lines)
        all |= record_fields(line.field) | (line.second == Field::none ? 0U : record_fields(line.second));
    return all;
}
constexpr unsigned field_count = static_cast<unsigned>(Field::count) - static_cast<unsigned>(Field::doc_drug);
static_assert(all_lines() == (field_count == 32 ? ~0U : (1U << field_count) - 1),
              "the note has a line for every field");

constexpr std::string_view blank = "________________________";
constexpr std::string_view short_blank = "________";
constexpr std::size_t width = 78;

/// The contract's words as a person writes them, and as read_note() reads them.
std::string_view in_words(Field field, std::string_view value) {
    struct Word {
        Field field;
        std::string_view value, word;
    };
    static constexpr Word words[] = {
        {Field::doc_new_problem, "true", "yes"},
        {Field::doc_new_problem, "false", "no"},
        {Field::doc_visit_documented_separately, "true", "yes"},
        {Field::doc_visit_documented_separately, "false", "no"},
        {Field::doc_supervision, "onsite", "on site"},
        {Field::doc_supervision, "audio_video", "video"},
        {Field::doc_supervision, "audio", "telephone"},
        {Field::doc_container, "single_dose", "single-dose vial"},
        {Field::doc_container, "multi_dose", "multi-dose vial"},
        {Field::doc_source, "stock", "office stock"},
        {Field::doc_source, "patient", "patient supplied"},
        {Field::doc_source, "specialty_pharmacy", "specialty pharmacy"},
        {Field::doc_source, "state_supplied", "state supplied"},
    };
    for (const Word& word : words)
        if (word.field == field && same_code(word.value, value)) return word.word;
    return value;
}

/// One line of text, whatever the value holds.
void append_value(std::string& out, Field field, std::string_view value) {
    // A day with its time stands in a record as 2026-09-15T10:20.
    const std::size_t size = out.size();
    append_printable(out, in_words(field, value));
    const bool day_and_time = field == Field::doc_given_at && value.size() > 11 && value[10] == 'T';
    if (day_and_time) out[size + 10] = ' ';
}

void append_line(std::string& out, const NoteEntry& entry) {
    const NoteLine& line = *entry.line;
    out.append(line.label).append(": ");
    const bool two = line.second != Field::none;
    // The day alone wants its time behind it.
    const bool open_end = line.field == Field::doc_given_at && entry.value.find(':') == std::string::npos;
    if (entry.value.empty() && entry.second_value.empty()) {
        out += blank;
    } else {
        if (entry.value.empty())
            out += short_blank;
        else
            append_value(out, line.field, entry.value);
        const bool told = two && entry.value.find(',') != std::string::npos && entry.second_value.empty();
        if (two && !told) {
            out += ", ";
            if (entry.second_value.empty())
                out += short_blank;
            else
                append_value(out, line.second, entry.second_value);
        }
        if (open_end) out.append(" ").append(short_blank);
    }
    out += '\n';
}

/// "  [DOC003: ...]" over as many lines as it needs; no bracket within.
void append_guidance(std::string& out, std::string_view opening, std::string_view text) {
    std::string whole(opening);
    append_printable(whole, text);
    for (std::size_t i = opening.size(); i < whole.size(); ++i)
        whole[i] = whole[i] == '[' ? '(' : whole[i] == ']' ? ')' : whole[i];
    whole += ']';
    std::size_t column = 2;
    out += "  ";
    for (std::size_t at = 0; at < whole.size();) {
        std::size_t end = whole.find(' ', at);
        if (end == std::string::npos) end = whole.size();
        if (at != 0 && column + 1 + end - at > width) {
            out += "\n   ";
            column = 3;
        } else if (at != 0) {
            out += ' ';
            ++column;
        }
        out.append(whole, at, end - at);
        column += end - at;
        at = end + 1;
    }
    out += '\n';
}

/// The rule that asks for the field itself says why; the others only hold it against the claim.
const Rule& telling_rule(const NoteEntry& entry) {
    for (const Rule* rule : entry.asked)
        if (rule->id.starts_with("DOC")) return *rule;
    return *entry.asked.front();
}

void append_guidance_of(std::string& out, const NoteEntry& entry) {
    if (!entry.claim.empty()) append_guidance(out, notes::claim_guidance, entry.claim);
    for (const std::string& check : entry.checks) append_guidance(out, "[", check);
    if (entry.asked.empty()) return;
    std::string opening = "[";
    for (const Rule* rule : entry.asked) opening.append(rule->id).append(", ");
    opening.replace(opening.size() - 2, 2, ": ");
    append_guidance(out, opening, std::string(entry.line->hint).append(" ").append(telling_rule(entry).why));
}

void append_text(std::string& out, const NoteToWrite& note, NoteForm form) {
    out += "INJECTION NOTE\n";
    if (!note.heading.empty()) append_guidance(out, notes::claim_guidance, note.heading);
    out += '\n';
    for (const NoteEntry& entry : note.entries) {
        if (!entry.is_shown()) continue;
        append_line(out, entry);
        if (form == NoteForm::text) append_guidance_of(out, entry);
    }
}

void append_member(std::string& out, std::string_view name, std::string_view value, bool first = false) {
    out.append(first ? "\"" : ",\"").append(name).append("\":");
    if (value.empty())
        out += "null";
    else
        append_json_string(out, value);
}

std::string_view name_of(Field field) { return row_of(field).pointer.substr(1); }

void append_entry(std::string& out, const NoteEntry& entry) {
    const NoteLine& line = *entry.line;
    out += '{';
    append_member(out, "field", name_of(line.field), true);
    append_member(out, "label", line.label);
    append_member(out, "hint", line.hint);
    append_member(out, "value", entry.value);
    if (line.second != Field::none) append_member(out, name_of(line.second), entry.second_value);
    append_member(out, "claim", entry.claim);
    out += ",\"rules\":[";
    for (std::size_t i = 0; i < entry.asked.size(); ++i) {
        if (i != 0) out += ',';
        append_json_string(out, entry.asked[i]->id);
    }
    out += ']';
    append_member(out, "why", entry.asked.empty() ? std::string_view() : telling_rule(entry).why);
    out += ",\"checks\":[";
    for (std::size_t i = 0; i < entry.checks.size(); ++i) {
        if (i != 0) out += ',';
        append_json_string(out, entry.checks[i]);
    }
    out += "]}";
}

void append_json(std::string& out, const NoteToWrite& note) {
    const auto number = [&](std::string_view name, std::int64_t value, bool known) {
        out.append(",\"").append(name).append("\":");
        if (known)
            append_number(out, value);
        else
            out += "null";
    };
    out += '{';
    append_member(out, "file", note.file, true);
    append_member(out, "claim", note.claim);
    number("claim_index", note.claim_index, note.line != 0);
    number("line", note.line, note.line != 0);
    number("drug_line", note.drug_line, note.drug_line != 0);
    append_member(out, "date", note.day);
    out += ",\"fields\":[";
    bool first = true;
    for (const NoteEntry& entry : note.entries) {
        if (!entry.is_shown()) continue;
        if (!first) out += ',';
        first = false;
        append_entry(out, entry);
    }
    out += "]}";
}

}   // namespace

std::span<const NoteLine> note_lines() { return lines; }

void NoteEntry::ask(const Rule& rule) {
    const auto at =
        std::lower_bound(asked.begin(), asked.end(), &rule, [](const Rule* a, const Rule* b) { return a->id < b->id; });
    if (at == asked.end() || *at != &rule) asked.insert(at, &rule);
}

bool NoteEntry::is_shown() const { return !asked.empty() || !value.empty() || !second_value.empty(); }

void append_note(std::string& out, const NoteToWrite& note, NoteForm form) {
    if (form == NoteForm::json)
        append_json(out, note);
    else
        append_text(out, note, form);
}

std::string note_template(NoteForm form) {
    NoteToWrite note;
    for (const NoteLine& line : lines) {
        NoteEntry entry;
        entry.line = &line;
        for (const Rule* rule : rules()) {
            const bool asks = (rule->record & record_fields(line.field)) != 0 ||
                              (line.second != Field::none && (rule->record & record_fields(line.second)) != 0);
            if (asks) entry.ask(*rule);
        }
        note.entries.push_back(std::move(entry));
    }
    std::string out;
    if (form == NoteForm::json) out += "{\"notes\":[";
    append_note(out, note, form);
    if (form == NoteForm::json) out += "]}\n";
    return out;
}

}   // namespace deltoid

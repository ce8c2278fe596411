// SPDX-License-Identifier: Apache-2.0
// Chooses values, and writes records with the words they were taken from.
#include "notes/note_choice.hpp"

#include "deltoid/values.hpp"
#include "json_text.hpp"

namespace deltoid::notes {
namespace {

constexpr std::string_view more_than_one = "The note gives more than one.";

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool has_bad_word(std::string_view text) {
    const NoteText words(text);
    bool denied = false;
    for (std::size_t i = 0; i < words.tokens.size(); ++i) {
        const std::string_view word = words.word(i);
        denied |= word == "NO" || word == "WITHOUT" || word == "SIN" || word == "DENIES";
        if (bad_response_words.has(word) && !denied) return true;
    }
    return false;
}

/// Two names of one person: a word of four letters or more in both.
bool same_person(std::string_view a, std::string_view b) {
    const NoteText one(a), other(b);
    for (std::size_t i = 0; i < one.tokens.size(); ++i)
        for (std::size_t k = 0; k < other.tokens.size(); ++k)
            if (one.word(i).size() >= 4 && one.word(i) == other.word(k) && !person_titles.has(one.word(i))) return true;
    return false;
}

/// The same in what both tell, and at least one thing is told by both.
bool same_dose(const Dose& a, const Dose& b, bool& told_by_both) {
    told_by_both = false;
    for (std::size_t i = 0; i < dose_family_count; ++i) {
        if (a.amounts[i] == 0 || b.amounts[i] == 0) continue;
        told_by_both = true;
        if (a.amounts[i] != b.amounts[i]) return false;
    }
    return true;
}

/// Of two values the one that says all that both say; null when they differ.
const Found* better_of(Field field, const Found* a, const Found* b) {
    if (a->key == b->key) return a->labelled || !b->labelled ? a : b;
    switch (field) {
        case Field::doc_dose:
        case Field::doc_discarded: {
            bool told_by_both = false;
            if (!same_dose(a->dose, b->dose, told_by_both)) return nullptr;
            if (told_by_both) return a;
            // "60 mg", "2 mL": the amount of the drug says more than its volume.
            const bool a_volume = a->dose.amount(DoseFamily::volume) != 0,
                       b_volume = b->dose.amount(DoseFamily::volume) != 0;
            return a_volume == b_volume ? nullptr : a_volume ? b : a;
        }
        case Field::doc_site:
            if (contains(a->key, b->key)) return a;
            if (contains(b->key, a->key)) return b;
            // "left arm", "deltoid": a part that also hurts gives way to one that is only injected.
            if (a->kind != b->kind && a->key.substr(0, 4) == b->key.substr(0, 4))
                return a->kind == Found::Kind::weak_site ? b : a;
            return nullptr;
        case Field::doc_ordered_by:
        case Field::doc_supervised_by:
            if (!same_person(a->value, b->value)) return nullptr;
            return b->value.size() > a->value.size() ? b : a;
        case Field::doc_indication:
        case Field::doc_route:
            if (contains(a->key, b->key)) return a;
            if (contains(b->key, a->key)) return b;
            return field == Field::doc_indication && a->labelled != b->labelled ? (a->labelled ? a : b) : nullptr;
        default:
            return nullptr;
    }
}

void leave_open(Record& record, Field field, const Candidates& candidates, std::string_view reason) {
    Doubt doubt{field, {}, reason};
    for (const Found* found : candidates) {
        add_candidate(doubt, found->value);
        if (!found->other.empty()) add_candidate(doubt, found->other);
    }
    record.unsure.push_back(std::move(doubt));
}

/// The one value, or null and a doubt.
const Found* only_one(Record& record, Field field, const Candidates& candidates) {
    if (candidates.empty()) return nullptr;
    const Found* best = candidates[0];
    for (const Found* found : candidates) {
        best = found == best ? best : better_of(field, best, found);
        if (best == nullptr) break;
    }
    if (best == nullptr) {
        leave_open(record, field, candidates, more_than_one);
        return nullptr;
    }
    if (!best->other.empty()) {
        leave_open(record, field, {best},
                   field == Field::doc_given_at && best->kind == Found::Kind::time
                       ? "It may be in the morning or in the afternoon."
                       : "Day and month may stand either way round.");
        return nullptr;
    }
    return best;
}

/// All that is said of the response, unless some of it is good and some is not.
void choose_response(Record& record, const Candidates& candidates) {
    if (candidates.empty()) return;
    std::string all;
    Candidates kept;
    for (const Found* found : candidates) {
        if (has_bad_word(found->value) != has_bad_word(candidates[0]->value))
            return leave_open(record, Field::doc_response, candidates, more_than_one);
        bool known = false;
        for (const Found* other : kept) known |= contains(other->key, found->key);
        constexpr std::size_t most = 4;
        if (known || kept.size() == most) continue;
        kept.push_back(found);
        if (!all.empty()) all += "; ";
        all += found->value;
    }
    record.filled.push_back({Field::doc_response, all});
    for (const Found* found : kept) record.taken.push_back({Field::doc_response, found->token, found->end});
}

/// Whoever a label names comes before a signature: who signs may only have written it down.
Candidates without_signatures(const Candidates& candidates) {
    Candidates named;
    for (const Found* found : candidates)
        if (found->kind != Found::Kind::signature) named.push_back(found);
    return named.empty() ? candidates : named;
}

std::string_view name_of(Field field) { return row_of(field).pointer.substr(1); }

}   // namespace

bool has(const Record& record, Field field) {
    for (const Record::Filled& filled : record.filled)
        if (filled.field == field) return true;
    return false;
}

void take(Record& record, const Found& found, std::string_view value) {
    record.filled.push_back({found.field, std::string(value)});
    record.taken.push_back({found.field, found.token, found.end});
}

void add_candidate(Doubt& doubt, std::string_view value) {
    constexpr std::size_t most = 8;
    for (const std::string& known : doubt.candidates)
        if (known == value) return;
    if (doubt.candidates.size() < most) doubt.candidates.emplace_back(value);
}

bool is_no_injection(std::string_view route) {
    return route == "oral" || route == "intranasal" || route == "inhaled" || route == "topical";
}

void choose(Record& record, Field field, const Candidates& candidates) {
    if (field == Field::doc_response) return choose_response(record, candidates);
    if (const Found* found = only_one(record, field, candidates)) take(record, *found, found->value);
}

void choose_time(Record& record, const Candidates& dates, const Candidates& times) {
    const Found* date = only_one(record, Field::doc_given_at, dates);
    if (date == nullptr && !dates.empty()) return;   // a time without its day would hide the doubt
    const Found* time = only_one(record, Field::doc_given_at, times);
    if (date == nullptr && time == nullptr) return;
    std::string value = date == nullptr ? std::string() : date->value;
    if (date != nullptr && time != nullptr) value += 'T';
    if (time != nullptr) value += time->value;
    record.filled.push_back({Field::doc_given_at, std::move(value)});
    for (const Found* found : {date, time})
        if (found != nullptr) record.taken.push_back({Field::doc_given_at, found->token, found->end});
}

void choose_giver(Record& record, const Candidates& names, const Candidates& credentials) {
    const Candidates named = without_signatures(names);
    const Found* name = only_one(record, Field::doc_given_by, named);
    if (name == nullptr && !named.empty()) return;   // two people: whose credential it is is not known either
    if (name != nullptr) take(record, *name, name->value);
    // The credential that stands behind the name; another's is none of it.
    Candidates own;
    for (const Found* found : credentials)
        if (name == nullptr ||
            (found->sentence == name->sentence && found->token >= name->end && found->token <= name->end + 3))
            own.push_back(found);
    if (const Found* credential = only_one(record, Field::doc_credential, without_signatures(own)))
        take(record, *credential, credential->value);
}

void append_record(std::string& out, const Record& record, const NoteText& note) {
    const auto member = [&](std::string_view name, std::string_view value) {
        append_json_string(out, name);
        out += ':';
        append_json_string(out, value);
    };
    out += "{\"documentation\":{";
    // In the order of the contract, whatever the order of choosing was.
    bool first = true;
    for (const FieldRow& row : field_rows())
        for (const Record::Filled& filled : record.filled)
            if (filled.field == row.field) {
                if (!first) out += ',';
                first = false;
                const bool bare = row.type == FieldType::boolean || row.type == FieldType::integer;
                if (bare)   // true, false, 2
                    out.append("\"").append(name_of(filled.field)).append("\":").append(filled.value);
                else
                    member(name_of(filled.field), filled.value);
            }
    out += "},\"taken\":[";
    first = true;
    for (const FieldRow& row : field_rows())
        for (const Record::Span& span : record.taken) {
            if (span.field != row.field) continue;
            std::string_view value;
            for (const Record::Filled& filled : record.filled)
                if (filled.field == span.field) value = filled.value;
            out += first ? "{" : ",{";
            first = false;
            member("field", name_of(span.field));
            out += ',';
            member("value", value);
            out += ",\"from\":";
            out += std::to_string(note.tokens[span.token].begin);
            out += ",\"to\":";
            out += std::to_string(note.tokens[span.end - 1].end);
            out += ',';
            member("words", note.raw(span.token, span.end));
            out += '}';
        }
    out += "],\"unsure\":[";
    for (std::size_t i = 0; i < record.unsure.size(); ++i) {
        const Doubt& doubt = record.unsure[i];
        out += i == 0 ? "{" : ",{";
        member("field", name_of(doubt.field));
        out += ",\"candidates\":[";
        for (std::size_t k = 0; k < doubt.candidates.size(); ++k) {
            if (k != 0) out += ',';
            append_json_string(out, doubt.candidates[k]);
        }
        out += "],";
        member("reason", doubt.reason);
        out += '}';
    }
    out += "]}";
}

}   // namespace deltoid::notes

// SPDX-License-Identifier: Apache-2.0
// Which lines have an administration record, and what the record of a day says: shared by the DOC family, BND004 and
// the batch's search for copied wording.
#pragma once

#include <array>

#include "context.hpp"
#include "rules/unt/recorded_units.hpp"

namespace deltoid::rulebook {

/// One of these makes a record an administration record (rulebook, DOC). Answers that were given for other rules (dose,
/// route, container, source, supervision, given_by, injections, discarded) do not: nobody asked for the whole record.
inline bool is_whole_record(const Documentation& record) {
    for (const std::string_view text :
         {record.drug, record.site, record.lot, record.expiration, record.given_at, record.order_date, record.response})
        if (!trim(text).empty()) return true;
    return false;
}

inline bool has_whole_record(const Claim& claim, const Service& service) {
    const Documentation* record = record_of(claim, service);
    return record != nullptr && is_whole_record(*record);
}

/// A line of a drug that was given; waste and vaccines have no injection of 96372.
inline bool is_recorded_drug(const Service& service) {
    return service.is(CodeSet::drug) && !service.is(CodeSet::vaccine) && !service.has(Modifier("JW"));
}

/// What one field of a day's record says, and on which line.
struct Entry {
    std::string_view text;
    const Service* on = nullptr;

    [[nodiscard]] bool missing() const { return text.empty(); }
};

/// The record of one injection: on its drug's line and on the lines of 96372 of that day, which complete each other.
struct InjectionDay {
    const ClaimContext& context;
    const Service& line;   ///< the one that findings name

    [[nodiscard]] Entry entry(std::string_view Documentation::*field) const {
        if (const std::string_view own = text_on(line, field); !own.empty()) return {own, &line};
        for (const Service& other : context.services) {
            const bool partner = other.day == line.day &&
                                 (line.is(CodeSet::injection) ? is_recorded_drug(other) : other.is(CodeSet::injection));
            if (!partner) continue;
            if (const std::string_view text = text_on(other, field); !text.empty()) return {text, &other};
        }
        return {{}, &line};
    }
    [[nodiscard]] std::string_view text(std::string_view Documentation::*field) const { return entry(field).text; }

private:
    [[nodiscard]] std::string_view text_on(const Service& service, std::string_view Documentation::*field) const {
        const Documentation* record = record_of(context.claim, service);
        return record == nullptr ? std::string_view() : trim(record->*field);
    }
};

/// A line that the DOC family looks at: a drug with a record on a day with 96372; a line of 96372 with a record when
/// no drug of its day has one.
inline bool is_asked_for_record(const ClaimContext& context, const Service& service) {
    const bool injection = service.is(CodeSet::injection);
    if ((!injection && !is_recorded_drug(service)) || !service.day.known() || !has_whole_record(context.claim, service))
        return false;
    for (const Service& other : context.services) {
        if (other.day != service.day) continue;
        if (injection && is_recorded_drug(other) && has_whole_record(context.claim, other)) return false;
        if (!injection && other.is(CodeSet::injection)) return true;
    }
    return injection;
}

template <class Ask>
void each_record(const ClaimContext& context, Ask ask) {
    if (context.claim.documentations.empty()) return;
    for (const Service& service : context.services)
        if (is_asked_for_record(context, service)) ask(InjectionDay{context, service});
}

/// A day with a record of any kind, for what the record is asked beside the injection itself (DOC013-DOC015).
inline bool has_record_on_day(const ClaimContext& context, const Service& service) {
    if (context.claim.documentations.empty() || !service.day.known()) return false;
    for (const Service& other : context.services)
        if (other.day == service.day && is_asked_for_record(context, other)) return true;
    return false;
}

/// Names the field to complete: only the chart knows it.
inline Finding& ask_to_complete(Finding& finding, Field field) {
    return finding.in(field).tag(Tag::chart).fix_by(Operation::document, finding.line, field).from_chart();
}

/// Says message 0 of each record that leaves the field open.
inline void say_when_missing(const ClaimContext& context, std::string_view Documentation::*member, Field field,
                             Report& report) {
    each_record(context, [&](const InjectionDay& record) {
        if (!record.text(member).empty()) return;
        ask_to_complete(report.say(0, record.line), field);
    });
}

/// A day as records write it: ISO, with or without a time behind it, or month/day/year; none() for other texts.
inline Day day_in_record(std::string_view text) {
    text = trim(text);
    if (const Date iso = read_date(text.substr(0, text.find(' '))); iso.valid()) return iso.value;
    std::array<std::int64_t, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string_view part = text.substr(0, text.find_first_of("/ T"));
        if (part.empty() || part.size() > 4 || !is_whole_number(part)) return Day::none();
        parts[i] = whole_number(part);
        text.remove_prefix(part.size());
        if (i < 2 && !text.starts_with('/')) return Day::none();
        if (i < 2) text.remove_prefix(1);
    }
    return Day::of(static_cast<int>(parts[2]), static_cast<int>(parts[0]), static_cast<int>(parts[1]));
}

// Words of free text, for the rules that read it.

constexpr bool is_word_character(char c) { return (c >= '0' && c <= '9') || (upper(c) >= 'A' && upper(c) <= 'Z'); }

/// Takes the next word of letters and digits off the text; "" at its end.
inline std::string_view next_word(std::string_view& text) {
    while (!text.empty() && !is_word_character(text.front())) text.remove_prefix(1);
    std::size_t size = 0;
    while (size < text.size() && is_word_character(text[size])) ++size;
    const std::string_view word = text.substr(0, size);
    text.remove_prefix(size);
    return word;
}

inline bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    for (const std::string_view candidate : words)
        if (same_code(word, candidate)) return true;
    return false;
}

inline bool has_word(std::string_view text, std::string_view wanted) {
    for (std::string_view word = next_word(text); !word.empty(); word = next_word(text))
        if (same_code(word, wanted)) return true;
    return false;
}

inline bool has_any_word(std::string_view text, std::span<const std::string_view> words) {
    for (std::string_view word = next_word(text); !word.empty(); word = next_word(text))
        if (is_one_of(word, words)) return true;
    return false;
}

}   // namespace deltoid::rulebook

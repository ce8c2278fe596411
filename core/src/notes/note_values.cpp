// SPDX-License-Identifier: Apache-2.0
// Dates, times, doses, people and lots, by hand. What may be read in two ways says both.
#include "notes/note_values.hpp"

#include "notes/note_words.hpp"
#include "small_text.hpp"
#include "whole_number.hpp"

namespace deltoid::notes {
namespace {

/// A whole number of at most `most` digits; -1 for another token.
int digits_at(const NoteText& note, std::size_t token, std::size_t end, std::size_t most) {
    if (token >= end || !note.is_number(token)) return -1;
    const std::string_view text = note.word(token);
    if (text.size() > most || !is_whole_number(text)) return -1;
    return static_cast<int>(whole_number(text));
}

int full_year(int year, std::size_t digits) { return digits == 4 ? year : digits == 2 ? 2000 + year : -1; }

std::string iso(int year, int month, int day) {
    SmallText<16> text;
    const auto two = [&](int number) { text.add(number < 10 ? "-0" : "-").add_number(number); };
    text.add_number(year);
    two(month);
    if (day != 0) two(day);
    return std::string(text.view());
}

bool is_month(int year, int month) { return year >= 1900 && year < 2100 && month >= 1 && month <= 12; }
bool is_day(int year, int month, int day) { return is_month(year, month) && Day::of(year, month, day).known(); }

char separator_at(const NoteText& note, std::size_t token) {
    for (const char c : {'/', '-', '.'})
        if (note.is_mark(token, c) && note.tokens[token].glued) return c;
    return '\0';
}
bool is_glued(const NoteText& note, std::size_t token, std::size_t end) {
    return token < end && note.tokens[token].glued;
}

/// "9/15/26", "2026-09-15", "01/27".
Piece date_of_numbers(const NoteText& note, std::size_t token, std::size_t end, bool spanish, bool months) {
    const int first = digits_at(note, token, end, 4);
    const char bar = separator_at(note, token + 1);
    if (first < 0 || bar == '\0' || !is_glued(note, token + 2, end)) return {};
    if (token > 0 && is_glued(note, token, end) && separator_at(note, token - 1) != '\0') return {};
    const int second = digits_at(note, token + 2, end, 4);
    const std::size_t first_size = note.word(token).size();
    const std::size_t second_size = note.word(token + 2).size();
    if (second < 0) return {};
    if (separator_at(note, token + 3) == bar && is_glued(note, token + 4, end)) {
        const int third = digits_at(note, token + 4, end, 4);
        const std::size_t third_size = note.word(token + 4).size();
        if (third < 0 || (separator_at(note, token + 5) == bar && is_glued(note, token + 6, end))) return {};
        if (first_size == 4)
            return is_day(first, second, third) ? Piece{token, token + 5, iso(first, second, third), {}} : Piece{};
        const int year = full_year(third, third_size);
        if (first_size > 2 || second_size > 2) return {};
        const bool american = is_day(year, first, second), european = is_day(year, second, first);
        if (american && european && spanish && first != second)
            return {token, token + 5, iso(year, first, second), iso(year, second, first)};
        if (american) return {token, token + 5, iso(year, first, second), {}};
        if (european && spanish) return {token, token + 5, iso(year, second, first), {}};
        return {};
    }
    if (!months) return {};
    if (first_size == 4) return is_month(first, second) ? Piece{token, token + 3, iso(first, second, 0), {}} : Piece{};
    const int year = full_year(second, second_size);
    if (first_size > 2 || !is_month(year, first)) return {};
    return {token, token + 3, iso(year, first, 0), {}};
}

struct MonthWord {
    int month = 0;
    int year = -1;   ///< "JAN2027"
};
MonthWord month_at(const NoteText& note, std::size_t token, std::size_t end) {
    if (token >= end || !note.is_word(token)) return {};
    std::string_view word = note.word(token);
    std::size_t letters = 0;
    while (letters < word.size() && (word[letters] < '0' || word[letters] > '9')) ++letters;
    MonthWord found{month_named(word.substr(0, letters)), -1};
    const std::string_view digits = word.substr(letters);
    if (found.month == 0 || digits.empty()) return found;
    if (digits.size() > 4 || !is_whole_number(digits)) return {};
    found.year = full_year(static_cast<int>(whole_number(digits)), digits.size());
    return found.year < 0 ? MonthWord{} : found;
}

/// Passes over "de", "of", commas, hyphens and points between the parts of a date.
std::size_t past_joints(const NoteText& note, std::size_t token, std::size_t end) {
    while (token < end && (note.is_mark(token, ',') || note.is_mark(token, '-') || note.is_mark(token, '.') ||
                           note.is_mark(token, '/') || note.word(token) == "DE" || note.word(token) == "DEL" ||
                           note.word(token) == "OF"))
        ++token;
    return token;
}

/// "15 de septiembre de 2026", "Sep 15, 2026", "Jan 2027".
Piece date_with_month(const NoteText& note, std::size_t token, std::size_t end, bool months) {
    int day = 0;
    std::size_t at = token;
    if (note.is_number(token)) {
        day = digits_at(note, token, end, 2);
        if (day < 1 || day > 31) return {};
        at = past_joints(note, token + 1, end);
    }
    const MonthWord month = month_at(note, at, end);
    if (month.month == 0) return {};
    ++at;
    int year = month.year;
    if (year < 0) {
        std::size_t next = past_joints(note, at, end);
        if (day == 0 && digits_at(note, next, end, 2) > 0) {
            const std::size_t behind = past_joints(note, next + 1, end);
            if (digits_at(note, behind, end, 4) > 1900) {
                day = digits_at(note, next, end, 2);
                next = behind;
            }
        }
        const int number = digits_at(note, next, end, 4);
        year = number < 0 ? -1 : full_year(number, note.word(next).size());
        at = next + 1;
    }
    if (day == 0)
        return months && is_month(year, month.month) ? Piece{token, at, iso(year, month.month, 0), {}} : Piece{};
    return is_day(year, month.month, day) ? Piece{token, at, iso(year, month.month, day), {}} : Piece{};
}

std::string clock(int hour, int minute) {
    SmallText<8> text;
    text.add(hour < 10 ? "0" : "").add_number(hour).add(minute < 10 ? ":0" : ":").add_number(minute);
    return std::string(text.view());
}

enum class HalfDay : std::uint8_t { untold, morning, afternoon };

}   // namespace

Piece date_at(const NoteText& note, std::size_t token, std::size_t end, bool spanish, bool months) {
    if (Piece numbers = date_of_numbers(note, token, end, spanish, months)) return numbers;
    return date_with_month(note, token, end, months);
}

Piece time_at(const NoteText& note, std::size_t token, std::size_t end, bool bare) {
    const int first = digits_at(note, token, end, 4);
    if (first < 0) return {};
    const std::size_t size = note.word(token).size();
    int hour = first, minute = -1;
    std::size_t behind = token + 1;
    bool leading_zero = size > 1 && note.word(token)[0] == '0';
    if (note.is_mark(token + 1, ':') && is_glued(note, token + 1, end) && is_glued(note, token + 2, end) &&
        note.word(token + 2).size() == 2) {
        minute = digits_at(note, token + 2, end, 2);
        behind = token + 3;
        if (size > 2 || (note.is_mark(behind, ':') && is_glued(note, behind, end))) {
            const int second = size > 2 ? -1 : digits_at(note, behind + 1, end, 2);
            if (second < 0 || second > 59) return {};
            behind += 2;
        }
    } else if (bare && size == 4) {
        hour = first / 100;
        minute = first % 100;
        leading_zero = true;
    }
    HalfDay half = HalfDay::untold;
    const std::string_view word = behind < end ? note.word(behind) : std::string_view();
    if (word == "AM" || word == "PM" || word == "A" || word == "P") {
        const bool whole = word.size() == 2;
        const bool spaced = !whole && note.is_mark(behind + 1, '.') && note.word(behind + 2) == "M";
        if (whole || spaced) {
            half = word[0] == 'A' ? HalfDay::morning : HalfDay::afternoon;
            behind += whole ? 1 : 3;
        }
    }
    if (minute < 0 && half != HalfDay::untold && size <= 2) minute = 0;   // "2 pm"
    if (hour > 23 || minute < 0 || minute > 59) return {};
    if (half != HalfDay::untold) {
        if (hour < 1 || hour > 12)
            return hour > 12 && half == HalfDay::afternoon ? Piece{token, behind, clock(hour, minute), {}} : Piece{};
        hour = hour % 12 + (half == HalfDay::afternoon ? 12 : 0);
        return {token, behind, clock(hour, minute), {}};
    }
    // Before seven and not of 24 hours: it may be the afternoon.
    if (hour >= 1 && hour < 7 && !leading_zero) return {token, behind, clock(hour, minute), clock(hour + 12, minute)};
    return {token, behind, clock(hour, minute), {}};
}

DosePiece dose_at(const NoteText& note, std::size_t token, std::size_t end) {
    DosePiece found;
    if (!note.is_number(token)) return found;
    if (token > 0 && note.tokens[token].glued &&
        (note.is_mark(token - 1, '/') || note.is_mark(token - 1, '-') || note.is_mark(token - 1, ':') ||
         note.is_mark(token - 1, '.')))
        return found;   // the end of a fraction, a range or a date
    constexpr std::size_t longest = 14;
    constexpr std::size_t longest_text = 80;
    std::string text;
    bool translated = false;
    int open = 0;
    for (std::size_t at = token; at < end && at < token + longest; ++at) {
        std::string_view part = note.raw(at, at + 1);
        if (note.is_word(at)) {
            const std::string_view word = note.word(at);
            if (note.is_mark(at + 1, ':')) break;   // the next label
            if (word == "AND" || word == "Y" || word == "E" || (word == "DE" && at == token + 1)) break;
            for (const Named& measure : measures())
                if (measure.phrase == word) {
                    part = measure.value;
                    translated = true;
                }
            if (word == "DE") {
                part = found && !translated ? "of" : "";
                translated = true;
            }
        }
        if (text.size() + part.size() > longest_text) break;
        open += note.is_mark(at, '(') ? 1 : note.is_mark(at, ')') ? -1 : 0;
        if (open < 0) break;
        if (!text.empty() && !part.empty() && !note.tokens[at].glued && text.back() != ' ') text += ' ';
        text += part;
        const Dose dose = read_dose(text);
        const bool amount =
            dose.readable && (dose.amount(DoseFamily::mass) != 0 || dose.amount(DoseFamily::units) != 0 ||
                              dose.amount(DoseFamily::volume) != 0 || dose.amount(DoseFamily::milliequivalents) != 0);
        if (!amount) continue;
        const bool same =
            found && dose.amounts == found.dose.amounts && dose.strength.steps == found.dose.strength.steps;
        const bool closes = same && open == 0 && note.is_mark(at, ')') && at == found.end;
        if (same && !closes) continue;
        found.begin = token;
        found.end = at + 1;
        found.value = translated ? text : std::string(note.raw(token, at + 1));
        found.dose = dose;
    }
    if (!found) return found;
    // "60 mg (", "15 mg/kg", "5-10 mg": not the whole of it was read.
    if (note.is_mark(found.end, '/') && note.tokens[found.end].glued) {
        const Measure measure =
            read_measure(note.is_number(found.end + 1) ? note.word(found.end + 2) : note.word(found.end + 1));
        DosePiece strength;
        strength.begin = token;
        strength.strength_only = measure.steps != 0 && measure.family == DoseFamily::volume;
        return strength;
    }
    if (note.is_mark(found.end, '-') && note.is_number(found.end + 1)) return {};
    return found;
}

namespace {

/// "-C", "-BC", "(AAMA)" behind a credential belong to it.
std::size_t past_suffix(const NoteText& note, std::size_t token, std::size_t end) {
    if (note.is_mark(token, '-') && is_glued(note, token, end) && is_glued(note, token + 1, end) &&
        (note.word(token + 1) == "C" || note.word(token + 1) == "BC"))
        return token + 2;
    if (note.is_mark(token, '(') && note.word(token + 1) == "AAMA" && note.is_mark(token + 2, ')')) return token + 3;
    return token;
}

bool is_name_word(const NoteText& note, std::size_t token, bool any_case) {
    if (!note.is_word(token)) return false;
    const std::string_view word = note.word(token);
    if (word.size() == 1 && note.tokens[token].capital && note.is_mark(token + 1, '.')) return true;   // an initial
    return (note.tokens[token].capital || any_case) && !no_names.has(word) && month_named(word) == 0 &&
           word.size() < 30;
}

/// Credentials in capitals, or behind a comma: "do" and "ma" are words, too.
PhraseIndex::Match credential_at(const NoteText& note, const PhraseIndex& credentials, std::size_t token,
                                 std::size_t end, bool certain) {
    const PhraseIndex::Match match = credentials.at(note, token, end);
    if (!match || match.end > token + 1) return match;
    const std::string_view raw = note.raw(token, token + 1);
    bool capitals = true;
    for (const char c : raw) capitals &= c < 'a' || c > 'z' || raw.size() > 4;
    return capitals || (certain && raw != "do" && raw != "pa") ? match : PhraseIndex::Match{};
}

}   // namespace

Person person_at(const NoteText& note, const PhraseIndex& credentials, std::size_t token, std::size_t end,
                 bool certain) {
    Person person;
    std::size_t at = token;
    while (at < end &&
           (note.is_mark(at, ':') || note.is_mark(at, '-') || note.is_mark(at, '#') || note.word(at) == "LA" ||
            note.word(at) == "EL" || note.word(at) == "THE" || note.word(at) == "DE"))
        ++at;
    if (at - token > 3) return person;
    person.begin = at;
    if (person_titles.has(note.word(at))) {
        person.title = true;
        ++at;
        if (note.is_mark(at, '.')) ++at;
    }
    std::size_t names = 0, name_begin = at, name_end = at;
    while (at < end && names < 3) {
        if (const auto credential = credential_at(note, credentials, at, end, certain);
            credential && (names > 0 || !person.title))
            break;
        const bool small = names == 0 ? person.title || note.word(at).size() <= 3
                                      : note.word(name_begin).size() <= 3 && !note.tokens[name_begin].capital;
        if (!is_name_word(note, at, certain && small)) break;
        if (names == 0) name_begin = at;
        ++names;
        name_end = ++at;
        if (note.is_mark(at, '.') && is_glued(note, at, end) && note.word(at - 1).size() <= 2) name_end = ++at;
        if (note.is_mark(at, '-') && is_glued(note, at, end) && is_glued(note, at + 1, end) &&
            is_name_word(note, at + 1, false))
            name_end = at += 2;
        // "Reed, Jane, RN": only where a credential follows.
        if (names == 1 && !person.title && note.is_mark(at, ',') && is_name_word(note, at + 1, false) &&
            note.word(at - 1).size() > 1 && !credential_at(note, credentials, at + 1, end, certain)) {
            const std::size_t behind = at + 2 + (note.is_mark(at + 2, ',') || note.is_mark(at + 2, '.') ? 1 : 0);
            if (credential_at(note, credentials, behind, end, certain)) ++at;
        }
    }
    at = name_end;
    std::size_t credential_token = at;
    if (note.is_mark(credential_token, ',') || note.is_mark(credential_token, '(') ||
        note.is_mark(credential_token, '-'))
        ++credential_token;
    if (note.is_mark(credential_token, '-')) ++credential_token;
    if (credential_token < end) {
        const auto credential = credential_at(note, credentials, credential_token, end, certain || names > 0);
        if (credential) {
            person.credential = notes::credentials()[credential.row].value;
            person.credential_begin = credential_token;
            at = past_suffix(note, credential.end, end);
            if (at != credential.end && person.credential != "PA-C" && note.is_mark(credential.end, '-'))
                person.credential.append("-").append(note.word(credential.end + 1));
        }
    }
    if (names == 0 && person.credential.empty()) return {};
    if (names == 0 && person.title) return {};
    person.name = std::string(names == 0 ? std::string_view() : note.raw(person.begin, name_end));
    person.end = at;
    return person;
}

Piece lot_at(const NoteText& note, std::size_t token, std::size_t end) {
    constexpr std::size_t shortest = 3, longest = 20;
    std::size_t at = token;
    std::size_t digits = 0;
    while (at < end && (at == token || note.tokens[at].glued)) {
        const bool mark = note.is_mark(at, '-') || note.is_mark(at, '/');
        if (note.tokens[at].glyph == Glyph::mark && (!mark || !is_glued(note, at + 1, end))) break;
        for (const char c : note.word(at)) digits += c >= '0' && c <= '9' ? 1U : 0U;
        if (note.is_number(at) && note.word(at).find_first_of(".,") != std::string_view::npos) return {};
        ++at;
    }
    const std::string_view raw = note.raw(token, at);
    if (digits == 0 || raw.size() < shortest || raw.size() > longest) return {};
    if (date_at(note, token, end, false, true)) return {};
    if (note.is_number(token) && at == token + 1 && read_measure(note.word(at)).steps != 0) return {};
    return {token, at, std::string(raw), {}};
}

}   // namespace deltoid::notes

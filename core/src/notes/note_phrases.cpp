// SPDX-License-Identifier: Apache-2.0
// Looks at phrases of a note: who gave it, how it was borne, what it was for.
#include "notes/note_scan.hpp"
#include "rules/doc/indication_missing.hpp"

namespace deltoid::notes {
namespace {

/// Line ends and runs of blanks as one blank.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

}   // namespace

bool NoteScan::add_person(std::size_t sentence, Field field, std::size_t token, std::size_t end, bool certain) {
    const Person person = person_at(note_, credentials_, token, end, certain);
    if (!person || person.end - person.begin > 12) return false;
    // A label needs a name with a title, a credential or a capital; "given by nurse" names nobody.
    const bool capital = note_.tokens[person.begin].capital;
    if (!person.title && person.credential.empty() && !capital) return false;
    if (field != Field::doc_given_by) {
        if (!person.title && person.credential.empty() && !certain) return false;
        std::string name(note_.raw(person.begin, person.end));
        if (name.size() > 4 && (name.ends_with("'s") || name.ends_with("'S"))) name.resize(name.size() - 2);
        add(field, sentence, person.begin, person.end, std::move(name), true);
        if (person.end < end) {   // "ordered by Dr. Moss on 9/15/2026"
            std::size_t at = person.end;
            while (at < end && (note_.is_mark(at, ',') || note_.word(at) == "ON" || note_.word(at) == "EL" ||
                                note_.word(at) == "DATED" || note_.is_mark(at, '(')))
                ++at;
            if (field == Field::doc_ordered_by && at > person.end)
                add_date(sentence, Field::doc_order_date, at, end, true);
        }
        return true;
    }
    if (!person.name.empty()) {
        const std::size_t name_end = person.credential_begin != 0 ? person.credential_begin : person.end;
        std::size_t last = name_end;
        while (last > person.begin + 1 && note_.tokens[last - 1].glyph == Glyph::mark && !note_.is_mark(last - 1, '.'))
            --last;
        add(Field::doc_given_by, sentence, person.begin, last, person.name, true);
    }
    if (person.credential_begin != 0)
        add(Field::doc_credential, sentence, person.credential_begin, person.end, person.credential, true);
    return true;
}

/// "by J. Reed, RN", "per Dr. Moss": whoever is named with a credential or a title.
std::size_t NoteScan::read_by(std::size_t sentence, std::size_t token, std::size_t end) {
    const Person person = person_at(note_, credentials_, token + 1, end, false);
    if (!person || used_[person.begin] != 0) return 0;
    const bool order = note_.word(token) == "PER";
    const bool practitioner =
        person.title || practitioner_credentials.has(person.credential.substr(0, person.credential.find('-')));
    if (order ? !practitioner : person.credential.empty()) return 0;
    const std::string_view verb = token > 0 ? note_.word(token - 1) : std::string_view();
    if (!order) {
        constexpr std::string_view verbs[] = {
            "ORDERED",  "SIGNED",    "SUPERVISED", "PRESCRIBED", "REVIEWED",    "SUPPLIED", "BROUGHT",
            "SEEN",     "EVALUATED", "VERIFIED",   "CHECKED",    "RECOMMENDED", "COSIGNED", "DOCUMENTED",
            "ORDENADO", "FIRMADO",   "REVISADO",   "EVALUADO",   "VISTO",       "INDICADO", "ENTERED"};
        for (const std::string_view other : verbs)
            if (verb == other) return person.end;
        if (moods_[token] != Mood::given && moods_[token] != Mood::neutral) return person.end;
    }
    add_person(sentence, order ? Field::doc_ordered_by : Field::doc_given_by, token + 1, end, false);
    return person.end;
}

bool NoteScan::add_words(std::size_t sentence, Field field, std::size_t token, std::size_t end, bool labelled) {
    constexpr std::size_t most_words = 24;
    while (token < end && !note_.is_word(token) && !note_.is_number(token)) ++token;
    std::size_t last = end;
    while (last > token && note_.tokens[last - 1].glyph == Glyph::mark && !note_.is_mark(last - 1, ')')) --last;
    if (token >= last || last - token > most_words) return false;
    if (note_.word(token) == "N" || note_.word(token) == "NA") return false;   // "N/A"
    std::string text = on_one_line(note_.raw(token, last));
    if (field == Field::doc_indication && rulebook::names_only_injection(text, {}, {})) return false;
    std::vector<char> before(used_.begin() + static_cast<std::ptrdiff_t>(token),
                             used_.begin() + static_cast<std::ptrdiff_t>(last));
    Found& found = add(field, sentence, token, last, std::move(text), labelled);
    // An indication may name the drug; it is looked for there, too.
    if (field == Field::doc_indication && !labelled)
        for (std::size_t i = token; i < last; ++i) used_[i] = before[i - token];
    for (char& c : found.key) c = upper(c);
    return true;
}

bool NoteScan::add_response(std::size_t sentence, std::size_t token, std::size_t end) {
    const std::string_view word = note_.word(token);
    constexpr std::string_view aims[] = {
        "ADVERSE",   "REACTION",       "REACTIONS",  "COMPLICATION", "COMPLICATIONS",  "INCIDENT",     "DIFFICULTY",
        "IMMEDIATE", "SIDE",           "APPARENT",   "ACUTE",        "SIGNS",          "ILL",          "ALLERGIC",
        "LOCAL",     "COMPLAINTS",     "REACCION",   "REACCIONES",   "COMPLICACIONES", "COMPLICACION", "EFECTOS",
        "EVENTOS",   "EVENTUALIDADES", "INCIDENTES", "PROBLEMAS",    "PROBLEM",        "PROBLEMS",     "ISSUES",
        "ISSUE",     "NOTED"};
    const auto is_aim = [&](std::string_view text) {
        for (const std::string_view aim : aims)
            if (text == aim) return true;
        return false;
    };
    const auto begins = [&](std::size_t at) {
        const std::string_view here = note_.word(at), behind = note_.word(at + 1);
        return here == "TOLERATED" || (here == "TOL" && (behind == "WELL" || note_.word(at + 2) == "WELL")) ||
               here == "TOLERO" || here == "TOLERATING" || (here == "BUENA" && behind == "TOLERANCIA") ||
               ((here == "NO" || here == "WITHOUT" || here == "SIN" || here == "W") &&
                (is_aim(behind) || (behind == "S" && note_.is_mark(at + 2, '/'))) &&
                !(behind == "ALLERGIC" && note_.word(at + 2) == "TO")) ||
               (here == "NO" && (behind == "PRESENTO" || behind == "HUBO") && is_aim(note_.word(at + 2)));
    };
    // "w/o incident", "no c/o"
    const auto begins_short = [&](std::size_t at) {
        const bool o = note_.is_mark(at + 1, '/') && note_.word(at + 2) == "O" && note_.word(at) == "W";
        const bool complaints = note_.word(at) == "NO" && note_.word(at + 1) == "C" && note_.is_mark(at + 2, '/') &&
                                note_.word(at + 3) == "O";
        return (o && is_aim(note_.word(at + 3))) || complaints;
    };
    bool good = begins(token) || begins_short(token);
    bool bad = false;
    if (!good && (word == "DEVELOPED" || word == "BECAME" || word == "FELT" || word == "PRESENTO" ||
                  word == "EXPERIENCED" || word == "SINTIO"))
        for (std::size_t i = token + 1; i < end && i < token + 5; ++i) bad |= bad_response_words.has(note_.word(i));
    if (!good && !bad) return false;
    const Mood mood = moods_[token];
    if (mood != Mood::neutral && mood != Mood::given) return false;
    // "no reaction to penicillin", "no problems with previous injections" tell of another time.
    std::size_t last = token;
    for (std::size_t at = token; at < end && at < token + longest_stretch; ++at) {
        const std::string_view here = note_.word(at);
        const bool joint =
            note_.is_mark(at, ',') || here == "AND" || here == "Y" || note_.is_mark(at, '&') || note_.is_mark(at, '/');
        if (joint && here != "Y" && note_.is_mark(at, '/') && note_.tokens[at].glued) continue;
        if (joint && !begins(at + 1) && !begins_short(at + 1)) break;
        if (joint) continue;
        if (here == "LOT" || here == "EXP" || here == "LOTE" || here == "GIVEN" || here == "PER" || here == "BY" ||
            here == "POR" || note_.is_mark(at, '-') || note_.is_mark(at, '@'))
            break;
        if (used_[at] != 0) break;
        if (here == "LAST" || here == "PREVIOUS" || here == "PRIOR" || here == "ULTIMA" || here == "ANTERIOR" ||
            here == "PREVIOUSLY" || here == "IMDUR" || here == "PAST")
            return false;
        if (last > token && credentials_.at(note_, at, end)) break;
        last = at + 1;
    }
    if (last - token < 2 && word != "TOLERATED" && word != "TOLERO") return false;
    return add_words(sentence, Field::doc_response, token, last, false);
}

/// "for low back pain", "due to", "dx M54.50": up to what belongs to the injection again.
bool NoteScan::add_indication(std::size_t sentence, std::size_t token, std::size_t begin, std::size_t end) {
    const std::string_view word = note_.word(token);
    std::size_t first = token + 1;
    if (word == "DUE" && note_.word(token + 1) == "TO")
        ++first;
    else if (word == "D" && note_.is_mark(token + 1, '/') && note_.word(token + 2) == "T")
        first = token + 3;
    else if (word != "FOR" && word != "PARA" && word != "POR" && word != "DX")
        return false;
    if (first >= end || !note_.is_word(first) || used_[first] != 0) return false;
    const Mood mood = moods_[token];
    if (mood != Mood::neutral && mood != Mood::given && mood != Mood::ordered && mood != Mood::reason) return false;
    if (token > begin && indication_not_behind.has(note_.word(token - 1))) return false;
    if (indication_not.has(note_.word(first)) || person_titles.has(note_.word(first))) return false;
    // It must be the injection's: a drug or "given" stands before it in the sentence.
    bool anchored = word == "DX";
    for (std::size_t i = token; i > begin && !anchored && token - i < 40; --i) {
        const std::string_view before = note_.word(i - 1);
        anchored = before == "INJECTION" || before == "SHOT" || before == "INYECCION" || before == "INJ";
    }
    for (std::size_t i = found_.size();
         i > 0 && !anchored && found_[i - 1].sentence == sentence && found_.size() - i < 12; --i)
        anchored = found_[i - 1].field == Field::doc_drug || found_[i - 1].field == Field::doc_dose ||
                   found_[i - 1].field == Field::doc_route;
    if (!anchored) return false;
    std::size_t last = first;
    int open = 0;
    for (; last < end && last < first + longest_stretch; ++last) {
        const std::string_view here = note_.word(last);
        open += note_.is_mark(last, '(') ? 1 : note_.is_mark(last, ')') ? -1 : 0;
        if (open < 0 || used_[last] != 0 || note_.is_mark(last, ',') || note_.is_mark(last, '@') ||
            indication_ends.has(here))
            break;
        if (note_.is_mark(last, '-') && !note_.tokens[last].glued) break;
        if ((here == "AT" || here == "X" || here == "ON") && note_.is_number(last + 1)) break;
        if (here == "IN" || here == "EN" || here == "TO" || here == "A") {
            std::size_t next = last + 1;
            if (note_.word(next) == "THE" || note_.word(next) == "EL" || note_.word(next) == "LA") ++next;
            if ((sides_.at(note_, next, end) || parts_.at(note_, next, end)) && !hurts(next, next + 2, next, end))
                break;
        }
        if (last > first &&
            (parts_.at(note_, last, end) && site_parts()[parts_.at(note_, last, end).row].injection_only))
            break;
        if (last > first && sides_.at(note_, last, end) && parts_.at(note_, last + 1, end) &&
            site_parts()[parts_.at(note_, last + 1, end).row].injection_only)
            break;
    }
    if (last == first) return false;
    std::size_t letters = 0;
    for (std::size_t i = first; i < last; ++i)
        letters = note_.word(i).size() > letters ? note_.word(i).size() : letters;
    if (letters < 3 && !short_conditions.has(note_.word(first))) return false;
    // "for B12": the drug itself is no reason.
    if (const DrugMatch drug = drugs_.at(note_, first, last); drug && drug.end == last) return false;
    const std::string_view end_word = note_.word(last - 1);
    if (end_word == "AND" || end_word == "Y" || end_word == "WAS") --last;
    return add_words(sentence, Field::doc_indication, first, last, false);
}

/// "J. Reed, RN" at the end of a line, where nobody else said who gave it.
void NoteScan::read_signatures() {
    for (std::size_t i = 0; i < note_.sentences.size(); ++i) {
        const Sentence& sentence = note_.sentences[i];
        const bool line_ends = i + 1 == note_.sentences.size() || note_.sentences[i + 1].line_start;
        if (!line_ends) continue;
        // The person's credential is the last word of the line, or stands before a date and time.
        for (std::size_t start = sentence.end > sentence.begin + 8 ? sentence.end - 8 : sentence.begin;
             start < sentence.end; ++start) {
            if (used_[start] != 0 || !note_.is_word(start)) continue;
            const bool initials = note_.word(start).size() <= 3;
            const bool apart = start == sentence.begin || used_[start - 1] != 0;
            const Person person =
                person_at(note_, credentials_, start, sentence.end, initials && (note_.tokens[start].capital || apart));
            if (!person || person.name.empty() || person.credential.empty() || used_[person.credential_begin] != 0)
                continue;
            if (person.begin != start) continue;
            bool last = true;
            for (std::size_t at = person.end; at < sentence.end; ++at) last &= !note_.is_word(at);
            // A name in capitals among capitals may begin anywhere: only initials are certain.
            const bool shouted = start > sentence.begin && note_.is_word(start - 1) &&
                                 note_.tokens[start - 1].capital && !used_[start - 1] && !initials &&
                                 note_.raw(start, start + 1).size() > 1 && note_.raw(start, start + 1)[1] < 'a';
            if (!last || shouted) continue;
            if (practitioner_credentials.has(person.credential.substr(0, person.credential.find('-')))) break;
            const std::size_t before = found_.size();
            add_person(i, Field::doc_given_by, start, sentence.end, initials);
            for (std::size_t n = before; n < found_.size(); ++n) {
                found_[n].kind = Found::Kind::signature;
                found_[n].labelled = false;
                found_[n].mood = Mood::neutral;
            }
            break;
        }
    }
}

}   // namespace deltoid::notes

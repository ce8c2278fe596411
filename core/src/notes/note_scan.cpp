// SPDX-License-Identifier: Apache-2.0
// Looks at each word of a note for what may begin there: a label, a drug, a dose, a route, a site, a person.
#include "notes/note_scan.hpp"

namespace deltoid::notes {
namespace {

/// "the lot number was", "expires in".
bool joins_label(std::string_view word) {
    static constexpr WordList joints{" NO NUM NUMBER DATE ON EL WAS IS IN EN ES ERA "};
    return joints.has(word);
}

}   // namespace

Found& NoteScan::add(Field field, std::size_t sentence, std::size_t token, std::size_t end, std::string value,
                     bool labelled) {
    Found found;
    found.field = field;
    found.mood = moods_[token];
    // A label of a template says what was done, unless its line says otherwise.
    if (labelled && found.mood == Mood::given) found.mood = Mood::neutral;
    found.labelled = labelled;
    found.sentence = static_cast<std::uint32_t>(sentence);
    found.token = static_cast<std::uint32_t>(token);
    found.end = static_cast<std::uint32_t>(end);
    found.key = value;
    found.value = std::move(value);
    for (std::size_t i = token; i < end && i < used_.size(); ++i) used_[i] = 1;
    found_.push_back(std::move(found));
    return found_.back();
}

void NoteScan::read_labels() {
    for (std::size_t i = 0; i < note_.sentences.size(); ++i) {
        const Sentence& sentence = note_.sentences[i];
        for (std::size_t token = sentence.begin; token < sentence.end;) {
            const PhraseIndex::Match match = labels_.at(note_, token, sentence.end);
            if (!match) {
                ++token;
                continue;
            }
            const Label* label = &labels()[match.row];
            std::size_t content = label_at(token, sentence.end, label);
            const bool colon = content != 0;
            const Field field = label->field;
            // These need no colon; the others are words of every sentence.
            const bool bare = field == Field::doc_lot || field == Field::doc_expiration ||
                              field == Field::doc_ordered_by || field == Field::doc_order_date ||
                              field == Field::doc_supervised_by ||
                              (field == Field::doc_given_by && note_.word(match.end - 1) != "NURSE" &&
                               note_.word(match.end - 1) != "ENFERMERA");
            if (!colon) content = match.end;
            while (!colon && content < sentence.end &&
                   (note_.is_mark(content, '.') || note_.is_mark(content, '(') || joins_label(note_.word(content))))
                ++content;
            const bool time = label->time_only && note_.is_number(match.end);   // "Time 1020"
            // "Order: Dr. Kim, 9/1/26"
            if (field == Field::none && label->mood == Mood::ordered && colon && person_titles.has(note_.word(content)))
                add_person(i, Field::doc_ordered_by, content, sentence.end, true);
            if (field != Field::none && (colon || bare || time)) {
                std::size_t end = content;
                const Label* next = nullptr;
                while (end < sentence.end && end < content + longest_stretch && label_at(end, sentence.end, next) == 0)
                    ++end;
                read_label(i, *label, content, end);
            }
            token = match.end;
        }
    }
}

void NoteScan::read_label(std::size_t sentence, const Label& label, std::size_t content, std::size_t end) {
    if (content >= end) return;
    const std::size_t begin = note_.sentences[sentence].begin;
    switch (label.field) {
        case Field::doc_drug:
            for (std::size_t i = content; i < end && i < content + 6; ++i)
                if (add_drug(sentence, i, end, true)) return;
            // A drug that the pack does not know, as it is written.
            for (std::size_t i = content; i <= end && i < content + 5; ++i) {
                const bool stop = i == end || !note_.is_word(i) || routes_.at(note_, i, end);
                if (!stop) continue;
                if (i == content || note_.word(content).size() < 4 || indication_not.has(note_.word(content))) return;
                Found& drug = add(Field::doc_drug, sentence, content, i, std::string(note_.raw(content, i)), true);
                has_drug_[sentence] = 1;
                for (char& c : drug.key) c = upper(c);
                return;
            }
            return;
        case Field::doc_dose:
            for (std::size_t i = content; i < end && i < content + 5; ++i)
                if (add_dose(sentence, i, begin, end, true)) return;
            return;
        case Field::doc_route:
            for (std::size_t i = content; i < end && i < content + 3; ++i)
                if (add_route(sentence, i, end, true)) return;
            return;
        case Field::doc_site:
            for (std::size_t i = content; i < end && i < content + 6; ++i)
                if (add_site(sentence, i, content, end, true)) return;
            return;
        case Field::doc_lot:
            if (const Piece lot = lot_at(note_, content, end)) {
                add(label.field, sentence, content, lot.end, lot.value, true);
                const bool both = label.phrase.find("EXP") != std::string_view::npos || label.phrase == "LOTE VENC";
                if (both && (note_.is_mark(lot.end, '/') || note_.is_mark(lot.end, ',')))
                    add_date(sentence, Field::doc_expiration, lot.end + 1, end, true);
            }
            return;
        case Field::doc_expiration:
        case Field::doc_order_date:
            add_date(sentence, label.field, content, end, true);
            return;
        case Field::doc_given_at:
            for (std::size_t i = content; i < end && i < content + 8; ++i) {
                if (used_[i] != 0) continue;
                if (!label.time_only && add_date(sentence, label.field, i, end, true)) continue;
                if (!label.date_only) add_time(sentence, i, end, true, true);
            }
            return;
        case Field::doc_given_by:
        case Field::doc_ordered_by:
        case Field::doc_supervised_by:
            add_person(sentence, label.field, content, end, true);
            return;
        case Field::doc_response:
        case Field::doc_indication:
        case Field::doc_reason_distinct:
            add_words(sentence, label.field, content, end, true);
            return;
        case Field::doc_supervision:
        case Field::doc_new_problem:
        case Field::doc_visit_documented_separately:
        case Field::doc_injections:
            read_answer(sentence, label.field, content, end);
            return;
        case Field::doc_discarded:
            if (const DosePiece dose = dose_at(note_, content, end))
                add(label.field, sentence, content, dose.end, dose.value, true).dose = dose.dose;
            else if (says_nothing_given(note_.raw(content, content + 1)) || note_.word(content) == "NINGUNO" ||
                     note_.word(content) == "NADA" || note_.word(content) == "NINGUNA")
                add(label.field, sentence, content, content + 1, "none", true);
            return;
        default:
            for (std::size_t i = content; i < end && i < content + 4; ++i)
                if (add_named(sentence, i, end)) return;
    }
}

/// "New problem: no", "Supervision: by video", "Number of injections: 2": nothing else may stand behind the label.
void NoteScan::read_answer(std::size_t sentence, Field field, std::size_t content, std::size_t end) {
    static constexpr WordList yes{" YES Y SI TRUE "}, no{" NO N FALSE "}, nobody{" NONE NOBODY NADIE NINGUNA "},
        joints{" BY LIVE AND POR Y EN VIVO ONLY SOLO "}, sounds{" AUDIO TELEPHONE PHONE TELEFONO "};
    while (end > content && note_.tokens[end - 1].glyph == Glyph::mark) --end;
    while (content < end && note_.tokens[content].glyph == Glyph::mark) ++content;
    if (content >= end) return;
    const std::string_view word = note_.word(content);
    const bool alone = content + 1 == end;
    std::string_view value;
    if (field == Field::doc_injections) {
        if (alone && note_.is_number(content) && word.size() <= 2 && word[0] >= '1' && word.find('.') == word.npos)
            value = word;
    } else if (field != Field::doc_supervision) {
        if (alone) value = yes.has(word) ? "true" : no.has(word) ? "false" : "";
    } else if (const auto match = supervisions_.at(note_, content, end); match && match.end == end) {
        value = supervisions()[match.row].value;
    } else if (alone && nobody.has(word)) {
        value = "none";
    } else {
        bool heard = false, seen = false, other = false;
        for (std::size_t i = content; i < end; ++i) {
            const std::string_view here = note_.word(i);
            heard |= sounds.has(here);
            seen |= here == "VIDEO";
            other |= !sounds.has(here) && here != "VIDEO" && !joints.has(here) && note_.is_word(i);
        }
        if (!other) value = seen ? "audio_video" : heard ? "audio" : "";
    }
    if (!value.empty()) add(field, sentence, content, end, std::string(value), true);
}

void NoteScan::read_words() {
    for (std::size_t i = 0; i < note_.sentences.size(); ++i) {
        const Sentence& sentence = note_.sentences[i];
        for (std::size_t token = sentence.begin; token < sentence.end;) {
            const std::size_t behind = used_[token] != 0 ? token + 1 : read_word(i, token, sentence.end);
            token = behind > token ? behind : token + 1;
        }
    }
}

/// Reads what begins at the token; the token behind it, or 0.
std::size_t NoteScan::read_word(std::size_t sentence, std::size_t token, std::size_t end) {
    const std::size_t begin = note_.sentences[sentence].begin;
    const std::size_t before = found_.size();
    const auto behind = [&] {
        return found_.size() > before ? static_cast<std::size_t>(found_[before].end) : std::size_t{0};
    };
    if (note_.is_number(token)) {
        if (add_dose(sentence, token, begin, end, false) || add_time(sentence, token, end, false, false))
            return behind();
        add_date(sentence, Field::doc_given_at, token, end, false);
        return behind();
    }
    if (!note_.is_word(token)) {
        // "@1020"
        if (note_.is_mark(token, '@')) add_time(sentence, token + 1, end, true, false);
        return behind();
    }
    const std::string_view word = note_.word(token);
    if (word == "AT" && add_time(sentence, token + 1, end, true, false)) return behind();
    if (word == "LAS" && add_time(sentence, token + 1, end, true, false)) return behind();
    if (word == "BY" || word == "POR" || word == "PER" || word == "PARA") {
        if (const std::size_t person = read_by(sentence, token, end)) return person;
    }
    if (add_response(sentence, token, end)) return behind();
    if (add_indication(sentence, token, begin, end)) return 0;   // what it names is looked at, too
    if (add_drug(sentence, token, end, false) || add_named(sentence, token, end)) return behind();
    if (add_site(sentence, token, begin, end, false) || add_route(sentence, token, end, false)) return behind();
    if (waste_words.has(word) && token > begin && (note_.word(token - 1) == "NO" || note_.word(token - 1) == "NOTHING"))
        add(Field::doc_discarded, sentence, token - 1, token + 1, "none", false);
    if ((word == "DESPERDICIO" || word == "SOBRANTE") && token > begin && note_.word(token - 1) == "SIN")
        add(Field::doc_discarded, sentence, token - 1, token + 1, "none", false);
    return behind();
}

bool NoteScan::add_drug(std::size_t sentence, std::size_t token, std::size_t end, bool labelled) {
    const DrugMatch match = drugs_.at(note_, token, end);
    if (!match) return false;
    std::string value(match.spelled.empty() ? note_.raw(token, match.end) : match.spelled);
    Found& found = add(Field::doc_drug, sentence, token, match.end, std::move(value), labelled);
    found.key = std::string(match.substance);
    if (found.mood == Mood::neutral || found.mood == Mood::given) has_drug_[sentence] = 1;
    // "lidocaine 1% used as diluent"
    for (std::size_t i = match.end; i < end && i < match.end + 6; ++i)
        if (note_.word(i) == "DILUENT" || note_.word(i) == "DILUYENTE") found.mood = Mood::beside;
    return true;
}

bool NoteScan::is_waste(std::size_t token, std::size_t behind, std::size_t begin, std::size_t end) const {
    for (std::size_t i = token; i > begin && token - i < 4; --i) {
        if (note_.is_mark(i - 1, ',')) break;
        if (waste_words.has(note_.word(i - 1))) return true;
    }
    for (std::size_t i = behind; i < end && i < behind + 4; ++i) {
        if (note_.is_mark(i, ',') || note_.is_number(i)) break;
        if (waste_words.has(note_.word(i))) return true;
    }
    return false;
}

/// "25G x 1": a needle's gauge reads like grams.
bool NoteScan::is_needle(std::size_t token, const Dose& dose) const {
    constexpr std::int64_t more_than_is_injected = 15'000'000'000;   // 15 grams
    const std::string_view unit = note_.word(token + 1);
    return dose.amount(DoseFamily::mass) >= more_than_is_injected && (unit == "G" || unit == "GA" || unit == "GR");
}

bool NoteScan::add_dose(std::size_t sentence, std::size_t token, std::size_t begin, std::size_t end, bool labelled) {
    const DosePiece dose = dose_at(note_, token, end);
    if (!dose) {
        if (!dose.strength_only) return false;
        const std::size_t behind = token + 2 < end ? token + 2 : end;
        Found& found = add(Field::doc_dose, sentence, token, behind,
                           std::string(note_.raw(token, token + 4 < end ? token + 4 : end)), labelled);
        found.kind = Found::Kind::strength;
        return true;
    }
    const std::string_view unit = note_.word(token + 1);
    const std::string_view next = note_.word(dose.end);
    if (is_needle(token, dose.dose) || unit == "L" || unit == "LITER" || unit == "LITERS") return false;
    // "an 80 mg vial" is what it was drawn from.
    if (dose.end < end && container_words.has(next)) {
        for (std::size_t i = token; i < dose.end; ++i) used_[i] = 1;
        return false;
    }
    if (!labelled && is_waste(token, dose.end, begin, end)) {
        add(Field::doc_discarded, sentence, token, dose.end, dose.value, false).dose = dose.dose;
        return true;
    }
    Found& found = add(Field::doc_dose, sentence, token, dose.end, dose.value, labelled);
    found.dose = dose.dose;
    return true;
}

bool NoteScan::add_route(std::size_t sentence, std::size_t token, std::size_t end, bool labelled) {
    const PhraseIndex::Match match = routes_.at(note_, token, end);
    if (!match) return false;
    const std::string_view word = note_.raw(token, token + 1);
    // Small letters may be words or initials: they need what they belong to beside them.
    const bool capitals = word.size() > 3 || (word[0] >= 'A' && word[0] <= 'Z');
    const bool beside =
        token > 0 && (used_[token - 1] != 0 || note_.is_mark(token - 1, ',') || note_.is_mark(token - 1, ')'));
    if (!labelled && !capitals && !beside && !(match.end < end && used_[match.end] != 0) && !has_drug_[sentence])
        return false;
    add(Field::doc_route, sentence, token, match.end, std::string(routes()[match.row].value), labelled);
    return true;
}

/// "pain in right hip", "left arm swelling": where it hurts, not where it was given.
bool NoteScan::hurts(std::size_t token, std::size_t part_end, std::size_t begin, std::size_t end) const {
    for (std::size_t i = token; i > begin && token - i < 5; --i) {
        const std::string_view word = note_.word(i - 1);
        if (complaint_words.has(word)) return true;
        if (note_.is_mark(i - 1, ',') || word == "GIVEN" || word == "IM" || word == "SQ" || word == "SC" ||
            word == "INTO")
            break;
    }
    for (std::size_t i = part_end; i < end && i < part_end + 3; ++i) {
        if (note_.is_mark(i, ',') || note_.is_number(i)) break;
        if (complaint_words.has(note_.word(i))) return true;
    }
    return false;
}

bool NoteScan::add_site(std::size_t sentence, std::size_t token, std::size_t begin, std::size_t end, bool labelled) {
    // Side, adjectives and part in any order, at least the part.
    std::string_view side, other_side, part;
    std::string adjectives;
    bool injection_only = false;
    std::size_t at = token, last = token;
    for (std::size_t steps = 0; at < end && steps < 8; ++steps) {
        if (const auto match = parts_.at(note_, at, end); match && part.empty()) {
            part = site_parts()[match.row].value;
            injection_only = site_parts()[match.row].injection_only;
            at = last = match.end;
            continue;
        }
        if (const auto match = adjectives_.at(note_, at, end)) {
            if (!adjectives.empty()) adjectives += ' ';
            adjectives += site_adjectives()[match.row].value;
            const std::string_view word = note_.word(at);
            if (side.empty() && word.size() == 4 && word.substr(1) == "UOQ") side = word[0] == 'R' ? "right" : "left";
            at = match.end;
            if (!part.empty()) last = at;
            continue;
        }
        if (const auto match = sides_.at(note_, at, end)) {
            const std::string_view found = sides()[match.row].value;
            if (side.empty()) {
                side = found;
            } else if (found != side) {
                other_side = found;
            }
            at = match.end;
            if (note_.is_mark(at, '.') && note_.is_word(at - 1) && note_.word(at - 1).size() <= 2) ++at;
            if (!part.empty()) last = at;
            continue;
        }
        const bool joint =
            at > token && (note_.is_mark(at, ',') || note_.is_mark(at, '(') || note_.is_mark(at, ')') ||
                           note_.is_mark(at, '-') || note_.is_mark(at, '/') || note_.is_mark(at, '&') ||
                           note_.word(at) == "AND" || note_.word(at) == "Y" || note_.word(at) == "MUSCLE");
        // Behind the part only its side may still come: "deltoid, left".
        if (!joint || (!part.empty() &&
                       (!side.empty() || (!sides_.at(note_, at + 1, end) && !adjectives_.at(note_, at + 1, end)))))
            break;
        ++at;
    }
    if (part.empty()) return false;
    if (at == last && note_.is_mark(last, ')')) ++last;
    if (side == "left" || side == "right") {
        if (other_side == "left" || other_side == "right") side = "left and right";
    }
    const bool own_side = part.substr(0, 4) == "left" || part.substr(0, 5) == "right";
    if (!labelled && hurts(token, last, begin, end)) return false;
    std::string value;
    if (!side.empty() && !own_side) value.append(side).append(" ");
    if (!adjectives.empty()) value.append(adjectives).append(" ");
    value.append(part);
    // "R arm and L arm"
    if (side == "left" || side == "right") {
        const auto second = sides_.at(note_, last + 1, end);
        const bool joined = note_.word(last) == "AND" || note_.word(last) == "Y" || note_.is_mark(last, '&') ||
                            note_.is_mark(last, '/');
        if (joined && second && sides()[second.row].value != side)
            if (const auto same = parts_.at(note_, second.end, end); same && site_parts()[same.row].value == part) {
                value = "left and right " + std::string(part);
                last = same.end;
            }
    }
    Found& found = add(Field::doc_site, sentence, token, last, std::move(value), labelled);
    if (!injection_only && !labelled) found.kind = Found::Kind::weak_site;
    return true;
}

bool NoteScan::add_date(std::size_t sentence, Field field, std::size_t token, std::size_t end, bool labelled) {
    if (!labelled && token > 0) {
        const std::size_t begin = note_.sentences[sentence].begin;
        for (std::size_t i = token; i > begin && token - i < 4; --i)
            if (date_of_others.has(note_.word(i - 1))) return false;
    }
    const Piece date = date_at(note_, token, end, language_ == Language::spanish, field == Field::doc_expiration);
    if (!date) return false;
    Found& found = add(field, sentence, token, date.end, date.value, labelled);
    found.other = date.other;
    if (field == Field::doc_given_at) found.kind = Found::Kind::date;
    return true;
}

bool NoteScan::add_time(std::size_t sentence, std::size_t token, std::size_t end, bool bare, bool labelled) {
    if (token >= end || used_[token] != 0) return false;
    const std::size_t begin = note_.sentences[sentence].begin;
    if (!labelled) {
        for (std::size_t i = token; i > begin && token - i < 4; --i) {
            const std::string_view word = note_.word(i - 1);
            // "left at 10:45" is a departure, "left deltoid at 10:45" a side.
            if (word == "LEFT" && i < token && note_.word(i) != "AT") continue;
            if (time_of_others.has(word)) return false;
        }
    }
    // A bare number of four digits is a time behind "at", a label, a date, or at the beginning of a line.
    const bool first = token == begin && note_.sentences[sentence].line_start;
    const bool behind_date =
        token > 0 && !found_.empty() && found_.back().kind == Found::Kind::date && found_.back().end == token;
    const Piece time = time_at(note_, token, end, bare || first || behind_date);
    if (!time) return false;
    if (time.end < end && read_measure(note_.word(time.end)).steps != 0) return false;
    Found& found = add(Field::doc_given_at, sentence, token, time.end, time.value, labelled);
    found.kind = Found::Kind::time;
    found.other = time.other;
    return true;
}

bool NoteScan::add_named(std::size_t sentence, std::size_t token, std::size_t end) {
    struct Table {
        const PhraseIndex& index;
        std::span<const Named> rows;
        Field field;
    };
    for (const Table& table :
         {Table{containers_, containers(), Field::doc_container}, Table{sources_, sources(), Field::doc_source},
          Table{supervisions_, supervisions(), Field::doc_supervision}}) {
        const PhraseIndex::Match match = table.index.at(note_, token, end);
        if (!match) continue;
        add(table.field, sentence, token, match.end, std::string(table.rows[match.row].value), false);
        return true;
    }
    return false;
}

}   // namespace deltoid::notes

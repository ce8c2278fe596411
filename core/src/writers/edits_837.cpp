// SPDX-License-Identifier: Apache-2.0
// Segments found and added by their loops: 005010X222A1 (837P) and 005010X223A2 (837I).
#include "edits_837.hpp"

#include <algorithm>
#include <array>

#include "writers/message.hpp"

namespace deltoid {

using Loop = SegmentText::Loop;

/// Where a value stands that is one element: the segment with this id, and this qualifier in its first element.
struct Edits837::Home {
    Field field;
    Loop loop;
    std::string_view id, qualifier;
    std::uint8_t element, component, room;
};

const Edits837::Home* Edits837::home_of(Field field) {
    static constexpr std::array homes{
        Home{Field::id, Loop::claim, "CLM", "", 1, 0, 38},
        Home{Field::frequency, Loop::claim, "CLM", "", 5, 3, 1},
        Home{Field::pos, Loop::claim, "CLM", "", 5, 1, 2},
        Home{Field::total_charge, Loop::claim, "CLM", "", 2, 0, 18},
        Home{Field::original_reference, Loop::claim, "REF", "F8", 2, 0, 50},
        Home{Field::prior_authorization, Loop::claim, "REF", "G1", 2, 0, 50},
        Home{Field::note, Loop::claim, "NTE", "ADD", 2, 0, 80},
        Home{Field::payer_name, Loop::subscriber, "NM1", "PR", 3, 0, 60},
        Home{Field::payer_id, Loop::subscriber, "NM1", "PR", 9, 0, 80},
        Home{Field::payer_sequence, Loop::subscriber, "SBR", "", 1, 0, 1},
        Home{Field::payer_class, Loop::subscriber, "SBR", "", 9, 0, 2},
        Home{Field::payer_state, Loop::subscriber, "N4", "", 2, 0, 2},
        Home{Field::subscriber_id, Loop::subscriber, "NM1", "IL", 9, 0, 80},
        Home{Field::billing_npi, Loop::billing, "NM1", "85", 9, 0, 80},
        Home{Field::billing_taxonomy, Loop::billing, "PRV", "BI", 3, 0, 50},
        Home{Field::line_number, Loop::line, "LX", "", 1, 0, 6},
        Home{Field::line_note, Loop::line, "NTE", "ADD", 2, 0, 80},
        Home{Field::line_prior_authorization, Loop::line, "REF", "G1", 2, 0, 50},
    };
    for (const Home& home : homes)
        if (home.field == field) return &home;
    return nullptr;
}

// --- finding --------------------------------------------------------------------------------------------------------

bool Edits837::index() {
    if (!text_.is_whole() || text_.lines() != before_.lines.size()) return false;
    claim_ = none;
    lines_.resize(text_.lines());
    for (std::size_t i = 0; i < text_.count(); ++i) {
        if (text_.id(i) == "CLM" && claim_ == none) claim_ = i;
        if (text_.line(i) == 0) continue;
        LineSpan& line = lines_[text_.line(i) - 1];
        if (line.begin == none) line.begin = i;
        line.end = i + 1;
        const std::string_view id = text_.id(i);
        if (line.service == none && (id == "SV1" || id == "SV2")) line.service = i;
        institutional_ = institutional_ || id == "SV2";
    }
    institutional_ = institutional_ || before_.kind == Kind::institutional;
    return claim_ != none;
}

std::size_t Edits837::find(Loop loop, std::size_t line, std::string_view id, std::string_view qualifier) const {
    const std::size_t begin = line == 0 ? 0 : lines_[line - 1].begin;
    const std::size_t end = line == 0 ? text_.count() : lines_[line - 1].end;
    for (std::size_t i = begin; i < end; ++i)
        if (text_.loop(i) == loop && text_.id(i) == id &&
            (qualifier.empty() || same_code(text_.element(i, 1), qualifier)))
            return i;
    return none;
}

std::size_t Edits837::find_behind(std::size_t nm1, std::string_view id) const {
    for (std::size_t i = nm1 + 1; i < text_.count() && text_.loop(i) == text_.loop(nm1) && text_.id(i) != "NM1"; ++i)
        if (text_.id(i) == id) return i;
    return none;
}

SegmentText::Spot Edits837::spot_of(std::string_view value, std::size_t component) const {
    const SegmentText::Spot spot = text_.at(locate(before_, value).offset);
    if (spot.segment == none) return {};
    return text_.element(spot.segment, spot.element, component) == trim(value) ? spot : SegmentText::Spot{};
}

/// 0: of no rank of its own.
unsigned Edits837::rank_of(Loop loop, std::string_view id) {
    constexpr std::string_view claim = "CLM DTP CL1 PWK CN1 AMT REF K3  NTE CR1 CR2 CR3 CRC HI  HCP";
    constexpr std::string_view line = "LX  SV1 SV2 SV5 PWK CR1 CR3 CRC DTP QTY MEA CN1 REF AMT K3  NTE PS1 HCP";
    const std::string_view order = loop == Loop::claim ? claim : line;
    for (std::size_t at = 0; at < order.size(); at += 4)
        if (trim(order.substr(at, 3)) == id) return static_cast<unsigned>(at / 4 + 1);
    return 0;
}

std::size_t Edits837::behind(std::size_t begin, unsigned rank) const {
    const Loop loop = text_.loop(begin);
    std::size_t place = begin + 1;
    unsigned current = 0;
    for (std::size_t i = begin; i < text_.count() && text_.loop(i) == loop && text_.line(i) == text_.line(begin); ++i) {
        if (const unsigned own = rank_of(loop, text_.id(i))) current = own;
        if (current <= rank) place = i + 1;
    }
    return place;
}

// --- one element ----------------------------------------------------------------------------------------------------

bool Edits837::scalar(Field field, std::string_view was, std::string_view is, std::size_t line) {
    const Home* const home = home_of(field);
    if (home == nullptr) return no_place(field);
    if (!may_change(home->loop, field) || !fits(is, field, home->room)) return false;
    SegmentText::Spot spot{none, home->element};
    if (!was.empty()) {
        spot = spot_of(was, home->component);
        if (spot.segment == none) return not_found(field);
    } else if (field == Field::payer_state) {
        const std::size_t payer = find(home->loop, 0, "NM1", "PR");
        if (payer != none) spot.segment = find_behind(payer, "N4");
    } else {
        spot.segment = find(home->loop, line, home->id, home->qualifier);
    }
    if (spot.segment == none) return insert_home(*home, is, line);
    if (home->id == "NM1" && home->element == 9 && was.empty() && !names_number(spot.segment, field)) return false;
    return text_.set(spot.segment, spot.element, home->component, is) || too_long();
}

/// NM108 says what number NM109 is: another kind of number does not give way.
bool Edits837::names_number(std::size_t nm1, Field field) {
    const std::string_view wanted = field == Field::payer_id ? "PI" : field == Field::subscriber_id ? "MI" : "XX";
    const std::string kind = text_.element(nm1, 8);
    if (kind.empty()) return text_.set(nm1, 8, 0, wanted) || too_long();
    return same_code(kind, wanted) || other_number(field);
}

bool Edits837::insert_home(const Home& home, std::string_view is, std::size_t line) {
    if (home.field == Field::billing_taxonomy) {
        const std::size_t level = find(Loop::billing, 0, "HL", "");
        if (level == none) return not_found(home.field);
        text_.insert(level + 1, 0, {"PRV", "BI", "PXC", is});
        return true;
    }
    if ((home.loop != Loop::claim && home.loop != Loop::line) || home.qualifier.empty()) return not_found(home.field);
    const std::size_t begin = line == 0 ? claim_ : lines_[line - 1].begin;
    const unsigned rank = rank_of(home.loop, home.id);
    text_.insert(behind(begin, rank), rank, {home.id, home.qualifier, is});
    return true;
}

// --- who took part --------------------------------------------------------------------------------------------------

namespace {

/// The order of NM1 loops in 2310 and 2420 by NM101; what has no place here goes on with the one before it.
unsigned rank_of_party(Loop loop, bool institutional, std::string_view qualifier) {
    constexpr std::string_view claim = "DN P3 82 77 DQ PW 45", hospital_claim = "71 72 ZZ 82 77 DN";
    constexpr std::string_view line = "82 QB 77 DQ DK DN P3 PW 45", hospital_line = "72 ZZ 82 DN";
    const std::string_view order =
        loop == Loop::claim_party ? (institutional ? hospital_claim : claim) : (institutional ? hospital_line : line);
    const std::size_t at = qualifier.size() == 2 ? order.find(qualifier) : std::string_view::npos;
    return at == std::string_view::npos ? 0 : static_cast<unsigned>(at) + 1;
}

/// 900 and up: behind everything of rank_of().
constexpr unsigned party_rank = 900;

}   // namespace

bool Edits837::provider(Loop loop, std::size_t line, std::string_view qualifier, const Provider& was,
                        const Provider& is, Field field) {
    if (was.npi == is.npi && was.taxonomy == is.taxonomy && was.entity == is.entity) return true;
    std::size_t nm1 = find(loop, line, "NM1", qualifier);
    if (was.npi != is.npi) {
        if (!fits(is.npi, field, 80)) return false;
        if (!was.npi.empty()) {   // it may be that of a line, which counts for the claim
            const SegmentText::Spot spot = spot_of(was.npi, 0);
            if (spot.segment == none || spot.element != 9) return not_found(field);
            nm1 = spot.segment;
        } else if (nm1 == none) {
            const std::size_t begin = line == 0 ? claim_ : lines_[line - 1].begin;
            const std::size_t end = line == 0 ? text_.count() : lines_[line - 1].end;
            const unsigned rank = rank_of_party(loop, institutional_, qualifier);
            std::size_t place = begin + 1;
            unsigned current = 0;
            for (std::size_t i = begin; i < end && text_.line(i) == line && text_.loop(i) != Loop::other_payer; ++i) {
                if (text_.loop(i) == Loop::adjudication) break;
                if (text_.loop(i) == loop && text_.id(i) == "NM1")
                    if (const unsigned one = rank_of_party(loop, institutional_, text_.element(i, 1))) current = one;
                if (current <= rank) place = i + 1;
            }
            return add_provider(loop, line, qualifier, is, field, place, party_rank + rank);
        } else if (!names_number(nm1, field)) {
            return false;
        }
        if (!text_.set(nm1, 9, 0, is.npi)) return too_long();
    }
    if (nm1 == none) return not_found(field);
    if (was.entity != is.entity && !text_.set(nm1, 2, 0, is.entity == "person" ? "1" : "2")) return too_long();
    if (was.taxonomy == is.taxonomy) return true;
    if (!fits(is.taxonomy, Field::rendering_taxonomy, 50)) return false;
    const std::size_t prv = find_behind(nm1, "PRV");
    if (prv == none)
        text_.insert(nm1 + 1, party_rank, {"PRV", "PE", "PXC", is.taxonomy});
    else if (!text_.set(prv, 3, 0, is.taxonomy))
        return too_long();
    return true;
}

/// An 837 has the name beside the number (NM103): it must stand with that number somewhere near. Of a facility (2310C)
/// and of who ordered or supervised more is needed than a fix says, unless it is known so.
bool Edits837::add_provider(Loop loop, std::size_t line, std::string_view qualifier, const Provider& is, Field field,
                            std::size_t position, unsigned rank) {
    std::string of(line == 0 ? "" : "Line " + std::to_string(line) + ": ");
    if (qualifier == "77" || (qualifier == "DK" && loop == Loop::claim_party))
        return refuse(std::move(of) + "An 837 needs more of the " + std::string(row_of(field).label) +
                      " than its number, and the fix does not say it.");
    for (std::size_t i = 0; i < text_.count(); ++i) {
        if (text_.id(i) != "NM1" || !same_code(text_.element(i, 8), "XX") || text_.element(i, 9) != trim(is.npi))
            continue;
        if (!is.entity.empty() && text_.element(i, 2) != (is.entity == "person" ? "1" : "2")) continue;
        text_.insert(position, rank,
                     {"NM1", qualifier, text_.element(i, 2), text_.element(i, 3), text_.element(i, 4),
                      text_.element(i, 5), text_.element(i, 6), text_.element(i, 7), "XX", is.npi});
        if (is.taxonomy.empty()) return true;
        if (!fits(is.taxonomy, Field::rendering_taxonomy, 50)) return false;
        text_.insert(position, rank, {"PRV", "PE", "PXC", is.taxonomy});
        return true;
    }
    return refuse(std::move(of) + "An 837 has a name beside the " + std::string(row_of(field).label) +
                  ", and the file does not say whose number " + std::string(is.npi) + " is.");
}

// --- what may be written --------------------------------------------------------------------------------------------

bool Edits837::may_change(Loop loop, Field field) {
    const bool own = loop == Loop::billing      ? above_.own_billing
                     : loop == Loop::subscriber ? above_.own_subscriber
                     : loop == Loop::patient    ? above_.own_patient
                                                : true;
    return own ||
           refuse("The " + std::string(row_of(field).label) +
                  " stands in a loop that other claims of the file share, so it is not changed for one of them.");
}

bool Edits837::fits(std::string_view value, Field field, std::size_t room) {
    const Separators& separators = text_.separators();
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        const bool separates = c == separators.element || c == separators.component || c == separators.terminator ||
                               (c == separators.repetition && c != 0);
        if (!separates && byte >= 0x20 && byte != 0x7F) continue;
        std::string sentence = "The " + std::string(row_of(field).label) + " \"";
        append_printable(sentence, value);
        sentence += "\" cannot be written in this file, where \"";
        append_printable(sentence, {&c, 1});
        return refuse(std::move(sentence) + "\" is no part of a value.");
    }
    if (room == 0 || value.size() <= room) return true;
    return refuse("The " + std::string(row_of(field).label) + " is longer than the " + std::to_string(room) +
                  " characters that an 837 has for it.");
}

std::string Edits837::eight_digits(const Date& date) {
    if (!date.valid()) return {};
    const YearMonthDay day = civil(date.value);
    std::string digits = std::to_string(day.year * 10000 + day.month * 100 + day.day);
    return digits.size() < 8 ? std::string(8 - digits.size(), '0') + digits : digits;
}

bool Edits837::refuse(std::string sentence) {
    if (why_not_.empty()) why_not_ = std::move(sentence);
    return false;
}

bool Edits837::no_place(Field field) {
    const FieldRow& row = row_of(field);
    if (row.part == Part::documentation)
        return refuse("The chart is not in an 837: the " + std::string(row.label) +
                      " belongs in the patient's record.");
    return refuse("An 837 has no place for the " + std::string(row.label) + ".");
}

bool Edits837::not_found(Field field) {
    return refuse("The segment for the " + std::string(row_of(field).label) + " is not in the file as it should be.");
}

bool Edits837::too_long() { return refuse("A segment of the claim has more elements than an 837 knows."); }

bool Edits837::other_number(Field field) {
    return refuse("Another kind of number stands where the " + std::string(row_of(field).label) + " goes.");
}

bool Edits837::no_day(std::string_view text) {
    std::string sentence = "\"";
    append_printable(sentence, text);
    return refuse(std::move(sentence) + "\" is no day that an 837 could hold.");
}

}   // namespace deltoid

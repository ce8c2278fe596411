// SPDX-License-Identifier: Apache-2.0
// Rows to one claim: each row is a line, what is the claim's is read from the first row that has it, and a cell that
// does not say what was put into it gets a finding.
#include "readers/csv_claim.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

#include "catalogue.hpp"
#include "diagnosis_pointer.hpp"
#include "readers/json_claim.hpp"
#include "readers/reader.hpp"
#include "rules/src/csv_cell.hpp"
#include "rules/src/input_limit.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (upper(c) >= 'A' && upper(c) <= 'Z'); }
bool is_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The next run of letters and digits; "" at the end.
std::string_view next_word(std::string_view& text) {
    const auto begin = std::find_if(text.begin(), text.end(), is_alphanumeric) - text.begin();
    text.remove_prefix(static_cast<std::size_t>(begin));
    const auto end = std::find_if_not(text.begin(), text.end(), is_alphanumeric) - text.begin();
    const std::string_view word = text.substr(0, static_cast<std::size_t>(end));
    text.remove_prefix(word.size());
    return word;
}

/// CLM003 speaks of a line's charge with parts of a cent.
bool has_parts_of_cents(std::string_view text) {
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && text.size() - point > 3 && is_digits(text.substr(0, point)) &&
           is_digits(text.substr(point + 1));
}

/// What tells the rows of one claim from the next where no id does.
bool tells_claims_apart(Field field) {
    switch (field) {
        case Field::subscriber_id:
        case Field::patient_id:
        case Field::patient_birth_date:
        case Field::payer_id:
        case Field::payer_name:
        case Field::payer_class:
        case Field::billing_npi:
        case Field::line_from:
            return true;
        default:
            return false;
    }
}

/// A claim's field that one of its lines may have otherwise.
Field of_line(Field field) {
    switch (field) {
        case Field::pos:
            return Field::line_pos;
        case Field::rendering_npi:
            return Field::line_rendering_npi;
        case Field::rendering_taxonomy:
            return Field::line_rendering_taxonomy;
        case Field::prior_authorization:
            return Field::line_prior_authorization;
        case Field::note:
            return Field::line_note;
        default:
            return Field::none;
    }
}

/// A text that could not be read but that rules of its own look at stays; any other is nothing.
bool stays_unread(CellKind kind) {
    switch (kind) {
        case CellKind::date:
        case CellKind::birth:
        case CellKind::money:
        case CellKind::quantity:
        case CellKind::code:
        case CellKind::npi:
        case CellKind::ndc:
        case CellKind::pos:
            return true;
        default:
            return false;
    }
}

}   // namespace

void CsvClaim::begin_file(std::vector<CsvPlanned> plan) {
    plan_ = std::move(plan);
    for (std::size_t i = 0; i < plan_.size(); ++i) {
        if (plan_[i].column.field == Field::id) id_column_ = &plan_[i];
        if (tells_claims_apart(plan_[i].column.field)) group_.push_back(i);
    }
}

void CsvClaim::begin(const CsvRow& row, std::uint64_t claim_number) {
    claim_.clear();
    arena_.clear();
    troubles_.clear();
    row_diagnoses_.clear();
    troubles_left_out_ = rows_ = 0;
    bytes_ = 0;
    damaged_ = own_diagnoses_ = false;
    claim_number_ = claim_number;
    claim_.index = static_cast<std::uint32_t>(claim_number - 1);
    claim_.has_place = true;
    id_ = arena_.keep(id_of(row));
    first_.assign(plan_.size(), {});
}

std::string_view CsvClaim::id_of(const CsvRow& row) const {
    if (id_column_ == nullptr) return {};
    const std::string_view cell = bare_cell(row.cell(id_column_->at));
    CellRoom none;
    return cell.empty() ? cell : read_cell(CellKind::text, cell, none).text;   // 1.23E+11 may be any claim's
}

bool CsvClaim::holds(const CsvRow& row) const {
    const std::string_view id = id_of(row);
    if (!id.empty()) return id == id_;
    return same_group(row, !id_.empty());
}

/// `may_be_blank`: people write what is the same for several rows into the first.
bool CsvClaim::same_group(const CsvRow& row, bool may_be_blank) const {
    bool any = may_be_blank;
    for (const std::size_t i : group_) {
        const std::string_view cell = bare_cell(row.cell(plan_[i].at));
        if (may_be_blank && (cell.empty() || plan_[i].row->part != Part::claim)) continue;
        if (cell != first_[i]) return false;
        any = any || !cell.empty();
    }
    return any;
}

bool CsvClaim::is_over_limit() {
    const bool large = bytes_ > claim_size_limit;
    if (!large && claim_.lines.size() < line_limit) return false;
    const auto is_limit = [](const Finding& other) { return other.rule == &catalogued(rule_src005); };
    if (std::any_of(troubles_.begin(), troubles_.end(), is_limit)) return true;   // said once
    damaged_ = damaged_ || large;
    Finding& finding = troubles_.emplace_back();
    finding.reset(catalogued(rule_src005), static_cast<std::uint8_t>(large ? InputLimit::size : InputLimit::elements));
    finding.with_number("claim", static_cast<std::int64_t>(claim_number_));
    if (large)
        finding.with_number("limit", static_cast<std::int64_t>(claim_size_limit >> 20));
    else
        finding.with("what", "lines").with_number("limit", static_cast<std::int64_t>(line_limit));
    finding.has_place = true;
    finding.place = locate(claim_, {});
    return true;
}

void CsvClaim::add(const CsvRow& row) {
    ++rows_;
    bytes_ += row.bytes.size();
    if (rows_ > 1 && is_over_limit()) return;
    const std::size_t more = row.bytes.size() * 2 + (plan_.size() + 1) * CellRoom::more_than_cell;
    char* const begin = arena_.room_for(row.bytes.size() + more);
    std::memcpy(begin, row.bytes.data(), row.bytes.size());
    room_ = CellRoom(begin + row.bytes.size(), begin + row.bytes.size() + more);
    row_begin_ = begin;
    claim_.regions.push_back({begin, begin + row.bytes.size() + more, row.offset, 0, row.text_line, 0, true});
    const std::string_view source(begin, row.bytes.size());
    if (rows_ == 1) claim_.source = source;
    Line& added = claim_.lines.emplace_back();
    added.source = source;
    added.place = {row.offset, 0, row.text_line};
    has_nul_ = std::memchr(row.bytes.data(), 0, row.bytes.size()) != nullptr;
    diagnosis_count_ = 0;
    modifiers_seen_ = pointers_seen_ = diagnoses_seen_ = 0;
    modifiers_of_code_ = 0;
    pointer_text_.clear();
    row_diagnoses_.emplace_back();
    for (std::size_t i = 0; i < plan_.size(); ++i) {
        CsvPlanned& planned = plan_[i];
        // The plan is in the order of fields: the row's diagnoses are known before what points to them.
        if (diagnosis_count_ != 0 && planned.column.field > Field::diagnoses) settle_diagnoses();
        const std::string_view whole = row.cell(planned.at);
        if (whole.empty() || (planned.of_claim && whole == first_[i])) continue;   // most cells of a later row
        const std::string_view cell = bare_cell(whole);
        if (planned.of_claim)
            take_of_claim(planned, i, cell, row);
        else if (!cell.empty())
            take(planned, kept(cell, row), row);
        if (rows_ == 1 && planned.column.field == Field::line_from) first_[i] = kept(cell, row);
    }
    if (diagnosis_count_ != 0) settle_diagnoses();
    end_row(row);
}

/// The same text where the row is kept; cells that had doubled quotes lie elsewhere.
std::string_view CsvClaim::kept(std::string_view cell, const CsvRow& row) {
    if (cell.empty()) return {};
    const std::less_equal<> not_after;
    const char* const begin = row.bytes.data();
    if (not_after(begin, cell.data()) && not_after(cell.data() + cell.size(), begin + row.bytes.size()))
        return {row_begin_ + (cell.data() - begin), cell.size()};
    return room_.put(cell);
}

void CsvClaim::take_of_claim(CsvPlanned& planned, std::size_t index, std::string_view cell, const CsvRow& row) {
    std::string_view& first = first_[index];
    if (cell.empty() || cell == first) return;
    cell = kept(cell, row);
    if (first.empty()) {
        first = cell;
        return take(planned, cell, row);
    }
    const Cell read = read_cell(planned.kind, cell, room_);
    const std::string_view said = planned.row->get(claim_, nullptr);
    if (same_code(read.text, said)) return;
    if (const Field field = of_line(planned.column.field); field != Field::none) {
        if (note(planned, cell, read, row)) row_of(field).set(claim_, &line(), read.text);
    } else if (++planned.told <= told_limit) {
        cell_finding(planned, CsvCell::differs, cell, row).with("text", shown_text(said));
    }
}

void CsvClaim::take(CsvPlanned& planned, std::string_view cell, const CsvRow& row) {
    if (has_nul_ && cell.find('\0') != std::string_view::npos) {
        (void)note(planned, cell, {{}, CellDamage::no_characters}, row);
        return;
    }
    switch (planned.kind) {
        case CellKind::code:
            return take_code(planned, cell, row);
        case CellKind::modifiers:
            return take_modifiers(planned, cell, row);
        case CellKind::pointers:
            return take_pointers(planned, cell, row);
        default:
            break;
    }
    const Cell read = read_cell(planned.kind, cell, room_);
    const bool good = note(planned, cell, read, row);
    if (planned.column.field == Field::diagnoses) {
        if (good) take_diagnoses(planned, read.text);
    } else if (planned.column.field == Field::line_measurements) {
        if (good)
            claim_.measurements.push_back({static_cast<std::uint32_t>(claim_.lines.size() - 1),
                                           csv_measurement(planned.column.element), read.text});
    } else if (good || stays_unread(planned.kind)) {
        set(planned, read);
    }
}

void CsvClaim::set(CsvPlanned& planned, const Cell& read) {
    if (read.text.empty()) return;
    if (planned.row->part == Part::documentation && line().documentation < 0) {
        line().documentation = static_cast<std::int32_t>(claim_.documentations.size());
        claim_.documentations.emplace_back();
    }
    planned.row->set(claim_, &line(), read.text);
}

/// "99213-25": a code and its modifiers in one cell.
void CsvClaim::take_code(CsvPlanned& planned, std::string_view cell, const CsvRow& row) {
    const Cell read = read_cell(CellKind::code, cell, room_);
    if (!note(planned, cell, read, row)) return set(planned, read);
    std::string_view rest = read.text.substr(std::min<std::size_t>(5, read.text.size()));
    const bool joined = Code(read.text.substr(0, 5)).valid() && !rest.empty() && !is_alphanumeric(rest.front());
    bool all_modifiers = joined;
    std::size_t count = 0;
    for (std::string_view words = rest; joined && !words.empty();) {
        const std::string_view word = next_word(words);
        if (word.empty()) break;
        all_modifiers = all_modifiers && word.size() == 2;
        ++count;
    }
    if (!all_modifiers || count == 0) return set(planned, read);
    set(planned, {read.text.substr(0, 5)});
    while (count-- > 0) add_modifier(next_word(rest));
    modifiers_of_code_ = line().modifier_count;
}

/// "25-59", "25,59", "25 59", and 2559, which a spreadsheet makes of it.
void CsvClaim::take_modifiers(CsvPlanned& planned, std::string_view cell, const CsvRow& row) {
    Cell read = read_cell(CellKind::modifiers, cell, room_);
    if (!note(planned, cell, read, row)) return;
    if (cell.size() > 3 && (cell.ends_with(".0") || cell.ends_with(".00"))) {
        read = read_cell(CellKind::npi, cell, room_);   // 25.0
        (void)note(planned, cell, read, row);
    }
    if (read.text.size() <= 2) return add_modifier_of_column(read.text);
    std::string_view words = read.text;
    for (std::string_view word = next_word(words); !word.empty(); word = next_word(words)) {
        if (word.size() < 4 || word.size() % 2 != 0 || word.size() > 8) {
            add_modifier_of_column(word);
            continue;
        }
        std::array<char, 16> shown{};
        std::size_t size = 0;
        for (std::size_t i = 0; i < word.size(); i += 2) {
            add_modifier_of_column(word.substr(i, 2));
            if (i != 0) shown[size++] = ' ';
            shown[size++] = word[i];
            shown[size++] = word[i + 1];
        }
        (void)note(planned, cell, {{shown.data(), size}, CellDamage::run_together}, row);
    }
}

void CsvClaim::add_modifier(std::string_view text) {
    ++modifiers_seen_;
    if (line().modifier_count < Line::modifier_room) line().modifiers[line().modifier_count++] = text;
}

/// Not again what the cell of the code has.
void CsvClaim::add_modifier_of_column(std::string_view text) {
    const auto end = line().modifiers.begin() + modifiers_of_code_;
    if (std::none_of(line().modifiers.begin(), end, [&](std::string_view other) { return same_code(other, text); }))
        add_modifier(text);
}

/// "A,B", "AB", "1,2", "1:2", "12": of two digits that can be one pointer or two, the claim's diagnoses tell which.
void CsvClaim::take_pointers(CsvPlanned& planned, std::string_view cell, const CsvRow& row) {
    const Cell read = read_cell(CellKind::pointers, cell, room_);
    if (!note(planned, cell, read, row)) return;
    const auto letters =
        std::count_if(cell.begin(), cell.end(), [](char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; });
    if (letters == 3 && std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        (void)note(planned, cell, {cell, CellDamage::shown_as_date}, row);
        return;
    }
    if (std::none_of(cell.begin(), cell.end(), is_alphanumeric)) return add_pointer(cell);
    std::string_view words = cell.ends_with(".0") ? cell.substr(0, cell.size() - 2) : cell;
    for (std::string_view word = next_word(words); !word.empty(); word = next_word(words)) {
        const bool digits = is_digits(word);
        const bool letters_of_form =
            std::all_of(word.begin(), word.end(), [](char c) { return upper(c) >= 'A' && upper(c) <= 'L'; });
        const bool one =
            word.size() == 2 && (word == "10" || word == "11" || (word == "12" && claim_.diagnoses.size() >= 12));
        const bool several = word.size() <= Line::pointer_room && word.find('0') == std::string_view::npos && !one;
        if ((digits || letters_of_form) && several)
            for (std::size_t i = 0; i < word.size(); ++i) add_pointer(word.substr(i, 1));
        else
            add_pointer(word);
    }
}

void CsvClaim::add_pointer(std::string_view text) {
    ++pointers_seen_;
    if (line().pointer_count == Line::pointer_room) return;
    std::uint8_t pointer = read_pointer(text);
    const RowDiagnoses& own = row_diagnoses_.back();
    if (pointer != Line::unreadable_pointer && pointer <= own.count && own.at[pointer - 1U] != 0)
        pointer = own.at[pointer - 1U];
    if (!pointer_text_.empty()) pointer_text_ += ':';
    if (pointer == read_pointer(text))
        pointer_text_ += text;
    else
        append_number(pointer_text_, pointer);
    line().pointers[line().pointer_count++] = pointer;
}

void CsvClaim::take_diagnoses(const CsvPlanned& planned, std::string_view cell) {
    const auto put = [&](std::size_t at, std::string_view code) {
        diagnoses_seen_ = std::max(diagnoses_seen_, static_cast<std::uint32_t>(at + 1));
        if (at >= diagnoses_.size()) return;
        for (; diagnosis_count_ <= at; ++diagnosis_count_) diagnoses_[diagnosis_count_] = {};
        diagnoses_[at] = code;
    };
    if (planned.column.element != 0 && cell.find_first_of(",;|") == std::string_view::npos)
        return put(planned.column.element - 1U, cell);
    std::size_t at = planned.column.element == 0 ? diagnosis_count_ : planned.column.element - 1U;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find_first_of(",;|/ \n"), cell.size());
        if (end != 0) put(at++, cell.substr(0, end));
        cell.remove_prefix(std::min(cell.size(), end + 1));
    }
}

/// The first row's diagnoses are the claim's, with the gaps that pointers count. Those of a later row are looked for
/// among them and added when they are others.
void CsvClaim::settle_diagnoses() {
    RowDiagnoses& own = row_diagnoses_.back();
    const bool first = claim_.diagnoses.empty();
    const std::size_t before = claim_.diagnoses.size();
    std::size_t filled = 0;
    bool same = true;
    for (std::uint8_t i = 0; i < diagnosis_count_; ++i) {
        const std::string_view code = diagnoses_[i];
        if (first) {
            claim_.diagnoses.push_back({code, false, false});
            own.at[i] = static_cast<std::uint8_t>(code.empty() ? 0 : i + 1);
            continue;
        }
        if (code.empty()) continue;
        ++filled;
        const auto is_at = [&](std::size_t at) {
            return at < claim_.diagnoses.size() && same_code(claim_.diagnoses[at].code, code);
        };
        std::size_t at = is_at(i) ? i : 0;
        while (at < claim_.diagnoses.size() && !is_at(at)) ++at;
        if (at == claim_.diagnoses.size()) {
            if (at == diagnosis_limit) continue;   // pointers go no further
            claim_.diagnoses.push_back({code, false, false});
        }
        same = same && at == i;
        own.at[i] = static_cast<std::uint8_t>(at + 1);
    }
    own.count = diagnosis_count_;
    diagnosis_count_ = 0;
    const auto has_code = [](const Diagnosis& diagnosis) { return !diagnosis.code.empty(); };
    const auto known = std::count_if(claim_.diagnoses.begin(),
                                     claim_.diagnoses.begin() + static_cast<std::ptrdiff_t>(before), has_code);
    if (!first && (!same || filled != static_cast<std::size_t>(known))) own_diagnoses_ = true;
}

void CsvClaim::end_row(const CsvRow& row) {
    line().pointer_text = room_.put(pointer_text_);
    const auto too_many = [&](std::uint32_t count, std::size_t limit, std::string_view what, Field field) {
        if (count <= limit) return;
        Finding& finding = tell(CsvCell::too_many, row).at_level(Level::error).in(field);
        finding.line = static_cast<std::uint16_t>(claim_.lines.size());
        finding.with_number("line", finding.line).with("what", what);
        finding.with_number("count", count).with_number("limit", static_cast<std::int64_t>(limit));
    };
    too_many(modifiers_seen_, Line::modifier_room, "modifiers", Field::line_modifiers);
    too_many(diagnoses_seen_, diagnoses_.size(), "diagnoses", Field::diagnoses);
    too_many(pointers_seen_, Line::pointer_room, "diagnosis pointers", Field::line_pointers);
}

/// Where each row has diagnoses of its own, a line without pointers points to its row's.
void CsvClaim::point_at_own_diagnoses() {
    constexpr std::size_t room = 4;   // box 24E
    for (std::size_t i = 0; i < claim_.lines.size(); ++i) {
        Line& line = claim_.lines[i];
        const RowDiagnoses& own = row_diagnoses_[i];
        if (line.pointer_count != 0) continue;
        pointer_text_.clear();
        for (std::size_t at = 0; at < own.count && line.pointer_count < room; ++at) {
            if (own.at[at] == 0) continue;
            line.pointers[line.pointer_count++] = own.at[at];
            append_number(pointer_text_.empty() ? pointer_text_ : pointer_text_ += ':', own.at[at]);
        }
        line.pointer_text = arena_.keep(pointer_text_);
    }
    Finding& finding = troubles_.emplace_back();
    finding.reset(catalogued(rule_src002), static_cast<std::uint8_t>(CsvCell::own_diagnoses));
    finding.in(Field::diagnoses);
}

void CsvClaim::end() {
    while (!claim_.diagnoses.empty() && claim_.diagnoses.back().code.empty()) claim_.diagnoses.pop_back();
    if (damaged_)
        keep_only_id();
    else if (own_diagnoses_)
        point_at_own_diagnoses();
    if (troubles_left_out_ == 0) return;
    Finding& finding = troubles_.emplace_back();
    finding.reset(catalogued(rule_src002), static_cast<std::uint8_t>(CsvCell::more_in_claim));
    finding.with_number("count", static_cast<std::int64_t>(troubles_left_out_));
    finding.with_number("claim", static_cast<std::int64_t>(claim_number_));
}

void CsvClaim::keep_only_id() {
    // What was read is not checked: a missing line would look like a missing service.
    const Region region = claim_.regions.empty() ? Region() : claim_.regions.front();
    const std::string_view source = claim_.source;
    claim_.clear();
    claim_.id = id_;
    claim_.index = static_cast<std::uint32_t>(claim_number_ - 1);
    claim_.has_place = true;
    claim_.source = source;
    claim_.regions.push_back(region);
    // Findings about cells would name lines that are not there.
    std::erase_if(troubles_, [](const Finding& finding) { return finding.line != 0 || finding.field != Field::none; });
}

// Findings.

Finding& CsvClaim::tell(CsvCell message, const CsvRow& row) {
    const bool enough = troubles_.size() >= element_finding_limit;
    if (enough) ++troubles_left_out_;
    Finding& finding = enough ? unseen_ : troubles_.emplace_back();
    finding.reset(catalogued(rule_src002), static_cast<std::uint8_t>(message));
    finding.with_number("row", static_cast<std::int64_t>(row.number));
    finding.has_place = true;
    finding.place = {row.offset, 0, row.text_line};
    return finding;
}

Finding& CsvClaim::damaged(CsvCell message, const CsvRow& row) {
    damaged_ = true;
    return tell(message, row).at_level(Level::error);
}

/// Says what was made of a cell. False when it was not read.
bool CsvClaim::note(CsvPlanned& planned, std::string_view cell, const Cell& read, const CsvRow& row) {
    if (read.damage == CellDamage::none) return true;
    const bool good = read.damage < first_unread;
    if (!good && planned.column.field == Field::line_charge && has_parts_of_cents(cell)) return false;
    if (good && ++planned.told > told_limit) return true;
    Finding& finding = cell_finding(planned, good ? CsvCell::read_as : CsvCell::not_read, cell, row);
    finding.at_level(good ? Level::warning : Level::error).with("cause", csv_cause(read.damage));
    if (good) finding.with("text", finding.keep(read.text));
    return good;
}

Finding& CsvClaim::cell_finding(const CsvPlanned& planned, CsvCell message, std::string_view cell, const CsvRow& row) {
    Finding& finding = tell(message, row);
    std::string place = "Column";
    if (planned.row->part != Part::claim) {
        finding.line = static_cast<std::uint16_t>(claim_.lines.size());
        place = "Line ";
        append_number(place, finding.line);
        place += ": column";
    }
    const bool list = planned.column.field == Field::diagnoses;
    finding.in(planned.column.field, list ? planned.column.element : std::uint8_t{0});
    finding.with("place", finding.keep(place)).with("column", planned.header).with("cell", shown_text(cell));
    return finding;
}

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// The join of administration records: keys sorted once, a few rows looked at for each claim, lines filled in order.
#include "administrations.hpp"

#include <algorithm>

#include "deltoid/finding.hpp"
#include "dose.hpp"
#include "rules/doc/drug_names.hpp"
#include "sorting.hpp"
#include "whole_number.hpp"

namespace deltoid {
namespace {

/// More are no claim's; the rest stays apart. It bounds what one claim may cost.
constexpr std::size_t most_rows = 50, most_lines = 100;
/// Claims and rows that are named; the others are counted.
constexpr std::size_t most_named = RecordsJoined::most_named;

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = 14695981039346656037U ^ seed;   // FNV-1a
    for (const char c : trim(text)) hash = (hash ^ static_cast<unsigned char>(upper(c))) * 1099511628211U;
    return hash ^ hash >> 29;
}

std::uint64_t key_of_patient(std::string_view id, Day day) {
    return hash_of(id, 0x9E3779B97F4A7C15U * (static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.number)) + 1));
}

/// 11 digits, however an NDC is written: 5-4-2, with hyphens or without; shorter parts filled up with zeros.
bool same_ndc(std::string_view a, std::string_view b) {
    const auto digits = [](std::string_view text, std::array<char, 11>& out) {
        constexpr std::array<std::size_t, 3> sizes{5, 4, 2};
        std::size_t size = 0;
        text = trim(text);
        if (text.substr(0, 2) == "N4") text.remove_prefix(2);
        const bool parted = text.find('-') != std::string_view::npos;
        for (std::size_t part = 0; part < (parted ? 3U : 1U); ++part) {
            const std::size_t end = parted ? std::min(text.find('-'), text.size()) : text.size();
            const std::string_view piece = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            const std::size_t wanted = parted ? sizes[part] : 11;
            if (piece.empty() || piece.size() > wanted || !is_whole_number(piece)) return false;
            if (!parted && piece.size() != 11) return false;
            for (std::size_t i = piece.size(); i < wanted; ++i) out[size++] = '0';
            for (const char c : piece) out[size++] = c;
        }
        return size == 11 && text.empty();
    };
    std::array<char, 11> one{}, other{};
    return digits(a, one) && digits(b, other) && one == other;
}

template <class Visit>
void each_text(const Documentation& record, Visit visit) {
    Claim holder;
    holder.documentations.push_back(record);
    Line line;
    line.documentation = 0;
    for (const FieldRow& row : field_rows())
        if (row.part == Part::documentation) visit(row.field, trim(row.get(holder, &line)));
}

constexpr bool is_amount(Field field) { return field == Field::doc_dose || field == Field::doc_discarded; }
/// Two records of a line tell these one beside the other.
constexpr bool is_listed(Field field) {
    return field == Field::doc_site || field == Field::doc_lot || field == Field::doc_route ||
           field == Field::doc_given_by || field == Field::doc_response || field == Field::doc_drug;
}

}   // namespace

/// A line that a record may belong to.
struct Administrations::Target {
    std::size_t line = 0;   ///< in Claim::lines
    Code code;
    std::string_view ndc;
    const DrugRow* drug = nullptr;
    bool injection = false;
    Date from, to;
    std::string_view number;
    std::vector<std::uint32_t> rows;

    /// The number that the claim gives the line, else its position.
    [[nodiscard]] bool is_numbered(std::string_view text) const {
        if (!number.empty()) return same_code(text, number);
        return is_whole_number(text) && text.size() < 6 && whole_number(text) == static_cast<std::int64_t>(line) + 1;
    }
    [[nodiscard]] bool holds(Day day) const {
        if (!day.known() || !from.valid()) return true;
        return day >= from.value && day <= (to.valid() ? to.value : from.value);
    }
};

void Administrations::begin_file(std::string_view name) { files_.emplace_back(name); }

Administrations::Text Administrations::keep(std::string_view text) {
    text = trim(text);
    const Text kept{texts_.size(), static_cast<std::uint32_t>(text.size())};
    texts_ += text;
    return kept;
}

void Administrations::add(std::uint64_t number, const AdministrationRecord& administration) {
    Row row;
    row.claim_id = keep(administration.claim_id);
    row.line = keep(administration.line);
    row.patient_id = keep(administration.patient_id);
    row.member_id = keep(administration.member_id);
    row.birth_date = keep(administration.birth_date);
    row.code = keep(administration.code);
    row.ndc = keep(administration.ndc);
    row.day = administration.day;
    row.file = static_cast<std::uint32_t>(files_.empty() ? 0 : files_.size() - 1);
    row.number = number;
    row.first_entry = static_cast<std::uint32_t>(entries_.size());
    each_text(administration.record, [&](Field field, std::string_view text) {
        if (!text.empty()) entries_.push_back({field, keep(text)});
    });
    row.end_entry = static_cast<std::uint32_t>(entries_.size());
    const auto index = static_cast<std::uint32_t>(rows_.size());
    if (row.claim_id.size != 0) {
        by_claim_.push_back({hash_of(view(row.claim_id), 0), index});
    } else if (row.day.known()) {
        // By whichever number the claim may have; both are compared when it is found.
        const Text id = row.member_id.size != 0 ? row.member_id : row.patient_id;
        if (id.size != 0) by_patient_.push_back({key_of_patient(view(id), row.day), index});
    }
    rows_.push_back(row);
    sorted_ = false;
}

void Administrations::sort() {
    if (sorted_) return;
    const auto before = [](const Keyed& a, const Keyed& b) { return a.key != b.key ? a.key < b.key : a.row < b.row; };
    sort_rows(by_claim_, before);
    sort_rows(by_patient_, before);
    sorted_ = true;
}

std::string_view Administrations::entry(const Row& row, Field field) const {
    for (std::uint32_t i = row.first_entry; i < row.end_entry; ++i)
        if (entries_[i].field == field) return view(entries_[i].text);
    return {};
}

void Administrations::add_rows(std::span<const Keyed> keyed, std::uint64_t key,
                               std::vector<std::uint32_t>& rows) const {
    std::size_t low = 0;
    for (std::size_t size = keyed.size(); size != 0;) {
        const std::size_t half = size / 2;
        if (keyed[low + half].key < key) {
            low += half + 1;
            size -= half + 1;
        } else {
            size = half;
        }
    }
    for (; low < keyed.size() && keyed[low].key == key && rows.size() < most_rows; ++low)
        rows.push_back(keyed[low].row);
}

/// The hashes agree; whether the texts do, and what else both tell.
bool Administrations::is_of_claim(const Row& row, const Claim& claim) const {
    const std::string_view birth = view(row.birth_date);
    if (!birth.empty() && claim.patient.birth_date.valid()) {
        const Day day = rulebook::day_in_record(birth);
        if (day.known() && day != claim.patient.birth_date.value) return false;
    }
    if (row.claim_id.size != 0) return same_code(view(row.claim_id), claim.id);
    const std::string_view member = view(row.member_id), patient = view(row.patient_id);
    const bool patient_told = !patient.empty() && !trim(claim.patient.id).empty();
    if (!member.empty())
        return same_code(member, claim.subscriber_id) && (!patient_told || same_code(patient, claim.patient.id));
    return same_code(patient, claim.subscriber_id) || same_code(patient, claim.patient.id);
}

std::vector<std::uint32_t> Administrations::rows_of(const Claim& claim) const {
    std::vector<std::uint32_t> rows;
    if (!trim(claim.id).empty()) add_rows(by_claim_, hash_of(claim.id, 0), rows);
    if (!by_patient_.empty()) {
        std::array<Day, 8> days;   // of a claim's lines; a claim over more has records by its id
        std::size_t count = 0;
        for (const Line& line : claim.lines) {
            if (!line.from.valid() || count == days.size()) continue;
            if (std::find(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(count), line.from.value) !=
                days.begin() + static_cast<std::ptrdiff_t>(count))
                continue;
            days[count++] = line.from.value;
            const std::string_view subscriber = trim(claim.subscriber_id), patient = trim(claim.patient.id);
            if (!subscriber.empty()) add_rows(by_patient_, key_of_patient(subscriber, line.from.value), rows);
            if (!patient.empty() && !same_code(patient, subscriber))
                add_rows(by_patient_, key_of_patient(patient, line.from.value), rows);
        }
    }
    rows.erase(
        std::remove_if(rows.begin(), rows.end(), [&](std::uint32_t row) { return !is_of_claim(rows_[row], claim); }),
        rows.end());
    return rows;
}

bool Administrations::names_a_drug(const Row& row) const {
    return row.code.size != 0 || row.ndc.size != 0 || !entry(row, Field::doc_drug).empty();
}

bool Administrations::names_line_drug(const Row& row, const Target& target) const {
    if (target.injection) return false;
    if (row.code.size != 0) return Code(view(row.code)) == target.code;
    if (row.ndc.size != 0 && !target.ndc.empty()) return same_ndc(view(row.ndc), target.ndc);
    const std::string_view drug = entry(row, Field::doc_drug);
    return !drug.empty() && target.drug != nullptr && rulebook::names_drug(drug, target.drug->substance);
}

void Administrations::join(Claim& claim, const Tables& tables, Joined& joined) const {
    std::vector<std::uint32_t> rows = rows_of(claim);
    if (rows.empty()) return;
    joined.texts.clear();
    std::vector<Target> targets;
    for (std::size_t i = 0; i < claim.lines.size() && targets.size() < most_lines; ++i) {
        const Line& line = claim.lines[i];
        const Code code(line.code);
        const CodeSets sets = tables.sets(code, line.from.value);
        const bool injection = (sets & bit(CodeSet::injection)) != 0;
        bool waste = false;
        for (std::size_t m = 0; m < line.modifier_count; ++m) waste |= same_code(line.modifiers[m], "JW");
        if (waste || (!injection && (sets & (bit(CodeSet::drug) | bit(CodeSet::vaccine))) == 0)) continue;
        targets.push_back(
            {i, code, line.ndc.code, tables.any_drug(code), injection, line.from, line.to, trim(line.number), {}});
    }
    // In the order in which they were given, then as the file has them.
    sort_rows(rows, [&](std::uint32_t a, std::uint32_t b) {
        const std::string_view one = entry(rows_[a], Field::doc_given_at), other = entry(rows_[b], Field::doc_given_at);
        return one != other ? one < other : a < b;
    });
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    // First those that name their line, then those that name its drug: of several lines the one with the fewest.
    std::vector<std::uint32_t> left;
    for (const std::uint32_t number : rows) {
        const Row& row = rows_[number];
        Target* best = nullptr;
        for (Target& target : targets) {
            const bool fits = row.line.size != 0 ? target.is_numbered(view(row.line))
                                                 : target.holds(row.day) && names_line_drug(row, target);
            if (fits && (best == nullptr || target.rows.size() < best->rows.size())) best = &target;
        }
        if (best != nullptr)
            best->rows.push_back(number);
        else if (row.line.size == 0)
            left.push_back(number);
    }
    // What is left belongs to the claim by its id, or bills its drug elsewhere: to the drug line that has no record, so
    // that another drug is seen, else to the injection.
    const bool has_drug_line =
        std::any_of(targets.begin(), targets.end(), [](const Target& target) { return !target.injection; });
    for (const std::uint32_t number : left) {
        const Row& row = rows_[number];
        const bool by_claim = row.claim_id.size != 0;
        Target* free_drug = nullptr;
        Target* free_injection = nullptr;
        std::size_t free_drugs = 0;
        for (Target& target : targets) {
            if (!target.rows.empty() || !target.holds(row.day)) continue;
            if (target.injection && free_injection == nullptr) free_injection = &target;
            if (!target.injection && free_drugs++ == 0) free_drug = &target;
        }
        if (by_claim && names_a_drug(row) && free_drugs == 1)
            free_drug->rows.push_back(number);
        else if (free_injection != nullptr && (by_claim || !has_drug_line || !names_a_drug(row)))
            free_injection->rows.push_back(number);
    }
    for (const Target& target : targets)
        if (!target.rows.empty()) give(claim, target, target.rows, joined);
}

/// What several records of a line tell together: amounts added, sites and lots listed, else the first that tells it.
std::string_view Administrations::together(std::span<const std::uint32_t> rows, Field field, Joined& joined) const {
    std::string_view first;
    bool differ = false;
    std::size_t told = 0;
    for (const std::uint32_t row : rows) {
        const std::string_view text = entry(rows_[row], field);
        if (text.empty()) continue;
        ++told;
        if (first.empty()) first = text;
        differ |= !same_code(first, text);
    }
    // One dose of two that were given must not stand for both.
    if (field == Field::doc_dose && told != rows.size()) return {};
    if (told < 2 || (!is_amount(field) && (!is_listed(field) || !differ))) return first;
    std::string all;
    for (const std::uint32_t row : rows) {
        const std::string_view text = entry(rows_[row], field);
        bool known = text.empty();
        for (const std::uint32_t before : rows) {
            if (before == row || known) break;
            known = is_listed(field) && same_code(entry(rows_[before], field), text);
        }
        if (known) continue;
        if (!all.empty()) all += is_amount(field) ? " + " : "; ";
        all += text;
    }
    // A sum that cannot be read must not stand for one dose; the line then has none.
    if (is_amount(field) && !read_dose(all).readable) return {};
    return joined.texts.keep(all);
}

void Administrations::give(Claim& claim, const Target& target, std::span<const std::uint32_t> rows,
                           Joined& joined) const {
    Line& line = claim.lines[target.line];
    if (line.documentation < 0) {
        line.documentation = static_cast<std::int32_t>(claim.documentations.size());
        claim.documentations.emplace_back();
    }
    for (const FieldRow& row : field_rows()) {
        if (row.part != Part::documentation || !trim(row.get(claim, &line)).empty()) continue;
        std::string_view text = together(rows, row.field, joined);
        if (row.field == Field::doc_injections && text.empty() && rows.size() > 1)
            text = joined.texts.keep(std::to_string(rows.size()));
        if (!text.empty()) (void)row.set(claim, &line, text);
    }
    joined.rows.insert(joined.rows.end(), rows.begin(), rows.end());
}

void Administrations::count_lines(const Claim& claim, std::string_view file, Joined& joined) {
    using namespace literals;
    const std::size_t shown = std::min(claim.lines.size(), std::size_t{1000});   // as many as rules see
    for (std::size_t i = 0; i < shown; ++i) {
        const Line& line = claim.lines[i];
        if (Code(line.code) != "96372"_code) continue;
        ++joined.lines;
        bool recorded = false;
        for (std::size_t k = 0; k < shown && !claim.documentations.empty(); ++k) {
            const Line& other = claim.lines[k];
            recorded |= other.documentation >= 0 &&
                        (!other.from.valid() || !line.from.valid() || other.from.value == line.from.value);
        }
        if (recorded) continue;
        ++joined.lines_without;
        if (joined.claims_without.size() >= most_named) continue;
        std::vector<RecordsJoined::Claim>& named = joined.claims_without;
        if (named.empty() || named.back().index != claim.index || named.back().file != file)
            named.push_back({std::string(file), claim.index, std::string(trim(claim.id))});
    }
}

void Administrations::Joined::absorb(Joined& more) {
    rows.insert(rows.end(), more.rows.begin(), more.rows.end());
    lines_without += more.lines_without;
    lines += more.lines;
    for (RecordsJoined::Claim& claim : more.claims_without)
        if (claims_without.size() < most_named) claims_without.push_back(std::move(claim));
    more.rows.clear();
    more.lines_without = more.lines = 0;
    more.claims_without.clear();
}

std::string_view Administrations::why_apart(const Row& row) const {
    if (row.claim_id.size != 0) return row.line.size != 0 ? "no_line" : "no_claim";
    if (row.patient_id.size == 0 && row.member_id.size == 0) return "nobody";
    return row.day.known() ? "no_drug" : "no_day";
}

RecordsJoined Administrations::apart(const Joined& joined, bool identifiers) const {
    RecordsJoined all;
    if (rows_.empty()) return all;
    all.records = rows_.size();
    all.lines = joined.lines;
    all.lines_without = joined.lines_without;
    std::vector<char> taken(rows_.size(), 0);
    for (const std::uint32_t row : joined.rows) taken[row] = 1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (taken[i] != 0 || ++all.records_apart > most_named) continue;
        const Row& row = rows_[i];
        all.apart.push_back({files_[row.file], row.number, identifiers ? std::string(view(row.claim_id)) : std::string(),
                             why_apart(row)});
    }
    all.without = joined.claims_without;
    if (!identifiers)
        for (RecordsJoined::Claim& claim : all.without) claim.id.clear();
    return all;
}

namespace {

std::string_view sentence_of(std::string_view why) {
    if (why == "no_line") return "No drug or injection line of that claim and number was found among the claims.";
    if (why == "no_claim") return "No claim of that id has a line that it belongs to.";
    if (why == "nobody") return "It names neither a claim nor a patient.";
    if (why == "no_day") return "It names no claim, and no day that can be read.";
    return "No claim of that patient and day bills the drug.";
}

std::string named(std::string_view what, std::uint64_t number, std::string_view id) {
    std::string text(what);
    text.append(" ").append(std::to_string(number));
    if (id.empty()) return text;
    return text.append(what == "Row" ? " (claim " : " (").append(id).append(")");
}

}   // namespace

std::vector<Problem> RecordsJoined::sentences() const {
    std::vector<Problem> all;
    for (const Record& record : apart) {
        std::string sentence = named("Row", record.row, record.claim) + " was joined to no claim line. ";
        all.push_back({record.file + ":" + std::to_string(record.row), sentence.append(sentence_of(record.why))});
    }
    if (records_apart > apart.size())
        all.push_back({"", std::to_string(records_apart - apart.size()) + " more records were joined to no claim line."});
    for (const Claim& claim : without) {
        const std::uint64_t place = std::uint64_t{claim.index} + 1;
        all.push_back({claim.file + ":" + std::to_string(place),
                       named("Claim", place, claim.id) + " bills 96372, and no record of its day was found."});
    }
    if (lines_without != 0)
        all.push_back({"", std::to_string(lines_without) + " of " + std::to_string(lines) +
                               " lines of 96372 have no administration record."});
    return all;
}

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Tables: packs read into dated tables, and every question that a rule may ask of them.
#include "deltoid/tables.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "packs.hpp"
#include "tables/code_set_index.hpp"
#include "tables/dated_table.hpp"
#include "tables/diagnosis_set_index.hpp"
#include "tables/pack.hpp"
#include "tables/rows.hpp"
#include "tables/work_days.hpp"

namespace deltoid {

using packs::CodeSetRow;
using packs::Complaints;
using packs::DiagnosisSetRow;
using packs::DatedTable;
using packs::EditionRows;
using packs::Pack;

namespace {
constexpr Day first_known_day{Day::none().number + 1};
}  // namespace

struct Tables::Data {
    /// The texts that rows have views into; those of built-in packs lie in the program.
    std::vector<std::shared_ptr<const std::string>> texts;
    std::vector<Edition> editions;          ///< by number
    std::vector<Edition> sorted_editions;   ///< by table and first day

    DatedTable<EditRow> edits_practitioner;
    DatedTable<EditRow> edits_outpatient;
    DatedTable<UnitLimitRow> limits_practitioner;
    DatedTable<UnitLimitRow> limits_outpatient;
    DatedTable<UnitLimitRow> limits_medicaid;
    DatedTable<PlaceRow> places;
    DatedTable<CodeRow> codes;
    DatedTable<DrugRow> drugs;
    std::vector<SuccessorRow> successors;   ///< by code and first day
    packs::CodeSetIndex sets;
    DatedTable<DiagnosisRow> diagnoses;
    packs::DiagnosisSetIndex diagnosis_sets;
    DatedTable<NdcMarketRow> packages;
    std::vector<NdcBillingRow> billing_codes;      ///< by package, then code
    /// The days on which an answer of some table may change, sorted. Unknown days lie outside of all.
    std::vector<Day> stretch_first_days{first_known_day, Day::open()};

    void read(std::string_view text, Complaints& complaints);
    /// After the last read().
    void sort_stretches();
    [[nodiscard]] Answer<EditRow> edit(const DatedTable<EditRow>& table, Code other, Day day) const;
    [[nodiscard]] Day first_valid_day(Code code) const;

private:
    void read_table(const Pack& pack, Complaints& complaints);
    template <class Row>
    void load(DatedTable<Row>& table, const Pack& pack, Complaints& complaints);
    void load_successors(const Pack& pack, Complaints& complaints);
    void load_sets(const Pack& pack, Complaints& complaints);
    void load_diagnosis_sets(const Pack& pack, Complaints& complaints);
    void load_billing_codes(const Pack& pack, Complaints& complaints);
    template <class Row>
    void number_rows(std::vector<Row>& rows, const Pack& pack);
    void cut_stretches(Day from, Day to);
    [[nodiscard]] bool knows(const Edition& edition) const;
};

bool Tables::Data::knows(const Edition& edition) const {
    return std::any_of(editions.begin(), editions.end(), [&](const Edition& known) {
        return known.table == edition.table && known.sha256 == edition.sha256;
    });
}

void Tables::Data::read(std::string_view text, Complaints& complaints) {
    const Pack pack = packs::read_header(text, complaints);
    if (complaints.any() || knows(pack.edition)) return;
    if (editions.size() > std::numeric_limits<std::uint16_t>::max()) {
        complaints.at(1, "There are too many packs.");
        return;
    }
    read_table(pack, complaints);
}

void Tables::Data::read_table(const Pack& pack, Complaints& complaints) {
    const std::string_view table = pack.edition.table;
    if (table == "ncci-ptp-practitioner") return load(edits_practitioner, pack, complaints);
    if (table == "ncci-ptp-outpatient") return load(edits_outpatient, pack, complaints);
    if (table == "mue-practitioner") return load(limits_practitioner, pack, complaints);
    if (table == "mue-outpatient") return load(limits_outpatient, pack, complaints);
    if (table == "mue-medicaid") return load(limits_medicaid, pack, complaints);
    if (table == "place-of-service") return load(places, pack, complaints);
    if (table == "hcpcs-codes") return load(codes, pack, complaints);
    if (table == "drugs") return load(drugs, pack, complaints);
    if (table == "successors") return load_successors(pack, complaints);
    if (table == "code-sets") return load_sets(pack, complaints);
    if (table == "icd10-codes") return load(diagnoses, pack, complaints);
    if (table == "icd10-sets") return load_diagnosis_sets(pack, complaints);
    if (table == "ndc-hcpcs") return load_billing_codes(pack, complaints);
    if (table == "ndc-directory") return load(packages, pack, complaints);
    complaints.at(1, "There is no table named \"" + std::string(table.substr(0, 40)) + "\".");
}

void Tables::Data::cut_stretches(Day from, Day to) {
    if (from.known()) stretch_first_days.push_back(from);
    if (to.known()) stretch_first_days.push_back({to.number + 1});
}

void Tables::Data::sort_stretches() {
    std::sort(stretch_first_days.begin(), stretch_first_days.end());
    const auto behind = std::unique(stretch_first_days.begin(), stretch_first_days.end());
    stretch_first_days.erase(behind, stretch_first_days.end());
}

/// facts() asks the table, so its days part the stretches. A directory of packages would cut every year to days.
template <class Row>
constexpr bool is_of_facts = true;
template <>
constexpr bool is_of_facts<DiagnosisRow> = false;
template <>
constexpr bool is_of_facts<DiagnosisSetRow> = false;
template <>
constexpr bool is_of_facts<NdcBillingRow> = false;
template <>
constexpr bool is_of_facts<NdcMarketRow> = false;

/// Gives the rows the number of their edition, and the edition its place.
template <class Row>
void Tables::Data::number_rows(std::vector<Row>& rows, const Pack& pack) {
    const auto number = static_cast<std::uint16_t>(editions.size());
    if constexpr (is_of_facts<Row>) cut_stretches(pack.edition.from, pack.edition.to);
    Dated previous;
    for (Row& row : rows) {
        row.edition = number;
        const bool same_days = row.from == previous.from && row.to == previous.to;   // most rows of most packs
        if (is_of_facts<Row> && !same_days) cut_stretches(row.from, row.to);
        previous = row;
    }
    editions.push_back(pack.edition);
    sorted_editions = editions;
    std::sort(sorted_editions.begin(), sorted_editions.end(), [](const Edition& a, const Edition& b) {
        if (a.table != b.table) return a.table < b.table;
        return a.from != b.from ? a.from < b.from : a.name < b.name;
    });
}

template <class Row>
void Tables::Data::load(DatedTable<Row>& table, const Pack& pack, Complaints& complaints) {
    EditionRows<Row> edition{pack.edition, pack.covers, packs::read_rows<Row>(pack, complaints)};
    if (complaints.any()) return;
    if (auto conflict = table.conflict(edition)) {
        complaints.at(1, std::move(*conflict));
        return;
    }
    number_rows(edition.rows, pack);
    table.add(std::move(edition));
}

void Tables::Data::load_successors(const Pack& pack, Complaints& complaints) {
    auto rows = packs::read_rows<SuccessorRow>(pack, complaints);
    const auto before = [](const SuccessorRow& a, const SuccessorRow& b) {
        return a.code != b.code ? a.code < b.code : a.from < b.from;
    };
    for (const SuccessorRow& row : rows) {
        const auto known = std::equal_range(successors.begin(), successors.end(), row,
                                            [](const auto& a, const auto& b) { return a.code < b.code; });
        const auto says_so = [&](const SuccessorRow& other) { return packs::same_answer(row, other); };
        if (known.first != known.second && std::none_of(known.first, known.second, says_so))
            complaints.at(1, "The successors of " + packs::text_of(row.code) + " in edition " + pack.edition.name +
                                 " differ from those of edition " + editions[known.first->edition].name + ".");
    }
    if (complaints.any()) return;
    std::erase_if(rows, [&](const SuccessorRow& row) {
        return std::binary_search(successors.begin(), successors.end(), row,
                                  [](const auto& a, const auto& b) { return a.code < b.code; });
    });
    number_rows(rows, pack);
    successors.insert(successors.end(), rows.begin(), rows.end());
    std::stable_sort(successors.begin(), successors.end(), before);
}

void Tables::Data::load_sets(const Pack& pack, Complaints& complaints) {
    auto rows = packs::read_rows<CodeSetRow>(pack, complaints);
    if (complaints.any()) return;
    number_rows(rows, pack);
    sets.add(rows);
}

void Tables::Data::load_diagnosis_sets(const Pack& pack, Complaints& complaints) {
    auto rows = packs::read_rows<DiagnosisSetRow>(pack, complaints);
    if (complaints.any()) return;
    number_rows(rows, pack);
    diagnosis_sets.add(rows);
}

void Tables::Data::load_billing_codes(const Pack& pack, Complaints& complaints) {
    auto rows = packs::read_rows<NdcBillingRow>(pack, complaints);
    if (complaints.any()) return;
    number_rows(rows, pack);
    billing_codes.insert(billing_codes.end(), rows.begin(), rows.end());
    std::stable_sort(billing_codes.begin(), billing_codes.end(), [](const NdcBillingRow& a, const NdcBillingRow& b) {
        return a.ndc.key() != b.ndc.key() ? a.ndc.key() < b.ndc.key() : a.code < b.code;
    });
}

Day Tables::Data::first_valid_day(Code code) const {
    Day first = Day::open();
    codes.each_row(code.packed(), [&](const CodeRow& row) { first = std::min(first, row.from); });
    return first;
}

Answer<EditRow> Tables::Data::edit(const DatedTable<EditRow>& table, Code other, Day day) const {
    const Answer<EditRow> answer = table.at(other.packed(), day);
    if (!answer || answer.row->first == answer.row->last) return answer;
    const Day first = first_valid_day(other);
    const bool newer_than_the_range = first != Day::open() && editions[answer.row->edition].to < first;
    return newer_than_the_range ? Answer<EditRow>{} : answer;
}

Tables::Tables() : data_(std::make_unique<Data>()) {}
Tables::~Tables() = default;
Tables::Tables(Tables&&) noexcept = default;
Tables& Tables::operator=(Tables&&) noexcept = default;

std::vector<Problem> Tables::add(std::string_view name, std::string text) {
    Complaints complaints(name);
    const auto kept = std::make_shared<const std::string>(std::move(text));
    data_->read(*kept, complaints);
    if (!complaints.any()) data_->texts.push_back(kept);
    data_->sort_stretches();
    return complaints.take();
}

Answer<EditRow> Tables::edit_with_injection(Code other, Day day) const {
    return data_->edit(data_->edits_practitioner, other, day);
}

Answer<EditRow> Tables::edit_with_injection_outpatient(Code other, Day day) const {
    return data_->edit(data_->edits_outpatient, other, day);
}

Answer<UnitLimitRow> Tables::unit_limit_medicare(Code code, Day day) const {
    return data_->limits_practitioner.at(code.packed(), day);
}

Answer<UnitLimitRow> Tables::unit_limit_outpatient(Code code, Day day) const {
    return data_->limits_outpatient.at(code.packed(), day);
}

Answer<UnitLimitRow> Tables::unit_limit_medicaid(Code code, Day day) const {
    return data_->limits_medicaid.at(code.packed(), day);
}

Answer<PlaceRow> Tables::place(std::string_view two_digits, Day day) const {
    const std::string_view text = trim(two_digits);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return {nullptr, true, false};
    const int number = (text[0] - '0') * 10 + (text[1] - '0');
    return data_->places.at(static_cast<std::uint32_t>(number), day);
}

Answer<CodeRow> Tables::code_validity(Code code, Day day) const { return data_->codes.at(code.packed(), day); }

const CodeRow* Tables::first_validity(Code code) const {
    const CodeRow* first = nullptr;
    data_->codes.each_row(code.packed(), [&](const CodeRow& row) {
        if (first == nullptr || row.from < first->from) first = &row;
    });
    return first;
}

const CodeRow* Tables::last_validity(Code code) const {
    const CodeRow* last = nullptr;
    data_->codes.each_row(code.packed(), [&](const CodeRow& row) {
        if (last == nullptr || row.to > last->to) last = &row;
    });
    return last;
}

std::span<const SuccessorRow> Tables::successors(Code code) const {
    const auto by_code = [](const auto& a, const auto& b) { return a.code < b.code; };
    SuccessorRow wanted;
    wanted.code = code;
    const std::span<const SuccessorRow> rows = data_->successors;
    const auto [first, behind] = std::equal_range(rows.begin(), rows.end(), wanted, by_code);
    return rows.subspan(static_cast<std::size_t>(first - rows.begin()), static_cast<std::size_t>(behind - first));
}

Answer<DrugRow> Tables::drug(Code code, Day day) const { return data_->drugs.at(code.packed(), day); }

const DrugRow* Tables::any_drug(Code code) const {
    const DrugRow* newest = nullptr;
    data_->drugs.each_row(code.packed(), [&](const DrugRow& row) {
        if (newest == nullptr || newest->to < row.to) newest = &row;
    });
    return newest;
}

std::span<const DrugRow> Tables::drugs() const { return data_->drugs.largest(); }

CodeSets Tables::sets(Code code, Day day) const { return data_->sets.at(code, day); }

Answer<DiagnosisRow> Tables::diagnosis(DiagnosisCode code, Day day) const { return data_->diagnoses.at(code.key(), day); }

const DiagnosisRow* Tables::first_diagnosis(DiagnosisCode code) const {
    const DiagnosisRow* first = nullptr;
    data_->diagnoses.each_row(code.key(), [&](const DiagnosisRow& row) {
        if (first == nullptr || row.from < first->from) first = &row;
    });
    return first;
}

DiagnosisSets Tables::diagnosis_sets(DiagnosisCode code, Day day) const { return data_->diagnosis_sets.at(code, day); }

std::span<const NdcBillingRow> Tables::billing_codes(NdcCode ndc) const {
    const std::span<const NdcBillingRow> rows = data_->billing_codes;
    const auto before = [](const NdcBillingRow& row, std::uint64_t key) { return row.ndc.key() < key; };
    const auto behind = [](std::uint64_t key, const NdcBillingRow& row) { return key < row.ndc.key(); };
    const auto first = std::lower_bound(rows.begin(), rows.end(), ndc.key(), before);
    const auto end = std::upper_bound(first, rows.end(), ndc.key(), behind);
    return rows.subspan(static_cast<std::size_t>(first - rows.begin()), static_cast<std::size_t>(end - first));
}

Answer<NdcMarketRow> Tables::marketed(NdcCode ndc, Day day) const { return data_->packages.at(ndc.key(), day); }

bool Tables::has_crosswalk() const { return !data_->billing_codes.empty(); }

bool Tables::has_directory() const { return !data_->packages.editions().empty(); }

bool Tables::is_listed(NdcCode ndc) const {
    bool listed = false;
    data_->packages.each_row(ndc.key(), [&](const NdcMarketRow&) { listed = true; });
    return listed;
}

bool Tables::is_work_day(Day day) const { return is_federal_work_day(day); }

CodeFacts Tables::facts(Code code, Day day) const {
    CodeFacts facts;
    facts.code = code;
    facts.day = day;
    facts.sets = sets(code, day);
    if (!code.valid() || !day.known()) return facts;
    facts.edit_practitioner = edit_with_injection(code, day);
    facts.edit_outpatient = edit_with_injection_outpatient(code, day);
    facts.limit_medicare = unit_limit_medicare(code, day);
    facts.limit_outpatient = unit_limit_outpatient(code, day);
    facts.limit_medicaid = unit_limit_medicaid(code, day);
    facts.drug = drug(code, day);
    facts.validity = code_validity(code, day);

    const CodeRow* const first = first_validity(code);
    const CodeRow* const last = last_validity(code);
    facts.not_begun = first != nullptr && day < first->from;
    facts.ended = last != nullptr && last->to < day;
    return facts;
}

std::uint32_t Tables::stretch(Day day) const {
    const auto& first_days = data_->stretch_first_days;
    return static_cast<std::uint32_t>(std::upper_bound(first_days.begin(), first_days.end(), day) - first_days.begin());
}

const Edition& Tables::edition(std::uint16_t number) const { return data_->editions[number]; }

std::span<const Edition> Tables::editions() const { return data_->sorted_editions; }

Day Tables::newest_day(std::string_view table) const {
    Day newest = Day::none();
    for (const Edition& edition : data_->editions)
        if (edition.table == table) newest = std::max(newest, edition.to);
    return newest;
}

std::shared_ptr<const Tables> Tables::built_in() {
    static const std::shared_ptr<const Tables> tables = [] {
        auto result = std::make_shared<Tables>();
        for (const EmbeddedPack& pack : embedded_packs) {
            Complaints complaints(pack.name);   // tests/unit/tables_built_in.cpp holds them empty
            result->data_->read(pack.text, complaints);
        }
        result->data_->sort_stretches();
        return result;
    }();
    return tables;
}

std::shared_ptr<Tables> Tables::copy_of_built_in() {
    auto copy = std::make_shared<Tables>();
    *copy->data_ = *built_in()->data_;
    return copy;
}

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Tables: every question that a rule may ask of them.
#include "deltoid/tables.hpp"

#include <algorithm>
#include <utility>

#include "packs.hpp"
#include "tables/data.hpp"
#include "tables/work_days.hpp"

namespace deltoid {

Day Tables::Data::first_valid_day(Code code) const {
    const CodeRow* const first = codes.earliest(code.packed());
    return first == nullptr ? Day::open() : first->from;
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

const CodeRow* Tables::first_validity(Code code) const { return data_->codes.earliest(code.packed()); }

const CodeRow* Tables::last_validity(Code code) const { return data_->codes.latest(code.packed()); }

std::span<const SuccessorRow> Tables::successors(Code code) const {
    const auto by_code = [](const auto& a, const auto& b) { return a.code < b.code; };
    SuccessorRow wanted;
    wanted.code = code;
    const std::span<const SuccessorRow> rows = data_->successors;
    const auto [first, behind] = std::equal_range(rows.begin(), rows.end(), wanted, by_code);
    return rows.subspan(static_cast<std::size_t>(first - rows.begin()), static_cast<std::size_t>(behind - first));
}

Answer<DrugRow> Tables::drug(Code code, Day day) const { return data_->drugs.at(code.packed(), day); }

const DrugRow* Tables::any_drug(Code code) const { return data_->drugs.latest(code.packed()); }

std::span<const DrugRow> Tables::drugs() const { return data_->drugs.largest(); }

CodeSets Tables::sets(Code code, Day day) const { return data_->sets.at(code, day); }

Answer<DiagnosisRow> Tables::diagnosis(DiagnosisCode code, Day day) const { return data_->diagnoses.at(code.key(), day); }

const DiagnosisRow* Tables::first_diagnosis(DiagnosisCode code) const { return data_->diagnoses.earliest(code.key()); }

DiagnosisSets Tables::diagnosis_sets(DiagnosisCode code, Day day) const { return data_->diagnosis_sets.at(code, day); }

std::span<const NdcBillingRow> Tables::billing_codes(NdcCode ndc) const {
    return rows_of(data_->billing_codes, ndc);
}

Answer<NdcMarketRow> Tables::marketed(NdcCode ndc, Day day) const { return data_->packages.at(ndc.key(), day); }

bool Tables::has_crosswalk() const { return !data_->billing_codes.empty(); }

bool Tables::has_directory() const { return !data_->packages.empty(); }

bool Tables::is_listed(NdcCode ndc) const { return data_->packages.earliest(ndc.key()) != nullptr; }

Answer<FeeRow> Tables::fee(Code code, Day day) const {
    const Answer<FeeRow> answer = data_->fees.at(code.packed(), day);
    const bool other_year = answer && civil(data_->editions[answer.row->edition].from).year != civil(day).year;
    return other_year ? Answer<FeeRow>{} : answer;
}

bool Tables::has_fees() const { return !data_->fees.empty(); }

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

std::uint32_t Tables::stretch(Day day) const { return data_->stretches.at(day); }

std::uint32_t Tables::diagnosis_stretch(Day day) const { return data_->diagnosis_stretches.at(day); }

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
            Data& data = *result->data_;
            data.texts.push_back(std::make_shared<const std::string>(packs::by_rows(pack.header, pack.columns, pack.cells)));
            data.read(*data.texts.back(), complaints);
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

// SPDX-License-Identifier: Apache-2.0
// What tables hold: a dated table for each kind of pack, and the days on which an answer may change.
#pragma once

#include "deltoid/tables.hpp"
#include "tables/code_set_index.hpp"
#include "tables/dated_table.hpp"
#include "tables/diagnosis_set_index.hpp"
#include "tables/pack.hpp"
#include "tables/rows.hpp"

namespace deltoid {

using packs::CodeSetRow;
using packs::Complaints;
using packs::DatedTable;
using packs::DiagnosisSetRow;
using packs::Pack;
using packs::RowList;

/// The days cut into stretches, within which some tables answer alike. Unknown days lie outside of all.
class Stretches {
public:
    Stretches();
    /// An answer may change on the first day, and behind the last.
    void cut(Day from, Day to);
    /// After the last cut().
    void sort();
    /// The number of the stretch that holds the day.
    [[nodiscard]] std::uint32_t at(Day day) const;

private:
    std::vector<Day> first_days_;
};

/// The rows of a package; `rows` are sorted by package.
[[nodiscard]] std::span<const NdcBillingRow> rows_of(std::span<const NdcBillingRow> rows, NdcCode ndc);

struct Tables::Data {
    /// The texts that rows have views into.
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
    DatedTable<FeeRow> fees;
    std::vector<NdcBillingRow> billing_codes;      ///< by package, then code
    Stretches stretches;             ///< within which facts() stays the same
    Stretches diagnosis_stretches;   ///< within which diagnosis() and diagnosis_sets() do

    void read(std::string_view text, Complaints& complaints);
    /// After the last read().
    void sort_stretches();
    [[nodiscard]] Answer<EditRow> edit(const DatedTable<EditRow>& table, Code other, Day day) const;
    [[nodiscard]] Day first_valid_day(Code code) const;

private:
    void read_table(const Pack& pack, Complaints& complaints);
    /// Those that are a dated table and nothing more.
    [[nodiscard]] packs::AnyTable* dated_table(std::string_view name);
    void load(packs::AnyTable& table, const Pack& pack, Complaints& complaints);
    void load_successors(const Pack& pack, Complaints& complaints);
    void load_sets(const Pack& pack, Complaints& complaints);
    void load_diagnosis_sets(const Pack& pack, Complaints& complaints);
    void load_billing_codes(const Pack& pack, Complaints& complaints);
    [[nodiscard]] std::string billing_conflict(std::span<const NdcBillingRow> rows, const Edition& edition) const;
    [[nodiscard]] Stretches* stretches_of(const packs::AnyTable& table);
    void number_rows(RowList& rows, const Pack& pack, Stretches* changing);
    [[nodiscard]] bool knows(const Edition& edition) const;
};

}  // namespace deltoid

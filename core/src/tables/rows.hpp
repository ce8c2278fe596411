// SPDX-License-Identifier: Apache-2.0
// What each table's rows look like in a pack, and what makes two rows answer the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "deltoid/tables.hpp"
#include "tables/pack.hpp"

namespace deltoid::packs {

/// A range of codes in a named set.
struct CodeSetRow : Dated {
    CodeSet set = CodeSet::injection;
    Code first, last;
};

/// The families of diagnoses from `first` to `last` in a named set.
struct DiagnosisSetRow : Dated {
    DiagnosisSet set = DiagnosisSet::external_cause;
    DiagnosisCode first, last;
};

/// The rows of a pack, sorted by key and then by first day. Of one key no two rows hold on the same day, and ranges do
/// not cross, but in the tables whose rows add up (successors, code sets). Complains of every row that is wrong.
template <class Row>
[[nodiscard]] std::vector<Row> read_rows(const Pack& pack, Complaints& complaints);

// The keys from first to last that a row speaks for.
inline std::uint32_t first_key(const EditRow& row) { return row.first.packed(); }
inline std::uint32_t last_key(const EditRow& row) { return row.last.packed(); }
inline std::uint32_t first_key(const CodeSetRow& row) { return row.first.packed(); }
inline std::uint32_t last_key(const CodeSetRow& row) { return row.last.packed(); }
inline std::uint32_t first_key(const PlaceRow& row) { return row.code; }
inline std::uint32_t last_key(const PlaceRow& row) { return row.code; }
inline std::uint64_t first_key(const DiagnosisRow& row) { return row.code.key(); }
inline std::uint64_t last_key(const DiagnosisRow& row) { return row.code.key(); }
inline std::uint64_t first_key(const DiagnosisSetRow& row) { return row.first.key(); }
inline std::uint64_t last_key(const DiagnosisSetRow& row) { return row.last.last_below(); }
inline std::uint64_t first_key(const NdcBillingRow& row) { return row.ndc.key(); }
inline std::uint64_t last_key(const NdcBillingRow& row) { return row.ndc.key(); }
inline std::uint64_t first_key(const NdcMarketRow& row) { return row.ndc.key(); }
inline std::uint64_t last_key(const NdcMarketRow& row) { return row.ndc.key(); }
template <class Row>
std::uint32_t first_key(const Row& row) { return row.code.packed(); }
template <class Row>
std::uint32_t last_key(const Row& row) { return row.code.packed(); }

// Two rows give the same answer; their days and editions aside.
[[nodiscard]] bool same_answer(const EditRow& a, const EditRow& b);
[[nodiscard]] bool same_answer(const UnitLimitRow& a, const UnitLimitRow& b);
[[nodiscard]] bool same_answer(const PlaceRow& a, const PlaceRow& b);
[[nodiscard]] bool same_answer(const CodeRow& a, const CodeRow& b);
[[nodiscard]] bool same_answer(const DrugRow& a, const DrugRow& b);
[[nodiscard]] bool same_answer(const SuccessorRow& a, const SuccessorRow& b);
[[nodiscard]] bool same_answer(const DiagnosisRow& a, const DiagnosisRow& b);
[[nodiscard]] bool same_answer(const NdcMarketRow& a, const NdcMarketRow& b);

/// A complete table may do without the row and still say the same: a list of the diagnoses for claims has no headers.
inline bool may_be_left_out(const DiagnosisRow& row) { return row.header; }
template <class Row>
bool may_be_left_out(const Row&) { return false; }

// A row's key as a person writes it: "99213", "10004-11000", "11".
[[nodiscard]] std::string key_text(const EditRow& row);
[[nodiscard]] std::string key_text(const PlaceRow& row);
[[nodiscard]] std::string key_text(const CodeSetRow& row);
[[nodiscard]] std::string key_text(const DiagnosisRow& row);
[[nodiscard]] std::string key_text(const DiagnosisSetRow& row);
[[nodiscard]] std::string key_text(const NdcBillingRow& row);
[[nodiscard]] std::string key_text(const NdcMarketRow& row);
template <class Row>
std::string key_text(const Row& row) { return text_of(row.code); }

/// The name of a set in the pack: "drug-administration".
[[nodiscard]] std::string_view name_of(CodeSet set);
[[nodiscard]] std::string_view name_of(DiagnosisSet set);

}  // namespace deltoid::packs

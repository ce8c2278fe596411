// SPDX-License-Identifier: Apache-2.0
// Packs read into the tables, once a session: what a pack says goes into its table, or is complained of.
#include <algorithm>
#include <limits>
#include <utility>

#include "sorting.hpp"
#include "tables/data.hpp"

namespace deltoid {

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

packs::AnyTable* Tables::Data::dated_table(std::string_view name) {
    if (name == "ncci-ptp-practitioner") return &edits_practitioner;
    if (name == "ncci-ptp-outpatient") return &edits_outpatient;
    if (name == "mue-practitioner") return &limits_practitioner;
    if (name == "mue-outpatient") return &limits_outpatient;
    if (name == "mue-medicaid") return &limits_medicaid;
    if (name == "place-of-service") return &places;
    if (name == "hcpcs-codes") return &codes;
    if (name == "drugs") return &drugs;
    if (name == "icd10-codes") return &diagnoses;
    if (name == "ndc-directory") return &packages;
    if (name == "physician-fees") return &fees;
    return nullptr;
}

void Tables::Data::read_table(const Pack& pack, Complaints& complaints) {
    const std::string_view table = pack.edition.table;
    if (packs::AnyTable* const dated = dated_table(table)) return load(*dated, pack, complaints);
    if (table == "successors") return load_successors(pack, complaints);
    if (table == "code-sets") return load_sets(pack, complaints);
    if (table == "icd10-sets") return load_diagnosis_sets(pack, complaints);
    if (table == "ndc-hcpcs") return load_billing_codes(pack, complaints);
    complaints.at(1, "There is no table named \"" + std::string(table.substr(0, 40)) + "\".");
}

Stretches::Stretches() {
    first_days_.push_back({Day::none().number + 1});
    first_days_.push_back(Day::open());
}

void Stretches::cut(Day from, Day to) {
    if (from.known()) first_days_.push_back(from);
    if (to.known()) first_days_.push_back({to.number + 1});
}

void Stretches::sort() {
    sort_rows(first_days_);
    first_days_.erase(std::unique(first_days_.begin(), first_days_.end()), first_days_.end());
}

std::uint32_t Stretches::at(Day day) const {
    return static_cast<std::uint32_t>(std::upper_bound(first_days_.begin(), first_days_.end(), day) - first_days_.begin());
}

void Tables::Data::sort_stretches() {
    stretches.sort();
    diagnosis_stretches.sort();
}

/// Gives the rows the number of their edition, and the edition its place. `changing`: the stretches that the rows' days part.
void Tables::Data::number_rows(RowList& rows, const Pack& pack, Stretches* changing) {
    const auto number = static_cast<std::uint16_t>(editions.size());
    if (changing != nullptr) changing->cut(pack.edition.from, pack.edition.to);
    Dated previous;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Dated& row = rows[i];
        row.edition = number;
        const bool same_days = row.from == previous.from && row.to == previous.to;   // most rows of most packs
        if (changing != nullptr && !same_days) changing->cut(row.from, row.to);
        previous = row;
    }
    editions.push_back(pack.edition);
    sorted_editions = editions;
    sort_rows(sorted_editions, [](const Edition& a, const Edition& b) {
        if (a.table != b.table) return a.table < b.table;
        return a.from != b.from ? a.from < b.from : a.name < b.name;
    });
}

/// None for packages, whose directory would cut every year to days, nor for fees: facts() asks neither.
Stretches* Tables::Data::stretches_of(const packs::AnyTable& table) {
    if (&table == &packages || &table == &fees) return nullptr;
    return &table == &diagnoses ? &diagnosis_stretches : &stretches;
}

void Tables::Data::load(packs::AnyTable& table, const Pack& pack, Complaints& complaints) {
    packs::EditionRows edition{pack.edition, pack.covers, packs::read_rows(table.kind(), pack, complaints)};
    if (complaints.any()) return;
    if (auto conflict = table.conflict(edition)) {
        complaints.at(1, std::move(*conflict));
        return;
    }
    number_rows(edition.rows, pack, stretches_of(table));
    table.add(std::move(edition));
}

void Tables::Data::load_successors(const Pack& pack, Complaints& complaints) {
    RowList list = packs::read_rows(packs::row_kind<SuccessorRow>(), pack, complaints);
    const std::span<const SuccessorRow> rows = list.as<SuccessorRow>();
    const auto before = [](const SuccessorRow& a, const SuccessorRow& b) {
        return a.code != b.code ? a.code < b.code : a.from < b.from;
    };
    for (const SuccessorRow& row : rows) {
        const auto known = std::equal_range(successors.begin(), successors.end(), row,
                                            [](const auto& a, const auto& b) { return a.code < b.code; });
        const auto says_so = [&](const SuccessorRow& other) { return list.kind().same_answer(row, other); };
        if (known.first != known.second && std::none_of(known.first, known.second, says_so))
            complaints.at(1, "The successors of " + packs::text_of(row.code) + " in edition " + pack.edition.name +
                                 " differ from those of edition " + editions[known.first->edition].name + ".");
    }
    if (complaints.any()) return;
    number_rows(list, pack, &stretches);
    const std::size_t known = successors.size();
    for (const SuccessorRow& row : rows)
        if (!std::binary_search(successors.begin(), successors.begin() + static_cast<std::ptrdiff_t>(known), row,
                                [](const auto& a, const auto& b) { return a.code < b.code; }))
            successors.push_back(row);
    sort_rows(successors, before);
}

void Tables::Data::load_sets(const Pack& pack, Complaints& complaints) {
    RowList rows = packs::read_rows(packs::row_kind<CodeSetRow>(), pack, complaints);
    if (complaints.any()) return;
    number_rows(rows, pack, &stretches);
    sets.add(rows.as<CodeSetRow>());
}

void Tables::Data::load_diagnosis_sets(const Pack& pack, Complaints& complaints) {
    RowList rows = packs::read_rows(packs::row_kind<DiagnosisSetRow>(), pack, complaints);
    if (complaints.any()) return;
    number_rows(rows, pack, &diagnosis_stretches);
    diagnosis_sets.add(rows.as<DiagnosisSetRow>());
}

std::span<const NdcBillingRow> rows_of(std::span<const NdcBillingRow> rows, NdcCode ndc) {
    const auto before = [](const NdcBillingRow& row, std::uint64_t key) { return row.ndc.key() < key; };
    const auto behind = [](std::uint64_t key, const NdcBillingRow& row) { return key < row.ndc.key(); };
    const auto first = std::lower_bound(rows.begin(), rows.end(), ndc.key(), before);
    const auto end = std::upper_bound(first, rows.end(), ndc.key(), behind);
    return rows.subspan(static_cast<std::size_t>(first - rows.begin()), static_cast<std::size_t>(end - first));
}

/// Two editions for the same days that both know a package must bill it with the same codes. The sentence that says which
/// differ; "" when all is well.
std::string Tables::Data::billing_conflict(std::span<const NdcBillingRow> rows, const Edition& edition) const {
    constexpr std::size_t looked_at = 64;   // of a package; real ones have three at most
    const Edition* other = nullptr;
    const auto meet = [&](const NdcBillingRow& own, const NdcBillingRow& there) {
        const Edition& its = editions[there.edition];
        if (std::min({its.to, edition.to, own.to, there.to}) < std::max({its.from, edition.from, own.from, there.from}))
            return false;
        other = &its;
        return true;
    };
    const auto code_is_missing = [](Code code, std::span<const NdcBillingRow> in, const auto& meets) {
        bool met = false;
        for (const NdcBillingRow& row : in) {
            if (!meets(row)) continue;
            if (row.code == code) return false;
            met = true;
        }
        return met;
    };
    for (std::size_t i = 0; i < rows.size();) {
        const auto package = rows_of(rows, rows[i].ndc), loaded = rows_of(billing_codes, rows[i].ndc);
        const auto own = package.first(std::min(package.size(), looked_at));
        const auto there = loaded.first(std::min(loaded.size(), looked_at));
        const bool differ =
            std::any_of(own.begin(), own.end(), [&](const NdcBillingRow& row) {
                return code_is_missing(row.code, there, [&](const NdcBillingRow& its) { return meet(row, its); });
            }) ||
            std::any_of(there.begin(), there.end(), [&](const NdcBillingRow& row) {
                return code_is_missing(row.code, own, [&](const NdcBillingRow& mine) { return meet(mine, row); });
            });
        if (differ)
            return packs::both_names(edition, *other) + " on " + packs::row_kind<NdcBillingRow>().key_text(rows[i]) + ".";
        i += package.size();
    }
    return {};
}

void Tables::Data::load_billing_codes(const Pack& pack, Complaints& complaints) {
    RowList list = packs::read_rows(packs::row_kind<NdcBillingRow>(), pack, complaints);
    if (complaints.any()) return;
    const auto rows = list.as<NdcBillingRow>();
    if (std::string conflict = billing_conflict(rows, pack.edition); !conflict.empty()) {
        complaints.at(1, std::move(conflict));
        return;
    }
    number_rows(list, pack, nullptr);
    billing_codes.insert(billing_codes.end(), rows.begin(), rows.end());
    sort_rows(billing_codes, [](const NdcBillingRow& a, const NdcBillingRow& b) {
        return a.ndc.key() != b.ndc.key() ? a.ndc.key() < b.ndc.key() : a.code < b.code;
    });
}

}  // namespace deltoid

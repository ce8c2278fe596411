// SPDX-License-Identifier: Apache-2.0
// Packs read into the tables, once a session: what a pack says goes into its table, or is complained of.
#include <algorithm>
#include <type_traits>
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

/// What facts() asks, what diagnosis() and diagnosis_sets() do; none for packages, whose directory would cut every year to days.
template <class Row>
Stretches* Tables::Data::stretches_of() {
    if constexpr (std::is_same_v<Row, DiagnosisRow> || std::is_same_v<Row, DiagnosisSetRow>) return &diagnosis_stretches;
    if constexpr (std::is_same_v<Row, NdcBillingRow> || std::is_same_v<Row, NdcMarketRow>) return nullptr;
    return &stretches;
}

/// Gives the rows the number of their edition, and the edition its place.
template <class Row>
void Tables::Data::number_rows(std::vector<Row>& rows, const Pack& pack) {
    const auto number = static_cast<std::uint16_t>(editions.size());
    Stretches* const changing = stretches_of<Row>();
    if (changing != nullptr) changing->cut(pack.edition.from, pack.edition.to);
    Dated previous;
    for (Row& row : rows) {
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
    sort_rows(successors, before);
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
    sort_rows(billing_codes, [](const NdcBillingRow& a, const NdcBillingRow& b) {
        return a.ndc.key() != b.ndc.key() ? a.ndc.key() < b.ndc.key() : a.code < b.code;
    });
}

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// What each table's rows look like in a pack, what makes two rows answer the same, and lists of rows of any kind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

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

inline std::uint64_t first_key(const DiagnosisSetRow& row) { return row.first.key(); }
inline std::uint64_t last_key(const DiagnosisSetRow& row) { return row.last.last_below(); }

/// What reading and searching must know of a kind of row, so that one piece of code serves all tables. What these
/// functions are given are rows of the kind.
struct RowKind {
    std::size_t size;
    std::span<const Column> columns;
    std::size_t from, to;   ///< the columns of the row's days
    /// How many low bits of a key have the order of the keys' texts; those above part the shapes of codes.
    unsigned text_bits;
    bool adds_up;           ///< several rows may hold for a key on a day
    /// Makes a row in `place` and reads all but its days.
    Dated& (*read)(Rows& rows, void* place);
    // The keys from first to last that a row speaks for.
    std::uint64_t (*first_key)(const Dated& row);
    std::uint64_t (*last_key)(const Dated& row);
    /// What rows are sorted by before their keys: the name of a set; else empty.
    std::string_view (*leading_key)(const Dated& row);
    /// The key as a person writes it: "99213", "10004-11000", "11".
    std::string (*key_text)(const Dated& row);
    /// Two rows give the same answer; their days and editions aside.
    bool (*same_answer)(const Dated& a, const Dated& b);
    /// A complete table may do without the row and still say the same.
    bool (*may_be_left_out)(const Dated& row);
};

template <class Row>
[[nodiscard]] const RowKind& row_kind();

/// Rows of one kind, side by side.
class RowList {
public:
    explicit RowList(const RowKind& kind) : kind_(&kind) {}

    [[nodiscard]] const RowKind& kind() const { return *kind_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] Dated& operator[](std::size_t i) { return *static_cast<Dated*>(place(i)); }
    [[nodiscard]] const Dated& operator[](std::size_t i) const { return const_cast<RowList&>(*this)[i]; }
    [[nodiscard]] std::uint64_t first_key(std::size_t i) const { return kind_->first_key((*this)[i]); }
    [[nodiscard]] std::uint64_t last_key(std::size_t i) const { return kind_->last_key((*this)[i]); }
    template <class Row>
    [[nodiscard]] std::span<const Row> as() const {
        return {static_cast<const Row*>(static_cast<const void*>(bytes_.get())), size_};
    }

    /// Room for so many; rows that are there are lost.
    void make_room(std::size_t rows);
    /// Reads one more into the room.
    Dated& read(Rows& rows) { return kind_->read(rows, place(size_++)); }
    /// By key, then by first day.
    void sort();

private:
    [[nodiscard]] void* place(std::size_t i) { return bytes_.get() + i * kind_->size; }

    const RowKind* kind_;
    std::unique_ptr<std::byte[]> bytes_;
    std::size_t size_ = 0;
};

/// The rows of a pack, sorted by key and then by first day. Of one key no two rows hold on the same day, and ranges do
/// not cross, but in the tables whose rows add up (successors, code sets). Complains of every row that is wrong.
[[nodiscard]] RowList read_rows(const RowKind& kind, const Pack& pack, Complaints& complaints);

/// The name of a set in the pack: "drug-administration".
[[nodiscard]] std::string_view name_of(CodeSet set);
[[nodiscard]] std::string_view name_of(DiagnosisSet set);

}  // namespace deltoid::packs

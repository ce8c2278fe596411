// SPDX-License-Identifier: Apache-2.0
// One table in all its editions, and the only question it answers: what holds for a key on a day.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "deltoid/tables.hpp"
#include "tables/rows.hpp"

namespace deltoid::packs {

/// The rows of one edition, sorted by key and first day.
struct EditionRows {
    Edition edition;
    std::vector<CodeRange> covers;
    RowList rows;

    /// Rows that lie side by side, by their positions.
    struct Run {
        std::size_t begin = 0, end = 0;
    };

    [[nodiscard]] bool in_force(Day day) const { return edition.from <= day && day <= edition.to; }
    /// A key without a row has no entry in the official table of the edition's days.
    [[nodiscard]] bool complete_for(std::uint64_t key) const;
    /// All rows of the key, by first day.
    [[nodiscard]] Run of(std::uint64_t key) const;
};

/// A table of any kind of rows.
class AnyTable {
public:
    explicit AnyTable(const RowKind& kind) : kind_(&kind) {}

    [[nodiscard]] const RowKind& kind() const { return *kind_; }
    /// Takes the rows of an edition; they name it by its number.
    void add(EditionRows rows);
    /// Why `rows` cannot stand beside the editions already there: a sentence, or none.
    [[nodiscard]] std::optional<std::string> conflict(const EditionRows& rows) const;
    [[nodiscard]] bool empty() const { return editions_.empty(); }

    // The row of the key that begins first, ends last, whatever the day; null when there is none.
    [[nodiscard]] const Dated* earliest(std::uint64_t key) const;
    [[nodiscard]] const Dated* latest(std::uint64_t key) const;

protected:
    struct Found {
        const Dated* row = nullptr;
        bool covered = false;
        bool carried_forward = false;
    };
    [[nodiscard]] Found find(std::uint64_t key, Day day) const;
    /// The edition that has most rows; null when there is none.
    [[nodiscard]] const EditionRows* largest() const;

private:
    const RowKind* kind_;
    /// By first day; of the same day in the order they were added. Nothing changes them: copies of tables share them.
    std::vector<std::shared_ptr<const EditionRows>> editions_;
};

template <class Row>
class DatedTable : public AnyTable {
public:
    DatedTable() : AnyTable(row_kind<Row>()) {}

    /// What holds for the key on the day, asked in this order:
    /// 1. the editions in force on the day; a complete one settles it.
    /// 2. the later ones, nearest first: what their rows' own dates say of the past is what the official table says.
    /// 3. the earlier ones, nearest first: a row that has not ended carries forward, but not past an edition that no
    ///    longer has it. No row proves nothing there.
    /// An edition that knows the key, on other days that began before, settles it too: its rows are the key's history.
    [[nodiscard]] Answer<Row> at(std::uint64_t key, Day day) const {
        const Found found = find(key, day);
        return {static_cast<const Row*>(found.row), found.covered, found.carried_forward};
    }

    [[nodiscard]] const Row* earliest(std::uint64_t key) const { return static_cast<const Row*>(AnyTable::earliest(key)); }
    [[nodiscard]] const Row* latest(std::uint64_t key) const { return static_cast<const Row*>(AnyTable::latest(key)); }

    /// The rows of the edition that has most of them.
    [[nodiscard]] std::span<const Row> largest() const {
        const EditionRows* const edition = AnyTable::largest();
        return edition == nullptr ? std::span<const Row>() : edition->rows.template as<Row>();
    }
};

}  // namespace deltoid::packs

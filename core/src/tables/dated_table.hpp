// SPDX-License-Identifier: Apache-2.0
// One table in all its editions, and the only question it answers: what holds for a key on a day.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "deltoid/tables.hpp"
#include "tables/rows.hpp"

namespace deltoid::packs {

/// The rows of one edition, sorted by key and first day.
template <class Row>
struct EditionRows {
    Edition edition;
    std::vector<CodeRange> covers;
    std::vector<Row> rows;

    [[nodiscard]] bool in_force(Day day) const { return edition.from <= day && day <= edition.to; }

    /// A key without a row has no entry in the official table of the edition's days.
    [[nodiscard]] bool complete_for(std::uint64_t key) const {
        if (!edition.complete || covers.empty()) return edition.complete;
        const Code code = Code::from_packed(static_cast<std::uint32_t>(key));   // only tables of such codes say "covers"
        return std::any_of(covers.begin(), covers.end(), [&](const CodeRange& range) { return range.holds(code); });
    }

    /// All rows of the key, by first day.
    [[nodiscard]] std::span<const Row> of(std::uint64_t key) const {
        const auto behind = std::upper_bound(rows.begin(), rows.end(), key,
                                             [](std::uint64_t wanted, const Row& row) { return wanted < first_key(row); });
        auto begin = behind;
        while (begin != rows.begin() && last_key(*(begin - 1)) >= key) --begin;
        return {rows.data() + (begin - rows.begin()), static_cast<std::size_t>(behind - begin)};
    }
};

template <class Row>
class DatedTable {
public:
    /// Takes the rows of an edition; they name it by its number.
    void add(EditionRows<Row> rows) {
        const auto later = [](Day from, const EditionRows<Row>& other) { return from < other.edition.from; };
        const auto behind = std::upper_bound(editions_.begin(), editions_.end(), rows.edition.from, later);
        editions_.insert(behind, std::move(rows));
    }

    /// Why `rows` cannot stand beside the editions already there: a sentence, or none.
    [[nodiscard]] std::optional<std::string> conflict(const EditionRows<Row>& rows) const;

    /// What holds for the key on the day, asked in this order:
    /// 1. the editions in force on the day; a complete one settles it.
    /// 2. the later ones, nearest first: what their rows' own dates say of the past is what the official table says.
    /// 3. the earlier ones, nearest first: a row that has not ended carries forward, but not past an edition that no
    ///    longer has it. No row proves nothing there.
    /// An edition that knows the key, on other days that began before, settles it too: its rows are the key's history.
    [[nodiscard]] Answer<Row> at(std::uint64_t key, Day day) const;

    /// The rows of the edition that has most of them.
    [[nodiscard]] std::span<const Row> largest() const {
        std::span<const Row> found;
        for (const EditionRows<Row>& edition : editions_)
            if (edition.rows.size() >= found.size()) found = edition.rows;
        return found;
    }

    /// Every row of the key, whatever the day, newest edition first.
    template <class Visitor>
    void each_row(std::uint64_t key, Visitor visit) const {
        for (auto edition = editions_.rbegin(); edition != editions_.rend(); ++edition)
            for (const Row& row : edition->of(key)) visit(row);
    }

    [[nodiscard]] const std::vector<EditionRows<Row>>& editions() const { return editions_; }

private:
    std::vector<EditionRows<Row>> editions_;   ///< by first day; of the same day in the order they were added
};

/// The row in force on the day, or whether the key's history is known there.
template <class Row>
struct Look {
    const Row* row = nullptr;
    bool history_known = false;

    Look(std::span<const Row> rows, Day day) : history_known(!rows.empty() && rows.front().from <= day) {
        for (const Row& candidate : rows)
            if (candidate.from <= day && day <= candidate.to) row = &candidate;
    }
};

template <class Row>
Answer<Row> DatedTable<Row>::at(std::uint64_t key, Day day) const {
    if (!day.known()) return {};
    bool settled = false;
    for (auto edition = editions_.rbegin(); edition != editions_.rend(); ++edition) {
        if (!edition->in_force(day)) continue;
        const Look<Row> look(edition->of(key), day);
        if (look.row != nullptr) return {look.row, true, false};
        settled = settled || look.history_known || edition->complete_for(key);
        if (edition->complete_for(key)) break;
    }
    if (settled) return {nullptr, true, false};
    for (const EditionRows<Row>& edition : editions_) {
        if (edition.edition.from <= day) continue;
        const Look<Row> look(edition.of(key), day);
        if (look.row != nullptr || look.history_known) return {look.row, true, false};
    }
    for (auto edition = editions_.rbegin(); edition != editions_.rend(); ++edition) {
        if (day <= edition->edition.to) continue;
        const Look<Row> look(edition->of(key), day);
        if (look.row != nullptr) return {look.row, true, true};
        if (look.history_known || edition->complete_for(key)) break;
    }
    return {};
}

/// The first day on which two editions that both have a word on a key give different answers, with the key.
template <class Row>
class Comparison {
public:
    Comparison(const EditionRows<Row>& a, const EditionRows<Row>& b)
        : a_(a), b_(b), from_(std::max(a.edition.from, b.edition.from)), to_(std::min(a.edition.to, b.edition.to)) {}

    /// " on 2026-07-01: 99213", or nothing.
    [[nodiscard]] std::optional<std::string> difference() const {
        if (to_ < from_) return std::nullopt;
        for (const Row& row : a_.rows)
            if (auto found = against(row, b_)) return found;
        for (const Row& row : b_.rows)
            if (auto found = against(row, a_)) return found;
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<std::string> against(const Row& row, const EditionRows<Row>& other) const {
        const Day from = std::max(row.from, from_);
        const Day to = std::min(row.to, to_);
        if (to < from) return std::nullopt;
        for (const std::uint64_t key : {first_key(row), last_key(row)})
            for (const Day day : {from, to})
                if (differs(row, other, key, day)) return " on " + text_of(day) + ": " + key_text(row);
        return std::nullopt;
    }

    static bool differs(const Row& row, const EditionRows<Row>& other, std::uint64_t key, Day day) {
        const Look<Row> look(other.of(key), day);
        if (look.row != nullptr) return !same_answer(row, *look.row);
        if (may_be_left_out(row)) return false;
        return look.history_known || other.complete_for(key);
    }

    const EditionRows<Row>& a_;
    const EditionRows<Row>& b_;
    Day from_, to_;
};

template <class Row>
std::optional<std::string> DatedTable<Row>::conflict(const EditionRows<Row>& rows) const {
    for (const EditionRows<Row>& loaded : editions_) {
        if (auto difference = Comparison<Row>(rows, loaded).difference())
            return "The edition " + rows.edition.name + " of " + rows.edition.table +
                   " is for days that edition " + loaded.edition.name + " already covers, and they differ" +
                   *difference + ".";
    }
    return std::nullopt;
}

}  // namespace deltoid::packs

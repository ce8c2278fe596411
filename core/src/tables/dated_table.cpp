// SPDX-License-Identifier: Apache-2.0
// Searching the editions of a table, and holding them against each other.
#include "tables/dated_table.hpp"

#include <algorithm>

namespace deltoid::packs {

bool EditionRows::complete_for(std::uint64_t key) const {
    if (!edition.complete || covers.empty()) return edition.complete;
    const Code code = Code::from_packed(static_cast<std::uint32_t>(key));   // only tables of such codes say "covers"
    return std::any_of(covers.begin(), covers.end(), [&](const CodeRange& range) { return range.holds(code); });
}

EditionRows::Run EditionRows::of(std::uint64_t key) const {
    Run run{0, rows.size()};
    while (run.begin < run.end) {   // to the first row that begins behind the key
        const std::size_t middle = (run.begin + run.end) / 2;
        if (rows.first_key(middle) <= key)
            run.begin = middle + 1;
        else
            run.end = middle;
    }
    while (run.begin > 0 && rows.last_key(run.begin - 1) >= key) --run.begin;
    return run;
}

namespace {

/// The row in force on the day, or whether the key's history is known there.
struct Look {
    const Dated* row = nullptr;
    bool history_known = false;

    Look(const EditionRows& edition, std::uint64_t key, Day day) {
        const EditionRows::Run run = edition.of(key);
        history_known = run.begin < run.end && edition.rows[run.begin].from <= day;
        for (std::size_t i = run.begin; i < run.end; ++i)
            if (edition.rows[i].from <= day && day <= edition.rows[i].to) row = &edition.rows[i];
    }
};

/// The first day on which two editions that both have a word on a key give different answers, with the key.
class Comparison {
public:
    Comparison(const EditionRows& a, const EditionRows& b)
        : kind_(a.rows.kind()), from_(std::max(a.edition.from, b.edition.from)), to_(std::min(a.edition.to, b.edition.to)) {}

    /// " on 2026-07-01: 99213", or nothing.
    [[nodiscard]] std::string difference(const EditionRows& a, const EditionRows& b) const {
        std::string found;
        for (std::size_t i = 0; i < a.rows.size() && found.empty() && from_ <= to_; ++i) found = against(a.rows[i], b);
        return found;
    }

private:
    [[nodiscard]] std::string against(const Dated& row, const EditionRows& other) const {
        const Day from = std::max(row.from, from_);
        const Day to = std::min(row.to, to_);
        if (to < from) return {};
        for (const std::uint64_t key : {kind_.first_key(row), kind_.last_key(row)})
            for (const Day day : {from, to})
                if (differs(row, other, key, day)) return " on " + text_of(day) + ": " + kind_.key_text(row);
        return {};
    }

    [[nodiscard]] bool differs(const Dated& row, const EditionRows& other, std::uint64_t key, Day day) const {
        const Look look(other, key, day);
        if (look.row != nullptr) return !kind_.same_answer(row, *look.row);
        if (kind_.may_be_left_out(row)) return false;
        return look.history_known || other.complete_for(key);
    }

    const RowKind& kind_;
    Day from_, to_;
};

}  // namespace

void AnyTable::add(EditionRows rows) {
    const auto later = [](Day from, const auto& other) { return from < other->edition.from; };
    const auto behind = std::upper_bound(editions_.begin(), editions_.end(), rows.edition.from, later);
    editions_.insert(behind, std::make_shared<const EditionRows>(std::move(rows)));
}

std::optional<std::string> AnyTable::conflict(const EditionRows& rows) const {
    for (const auto& loaded : editions_) {
        const Comparison comparison(rows, *loaded);
        std::string difference = comparison.difference(rows, *loaded);
        if (difference.empty()) difference = comparison.difference(*loaded, rows);
        if (!difference.empty())
            return both_names(rows.edition, loaded->edition) + difference + ".";
    }
    return std::nullopt;
}

const Dated* AnyTable::earliest(std::uint64_t key) const {
    const Dated* found = nullptr;
    for (auto edition = editions_.rbegin(); edition != editions_.rend(); ++edition)
        for (auto [i, end] = (*edition)->of(key); i < end; ++i)
            if (const Dated& row = (*edition)->rows[i]; found == nullptr || row.from < found->from) found = &row;
    return found;
}

const Dated* AnyTable::latest(std::uint64_t key) const {
    const Dated* found = nullptr;
    for (auto edition = editions_.rbegin(); edition != editions_.rend(); ++edition)
        for (auto [i, end] = (*edition)->of(key); i < end; ++i)
            if (const Dated& row = (*edition)->rows[i]; found == nullptr || found->to < row.to) found = &row;
    return found;
}

const EditionRows* AnyTable::largest() const {
    const EditionRows* found = nullptr;
    for (const auto& edition : editions_)
        if (found == nullptr || edition->rows.size() >= found->rows.size()) found = edition.get();
    return found;
}

AnyTable::Found AnyTable::find(std::uint64_t key, Day day) const {
    if (!day.known()) return {};
    bool settled = false;
    for (auto at = editions_.rbegin(); at != editions_.rend(); ++at) {
        const EditionRows& edition = **at;
        if (!edition.in_force(day)) continue;
        const Look look(edition, key, day);
        if (look.row != nullptr) return {look.row, true, false};
        settled = settled || look.history_known || edition.complete_for(key);
        if (edition.complete_for(key)) break;
    }
    if (settled) return {nullptr, true, false};
    for (const auto& edition : editions_) {
        if (edition->edition.from <= day) continue;
        const Look look(*edition, key, day);
        if (look.row != nullptr || look.history_known) return {look.row, true, false};
    }
    for (auto at = editions_.rbegin(); at != editions_.rend(); ++at) {
        const EditionRows& edition = **at;
        if (day <= edition.edition.to) continue;
        const Look look(edition, key, day);
        if (look.row != nullptr) return {look.row, true, true};
        if (look.history_known || edition.complete_for(key)) break;
    }
    return {};
}

}  // namespace deltoid::packs

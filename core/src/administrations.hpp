// SPDX-License-Identifier: Apache-2.0
// Administration records from a file of their own, joined to the claim lines that bill what they tell.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "deltoid/checker.hpp"
#include "deltoid/claim.hpp"
#include "deltoid/tables.hpp"
#include "fields.hpp"

namespace deltoid {

/// One administration as a file tells it: what finds its line, and what it records. Views are good during the call.
struct AdministrationRecord {
    std::string_view claim_id, line;
    std::string_view patient_id, member_id, birth_date;
    Day day;                      ///< none() when the file tells none, or none that can be read
    std::string_view code, ndc;   ///< of the drug; `drug` in the record names it
    Documentation record;
};

/// Every record of a session's documentation, found by claim or by patient and day. A claim takes its records by its own
/// content alone, so that the order of claims and the number of workers change nothing.
class Administrations {
public:
    /// Records that follow come from this input.
    void begin_file(std::string_view name);
    /// `row`: as people count them, from 1. Texts are kept.
    void add(std::uint64_t row, const AdministrationRecord& administration);
    /// Before the first claim is asked for.
    void sort();
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    /// What a claim has taken, of one worker; kept for its memory.
    struct Joined {
        std::vector<std::uint32_t> rows;           ///< taken, in the order of the claims
        std::uint64_t lines_without = 0;           ///< lines of 96372 whose day has no record
        std::uint64_t lines = 0;                   ///< lines of 96372
        std::vector<RecordsJoined::Claim> claims_without;   ///< the first of them
        Arena texts;                               ///< of the claim at hand

        void absorb(Joined& more);
    };
    /// Gives the claim's lines their records. A record that a line has already keeps what it says.
    void join(Claim& claim, const Tables& tables, Joined& joined) const;
    /// Counts the lines of 96372 without any record on their day; `file` and the claim's id name them.
    static void count_lines(const Claim& claim, std::string_view file, Joined& joined);

    /// What stayed apart on either side, the first of them by name.
    [[nodiscard]] RecordsJoined apart(const Joined& joined, bool identifiers) const;

private:
    /// A text of the store.
    struct Text {
        std::size_t at = 0;
        std::uint32_t size = 0;
    };
    struct Entry {
        Field field;
        Text text;
    };
    struct Row {
        Text claim_id, line, patient_id, member_id, birth_date, code, ndc;
        Day day;
        std::uint32_t file = 0;
        std::uint64_t number = 0;
        std::uint32_t first_entry = 0, end_entry = 0;
    };
    struct Keyed {
        std::uint64_t key;
        std::uint32_t row;
    };
    struct Target;

    [[nodiscard]] Text keep(std::string_view text);
    [[nodiscard]] std::string_view view(Text text) const { return std::string_view(texts_).substr(text.at, text.size); }
    [[nodiscard]] std::string_view entry(const Row& row, Field field) const;
    [[nodiscard]] std::vector<std::uint32_t> rows_of(const Claim& claim) const;
    void add_rows(std::span<const Keyed> keyed, std::uint64_t key, std::vector<std::uint32_t>& rows) const;
    [[nodiscard]] bool is_of_claim(const Row& row, const Claim& claim) const;
    [[nodiscard]] bool names_line_drug(const Row& row, const Target& target) const;
    [[nodiscard]] bool names_a_drug(const Row& row) const;
    void give(Claim& claim, const Target& target, std::span<const std::uint32_t> rows, Joined& joined) const;
    [[nodiscard]] std::string_view together(std::span<const std::uint32_t> rows, Field field, Joined& joined) const;
    [[nodiscard]] std::string_view why_apart(const Row& row) const;

    std::vector<std::string> files_;
    std::string texts_;
    std::vector<Entry> entries_;
    std::vector<Row> rows_;
    std::vector<Keyed> by_claim_, by_patient_;
    bool sorted_ = true;
};

}   // namespace deltoid

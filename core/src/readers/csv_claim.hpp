// SPDX-License-Identifier: Apache-2.0
// Builds a Claim from the rows of a spreadsheet that share its id.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"
#include "readers/csv_cells.hpp"
#include "readers/csv_columns.hpp"
#include "readers/csv_rows.hpp"

namespace deltoid {

enum class CsvCell : std::uint8_t;   // rules/src/csv_cell.hpp

/// A column that is read.
struct CsvPlanned {
    std::uint32_t at = 0;   ///< which cell of a row
    CsvColumn column;
    CellKind kind = CellKind::text;
    const FieldRow* row = nullptr;
    bool of_claim = false;   ///< not of a line, and not diagnoses, which lines may have of their own
    std::string_view header;
    std::uint64_t told = 0;   ///< cells of the file that were read as something else
};

class CsvClaim {
public:
    /// Of each column so many cells that were read as something else are told one by one; the rest is counted.
    static constexpr std::uint64_t told_limit = 20;

    /// `plan`: the columns in the order of their fields; headers outlive the builder.
    void begin_file(std::vector<CsvPlanned> plan);
    [[nodiscard]] const std::vector<CsvPlanned>& plan() const { return plan_; }

    /// Forgets the last claim; the row is the first of the next.
    void begin(const CsvRow& row, std::uint64_t claim_number);
    void add(const CsvRow& row);
    /// After the last row.
    void end();

    /// Whether a row belongs to the claim: by its id; a row without one when it says nothing else than the claim.
    [[nodiscard]] bool holds(const CsvRow& row) const;
    [[nodiscard]] std::string_view id() const { return id_; }

    /// A row of the claim cannot be read: no claim is better than a wrong one.
    Finding& damaged(CsvCell message, const CsvRow& row);
    /// A finding about a row; one that nobody sees when the claim has enough of them.
    Finding& tell(CsvCell message, const CsvRow& row);

    [[nodiscard]] Claim& claim() { return claim_; }
    [[nodiscard]] std::vector<Finding>& troubles() { return troubles_; }

private:
    /// Where the row's diagnoses stand among the claim's, from 1; 0 for an empty cell.
    struct RowDiagnoses {
        std::array<std::uint8_t, Line::pointer_room> at{};
        std::uint8_t count = 0;
    };

    [[nodiscard]] std::string_view id_of(const CsvRow& row) const;
    [[nodiscard]] bool same_group(const CsvRow& row, bool may_be_blank) const;
    [[nodiscard]] bool is_over_limit();
    [[nodiscard]] std::string_view kept(std::string_view cell, const CsvRow& row);
    void take(CsvPlanned& planned, std::string_view cell, const CsvRow& row);
    void take_of_claim(CsvPlanned& planned, std::size_t index, std::string_view cell, const CsvRow& row);
    void set(CsvPlanned& planned, const Cell& read);
    void take_code(CsvPlanned& planned, std::string_view cell, const CsvRow& row);
    void take_modifiers(CsvPlanned& planned, std::string_view cell, const CsvRow& row);
    void take_pointers(CsvPlanned& planned, std::string_view cell, const CsvRow& row);
    void take_diagnoses(const CsvPlanned& planned, std::string_view cell);
    void settle_diagnoses();
    void add_modifier(std::string_view text);
    void add_modifier_of_column(std::string_view text);
    void add_pointer(std::string_view text);
    void end_row(const CsvRow& row);
    void point_at_own_diagnoses();
    void keep_only_id();
    bool note(CsvPlanned& planned, std::string_view cell, const Cell& read, const CsvRow& row);
    Finding& cell_finding(const CsvPlanned& planned, CsvCell message, std::string_view cell, const CsvRow& row);
    [[nodiscard]] Line& line() { return claim_.lines.back(); }

    std::vector<CsvPlanned> plan_;
    std::vector<std::size_t> group_;   ///< of the plan: what tells a claim where no id does
    const CsvPlanned* id_column_ = nullptr;

    Claim claim_;
    Arena arena_;
    std::vector<Finding> troubles_;
    Finding unseen_;
    std::uint64_t troubles_left_out_ = 0;
    std::uint64_t claim_number_ = 0;
    std::uint64_t rows_ = 0;
    std::size_t bytes_ = 0;
    bool damaged_ = false;
    bool own_diagnoses_ = false;
    std::string_view id_;
    std::vector<std::string_view> first_;   ///< for each planned column of the claim its first cell

    // The row that is being read.
    const char* row_begin_ = nullptr;   ///< its bytes, kept
    CellRoom room_;
    bool has_nul_ = false;
    std::array<std::string_view, Line::pointer_room> diagnoses_;
    std::uint8_t diagnosis_count_ = 0;
    std::uint32_t modifiers_seen_ = 0, pointers_seen_ = 0, diagnoses_seen_ = 0;
    std::uint8_t modifiers_of_code_ = 0;
    std::string pointer_text_;
    std::vector<RowDiagnoses> row_diagnoses_;   ///< of each line
};

}   // namespace deltoid

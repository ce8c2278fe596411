// SPDX-License-Identifier: Apache-2.0
// Spreadsheets as text to claims: the header tells the columns, rows with the same claim id that stand together are one
// claim, and no row is lost without a word.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catalogue.hpp"
#include "readers/csv_claim.hpp"
#include "readers/json_claim.hpp"
#include "readers/reader.hpp"
#include "rules/src/csv_cell.hpp"
#include "rules/src/csv_header.hpp"
#include "rules/src/input_limit.hpp"
#include "sorting.hpp"

namespace deltoid {
namespace {

/// A file with more rows that are no claims, or more claims in pieces, than this has other worries.
constexpr std::uint64_t passed_over_limit = 20;
constexpr std::size_t apart_limit = 50;
/// Lists of columns in a finding end here.
constexpr std::size_t list_room = 600;

/// What is remembered of every claim, to tell whether its id comes again.
struct SeenId {
    std::uint64_t hash;
    std::uint32_t claim;   ///< from 1
    std::uint32_t row;
    std::uint64_t offset;
    std::uint32_t text_line;
};

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;   // FNV-1a
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash ^ hash >> 32;
}

void append_name(std::string& list, std::string_view name) {
    constexpr std::string_view more = "...";
    name = shown_text(trim(name));
    if (list.ends_with(more)) return;
    if (!list.empty()) list += ", ";
    list += list.size() < list_room ? name : more;
}

/// What people write before a sum.
bool is_sum(std::string_view cell) {
    for (const std::string_view word : {"total", "totals", "grand total", "sum", "subtotal"})
        if (same_code(cell, word)) return true;
    return false;
}

class CsvReader final : public Reader {
public:
    explicit CsvReader(std::span<const CsvMapping> mapping) : mapping_(mapping) {}

    std::size_t read(std::span<const char> bytes, std::uint64_t offset, Sink& sink) override {
        return drain({bytes.data(), bytes.size()}, offset, false, sink);
    }

    void end(std::span<const char> bytes, std::uint64_t offset, Sink& sink) override {
        (void)drain({bytes.data(), bytes.size()}, offset, true, sink);
        finish_claim(sink);
        if (!header_ || (readable_ && lines_ == 0)) tell_file(CsvHeader::no_rows, sink, [](Finding&) {});
        tell_rest(sink);
        tell_apart(sink);
    }

    [[nodiscard]] InputEnd summary() const override {
        return {"csv", claims_, lines_, complete_ && readable_, Day::none()};
    }

private:
    enum class Needed : std::uint8_t { code, date };

    std::size_t drain(std::string_view bytes, std::uint64_t offset, bool last, Sink& sink);
    void take_header(const CsvRow& row, Sink& sink);
    [[nodiscard]] std::vector<CsvPlanned> plan(const CsvRow& row, std::string& read, std::string& unread, Sink& sink);
    void take_row(const CsvRow& row, Sink& sink);
    /// The last row has no line end and not all cells. Programs that leave out empty ones at the end do so in many
    /// rows.
    [[nodiscard]] bool may_be_cut(const CsvRow& row) const {
        return row.ends_input && row.cell_count < width_ && short_rows_ == 0;
    }
    [[nodiscard]] std::string_view why_passed_over(const CsvRow& row) const;
    void pass_over(const CsvRow& row, std::string_view cause, Sink& sink);
    void look_at_shape(const CsvRow& row);
    void finish_claim(Sink& sink);
    void tell_rest(Sink& sink);
    void tell_apart(Sink& sink);

    /// What `rule` says of the file, with the values that `say` adds.
    template <class Say>
    void tell_file(CsvHeader message, Sink& sink, Say say) {
        tell_file(rule_src001, static_cast<std::uint8_t>(message), sink, say);
    }
    template <class Say>
    void tell_file(CsvCell message, Sink& sink, Say say) {
        tell_file(rule_src002, static_cast<std::uint8_t>(message), sink, say);
    }
    template <class Say>
    void tell_file(DefinedRule rule, std::uint8_t message, Sink& sink, Say say) {
        Finding finding;
        finding.reset(catalogued(rule), message);
        finding.place = header_place_;
        say(finding);
        tell(finding, sink);
    }
    static void tell(Finding& finding, Sink& sink) {
        finding.about_file = finding.has_place = true;
        sink.trouble(finding);
    }

    std::span<const CsvMapping> mapping_;
    std::optional<CsvCutter> cutter_;
    std::size_t tried_ = 0;   ///< so many bytes did not tell the layout
    std::uint64_t header_row_ = 1;
    bool header_ = false;       ///< it has come
    bool readable_ = true;      ///< it has columns of codes and dates
    bool any_column_ = false;   ///< of a claim
    Place header_place_{0, 0, 1};
    std::vector<std::string> headers_;
    std::size_t width_ = 0;   ///< cells of the header
    const CsvPlanned* code_ = nullptr;
    const CsvPlanned* date_ = nullptr;

    CsvClaim claim_;
    bool open_ = false;
    std::uint64_t claims_ = 0, lines_ = 0;
    std::uint64_t passed_over_ = 0, short_rows_ = 0;
    bool complete_ = true;
    std::vector<SeenId> seen_;
};

std::size_t CsvReader::drain(std::string_view bytes, std::uint64_t offset, bool last, Sink& sink) {
    if (!cutter_) {
        if (!last && bytes.size() < 2 * tried_) return 0;
        tried_ = bytes.size();
        const std::optional<CsvLayout> layout = csv_layout(bytes, mapping_, last);
        if (!layout) return 0;
        cutter_.emplace(layout->separator);
        header_row_ = layout->header_row;
    }
    while (const CsvRow* row = cutter_->next(bytes, offset, last)) {
        if (header_)
            take_row(*row, sink);
        else if (row->number >= header_row_)
            take_header(*row, sink);   // what stands above it is a title
    }
    return static_cast<std::size_t>(cutter_->needed_from() - offset);
}

// The header.

void CsvReader::take_header(const CsvRow& row, Sink& sink) {
    header_ = true;
    header_place_ = {row.offset, 0, row.text_line};
    width_ = row.cell_count;
    for (const std::string_view cell : row.cells) headers_.emplace_back(shown_text(trim(cell)));
    std::string read, unread, missing;
    claim_.begin_file(plan(row, read, unread, sink));
    bool claim = false;
    for (const CsvPlanned& planned : claim_.plan()) {
        any_column_ = true;
        if (planned.column.field == Field::line_code) code_ = &planned;
        if (planned.column.field == Field::line_from) date_ = &planned;
        claim = claim || planned.column.field == Field::id;
    }
    if (code_ == nullptr) missing = "procedure codes";
    if (date_ == nullptr) missing += missing.empty() ? "dates of service" : " and dates of service";
    readable_ = missing.empty();
    if (read.empty()) read = "none";
    if (!readable_) {
        if (unread.empty()) unread = "none";
        return tell_file(CsvHeader::missing, sink, [&](Finding& finding) {
            finding.with("missing", missing).with("read", read).with("unread", unread);
        });
    }
    if (!unread.empty())
        tell_file(CsvHeader::not_read, sink,
                  [&](Finding& finding) { finding.at_level(Level::info).with("unread", unread).with("read", read); });
    if (!claim) tell_file(CsvHeader::no_claim, sink, [](Finding& finding) { finding.at_level(Level::warning); });
    if (row.cell_count > row.cells.size())
        tell_file(CsvHeader::too_many, sink, [&](Finding& finding) {
            finding.at_level(Level::warning).with_number("count", row.cell_count);
            finding.with_number("limit", static_cast<std::int64_t>(row.cells.size()));
        });
}

/// The columns that are read, in the order of their fields; the rest is listed in `unread`.
std::vector<CsvPlanned> CsvReader::plan(const CsvRow& row, std::string& read, std::string& unread, Sink& sink) {
    std::vector<CsvPlanned> plan;
    std::vector<bool> mapped(mapping_.size());
    const auto twice = [&](std::string_view column, std::string_view other) {
        tell_file(CsvHeader::twice, sink,
                  [&](Finding& finding) { finding.at_level(Level::info).with("column", column).with("other", other); });
    };
    for (std::uint32_t i = 0; i < row.cells.size(); ++i) {
        for (std::size_t own = 0; own < mapping_.size(); ++own)
            if (same_header(mapping_[own].header, row.cells[i])) mapped[own] = true;
        CsvPlanned planned;
        planned.at = i;
        planned.column = csv_column(row.cells[i], mapping_);
        planned.header = headers_[i];
        if (!planned.column.known()) {
            const auto own = std::find_if(mapping_.begin(), mapping_.end(),
                                          [&](const CsvMapping& one) { return same_header(one.header, row.cells[i]); });
            const bool again = i > 0 && headers_[i] == headers_[i - 1];
            if (own == mapping_.end() && !planned.header.empty() && !again) append_name(unread, planned.header);
            continue;
        }
        planned.row = &row_of(planned.column.field);
        planned.of_claim = planned.row->part == Part::claim && planned.column.field != Field::diagnoses;
        planned.kind = planned.column.field == Field::line_measurements ? CellKind::text : cell_kind(*planned.row);
        const auto same = std::find_if(plan.begin(), plan.end(),
                                       [&](const CsvPlanned& other) { return other.column.same_as(planned.column); });
        if (same == plan.end()) {
            plan.push_back(planned);
        } else if (planned.column.rank < same->column.rank) {
            twice(same->header, planned.header);
            *same = planned;
        } else {
            twice(planned.header, same->header);
        }
    }
    for (std::size_t own = 0; own < mapping_.size(); ++own)
        if (!mapped[own])
            tell_file(CsvHeader::no_such, sink, [&](Finding& finding) {
                finding.at_level(mapping_[own].may_lack ? Level::info : Level::warning)
                    .with("column", shown_text(mapping_[own].header));
            });
    for (const CsvPlanned& planned : plan) append_name(read, planned.header);
    sort_rows(plan, [](const CsvPlanned& a, const CsvPlanned& b) {
        return a.column.field != b.column.field ? a.column.field < b.column.field : a.column.element < b.column.element;
    });
    return plan;
}

// Rows.

void CsvReader::take_row(const CsvRow& row, Sink& sink) {
    if (!any_column_) return;
    if (const std::string_view cause = why_passed_over(row); !cause.empty()) return pass_over(row, cause, sink);
    if (!open_ || !claim_.holds(row)) {
        finish_claim(sink);
        claim_.begin(row, claims_ + 1);
        open_ = true;
        if (!claim_.id().empty())
            seen_.push_back({hash_of(claim_.id()), static_cast<std::uint32_t>(claims_ + 1),
                             static_cast<std::uint32_t>(row.number), row.offset, row.text_line});
    }
    ++lines_;
    if (!readable_) return;
    look_at_shape(row);
    claim_.add(row);
}

std::string_view CsvReader::why_passed_over(const CsvRow& row) const {
    if (!readable_ || row.unbalanced_quote || row.too_long) return {};   // it may be any claim's
    if (may_be_cut(row) && std::none_of(row.cells.begin(), row.cells.end(), is_sum)) return {};
    const auto cell = [&](const CsvPlanned* planned) {
        return planned == nullptr ? std::string_view() : bare_cell(row.cell(planned->at));
    };
    if (code_ != nullptr && !cell(code_).empty())
        return cell(code_) == code_->header ? "it repeats the header" : std::string_view();
    return cell(date_).empty() ? "it has neither a code nor a date" : std::string_view();
}

void CsvReader::pass_over(const CsvRow& row, std::string_view cause, Sink& sink) {
    if (++passed_over_ > passed_over_limit) return;
    tell_file(CsvCell::passed_over, sink, [&](Finding& finding) {
        finding.at_level(Level::info).with_number("row", static_cast<std::int64_t>(row.number)).with("cause", cause);
        finding.place = {row.offset, 0, row.text_line};
    });
}

/// Whether the row's cells stand where the header's do.
void CsvReader::look_at_shape(const CsvRow& row) {
    const auto with_counts = [&](Finding& finding) {
        finding.with_number("count", row.cell_count).with_number("limit", static_cast<std::int64_t>(width_));
    };
    if (row.too_long) {
        Finding& finding = claim_.damaged(CsvCell::open_quote, row);
        finding.reset(catalogued(rule_src005), static_cast<std::uint8_t>(InputLimit::size));
        finding.with_number("claim", static_cast<std::int64_t>(claims_ + 1))
            .with_number("limit", CsvCutter::row_limit >> 20);
        finding.has_place = true;
        finding.place = {row.offset, 0, row.text_line};
    } else if (row.unbalanced_quote) {
        (void)claim_.damaged(CsvCell::open_quote, row);
    } else if (row.cell_count > width_) {
        const auto begin = row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(width_, row.cells.size()));
        if (row.cell_count > row.cells.size() ||
            std::any_of(begin, row.cells.end(), [](std::string_view cell) { return !trim(cell).empty(); }))
            with_counts(claim_.damaged(CsvCell::more_cells, row));
    } else if (row.cell_count < width_) {
        if (may_be_cut(row)) {
            (void)claim_.damaged(CsvCell::cut_short, row);
            complete_ = false;
        } else if (++short_rows_ <= passed_over_limit) {
            with_counts(claim_.tell(CsvCell::fewer_cells, row));
        }
    }
}

void CsvReader::finish_claim(Sink& sink) {
    if (!open_) return;
    open_ = false;
    ++claims_;
    if (!readable_) return;
    claim_.end();
    sink.claim(claim_.claim(), claim_.troubles());
}

// At the end of the file.

void CsvReader::tell_rest(Sink& sink) {
    for (const CsvPlanned& planned : claim_.plan())
        if (planned.told > CsvClaim::told_limit)
            tell_file(CsvCell::more_read_as, sink, [&](Finding& finding) {
                finding.with_number("count", static_cast<std::int64_t>(planned.told - CsvClaim::told_limit))
                    .with("column", planned.header);
            });
    if (passed_over_ > passed_over_limit)
        tell_file(CsvCell::more_passed_over, sink, [&](Finding& finding) {
            finding.at_level(Level::info)
                .with_number("count", static_cast<std::int64_t>(passed_over_ - passed_over_limit));
        });
}

/// Ids that came again after other claims. Only their hashes are kept, so that the file may have any size.
void CsvReader::tell_apart(Sink& sink) {
    sort_rows(seen_,
              [](const SeenId& a, const SeenId& b) { return a.hash != b.hash ? a.hash < b.hash : a.claim < b.claim; });
    std::vector<std::pair<SeenId, std::uint32_t>> again;
    for (std::size_t i = 1, first = 0; i < seen_.size(); ++i)
        if (seen_[i].hash == seen_[first].hash)
            again.emplace_back(seen_[i], seen_[first].claim);
        else
            first = i;
    sort_rows(again, [](const auto& a, const auto& b) { return a.first.claim < b.first.claim; });
    for (std::size_t i = 0; i < std::min(again.size(), apart_limit); ++i)
        tell_file(CsvCell::apart, sink, [&](Finding& finding) {
            const SeenId& seen = again[i].first;
            finding.with_number("first", again[i].second).with_number("claim", seen.claim).with_number("row", seen.row);
            finding.place = {seen.offset, 0, seen.text_line};
        });
    if (again.size() > apart_limit)
        tell_file(CsvCell::more_apart, sink, [&](Finding& finding) {
            finding.with_number("count", static_cast<std::int64_t>(again.size() - apart_limit));
        });
    seen_.clear();
}

}   // namespace

std::unique_ptr<Reader> make_csv_reader(std::span<const CsvMapping> mapping) {
    return std::make_unique<CsvReader>(mapping);
}

}   // namespace deltoid

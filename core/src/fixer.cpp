// SPDX-License-Identifier: Apache-2.0
// The second reading: each claim fixed in the company of the day index, written, and checked again as it is written.
#include "deltoid/fixer.hpp"

#include <algorithm>
#include <utility>

#include "approvals.hpp"
#include "arena.hpp"
#include "batch.hpp"
#include "claim_fixer.hpp"
#include "input.hpp"
#include "meetings.hpp"
#include "payer_class.hpp"
#include "session.hpp"
#include "writers/changes.hpp"
#include "writers/claim_json.hpp"

namespace deltoid {

class Fixer::Work final : public Sink {
public:
    Work(Checker::Session& session, std::string_view name, Form form)
        : name_(name),
          form_(form),
          before_(joined(session)),
          after_(session.tables_, silent(*session.options_)),
          input_(*session.options_, *this),
          meetings_(before_.index()),
          fixer_(before_) {}

    std::vector<Problem> approve(std::string_view jsonl) {
        std::vector<Problem> found;
        std::vector<Approval> approvals = read_approvals(jsonl, found);
        if (found.empty()) approvals_ = std::move(approvals);
        seen_.assign(approvals_.size(), false);
        return found;
    }

    std::span<char> buffer(std::size_t size) { return input_.buffer(size); }

    std::string_view feed(std::size_t size) {
        start_writing();
        input_.feed(size, [this](const Reader& reader, bool x12) { begin_file(reader, x12); });
        return output_;
    }

    std::string_view finish() {
        start_writing();
        input_.end([this](const Reader& reader, bool x12) { begin_file(reader, x12); });
        const InputEnd end = input_.reader().summary();
        totals_.unread = end.claims > totals_.claims ? end.claims - totals_.claims : 0;
        after_.end_file(end, input_.bytes());
        after_.finish();
        if (form_ == Form::list) output_ += totals_.claims == 0 ? "[]\n" : "\n]\n";
        note_unused_approvals();
        return output_;
    }

    void claim(Claim& claim, std::span<const Finding> troubles) override {
        const bool whole = std::none_of(troubles.begin(), troubles.end(),
                                        [](const Finding& trouble) { return trouble.level == Level::error; });
        const HeardPlace place = place_of(claim);
        if (whole)
            fix(claim, troubles, place);
        else
            ++totals_.as_read;
        // As the file says it: the profile and the options may know better, but the claim does not say so.
        claim.payer.payer_class = class_of_filing_indicator(claim.payer.filing_indicator);
        write(claim);
        after_.claim(claim, troubles);
    }

    void trouble(const Finding& finding) override { after_.trouble(finding); }

    [[nodiscard]] std::string_view changes() const { return changes_; }
    [[nodiscard]] const FixTotals& totals() const { return totals_; }
    [[nodiscard]] const Totals& left() const { return after_.totals(); }
    [[nodiscard]] std::vector<Problem> take_problems() { return std::exchange(problems_, {}); }

private:
    /// The batch as it was read; its last input is ended here, its end is not said.
    static Batch& joined(Checker::Session& session) {
        session.end_input();
        return session.open_batch();
    }

    static std::shared_ptr<const Options> silent(const Options& options) {
        auto copy = std::make_shared<Options>(options);
        copy->format = Format::none;
        return copy;
    }

    void start_writing() {
        output_.clear();
        changes_.clear();
    }

    void begin_file(const Reader& reader, bool x12) {
        before_.continue_file(name_, 0, x12, &reader);
        after_.begin_file(name_, x12, &reader);
    }

    /// Claims are remembered in the order they were read: those that join nothing have no row.
    HeardPlace place_of(Claim& claim) {
        if (!before_.is_remembered(claim)) return {};
        const std::uint32_t row = next_row_++;
        return {meetings_.of(row), row};
    }

    void fix(Claim& claim, std::span<const Finding> troubles, const HeardPlace& place) {
        const auto approvals = approvals_of(approvals_, claim.index);
        if (!approvals.empty())
            std::fill_n(seen_.begin() + (approvals.data() - approvals_.data()), approvals.size(), true);
        arena_.clear();
        before_claim_ = claim;
        fixer_.fix(claim, troubles, place, approvals, arena_, problems_);
        if (fixer_.applied().empty()) return;
        ++totals_.claims_changed;
        totals_.fixes += fixer_.applied().size();
        count_deleted();
        append_changes(changes_, before_claim_, claim, fixer_.numbers(), fixer_.applied());
    }

    void count_deleted() {
        std::size_t next = 0;
        for (const std::uint16_t number : fixer_.numbers()) {
            if (number == 0) continue;   // a new line
            while (next + 1 < number) count_deleted(before_claim_.lines[next++]);
            next = number;
        }
        while (next < before_claim_.lines.size()) count_deleted(before_claim_.lines[next++]);
    }

    void count_deleted(const Line& line) {
        ++totals_.lines_deleted;
        if (line.charge.valid() && line.charge.value > 0)
            totals_.charges_deleted += static_cast<std::uint64_t>(line.charge.value);
    }

    void write(const Claim& claim) {
        if (form_ == Form::list) output_ += totals_.claims == 0 ? "[\n" : ",\n";
        append_claim_json(output_, claim);
        if (form_ == Form::lines) output_ += '\n';
        ++totals_.claims;
    }

    void note_unused_approvals() {
        for (std::size_t i = 0; i < approvals_.size(); ++i)
            if (!seen_[i])
                problems_.push_back({std::to_string(approvals_[i].text_line),
                                     "The input has no claim " + std::to_string(approvals_[i].claim_index + 1) +
                                         " (claim_index counts from 0), or it could not be read."});
    }

    std::string name_;
    Form form_;
    Batch& before_;
    Batch after_;   ///< of the claims as they are written
    Input input_;
    Meetings meetings_;
    ClaimFixer fixer_;
    std::vector<Approval> approvals_;
    std::vector<bool> seen_;   ///< approvals whose claim has come
    std::uint32_t next_row_ = 0;
    Arena arena_;
    Claim before_claim_;
    FixTotals totals_;
    std::vector<Problem> problems_;
    std::string output_, changes_;
};

Fixer::Fixer(Checker& checker, std::string_view name, Form form)
    : work_(std::make_unique<Work>(*checker.session_, name, form)) {}
Fixer::~Fixer() = default;
std::vector<Problem> Fixer::approve(std::string_view jsonl) { return work_->approve(jsonl); }
std::span<char> Fixer::buffer(std::size_t size) { return work_->buffer(size); }
std::string_view Fixer::feed(std::size_t size) { return work_->feed(size); }
std::string_view Fixer::finish() { return work_->finish(); }
std::string_view Fixer::changes() const { return work_->changes(); }
std::vector<Problem> Fixer::problems() { return work_->take_problems(); }
const FixTotals& Fixer::fixed() const { return work_->totals(); }
const Totals& Fixer::left() const { return work_->left(); }

}   // namespace deltoid

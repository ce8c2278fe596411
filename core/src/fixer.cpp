// SPDX-License-Identifier: Apache-2.0
// The second reading: each claim fixed in the company of the day index, written, and checked again as it is written.
#include "deltoid/fixer.hpp"

#include <algorithm>
#include <optional>
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
#include "writers/claim_837.hpp"
#include "writers/claim_json.hpp"
#include "writers/stream_837.hpp"

namespace deltoid {

class Fixer::Work final : public Sink, private FixGate {
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

    void only_approved() { fixer_.only_approved(); }

    std::span<char> buffer(std::size_t size) { return room_ = input_.buffer(size); }

    std::string_view feed(std::size_t size) {
        start_writing();
        if (form_ == Form::as_read) stream_.take({room_.data(), size});
        input_.feed(size, [this](const Reader& reader, bool x12) { begin_file(reader, x12); });
        if (writes_837_) stream_.let_go(input_.read_to(), output_);
        return output_;
    }

    std::string_view finish() {
        start_writing();
        stream_.end();
        input_.end([this](const Reader& reader, bool x12) { begin_file(reader, x12); });
        if (writes_837_) stream_.let_go(input_.bytes(), output_);
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
        if (writes_837_) before_claim_ = claim;
        text_.reset();
        if (whole)
            fix(claim, troubles, place);
        else
            ++totals_.as_read;
        if (writes_837_) stream_.pass(before_claim_, text_ ? &*text_ : nullptr);
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
    [[nodiscard]] std::vector<Problem> take_unwritten() { return std::exchange(unwritten_, {}); }
    [[nodiscard]] bool writes_837() const { return writes_837_; }

private:
    /// The fix is kept when this says nothing: then the claim's segments are those of `text_`.
    [[nodiscard]] std::string why_not(const Claim& changed, std::span<const std::uint16_t> numbers) override {
        LoopsAbove above;
        SegmentText text = stream_.claim_text(before_claim_, above);
        std::string sentence;
        if (write_claim_837(text, before_claim_, changed, numbers, above, sentence)) text_ = std::move(text);
        return sentence;
    }

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
        if (form_ == Form::as_read) settle_form(x12);
        before_.continue_file(name_, 0, x12, &reader);
        after_.begin_file(name_, x12, &reader);
    }

    /// What follows goes out as it came in, where that can be.
    void settle_form(bool x12) {
        if (!x12) {
            form_ = Form::list;
            stream_ = {};
        } else if (input_.encoding() != Input::Encoding::bytes) {
            problems_.push_back(
                {"", "It is UTF-16: as an 837 it could not be written again byte for byte. It can be as JSON."});
            form_ = Form::lines;
            mute_ = true;
            stream_ = {};
        } else {
            writes_837_ = true;
            fixer_.pass(this);
        }
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
        for (const UnwrittenFix& fix : fixer_.unwritten()) tell_unwritten(fix);
        if (fixer_.applied().empty()) return;
        ++totals_.claims_changed;
        totals_.fixes += fixer_.applied().size();
        count_deleted();
        if (!text_) return append_changes(changes_, before_claim_, claim, fixer_.numbers(), fixer_.applied());
        append_fixes(changes_, before_claim_, fixer_.applied());
        text_->append_changes(changes_, "    ");
    }

    void tell_unwritten(const UnwrittenFix& fix) {
        if (++totals_.unwritten > most_told) return;
        std::string sentence = "Claim " + std::to_string(before_claim_.index + 1) + ": the fix of ";
        sentence.append(fix.rule->id);
        if (fix.line != 0) sentence += " on line " + std::to_string(fix.line);
        unwritten_.push_back({std::to_string(before_claim_.index), sentence + " was not written. " + fix.why_not});
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
        if (writes_837_ || mute_) return static_cast<void>(++totals_.claims);
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
    std::vector<Problem> problems_, unwritten_;
    std::string output_, changes_;

    // For an 837 that stays one.
    std::span<char> room_;
    Stream837 stream_;
    std::optional<SegmentText> text_;   ///< of the claim at hand, as fixed
    bool writes_837_ = false;
    bool mute_ = false;   ///< nothing is written
};

Fixer::Fixer(Checker& checker, std::string_view name, Form form)
    : work_(std::make_unique<Work>(*checker.session_, name, form)) {}
Fixer::~Fixer() = default;
std::vector<Problem> Fixer::approve(std::string_view jsonl) { return work_->approve(jsonl); }
void Fixer::only_approved() { work_->only_approved(); }
std::span<char> Fixer::buffer(std::size_t size) { return work_->buffer(size); }
std::string_view Fixer::feed(std::size_t size) { return work_->feed(size); }
std::string_view Fixer::finish() { return work_->finish(); }
std::string_view Fixer::changes() const { return work_->changes(); }
std::vector<Problem> Fixer::problems() { return work_->take_problems(); }
std::vector<Problem> Fixer::unwritten() { return work_->take_unwritten(); }
bool Fixer::writes_837() const { return work_->writes_837(); }
const FixTotals& Fixer::fixed() const { return work_->totals(); }
const Totals& Fixer::left() const { return work_->left(); }

}   // namespace deltoid

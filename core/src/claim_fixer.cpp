// SPDX-License-Identifier: Apache-2.0
// Trying fixes on a claim and keeping those that help.
#include "claim_fixer.hpp"

#include <algorithm>
#include <functional>

#include "fixes.hpp"
#include "readers/json_tree.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

/// Whether the fix is applied without anybody being asked. Not when it rests on the chart, deletes a line that is billed,
/// is one of several, or rests on what payers see differently: those a person decides.
bool goes_by_itself(const Finding& finding) {
    const std::span<const Edit> only = alternative(finding, 0);
    const auto is_asked = [](const Edit& edit) { return edit.needs_chart || edit.operation == Operation::delete_line; };
    return !only.empty() && only.size() == finding.edit_count && !finding.has(Tag::payer) &&
           std::none_of(only.begin(), only.end(), is_asked);
}

/// A line to add is the same however its JSON is written.
std::string value_of(const Edit& edit) {
    JsonNode line;
    if (edit.operation != Operation::add_line || !read_json_tree(edit.value, line)) return std::string(edit.value);
    std::string text;
    append_json(text, line);
    return text;
}

/// What a finding leaves to a person has no value, and any that the person says.
bool is_edit_of(const Edit& edit, const Edit& chosen) {
    return edit.operation == chosen.operation && edit.line == chosen.line && edit.field == chosen.field &&
           edit.needs_chart == chosen.needs_chart && (edit.value.empty() || value_of(edit) == value_of(chosen));
}

/// Lines that a fix has added have no number; this is none that a line can have.
constexpr std::uint16_t new_line = 0xFFFF;

/// Of one claim: an 837P has fifty lines, and each attempt asks every rule of all of them.
constexpr std::size_t most_attempts = 2000;

}   // namespace

struct ClaimFixer::Work {
    Claim& claim;
    std::span<const Finding> troubles;
    const HeardPlace& place;
    Arena& arena;
    std::vector<Problem>& problems;
};

void ClaimFixer::fix(Claim& claim, std::span<const Finding> troubles, const HeardPlace& place,
                     std::span<const Approval> approvals, Arena& arena, std::vector<Problem>& problems) {
    applied_.clear();
    unwritten_.clear();
    decided_.clear();
    kept_.clear();
    rejected_.clear();
    attempts_ = 0;
    numbers_.resize(claim.lines.size());
    for (std::size_t i = 0; i < numbers_.size(); ++i) numbers_[i] = static_cast<std::uint16_t>(i + 1);
    Work work{claim, troubles, place, arena, problems};
    batch_.hear(claim, troubles, place.meets, place.row, heard_);
    if (!approvals.empty()) apply_approved(work, approvals);
    while (!only_approved_ && apply_next(work)) {
    }
    std::replace(numbers_.begin(), numbers_.end(), new_line, std::uint16_t{0});
    if (applied_.empty() || place.meets.empty()) return;
    // The last one heard may have been an attempt.
    batch_.hear(claim, troubles, place.meets, place.row, heard_);
    batch_.remember_again(place.row);
}

std::uint16_t ClaimFixer::number_of(std::uint16_t line) const {
    return line == 0 || line > numbers_.size() ? line : numbers_[line - 1U];
}

ClaimFixer::Identity ClaimFixer::identity_of(const Heard::One& one) const {
    const Finding& finding = one.finding;
    return {one.rule, number_of(finding.line), finding.field, finding.element, finding.message};
}

bool ClaimFixer::is_written(const Heard::One& one) const {
    return one.finding.level != Level::off && batch_.is_written(one.rule);
}

const Heard::One* ClaimFixer::find(const Identity& identity) const {
    for (const Heard::One& one : heard_.said)
        if (is_written(one) && identity_of(one) == identity) return &one;
    return nullptr;
}

/// What is said by now with an alternative of these edits.
const Heard::One* ClaimFixer::find(const Approval& approval, std::span<const Edit> chosen) const {
    for (const Heard::One& one : heard_.said) {
        if (one.finding.rule != approval.rule || one.finding.line != approval.line || !is_written(one)) continue;
        for (std::size_t number = 0;; ++number) {
            const std::span<const Edit> edits = alternative(one.finding, number);
            if (edits.empty()) break;
            if (std::equal(edits.begin(), edits.end(), chosen.begin(), chosen.end(), is_edit_of)) return &one;
        }
    }
    return nullptr;
}

void ClaimFixer::apply_approved(Work& work, std::span<const Approval> approvals) {
    struct Decision {
        const Approval* approval;
        Identity identity;   ///< of none, when the alternative itself was approved
    };
    std::vector<Decision> decisions;
    const auto problem = [&](const Approval& approval, std::string message) {
        work.problems.push_back({std::to_string(approval.text_line), std::move(message)});
    };
    const auto has_none = [&](const Approval& approval, const char* what) {
        std::string message = "Claim " + std::to_string(approval.claim_index + 1) + " has " + what + " of ";
        message.append(approval.rule->id);
        if (approval.line != 0) message += " on line " + std::to_string(approval.line);
        problem(approval, message + ".");
    };
    for (const Approval& approval : approvals) {
        if (!approval.alternative.empty()) {
            decisions.push_back({&approval, {}});
            continue;
        }
        const auto meant = [&](const Heard::One& one) {
            return one.finding.rule == approval.rule && one.finding.line == approval.line && is_written(one) &&
                   !decided_.contains(identity_of(one));
        };
        const auto found = std::find_if(heard_.said.begin(), heard_.said.end(), meant);
        if (found == heard_.said.end()) {
            has_none(approval, "no finding");
            continue;
        }
        decided_.insert(identity_of(*found));
        if (approval.fix == Approval::leave) continue;
        if (alternative(found->finding, approval.fix).empty())
            problem(approval, "The finding has no such fix.");
        else
            decisions.push_back({&approval, identity_of(*found)});
    }
    for (const auto& [approval, identity] : decisions) {
        if (!approval->alternative.empty()) {
            std::vector<Problem> none;   // it was read before
            const std::vector<Edit> chosen = read_fix(approval->alternative, work.arena, none);
            const Heard::One* one = find(*approval, chosen);
            if (one == nullptr) {
                has_none(*approval, "no such fix");
                continue;
            }
            decided_.insert(identity_of(*one));
            std::string why_not = apply(work, *one, chosen);
            if (!why_not.empty()) problem(*approval, std::move(why_not));
        } else if (const Heard::One* one = find(identity)) {   // else the fix of another finding has cleared it
            std::string why_not = apply(work, *one, alternative(one->finding, approval->fix));
            if (!why_not.empty()) problem(*approval, std::move(why_not));
        }
    }
}

/// The next finding in order with a fix that goes by itself and can be kept. False when there is none.
bool ClaimFixer::apply_next(Work& work) {
    for (const Heard::One& one : heard_.said) {
        if (!is_written(one) || !goes_by_itself(one.finding) || decided_.contains(identity_of(one))) continue;
        const std::span<const Edit> only = alternative(one.finding, 0);
        Choice choice = choice_of(one, only);
        if (kept_.contains(choice) || rejected_.contains(choice)) continue;
        if (++attempts_ > most_attempts) return false;
        std::string why_not = apply(work, one, only);
        if (why_not.empty()) {
            kept_.insert(std::move(choice));
            rejected_.clear();   // what did not help may help now
            unwritten_.clear();
            return true;
        }
        if (stopped_by_gate_) note_unwritten(one, std::move(why_not));
        rejected_.insert(std::move(choice));
    }
    return false;
}

/// Returns why the fix cannot be kept; empty when it is.
std::string ClaimFixer::apply(Work& work, const Heard::One& one, std::span<const Edit> chosen) {
    stopped_by_gate_ = false;
    std::vector<Edit> edits;
    for (Edit edit : chosen) {
        edit.value = work.arena.keep(edit.value);   // it may lie in the finding, which is soon another
        edits.push_back(edit);
    }
    std::string why_not;
    Claim changed = work.claim;
    if (!apply_fix(changed, edits, work.arena, why_not)) return why_not;
    if (changed.lines.empty()) return "It would leave the claim without a line.";
    batch_.hear(changed, work.troubles, work.place.meets, work.place.row, attempt_);
    if (!is_better(one.rule)) return "It would not clear the finding, or it would bring another error.";
    std::vector<std::uint16_t> numbers = renumbered(numbers_, edits);
    if (gate_ != nullptr) {
        std::vector<std::uint16_t> in_before = numbers;
        std::replace(in_before.begin(), in_before.end(), new_line, std::uint16_t{0});
        why_not = gate_->why_not(changed, in_before);
        stopped_by_gate_ = !why_not.empty();
        if (stopped_by_gate_) return why_not;
    }
    note(one, edits);
    work.claim = std::move(changed);
    numbers_ = std::move(numbers);
    std::swap(heard_, attempt_);
    return {};
}

void ClaimFixer::note_unwritten(const Heard::One& one, std::string why_not) {
    UnwrittenFix& fix = unwritten_.emplace_back();
    fix.rule = one.finding.rule;
    fix.line = number_of(one.finding.line);
    fix.why_not = std::move(why_not);
}

/// Law 11: the rule speaks less often on this claim, and no rule has more errors, here or on the claims that this one meets.
bool ClaimFixer::is_better(std::uint16_t rule) const {
    const auto count = [&](const Heard& heard) {
        return std::count_if(heard.said.begin(), heard.said.end(),
                             [&](const Heard::One& one) { return one.rule == rule; });
    };
    const auto no_more = [](const std::vector<std::uint32_t>& now, const std::vector<std::uint32_t>& before) {
        return std::equal(now.begin(), now.end(), before.begin(), std::less_equal<>());
    };
    return count(attempt_) < count(heard_) && no_more(attempt_.errors, heard_.errors) &&
           no_more(attempt_.errors_of_others, heard_.errors_of_others);
}

/// As the editor does it: new lines come at the end, then lines go.
std::vector<std::uint16_t> ClaimFixer::renumbered(std::vector<std::uint16_t> numbers, std::span<const Edit> edits) {
    std::set<std::uint16_t, std::greater<>> gone;
    for (const Edit& edit : edits) {
        if (edit.operation == Operation::add_line) numbers.push_back(new_line);
        if (edit.operation == Operation::delete_line) gone.insert(edit.line);
    }
    for (const std::uint16_t line : gone) numbers.erase(numbers.begin() + (line - 1));
    return numbers;
}

ClaimFixer::Choice ClaimFixer::choice_of(const Heard::One& one, std::span<const Edit> edits) const {
    std::string what = in_words(edits);
    for (const Edit& edit : edits) what.append("\n").append(edit.value);
    return {one.rule, number_of(one.finding.line), std::move(what)};
}

/// With the lines' numbers in the claim that was read.
std::string ClaimFixer::in_words(std::span<const Edit> chosen) const {
    std::vector<Edit> edits;
    for (Edit edit : chosen) {
        edit.line = number_of(edit.line);
        edits.push_back(edit);
    }
    std::string words;
    append_fix_in_words(words, edits);
    return words;
}

void ClaimFixer::note(const Heard::One& one, std::span<const Edit> edits) {
    AppliedFix& applied = applied_.emplace_back();
    applied.rule = one.finding.rule;
    applied.line = number_of(one.finding.line);
    applied.words = in_words(edits);
}

}   // namespace deltoid

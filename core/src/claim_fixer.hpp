// SPDX-License-Identifier: Apache-2.0
// The fixes of one claim, one after the other: each is kept when the claim, heard again, has lost the finding and won no
// error. So two fixes that do not go together are settled by the order of the findings, the same on every host.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "approvals.hpp"
#include "arena.hpp"
#include "batch.hpp"

namespace deltoid {

/// A fix that was kept, in words; lines are numbered as in the claim that was read.
struct AppliedFix {
    const Rule* rule = nullptr;
    std::uint16_t line = 0;
    std::string words;
};

/// A claim's place in the batch that was read.
struct HeardPlace {
    std::span<const DayIndex::Keyed> meets;   ///< the claims that share its key, with it; empty when it is alone
    std::uint32_t row = 0;
};

/// A fix that would go by itself and that cannot be written.
struct UnwrittenFix {
    const Rule* rule = nullptr;
    std::uint16_t line = 0;
    std::string why_not;
};

/// What a fixed claim must pass before a fix is kept: the file that it is written to may have no place for it.
class FixGate {
public:
    virtual ~FixGate() = default;
    /// Why `changed` cannot be written; empty when it can. `numbers` as ClaimFixer::numbers().
    [[nodiscard]] virtual std::string why_not(const Claim& changed, std::span<const std::uint16_t> numbers) = 0;
};

class ClaimFixer {
public:
    explicit ClaimFixer(Batch& batch) : batch_(batch) {}

    /// From here on fixes must pass it; null: all do.
    void pass(FixGate* gate) { gate_ = gate; }

    /// Nothing goes by itself from here on: only what was approved is applied.
    void only_approved() { only_approved_ = true; }

    /// Applies what was approved, then for every other finding the fix that nobody need be asked about, when it can be
    /// kept. The claim is changed in place; its texts then lie in the arena too. What could not be done as approved is added to
    /// `problems`.
    void fix(Claim& claim, std::span<const Finding> troubles, const HeardPlace& place,
             std::span<const Approval> approvals, Arena& arena, std::vector<Problem>& problems);

    [[nodiscard]] std::span<const AppliedFix> applied() const { return applied_; }
    /// Fixes that did not pass the gate though nobody need be asked about them.
    [[nodiscard]] std::span<const UnwrittenFix> unwritten() const { return unwritten_; }
    /// For each line of the fixed claim its number in the claim that was read; 0 for a new one.
    [[nodiscard]] std::span<const std::uint16_t> numbers() const { return numbers_; }

private:
    /// What tells one finding of the claim from another, however lines are numbered by now.
    using Identity = std::tuple<std::uint16_t, std::uint16_t, Field, std::uint8_t, std::uint8_t>;   // rule, line ...
    /// A fix of a rule: line and what it does. Not the element, for the next one takes the place of one that went.
    using Choice = std::tuple<std::uint16_t, std::uint16_t, std::string>;

    struct Work;   // what one call of fix() has in hand

    [[nodiscard]] Identity identity_of(const Heard::One& one) const;
    [[nodiscard]] std::uint16_t number_of(std::uint16_t line) const;
    [[nodiscard]] bool is_written(const Heard::One& one) const;
    [[nodiscard]] const Heard::One* find(const Identity& identity) const;
    [[nodiscard]] const Heard::One* find(const Approval& approval, std::span<const Edit> chosen) const;
    void apply_approved(Work& work, std::span<const Approval> approvals);
    bool apply_next(Work& work);
    [[nodiscard]] std::string apply(Work& work, const Heard::One& one, std::span<const Edit> chosen);
    [[nodiscard]] bool is_better(std::uint16_t rule) const;
    [[nodiscard]] static std::vector<std::uint16_t> renumbered(std::vector<std::uint16_t> numbers,
                                                               std::span<const Edit> edits);
    void note_unwritten(const Heard::One& one, std::string why_not);
    [[nodiscard]] Choice choice_of(const Heard::One& one, std::span<const Edit> edits) const;
    [[nodiscard]] std::string in_words(std::span<const Edit> chosen) const;
    void note(const Heard::One& one, std::span<const Edit> edits);

    Batch& batch_;
    FixGate* gate_ = nullptr;
    bool only_approved_ = false;
    Heard heard_, attempt_;
    std::vector<std::uint16_t> numbers_;
    std::vector<AppliedFix> applied_;
    std::vector<UnwrittenFix> unwritten_;
    bool stopped_by_gate_ = false;   ///< the last attempt
    std::set<Identity> decided_;     ///< by a person
    std::set<Choice> kept_;
    std::set<Choice> rejected_;   ///< of the claim as it stands
    std::size_t attempts_ = 0;
};

}   // namespace deltoid

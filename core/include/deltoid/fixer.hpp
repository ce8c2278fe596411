// SPDX-License-Identifier: Apache-2.0
// Claims written with their fixes applied, as contract JSON or as the 837 they came in. What a claim needs may depend on a
// later one of the same day, so the input is read twice: once to learn which claims meet, once to fix and write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"

namespace deltoid {

/// What was written, and what was left alone.
struct FixTotals {
    std::uint64_t claims = 0;   ///< written: as many as were read
    std::uint64_t claims_changed = 0;
    std::uint64_t fixes = 0;
    std::uint64_t lines_deleted = 0;
    std::uint64_t charges_deleted = 0;   ///< cents on them
    std::uint64_t as_read = 0;   ///< with bytes that could not be read: written as far as they were, without fixes
    std::uint64_t unread =
        0;   ///< in the input, but of a kind that is not read: not written, or in an 837 as they were
    std::uint64_t unwritten = 0;   ///< fixes that an 837 has no place for, though nobody need be asked about them
};

/// The second reading of one input:
///
///     deltoid::Checker checker;                          // open (format "none"), tables
///     checker.begin(deltoid::Role::claims, "batch.837"); // buffer and feed to the end, without finish()
///     deltoid::Fixer fixer(checker, "batch.837", deltoid::Fixer::Form::as_read);
///     while (n = read_again(fixer.buffer(1 << 20))) write(fixer.feed(n));
///     write(fixer.finish());
///
/// Writes contract JSON, or an 837 again as it was, byte for byte, but for the elements that a fix changes and what counts
/// them (CLM02, LX01, SE01). Of every finding that select, ignore and the profile leave, the fix is applied when nobody need
/// be asked: it does not rest on the chart, deletes no line, does not depend on the payer and is the only one. It is kept
/// when the finding is gone and no error came in its place, on the claim or on those of its day. Memory is one claim beside
/// the day index. The bytes depend on the input and the options alone.
class Fixer {
public:
    enum class Form : std::uint8_t {
        list,     ///< a JSON list, one claim on a text line
        lines,    ///< one claim on a text line
        as_read   ///< an 837 as an 837, with its own separators and line ends; all else as `list`
    };

    /// Drives the checker's session from here on; the input was the only one.
    Fixer(Checker& checker, std::string_view name, Form form);
    ~Fixer();
    Fixer(const Fixer&) = delete;
    Fixer& operator=(const Fixer&) = delete;

    /// What a person has decided, before the first feed(): one object a line, {"claim_index":0,"rule":"BND003","line":1,
    /// "fix":0}. `fix` is the index of the chosen alternative, which may be one that needs the chart; null leaves the
    /// finding alone; the alternative itself, as the finding has it or with the value that it leaves to a person, is taken
    /// when its turn comes, `line` being that of the finding by then. Returns what is wrong with it, the text line as the path; then nothing of it is used.
    [[nodiscard]] std::vector<Problem> approve(std::string_view jsonl);
    /// Before the first feed(): nothing is applied but what was approved.
    void only_approved();

    /// As a Checker's. What feed() and finish() return stays valid until the next call of either.
    [[nodiscard]] std::span<char> buffer(std::size_t size);
    [[nodiscard]] std::string_view feed(std::size_t size);
    [[nodiscard]] std::string_view finish();

    /// What feed() or finish() has changed, for people.
    [[nodiscard]] std::string_view changes() const;
    /// Approvals that could not be followed, the text line as the path; "" as the path: why nothing is written at all.
    /// Emptied by the call.
    [[nodiscard]] std::vector<Problem> problems();
    /// The first `most_told` fixes that were not asked about and that an 837 has no place for, as sentences, with the
    /// claim_index as the path; emptied by the call. FixTotals counts all of them.
    [[nodiscard]] std::vector<Problem> unwritten();
    static constexpr std::size_t most_told = 100;
    /// Whether what is written is an 837; known once claims have been.
    [[nodiscard]] bool writes_837() const;

    [[nodiscard]] const FixTotals& fixed() const;
    /// What a check of the claims as they are written finds, and what was wrong with reading them; complete after finish().
    [[nodiscard]] const Totals& left() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

}   // namespace deltoid

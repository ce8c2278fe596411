// SPDX-License-Identifier: Apache-2.0
// The session: bytes of claims in, bytes of findings out. No files, clock, threads or exceptions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deltoid {

/// What an input is for, in the order in which they come: tables, earlier claims, administration records, claims.
enum class Role : std::uint8_t { tables, history, documentation, claims, remits };

/// Why a session cannot start or an input cannot serve: an option, a profile or a pack is wrong.
struct Problem {
    std::string path;      ///< JSON pointer into the options, or "name:line" of a pack
    std::string message;   ///< one plain sentence
};

/// What was counted and found, for exit statuses and progress. The writers print it as the summary.
struct Totals {
    std::uint64_t bytes = 0;
    std::uint64_t claims = 0;
    std::uint64_t lines = 0;
    std::uint64_t injection_claims = 0;
    std::uint64_t injection_lines = 0;
    std::uint64_t clean_injection_lines = 0;
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
    std::uint64_t infos = 0;
    std::uint64_t not_evaluated = 0;
    std::int64_t amount_at_risk = 0;   ///< cents
    std::int64_t medicare_at_risk = 0; ///< cents: the same lines by Medicare's fee schedule, as far as one is loaded
};

/// How administration records (role documentation) met the claims.
struct RecordsJoined {
    /// A record that no claim line took.
    struct Record {
        std::string file;
        std::uint64_t row = 0;   ///< as people count them, from 1
        std::string claim;       ///< that it names; "" for none, and without identifiers
        /// "no_line": of that claim and number; "no_claim": of that id that it could belong to; "nobody": it names neither a
        /// claim nor a patient; "no_day": that can be read; "no_drug": no claim of that patient and day bills it.
        std::string_view why;
    };
    /// A claim with a line of 96372 and no record of its day.
    struct Claim {
        std::string file;
        std::uint32_t index = 0;
        std::string id;   ///< "" without identifiers
    };
    static constexpr std::size_t most_named = 100;

    std::uint64_t records = 0;         ///< that were read
    std::uint64_t records_apart = 0;   ///< of them
    std::uint64_t lines = 0;           ///< of 96372
    std::uint64_t lines_without = 0;   ///< of them
    std::vector<Record> apart;         ///< the first most_named
    std::vector<Claim> without;        ///< the first most_named

    /// What stayed apart, a sentence each; `path` is "name:row", "name:claim" or empty for a sum.
    [[nodiscard]] std::vector<Problem> sentences() const;
};

/// One batch of claims, checked as it is read.
///
///     deltoid::Checker checker;
///     auto problems = checker.open(R"({"as_of":"2026-09-20","format":"jsonl"})");
///     checker.begin(deltoid::Role::claims, "batch.837");
///     while (n = read(checker.buffer(1 << 20))) write(checker.feed(n));
///     write(checker.finish());
///
/// Memory is one claim plus the day index, never the file. However the bytes are cut into feeds, the output is the same.
/// Text that feed() and finish() return stays valid until the next call on the same checker.
class Checker {
public:
    Checker();
    ~Checker();
    Checker(Checker&&) noexcept;
    Checker& operator=(Checker&&) noexcept;

    /// Starts a session afresh. `options` is a JSON object:
    ///   as_of    "YYYY-MM-DD" or "file" (the day the file says it was made); required
    ///   format   "text" | "json" | "jsonl" (default) | "sarif" | "csv" | "html" | "fhir" | "none" (only the totals);
    ///            all but html are written as the claims are read
    ///   from     "auto" (default) | "x12" | "json" | "csv" | "fhir": what the claims are
    ///   columns  {"Their Header": "our_name"} for spreadsheets with headers of their own; see docs/csv.md
    ///   columns_of_many   true: they are of files with different headers, so it is no defect of one to lack some of them
    ///   payer    payer class for claims whose class cannot be told
    ///   select, ignore   lists of rule ids (or families, "BND") to write or to leave out
    ///   profile  an object, or the name of a built-in one; see docs/profiles.md
    ///   tables   packs as texts, for small ones; larger ones are inputs of role tables
    ///   keep_tables   true: packs that the session before has read stay in force, so a form need not read a large one at
    ///            every key
    ///   color    true for colours in text output
    ///   stats    true for the table of rules in text output
    ///   identifiers   false for findings that name neither claims nor patients, only places
    ///   roster   true for a line about every claim, beside the output: roster()
    ///   replay   true to hold the claims against what the payers answered: inputs of role remits come behind the claims,
    ///            nothing is written before finish(), which returns the report ("json" or "text"; docs/replay.md)
    /// Returns what is wrong with them; empty when the session has started.
    [[nodiscard]] std::vector<Problem> open(std::string_view options);

    /// Ends the current input, if there is one, and begins the next. `name` is shown in findings as it stands.
    void begin(Role role, std::string_view name);

    /// Room for at least `size` more bytes of the current input, behind its unfinished tail.
    /// Valid until the next call.
    [[nodiscard]] std::span<char> buffer(std::size_t size);

    /// Takes the first `size` bytes of buffer() as read and checks every claim that they complete.
    [[nodiscard]] std::string_view feed(std::size_t size);

    /// The same for bytes that lie elsewhere; they are copied.
    [[nodiscard]] std::string_view feed(std::string_view bytes);

    /// Ends the last input and the session: what waited for other claims of the day, then the summary.
    [[nodiscard]] std::string_view finish();

    /// What was wrong with an input of role tables (or another role that cannot serve); emptied by the call.
    [[nodiscard]] std::vector<Problem> problems();

    /// After finish(): what came of the administration records; empty without any.
    [[nodiscard]] RecordsJoined joined() const;

    [[nodiscard]] const Totals& totals() const;

    /// With the option roster: a JSON list for each claim that the last feed() or finish() has read, one on a text line.
    /// What is in it stands in core/src/roster.hpp. Valid until the next call.
    [[nodiscard]] std::string_view roster() const;

private:
    friend class Crew;   // crew.hpp: the same session cut into blocks for several workers
    friend class Fixer;  // fixer.hpp: the input read again, fixed and written
    friend class NoteTemplates;   // template.hpp: the notes that the claims' injections ask for
    class Session;
    std::unique_ptr<Session> session_;
};

/// The catalogue of rules. `format` is "json" or "text".
[[nodiscard]] std::string catalogue(std::string_view format);

/// One rule's page, as "text", "json" or "markdown"; empty when there is no such rule. `rule` is an id or a name.
[[nodiscard]] std::string explain(std::string_view rule, std::string_view format);

/// A claim (contract JSON) with one fix alternative (contract JSON) applied, as contract JSON.
/// `problems` receives what keeps the fix from being applied; the result is then empty.
[[nodiscard]] std::string apply(std::string_view claim, std::string_view fix, std::vector<Problem>& problems);

/// Version, rulebook digest and built-in packs, as one JSON object.
[[nodiscard]] std::string about();

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// What a replay remembers: a small record for each claim, line, finding and answer. Texts are kept only where a person
// must read them again.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "blocks.hpp"
#include "deltoid/finding.hpp"
#include "numbered.hpp"
#include "readers/remit.hpp"

namespace deltoid::replay {

/// A text in the book.
struct Text {
    std::uint32_t begin = 0;   ///< the number of its block, and where in it
    std::uint32_t size = 0;
};

/// Texts one behind the other, in blocks: a string that grows is there twice.
class Texts {
public:
    [[nodiscard]] Text keep(std::string_view text) {
        if (blocks_.empty() || text.size() > block_size - used_) {
            blocks_.push_back(std::make_unique<char[]>(std::max<std::size_t>(block_size, text.size())));
            used_ = 0;
        }
        std::copy(text.begin(), text.end(), blocks_.back().get() + used_);
        const auto begin = static_cast<std::uint32_t>((blocks_.size() - 1) << block_bits | used_);
        used_ = std::min(used_ + text.size(), block_size);
        return {begin, static_cast<std::uint32_t>(text.size())};
    }
    [[nodiscard]] std::string_view view(Text text) const {
        if (text.size == 0) return {};
        return {blocks_[text.begin >> block_bits].get() + (text.begin & (block_size - 1)), text.size};
    }

private:
    static constexpr unsigned block_bits = 16;
    static constexpr std::size_t block_size = std::size_t{1} << block_bits;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0;   ///< of the last
};

enum class LineClass : std::uint8_t { other, injection, drug, visit };

struct ClaimRow {
    static constexpr std::uint8_t injection = 1;   ///< it has an injection: its lines are compared
    static constexpr std::uint8_t void_claim = 2;
    static constexpr std::uint8_t dirty = 4;   ///< an error or warning was said of it

    std::uint32_t id_high = 0, id_low = 0;   ///< fold() of CLM01, in halves: 64 bits would begin at every eighth byte
    std::int32_t charge = 0;
    std::uint32_t first_line = 0;
    std::uint32_t id_begin = 0;
    std::uint16_t payer_number = 0;       ///< Book::payer_key()
    std::uint16_t member = 0;             ///< member_key()
    std::int16_t day = 0, last_day = 0;   ///< of service
    std::uint16_t lines = 0;
    std::uint8_t id_size = 0;
    char frequency = '1', sequence = 'P';
    std::uint8_t flags = 0;
    [[nodiscard]] bool is(std::uint8_t flag) const { return (flags & flag) != 0; }
    [[nodiscard]] std::uint64_t id() const { return std::uint64_t{id_high} << 32 | id_low; }
    void set_id(std::uint64_t id) {
        id_high = static_cast<std::uint32_t>(id >> 32);
        id_low = static_cast<std::uint32_t>(id);
    }
};

/// A line as it was sent.
struct LineRow {
    std::int32_t charge = 0;
    std::uint32_t code = 0;      ///< code_key()
    std::uint32_t control = 0;   ///< REF*6R; without one the line's number
    std::uint16_t modifiers = 0;
    std::int16_t day = 0;
    LineClass what = LineClass::other;
    bool coded = false;   ///< `code` is a Code and no hash
};

/// An error or warning.
struct FlagRow {
    enum class Result : std::uint8_t { not_comparable, false_alarm, right };
    std::uint32_t claim = 0;
    std::uint32_t carc = 0;   ///< forecast; packed, 0 none
    std::uint16_t line = 0, denied_line = 0;
    std::uint16_t rule = 0;
    bool denies = false;
    Result result = Result::not_comparable;
    bool same_reason = false;   ///< the payer gave the CARC that was forecast
};

struct AnswerRow {
    static constexpr std::uint8_t reversed = 1;   ///< a later answer takes it back
    static constexpr std::uint8_t foreign = 2;    ///< to another practice
    static constexpr std::uint8_t assigned = 4;
    static constexpr std::uint8_t of_next_payer = 8;   ///< it denies what the payer before has settled

    std::int32_t charge = 0, paid = 0;
    std::uint32_t set = 0, segment = 0;
    std::uint32_t group = 0;   ///< position in the sorted claims of the first with its id
    std::uint32_t claim = 0;   ///< row, once assigned
    std::uint32_t payer_number = 0;
    std::uint32_t first_service = 0, first_reason = 0;
    std::int16_t day = 0, answered = 0;
    std::uint16_t member = 0;   ///< member_key()
    std::uint16_t services = 0;
    std::uint8_t own_reasons = 0;
    std::uint8_t status = 0;
    char frequency = 0;
    std::uint8_t flags = 0;
    [[nodiscard]] bool is(std::uint8_t flag) const { return (flags & flag) != 0; }
};

/// What an answer says of a line.
struct ServiceRow {
    std::int32_t charge = 0, paid = 0;
    std::uint32_t code = 0, control = 0;
    std::uint16_t modifiers = 0;
    std::int16_t day = 0;
    std::uint8_t reasons = 0;
};

struct ReasonRow {
    std::uint32_t code = 0;   ///< as Reason::code
    std::int32_t amount = 0;
};

/// REF*F8 of a reversal: the payer's number of what it takes back.
struct OriginalRow {
    std::uint32_t answer = 0, number = 0;
};

struct SetRow {
    std::uint32_t file = 0, segment = 0;
    Text payer, payee, npi, trace;
    Day day;
    Cents payment = 0, paid = 0, provider = 0;
    std::uint64_t claims = 0, services = 0, content = 0;
    std::uint32_t refused_above = 0;
    std::uint32_t joined = 0;   ///< answers that found their claim
    bool acknowledgement = false, payment_known = false, complete = false;
    bool again = false;     ///< the same set stands earlier: nothing of it counts
    bool foreign = false;   ///< its payee billed none of the claims
};

/// An answer that no claim waits for, or that could not be used.
struct LooseRow {
    enum class Why : std::uint8_t { unknown_claim, other_date_or_amount, other_practice, reversal_alone };
    std::uint32_t set = 0, segment = 0;
    Text id;
    Cents charge = 0, paid = 0;
    Day day;
    std::uint8_t status = 0;
    Why why = Why::unknown_claim;
};

/// Sums that do not come out.
struct ImbalanceRow {
    enum class What : std::uint8_t { line, claim, set };
    std::uint32_t set = 0, segment = 0;
    Text id;
    What what = What::line;
    std::uint32_t count = 1;         ///< lines of the claim
    Cents expected = 0, found = 0;   ///< of a line: 0
};

struct PayerRow {
    std::uint32_t key = 0;
    Text name;
    PayerClass payer_class = PayerClass::unknown;
};

struct ProviderRow {
    std::uint32_t set = 0;
    std::uint32_t reason = 0;   ///< packed
    Cents amount = 0;
};

struct ClaimFile {
    std::string name, format;
    std::uint64_t bytes = 0, claims = 0, lines = 0;
    bool complete = true;
};

struct RemitFile {
    std::string name;
    std::uint64_t bytes = 0;
    AnswerFile file;
};

/// Large blocks: they stand among those of the day index, which goes when the claims are checked. What comes then has
/// smaller ones, which find room between them.
template <class Row>
using Rows = Blocks<Row, 1U << 17>;
template <class Row>
using LaterRows = Blocks<Row, 1U << 10>;

class Book {
public:
    std::vector<ClaimFile> claim_files;
    std::vector<RemitFile> remit_files;
    Rows<ClaimRow> claims;
    std::vector<FlagRow> flags;
    std::vector<PayerRow> payers;       ///< sorted by key, once settled
    std::vector<std::uint32_t> npis;    ///< of billing providers; sorted, once settled
    std::vector<std::uint32_t> by_id;   ///< claims sorted by id and what tells those of one id apart
    LaterRows<AnswerRow> answers;
    std::vector<OriginalRow> originals;   ///< sorted by answer
    std::vector<SetRow> sets;
    std::vector<LooseRow> loose;
    std::vector<ImbalanceRow> imbalances;
    std::vector<ProviderRow> provider_adjustments;

    [[nodiscard]] Text keep(std::string_view text) { return texts_.keep(text); }
    [[nodiscard]] std::string_view view(Text text) const { return texts_.view(text); }
    [[nodiscard]] std::string_view id_of(const ClaimRow& claim) const { return view({claim.id_begin, claim.id_size}); }

    /// The row of the next claim, which has the index in the file. Claims come in the order of files and indexes.
    [[nodiscard]] ClaimRow& add_claim(std::uint32_t file, std::uint32_t index);
    /// claims.size() when it is not there.
    [[nodiscard]] std::uint32_t find_claim(std::uint32_t file, std::uint32_t index) const;
    [[nodiscard]] std::uint32_t index_of(std::uint32_t claim) const {
        const Run& run = run_of(claim);
        return run.index + (claim - run.claim);
    }
    [[nodiscard]] std::uint32_t file_of(std::uint32_t claim) const { return run_of(claim).file; }
    [[nodiscard]] std::string_view file_name_of(std::uint32_t claim) const;
    [[nodiscard]] const PayerRow* payer_of(std::uint32_t key) const;
    void set_payer(std::uint32_t claim, std::uint32_t key) {
        claims[claim].payer_number = payer_keys_.keep(key, claim);
    }
    [[nodiscard]] std::uint32_t payer_key(std::uint32_t claim) const {
        return static_cast<std::uint32_t>(payer_keys_.value(claims[claim].payer_number, claim));
    }
    /// Findings of a claim; `flags` must be sorted by claim.
    [[nodiscard]] std::span<FlagRow> flags_of(std::uint32_t claim);

    [[nodiscard]] std::uint32_t line_count() const { return lines_.size(); }
    /// The next line of the claim that was added last, whose day is known by then.
    void add_line(const ClaimRow& claim, const LineRow& line);
    [[nodiscard]] LineRow line(const ClaimRow& claim, std::uint32_t i) const;

    [[nodiscard]] std::uint32_t service_count() const { return services_.size(); }
    /// The i-th service of an answer. What repeats a line of the first claim with the answer's number is not kept twice.
    void add_service(const AnswerRow& answer, std::uint32_t i, const ServiceRow& service);
    [[nodiscard]] ServiceRow service(const AnswerRow& answer, std::uint32_t i) const;

    [[nodiscard]] std::uint32_t reason_count() const { return reasons_.size(); }
    void add_reason(const ReasonRow& reason);
    [[nodiscard]] ReasonRow reason(std::uint32_t row) const;

    /// All answers are told: what they said of lines, and why, is not asked again.
    void forget_services();

private:
    /// Claims that follow one another in a file.
    struct Run {
        std::uint32_t file, index;   ///< of the first
        std::uint32_t claim;
    };
    struct PackedLine {
        std::int32_t charge;
        std::uint32_t control;
    };
    struct PackedService {
        static constexpr std::uint16_t apart = 0xFFFF;   ///< `paid` is a row of services_apart_
        std::int32_t paid;
        std::uint16_t line;   ///< of the first claim with the number: code, modifiers, charge and day are the line's
        std::uint8_t reasons;
        bool controlled;   ///< and so is the control number
    };
    struct PackedReason {
        std::uint16_t code;   ///< numbered
        std::uint16_t amount_low;
        std::int16_t amount_high;
    };
    [[nodiscard]] const Run& run_of(std::uint32_t claim) const;
    [[nodiscard]] const ClaimRow& first_claim(const AnswerRow& answer) const { return claims[by_id[answer.group]]; }
    [[nodiscard]] std::uint16_t line_like(const AnswerRow& answer, std::uint32_t i, const ServiceRow& service) const;

    Texts texts_;
    std::vector<Run> runs_;
    Numbered payer_keys_, kinds_, reason_codes_;
    Rows<PackedLine> lines_;
    Rows<std::uint16_t> line_kinds_;   ///< numbered: code, modifiers, what it is, and days since the claim's first
    LaterRows<PackedService> services_;
    LaterRows<ServiceRow> services_apart_;
    LaterRows<PackedReason> reasons_;
};

}   // namespace deltoid::replay

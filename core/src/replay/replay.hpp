// SPDX-License-Identifier: Apache-2.0
// A replay: what the rules said of a batch, held against what the payers answered. It listens to the batch and to the
// reader of answers, joins both when all is read, and writes the report (docs/replay.md).
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "book.hpp"
#include "replay/replaying.hpp"

namespace deltoid::replay {

class Replay final : public Replaying, public AnswerSink {
public:
    explicit Replay(const Options& options)
        : identifiers_(options.identifiers), text_(options.format == Format::text) {}

    // Of the claims, while they are checked.
    void claim(std::uint32_t file, const Claim& claim, std::span<const Service> services) override;
    void said(const LedgerEntry& finding) override;
    void end_claim_file(std::string_view name, const InputEnd& end, std::uint64_t bytes) override;
    void settle_claims() override;

    [[nodiscard]] std::unique_ptr<AnswerReader> begin_remits(std::string_view name) override;
    void end_remits(const AnswerReader& reader, std::uint64_t bytes) override;
    void answer(const AnswerSet& set, const ClaimAnswer& answer) override;
    void provider_adjustment(std::uint32_t reason, Cents amount) override;
    void end_set(const AnswerSet& set) override;

    void report(std::string& out) override;

private:
    void keep_line(const ClaimRow& claim, const Line& line, const Service* service, std::uint32_t number);
    [[nodiscard]] std::uint32_t keep_payer(const Payer& payer);
    void keep_npi(std::uint32_t npi);
    /// Position in by_id of the first claim with the id; claims.size() when there is none.
    [[nodiscard]] std::uint32_t find_group(std::uint64_t id) const;
    void keep_answer(const AnswerSet& set, const ClaimAnswer& answer, std::uint32_t group);
    [[nodiscard]] bool any_injection(std::uint32_t group) const;
    void keep_services(AnswerRow& row, const ClaimAnswer& answer);
    void check_balance(const AnswerSet& set, const ClaimAnswer& answer);

    Book book_;
    bool identifiers_;
    bool text_;
    // What was kept last under a hash, so that the few payers and providers of a practice are kept once.
    std::array<std::uint32_t, 256> recent_payers_{}, recent_npis_{};
};

}   // namespace deltoid::replay

// SPDX-License-Identifier: Apache-2.0
// A batch being checked: takes claims from readers, asks every rule, writes what they say, and remembers what other
// claims of the batch may still answer.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "administrations.hpp"
#include "collector.hpp"
#include "day_index.hpp"
#include "facts_cache.hpp"
#include "ledger.hpp"
#include "options.hpp"
#include "readers/reader.hpp"
#include "rule_choice.hpp"
#include "writers/writer.hpp"

namespace deltoid {

/// What is said of one claim, and how many errors each rule has on it and on the claims that it meets.
struct Heard {
    struct One {
        Finding finding;
        std::uint16_t rule = 0;   ///< in the catalogue
    };
    std::vector<One> said;   ///< by line, then rule; levels as they are written
    std::vector<std::uint32_t> errors, errors_of_others;
};

/// Claims that no table could answer for, and the days of service between which they lie.
struct OpenClaims {
    std::uint64_t claims = 0;
    Day first = Day::none(), last = Day::none();
    void add(const OpenClaims& more);
};

class Batch final : public Sink {
public:
    Batch(std::shared_ptr<const Tables> tables, std::shared_ptr<const Options> options);

    /// Claims that follow belong to this file. `name` "" is a claim that came from no file.
    void begin_file(std::string_view name, bool x12, const Reader* reader);
    void end_file(const InputEnd& end, std::uint64_t bytes);

    /// Tells the ledger of every claim and of what is said of it, whatever is written.
    void tell(Ledger* ledger) { ledger_ = ledger; }

    /// Claims that follow were sent earlier: they are remembered, not checked. remember_earlier() takes each of them.
    void begin_history(std::string_view name);
    void remember_earlier(Claim& claim);

    /// Records that claims which follow are given before rules look at them; sorted.
    void use_records(std::shared_ptr<const Administrations> records) { records_ = std::move(records); }
    [[nodiscard]] const Administrations::Joined& joined() const { return joined_; }

    void claim(Claim& claim, std::span<const Finding> troubles) override;
    void trouble(const Finding& finding) override;

    /// What waited for other claims, then the summary.
    void finish();

    /// For workers: claims that follow belong to this file of another batch, which keeps the files.
    void continue_file(std::string_view name, std::uint32_t number, bool x12, const Reader* reader);
    /// Takes over what a worker's batch has counted, remembered and written, as if it had been read here.
    void absorb(Batch& block);

    /// For fixes, between the reading of a batch and its end: what is said of a claim as it stands now, in the place of
    /// the remembered `row` among the claims that share its key. Nothing is written or counted. `meets` is empty for a
    /// claim that is remembered nowhere.
    void hear(Claim& claim, std::span<const Finding> troubles, std::span<const DayIndex::Keyed> meets,
              std::uint32_t row, Heard& heard);
    /// Whether reading the claim has left a row behind; rows are in the order of the claims.
    [[nodiscard]] bool is_remembered(Claim& claim);
    /// Remembers the claim that was heard last in place of what was remembered of it.
    void remember_again(std::uint32_t row) { index_.replace(row, services_, service_claim_); }
    [[nodiscard]] DayIndex& index() { return index_; }
    [[nodiscard]] bool is_written(std::uint16_t rule) const { return options_->written[rule]; }

    [[nodiscard]] std::string& output() { return output_; }
    /// A line about each claim, when the options ask for it (roster.hpp).
    [[nodiscard]] std::string& roster() { return roster_; }
    [[nodiscard]] const Totals& totals() const { return summary_.totals; }

private:
    class Groups;   // batch_finish.cpp: what finish() does with the day index

    /// Every rule about the claim by itself; what they say is in the collector.
    void ask(Claim& claim, std::span<const Finding> troubles);
    void resolve_payer(Claim& claim);
    void settle_institutional(const Claim& claim);
    void make_services(const Claim& claim);
    void read_diagnoses(const Claim& claim);
    [[nodiscard]] Service service_of(const Claim& claim, const Line& line, std::uint16_t number);
    [[nodiscard]] ClaimContext context_of(const Claim& claim) const;
    void ask_claim_rules(const Claim& claim);
    void ask_day_rules();
    void ask_day_rules_of(std::span<const Service> services, Collector& collector);
    void ask_verdict_rules(const Claim& claim);
    void ask_patient_rules(std::span<const Service> services, Collector& collector);
    /// Medicare Advantage one level lower, then the profile's own levels, then those of the payer.
    void settle_level(Finding& finding, PayerClass payer, const PayerProfile* profile = nullptr) const;
    void settle_place(Finding& finding, const Claim* claim) const;
    void write_claim(const Claim& claim);
    void tell_ledger(std::uint32_t file, std::uint32_t claim_index, std::uint16_t line, std::uint16_t rule, Level level,
                     const Denial& forecast);
    void write(const Finding& finding, std::uint16_t rule, const FindingScope& scope);
    void write_rendered(std::string_view rendered, std::size_t findings = 1);
    [[nodiscard]] std::string* next_place(std::size_t findings);
    [[nodiscard]] Cents charge_at_risk(const Finding& finding, const Claim& claim) const;
    void count(Level level, std::uint8_t tags, std::uint16_t rule);
    /// Says of each rule that no table could answer on how many claims.
    void say_what_stayed_open();
    /// Claims of FHIR alone: where a finding that waited for other claims is written, their resources are gone.
    void note_origin(const Claim& claim);
    [[nodiscard]] std::uint32_t origin_of(std::uint32_t file, std::uint32_t index) const;
    [[nodiscard]] Place place_lines(const Claim& claim);
    void remember(std::uint64_t key, const Claim& claim);
    [[nodiscard]] std::int32_t rest_charge(std::uint32_t row);
    void note_denial(const Denial& denial);
    /// What Medicare would pay for a line by the fee schedule that is loaded; 0 where it cannot be told.
    [[nodiscard]] Cents fee_of(const Service& service) const;
    void note_rest_fee(std::uint32_t row);
    void note_left_open(std::span<const LeftOpen> open);
    void count_clean_lines(const Claim& claim);
    [[nodiscard]] Day as_of() const;

    std::shared_ptr<const Tables> tables_;
    std::shared_ptr<const Options> options_;
    std::unique_ptr<Writer> writer_;
    Ledger* ledger_ = nullptr;
    RuleChoice claim_rules_, day_rules_, patient_rules_, verdict_rules_;
    FactsCache facts_;
    DiagnosisCache diagnosis_facts_;
    DayIndex index_;
    Collector collector_;
    Summary summary_;
    std::vector<std::string> history_files_;
    std::vector<std::vector<std::uint32_t>> origins_;   ///< Claim::origin by file and index, as far as there are any
    std::shared_ptr<const Administrations> records_;
    Administrations::Joined joined_;
    std::map<std::pair<std::uint16_t, std::uint8_t>, OpenClaims> open_claims_;   ///< by rule and message
    std::string output_;
    std::string roster_;
    std::string held_;           ///< findings of a format that is written at the end
    std::size_t written_ = 0;    ///< findings, held ones among them

    // The file that is being read.
    std::string file_;
    std::uint32_t file_number_ = 0;
    bool x12_ = false;
    bool csv_ = false;
    const Reader* reader_ = nullptr;

    // The claim that is being asked about; kept for their memory.
    std::vector<Service> services_;
    std::vector<Service> day_services_;
    std::vector<DiagnosisFacts> diagnoses_;
    Day first_day_;
    ServiceClaim service_claim_;
    const PayerProfile* payer_ = nullptr;    // what the profile says of the claim's
    std::uint32_t taxonomy_ = 0;             // hash of the claim's practitioner's
    Needs have_ = 0;
    std::vector<std::uint8_t> line_flags_;   // DayIndex::dirty, at_risk; [0] the claim as a whole
    std::vector<WaitingFinding> waiting_now_;
    std::vector<const Finding*> said_of_claim_;
};

/// Neighbours in a vector as a span; libc++ 14 cannot make one of two iterators.
template <class Iterator>
[[nodiscard]] auto stretch(Iterator begin, Iterator end) {
    return std::span(&*begin, static_cast<std::size_t>(end - begin));
}

/// The most lines of a claim, or services of a day, that rules are shown; more is SRC005.
inline constexpr std::size_t line_limit = 1000;
inline constexpr std::size_t day_limit = 500;

}  // namespace deltoid

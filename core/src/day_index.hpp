// SPDX-License-Identifier: Apache-2.0
// The day index: what a batch remembers of each claim so that lines of one patient, provider and day meet, on whatever
// claims they stand. Rows are appended while reading and sorted once, at the end: no input can make it quadratic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blocks.hpp"
#include "context.hpp"

namespace deltoid {

/// A finding that may be answered by another claim of the batch, kept as the writer's bytes.
struct WaitingFinding {
    std::uint32_t claim = 0;    ///< row of the index
    std::uint16_t line = 0;
    std::uint16_t rule = 0;     ///< index in the catalogue
    std::uint8_t message = 0;
    Level level = Level::info;
    std::uint8_t tags = 0;
    std::uint16_t denial_line = 0;
    std::string rendered;
    Denial forecast{};          ///< for a ledger
};

class DayIndex {
public:
    /// What joins claims: billing NPI, subscriber, patient and birth date, in upper case and trimmed, as a hash; and the
    /// payer, because the same services sent to a second payer are no second services. 0: the claim joins nothing.
    [[nodiscard]] static std::uint64_t key_of(const Claim& claim);
    [[nodiscard]] static std::uint32_t hash_of(std::string_view text);

    static constexpr std::uint8_t dirty = 1;      ///< has an error or warning; of a claim: as a whole
    static constexpr std::uint8_t at_risk = 2;    ///< its charge is counted in amount_at_risk
    static constexpr std::uint8_t brought = 4;
    static constexpr std::uint8_t no_charge = 8;
    static constexpr std::uint8_t secondary = 4;      ///< of a claim: another payer goes before this one
    static constexpr std::uint8_t dates_differ = 8;   ///< of a claim: ServiceClaim::dates_differ
    static constexpr std::uint8_t care_bits = 15;     ///< in ClaimRow::more: ServiceClaim::care
    static constexpr std::uint8_t earlier = 16;       ///< there too: ServiceClaim::earlier
    static constexpr std::uint8_t several_days = 32;  ///< there too: its lines lie on more days than one
    static constexpr unsigned bill_at = 6;            ///< there too, in two bits: ServiceClaim::bill
    static constexpr std::uint32_t most_files = (std::uint32_t{1} << 24) - 1;
    static constexpr std::uint8_t noted = 16;     ///< of a claim: ServiceClaim::supply_noted
    static constexpr std::uint8_t institutional = 32;
    static constexpr std::uint8_t alone = 64;     ///< of a claim: ServiceClaim::administration_alone
    static constexpr std::uint8_t counted = 16;   ///< of a line: Service::counted
    static constexpr std::uint8_t cancer = 128;   ///< of a claim: ServiceClaim::cancer
    static constexpr std::uint8_t injected = 128; ///< in LineRow::place, whose numbers end at 99: Service::injected
    static constexpr std::uint8_t packaged_drug = 100;   ///< there too, in place of a number: Service::packaged_drug
    static constexpr unsigned record_at = 5;      ///< of a line: Service::record in two bits
    static constexpr std::uint8_t duplicate = 128;   ///< of a line: Service::duplicate

    /// 48 bytes a claim.
    struct ClaimRow {
        std::uint64_t key = 0;
        std::uint32_t offset_low = 0;
        std::int32_t rest_charge = 0;   ///< cents of the lines that are not remembered and not at risk, saturated
        std::uint32_t id_begin = 0;
        std::uint32_t first_line = 0;
        std::uint32_t segment = 0;
        std::uint32_t text_line = 0;
        std::uint32_t index = 0;        ///< within the file
        std::uint32_t file : 24 = 0;
        std::uint32_t more : 8 = 0;     ///< care, earlier, several_days, bill
        std::uint16_t id_size = 0;
        std::uint16_t line_count = 0;
        std::uint16_t offset_high = 0;
        std::uint8_t kind = 0;          ///< payer class and frequency, half a byte each
        std::uint8_t flags = 0;
        void set_offset(std::uint64_t offset) {
            offset_low = static_cast<std::uint32_t>(offset);
            offset_high = static_cast<std::uint16_t>(offset >> 32);
        }
        [[nodiscard]] std::uint64_t offset() const { return std::uint64_t{offset_high} << 32 | offset_low; }
        void set_kind(PayerClass payer_class, char frequency_code) {
            const bool digit = frequency_code >= '0' && frequency_code <= '9';
            const unsigned code = digit ? static_cast<unsigned>(frequency_code - '0') : letter;
            kind = static_cast<std::uint8_t>(static_cast<unsigned>(payer_class) << 4 | code);
        }
        [[nodiscard]] PayerClass payer() const { return static_cast<PayerClass>(kind >> 4); }
        [[nodiscard]] bool is_earlier() const { return (more & earlier) != 0; }
        /// A digit; 'X' for any letter.
        [[nodiscard]] char frequency() const {
            return (kind & 15U) == letter ? 'X' : static_cast<char>('0' + (kind & 15U));
        }

    private:
        static constexpr unsigned letter = 15;
    };
    static_assert(sizeof(ClaimRow) == 48);

    /// Four-byte members only: 44 bytes a line.
    struct LineRow {
        Day day;
        std::uint32_t code = 0;
        std::array<std::uint16_t, Line::modifier_room> modifiers{};
        std::uint32_t charge_low = 0;
        std::int32_t charge_high = 0;
        std::int32_t units = 0;          ///< thousandths, saturated
        std::uint32_t taxonomy = 0;
        std::uint32_t offset = 0;        ///< from the claim's
        std::uint16_t segment = 0;       ///< from the claim's
        std::uint16_t text_line = 0;     ///< from the claim's
        std::uint16_t line = 0;
        std::uint8_t place = 0;          ///< and `injected`
        std::uint8_t flags = 0;
    };

    /// A long text of a record, for DOC018; only claims with records have any.
    struct TextRow {
        std::uint64_t text = 0;      ///< hash
        std::uint32_t patient = 0;   ///< hash
        std::uint32_t claim = 0;     ///< row of the index
        std::uint16_t line = 0;
        Field field{};
    };

    /// Remembers a claim and those of its services that a day may ask for. Returns its row.
    std::uint32_t add(std::uint64_t key, const Claim& claim, std::span<const Service> services, const ServiceClaim& of,
                      std::uint32_t file, Place place);
    /// The same in place of a row that is there; its key stays.
    void replace(std::uint32_t row, std::span<const Service> services, const ServiceClaim& of);
    /// Whether a rule of a day may ask for the service: others are not remembered.
    [[nodiscard]] static bool matters(const Service& service);
    void add_text(std::uint32_t row, const Claim& claim, std::uint16_t line, Field field, std::string_view text);
    void wait(WaitingFinding finding) { waiting_.push_back(std::move(finding)); }

    /// The claim's payer has levels of its own; kept beside the rows, for few have.
    void note_profile(std::uint32_t row, const PayerProfile& profile) { profiles_.push_back({row, &profile}); }
    /// What Medicare would pay for the lines that rest_charge stands for; beside the rows, for few sessions have fees.
    void note_rest_fee(std::uint32_t row, Cents fee) { rest_fees_.push_back({row, fee}); }
    /// Gives it once.
    [[nodiscard]] Cents take_rest_fee(std::uint32_t row);
    /// Null for most.
    [[nodiscard]] const PayerProfile* profile_of(std::uint32_t row) const;

    [[nodiscard]] ClaimRow& claim(std::uint32_t row) { return claims_[row]; }
    [[nodiscard]] bool has_several_days(std::uint32_t row) { return (claims_[row].more & several_days) != 0; }
    [[nodiscard]] std::uint32_t claim_count() const { return claims_.size(); }
    [[nodiscard]] LineRow& line(std::uint32_t row) { return lines_[row]; }
    [[nodiscard]] std::string_view id(const ClaimRow& row) const { return {ids_.data() + row.id_begin, row.id_size}; }
    [[nodiscard]] std::vector<WaitingFinding>& waiting() { return waiting_; }

    [[nodiscard]] const Blocks<TextRow>& texts() const { return texts_; }
    /// A hash of what the claim bills, whatever the order of its lines: claims of one key that share it are the same.
    [[nodiscard]] std::uint64_t content_of(const ClaimRow& row) const;

    struct Keyed {
        std::uint64_t key;
        std::uint32_t row;
    };
    /// Claims that share their key with others, or are of several days, one group after another; within a group by claim id, then by place. Some
    /// groups are of one claim.
    [[nodiscard]] std::vector<Keyed> in_groups() const;

    /// The remembered line as a service; `facts` of its code and day are the caller's.
    [[nodiscard]] static Service service(const LineRow& line, const ClaimRow& row, const ServiceClaim& claim, const CodeFacts& facts);
    [[nodiscard]] static Cents charge(const LineRow& line) {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(line.charge_high) << 32 | line.charge_low);
    }
    [[nodiscard]] ServiceClaim service_claim(const ClaimRow& row, std::string_view file) const;

    /// Appends another index, read behind this one; its files keep their numbers.
    void append(DayIndex&& later);
    void clear();
    [[nodiscard]] bool empty() const { return claims_.size() == 0; }

private:
    void keep_id(std::string_view id);
    static std::uint8_t flags_of(const ServiceClaim& of);
    static std::uint8_t more_of(const ServiceClaim& of);
    void add_lines(ClaimRow& row, std::span<const Service> services, Place place);

    Blocks<ClaimRow> claims_;
    Blocks<LineRow> lines_;
    Blocks<TextRow> texts_;
    std::vector<char> ids_;
    std::vector<WaitingFinding> waiting_;
    std::vector<std::pair<std::uint32_t, const PayerProfile*>> profiles_;   ///< in order of row
    std::vector<std::pair<std::uint32_t, Cents>> rest_fees_;                ///< in order of row
};

}  // namespace deltoid

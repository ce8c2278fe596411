// SPDX-License-Identifier: Apache-2.0
// Fills a Claim from the segments between its CLM and the next claim, loop by loop (005010X222A1 and X223A2, 2300 to 2430).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "catalogue.hpp"
#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"
#include "x12_loops.hpp"
#include "x12_scan.hpp"
#include "x12_transaction.hpp"

namespace deltoid::x12 {

/// A segment as it lies in the input, for the places of findings.
struct Segment {
    const char* begin = nullptr;
    const char* end = nullptr;   ///< of its terminator
    Place place;                 ///< of `begin`
};

/// NM102 as a claim has it: "person", "organization" or "".
[[nodiscard]] std::string_view entity_of(std::string_view nm102);

/// The loops above a claim.
struct Above {
    const SharedLoop& billing;
    const SharedLoop& subscriber;
    const SharedLoop& patient;
    bool has_subscriber = false;   ///< an HL of level 22 or 23 was seen
    bool is_dependent = false;     ///< the last HL has level 23
};

/// One claim at a time: begin(), its segments in order, finish(). Never allocates once its vectors have grown.
class ClaimBuilder {
public:
    Claim claim;
    std::vector<Finding> troubles;

    void begin(const Elements& clm, const Segment& segment, const Delimiters& delimiters, const Above& above);
    /// `end` is behind the claim's last terminator; `content`: what the claim turned out to be.
    void finish(const char* end, Content content);

    /// By their service segments; unknown when there is none.
    [[nodiscard]] Content content() const;

    void diagnoses(const Elements& hi, const Segment& segment);
    void reference(const Elements& ref, const Segment& segment);
    void note(const Elements& nte);
    void party(const Elements& nm1, const Segment& segment);
    void taxonomy(const Elements& prv);
    void other_payer(const Segment& segment);
    void line(const Elements& lx, const Segment& segment);
    void service(const Elements& sv1, const Segment& segment);
    void institutional_service(const Elements& sv2, const Segment& segment);
    /// SV3: says only what kind of claim it is.
    void foreign_service(const Segment& segment);
    void date(const Elements& dtp, const Segment& segment);
    void drug(const Elements& lin, const Segment& segment);
    void drug_quantity(const Elements& ctp, const Segment& segment);
    void measurement(const Elements& mea);
    void adjudication() { where_ = line_ == nullptr ? where_ : Where::adjudication; }

    /// Whether a reference with this qualifier would be taken where the claim stands now.
    [[nodiscard]] bool takes_reference(char first, char second) const {
        if (where_ == Where::other_payer) return false;   // 2330: the other payer's numbers
        if (upper(first) == 'G' && second == '1') return true;
        if (first == '9' && upper(second) == 'F') return true;
        return line_ == nullptr ? upper(first) == 'F' && second == '8' : first == '6' && upper(second) == 'R';
    }

    /// Bytes that were changed on the way in: the claim gets a region for them.
    void add_changed(const Changed& changed) { changed_.push_back(changed); }

private:
    /// Loops: 2300, 2310, 2320 with 2330, 2400, 2410, 2420, 2430.
    enum class Where : std::uint8_t { claim, claim_party, other_payer, line, drug, line_party, adjudication };

    template <class Message, class Fill>
    void trouble(DefinedRule rule, Message message, const Segment& segment, std::string_view at, Fill&& fill);
    [[nodiscard]] std::uint16_t line_number() const { return static_cast<std::uint16_t>(claim.lines.size()); }
    [[nodiscard]] bool in_line() const { return line_ != nullptr && where_ != Where::other_payer; }
    void inherit(const Above& above);
    void add_line(std::string_view number, const Segment& segment);
    void set_source(const Segment& segment);
    void check_line();
    void procedure(std::string_view composite, Line& line, const Segment& segment);
    void claim_party(std::uint32_t code, const Elements& nm1, const Segment& segment);
    void line_party(std::uint32_t code, const Elements& nm1);
    void take(Provider& provider, const Elements& nm1);
    static void take_referral(std::string_view& number, bool& is_referral, std::string_view referral);
    void line_reference(std::uint32_t qualifier, std::string_view number);
    Date day_of(std::string_view text);
    void begin_service(std::string_view name, const Segment& segment);
    void statement(const Elements& dtp);
    void value_code(std::string_view code, std::string_view amount);
    void make_institutional();
    void repeated(std::string_view name, const Segment& segment);

    Delimiters delimiters_;
    Date last_date_;   ///< most lines of a claim are of one day
    Segment clm_;
    Segment lx_;
    Where where_ = Where::claim;
    Line* line_ = nullptr;               ///< the last of claim.lines
    Provider* practitioner_ = nullptr;   ///< of the last NM1*82: its PRV follows
    bool has_service_ = false;           ///< the line has its SV1
    bool note_is_additional_ = false;
    bool line_note_is_additional_ = false;
    bool number_is_referral_ = false;   ///< the claim's authorization number is a referral's: REF*G1 counts more
    bool line_number_is_referral_ = false;
    bool has_rendering_ = false;
    std::string_view type_;   ///< CLM05
    // Of an institutional claim (837I): what is settled when its end tells that it is one.
    Provider attending_;                             ///< NM1*71
    Date statement_from_, statement_to_;             ///< DTP*434
    std::array<std::string_view, 2> blood_counts_;   ///< HI*BE: amounts of value codes 48 and 49
    std::array<char, 4> bill_type_{};
    std::uint32_t professional_ = 0, institutional_ = 0, dental_ = 0;   ///< service segments seen
    std::vector<Changed> changed_;
};

}   // namespace deltoid::x12

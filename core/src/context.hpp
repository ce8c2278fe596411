// SPDX-License-Identifier: Apache-2.0
// What a rule is shown: a claim with the facts of its codes, or the services of a patient, provider and day.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "deltoid/claim.hpp"
#include "deltoid/rule.hpp"
#include "deltoid/tables.hpp"
#include "fields.hpp"
#include "options.hpp"

namespace deltoid {

namespace rulebook {
struct DayProducts;   // rules/day_products.hpp
}

/// Two characters of a modifier in upper case, as one number; 0 for any other text.
class Modifier {
public:
    constexpr Modifier() = default;
    constexpr explicit Modifier(std::string_view text) {
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        if (text.size() == 2)
            packed_ = static_cast<std::uint16_t>((static_cast<unsigned char>(upper(text[0])) << 8) |
                                                 static_cast<unsigned char>(upper(text[1])));
    }
    constexpr bool operator==(const Modifier&) const = default;
    [[nodiscard]] constexpr std::uint16_t packed() const { return packed_; }
    static constexpr Modifier from_packed(std::uint16_t packed) {
        Modifier modifier;
        modifier.packed_ = packed;
        return modifier;
    }

private:
    std::uint16_t packed_ = 0;
};

/// What the type of bill (FL 4, CLM05) of an institutional claim means for an injection.
enum class BillType : std::uint8_t {
    outpatient,        ///< 013x, or none given
    critical_access,   ///< 085x
    clinic,            ///< 071x and 077x: paid by the encounter
    other              ///< any other: what its programme pays is not known here
};

/// The claim of a service, as far as a day asks; a claim of this batch, read or remembered.
struct ServiceClaim {
    std::string_view file;
    std::string_view id;
    std::uint32_t index = 0;          ///< within the file
    PayerClass payer = PayerClass::unknown;
    bool institutional = false;
    char frequency = '1';
    /// A note says that patient, pharmacy or a sample supplied the drug.
    bool supply_noted = false;
    /// The profile's payer wants no line for a drug that the practice did not buy.
    bool administration_alone = false;
    bool cancer = false;              ///< a diagnosis of the claim names a cancer
    std::uint8_t care = 0;            ///< bits of rulebook::Care (rules/sup/care.hpp): who saw the patient
    /// Wrong or missing dates explain a missing drug or injection: CLM010 speaks, or what reads dates.
    bool dates_differ = false;
    std::uint32_t row = 0;            ///< in the day index, once it is there
    bool earlier = false;             ///< stands in a file of the past: known, not checked
    BillType bill = BillType::outpatient;   ///< of an institutional claim
};

/// What the record says of a line's units: by the dose for a drug, by the number of injections for 96372.
enum class RecordCheck : std::uint8_t { none, agrees, differs, not_checked };

/// One line as the rules of a day see it.
struct Service {
    CodeFacts facts;                       ///< of its code on its day
    Day day;
    std::array<Modifier, Line::modifier_room> modifiers;
    Thousandths units = 0;                 ///< 0 when they cannot be read
    Cents charge = 0;
    std::uint32_t taxonomy = 0;            ///< hash of the rendering practitioner's; 0 unknown
    std::uint16_t line = 0;                ///< position in its claim, from 1
    std::uint8_t place = 0;                ///< place of service; 0 unknown
    PlaceClass where = PlaceClass::office; ///< its class on the day; office when that is unknown
    bool brought = false;                  ///< the record says patient, pharmacy, sample or state supplied the drug
    bool charge_known = false;
    bool counted = false;                  ///< the units are a whole number from 1, and no other type than UN
    bool injected = false;                 ///< the record says that it went under the skin or into a muscle
    bool packaged_drug = false;            ///< an institution's drug without a code of its own: its revenue code tells it
    RecordCheck record = RecordCheck::none;
    bool duplicate = false;                ///< the same line stands earlier on its claim: CLM001 speaks
    Needs has_needs = 0;                   ///< of what rules need (needs.hpp)
    const ServiceClaim* claim = nullptr;
    Place at;                              ///< of the line; for services of other claims

    [[nodiscard]] bool is(CodeSet set) const { return facts.is(set); }
    [[nodiscard]] bool has(Modifier modifier) const {
        for (const Modifier own : modifiers)
            if (own == modifier) return true;
        return false;
    }
    [[nodiscard]] bool has_any(std::span<const Modifier> wanted) const {
        for (const Modifier modifier : wanted)
            if (has(modifier)) return true;
        return false;
    }
};

/// A diagnosis of a claim, read once for all rules.
struct DiagnosisFacts {
    DiagnosisCode code;        ///< not valid() when the text cannot be ICD-10-CM, or is sent as something else
    DiagnosisSets sets = 0;    ///< on the claim's first day
    /// What the year's list says of it on that day.
    enum class Listed : std::uint8_t { yes, header, no, nobody_knows };
    Listed listed = Listed::nobody_knows;

    [[nodiscard]] bool is(DiagnosisSet set) const { return (sets & bit(set)) != 0; }
};

struct ClaimContext {
    const Claim& claim;
    std::span<const Service> services;   ///< one for each line, in the same order
    std::span<const DiagnosisFacts> diagnoses;   ///< one for each, when the claim has an injection; else none
    Day first_day;                       ///< of its services; none() when no line has one
    const Tables& tables;
    const Options& options;
    Day received;                        ///< the day the payer got it; without one the as-of day
    bool from_x12 = false;
    bool from_csv = false;

    [[nodiscard]] PayerClass payer() const { return claim.payer.payer_class; }
};

/// The services of one patient, billing provider, payer and day; of one claim or of several.
struct DayContext {
    std::span<const Service> services;
    Day day;
    const Tables& tables;
    const Options& options;
    const rulebook::DayProducts& products;   ///< of the services, told once for all rules
};

/// The services of one patient, billing provider and payer, in order of day: of the batch and of earlier files.
struct PatientContext {
    std::span<const Service> services;
    const Tables& tables;
    const Options& options;
};

/// Both practitioners known and of another specialty: Medicare does not add their lines together (rulebook, Scope).
[[nodiscard]] inline bool another_specialty(const Service& a, const Service& b) {
    return a.taxonomy != 0 && b.taxonomy != 0 && a.taxonomy != b.taxonomy;
}

/// Medicare Part B and Medicare Advantage; findings of such rules say as_medicare().
[[nodiscard]] constexpr bool is_medicare(PayerClass payer) {
    return payer == PayerClass::medicare_b || payer == PayerClass::medicare_advantage;
}

/// The row of a table that has one row for a code, as evidence.
inline std::string_view code_row(Finding& finding, Code code) {
    const auto text = code.text();
    return finding.keep({text.data(), text.size()});
}

/// Collects what the rules say of one claim or one day. To say something is rare, and compilers are told so: what leads
/// to it is laid apart from what every claim runs through.
class Report {
public:
    virtual ~Report() = default;
    /// A finding of the rule that is being asked: about the claim as a whole ...
    [[gnu::cold]] Finding& say(std::uint8_t message);
    /// ... about a line of the claim ...
    [[gnu::cold]] Finding& say(std::uint8_t message, const Service& service);

    /// No table knows what the rule asks of this claim, or of this day of several claims. Of all of them the message is said
    /// once, at the end of the batch, with {claims} and {days}, from the first to the last: each by itself would only say
    /// that the table is missing.
    virtual void leave_open(std::uint8_t message, Day day) = 0;

    /// Names the other service that the finding rests on, when it stands on another claim.
    void partner(Finding& finding, const Service& about, const Service& other) {
        if (about.claim != other.claim)
            finding.beside({other.claim->file, other.claim->id, other.claim->index, other.line});
    }

private:
    virtual Finding& begin_finding(std::uint8_t message, const Service* service) = 0;
};

}  // namespace deltoid

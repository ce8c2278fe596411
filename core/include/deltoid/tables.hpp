// SPDX-License-Identifier: Apache-2.0
// Dated tables. A pack is a text (TSV with a provenance header), read once into sorted typed rows; the only question a
// rule can ask is what holds for a key on a day.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"
#include "deltoid/diagnosis.hpp"
#include "deltoid/values.hpp"

namespace deltoid {

/// Fact book tags: V, V2, K.
enum class Confidence : std::uint8_t { verified, secondary, professional };

/// One edition of one table: a pack file (docs/tables.md).
struct Edition {
    std::string table;     ///< "ncci-ptp-practitioner"
    std::string name;      ///< "2024Q3"
    Day from;              ///< first day it is in force
    Day to;                ///< last day; open() for tables that are kept up row by row
    std::string source;
    std::string sha256;    ///< of the file's bytes, lower-case hex
    Confidence confidence = Confidence::verified;
    bool complete = true;  ///< false: some rows of the official table only, so a missing row proves nothing
};

/// What every row carries: the days it holds (both included) and the edition it stands in.
struct Dated {
    Day from;
    Day to = Day::open();
    std::uint16_t edition = 0;
};

/// A PTP edit between the injection code and another code. Keys are ranges of one code shape.
struct EditRow : Dated {
    Code first, last;
    /// The column the *other* code stands in: 1 it pays and the injection denies, 2 it denies.
    std::uint8_t column = 1;
    /// 0 never together, 1 with a modifier, 9 looked up in the official table and no edit there.
    std::uint8_t indicator = 0;

    [[nodiscard]] bool bundles() const { return indicator != 9; }
};

/// A medically unlikely edit: the most units, and how they are added up (MAI 1 line, 2 and 3 day; 0 unknown).
struct UnitLimitRow : Dated {
    Code code;
    std::int32_t units = 0;
    std::uint8_t adjudication = 0;
};

enum class PlaceClass : std::uint8_t { office, facility, facility_for_some_payers, telehealth, encounter_rate, unassigned };

struct PlaceRow : Dated {
    std::uint8_t code = 0;   ///< 1-99
    PlaceClass place_class = PlaceClass::office;
};

/// When a code is valid: Level II drug codes, and the administration codes whose days are known.
struct CodeRow : Dated {
    Code code;
    char coverage = ' ';   ///< CMS coverage letter: C D I M S; a blank where the table has none
};

/// What took the place of an ended code, from the row's first day to its last. Several rows in force: several
/// successors, by product; the likeliest (not otherwise specified) stands first.
struct SuccessorRow : Dated {
    Code code;
    Code successor;              ///< not valid(): ended without one
    Thousandths factor = 0;      ///< new units for one old unit; 0 unknown: recompute from the dose
    bool full_units_only = false;///< "up to" codes: the factor holds for a full unit only
    Confidence confidence = Confidence::verified;
};

/// What a drug's billing unit stands for.
enum class UnitStyle : std::uint8_t { each, up_to, per_dose };
/// How the drug's containers are sold.
enum class Container : std::uint8_t { unknown, single, multi, both };
/// Which administration the drug expects when given SC or IM.
enum class Administration : std::uint8_t { injection, none, procedure, rsv_antibody, vaccine, allergen,
                                           antineoplastic, hormonal_antineoplastic };
enum class WasteModifier : std::uint8_t { no, yes, varies };

/// One product of the drug pack. Text columns are views into the pack; see its header for their meaning.
struct DrugRow : Dated {
    Code code;
    std::string_view substance, drug_class;
    std::int64_t unit_amount = 0;        ///< thousandths of unit_measure; 0 unknown
    std::string_view unit_measure;       ///< mg mcg g mL unit IU dose mEq
    std::uint8_t measure_family = 0;     ///< of unit_measure: DoseFamily of dose.hpp
    std::int64_t measure_steps = 0;      ///< of one unit_measure, in that family's steps; 0 unknown
    UnitStyle unit_style = UnitStyle::each;
    std::string_view routes;
    Container container = Container::unknown;
    std::string_view doses, dose_min, dose_max;
    Administration administration = Administration::none;
    std::string_view administration_text;
    bool complex_list = false;
    std::string_view self_administered, esa;
    WasteModifier waste_modifier = WasteModifier::no;
    std::string_view dx_support, dx_against;
    std::string_view interval_min_days, interval_max_days, course_max;
    /// Billing units of the smallest and the largest labelled dose, rounded up; 0 where the pack has none.
    std::int64_t least_units = 0, most_units = 0;
    bool listed_doses_only = false;      ///< between them only the listed doses exist
    std::string_view sex, age_min, age_max;
    std::string_view payer_notes;
    Confidence confidence = Confidence::professional;
    std::string_view conf_fields;        ///< columns that rest on professional knowledge alone, parted by |
    std::string_view sources;
};

/// An ICD-10-CM code of the official list; a header has codes below it and is not for claims.
struct DiagnosisRow : Dated {
    DiagnosisCode code;
    bool header = false;
};

/// Named sets of diagnoses, as bits. A set's rows are dated families in the pack icd10-sets.
enum class DiagnosisSet : std::uint8_t {
    external_cause,   ///< how an injury came about: never first
    female, male,     ///< of one sex only
    manifestation,    ///< a disease's effect elsewhere, never without the disease
    maternity, newborn,
    status,           ///< a circumstance or history, no reason for an injection by itself
    symptom,
    unspecified       ///< a condition left open where drugs usually want it named
};
inline constexpr std::size_t diagnosis_set_count = static_cast<std::size_t>(DiagnosisSet::unspecified) + 1;
using DiagnosisSets = std::uint32_t;
constexpr DiagnosisSets bit(DiagnosisSet set) { return 1U << static_cast<unsigned>(set); }

/// The billing code of a package: the crosswalk of NDC and HCPCS. A package may have several.
struct NdcBillingRow : Dated {
    NdcCode ndc;
    Code code;
};

/// The days on which a package is marketed.
struct NdcMarketRow : Dated {
    NdcCode ndc;
};

/// What Medicare pays a practitioner for one unit: national amounts, before the locality's adjustment.
struct FeeRow : Dated {
    Code code;
    Cents office = 0;     ///< outside of a facility; 0 where the schedule has no amount
    Cents facility = 0;
};

/// Named sets of codes, as bits. A set's rows are dated ranges in the pack code-sets.
enum class CodeSet : std::uint8_t {
    injection,             ///< 96372
    injection_predecessor, ///< 90772, 90782, G0351
    visit,                 ///< column 2 of 96372, indicator 1, visits that modifier 25 opens (rulebook BND003)
    nurse_visit,           ///< 99211
    preventive_visit,
    drug,                  ///< rulebook "Scope": J and Q drug codes, C9, S0, immune globulins
    unlisted_drug,
    vaccine,               ///< and toxoids; no immune globulin, no RSV antibody
    vaccine_influenza, vaccine_pneumococcal, vaccine_hepatitis_b, vaccine_covid, vaccine_after_exposure,
    vaccine_administration,///< 90460-90474, 90480, G0008-G0010, 0001A...
    allergen_product, allergen_injection,
    rsv_antibody, skin_test, toxin,
    drug_administration,   ///< 96360-96549 but 96372, G0012, 96380, 96381: gives a drug another way
    procedure_with_drug,   ///< joint, tendon, trigger point, nerve, lesion, eye, pellet: the procedure gives its own drug
    inpatient_visit,       ///< hospital, observation, nursing facility, newborn and critical care
    emergency_visit,
    supply,
    evaluation_and_management,   ///< every visit; for "the only partner is an E/M" (rulebook BND009)
    immune_globulin,             ///< 90281-90399 and the J codes, no RSV antibody: not a vaccine, and wants an NDC
    preventive_service           ///< opens G2211 beside 25 from 2025 on (rulebook BND010): wellness, vaccines, Part B
};
inline constexpr std::size_t code_set_count = static_cast<std::size_t>(CodeSet::preventive_service) + 1;
using CodeSets = std::uint32_t;
constexpr CodeSets bit(CodeSet set) { return 1U << static_cast<unsigned>(set); }

/// A row found for a key on a day, or the reason there is none.
template <class Row>
struct Answer {
    const Row* row = nullptr;
    /// No row means that the official table has none on the day: a complete edition of the day was looked at, or the
    /// key's history is known and the day lies in a gap of it. Without it a missing row proves nothing.
    bool covered = false;
    /// The day lies behind the last day of the row's edition: the row has no end and is taken to go on.
    bool carried_forward = false;

    explicit operator bool() const { return row != nullptr; }
};

/// What is known of one code on one day: every table answered once.
struct CodeFacts {
    Code code;
    Day day;
    CodeSets sets = 0;
    Answer<EditRow> edit_practitioner;
    Answer<EditRow> edit_outpatient;
    Answer<UnitLimitRow> limit_medicare;
    Answer<UnitLimitRow> limit_outpatient;
    Answer<UnitLimitRow> limit_medicaid;
    Answer<DrugRow> drug;
    Answer<CodeRow> validity;
    bool ended = false;            ///< listed in hcpcs-codes, but all its rows ended before the day
    bool not_begun = false;        ///< listed in hcpcs-codes, but all its rows begin after the day

    [[nodiscard]] bool is(CodeSet set) const { return (sets & bit(set)) != 0; }
};

/// All loaded packs.
class Tables {
public:
    Tables();
    ~Tables();
    Tables(Tables&&) noexcept;
    Tables& operator=(Tables&&) noexcept;

    /// Reads one pack. A pack of a table already loaded adds an edition; one that overlaps a loaded edition and differs
    /// is refused with both names; the very bytes of a loaded one change nothing. Returns what is wrong with it; nothing
    /// is loaded then.
    [[nodiscard]] std::vector<Problem> add(std::string_view name, std::string text);

    // On a day that is not known() every answer is "no row, not covered", but sets(): those of any day.

    /// A range's row is no answer for a code that the code table first knows after the end of the row's edition.
    [[nodiscard]] Answer<EditRow> edit_with_injection(Code other, Day day) const;
    [[nodiscard]] Answer<EditRow> edit_with_injection_outpatient(Code other, Day day) const;
    [[nodiscard]] Answer<UnitLimitRow> unit_limit_medicare(Code code, Day day) const;
    [[nodiscard]] Answer<UnitLimitRow> unit_limit_outpatient(Code code, Day day) const;
    [[nodiscard]] Answer<UnitLimitRow> unit_limit_medicaid(Code code, Day day) const;
    /// A text that is not two digits is in no edition: no row, covered.
    [[nodiscard]] Answer<PlaceRow> place(std::string_view two_digits, Day day) const;
    [[nodiscard]] Answer<CodeRow> code_validity(Code code, Day day) const;
    /// The rows of a code that begin first and end last, whatever the day; null for a code that is not listed.
    [[nodiscard]] const CodeRow* first_validity(Code code) const;
    [[nodiscard]] const CodeRow* last_validity(Code code) const;
    /// All rows of an ended code, by first day. Those that hold on the day of service name the codes in force.
    [[nodiscard]] std::span<const SuccessorRow> successors(Code code) const;
    [[nodiscard]] Answer<DrugRow> drug(Code code, Day day) const;
    /// The drug whatever the day: for the substance of an ended code.
    [[nodiscard]] const DrugRow* any_drug(Code code) const;
    /// All drugs of the fullest edition, by code: for names in records.
    [[nodiscard]] std::span<const DrugRow> drugs() const;
    [[nodiscard]] CodeSets sets(Code code, Day day) const;
    // facts() does not ask these, and stretch() knows nothing of their days.
    [[nodiscard]] Answer<DiagnosisRow> diagnosis(DiagnosisCode code, Day day) const;
    /// The row of a code that begins first, whatever the day; null for a code that is not listed.
    [[nodiscard]] const DiagnosisRow* first_diagnosis(DiagnosisCode code) const;
    /// The sets that hold the code on the day; on an unknown day, those that hold it on any.
    [[nodiscard]] DiagnosisSets diagnosis_sets(DiagnosisCode code, Day day) const;
    /// The billing codes of a package, whatever the day.
    [[nodiscard]] std::span<const NdcBillingRow> billing_codes(NdcCode ndc) const;
    [[nodiscard]] Answer<NdcMarketRow> marketed(NdcCode ndc, Day day) const;
    /// A crosswalk, a directory of packages is loaded.
    [[nodiscard]] bool has_crosswalk() const;
    [[nodiscard]] bool has_directory() const;
    /// The directory names the package, on whatever day.
    [[nodiscard]] bool is_listed(NdcCode ndc) const;
    /// A fee holds for its calendar year: an amount of an earlier one is no answer. facts() does not ask.
    [[nodiscard]] Answer<FeeRow> fee(Code code, Day day) const;
    [[nodiscard]] bool has_fees() const;
    /// Neither Saturday, Sunday nor federal holiday, as observed.
    [[nodiscard]] bool is_work_day(Day day) const;

    /// All of the above that a claim line asks, in one answer. Rows stay valid until the next add().
    [[nodiscard]] CodeFacts facts(Code code, Day day) const;

    /// The number of the stretch of days that `day` lies in: within one, facts() of a code stay the same.
    [[nodiscard]] std::uint32_t stretch(Day day) const;
    /// The same for diagnosis() and diagnosis_sets().
    [[nodiscard]] std::uint32_t diagnosis_stretch(Day day) const;

    [[nodiscard]] const Edition& edition(std::uint16_t number) const;
    /// In order of table and first day.
    [[nodiscard]] std::span<const Edition> editions() const;
    /// Last day of the newest edition of a table; none() when nothing is loaded.
    [[nodiscard]] Day newest_day(std::string_view table) const;

    /// The packs built into the program, read once.
    [[nodiscard]] static std::shared_ptr<const Tables> built_in();
    /// A copy of the built-in packs to add to.
    [[nodiscard]] static std::shared_ptr<Tables> copy_of_built_in();

private:
    struct Data;
    std::unique_ptr<Data> data_;
};

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// A claim as every rule sees it: plain structs of views into the bytes it came from.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "deltoid/values.hpp"

namespace deltoid {

enum class Kind : std::uint8_t { professional, institutional };

/// Contract `payer.class`.
enum class PayerClass : std::uint8_t {
    unknown, medicare_b, medicare_advantage, medicaid, commercial, tricare, va, workers_comp, auto_insurance
};

/// Where a byte lies in its input. Offsets count from 0, segments and text lines from 1.
struct Place {
    std::uint64_t offset = 0;
    std::uint32_t segment = 0;     ///< 0: the input has no segments (JSON)
    std::uint32_t text_line = 0;   ///< 0: the claim came from no file
};

struct Provider {
    std::string_view npi;
    std::string_view taxonomy;
    std::string_view entity;   ///< "person", "organization" or ""
};

struct Payer {
    std::string_view name;
    std::string_view id;
    std::string_view filing_indicator;   ///< SBR09 as sent; "" outside X12
    std::string_view declared_class;     ///< contract `payer.class` as written; "" in X12
    std::string_view sequence;           ///< P, S, T ...
    std::string_view state;
    std::string_view contractor;
    PayerClass payer_class = PayerClass::unknown;   ///< what the two texts, the profile and the options make of it
};

struct Diagnosis {
    std::string_view code;
    bool icd9 = false;
    bool malformed = false;
};

struct DrugCode {
    std::string_view code;        ///< NDC as sent
    std::string_view qualifier;   ///< LIN02 as sent; "" outside X12
    Quantity quantity;
    std::string_view unit;
};

struct Measurement {
    std::uint32_t line = 0;   ///< index of the line it belongs to
    std::string_view name;
    std::string_view value;
};

/// What the chart says of one injection; contract `documentation`.
struct Documentation {
    std::string_view drug, dose, route, site, lot, expiration, given_at, ordered_by, order_date, given_by, credential,
        supervised_by, supervision, response, indication, container, discarded, source, injections,
        visit_documented_separately, reason_distinct, new_problem;
};

struct Line {
    static constexpr std::size_t modifier_room = 4;   // SV101-3 to -6, box 24D
    static constexpr std::size_t pointer_room = 12;
    /// A pointer whose text is neither a number from 1 to 99 nor a letter from A to L.
    static constexpr std::uint8_t unreadable_pointer = 0;

    std::string_view number;        ///< LX01 or contract `line`, as sent
    std::string_view code;          ///< as sent
    std::string_view description;   ///< SV101-7
    std::array<std::string_view, modifier_room> modifiers;
    std::uint8_t modifier_count = 0;
    std::uint8_t pointer_count = 0;
    std::array<std::uint8_t, pointer_room> pointers;   ///< from 1
    std::string_view pointer_text;                     ///< all of them, as sent
    Quantity units;
    std::string_view unit_type;
    Money charge;
    Date from;
    Date to;                        ///< absent: the same day
    std::string_view pos;           ///< "" inherits the claim's
    std::string_view note;
    std::string_view revenue_code;
    DrugCode ndc;
    Provider rendering;
    std::string_view prior_authorization;
    std::string_view control_number;     ///< REF*6R
    std::int32_t documentation = -1;     ///< index into Claim::documentations; -1 when the source has none
    std::string_view source;             ///< the bytes of the line's SV1 segment; "" outside X12
    Place place;                         ///< of `source`

    [[nodiscard]] Date to_or_from() const { return to.absent() ? from : to; }
};

/// A stretch of the input that a claim's views point into.
struct Region {
    const char* begin = nullptr;
    const char* end = nullptr;
    std::uint64_t offset = 0;        ///< of `begin` in the input
    std::uint32_t segment = 0;       ///< number of the segment at `begin`; 0 without segments
    std::uint32_t text_line = 0;     ///< number of the text line at `begin`
    char terminator = 0;             ///< ends a segment; 0 without segments
    /// Bytes changed on the way in (line breaks taken out, escapes read): every view of it is at `offset`.
    bool changed = false;
};

/// The bytes that part the segments, elements and components of an 837; NUL where there is none.
struct Separators {
    char element = 0;
    char component = 0;
    char repetition = 0;
    char terminator = 0;
};

struct Claim {
    Kind kind = Kind::professional;
    std::string_view id;
    Payer payer;
    Date received_date;
    std::string_view frequency;
    std::string_view original_reference;
    std::string_view prior_authorization;
    Money total_charge;
    std::string_view pos;
    std::string_view bill_type;
    std::string_view note;
    /// In an 837P ordering practitioners stand on lines only (2420E): the first one counts for the claim, as do
    /// a line's supervising, referring and facility where the claim has none.
    Provider billing, rendering, supervising, ordering, referring, facility;
    struct {
        std::string_view id;
        Date birth_date;
        std::string_view sex;
        Date death_date;
    } patient;
    std::string_view subscriber_id;
    std::vector<Diagnosis> diagnoses;
    std::vector<Line> lines;
    std::vector<Measurement> measurements;
    std::vector<Documentation> documentations;

    std::string_view source;        ///< the bytes the claim lies in, from its first
    Separators separators;          ///< of the 837 it lies in; NUL outside X12
    std::vector<Region> regions;    ///< the claim's own first; then the billing and subscriber loops, changed bytes
    std::uint32_t index = 0;        ///< from 0 within the file
    std::uint32_t origin = 0;       ///< the FHIR resource it was (fhir_elements.hpp); 0 outside FHIR
    bool has_place = false;         ///< false for a claim that came from no file

    /// Forgets everything but keeps the memory.
    void clear();
};

/// Where a view into one of the claim's regions lies; the claim's own first byte when it lies in none.
[[nodiscard]] Place locate(const Claim& claim, std::string_view view);


/// The administration record of a line; null when the source has none.
[[nodiscard]] const Documentation* record_of(const Claim& claim, const Line& line);

/// The place of service that counts for a line: its own, else the claim's; trimmed.
[[nodiscard]] std::string_view place_of_service(const Claim& claim, const Line& line);

}  // namespace deltoid

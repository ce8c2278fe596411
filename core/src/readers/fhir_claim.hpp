// SPDX-License-Identifier: Apache-2.0
// A FHIR Claim or ExplanationOfBenefit to a claim: docs/fhir.md has the table of what comes from where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"
#include "fhir_elements.hpp"
#include "readers/fhir_directory.hpp"
#include "readers/fhir_element.hpp"
#include "rules/src/no_professional_codes.hpp"

namespace deltoid {

/// What of a claim's references led nowhere.
enum class FhirMissing : std::uint8_t { patient, coverage, payer, provider, facility, diagnosis, claim };
inline constexpr std::size_t fhir_missing_kinds = 7;

/// What reading one resource brought to light beside the claim.
struct FhirReading {
    /// Why it is not to be checked.
    enum class Verdict : std::uint8_t { checked, unread };
    Verdict verdict = Verdict::checked;
    UncodedResource reason = UncodedResource::nothing;
    bool authorization = false;
    std::uint8_t missing = 0;           ///< bits of FhirMissing
    bool diagnoses_unread = false;      ///< some have no ICD code
    std::uint32_t places_unread = 0;    ///< lines whose place of service is of another code set
    std::uint32_t codes_withheld = 0;   ///< lines
    std::uint32_t lines_uncoded = 0;    ///< lines without a code that could be read
    std::size_t lines = 0;              ///< items, read or not
};

class FhirClaim {
public:
    FhirClaim(Claim& claim, std::vector<Finding>& troubles) : claim_(claim), troubles_(troubles) {}

    /// Fills the claim, which must be clear. Its views are those of the tape and the directory.
    [[nodiscard]] FhirReading read(FhirElement resource, const FhirDirectory& directory, Arena& arena,
                                   FhirOrigin origin, std::uint64_t claim_number);

private:
    enum class Role : std::uint8_t { none, rendering, supervising, referring, ordering };
    struct Member {
        Role role = Role::none;
        std::uint8_t rank = 0;   ///< of the words for one role: the smaller the better
        Provider provider;
    };
    struct Note {
        std::string_view text;
        bool free = false;     ///< said to people
        bool linked = false;   ///< of a line
        Measurement result;
    };
    /// A contained Observation: "#id".
    struct Observation {
        std::string_view id;
        Measurement result;
    };
    struct Problem {
        std::string_view sequence;
        Diagnosis diagnosis;
        std::uint32_t number = 0;   ///< the sequence as a number
        std::uint32_t position = 0;
        bool principal = false;
        std::uint8_t pointer = 0;   ///< its place in the claim, from 1
    };

    void settle_edition();
    [[nodiscard]] bool settle_kind();
    [[nodiscard]] bool is_checked();
    void read_head();
    void read_information();
    void read_coverage();
    void read_care_team();
    void read_diagnoses();
    void read_total();
    void read_lines();
    void read_line(FhirElement item);
    void read_code(FhirElement item, Line& line);
    void read_drug(FhirElement item, Line& line);
    void read_modifiers(FhirElement item, Line& line);
    void read_dates(FhirElement item, Line& line);
    void read_charge(FhirElement item, Line& line);
    void read_place(FhirElement item, Line& line);
    void read_pointers(FhirElement item, Line& line);
    void read_rendering(FhirElement item, Line& line);
    void read_line_information(FhirElement item, Line& line);
    void read_observations();
    [[nodiscard]] Measurement result_of(FhirElement reference) const;
    void add_result(Measurement result);

    [[nodiscard]] FhirFacts follow(FhirElement reference, FhirMissing what);
    [[nodiscard]] Provider provider(FhirElement reference, FhirMissing what);
    [[nodiscard]] bool withheld(FhirElement concept_of) const;

    /// What an element must be.
    struct Shape {
        std::string_view name;
        JsonKind kind;
    };
    void check_shapes(FhirElement element, const Shape* shapes, std::size_t count);
    void over_limit(Field field, std::string_view what, std::size_t limit);
    Finding* trouble(ElementShape message, const FhirNode* node);

    Claim& claim_;
    std::vector<Finding>& troubles_;
    FhirElement resource_;
    FhirElement period_;   ///< billablePeriod
    FhirResolver resolver_;
    Arena* arena_ = nullptr;
    FhirOrigin origin_;
    FhirReading reading_;
    std::uint64_t claim_number_ = 0;
    std::uint64_t left_out_ = 0;
    std::vector<Member> team_;
    std::vector<Problem> problems_;
    std::vector<std::string_view> problems_unread_;   ///< sequences of those without an ICD code
    // By sequence, so that no number of items and elements makes a claim slow to read.
    std::vector<std::uint32_t> rendering_at_;   ///< index in team_, from 1
    std::size_t rendering_ = 0;                 ///< the claim's in team_, from 1
    std::vector<Note> notes_;
    std::vector<Observation> observations_;
};

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// The diagnoses of a line, how they stand to a drug, and the authority of the rules on them.
#pragma once

#include <algorithm>

#include "context.hpp"
#include "rules/drg/self_administered_drugs.hpp"
#include "rules/drg/withdrawn_product.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

namespace source {
inline constexpr Source icd_guidelines{"ICD-10-CM official guidelines for coding and reporting",
                                       "CMS and NCHS, sections I.A.13, I.B.4, I.B.8, I.B.18, I.C.15-21, IV",
                                       "2015-10-01", ""};
inline constexpr Source icd_codes{"ICD-10-CM codes of a fiscal year, first day 1 October",
                                  "CMS and NCHS; 45 CFR 162.1002", "2015-10-01", ""};
inline constexpr Source code_editor{"Medicare Code Editor: first diagnosis, ages, manifestations",
                                    "CMS, Definitions of Medicare Code Edits", "2015-10-01", ""};
inline constexpr Source sex_edit_ended{"Sex conflict edit of ICD-10 codes",
                                       "CMS, Definitions of Medicare Code Edits, version 42", "", "2024-09-30"};
inline constexpr Source sex_override{"KX on professional lines of gender-specific services",
                                     "CMS Pub 100-04 ch. 32, 240", "2009-10-01", ""};
inline constexpr Source drug_diagnoses{"Diagnoses that a drug is usually given for",
                                       "Product labels and contractor articles, as the drug pack gives them", "", ""};
inline constexpr Source b12_coverage{"Vitamin B12 injections", "LCD L33967; CMS Pub 100-02 ch. 15, 50.4; NCD 150.6",
                                     "2021-01-01", ""};
inline constexpr Source vaccine_encounter{
    "Z23 is for vaccines", "AAP and AAFP coding guidance; ICD-10-CM guidelines I.C.21.c.2", "2015-10-01", ""};
inline constexpr Source unclear_diagnosis{"Claims with missing or invalid diagnoses (16 with M76, M81)",
                                          "Noridian, most common claim submission errors", "", ""};
}   // namespace source

/// ICD-9 codes were for claims until the day before (45 CFR 162.1002).
inline constexpr Day icd10_begins = Day::of(2015, 10, 1);

/// A pointer that names a diagnosis of the claim.
inline bool points_to_one(const Claim& claim, std::size_t pointer) {
    return pointer >= 1 && pointer <= claim.diagnoses.size() && !trim(claim.diagnoses[pointer - 1U].code).empty();
}

/// How many diagnoses are a line's reasons: those it points to, or all of an institution's claim, which has no pointers.
inline std::size_t reason_count(const Claim& claim, const Line& line) {
    return claim.kind == Kind::institutional ? std::min<std::size_t>(claim.diagnoses.size(), 255) : line.pointer_count;
}

/// The number on the claim, from 1, of a line's reason, counted from 0; 0 for a pointer to nothing that can be read.
inline std::size_t reason_number(const Claim& claim, const Line& line, std::size_t i) {
    return claim.kind == Kind::institutional ? i + 1 : line.pointers[i];
}

/// DX001 and DX002 have nothing to say of the line: what the diagnoses mean may be asked.
inline bool points_well(const Claim& claim, const Line& line) {
    const std::size_t count = reason_count(claim, line);
    for (std::size_t i = 0; i < count; ++i)
        if (!points_to_one(claim, reason_number(claim, line, i))) return false;
    return count != 0;
}

/// Where a line's reason stands: its pointer, or the diagnosis itself.
inline Finding& in_reason(Finding& finding, const Claim& claim, std::uint8_t at) {
    return finding.in(claim.kind == Kind::institutional ? Field::diagnoses : Field::line_pointers, at);
}

inline const Line& line_of(const ClaimContext& context, const Service& service) {
    return context.claim.lines[service.line - 1U];
}

/// A pointed diagnosis, for a line that points well.
inline const DiagnosisFacts& pointed(const ClaimContext& context, const Line& line, std::size_t i) {
    return context.diagnoses[reason_number(context.claim, line, i) - 1U];
}

inline std::string_view pointed_text(const Claim& claim, const Line& line, std::size_t i) {
    return trim(claim.diagnoses[reason_number(claim, line, i) - 1U].code);
}

/// Position of the line's first pointer to a diagnosis of these families, from 1; 0 when there is none.
inline std::uint8_t first_in_families(const ClaimContext& context, const Line& line, std::string_view families) {
    const std::size_t count = reason_count(context.claim, line);
    for (std::size_t i = 0; i < count; ++i)
        if (in_families(families, pointed(context, line, i).code)) return static_cast<std::uint8_t>(i + 1);
    return 0;
}

inline constexpr DiagnosisCode vaccine_encounter_diagnosis{"Z23"};

/// The line's first diagnosis is Z23: DX007 speaks of it.
inline bool begins_with_vaccine_encounter(const ClaimContext& context, const Line& line) {
    return reason_count(context.claim, line) != 0 &&
           points_to_one(context.claim, reason_number(context.claim, line, 0)) &&
           pointed(context, line, 0).code == vaccine_encounter_diagnosis;
}

/// A line of 96372 or of a drug that it may have given, whose diagnoses are worth asking about.
inline bool is_injection_or_drug(const Service& service) {
    const bool product =
        service.is(CodeSet::vaccine) || service.is(CodeSet::allergen_product) || service.is(CodeSet::skin_test);
    return service.is(CodeSet::injection) || (service.is(CodeSet::drug) && !product);
}

/// A drug line whose diagnoses no other rule has taken: valid on the day, not self-administered or withdrawn, no waste.
inline bool is_asked_for_diagnosis(const ClaimContext& context, const Service& service) {
    if (!service.is(CodeSet::drug) || !service.facts.drug || service.facts.ended || service.facts.not_begun)
        return false;
    if (service.has(Modifier("JW")) || service.duplicate || service.is(CodeSet::unlisted_drug)) return false;
    const bool route_open = is_medicare(context.payer()) && starred(service) != nullptr &&
                            !service.has(given_by_vein) && !service.has(given_under_skin);
    const Line& line = line_of(context, service);
    if (route_open || is_excluded(service) || withdrawn(context.claim, service) != nullptr) return false;
    return points_well(context.claim, line) && !begins_with_vaccine_encounter(context, line);
}

}   // namespace deltoid::rulebook

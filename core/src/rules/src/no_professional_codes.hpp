// SPDX-License-Identifier: Apache-2.0
// SRC004: claims of a FHIR file that were counted but not checked, by kind and number; or checked with a caveat.
#pragma once

#include <array>
#include <string_view>

#include "deltoid/rule.hpp"

namespace deltoid {

/// Messages of SRC004. Each is said once of a file, with {count}.
enum class UncodedResource : std::uint8_t {
    pharmacy,
    oral,
    vision,
    no_codes,   ///< no CPT or HCPCS code on any line
    withheld,   ///< the same, for the sender has hidden them
    no_items,
    cancelled,
    answers,         ///< an ExplanationOfBenefit of a Claim in the same file
    authorization,   ///< checked
    nothing          ///< {count} resources, and no claim among them that could be checked
};

namespace src004 {
inline constexpr std::array<std::string_view, 10> messages{
    "Pharmacy claims of this file were not checked (claims: {count}): their lines have no procedure codes.",
    "Dental claims of this file were not checked (claims: {count}): they are billed with other codes.",
    "Vision claims of this file were not checked (claims: {count}): they are billed with other codes.",
    "Claims without any CPT or HCPCS code were not checked (claims: {count}).",
    "Claims whose procedure codes are all withheld by the sender were not checked (claims: {count}).",
    "Claims without items were not checked (claims: {count}).",
    "Claims that are cancelled or entered in error were not checked (claims: {count}).",
    "Explanations of benefit that answer a claim of the same file were not checked a second time (claims: {count}).",
    "Requests for authorization were checked as if they were bills (claims: {count}).",
    "No claim of this file could be checked (claims in it: {count})."};
inline constexpr std::array<Source, 2> sources{{
    {"HL7 FHIR R4, resource Claim", "https://hl7.org/fhir/R4/claim.html", "2019-11-01", ""},
    {"HL7 FHIR R4, resource ExplanationOfBenefit", "https://hl7.org/fhir/R4/explanationofbenefit.html", "2019-11-01",
     ""},
}};
inline constexpr std::array<Example, 2> bad{{
    {"Items coded in SNOMED CT alone.",
     R"({"resourceType":"Claim","type":{"coding":[{"code":"professional"}]},"item":[{"sequence":1,)"
     R"("productOrService":{"coding":[{"system":"http://snomed.info/sct","code":"185349003"}]}}]})",
     "{}", true},
    {"A Bundle of patients.",
     R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"1"}}]})",
     "{}", true},
}};
inline constexpr std::array<Example, 1> good{{
    {"An item with a CPT code.",
     R"({"resourceType":"Claim","type":{"coding":[{"code":"professional"}]},"item":[{"sequence":1,"servicedDate":)"
     R"("2026-09-15","productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"99213"}]}}]})",
     "{}", true},
}};
}   // namespace src004

inline constexpr Rule rule_src004{
    .id = "SRC004",
    .name = "no-professional-codes",
    .level = Level::error,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary =
        "Claims of a FHIR file could not be checked, or only with a caveat: they have no procedure codes, or are no "
        "bills.",
    .why = "What was not checked must not pass for clean.",
    .fix = "Export the professional claims with their CPT and HCPCS codes; for the others there is nothing to do.",
    .myth = "",
    .messages = src004::messages,
    .sources = src004::sources,
    .bad = src004::bad,
    .good = src004::good,
};

}   // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// CLM006: an NPI whose check digit does not fit.
#pragma once

#include <algorithm>
#include <cstdint>

#include "context.hpp"
#include "rules/malformed_values.hpp"
#include "rules/sources.hpp"
#include "ub04.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view npi_check_digit_messages[] = {
    "{place} {who} {npi} is not a valid NPI (box {box}): its check digit does not fit. Look the number up and correct "
    "it.",
    "{place} {who} {npi} is not a valid NPI (box {box}): an NPI has ten digits and begins with 1 or 2. Look the number "
    "up and correct it.",
};
inline constexpr Source npi_check_digit_sources[] = {source::npi};
inline constexpr Example npi_check_digit_bad[] = {
    {"The last two digits of the rendering provider's NPI are swapped.",
     R"([{"op":"replace","path":"/rendering/npi","value":"1234567839"}])"},
};
inline constexpr Example npi_check_digit_good[] = {
    {"All NPIs fit.", "[]"},
};

inline bool is_npi_shape(std::string_view npi) {
    if (npi.size() != 10 || (npi[0] != '1' && npi[0] != '2')) return false;
    return std::all_of(npi.begin(), npi.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// An NPI with its check digit: Luhn over 80840 and the ten digits; the prefix adds 24 (CMS NPI check digit specification).
/// Every claim has several, so the first eight digits are taken in one word, four sums side by side.
inline bool npi_fits(std::string_view npi) {
    if (npi.size() != 10 || (npi[0] != '1' && npi[0] != '2')) return false;
    std::uint64_t word = 0;
    for (unsigned i = 0; i < 8; ++i) word |= std::uint64_t{static_cast<unsigned char>(npi[i])} << (8 * i);   // one load
    constexpr std::uint64_t high = 0xF0F0F0F0F0F0F0F0U;
    if ((word & high) != 0x3030303030303030U || ((word + 0x0606060606060606U) & high) != 0x3030303030303030U) return false;
    const unsigned ninth = static_cast<unsigned char>(npi[8]) - '0';
    const unsigned tenth = static_cast<unsigned char>(npi[9]) - '0';
    if (ninth > 9 || tenth > 9) return false;
    constexpr std::uint64_t lanes = 0x000F000F000F000FU, ones = 0x0001000100010001U;
    const std::uint64_t doubled = word & lanes;           // the first digit and every other behind it
    const std::uint64_t over = ((doubled + 11 * ones) >> 4) & ones;   // from 5 on twice the digit has two: 9 less
    const std::uint64_t sums = 2 * doubled - 9 * over + ((word >> 8) & lanes);
    const unsigned last = 2 * ninth - (ninth > 4 ? 9 : 0) + tenth;
    return (24 + (sums * ones >> 48) + last) % 10 == 0;
}

inline void say_npi(std::string_view npi, Field field, Kind kind, const Service* service, Report& report) {
    const FieldRow& row = row_of(field);
    std::string_view box = box_of(field, kind);
    if (box.empty()) box = x12_of(field, kind);          // the UB-04 has no place for a service facility ...
    if (box.empty()) box = "FL 76-79";   // ... and calls no practitioner supervising or ordering
    const bool billing = field == Field::billing_npi;
    const std::uint8_t message = is_npi_shape(npi) ? 0 : 1;
    Finding& finding = service == nullptr ? report.say(message) : report.say(message, *service);
    finding.in(field).with("place", place_words(finding)).with("who", row.label).with("npi", npi).with("box", box);
    finding.denies(Group::CO, billing ? "207" : "208", finding.line, billing ? "N257" : "N290");
}

inline void check_npi(std::string_view npi, Field field, Kind kind, const Service* service, Report& report) {
    npi = trim(npi);
    if (npi.empty() || npi_fits(npi)) return;
    say_npi(npi, field, kind, service, report);
}

/// Lines that follow each other with the same number say it once.
inline void check_npi_check_digit(const ClaimContext& context, Report& report) {
    const Claim& claim = context.claim;
    check_npi(claim.billing.npi, Field::billing_npi, claim.kind, nullptr, report);
    check_npi(claim.rendering.npi, Field::rendering_npi, claim.kind, nullptr, report);
    check_npi(claim.supervising.npi, Field::supervising_npi, claim.kind, nullptr, report);
    check_npi(claim.ordering.npi, Field::ordering_npi, claim.kind, nullptr, report);
    check_npi(claim.facility.npi, Field::facility_npi, claim.kind, nullptr, report);
    std::string_view last = claim.rendering.npi;
    for (const Service& service : context.services) {
        const std::string_view npi = claim.lines[service.line - 1U].rendering.npi;
        if (npi.empty() || same_code(npi, last)) continue;
        last = npi;
        check_npi(npi, Field::line_rendering_npi, claim.kind, &service, report);
    }
}

inline constexpr Rule npi_check_digit{
    .id = "CLM006",
    .name = "npi-check-digit",
    .level = Level::error,
    .scope = Scope::claim,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "An NPI on the claim fails its check digit.",
    .why = "The claim is rejected before the payer reads it: the number belongs to nobody.",
    .fix = "Look the NPI up in the registry and correct the digits.",
    .messages = npi_check_digit_messages,
    .sources = npi_check_digit_sources,
    .bad = npi_check_digit_bad,
    .good = npi_check_digit_good,
    .check_claim = &check_npi_check_digit,
};

}  // namespace deltoid::rulebook

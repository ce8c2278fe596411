// SPDX-License-Identifier: Apache-2.0
// CLM006: an NPI whose check digit does not fit.
#pragma once

#include "context.hpp"
#include "rules/malformed_values.hpp"
#include "rules/sources.hpp"

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
    bool digits = true;
    for (std::size_t i = 0; i < 10; ++i) digits &= npi[i] >= '0' && npi[i] <= '9';   // all at once: nearly all are
    return digits;
}

/// Luhn over 80840 and the ten digits; the prefix adds 24 (CMS NPI check digit specification).
inline bool npi_fits(std::string_view npi) {
    constexpr std::array<std::uint8_t, 10> doubled{0, 2, 4, 6, 8, 1, 3, 5, 7, 9};   // and their digits added
    unsigned sum = 24;
    for (std::size_t i = 0; i < 10; i += 2)
        sum += doubled[static_cast<std::size_t>(npi[i] - '0')] + static_cast<unsigned>(npi[i + 1] - '0');
    return sum % 10 == 0;
}

inline void say_npi(std::string_view npi, Field field, const Service* service, Report& report) {
    const FieldRow& row = row_of(field);
    const bool billing = field == Field::billing_npi;
    const std::uint8_t message = is_npi_shape(npi) ? 0 : 1;
    Finding& finding = service == nullptr ? report.say(message) : report.say(message, *service);
    finding.in(field).with("place", place_words(finding)).with("who", row.label).with("npi", npi).with("box", row.box);
    finding.denies(Group::CO, billing ? "207" : "208", finding.line, billing ? "N257" : "N290");
}

inline void check_npi(std::string_view npi, Field field, const Service* service, Report& report) {
    npi = trim(npi);
    if (npi.empty() || (is_npi_shape(npi) && npi_fits(npi))) return;
    say_npi(npi, field, service, report);
}

/// Lines that follow each other with the same number say it once.
inline void check_npi_check_digit(const ClaimContext& context, Report& report) {
    const Claim& claim = context.claim;
    check_npi(claim.billing.npi, Field::billing_npi, nullptr, report);
    check_npi(claim.rendering.npi, Field::rendering_npi, nullptr, report);
    check_npi(claim.supervising.npi, Field::supervising_npi, nullptr, report);
    check_npi(claim.ordering.npi, Field::ordering_npi, nullptr, report);
    check_npi(claim.facility.npi, Field::facility_npi, nullptr, report);
    std::string_view last = claim.rendering.npi;
    for (const Service& service : context.services) {
        const std::string_view npi = claim.lines[service.line - 1U].rendering.npi;
        if (npi.empty() || same_code(npi, last)) continue;
        last = npi;
        check_npi(npi, Field::line_rendering_npi, &service, report);
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

// SPDX-License-Identifier: Apache-2.0
// The NDC of a line: what is one, how its digits are read, and the authority of the rules on it.
#pragma once

#include <array>

#include "context.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

namespace source {
inline constexpr Source ndc_medicaid{"NDC on Medicaid claims for drugs given by a practitioner",
                                     "42 CFR 447.520; Social Security Act 1927(a)(7); CMS SMD 06-016", "2007-01-01",
                                     ""};
inline constexpr Source ndc_united{"NDC, quantity and unit on professional drug lines",
                                   "UnitedHealthcare, NDC requirement (dates of service from 2017-01-01)", "2017-01-01",
                                   ""};
inline constexpr Source ndc_units{"Units of an NDC quantity: ML, UN, GR, F2, ME",
                                  "005010X222A1 loop 2410 CTP05; NUCC 1500 manual", "", ""};
inline constexpr Source ndc_milligrams{"ME is taken by some payers and rejected by others",
                                       "Anthem provider news, Georgia; Health Net Federal Services (TRICARE West)",
                                       "2019-11-01", ""};
inline constexpr Source ndc_clearinghouse{
    "Clearinghouse edits: eleven digits, a quantity above zero, a package on the market",
    "Stedi, edit list (market days checked from 2026-11-09)", "2025-01-01", ""};
inline constexpr Source ndc_twelve{"National Drug Codes of twelve digits, 6-4-2", "FDA, 91 FR 10749 (2026-03-05)",
                                   "2033-03-07", ""};
inline constexpr Source ndc_crosswalk{"Crosswalk of NDC and HCPCS codes",
                                      "CMS, ASP NDC-HCPCS crosswalk, by quarter; Priority Health", "", ""};
}   // namespace source

/// LIN02 says N4; other dialects say nothing and mean it.
inline bool has_ndc(const Line& line) {
    if (line.ndc.code.empty()) return false;
    const bool other_number = !trim(line.ndc.qualifier).empty() && !same_code(line.ndc.qualifier, "N4");
    return !other_number && !trim(line.ndc.code).empty();
}

/// An NDC that stands where it belongs; on the injection NDC007 speaks of it.
inline bool has_own_ndc(const Claim& claim, const Service& service) {
    return !service.is(CodeSet::injection) && has_ndc(claim.lines[service.line - 1U]);
}

struct NdcDigits {
    static constexpr std::size_t most = 12;
    std::array<char, most> digits{};
    std::size_t count = 0;
    std::array<std::size_t, 3> groups{};   ///< digits between the hyphens
    std::size_t group_count = 1;
    bool readable = true;

    [[nodiscard]] std::string_view text() const { return {digits.data(), count}; }
    [[nodiscard]] bool all_are(char digit) const {
        for (std::size_t i = 0; i < count; ++i)
            if (digits[i] != digit) return false;
        return count != 0;
    }
};

/// Digits and groups, without blanks and a glued N4.
inline NdcDigits read_ndc(std::string_view text) {
    NdcDigits ndc;
    text = trim(text);
    if (text.size() > 2 && upper(text[0]) == 'N' && text[1] == '4') text.remove_prefix(2);
    for (const char c : text) {
        if (c == ' ') continue;
        if (c == '-' && ndc.group_count < ndc.groups.size())
            ++ndc.group_count;
        else if (c >= '0' && c <= '9' && ndc.count < ndc.digits.size()) {
            ndc.digits[ndc.count++] = c;
            ++ndc.groups[ndc.group_count - 1];
        } else
            ndc.readable = false;
    }
    return ndc;
}

/// NDC003 speaks: ten digits, with the hyphens of the package or without any.
inline bool has_ten_digits(const NdcDigits& ndc) { return ndc.readable && ndc.count == 10 && ndc.group_count != 2; }
/// NDC006 speaks: the FDA's form of twelve.
inline bool has_twelve_digits(const NdcDigits& ndc) { return ndc.readable && ndc.count == 12; }
inline bool is_whole(const NdcDigits& ndc) {
    return ndc.readable && ndc.count == 11 && !ndc.all_are('0') && !ndc.all_are('9');
}

/// Eleven digits as they should be, by a glance: most numbers are.
inline bool is_plain(std::string_view text) {
    if (text.size() != 11) return false;
    bool digits = true, placeholder = true;
    for (const char c : text) {
        digits &= c >= '0' && c <= '9';
        placeholder &= c == text[0];
    }
    return digits && !placeholder;
}

/// Units that every payer takes (CTP05); ME is another matter.
inline bool is_usual_unit(std::string_view unit) {
    for (const std::string_view known : {"ML", "UN", "GR", "F2"})
        if (same_code(unit, known)) return true;
    return false;
}

/// Anything that a rule on the shape of NDCs may speak of: not eleven digits, no usual unit, no quantity.
inline bool is_odd_package(const DrugCode& ndc) {
    return !is_plain(ndc.code) || !ndc.quantity.valid() || ndc.quantity.value <= 0 || !is_usual_unit(ndc.unit);
}

/// The package that a line names, when its number is whole; else not valid().
inline NdcCode package_of(const Claim& claim, const Service& service) {
    if (!has_own_ndc(claim, service)) return {};
    const NdcDigits ndc = read_ndc(claim.lines[service.line - 1U].ndc.code);
    return is_whole(ndc) ? NdcCode(ndc.text()) : NdcCode{};
}

/// The eleven digits of a package, as evidence.
inline std::string_view package_row(Finding& finding, const Line& line) {
    return finding.keep(read_ndc(line.ndc.code).text());
}

}   // namespace deltoid::rulebook

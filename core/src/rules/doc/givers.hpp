// SPDX-License-Identifier: Apache-2.0
// Who gave the injection, by the credentials that the record shows.
#pragma once

#include "rules/doc/records.hpp"

namespace deltoid::rulebook {

/// Practitioners who bill injections in their own name (42 CFR 410.20, 410.74 to 410.77).
inline constexpr std::array<std::string_view, 19> billing_credentials{
    "MD",   "DO",   "MBBS", "NP",  "FNP", "ANP", "PNP", "AGNP", "WHNP", "PMHNP",
    "CRNP", "ARNP", "APRN", "APN", "DNP", "PA",  "PAC", "CNS",  "CNM"};
inline constexpr std::array<std::string_view, 14> staff_credentials{
    "RN", "BSN", "LPN", "LVN", "MA", "CMA", "RMA", "CCMA", "NCMA", "PHARMD", "RPH", "EMT", "CNA", "STUDENT"};

/// The credentials of the record, in their own field or behind the name; "" when there are none.
inline std::string_view giver_credentials(const InjectionDay& record) {
    const std::string_view own = record.text(&Documentation::credential);
    if (!own.empty()) return own;
    const std::string_view name = record.text(&Documentation::given_by);
    const std::size_t comma = name.rfind(',');
    const std::string_view behind =
        comma == std::string_view::npos ? name.substr(name.rfind(' ') + 1) : trim(name.substr(comma + 1));
    return has_any_word(behind, billing_credentials) || has_any_word(behind, staff_credentials) ? behind
                                                                                                : std::string_view();
}

}   // namespace deltoid::rulebook

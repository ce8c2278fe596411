// SPDX-License-Identifier: Apache-2.0
// The type of bill of an institutional claim (UB-04 FL 4; CLM05-1 and -3 of an 837I): "0131", with or without the zero.
#pragma once

#include <string_view>

#include "context.hpp"

namespace deltoid {

/// Facility and care as they stand in CLM05-1: "13" of "0131" or "131"; "" when the text is no type of bill.
[[nodiscard]] inline std::string_view facility_of_bill(std::string_view bill_type) {
    bill_type = trim(bill_type);
    if (bill_type.size() == 4 && bill_type[0] == '0') bill_type.remove_prefix(1);
    if (bill_type.size() != 2 && bill_type.size() != 3) return {};
    for (const char c : bill_type.substr(0, 2))
        if (c < '0' || c > '9') return {};
    return bill_type.substr(0, 2);
}

/// What it means for an injection. Hospital outpatients 013x, critical access hospitals 085x, rural health clinics 071x and
/// federally qualified health centers 077x (NUBC; CMS Pub 100-04 ch. 25, 75.1).
[[nodiscard]] inline BillType bill_type_of(const Claim& claim) {
    const std::string_view facility = facility_of_bill(claim.bill_type);
    if (trim(claim.bill_type).empty() || facility == "13") return BillType::outpatient;
    if (facility == "85") return BillType::critical_access;
    return facility == "71" || facility == "77" ? BillType::clinic : BillType::other;
}

/// A drug that is billed by its revenue code alone, because its payment lies in another service's: 025x, 063x (NUBC, FL 42).
[[nodiscard]] inline bool is_packaged_drug(const Line& line) {
    std::string_view revenue = trim(line.revenue_code);
    if (revenue.size() == 4 && revenue[0] == '0') revenue.remove_prefix(1);
    return trim(line.code).empty() && revenue.size() == 3 &&
           (revenue.substr(0, 2) == "25" || revenue.substr(0, 2) == "63");
}

/// An institutional claim without a frequency of its own has it in the last place of its type of bill.
inline void settle_frequency(Claim& claim) {
    if (claim.kind != Kind::institutional || !claim.frequency.empty()) return;
    const std::string_view bill = trim(claim.bill_type);
    const bool whole = bill.size() == 3 || (bill.size() == 4 && bill[0] == '0');
    if (whole) claim.frequency = bill.substr(bill.size() - 1);
}

}   // namespace deltoid

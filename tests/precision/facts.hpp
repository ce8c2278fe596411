// SPDX-License-Identifier: Apache-2.0
// The facts that generated claims are made of, read from the packs as a biller would read the tables: none of the code
// that the rules use takes part.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/values.hpp"

namespace deltoid::test::precision {

/// One product of core/data/drugs.tsv.
struct Drug {
    std::string code, substance, drug_class, measure, style, container, administration, self_administered, waste;
    std::vector<std::string> routes, supports, against;
    std::vector<std::int64_t> doses;   ///< thousandths of the measure
    std::int64_t unit = 0;             ///< the same
    Day from, to;                      ///< none() before the first and after the last day of a CPT code
    std::string sex;                   ///< "F", "M" or ""
    int age_min = 0, age_max = 120;
    int interval_min = 0, interval_max = 0;   ///< days; 0 unknown
    bool esa = false;

    [[nodiscard]] bool valid_on(Day day) const { return (!from.known() || from <= day) && (!to.known() || day <= to); }
    [[nodiscard]] bool has_route(std::string_view route) const;
    [[nodiscard]] bool single() const { return container == "single"; }
    /// Billing units of a dose: rounded up once (fact book 6.2, U1).
    [[nodiscard]] std::int64_t units_of(std::int64_t dose) const { return (dose + unit - 1) / unit; }
};

/// A diagnosis as it is billed, and whom it may belong to.
struct Diagnosed {
    std::string_view code;   ///< with its dot
    char sex = ' ';          ///< 'F', 'M' or ' '
    int age_min = 0, age_max = 120;

    [[nodiscard]] std::string plain() const;   ///< without the dot
};

struct Facts {
    std::vector<Drug> drugs;
    std::vector<const Drug*> injected;        ///< 96372 gives them
    std::map<std::string, int> least_limit;   ///< the smallest MUE of any table and edition but 0
    /// MUE 0 says that the code is not paid and another is wanted (fact book 19, row 12).
    std::set<std::string> not_paid_by_medicare, not_paid_by_medicaid;

    std::vector<std::string> procedures;   ///< operations in column 1 of 96372, indicator 1

    [[nodiscard]] const Drug& drug(std::string_view code) const;
};

/// Read once.
[[nodiscard]] const Facts& facts();
/// Diagnoses that may stand first on a claim, each billable from 2024 on.
[[nodiscard]] const std::vector<Diagnosed>& diagnoses();
/// Those that the drug pack takes for a reason to give the drug.
[[nodiscard]] std::vector<Diagnosed> reasons_for(const Drug& drug);

/// Whole and broken numbers as claims write them: 1500 thousandths are "1.5".
[[nodiscard]] std::string decimal(std::int64_t thousandths);
[[nodiscard]] std::string iso(Day day);
[[nodiscard]] Day plus_days(Day day, int days);

}   // namespace deltoid::test::precision

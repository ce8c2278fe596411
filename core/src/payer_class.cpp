// SPDX-License-Identifier: Apache-2.0
// Payer classes by name and by filing indicator: two small closed lists.
#include "payer_class.hpp"

#include <cstddef>

#include "deltoid/values.hpp"

namespace deltoid {
namespace {

struct FilingIndicator {
    std::string_view code;
    PayerClass payer_class;
};

/// Rulebook, "Payer classes". What is not here, MA (Part A: not a professional claim), OF, LM, DS, TV and ZZ among it,
/// does not tell the class.
constexpr std::array<FilingIndicator, 17> filing_indicators{{
    {"MB", PayerClass::medicare_b},
    {"16", PayerClass::medicare_advantage},
    {"MC", PayerClass::medicaid},
    {"CI", PayerClass::commercial},
    {"BL", PayerClass::commercial},
    {"HM", PayerClass::commercial},
    {"FI", PayerClass::commercial},   // Federal Employees Program: a Blue Cross Blue Shield plan
    {"11", PayerClass::commercial},
    {"12", PayerClass::commercial},
    {"13", PayerClass::commercial},
    {"14", PayerClass::commercial},
    {"15", PayerClass::commercial},
    {"17", PayerClass::commercial},
    {"CH", PayerClass::tricare},
    {"VA", PayerClass::va},
    {"WC", PayerClass::workers_comp},
    {"AM", PayerClass::auto_insurance},
}};

}   // namespace

std::string_view payer_class_name(PayerClass payer_class) {
    return payer_class_names[static_cast<std::size_t>(payer_class)];
}

PayerClass read_payer_class(std::string_view text) {
    for (std::size_t i = 0; i < payer_class_names.size(); ++i)
        if (same_code(text, payer_class_names[i])) return static_cast<PayerClass>(i);
    return PayerClass::unknown;
}

PayerClass class_of_filing_indicator(std::string_view sbr09) {
    sbr09 = trim(sbr09);
    if (sbr09.size() != 2) return PayerClass::unknown;
    const char first = upper(sbr09[0]);
    const char second = upper(sbr09[1]);
    for (const FilingIndicator& indicator : filing_indicators)
        if (indicator.code[0] == first && indicator.code[1] == second) return indicator.payer_class;
    return PayerClass::unknown;
}

}   // namespace deltoid

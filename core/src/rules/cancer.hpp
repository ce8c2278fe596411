// SPDX-License-Identifier: Apache-2.0
// Whether a claim names a cancer: what decides between 96372 and 96402 for hormones.
#pragma once

#include "deltoid/claim.hpp"

namespace deltoid::rulebook {

/// ICD-10-CM chapter 2 but its benign part (D10-D36), and the codes that stand for a treated cancer.
inline bool is_cancer(const Diagnosis& diagnosis) {
    const std::string_view code = trim(diagnosis.code);
    if (diagnosis.icd9 || diagnosis.malformed || code.size() < 3) return false;
    const char second = code[1];
    const char third = code[2];
    if (upper(code[0]) == 'C') return true;
    if (upper(code[0]) == 'D') return second == '0' || (second == '3' && third >= '7') || second == '4';
    if (upper(code[0]) == 'Z') return (second == '1' && third == '9') || (second == '5' && third == '1');
    return same_code(code, "R97.21") || same_code(code, "R9721");
}

inline bool names_cancer(const Claim& claim) {
    for (const Diagnosis& diagnosis : claim.diagnoses)
        if (is_cancer(diagnosis)) return true;
    return false;
}

}  // namespace deltoid::rulebook

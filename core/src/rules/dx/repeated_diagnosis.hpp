// SPDX-License-Identifier: Apache-2.0
// DX012: the same diagnosis twice on a claim.
#pragma once

#include "rules/dx/diagnoses.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view repeated_diagnosis_messages[] = {
    "Diagnosis {number}, {text}, is on the claim already as diagnosis {first} (box 21). Delete one and point to the "
    "other.",
};
inline constexpr Source repeated_diagnosis_sources[] = {source::icd_guidelines, source::code_editor};
inline constexpr Example repeated_diagnosis_bad[] = {
    {"Low back pain twice.", R"([{"op":"replace","path":"/diagnoses","value":["M54.50","M5450"]}])"},
};
inline constexpr Example repeated_diagnosis_good[] = {
    {"The right and the left shoulder.",
     R"([{"op":"replace","path":"/diagnoses","value":["M54.50","M25.511","M25.512"]}])"},
};

/// Position of an earlier diagnosis with the same code, from 1; 0 when there is none.
inline std::size_t earlier_same(std::span<const DiagnosisFacts> diagnoses, std::size_t at) {
    for (std::size_t i = 0; i < at && diagnoses[at].code.valid(); ++i)
        if (diagnoses[i].code == diagnoses[at].code) return i + 1;
    return 0;
}

/// Of more than the form holds DX003 speaks.
inline void check_repeated_diagnosis(const ClaimContext& context, Report& report) {
    constexpr std::size_t most = 12;
    for (std::size_t i = 1; i < context.diagnoses.size() && context.diagnoses.size() <= most; ++i) {
        const std::size_t first = earlier_same(context.diagnoses, i);
        if (first == 0) continue;
        Finding& finding = report.say(0).in(Field::diagnoses, static_cast<std::uint8_t>(i + 1));
        finding.with_number("number", static_cast<std::int64_t>(i + 1))
            .with_number("first", static_cast<std::int64_t>(first));
        finding.with("text", trim(context.claim.diagnoses[i].code));
    }
}

inline constexpr Rule repeated_diagnosis{
    .id = "DX012",
    .name = "repeated-diagnosis",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "The same diagnosis code is on the claim twice.",
    .why = "A code is reported once for an encounter; some payers return a claim that repeats one.",
    .fix = "Delete the repeated code and point its lines to the first.",
    .confidence = Confidence::secondary,
    .messages = repeated_diagnosis_messages,
    .sources = repeated_diagnosis_sources,
    .bad = repeated_diagnosis_bad,
    .good = repeated_diagnosis_good,
    .check_claim = &check_repeated_diagnosis,
};

}   // namespace deltoid::rulebook

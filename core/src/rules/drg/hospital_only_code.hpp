// SPDX-License-Identifier: Apache-2.0
// DRG019: a hospital's C code on a professional claim.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view hospital_only_code_messages[] = {
    "Line {line}: {code} is a C code, which only hospitals and surgical centers bill (box 24D). Bill the drug's J or Q "
    "code, or J3490 or J3590 when it has none.",
};
inline constexpr Source hospital_only_code_sources[] = {source::hospital_codes, source::unlisted};
inline constexpr Example hospital_only_code_bad[] = {
    {"The hospital's catch-all in an office.",
     R"([{"op":"replace","path":"/lines/2/code","value":"C9399"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"add","path":"/lines/2/note","value":"TESTDRUG 10 MG IM"}])"},
};
inline constexpr Example hospital_only_code_good[] = {
    {"The office's catch-all.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J3490"},{"op":"replace","path":"/lines/2/units","value":"1"},
         {"op":"remove","path":"/lines/2/modifiers"},{"op":"add","path":"/lines/2/note","value":"TESTDRUG 10 MG IM"}])"},
};

/// C and four digits; an ended one is DRG003's.
inline bool is_hospital_code(const Service& service) {
    if (!service.facts.code.valid() || service.facts.ended || service.facts.not_begun) return false;
    const auto text = service.facts.code.text();
    if (text[0] != 'C') return false;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] < '0' || text[i] > '9') return false;
    return true;
}

inline void check_hospital_only_code(const ClaimContext& context, Report& report) {
    constexpr std::uint8_t surgical_center = 24;
    for (const Service& service : context.services) {
        if (!is_hospital_code(service) || service.place == surgical_center) continue;
        Finding& finding = report.say(0, service).in(Field::line_code).with("code", service.facts.code);
        finding.denies(Group::CO, "16", service.line, "M20");
        const bool unlisted = service.is(CodeSet::unlisted_drug);
        finding.fix_by(Operation::replace_code, service.line, unlisted ? "J3490" : "").from_chart();
        if (unlisted) finding.fix_by(Operation::replace_code, service.line, "J3590").from_chart();
    }
}

inline constexpr Rule hospital_only_code{
    .id = "DRG019",
    .name = "hospital-only-code",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::hospital_code,
    .summary = "A C code is on a professional claim outside a surgical center.",
    .why = "C codes are for hospitals and surgical centers; a practitioner's claim is rejected with them.",
    .fix = "Bill the drug's own J or Q code, or J3490 or J3590 with name and dose.",
    .messages = hospital_only_code_messages,
    .sources = hospital_only_code_sources,
    .bad = hospital_only_code_bad,
    .good = hospital_only_code_good,
    .check_claim = &check_hospital_only_code,
};

}  // namespace deltoid::rulebook

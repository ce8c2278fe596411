// SPDX-License-Identifier: Apache-2.0
// DX010: an injection and its drug for different diagnoses.
#pragma once

#include "rules/dx/diagnoses.hpp"
#include "rules/unt/recorded_units.hpp"
#include "small_text.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view different_pointers_messages[] = {
    "Line {line}: the injection points to {own}, but its drug {drug} on line {drug_line} to {other} (box 24E). Payers "
    "usually want the same diagnosis on both.",
    "Line {line}: the injection points to {own}, but none of the day's drugs does (box 24E). Payers usually want the "
    "same diagnosis on an injection and its drug.",
};
inline constexpr Source different_pointers_sources[] = {source::form_1500, source::unclear_diagnosis};
inline constexpr Example different_pointers_bad[] = {
    {"The injection for the back, the drug for the shoulder.",
     R"([{"op":"replace","path":"/diagnoses","value":["M54.50","M25.511"]},{"op":"replace","path":"/lines/2/pointers","value":[2]}])"},
};
inline constexpr Example different_pointers_good[] = {
    {"One diagnosis in common.",
     R"([{"op":"replace","path":"/diagnoses","value":["M54.50","M25.511"]},
         {"op":"replace","path":"/lines/2/pointers","value":[2,1]}])"},
};

inline bool share_a_diagnosis(const Claim& claim, const Line& a, const Line& b) {
    for (std::uint8_t i = 0; i < a.pointer_count; ++i)
        for (std::uint8_t j = 0; j < b.pointer_count; ++j)
            if (a.pointers[i] == b.pointers[j] || same_code(pointed_text(claim, a, i), pointed_text(claim, b, j)))
                return true;
    return false;
}

/// The drugs of the injection's day and claim: whether one has a diagnosis in common with it, and which there is.
struct DrugsBeside {
    const Service* first = nullptr;
    bool several = false;
    bool shared = false;
};

inline DrugsBeside drugs_beside(const ClaimContext& context, const Service& injection) {
    DrugsBeside drugs;
    for (const Service& other : context.services) {
        if (!takes_injection(other) || !is_injection_or_drug(other) || other.day != injection.day) continue;
        const Line& line = line_of(context, other);
        // A drug whose diagnoses cannot be told may be the one: DX001 and DX002 speak of it.
        drugs.shared |=
            !points_well(context.claim, line) || share_a_diagnosis(context.claim, line_of(context, injection), line);
        drugs.several |= drugs.first != nullptr;
        if (drugs.first == nullptr) drugs.first = &other;
        if (drugs.shared) return drugs;
    }
    return drugs;
}

/// The drug's pointers, as many as box 24E holds: "2:1".
inline std::string_view pointers_of(Finding& finding, const Line& line) {
    SmallText<16> text;
    for (std::uint8_t i = 0; i < line.pointer_count && i < 4; ++i)
        text.add(i == 0 ? "" : ":").add_number(line.pointers[i]);
    return finding.keep(text.view());
}

inline void check_different_pointers(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        const Line& line = line_of(context, service);
        if (!service.is(CodeSet::injection) || !points_well(context.claim, line)) continue;
        const DrugsBeside drugs = drugs_beside(context, service);
        if (drugs.first == nullptr || drugs.shared) continue;
        const Line& drug = line_of(context, *drugs.first);
        if (begins_with_vaccine_encounter(context, line) || begins_with_vaccine_encounter(context, drug)) continue;
        Finding& finding = report.say(drugs.several ? 1 : 0, service).in(Field::line_pointers).tag(Tag::chart);
        finding.with("own", pointed_text(context.claim, line, 0)).with("drug", drugs.first->facts.code);
        finding.with_number("drug_line", drugs.first->line).with("other", pointed_text(context.claim, drug, 0));
        finding.denies(Group::CO, "11", service.line);
        const std::string_view same = drugs.several ? std::string_view() : pointers_of(finding, drug);
        finding.fix_by(Operation::set_field, service.line, same, Field::line_pointers).from_chart();
    }
}

inline constexpr Rule different_pointers{
    .id = "DX010",
    .name = "different-pointers",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::diagnoses,
    .summary = "96372 and its drug have no diagnosis in common.",
    .why = "A payer reads the two lines as two treatments, and may deny the one whose reason it does not see.",
    .fix = "Point the injection and its drug to the diagnosis that the chart gives as the reason.",
    .confidence = Confidence::professional,
    .messages = different_pointers_messages,
    .sources = different_pointers_sources,
    .bad = different_pointers_bad,
    .good = different_pointers_good,
    .check_claim = &check_different_pointers,
};

}   // namespace deltoid::rulebook

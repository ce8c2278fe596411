// SPDX-License-Identifier: Apache-2.0
// DRG012: an erythropoiesis-stimulating agent without the cause of the anaemia, or without the blood count.
#pragma once

#include "context.hpp"
#include "rules/drg/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view esa_modifier_messages[] = {
    "Line {line}: for {drug} Medicare usually wants one of EA (anemia from chemotherapy), EB (from radiotherapy) and EC "
    "(another cause) (box 24D).",
    "Line {line}: {drug} has {count} of EA, EB and EC, but Medicare usually takes exactly one (box 24D). Keep the one "
    "for the cause that the chart shows.",
    "Line {line}: with {drug} Medicare usually wants the latest hemoglobin or hematocrit (box 19, MEA segment).",
};
inline constexpr Source esa_modifier_sources[] = {source::esa};
inline constexpr Example esa_modifier_bad[] = {
    {"Epoetin without EA, EB or EC.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J0885"},{"op":"replace","path":"/lines/2/units","value":"10"},
         {"op":"add","path":"/lines/2/measurements","value":[{"name":"hemoglobin","value":"9.4"}]},
         {"op":"replace","path":"/diagnoses/0","value":"N18.4"},{"op":"add","path":"/diagnoses/1","value":"D63.1"}])"},
};
inline constexpr Example esa_modifier_good[] = {
    {"EC and the hemoglobin.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J0885"},{"op":"replace","path":"/lines/2/units","value":"10"},
         {"op":"replace","path":"/lines/2/modifiers","value":["EC","JZ"]},
         {"op":"add","path":"/lines/2/measurements","value":[{"name":"hemoglobin","value":"9.4"}]},
         {"op":"replace","path":"/diagnoses/0","value":"N18.4"},{"op":"add","path":"/diagnoses/1","value":"D63.1"}])"},
};

/// The codes for other than dialysis (Pub 100-04 ch. 17, 80.12).
inline bool is_office_esa(const Service& service) {
    constexpr std::array codes{Code("J0881"), Code("J0885"), Code("J0888"), Code("Q5106")};
    for (const Code code : codes)
        if (service.facts.code == code) return !service.facts.ended && !service.facts.not_begun;
    return false;
}

/// Dialysis has codes and rules of its own.
inline bool is_dialysis(const Claim& claim) {
    for (const Diagnosis& diagnosis : claim.diagnoses)
        for (const std::string_view code : {"N186", "N18.6", "Z992", "Z99.2"})
            if (same_code(diagnosis.code, code)) return true;
    return false;
}

inline bool holds_word(std::string_view text, std::string_view word) {
    for (; text.size() >= word.size(); text.remove_prefix(1))
        if (same_code(text.substr(0, word.size()), word)) return true;
    return false;
}

inline bool names_blood_count(std::string_view text) {
    for (const std::string_view word : {"HEMOGLOBIN", "HEMATOCRIT", "HAEMOGLOBIN", "HAEMATOCRIT", "HGB", "HCT"})
        if (holds_word(text, word)) return true;
    return false;
}

/// On the line, on another line of the drug's day, or in the claim's note.
inline bool has_blood_count(const ClaimContext& context, const Service& esa) {
    const Claim& claim = context.claim;
    if (names_blood_count(claim.note)) return true;
    for (const Measurement& measurement : claim.measurements)
        if (measurement.line < context.services.size() &&
            // An institution's value codes are of the whole claim.
            (claim.kind == Kind::institutional || context.services[measurement.line].day == esa.day) &&
            (names_blood_count(measurement.name) || same_code(measurement.name, "R1") || same_code(measurement.name, "R2")))
            return true;
    for (const Service& service : context.services)
        if (service.day == esa.day && names_blood_count(claim.lines[service.line - 1U].note)) return true;
    return false;
}

inline void say_esa(const Service& service, std::uint8_t message, int count, Report& report) {
    Finding& finding = report.say(message, service).as_medicare().tag(Tag::chart).with("drug", service.facts.code);
    finding.with_number("count", count).in(Field::line_modifiers);
    if (message == 2) {
        finding.at_level(Level::warning).in(Field::line_measurements).denies(Group::CO, "16", service.line, "N764");
        finding.fix_by(Operation::set_field, service.line, Field::line_note).from_chart();
        return;
    }
    finding.denies(Group::CO, "16", service.line, "MA130");
    constexpr std::array<std::string_view, 3> causes{"EA", "EB", "EC"};
    for (const std::string_view cause : causes)
        if (message == 0) finding.fix_by(Operation::add_modifier, service.line, cause).from_chart();
    if (message == 1) finding.fix_by(Operation::remove_modifier, service.line).from_chart();
}

inline void check_esa_modifier(const ClaimContext& context, Report& report) {
    if (!is_medicare(context.payer()) || is_dialysis(context.claim)) return;
    const Service* counted = nullptr;
    for (const Service& service : context.services) {
        if (!is_office_esa(service)) continue;
        int count = 0;
        for (const char* cause : {"EA", "EB", "EC"}) count += service.has(Modifier(cause)) ? 1 : 0;
        if (count != 1) say_esa(service, count == 0 ? 0 : 1, count, report);
        const bool said = counted != nullptr && counted->day == service.day;
        if (!said && !has_blood_count(context, service)) say_esa(service, 2, count, report);
        counted = &service;
    }
}

inline constexpr Rule esa_modifier{
    .id = "DRG012",
    .name = "esa-modifier",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug | Need::esa,
    .institutional = true,
    .summary = "An ESA for a patient not on dialysis does not have exactly one of EA, EB and EC for Medicare, or has "
               "no blood count.",
    .why = "Medicare decides by the cause of the anemia and the latest count, and usually returns the line without "
           "them.",
    .fix = "Add the modifier for the cause that the chart shows, and the latest hemoglobin or hematocrit.",
    .confidence = Confidence::professional,
    .messages = esa_modifier_messages,
    .sources = esa_modifier_sources,
    .bad = esa_modifier_bad,
    .good = esa_modifier_good,
    .check_claim = &check_esa_modifier,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// Whether a narrative names a drug and its dose: a word that is more than a filler, and an amount with its measure.
#pragma once

#include "deltoid/values.hpp"
#include "dose.hpp"

namespace deltoid::rulebook {

struct Narrative {
    bool name = false;
    bool dose = false;

    [[nodiscard]] bool whole() const { return name && dose; }
};

/// Words that stand in narratives and name no drug.
inline constexpr std::array<std::string_view, 34> narrative_fillers{
    "UNCLASSIFIED", "UNLISTED",      "MISCELLANEOUS", "DRUG",        "DRUGS",      "MEDICATION", "MEDICINE",
    "BIOLOGIC",     "BIOLOGICAL",    "BIOLOGICALS",   "INJECTION",   "INJECTABLE", "INJECT",     "GIVEN",
    "DOSE",         "INTRAMUSCULAR", "SUBCUTANEOUS",  "INTRAVENOUS", "PATIENT",    "SUPPLIED",   "BROUGHT",
    "PHARMACY",     "SPECIALTY",     "SAMPLE",        "INVOICE",     "ATTACHED",   "UNITS",      "UNIT",
    "VIAL",         "SYRINGE",       "OTHERWISE",     "CLASSIFIED",  "CODE",       "NOTE"};

inline bool is_filler(std::string_view word) {
    for (const std::string_view filler : narrative_fillers)
        if (same_code(word, filler)) return true;
    return false;
}

/// Reads word by word; the measure of a dose stands behind a number, glued or after blanks.
inline Narrative read_narrative(std::string_view text) {
    constexpr auto is_letter = [](char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; };
    constexpr auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    Narrative found;
    bool behind_number = false;
    while (!text.empty()) {
        if (!is_letter(text[0])) {
            behind_number = is_digit(text[0]) || (behind_number && (text[0] == ' ' || text[0] == ',' || text[0] == '.'));
            found.dose |= behind_number && text[0] == '%';
            text.remove_prefix(1);
            continue;
        }
        std::size_t size = 0;
        while (size < text.size() && is_letter(text[size])) ++size;
        const std::string_view word = text.substr(0, size);
        found.dose |= behind_number && read_measure(word).steps != 0;
        found.name |= size >= 4 && !is_filler(word) && read_measure(word).steps == 0;
        behind_number = false;
        text.remove_prefix(size);
    }
    return found;
}

}  // namespace deltoid::rulebook

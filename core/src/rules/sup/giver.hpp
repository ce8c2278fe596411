// SPDX-License-Identifier: Apache-2.0
// Who gave an injection, as the record's credential tells: a practitioner who may bill, or staff.
#pragma once

#include "context.hpp"
#include "rules/unt/recorded_units.hpp"

namespace deltoid::rulebook {

enum class Giver : std::uint8_t { unknown, staff, practitioner };

/// Whom Medicare lets bill 96372 and supervise it: 42 CFR 410.20, 410.74 to 410.77, and their usual credentials.
inline constexpr std::array<std::string_view, 20> practitioner_words{
    "MD",  "DO",  "NP",   "PA",  "PAC",  "CNS", "CNM",       "APRN",   "ARNP",         "CRNP",
    "CNP", "FNP", "AGNP", "PNP", "WHNP", "DNP", "PHYSICIAN", "DOCTOR", "PRACTITIONER", "MIDWIFE"};
inline constexpr std::array<std::string_view, 15> staff_words{"RN",        "LPN",        "LVN",    "MA",  "CMA",
                                                              "RMA",       "CCMA",       "CNA",    "BSN", "NURSE",
                                                              "ASSISTANT", "TECHNICIAN", "PHARMD", "RPH", "PHARMACIST"};

/// A word of letters without the dots between them ("M.D."), in upper case; takes it off the text. Empty at the end.
class Words {
public:
    explicit Words(std::string_view text) : rest_(text) {}

    [[nodiscard]] std::string_view next() {
        std::size_t size = 0;
        for (; !rest_.empty(); rest_.remove_prefix(1)) {
            const char c = upper(rest_.front());
            const bool letter = c >= 'A' && c <= 'Z';
            if (letter && size < word_.size()) word_[size++] = c;
            if (!letter && c != '.' && size != 0) break;
        }
        return {word_.data(), size};
    }

private:
    std::string_view rest_;
    std::array<char, 16> word_{};
};

inline bool holds_any_word(std::string_view text, std::span<const std::string_view> wanted) {
    Words words(text);
    for (std::string_view word = words.next(); !word.empty(); word = words.next())
        for (const std::string_view one : wanted)
            if (word == one) return true;
    return false;
}

/// "RN, MSN, FNP" is a practitioner, "medical assistant" is staff.
inline Giver read_giver(std::string_view credential) {
    if (holds_any_word(credential, practitioner_words)) return Giver::practitioner;
    return holds_any_word(credential, staff_words) ? Giver::staff : Giver::unknown;
}

/// The credential, else what stands behind the name ("Lee, RN").
inline Giver giver_of(const Documentation& record) {
    if (!trim(record.credential).empty()) return read_giver(record.credential);
    const std::size_t comma = record.given_by.find(',');
    return comma == std::string_view::npos ? Giver::unknown : read_giver(record.given_by.substr(comma + 1));
}

inline bool names_giver(const Documentation& record) {
    return !trim(record.credential).empty() || record.given_by.find(',') != std::string_view::npos;
}

/// The record that answers a question for an injection: its own line's, else that of the drug line in the same place of
/// the day's order. Null when none does.
template <class Answers>
const Documentation* record_that(const ClaimContext& context, const Service& injection, Answers answers) {
    const auto answering = [&](const Service& service) {
        const Documentation* record = record_of(context.claim, service);
        return record != nullptr && answers(*record) ? record : nullptr;
    };
    if (const Documentation* own = answering(injection)) return own;
    std::size_t before = 0;
    for (const Service& other : context.services)
        before += other.is(CodeSet::injection) && other.day == injection.day && other.line < injection.line ? 1U : 0U;
    for (const Service& drug : context.services) {
        if (!drug.is(CodeSet::drug) || drug.has(Modifier("JW")) || drug.day != injection.day) continue;
        const Documentation* record = answering(drug);
        if (record != nullptr && before-- == 0) return record;
    }
    return nullptr;
}

inline bool answers_supervision(const Documentation& record) { return !trim(record.supervision).empty(); }

inline Giver giver_of(const ClaimContext& context, const Service& injection) {
    const Documentation* record = record_that(context, injection, &names_giver);
    return record == nullptr ? Giver::unknown : giver_of(*record);
}

}  // namespace deltoid::rulebook

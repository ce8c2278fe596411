// SPDX-License-Identifier: Apache-2.0
// HIS004: what a claim sent earlier has on the day of an injection.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/clm/identical_lines.hpp"
#include "rules/his/patient_days.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view other_claim_same_day_messages[] = {
    "Line {line}: a claim sent earlier has the visit {other} on {day} without 25 (box 24D). Beside {injection} the "
    "visit is denied, or its payment taken back.",
    "Line {line}: a claim sent earlier has {other} on {day}, which includes {injection} unless the injection was a "
    "separate service (box 24D).",
    "Line {line}: a claim sent earlier also has {injection} on {day} (box 24D). Show that this is another injection, "
    "or the payer takes it for the same one.",
};
inline constexpr Source other_claim_same_day_sources[] = {source::same_day_history, source::ptp};
inline constexpr Example other_claim_same_day_bad[] = {
    {"The visit without 25 was sent on a claim of its own the day before.",
     R"([{"op":"remove","path":"/lines/0"},{"op":"replace","path":"/total_charge","value":"52.00"}])", "{}", false,
     R"([{"op":"remove","path":"/lines/2"},{"op":"remove","path":"/lines/1"},{"op":"remove","path":"/lines/0/modifiers"}])"},
};
inline constexpr Example other_claim_same_day_good[] = {
    {"The visit that was sent carries 25.",
     R"([{"op":"remove","path":"/lines/0"},{"op":"replace","path":"/total_charge","value":"52.00"}])", "{}", false,
     R"([{"op":"remove","path":"/lines/2"},{"op":"remove","path":"/lines/1"}])"},
};

/// Which message the earlier line deserves beside the injection; nothing when both may stand.
inline int conflict_with_earlier(const Service& injection, const Service& earlier) {
    if (!earlier.claim->earlier || another_specialty(injection, earlier)) return -1;
    if (earlier.is(CodeSet::injection))
        return injection.has_any(repeat_modifiers) || same_modifiers(injection, earlier) ? -1 : 2;   // HIS005 has the same line
    const Answer<EditRow>& edit = edit_of(earlier);
    if (!edit || !edit.row->bundles()) return -1;
    if (earlier.is(CodeSet::visit) || earlier.is(CodeSet::nurse_visit)) return earlier.has_any(visit_modifiers) ? -1 : 0;
    if (edit.row->column != 1) return -1;
    const bool visit = earlier.is(CodeSet::evaluation_and_management);
    if (visit && earlier.has_any(visit_modifiers)) return -1;
    const bool opened = injection.has_any(bypass_modifiers) || (!visit && earlier.has_any(bypass_modifiers));
    return edit.row->indicator == 1 && opened ? -1 : 1;
}

/// The same line stands on the batch's claims of the day: the rules of the day have seen it.
inline bool is_in_batch(const PatientContext& patient, const Service& earlier) {
    bool found = false;
    for_each_on_day(patient, earlier, [&](const Service& other) {
        return !(found = !other.claim->earlier && other.facts.code == earlier.facts.code);
    });
    return found;
}

inline void check_other_claim_same_day(const PatientContext& patient, Report& report) {
    for (const Service& injection : patient.services) {
        if (injection.claim->earlier || !injection.is(CodeSet::injection) || !injection.day.known()) continue;
        for_each_on_day(patient, injection, [&](const Service& earlier) {
            const int message = conflict_with_earlier(injection, earlier);
            if (message < 0 || (message < 2 && is_in_batch(patient, earlier))) return true;
            Finding& finding = report.say(static_cast<std::uint8_t>(message), injection).in(Field::line_code);
            finding.tag(Tag::chart).with("other", earlier.facts.code).with("injection", injection.facts.code);
            finding.with_day("day", injection.day);
            if (injection.claim->payer != PayerClass::medicare_b) finding.tag(Tag::payer);
            report.partner(finding, injection, earlier);
            return false;   // one is enough to look into
        });
    }
}

inline constexpr Rule other_claim_same_day{
    .id = "HIS004",
    .name = "other-claim-same-day",
    .level = Level::warning,
    .scope = Scope::patient,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "A claim sent earlier has a visit, a procedure or an injection of the same day.",
    .why = "Payers apply their edits to all services of a day, whatever claims they came on, and take back what they "
           "paid.",
    .fix = "Send a corrected claim for the day, or show on this one what sets the services apart.",
    .confidence = Confidence::secondary,
    .messages = other_claim_same_day_messages,
    .sources = other_claim_same_day_sources,
    .bad = other_claim_same_day_bad,
    .good = other_claim_same_day_good,
    .check_patient = &check_other_claim_same_day,
};

}  // namespace deltoid::rulebook

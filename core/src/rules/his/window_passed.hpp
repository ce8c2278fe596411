// SPDX-License-Identifier: Apache-2.0
// HIS002: a contraceptive injection after its window.
#pragma once

#include "rules/his/patient_days.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view window_passed_messages[] = {
    "Line {line}: the last {drug} was {days} days before, on {earlier}, and its window is {window} days (box 24A). The "
    "record should show that a pregnancy was ruled out.",
};
inline constexpr Source window_passed_sources[] = {source::contraceptive_window};
inline constexpr Example window_passed_bad[] = {
    {"Depot medroxyprogesterone after sixteen weeks.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/lines/2/code","value":"J1050"},{"op":"replace","path":"/lines/2/units","value":"150"},{"op":"replace","path":"/diagnoses/0","value":"Z30.42"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MK73"}])", "{}", false,
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/lines/2/code","value":"J1050"},{"op":"replace","path":"/lines/2/units","value":"150"},{"op":"replace","path":"/diagnoses/0","value":"Z30.42"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MK73"},{"op":"replace","path":"/lines/0/from","value":"2026-05-26"},{"op":"replace","path":"/lines/1/from","value":"2026-05-26"},{"op":"replace","path":"/lines/2/from","value":"2026-05-26"}])"},
};
inline constexpr Example window_passed_good[] = {
    {"Depot medroxyprogesterone after thirteen weeks.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/lines/2/code","value":"J1050"},{"op":"replace","path":"/lines/2/units","value":"150"},{"op":"replace","path":"/diagnoses/0","value":"Z30.42"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MK73"}])", "{}", false,
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/lines/2/code","value":"J1050"},{"op":"replace","path":"/lines/2/units","value":"150"},{"op":"replace","path":"/diagnoses/0","value":"Z30.42"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MK73"},{"op":"replace","path":"/lines/0/from","value":"2026-06-16"},{"op":"replace","path":"/lines/1/from","value":"2026-06-16"},{"op":"replace","path":"/lines/2/from","value":"2026-06-16"}])"},
};

/// After more than a year she has begun anew.
inline constexpr std::int64_t begun_anew = 366;

/// Contraception: medroxyprogesterone up to 150 mg, for which the pack knows a longest gap.
inline std::int64_t contraceptive_window_days(const Service& service, const DrugRow& drug) {
    const bool contraceptive = drug.substance.substr(0, 19) == "medroxyprogesterone" && service.units <= 150'000;
    const Quantity days = read_quantity(drug.interval_max_days);
    return contraceptive && days.valid() ? days.value / 1000 : 0;
}

inline void check_window_passed(const PatientContext& patient, Report& report) {
    for (const Service& service : patient.services) {
        const DrugRow* drug = injected_drug(patient, service);
        if (drug == nullptr || stands_again_on_day(patient, service)) continue;
        const std::int64_t window = contraceptive_window_days(service, *drug);
        const Service* last = nullptr;
        for_each_before(patient, service, [&](const Service& earlier) {
            if (earlier.facts.code == service.facts.code && earlier.day < service.day) last = &earlier;
            return last == nullptr;
        });
        if (window == 0 || last == nullptr) continue;
        const std::int64_t passed = days_from(last->day, service.day);
        if (passed <= window || passed > begun_anew) continue;
        Finding& finding = report.say(0, service).in(Field::line_from).tag(Tag::chart);
        finding.with("drug", service.facts.code).with_day("earlier", last->day).with_number("days", passed);
        finding.with_number("window", window);
        finding.proven_by(patient.tables.edition(drug->edition), service.facts.code);
        report.partner(finding, service, *last);
    }
}

inline constexpr Rule window_passed{
    .id = "HIS002",
    .name = "window-passed",
    .level = Level::info,
    .scope = Scope::patient,
    .institutional = true,
    .summary = "A contraceptive injection comes after the window since the last one has passed.",
    .why = "After the window a pregnancy has to be ruled out, and reviewers expect to see that in the record.",
    .fix = "See that the record shows the test or the reason why none was needed.",
    .confidence = Confidence::secondary,
    .messages = window_passed_messages,
    .sources = window_passed_sources,
    .bad = window_passed_bad,
    .good = window_passed_good,
    .check_patient = &check_window_passed,
};

}  // namespace deltoid::rulebook

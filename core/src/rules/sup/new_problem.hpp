// SPDX-License-Identifier: Apache-2.0
// SUP003: an injection for a problem that the rendering practitioner has not seen.
#pragma once

#include "rules/pos/facility_places.hpp"
#include "rules/sup/care.hpp"
#include "rules/sup/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view new_problem_messages[] = {
    "Line {line}: the record names a new problem, but the day has no visit of the rendering practitioner. Staff give "
    "{injection} only on a plan that the practitioner made before.",
    "Line {line}: the record gives the new-patient visit {visit} to somebody other than the rendering practitioner. "
    "Bill the visit and {injection} under the person who saw the patient (box 24J).",
};
inline constexpr Source new_problem_sources[] = {source::incident_to};
inline constexpr Example new_problem_bad[] = {
    {"A new problem, seen by nobody but the nurse.",
     R"([{"op":"remove","path":"/lines/0"},{"op":"replace","path":"/total_charge","value":"52.00"},
         {"op":"add","path":"/lines/0/documentation","value":{"credential":"RN","supervision":"onsite",
             "supervised_by":"Dr. Lee",
             "new_problem":true}}])"},
    {"A new patient, seen by the physician assistant and billed as the physician's.",
     R"([{"op":"replace","path":"/lines/0/code","value":"99203"},
         {"op":"add","path":"/lines/0/documentation","value":{"credential":"PA-C"}}])"},
};
inline constexpr Example new_problem_good[] = {
    {"The practitioner saw the new problem that day.",
     R"([{"op":"add","path":"/lines/1/documentation","value":{"credential":"RN","new_problem":true}}])"},
    {"A new-patient visit by itself is right.", R"([{"op":"replace","path":"/lines/0/code","value":"99203"}])"},
};

/// A visit of the same practitioner, as far as the day tells: of no other specialty.
inline bool practitioner_saw_patient(const DayContext& day, const Service& injection) {
    for (const Service& visit : day.services)
        if (visit.is(CodeSet::evaluation_and_management) && !visit.is(CodeSet::nurse_visit) &&
            !another_specialty(visit, injection))
            return true;
    return false;
}

/// The day's first injection outside a facility, on this claim or, for null, on any; null without one.
inline const Service* first_injection(const DayContext& day, const ServiceClaim* claim) {
    for (const Service& service : day.services)
        if (service.is(CodeSet::injection) && (claim == nullptr || service.claim == claim) &&
            !facility_speaks(service))
            return &service;
    return nullptr;
}

inline void say_new_problem(const Service& about, const Service& injection, std::uint8_t message, Report& report) {
    const Field field = message == 0 ? Field::doc_new_problem : Field::doc_credential;
    Finding& finding = report.say(message, about).tag(Tag::chart).in(field);
    finding.with("injection", injection.facts.code).with("visit", about.facts.code);
    if (injection.claim->payer != PayerClass::medicare_b) finding.tag(Tag::payer);
    finding.fix_by(Operation::set_field, about.line, Field::line_rendering_npi).from_chart();
    finding.fix_by(Operation::document, about.line, field).from_chart();
    report.partner(finding, about, injection);
}

inline void check_new_problem(const DayContext& day, Report& report) {
    for (const Service& service : day.services) {
        const bool visit = is_new_patient_visit(service.facts.code) && has_care(service, Care::visit_of_other);
        const bool unseen = service.is(CodeSet::injection) && has_care(service, Care::new_problem);
        if (!visit && !unseen) continue;
        const Service* injection = first_injection(day, visit ? nullptr : service.claim);
        if (injection == nullptr) continue;
        if (visit) say_new_problem(service, *injection, 1, report);
        if (unseen && injection == &service && !practitioner_saw_patient(day, service))
            say_new_problem(service, service, 0, report);
    }
}

inline constexpr Rule new_problem{
    .id = "SUP003",
    .name = "new-problem",
    .level = Level::warning,
    .scope = Scope::absence,
    .needs = needs(Need::injection),
    .record = record_fields(Field::doc_new_problem, Field::doc_credential),
    .summary = "The record names a new problem on a day without a visit of the rendering practitioner, or gives a "
               "new-patient visit to somebody else.",
    .why = "Staff services are billed as a practitioner's only for a course of treatment that this practitioner began.",
    .fix = "Bill under the number of the person who saw the patient, or correct the record.",
    .confidence = Confidence::secondary,
    .messages = new_problem_messages,
    .sources = new_problem_sources,
    .bad = new_problem_bad,
    .good = new_problem_good,
    .check_day = &check_new_problem,
};

}  // namespace deltoid::rulebook

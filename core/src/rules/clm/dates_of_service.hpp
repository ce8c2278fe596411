// SPDX-License-Identifier: Apache-2.0
// CLM005: dates of service that cannot be.
#pragma once

#include "context.hpp"
#include "rules/clm/sources.hpp"

namespace deltoid::rulebook {

enum class ServiceDates : std::uint8_t { future, before_birth, after_death, range, backwards };
inline constexpr std::string_view dates_of_service_messages[] = {
    "Line {line}: the date of service {day} is after {received}, the day the payer gets the claim (box 24A). Payers "
    "usually return claims for services still to come.",
    "Line {line}: the date of service {day} is before the patient's birth date {other} (boxes 3 and 24A). Check both "
    "dates.",
    "Line {line}: the date of service {day} is after the patient's death on {other} (box 24A). Check both dates.",
    "Line {line}: {code} runs from {day} to {other}, but an injection is given on one day (box 24A). Bill each day on "
    "a line of its own.",
    "Line {line}: the last date of service {other} is before the first, {day} (box 24A). Check both dates.",
};
inline constexpr Source dates_of_service_sources[] = {source::form_1500, source::professional_837,
                                                      source::eligibility_dates};
inline constexpr Example dates_of_service_bad[] = {
    {"The claim goes out a day before the service.", "[]", R"({"as_of":"2026-09-14"})"},
};
inline constexpr Example dates_of_service_good[] = {
    {"The claim goes out on the day of the service.", "[]", R"({"as_of":"2026-09-15"})"},
};

inline void say_dates(ServiceDates what, const Service& service, Day other, Literal carc,
                      Literal rarc, Report& report) {
    Finding& finding =
        report.say(static_cast<std::uint8_t>(what), service).in(Field::line_from).with("code", service.facts.code);
    finding.with_day("day", service.day).with_day("received", other).with_day("other", other);
    finding.denies(Group::CO, carc, service.line, rarc);
}

/// The end of the line's dates: a range on 96372, or one that runs backwards.
inline void check_last_date(const Service& service, const Line& line, Report& report) {
    if (!line.to.valid() || line.to.value == service.day) return;
    if (line.to.value < service.day)
        return say_dates(ServiceDates::backwards, service, line.to.value, "16", "M59", report);
    if (!service.is(CodeSet::injection)) return;
    Finding& finding = report.say(static_cast<std::uint8_t>(ServiceDates::range), service).in(Field::line_to);
    finding.with("code", service.facts.code).with_day("day", service.day).with_day("other", line.to.value);
    finding.denies(Group::CO, "16", service.line, "M59");
    // Several units may be several days: then only a person can part them.
    if (service.units == 1000)
        finding.fix_by(Operation::set_field, service.line, line.from.text, Field::line_to).from_chart();
}

inline void check_dates_of_service(const ClaimContext& context, Report& report) {
    const Day birth = context.claim.patient.birth_date.value;
    const Day death = context.claim.patient.death_date.value;
    for (const Service& service : context.services) {
        if (!service.day.known()) continue;
        if (context.received.known() && service.day > context.received)
            say_dates(ServiceDates::future, service, context.received, "110", {}, report);
        if (birth.known() && service.day < birth)
            say_dates(ServiceDates::before_birth, service, birth, "14", {}, report);
        if (death.known() && service.day > death)
            say_dates(ServiceDates::after_death, service, death, "13", {}, report);
        check_last_date(service, context.claim.lines[service.line - 1U], report);
    }
}

inline constexpr Rule dates_of_service{
    .id = "CLM005",
    .name = "dates-of-service",
    .level = Level::error,
    .scope = Scope::claim,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary =
        "A date of service lies in the future, before birth or after death, runs backwards, or an injection runs over "
        "several days.",
    .why = "Payers usually return or deny a service on a day when it cannot have been given.",
    .fix = "Correct the date from the chart; bill injections of several days on a line each.",
    .confidence = Confidence::secondary,
    .messages = dates_of_service_messages,
    .sources = dates_of_service_sources,
    .bad = dates_of_service_bad,
    .good = dates_of_service_good,
    .check_claim = &check_dates_of_service,
};

}   // namespace deltoid::rulebook

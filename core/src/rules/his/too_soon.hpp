// SPDX-License-Identifier: Apache-2.0
// HIS001: a drug again before its usual gap has passed.
#pragma once

#include "rules/his/patient_days.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view too_soon_messages[] = {
    "Line {line}: {drug} was also billed for {earlier}, {days} days before (box 24A). The usual shortest interval is "
    "{gap} days, so payers may deny it as too soon.",
};
inline constexpr Source too_soon_sources[] = {source::intervals, source::frequency_denials};
inline constexpr Example too_soon_bad[] = {
    {"Depot medroxyprogesterone after eight weeks.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/lines/2/code","value":"J1050"},{"op":"replace","path":"/lines/2/units","value":"150"},{"op":"replace","path":"/diagnoses/0","value":"Z30.42"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MK73"}])", "{}", false,
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/lines/2/code","value":"J1050"},{"op":"replace","path":"/lines/2/units","value":"150"},{"op":"replace","path":"/diagnoses/0","value":"Z30.42"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MK73"},{"op":"replace","path":"/lines/0/from","value":"2026-07-21"},{"op":"replace","path":"/lines/1/from","value":"2026-07-21"},{"op":"replace","path":"/lines/2/from","value":"2026-07-21"}])"},
};
inline constexpr Example too_soon_good[] = {
    {"Depot medroxyprogesterone after twelve weeks.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/lines/2/code","value":"J1050"},{"op":"replace","path":"/lines/2/units","value":"150"},{"op":"replace","path":"/diagnoses/0","value":"Z30.42"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MK73"}])", "{}", false,
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/lines/2/code","value":"J1050"},{"op":"replace","path":"/lines/2/units","value":"150"},{"op":"replace","path":"/diagnoses/0","value":"Z30.42"},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},{"op":"replace","path":"/subscriber/id","value":"1EG4TE5MK73"},{"op":"replace","path":"/lines/0/from","value":"2026-06-23"},{"op":"replace","path":"/lines/1/from","value":"2026-06-23"},{"op":"replace","path":"/lines/2/from","value":"2026-06-23"}])"},
};

/// Gaps from here on hold from the first dose; shorter ones only once a loading phase must be over.
inline constexpr std::int64_t gap_without_loading = 77;
inline constexpr std::int64_t loading_is_over = 90;

/// The usual shortest gap of maintenance in days; 0 where none is known for this dose. One code serves two of them:
/// denosumab 60 mg goes by half years, 120 mg by months; medroxyprogesterone up to 150 mg is contraception, above
/// it is given by the week (fact book 6.6).
inline std::int64_t shortest_gap(const Service& service) {
    const DrugRow& drug = *service.facts.drug.row;
    const Quantity days = read_quantity(drug.interval_min_days);
    if (!days.valid()) return 0;
    const std::int64_t gap = days.value / 1000;
    if (drug.substance.substr(0, 9) == "denosumab" && service.units == 60'000) return 168;
    if (drug.substance.substr(0, 19) == "medroxyprogesterone" && service.units > 150'000) return 0;
    return gap;
}

inline void check_too_soon(const PatientContext& patient, Report& report) {
    for (const Service& service : patient.services) {
        if (injected_drug(patient, service) == nullptr || stands_again_on_day(patient, service)) continue;
        const std::int64_t gap = shortest_gap(service);
        const Service* last = nullptr;
        Day first = service.day;
        for_each_before(patient, service, [&](const Service& earlier) {
            if (earlier.facts.code != service.facts.code || earlier.day == service.day) return true;
            if (last == nullptr) last = &earlier;
            first = earlier.day;
            return true;
        });
        if (last == nullptr || days_from(last->day, service.day) >= gap) continue;
        if (gap < gap_without_loading && days_from(first, service.day) < loading_is_over) continue;
        Finding& finding = report.say(0, service).in(Field::line_from).tag(Tag::chart).tag(Tag::payer);
        finding.with("drug", service.facts.code).with_day("earlier", last->day).with_number("gap", gap);
        finding.with_number("days", days_from(last->day, service.day)).denies(Group::CO, "151", service.line);
        finding.proven_by(patient.tables.edition(service.facts.drug.row->edition), service.facts.code);
        report.partner(finding, service, *last);
    }
}

inline constexpr Rule too_soon{
    .id = "HIS001",
    .name = "too-soon",
    .level = Level::warning,
    .scope = Scope::patient,
    .institutional = true,
    .summary = "A drug is given again before its usual shortest interval has passed.",
    .why = "Payers usually deny doses that come more often than the label or their policy allows.",
    .fix = "Check the dates; if the dose was due earlier, the record must say why.",
    .confidence = Confidence::professional,
    .messages = too_soon_messages,
    .sources = too_soon_sources,
    .bad = too_soon_bad,
    .good = too_soon_good,
    .check_patient = &check_too_soon,
};

}  // namespace deltoid::rulebook

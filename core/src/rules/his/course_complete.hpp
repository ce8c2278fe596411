// SPDX-License-Identifier: Apache-2.0
// HIS003: more doses than a course has.
#pragma once

#include "rules/his/patient_days.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view course_complete_messages[] = {
    "Line {line}: this is dose {dose} of {drug} since {first}, and a course has {most} (box 24D). Payers usually pay "
    "for no more; ask before billing.",
};
inline constexpr Source course_complete_sources[] = {source::intervals};
inline constexpr Example course_complete_bad[] = {
    {"A sixth dose of palivizumab in one season.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/patient/birth_date","value":"2025-08-20"},
         {"op":"replace","path":"/diagnoses/0","value":"P27.1"},
         {"op":"replace","path":"/lines/2","value":{"line":3,"code":"90378","units":"2","unit_type":"UN","charge":"12.00","from":"2026-09-15","pointers":[1]}}])", "{}", false,
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/patient/birth_date","value":"2025-08-20"},
         {"op":"replace","path":"/diagnoses/0","value":"P27.1"},
         {"op":"replace","path":"/lines/2","value":{"line":3,"code":"90378","units":"2","unit_type":"UN","charge":"12.00","from":"2026-03-20","pointers":[1]}},
         {"op":"replace","path":"/lines/0/from","value":"2026-03-20"},{"op":"replace","path":"/lines/1/from","value":"2026-03-20"},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"90378","units":"2","charge":"12.00","from":"2026-04-20","pointers":[1]}},
         {"op":"add","path":"/lines/4","value":{"line":5,"code":"90378","units":"2","charge":"12.00","from":"2026-05-20","pointers":[1]}},
         {"op":"add","path":"/lines/5","value":{"line":6,"code":"90378","units":"2","charge":"12.00","from":"2026-06-20","pointers":[1]}},
         {"op":"add","path":"/lines/6","value":{"line":7,"code":"90378","units":"2","charge":"12.00","from":"2026-07-20","pointers":[1]}}])"},
};
inline constexpr Example course_complete_good[] = {
    {"The fifth dose.",
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/patient/birth_date","value":"2025-08-20"},
         {"op":"replace","path":"/diagnoses/0","value":"P27.1"},
         {"op":"replace","path":"/lines/2","value":{"line":3,"code":"90378","units":"2","unit_type":"UN","charge":"12.00","from":"2026-09-15","pointers":[1]}}])", "{}", false,
     R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/patient/birth_date","value":"2025-08-20"},
         {"op":"replace","path":"/diagnoses/0","value":"P27.1"},
         {"op":"replace","path":"/lines/2","value":{"line":3,"code":"90378","units":"2","unit_type":"UN","charge":"12.00","from":"2026-04-20","pointers":[1]}},
         {"op":"replace","path":"/lines/0/from","value":"2026-04-20"},{"op":"replace","path":"/lines/1/from","value":"2026-04-20"},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"90378","units":"2","charge":"12.00","from":"2026-05-20","pointers":[1]}},
         {"op":"add","path":"/lines/4","value":{"line":5,"code":"90378","units":"2","charge":"12.00","from":"2026-06-20","pointers":[1]}},
         {"op":"add","path":"/lines/5","value":{"line":6,"code":"90378","units":"2","charge":"12.00","from":"2026-07-20","pointers":[1]}}])"},
};

/// Products whose course the label counts, and the days within which its doses lie; 0: a life. Fact book 6.6: palivizumab
/// five doses a season, romosozumab twelve monthly doses.
struct Course {
    std::string_view substance;
    std::int64_t within;
};
inline constexpr std::array<Course, 2> courses{{{"palivizumab", 240}, {"romosozumab", 0}}};

inline const Course* course_of(const DrugRow& drug) {
    for (const Course& course : courses)
        if (drug.substance.substr(0, course.substance.size()) == course.substance) return &course;
    return nullptr;
}

inline void check_course_complete(const PatientContext& patient, Report& report) {
    for (const Service& service : patient.services) {
        const DrugRow* drug = injected_drug(patient, service);
        const Course* course = drug == nullptr ? nullptr : course_of(*drug);
        const Quantity most = drug == nullptr ? Quantity{} : read_quantity(drug->course_max);
        if (course == nullptr || !most.valid() || stands_again_on_day(patient, service)) continue;
        std::int64_t doses = 1;
        const Service* last = nullptr;
        Day first = service.day;
        for_each_before(patient, service, [&](const Service& earlier) {
            if (course->within != 0 && days_from(earlier.day, service.day) > course->within) return false;
            if (earlier.facts.code != service.facts.code || earlier.day == first) return true;
            if (last == nullptr) last = &earlier;
            first = earlier.day;
            ++doses;
            return true;
        });
        if (last == nullptr || doses * 1000 <= most.value) continue;
        Finding& finding = report.say(0, service).in(Field::line_code).tag(Tag::chart).tag(Tag::payer);
        finding.with("drug", service.facts.code).with_number("dose", doses).with_day("first", first);
        finding.with_quantity("most", most.value).denies(Group::CO, "119", service.line);
        finding.proven_by(patient.tables.edition(drug->edition), service.facts.code);
        report.partner(finding, service, *last);
    }
}

inline constexpr Rule course_complete{
    .id = "HIS003",
    .name = "course-complete",
    .level = Level::warning,
    .scope = Scope::patient,
    .institutional = true,
    .summary = "A drug is billed more often than its course has doses.",
    .why = "Payers usually pay only the doses of the label's course.",
    .fix = "Check what was given before; a further dose needs the payer's agreement.",
    .confidence = Confidence::professional,
    .messages = course_complete_messages,
    .sources = course_complete_sources,
    .bad = course_complete_bad,
    .good = course_complete_good,
    .check_patient = &check_course_complete,
};

}  // namespace deltoid::rulebook

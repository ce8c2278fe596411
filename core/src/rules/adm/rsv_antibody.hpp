// SPDX-License-Identifier: Apache-2.0
// ADM007: an injection code for an RSV antibody.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view rsv_antibody_messages[] = {
    "Line {line}: {injection} is not the code for giving the RSV antibody {product}. Bill {administration} (box 24D).",
    "Line {line}: the RSV antibody {product} already has its administration code, and no other drug of the day needs "
    "{injection} (box 24D). Delete this line.",
};
inline constexpr Source rsv_antibody_sources[] = {source::rsv_antibodies};
inline constexpr Example rsv_antibody_bad[] = {
    {"Nirsevimab for an infant, billed as an injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"90381","units":"1","unit_type":"UN","charge":"12.00",
             "from":"2026-09-15","pointers":[1],
             "ndc":{"code":"49281057415","quantity":"1","unit":"ML"}}},
         {"op":"replace","path":"/diagnoses/0","value":"Z29.11"},
         {"op":"replace","path":"/patient/birth_date","value":"2025-12-01"},
         {"op":"replace","path":"/payer/class","value":"medicaid"},{"op":"replace","path":"/payer/id","value":"60054"},
         {"op":"replace","path":"/subscriber/id","value":"A12345678"}])"},
};
inline constexpr Example rsv_antibody_good[] = {
    {"96381 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"90381","units":"1","unit_type":"UN","charge":"12.00",
             "from":"2026-09-15","pointers":[1],
             "ndc":{"code":"49281057415","quantity":"1","unit":"ML"}}},
         {"op":"replace","path":"/diagnoses/0","value":"Z29.11"},
         {"op":"replace","path":"/patient/birth_date","value":"2025-12-01"},
         {"op":"replace","path":"/payer/class","value":"medicaid"},{"op":"replace","path":"/payer/id","value":"60054"},
         {"op":"replace","path":"/subscriber/id","value":"A12345678"},
         {"op":"replace","path":"/lines/1/code","value":"96381"}])"},
};

inline void check_rsv_antibody(const DayContext& day, Report& report) {
    static constexpr std::array<std::string_view, 2> codes{"96381", "96380"};
    check_given_otherwise(day, {.kind = Product::rsv_antibody, .administration = "96380 with the practitioner's counselling, 96381 without",
                                .codes = codes, .already = products_of(day).rsv_administration, .chart = true, .beside_drugs = true},
                          report);
}

inline constexpr Rule rsv_antibody{
    .id = "ADM007",
    .name = "rsv-antibody",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = needs(Need::injection),
    .summary = "An RSV antibody (nirsevimab or clesrovimab) is billed with 96372 on or after 2023-10-06.",
    .why = "These antibodies have administration codes of their own; only palivizumab stays with 96372.",
    .fix = "Bill 96380 when the practitioner counselled that day, otherwise 96381; the diagnosis is Z29.11, not Z23.",
    .confidence = Confidence::secondary,
    .messages = rsv_antibody_messages,
    .sources = rsv_antibody_sources,
    .bad = rsv_antibody_bad,
    .good = rsv_antibody_good,
    .check_day = &check_rsv_antibody,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// ADM004: an injection code for a hormone against cancer.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view hormonal_antineoplastic_messages[] = {
    "Line {line}: the injection of {product} against cancer is {administration}, not {injection} (box 24D).",
    "Line {line}: giving {product} is already billed, and no other drug of the day needs {injection} (box 24D). Delete "
    "this line.",
};
inline constexpr Source hormonal_antineoplastic_sources[] = {source::antineoplastics, source::injection_section};
inline constexpr Example hormonal_antineoplastic_bad[] = {
    {"Leuprolide for prostate cancer, billed as an ordinary injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J9217","modifiers":["JZ"],"units":"1","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"C61"},{"op":"replace","path":"/patient/sex","value":"M"}])"},
};
inline constexpr Example hormonal_antineoplastic_good[] = {
    {"96402 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J9217","modifiers":["JZ"],"units":"1","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"C61"},{"op":"replace","path":"/patient/sex","value":"M"},
         {"op":"replace","path":"/lines/1/code","value":"96402"}])"},
};

inline void check_hormonal_antineoplastic(const DayContext& day, Report& report) {
    static constexpr std::array<std::string_view, 1> codes{"96402"};
    check_given_otherwise(day, {.kind = Product::hormonal, .administration = "96402", .codes = codes, .beside_drugs = true}, report);
}

inline constexpr Rule hormonal_antineoplastic{
    .id = "ADM004",
    .name = "hormonal-antineoplastic",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "A hormone against cancer is billed with 96372 on a claim with a cancer diagnosis.",
    .why = "Medicare's manual counts leuprolide and goserelin as hormonal antineoplastics, and their injection is "
           "96402.",
    .fix = "Bill 96402 for the injection.",
    .confidence = Confidence::secondary,
    .messages = hormonal_antineoplastic_messages,
    .sources = hormonal_antineoplastic_sources,
    .bad = hormonal_antineoplastic_bad,
    .good = hormonal_antineoplastic_good,
    .check_day = &check_hormonal_antineoplastic,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// ADM008: Medicare's own code for PrEP injections.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view hiv_prep_medicare_messages[] = {
    "Line {line}: Medicare wants {administration} for giving the PrEP drug {product}, not {injection} (box 24D).",
    "Line {line}: the PrEP drug {product} already has {administration}, and no other drug of the day needs {injection} "
    "(box 24D). Delete this line.",
};
inline constexpr Source hiv_prep_medicare_sources[] = {source::hiv_prep};
inline constexpr Example hiv_prep_medicare_bad[] = {
    {"Cabotegravir for prevention, billed to Medicare as an injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0739","modifiers":["JZ"],"units":"600","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"Z29.81"},
         {"op":"replace","path":"/patient/birth_date","value":"1995-02-01"}])"},
};
inline constexpr Example hiv_prep_medicare_good[] = {
    {"G0012 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0739","modifiers":["JZ"],"units":"600","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"Z29.81"},
         {"op":"replace","path":"/patient/birth_date","value":"1995-02-01"},
         {"op":"replace","path":"/lines/1/code","value":"G0012"}])"},
    {"For another payer 96372 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0739","modifiers":["JZ"],"units":"600","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"Z29.81"},
         {"op":"replace","path":"/patient/birth_date","value":"1995-02-01"},
         {"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/payer/id","value":"60054"}])"},
};

inline void check_hiv_prep_medicare(const DayContext& day, Report& report) {
    static constexpr std::array<std::string_view, 1> codes{"G0012"};
    check_given_otherwise(day, {.kind = Product::hiv_prep, .administration = "G0012", .codes = codes,
                                .already = products_of(day).hiv_prep_administration, .beside_drugs = true,
                                .medicare = true}, report);
}

inline constexpr Rule hiv_prep_medicare{
    .id = "ADM008",
    .name = "hiv-prep-medicare",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "A PrEP injection is billed to Medicare with 96372 on or after 2024-09-30.",
    .why = "Medicare covers PrEP under a code of its own, at no cost to the patient, and denies 96372.",
    .fix = "Bill G0012 for the injection. The same drugs given as treatment stay with 96372.",
    .messages = hiv_prep_medicare_messages,
    .sources = hiv_prep_medicare_sources,
    .bad = hiv_prep_medicare_bad,
    .good = hiv_prep_medicare_good,
    .check_day = &check_hiv_prep_medicare,
};

}  // namespace deltoid::rulebook

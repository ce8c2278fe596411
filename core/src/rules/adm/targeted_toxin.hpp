// SPDX-License-Identifier: Apache-2.0
// ADM013: an injection code for botulinum toxin.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view targeted_toxin_messages[] = {
    "Line {line}: giving botulinum toxin ({product}) is {administration}, not {injection} (box 24D).",
    "Line {line}: the botulinum toxin {product} already has its procedure code, and no other drug of the day needs "
    "{injection} (box 24D). Delete this line.",
};
inline constexpr Source targeted_toxin_sources[] = {source::chemodenervation};
inline constexpr Example targeted_toxin_bad[] = {
    {"Botulinum toxin for migraine, billed as an injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0585","modifiers":["JZ"],"units":"155","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"G43.709"}])"},
};
inline constexpr Example targeted_toxin_good[] = {
    {"The procedure gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0585","modifiers":["JZ"],"units":"155","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"G43.709"},{"op":"replace","path":"/lines/1/code","value":"64615"}])"},
};

inline void check_targeted_toxin(const DayContext& day, Report& report) {
    check_given_otherwise(day, {.kind = Product::toxin, .administration = "the chemodenervation code of the muscles or glands",
                                .already = products_of(day).procedure}, report);
}

inline constexpr Rule targeted_toxin{
    .id = "ADM013",
    .name = "targeted-toxin",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "Botulinum toxin is the only drug of the day, and 96372 is billed for giving it.",
    .why = "The toxin goes into chosen muscles or glands, and that procedure has a code of its own.",
    .fix = "Bill the chemodenervation code that the note describes, without 96372.",
    .confidence = Confidence::secondary,
    .messages = targeted_toxin_messages,
    .sources = targeted_toxin_sources,
    .bad = targeted_toxin_bad,
    .good = targeted_toxin_good,
    .check_day = &check_targeted_toxin,
};

}  // namespace deltoid::rulebook

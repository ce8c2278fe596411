// SPDX-License-Identifier: Apache-2.0
// BND007: an injection beside an infusion, push or chemotherapy code.
#pragma once

#include "rules/bnd/bundled_into_procedure.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view other_administration_first_messages[] = {
    "Line {line}: beside {partner} the injection {injection} is paid only for a different drug. Delete it, or add 59, "
    "XE, XS, XP or XU if the chart shows one (box 24D).",
    "Line {line}: beside {partner} the injection {injection} is paid only for a different drug, and a modifier for a "
    "side or a stage seldom says that. Payers usually look for 59, XE, XS, XP or XU (box 24D).",
};
inline constexpr Source other_administration_first_sources[] = {source::ptp, source::modifier_59};
inline constexpr Example other_administration_first_bad[] = {
    {"A push into a vein and an injection, without a modifier.",
     R"([{"op":"replace","path":"/lines/0/code","value":"96374"},{"op":"remove","path":"/lines/0/modifiers"}])"},
};
inline constexpr Example other_administration_first_good[] = {
    {"The injection is marked and has a drug of its own.",
     R"([{"op":"replace","path":"/lines/0/code","value":"96374"},{"op":"remove","path":"/lines/0/modifiers"},
         {"op":"add","path":"/lines/1/modifiers","value":["59"]},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"J3420","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};

inline void check_other_administration_first(const DayContext& day, Report& report) {
    if (nothing_to_inject(products_of(day))) return;   // a rule of the ADM family speaks
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection) || procedure_of_drug(day, injection) != nullptr) continue;
        const Service* partner = closed_partner(day, injection, is_other_administration);
        if (partner != nullptr) say_bundled(day, injection, *partner, report);
    }
}

inline constexpr Rule other_administration_first{
    .id = "BND007",
    .name = "other-administration-first",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::edit,
    .institutional = true,
    .summary = "An infusion, push or chemotherapy code of the day includes the injection, and no modifier marks it as "
               "separate.",
    .why = "The edit pays the other administration and denies 96372 unless it gave a different drug.",
    .fix = "Delete the injection, or add 59 or the X modifier that fits when the chart shows a drug of its own.",
    .myth = "Often advised: 96372 is paid only \"when no other administration service is given\". A separate drug is "
            "paid, with the modifier.",
    .messages = other_administration_first_messages,
    .sources = other_administration_first_sources,
    .bad = other_administration_first_bad,
    .good = other_administration_first_good,
    .check_day = &check_other_administration_first,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// ADM017: an injection code for an infusion fluid.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view hydration_fluid_messages[] = {
    "Line {line}: {injection} is never the code for an infusion fluid, and {product} is one. Bill {administration} for "
    "hydration (box 24D).",
    "Line {line}: the fluid {product} already has its infusion code, and no other drug of the day needs {injection} "
    "(box 24D). Delete this line.",
};
inline constexpr Source hydration_fluid_sources[] = {source::injection_section};
inline constexpr Example hydration_fluid_bad[] = {
    {"A litre of saline billed as an injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J7030","units":"1","unit_type":"UN","charge":"12.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"E86.0"}])"},
};
inline constexpr Example hydration_fluid_good[] = {
    {"96360 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J7030","units":"1","unit_type":"UN","charge":"12.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"E86.0"},{"op":"replace","path":"/lines/1/code","value":"96360"}])"},
};

inline void check_hydration_fluid(const DayContext& day, Report& report) {
    static constexpr std::array<std::string_view, 1> codes{"96360"};
    check_given_otherwise(day, {.kind = Product::fluid, .administration = "96360 and 96361", .codes = codes,
                                .already = products_of(day).other_administration, .chart = true}, report);
}

inline constexpr Rule hydration_fluid{
    .id = "ADM017",
    .name = "hydration-fluid",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "An infusion fluid is the only product of the day, and 96372 is billed for it.",
    .why = "Fluids are infused into a vein: hydration of more than 30 minutes is 96360, each further hour 96361.",
    .fix = "Bill 96360 and 96361 when the record shows start and stop times; otherwise bill nothing for it.",
    .myth = "Often advised: 96372 is \"for hydration\". It never is.",
    .confidence = Confidence::secondary,
    .messages = hydration_fluid_messages,
    .sources = hydration_fluid_sources,
    .bad = hydration_fluid_bad,
    .good = hydration_fluid_good,
    .check_day = &check_hydration_fluid,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// ADM002: an injection code for an allergy shot.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view allergen_immunotherapy_messages[] = {
    "Line {line}: {injection} is never the code for giving allergen extract, and {product} is one. Bill "
    "{administration}, one unit (box 24D).",
    "Line {line}: the allergen {product} already has its injection code, and no other drug of the day needs "
    "{injection} (box 24D). Delete this line.",
};
inline constexpr Source allergen_immunotherapy_sources[] = {source::allergy_injections, source::ptp};
inline constexpr Example allergen_immunotherapy_bad[] = {
    {"An allergy shot from the practice's extract, billed as an injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"95165","units":"10","unit_type":"UN","charge":"12.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"J30.1"}])"},
};
inline constexpr Example allergen_immunotherapy_good[] = {
    {"95115 gives one allergy shot.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"95165","units":"10","unit_type":"UN","charge":"12.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"J30.1"},{"op":"replace","path":"/lines/1/code","value":"95115"}])"},
};

inline void check_allergen_immunotherapy(const DayContext& day, Report& report) {
    static constexpr std::array<std::string_view, 2> codes{"95115", "95117"};
    check_given_otherwise(day, {.kind = Product::allergen, .administration = "95115 for one injection or 95117 for two or more",
                                .codes = codes, .already = products_of(day).allergen_administration, .chart = true}, report);
}

inline constexpr Rule allergen_immunotherapy{
    .id = "ADM002",
    .name = "allergen-immunotherapy",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "Allergen extract is the only product of the day, and 96372 is billed for giving it.",
    .why = "Allergy shots have injection codes of their own; payers deny 96372 for them.",
    .fix = "Bill 95115 for one injection or 95117 for two or more: one unit either way, and never both.",
    .myth = "Often advised: allergy shots are 96372. They are 95115 or 95117.",
    .confidence = Confidence::secondary,
    .messages = allergen_immunotherapy_messages,
    .sources = allergen_immunotherapy_sources,
    .bad = allergen_immunotherapy_bad,
    .good = allergen_immunotherapy_good,
    .check_day = &check_allergen_immunotherapy,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// ADM014: an injection code for a test antigen.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view skin_test_messages[] = {
    "Line {line}: {product} includes placing the skin test, so {injection} for it is denied (box 24D). Delete this "
    "line.",
};
inline constexpr Source skin_test_sources[] = {source::skin_tests, source::ptp};
inline constexpr Example skin_test_bad[] = {
    {"A tuberculin test billed with an injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"86580","units":"1","unit_type":"UN","charge":"12.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"Z11.1"}])"},
};
inline constexpr Example skin_test_good[] = {
    {"The test alone.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"86580","units":"1","unit_type":"UN","charge":"12.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"Z11.1"},{"op":"remove","path":"/lines/1"},
         {"op":"replace","path":"/total_charge","value":"132.00"}])"},
};

inline void check_skin_test(const DayContext& day, Report& report) {
    check_given_otherwise(day, {.kind = Product::skin_test, .administration = "the test itself", .already = true,
                                .already_message = 0}, report);
}

inline constexpr Rule skin_test{
    .id = "ADM014",
    .name = "skin-test",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "A skin test is the only product of the day, and 96372 is billed beside it.",
    .why = "The test's code includes placing it; Medicare's edit pays the test and denies the injection.",
    .fix = "Delete 96372.",
    .confidence = Confidence::verified,
    .messages = skin_test_messages,
    .sources = skin_test_sources,
    .bad = skin_test_bad,
    .good = skin_test_good,
    .check_day = &check_skin_test,
};

}  // namespace deltoid::rulebook

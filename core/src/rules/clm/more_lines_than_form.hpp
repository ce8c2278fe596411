// SPDX-License-Identifier: Apache-2.0
// CLM009: more lines than a paper form, or an 837P, holds.
#pragma once

#include "context.hpp"
#include "rules/clm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view more_lines_than_form_messages[] = {
    "The claim has {count} lines, and the CMS-1500 form has room for 6 (box 24). On paper it becomes several claims: "
    "keep each injection with its drug.",
    "The claim has {count} lines, and an 837P claim has room for 50 (box 24). Split it, and keep each injection with "
    "its drug.",
};
inline constexpr Source more_lines_than_form_sources[] = {source::form_lines};
inline constexpr Example more_lines_than_form_bad[] = {
    {"Seven lines on a form.",
     R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"81002","units":"1","charge":"8.00",
         "from":"2026-09-15","pointers":[1]}},
         {"op":"add","path":"/lines/4","value":{"line":5,"code":"36415","units":"1","charge":"8.00",
          "from":"2026-09-15","pointers":[1]}},
         {"op":"add","path":"/lines/5","value":{"line":6,"code":"85025","units":"1","charge":"8.00",
          "from":"2026-09-15","pointers":[1]}},
         {"op":"add","path":"/lines/6","value":{"line":7,"code":"80053","units":"1","charge":"8.00",
          "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"204.00"}])"},
};
inline constexpr Example more_lines_than_form_good[] = {
    {"Three lines.", "[]"},
};

inline constexpr std::size_t lines_on_paper = 6;
inline constexpr std::size_t lines_in_837 = 50;

inline void check_more_lines_than_form(const ClaimContext& context, Report& report) {
    const std::size_t count = context.claim.lines.size();
    if (count <= (context.from_x12 ? lines_in_837 : lines_on_paper)) return;
    report.say(count > lines_in_837 ? 1 : 0).in(Field::lines).with_number("count", static_cast<std::int64_t>(count));
}

inline constexpr Rule more_lines_than_form{
    .id = "CLM009",
    .name = "more-lines-than-form",
    .level = Level::info,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .summary = "The claim has more lines than the paper form or the 837P has room for.",
    .why = "What does not fit is not billed, and an injection without its drug looks like one that never had it.",
    .fix = "Split the claim so that each injection stays with its drug and its visit.",
    .messages = more_lines_than_form_messages,
    .sources = more_lines_than_form_sources,
    .bad = more_lines_than_form_bad,
    .good = more_lines_than_form_good,
    .check_claim = &check_more_lines_than_form,
};

}   // namespace deltoid::rulebook

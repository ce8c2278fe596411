// SPDX-License-Identifier: Apache-2.0
// MOD003: 50 on the injection.
#pragma once

#include "rules/mod/modifiers.hpp"
#include "rules/mod/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view bilateral_messages[] = {
    "Line {line}: 50 does not go on the injection {injection} (box 24D). Bill two injections as two units or two "
    "lines.",
};
inline constexpr Source bilateral_sources[] = {source::fee_indicators};
inline constexpr Example bilateral_bad[] = {
    {"50 on the injection.",
     R"([{"op":"add","path":"/lines/1/modifiers","value":["50"]}])"},
};
inline constexpr Example bilateral_good[] = {
    {"No modifier is needed.", "[]"},
};

inline void check_bilateral(const ClaimContext& context, Report& report) {
    constexpr std::array<std::string_view, 1> forbidden{"50"};
    say_forbidden(context, forbidden, report, [](Finding& finding, const Service& service, std::string_view modifier) {
        take_off(finding, service, modifier);
    });
}

inline constexpr Rule bilateral{
    .id = "MOD003",
    .name = "bilateral",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = Need::injection | Need::modified,
    .institutional = true,
    .summary = "Modifier 50 is on 96372.",
    .why = "96372 cannot be billed as bilateral: the line is denied, or paid once.",
    .fix = "Take 50 off; bill each injection that the chart shows.",
    .messages = bilateral_messages,
    .sources = bilateral_sources,
    .bad = bilateral_bad,
    .good = bilateral_good,
    .check_claim = &check_bilateral,
};

}  // namespace deltoid::rulebook

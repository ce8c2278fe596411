// SPDX-License-Identifier: Apache-2.0
// X12007: an element is no date, amount, quantity or code, or stands in the wrong element.
#pragma once

#include "rules/malformed_values.hpp"
#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12007.
enum class X12ElementShape : std::uint8_t {
    malformed,   ///< {place} {what} {text} {wanted}; any field that cannot be read; said by the check over all fields
    fifth_modifier,       ///< {line} {text}
    quantity_elsewhere,   ///< {line} {element} {text}
    second_drug,          ///< {line} {text}
    code_qualifier,       ///< {line} {text}
    date_qualifier,       ///< {line} {text}
    diagnosis_qualifier,   ///< {text}
    missing_date   ///< {line}
};

inline constexpr std::string_view x12_element_shape_messages[] = {
    "{place} {what} cannot be read: \"{text}\" is not {wanted}. A receiver rejects it or leaves it out.",
    "Line {line}: the fifth modifier (\"{text}\") was not read (box 24D). A line has room for four.",
    "Line {line}: the NDC quantity is in {element} (\"{text}\"), not in CTP04. A receiver reads no quantity.",
    "Line {line}: the second NDC (\"{text}\") was not read. Each NDC needs a line of its own.",
    "Line {line}: the service is marked \"{text}\", not HC (SV101-1). Its code was not read as CPT or HCPCS.",
    "Line {line}: the date of service is marked \"{text}\", not D8 or RD8 (DTP02). It was read only as far as it is a "
    "date.",
    "The diagnosis \"{text}\" does not say which code set it is from (HI segment). It was not read.",
    "Line {line}: the date of service is missing (box 24A), so the line was not checked for its day.",
};
inline constexpr Source x12_element_shape_sources[] = {x12::loops};
inline constexpr auto x12_element_shape_text = x12::join(
    x12::isa, x12::group, x12::set, x12::provider,
    "HL*2*1*22*0~\nSBR*P*18*******MB~\nNM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\nN3*2 MAIN ST~\nN4*AUSTIN*TX*787010001~\n"
    "DMG*D8*19640231*F~\nNM1*PR*2*MEDICARE PART B*****PI*04402~\n",
    x12::claim, x12::visit_and_injection, x12::drug, x12::ends);
inline constexpr Example x12_element_shape_bad[] = {
    {"A birth date that is no day.", x12::view(x12_element_shape_text), "{}", true}};
inline constexpr Example x12_element_shape_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline void check_x12_values(const ClaimContext& context, Report& report) {
    if (context.from_x12) say_malformed_values(context, static_cast<std::uint8_t>(X12ElementShape::missing_date), report);
}

inline constexpr Rule x12_element_shape{
    .id = "X12007",
    .name = "x12-element-shape",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "An element of an 837 is not the date, amount, quantity or code that it should be, or is in the wrong "
               "element.",
    .why = "Receivers reject the claim, or read the value as something else.",
    .fix = "Correct the element in the software that writes the file.",
    .myth = "",
    .messages = x12_element_shape_messages,
    .sources = x12_element_shape_sources,
    .bad = x12_element_shape_bad,
    .good = x12_element_shape_good,
    .check_claim = &check_x12_values,
};

}   // namespace deltoid::rulebook

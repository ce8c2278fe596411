// SPDX-License-Identifier: Apache-2.0
// The pieces of a small, proper 837P that the examples of the X12 rules are put together from.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace deltoid::rulebook::x12 {

/// String literals as one text, at compile time.
template <std::size_t... sizes>
consteval auto join(const char (&... parts)[sizes]) {
    std::array<char, (sizes + ...) - sizeof...(sizes)> text{};
    std::size_t size = 0;
    const auto append = [&](const char* part, std::size_t count) {
        for (std::size_t i = 0; i + 1 < count; ++i) text[size++] = part[i];
    };
    (append(parts, sizes), ...);
    return text;
}

template <std::size_t size>
constexpr std::string_view view(const std::array<char, size>& text) {
    return {text.data(), size};
}

inline constexpr char isa[] =
    "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260916*0800*^*00501*000000101*0*P*:~\n";
inline constexpr char group[] = "GS*HC*CLINIC*PAYER*20260916*0800*101*X*005010X222A1~\n";
inline constexpr char set[] = "ST*837*0001*005010X222A1~\n";
inline constexpr char provider[] =
    "BHT*0019*00*B-1*20260916*0800*CH~\n"
    "NM1*41*2*EXAMPLE CLINIC*****46*CLINIC~\n"
    "PER*IC*BILLING*TE*5555550100~\n"
    "NM1*40*2*EXAMPLE PAYER*****46*PAYER~\n"
    "HL*1**20*1~\n"
    "PRV*BI*PXC*207Q00000X~\n"
    "NM1*85*2*EXAMPLE CLINIC*****XX*1234567893~\n"
    "N3*1 MAIN ST~\n"
    "N4*AUSTIN*TX*787010001~\n"
    "REF*EI*123456789~\n";
inline constexpr char subscriber[] =
    "HL*2*1*22*0~\n"
    "SBR*P*18*******MB~\n"
    "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\n"
    "N3*2 MAIN ST~\n"
    "N4*AUSTIN*TX*787010001~\n"
    "DMG*D8*19500201*F~\n"
    "NM1*PR*2*MEDICARE*****PI*04402~\n";
inline constexpr char claim[] =
    "CLM*A-1*172***11:B:1*Y*A*Y*Y~\n"
    "HI*ABK:M5450~\n"
    "NM1*82*1*ROE*RICHARD****XX*1234567893~\n"
    "PRV*PE*PXC*207Q00000X~\n";
inline constexpr char visit_and_injection[] =
    "LX*1~\n"
    "SV1*HC:99213:25*120*UN*1***1~\n"
    "DTP*472*D8*20260915~\n"
    "LX*2~\n"
    "SV1*HC:96372*40*UN*1***1~\n"
    "DTP*472*D8*20260915~\n";
inline constexpr char drug[] =
    "LX*3~\n"
    "SV1*HC:J1885:JZ*12*UN*4***1~\n"
    "DTP*472*D8*20260915~\n";
inline constexpr char ends[] =
    "SE*32*0001~\n"
    "GE*1*101~\n"
    "IEA*1*000000101~\n";

/// A whole file with nothing wrong in it.
inline constexpr auto clean_text = join(isa, group, set, provider, subscriber, claim, visit_and_injection, drug, ends);
inline constexpr std::string_view clean = view(clean_text);

}   // namespace deltoid::rulebook::x12

// SPDX-License-Identifier: Apache-2.0
// Which modifiers there are, and what the rules of this family share. Codes alone, no descriptors.
#pragma once

#include <array>
#include <span>

#include "context.hpp"

namespace deltoid::rulebook {

/// A closed set as of January 2026 (CPT appendix A; CMS HCPCS Level II modifiers), with those that ended since 2018: old
/// claims may bear them. Professional knowledge; the official list was not at hand, so an unknown modifier is a warning only.
inline constexpr std::string_view known_modifier_list =
    "22 23 24 25 26 27 32 33 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 90 91 "
    "92 93 95 96 97 99 1P 2P 3P 8P P1 P2 P3 P4 P5 P6 "
    "A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AD AE AF AG AH AI AJ AK AM AO AP AQ AR AS AT AU AV AW AX AY AZ BA "
    "BL BO BP BR BU CA CB CC CD CE CF CG CH CI CJ CK CL CM CN CO CP CQ CR CS CT DA E1 E2 E3 E4 EA EB EC "
    "ED EE EJ EM EP ER ET EX EY F1 F2 F3 F4 F5 F6 F7 F8 F9 FA FB FC FP FQ FR FS FT FX FY G0 G1 G2 G3 G4 "
    "G5 G6 G7 G8 G9 GA GB GC GD GE GF GG GH GJ GK GL GM GN GO GP GQ GR GS GT GU GV GW GX GY GZ H9 HA HB "
    "HC HD HE HF HG HH HI HJ HK HL HM HN HO HP HQ HR HS HT HU HV HW HX HY HZ J1 J2 J3 J4 J5 JA JB JC JD "
    "JE JF JG JW JZ K0 K1 K2 K3 K4 KA KB KC KD KE KF KG KH KI KJ KK KL KM KN KO KP KQ KR KS KT KU KV KW "
    "KX KY KZ L1 LC LD LL LM LR LS LT LU M2 MA MB MC MD ME MF MG MH MS N1 N2 N3 NB NR NU PA PB PC PD PI "
    "PL PM PN PO PS PT Q0 Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8 Q9 QA QB QC QD QE QF QG QH QJ QK QL QM QN QP QQ QR QS "
    "QT QW QX QY QZ RA RB RC RD RE RI RR RT SA SB SC SD SE SF SG SH SJ SK SL SM SN SQ SS ST SU SV SW SY "
    "SZ T1 T2 T3 T4 T5 T6 T7 T8 T9 TA TB TC TD TE TF TG TH TJ TK TL TM TN TP TQ TR TS TT TU TV TW U1 U2 "
    "U3 U4 U5 U6 U7 U8 U9 UA UB UC UD UE UF UG UH UJ UK UN UP UQ UR US V1 V2 V3 V4 V5 V6 V7 V8 V9 VM VP "
    "X1 X2 X3 X4 X5 XE XP XS XU ZA ZB ZC ";

constexpr std::size_t modifier_slot(std::string_view text) {
    if (text.size() != 2) return 36 * 36;
    const int first = detail::base36(text[0]);
    const int second = detail::base36(text[1]);
    return first < 0 || second < 0 ? 36 * 36 : static_cast<std::size_t>(first * 36 + second);
}

inline constexpr std::array<bool, 36 * 36> known_modifiers = [] {
    std::array<bool, 36 * 36> known{};
    for (std::size_t at = 0; at + 2 <= known_modifier_list.size(); at += 3)
        known[modifier_slot(known_modifier_list.substr(at, 2))] = true;
    return known;
}();

/// Two letters or digits.
constexpr bool is_modifier_shape(std::string_view text) { return modifier_slot(text) < 36 * 36; }
constexpr bool is_known_modifier(std::string_view text) { return is_modifier_shape(text) && known_modifiers[modifier_slot(text)]; }

/// The modifiers of a line as sent.
inline std::span<const std::string_view> modifiers_of(const ClaimContext& context, const Service& service) {
    const Line& line = context.claim.lines[service.line - 1U];
    return {line.modifiers.data(), line.modifier_count};
}

/// Says message 0 of each of these modifiers on an injection line; what a rule adds to it, it adds in `more`.
template <std::size_t size, class More>
void say_forbidden(const ClaimContext& context, const std::array<std::string_view, size>& forbidden, Report& report, More more) {
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection)) continue;
        std::uint8_t element = 0;
        for (const std::string_view sent : modifiers_of(context, service)) {
            ++element;
            for (const std::string_view modifier : forbidden) {
                if (!same_code(sent, modifier)) continue;
                Finding& finding = report.say(0, service).in(Field::line_modifiers, element);
                finding.with("modifier", modifier).with("injection", service.facts.code);
                more(finding, service, modifier);
            }
        }
    }
}

inline void take_off(Finding& finding, const Service& service, std::string_view modifier) {
    finding.denies(Group::CO, "4", service.line, "N519").fix_by(Operation::remove_modifier, service.line, modifier);
}

}  // namespace deltoid::rulebook

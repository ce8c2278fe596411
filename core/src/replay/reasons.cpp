// SPDX-License-Identifier: Apache-2.0
// CARC, RARC and claim status numbers by what they come to. Numbers are facts of the published lists (X12 external code
// sources 139, 411 and 508); the words are ours.
#include "reasons.hpp"

#include <algorithm>
#include <array>

#include "keys.hpp"

namespace deltoid::replay {
namespace {

using Kind = Reason::Kind;

/// Blank-separated codes, looked through one by one: the lists are short and asked once for each adjustment.
bool is_among(std::uint32_t packed, std::string_view list) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (pack_reason(list.substr(0, end)) == packed) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

// Over the fee schedule and its old numbers (42, A2), prompt payment, several procedures, over the charge, withheld,
// tax, negotiated, incentive, legislated, sequestration, quality programmes, interest, capitated funding.
constexpr std::string_view contract =
    "45 42 A2 44 59 85 90 91 94 104 105 118 131 137 139 144 161 205 223 225 232 235 237 245 246 253";
// Deductible, coinsurance, copayment, blood, spend-down, psychiatric share, low income, savings account, paid to the patient.
constexpr std::string_view patient = "1 2 3 66 100 122 142 178 187 241 247 248";
constexpr std::string_view other_payer = "23";

// Which rules look for it: the families of docs/rules.
constexpr std::array<Cause, 22> all{{
    {"unknown", "No reason that is known here", ""},
    {"bundled", "Included in another service of the day", "BND ADM"},
    {"duplicate", "Billed twice", "CLM HIS"},
    {"modifier", "Modifier missing or wrong", "MOD DRG"},
    {"units", "More units than the payer allows", "UNT"},
    {"not-supported", "The diagnosis does not support the service", "DX"},
    {"diagnosis", "Diagnosis code missing, invalid or not pointed to", "DX"},
    {"code", "Procedure or drug code not valid as billed", "ADM DRG"},
    {"drug-missing", "The service that must stand beside it is missing", "DRG"},
    {"description", "Name and dose of the drug missing", "DRG DOC"},
    {"ndc", "NDC missing or wrong", "NDC"},
    {"place", "Place of service", "POS"},
    {"not-covered", "Not covered by the plan", "DRG PAY"},
    {"authorization", "Authorization missing or exceeded", "PAY"},
    {"timely", "Sent too late", "PAY"},
    {"provider", "A provider's number, enrollment or specialty", "CLM SUP"},
    {"records", "Records asked for or not sent", "DOC"},
    {"eligibility", "Not covered on the day, or another payer goes first", "CLM PAY"},
    {"facility-stay", "Part of a hospice, nursing facility or surgical package", "POS BND"},
    {"age-sex", "Age or sex of the patient", "DRG DX"},
    {"charge", "The charge", "CLM"},
    {"incomplete", "Something missing or wrong, and no remark says what", "CLM X12"},
}};

struct Group {
    std::string_view cause, codes;
};

// CARCs: own fact collection on injection denials, section 10 (Noridian, Novitas, Palmetto and FCSO pages).
constexpr std::array<Group, 18> carcs{{
    {"bundled", "97 234 236 B15"},
    {"duplicate", "18 B13 B20"},
    {"modifier", "4 182"},
    {"units", "151 119 222"},
    {"not-supported", "50 11 167 49"},
    {"diagnosis", "146"},
    {"code", "181"},
    {"drug-missing", "107"},
    {"place", "5 58"},
    {"not-covered", "96 204 272 B5"},
    {"authorization", "197 198 39"},
    {"timely", "29"},
    {"provider", "183 184 185 206 207 208 B7 170 172 8"},
    {"records", "226 251 252 150"},
    {"eligibility", "22 24 26 27 31 33 109"},
    {"facility-stay", "B9 190"},
    {"age-sex", "6 7 9 10"},
    {"incomplete", "16 125 129"},
}};

// Remarks tell more than a general CARC does (16, 96, 226, 251, 252, 4, 50, 97).
constexpr std::array<Group, 15> rarcs{{
    {"ndc", "M119"},
    {"description", "M123 N350 M23"},
    {"modifier", "N822 N823 N519 M78"},
    {"diagnosis", "M76 M81 M64"},
    {"code", "M51 N56 N657 M20"},
    {"place", "M77 N428 M97"},
    {"provider", "N290 N257 N264 N265 N285 N286 N570 N574"},
    {"authorization", "M62 N54"},
    {"charge", "M79"},
    {"eligibility", "N382 N105"},
    {"facility-stay", "N538 M144 N525"},
    {"duplicate", "N522 N111"},
    {"timely", "N211"},
    {"records", "N706 M127 N29"},
    {"units", "N362"},
}};

// Claim status numbers beside A3 to A8 of a 277CA; same collection, professional knowledge.
constexpr std::array<Group, 13> statuses{{
    {"modifier", "453"},
    {"place", "249"},
    {"units", "476"},
    {"diagnosis", "254 255 477 488"},
    {"code", "454 507"},
    {"description", "306"},
    {"ndc", "218"},
    {"authorization", "252"},
    {"duplicate", "54 78"},
    {"provider", "562"},
    {"eligibility", "33 97 98"},
    {"age-sex", "475"},
    {"charge", "178 402"},
}};

std::uint8_t number_of(std::string_view cause) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].id == cause) return static_cast<std::uint8_t>(i);
    return 0;
}

std::uint8_t find(std::span<const Group> groups, std::uint32_t packed) {
    for (const Group& group : groups)
        if (is_among(packed, group.codes)) return number_of(group.cause);
    return 0;
}

/// CARCs that leave it to the remark to say what is wrong.
constexpr std::string_view general = "16 96 226 251 252 4 50 97 125 129 109";

/// A number from 1 to 9999 as pack_reason() packs its digits.
std::uint32_t pack_digits(std::uint32_t number) {
    std::uint32_t packed = 0;
    for (std::uint32_t tens = 1000; tens != 0; tens /= 10)
        if (packed != 0 || number >= tens) packed = packed * 37 + number / tens % 10 + 1;
    return packed;
}

bool is_adjustment(Kind kind) { return kind >= Kind::CO && kind <= Kind::CR; }

}   // namespace

Share share_of(std::uint32_t reason) {
    if (!is_adjustment(Reason::kind_of(reason))) return Share::remark;
    const std::uint32_t carc = Reason::packed_of(reason);
    if (is_among(carc, other_payer)) return Share::payer;
    if (is_among(carc, patient)) return Share::patient;
    return is_among(carc, contract) ? Share::contract : Share::denial;
}

bool is_listed_denial(std::uint32_t reason) {
    return share_of(reason) == Share::denial && find(carcs, Reason::packed_of(reason)) != 0;
}

std::span<const Cause> causes() { return all; }

std::uint8_t cause_of(std::uint32_t reason, std::span<const std::uint32_t> remarks) {
    const std::uint32_t packed = Reason::packed_of(reason);
    if (Reason::kind_of(reason) == Kind::status) {
        const std::uint8_t cause = find(statuses, pack_digits(packed % 10000));
        return cause != 0 ? cause : number_of("incomplete");
    }
    if (is_among(packed, general))
        for (const std::uint32_t remark : remarks)
            if (const std::uint8_t cause = find(rarcs, remark); cause != 0) return cause;
    return find(carcs, packed);
}

std::string_view group_text(std::uint32_t reason) {
    constexpr std::array<std::string_view, 6> names{"", "CO", "PR", "OA", "PI", "CR"};
    const auto kind = static_cast<std::size_t>(Reason::kind_of(reason));
    return kind < names.size() ? names[kind] : std::string_view();
}

void append_reason_text(std::string& out, std::uint32_t reason) {
    const std::uint32_t packed = Reason::packed_of(reason);
    if (Reason::kind_of(reason) == Kind::status) {
        append_reason(out, packed / 10000);
        out += ':';
        out += std::to_string(packed % 10000);
        return;
    }
    if (const std::string_view group = group_text(reason); !group.empty()) (out += group) += '-';
    append_reason(out, packed);
}

}   // namespace deltoid::replay

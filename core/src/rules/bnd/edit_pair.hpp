// SPDX-License-Identifier: Apache-2.0
// What the rules on Medicare's edit pairs share: how firmly a pair holds for a payer, and the modifiers that open it.
#pragma once

#include <array>

#include "context.hpp"

namespace deltoid::rulebook {

/// Modifiers for a distinct service; never for a visit.
inline constexpr std::array bypass_modifiers{Modifier("59"), Modifier("XE"), Modifier("XS"), Modifier("XP"), Modifier("XU")};
/// Also NCCI-associated, but seldom the right answer for an injection beside a procedure.
inline constexpr std::array weak_bypass_modifiers{Modifier("LT"), Modifier("RT"), Modifier("58"), Modifier("78"), Modifier("79")};
/// First day of service on which Medicare takes 59 or X{EPSU} on either code of a pair.
inline constexpr Day bypass_on_either_line = Day::of(2019, 7, 1);
inline constexpr std::array visit_modifiers{Modifier("25"), Modifier("24"), Modifier("57")};

/// Hospitals have a table of edits of their own. Clinics that are paid by the encounter have none, and what other bill
/// types are paid by is not known here: POS004 and POS009 speak of them.
inline constexpr bool runs_edits(BillType bill) {
    return bill == BillType::outpatient || bill == BillType::critical_access;
}

/// The edit between the injection and the service's code, as the setting of its claim has it.
inline const Answer<EditRow>& edit_of(const Service& service) {
    static constexpr Answer<EditRow> no_edit{nullptr, true, false};
    if (!service.claim->institutional) [[likely]]
        return service.facts.edit_practitioner;
    return runs_edits(service.claim->bill) ? service.facts.edit_outpatient : no_edit;
}

/// The edit pairs are Medicare's: errors for other payers as well, `payer`; workers' compensation and auto insurers
/// follow state rules: warnings.
/// Critical access hospitals are paid by their cost, and whether the edits reach them differs: warnings.
inline Finding& at_pair_level(Finding& finding, const ServiceClaim& claim) {
    const PayerClass payer = claim.payer;
    if (claim.institutional && claim.bill == BillType::critical_access) finding.tag(Tag::payer).at_level(Level::warning);
    if (payer != PayerClass::medicare_b) finding.tag(Tag::payer);
    if (payer == PayerClass::workers_comp || payer == PayerClass::auto_insurance) finding.at_level(Level::warning);
    return finding;
}

/// CARC of a denied pair: Medicare names the edit, others call it included.
inline Literal pair_carc(PayerClass payer) { return is_medicare(payer) ? "236" : "97"; }

/// The first line with the injection code that the service's practitioner's specialty shares the day with.
inline const Service* injection_beside(const DayContext& day, const Service& service) {
    for (const Service& other : day.services)
        if (other.is(CodeSet::injection) && !another_specialty(service, other)) return &other;
    return nullptr;
}

/// "96372/99213 1": the pair as the table has it, column 1 first, and its indicator.
inline std::string_view pair_row(Finding& finding, Code injection, Code other, const EditRow& row) {
    std::array<char, 13> text{};
    const auto first = (row.column == 1 ? other : injection).text();
    const auto second = (row.column == 1 ? injection : other).text();
    std::size_t at = 0;
    for (const char c : first) text[at++] = c;
    text[at++] = '/';
    for (const char c : second) text[at++] = c;
    text[at++] = ' ';
    text[at++] = static_cast<char>('0' + row.indicator);
    return finding.keep({text.data(), at});
}

inline void prove_by_pair(Finding& finding, const DayContext& day, const Service& injection, const Service& other) {
    const EditRow& row = *edit_of(other).row;
    finding.proven_by(day.tables.edition(row.edition), pair_row(finding, injection.facts.code, other.facts.code, row));
}

}  // namespace deltoid::rulebook

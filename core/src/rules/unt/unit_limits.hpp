// SPDX-License-Identifier: Apache-2.0
// Medically unlikely edits: which limit counts for a payer, and how the units of a day add up against it.
#pragma once

#include "rules/bnd/edit_pair.hpp"
#include "rules/drg/self_administered_drugs.hpp"
#include "rules/unt/labelled_units.hpp"

namespace deltoid::rulebook {

/// Medicaid has a table of its own, of practitioners; other payers are measured by Medicare's, hospitals by the
/// outpatient one.
inline Answer<UnitLimitRow> unit_limit(const Service& service) {
    if (service.claim->institutional && !runs_edits(service.claim->bill)) return {nullptr, true, false};
    if (service.claim->institutional)
        return service.claim->payer == PayerClass::medicaid ? Answer<UnitLimitRow>{} : service.facts.limit_outpatient;
    return service.claim->payer == PayerClass::medicaid ? service.facts.limit_medicaid : service.facts.limit_medicare;
}

/// The payers that run these limits by law; for others they are a guide.
inline bool runs_unit_limits(PayerClass payer) {
    return is_medicare(payer) || payer == PayerClass::medicaid || payer == PayerClass::tricare || payer == PayerClass::va;
}

/// Whether a line's units are added up. Those of 96372 that are no count (UNT003) and drug lines that were entered twice
/// (CLM001) are left out: one defect, one finding.
inline bool adds_up(const Service& service) { return service.is(CodeSet::injection) ? service.counted : !service.duplicate; }

/// All of a code on the day.
inline Thousandths units_of_day(std::span<const Service> services, const Service& service) {
    Thousandths units = 0;
    for (const Service& other : services)
        if (other.facts.code == service.facts.code && other.day == service.day && !another_specialty(service, other) &&
            adds_up(other))
            units += other.units;
    return units;
}

/// Whether a fix may write so many units: the limit must not be passed by it.
inline bool within_limit(std::span<const Service> services, const Service& service, std::int64_t units) {
    const Answer<UnitLimitRow> limit = unit_limit(service);
    if (!limit) return true;
    const Thousandths own = adds_up(service) ? service.units : 0;
    return units_of_day(services, service) - own + in_units(units) <= Thousandths{limit.row->units} * 1000;
}

/// How a drug line stands to its limit.
enum class OverLimit : std::uint8_t {
    no,
    line,        ///< this line by itself
    day,         ///< all lines of the day together
    maybe_day,   ///< the same, but the table does not say how lines add up (Medicaid)
    never_paid   ///< the limit is 0: the setting does not pay the code
};

/// UNT005 speaks on a line of the code and day: the units are wrong, whatever the limit.
inline bool record_differs(std::span<const Service> services, const Service& service) {
    for (const Service& other : services)
        if (other.facts.code == service.facts.code && other.day == service.day && other.record == RecordCheck::differs)
            return true;
    return false;
}

inline OverLimit over_limit_of(std::span<const Service> services, const Service& service) {
    const Answer<UnitLimitRow> limit = unit_limit(service);
    if (!limit || !service.is(CodeSet::drug) || service.facts.ended || service.facts.not_begun) return OverLimit::no;
    const Thousandths most = Thousandths{limit.row->units} * 1000;
    if (service.units <= 0 || service.duplicate) return OverLimit::no;
    if (most == 0) {
        const bool said = !runs_unit_limits(service.claim->payer) || is_excluded(service);   // DRG010 speaks
        return said ? OverLimit::no : OverLimit::never_paid;
    }
    const bool line = service.units > most;
    if (!line && limit.row->adjudication == 1) return OverLimit::no;
    if (!line && units_of_day(services, service) <= most) return OverLimit::no;
    if (record_differs(services, service)) return OverLimit::no;
    if (limit.row->adjudication >= 2) return OverLimit::day;
    return line ? OverLimit::line : OverLimit::maybe_day;
}

}  // namespace deltoid::rulebook

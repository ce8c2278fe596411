// SPDX-License-Identifier: Apache-2.0
// The units that the administration record makes: of a drug by the dose given and the amount discarded, of 96372 by the
// number of injections. One computation, which the rules on units, waste and NDC quantities share.
#pragma once

#include "context.hpp"
#include "dose.hpp"
#include "whole_number.hpp"

namespace deltoid::rulebook {

enum class DoseVerdict : std::uint8_t {
    none,   ///< no record, or none of a dose
    agrees,
    differs,
    unreadable,
    unassigned,      ///< several drugs, or several doses, and the record stands on the injection
    other_measure,   ///< a volume without strength for a drug billed by mass, and the like
    parts_missing,   ///< two substances, and the record gives one amount
    no_unit          ///< the drug pack does not know the code
};

struct DoseCheck {
    DoseVerdict verdict = DoseVerdict::none;
    std::string_view text;   ///< the amount, as the record has it
    Dose dose;
    Thousandths given = 0;    ///< in the drug's own measure
    std::int64_t units = 0;   ///< whole units that the line should have
};

/// Products of two substances that one unit holds in fixed parts; the pack's unit is that of the first (J0741: 2 mg
/// cabotegravir and 3 mg rilpivirine) or of both (J0702: 3 mg and 3 mg). Source: CMS HCPCS of January 2026.
struct TwoParts {
    Code code;
    std::int64_t second_unit;   ///< nanograms; 0: the unit is of both together
    Strength strength;          ///< the only one it is sold in
};
inline constexpr std::array two_part_products{
    TwoParts{Code("J0702"), 0, {DoseFamily::mass, 6'000'000, 1000}},
    TwoParts{Code("J0741"), 3'000'000, {}},
};

inline const TwoParts* two_parts(Code code) {
    for (const TwoParts& product : two_part_products)
        if (product.code == code) return &product;
    return nullptr;
}

/// One billing unit of a drug: its family and steps; 0 steps when the pack does not say.
inline Measure billing_unit(const DrugRow* drug) {
    if (drug == nullptr || drug->unit_amount <= 0) return {};
    return {static_cast<DoseFamily>(drug->measure_family), scaled_up(drug->unit_amount, drug->measure_steps, 1000)};
}

inline const Documentation* record_of(const Claim& claim, const Service& service) {
    return record_of(claim, claim.lines[service.line - 1U]);
}

/// A line of a drug that was given: no waste, a code valid on the day, no catch-all code.
inline bool is_given(const Service& service) {
    return service.is(CodeSet::drug) && !service.has(Modifier("JW")) && !service.facts.ended && !service.facts.not_begun &&
           !service.is(CodeSet::unlisted_drug) && !service.is(CodeSet::vaccine);
}

/// Diluents, flushes and local anaesthetics have no injection of their own.
inline bool takes_injection(const Service& service) {
    return is_given(service) && (!service.facts.drug || service.facts.drug.row->administration != Administration::none);
}

/// What the records of the day's injections say in one field, when this drug is the only one that they can mean.
struct InjectionRecord {
    std::string_view text;
    bool unassigned = false;
};

inline InjectionRecord injection_record(const Claim& claim, std::span<const Service> services, const Service& drug,
                                        std::string_view Documentation::*field) {
    InjectionRecord found;
    bool other_drug = false;
    for (const Service& service : services) {
        if (service.day != drug.day) continue;
        other_drug |= takes_injection(service) && service.facts.code != drug.facts.code;
        const Documentation* record = service.is(CodeSet::injection) ? record_of(claim, service) : nullptr;
        if (record == nullptr || trim(record->*field).empty()) continue;
        found.unassigned |= !found.text.empty();
        found.text = trim(record->*field);
    }
    found.unassigned |= other_drug && !found.text.empty();
    return found;
}

/// Sets `units` and `given` from a dose that was read.
inline void count_units(DoseCheck& check, const Service& service) {
    const DrugRow& drug = *service.facts.drug.row;
    const Measure unit = billing_unit(&drug);
    const TwoParts* parts = two_parts(service.facts.code);
    std::int64_t amount = check.dose.amount(unit.family);
    check.verdict = DoseVerdict::agrees;
    if (check.dose.slashed && parts == nullptr) {
        check.verdict = DoseVerdict::unreadable;
    } else if (parts != nullptr && parts->second_unit != 0) {
        amount -= check.dose.second_part;
        check.units = scaled_up(amount, 1, unit.steps);
        if (check.dose.second_part == 0 || scaled_up(check.dose.second_part, 1, parts->second_unit) != check.units)
            check.verdict = DoseVerdict::parts_missing;
    } else if (drug.unit_style == UnitStyle::per_dose && amount == 0) {
        // One unit for a dose, whatever its mass; where two doses are usual, what is billed stands.
        const Quantity most = read_quantity(drug.dose_max);
        const bool usual = service.counted && most.valid() && service.units <= most.value;
        check.units = usual ? service.units / 1000 : 1;
    } else {
        if (amount == 0 && parts != nullptr)
            amount = scaled_up(check.dose.amount(DoseFamily::volume), parts->strength.steps, parts->strength.in_volume);
        if (amount <= 0) check.verdict = DoseVerdict::other_measure;
        check.units = scaled_up(amount, 1, unit.steps);
    }
    check.given = scaled_up(amount, 1000, read_measure(drug.unit_measure).steps);
}

/// Reads the text of a record for a drug; the verdict is `agrees` when its units could be counted.
inline DoseCheck read_for(const Service& service, std::string_view text) {
    DoseCheck check;
    check.text = trim(text);
    if (check.text.empty()) return check;
    if (billing_unit(service.facts.drug.row).steps <= 0) {
        check.verdict = DoseVerdict::no_unit;
        return check;
    }
    check.dose = read_dose(check.text);
    if (check.dose.readable)
        count_units(check, service);
    else
        check.verdict = DoseVerdict::unreadable;
    return check;
}

inline Thousandths in_units(std::int64_t units) { return units > 1'000'000'000'000 ? 1'000'000'000'000'000 : units * 1000; }

/// Units of the day's given lines of a drug; 0 when another of them has a dose of its own.
inline Thousandths units_without_dose(const Claim& claim, std::span<const Service> services, const Service& drug) {
    Thousandths sum = 0;
    for (const Service& other : services) {
        if (!is_given(other) || other.facts.code != drug.facts.code || other.day != drug.day) continue;
        const Documentation* record = record_of(claim, other);
        if (&other != &drug && record != nullptr && !trim(record->dose).empty()) return 0;
        sum += other.units;
    }
    return sum;
}

/// The dose of a given line: its own record's, else that of the injection.
inline DoseCheck dose_of(const Claim& claim, std::span<const Service> services, const Service& service) {
    const Documentation* own = record_of(claim, service);
    if (own != nullptr && !trim(own->dose).empty()) return read_for(service, own->dose);
    if (!takes_injection(service)) return {};
    const InjectionRecord injection = injection_record(claim, services, service, &Documentation::dose);
    DoseCheck check = read_for(service, injection.text);
    if (injection.unassigned && service.facts.drug) check.verdict = DoseVerdict::unassigned;
    return check;
}

/// The units of a given line against its dose, rounded up once. Several lines may share a dose.
inline DoseCheck check_dose(const Claim& claim, std::span<const Service> services, const Service& service) {
    DoseCheck check = is_given(service) ? dose_of(claim, services, service) : DoseCheck{};
    if (check.verdict != DoseVerdict::agrees) return check;
    const Thousandths right = in_units(check.units);
    if (service.units != right && units_without_dose(claim, services, service) != right) check.verdict = DoseVerdict::differs;
    return check;
}

/// The first given line of the drug and day on the claim that a waste line belongs to; null without one.
inline const Service* given_beside(std::span<const Service> services, const Service& waste) {
    for (const Service& other : services)
        if (&other != &waste && other.facts.code == waste.facts.code && other.day == waste.day && !other.has(Modifier("JW")))
            return &other;
    return nullptr;
}

/// The whole units left of the opened containers: what was discarded fills up the last unit given before it counts.
/// `given` is the line of what was given; null when there is none.
inline DoseCheck waste_of(const Claim& claim, std::span<const Service> services, const Service& service, const Service* given) {
    const Documentation* own = record_of(claim, service);
    const Documentation* beside = given == nullptr ? nullptr : record_of(claim, *given);
    std::string_view text = own == nullptr ? std::string_view() : trim(own->discarded);
    if (text.empty() && beside != nullptr) text = trim(beside->discarded);
    const DrugRow* drug = service.facts.drug.row;
    if (text.empty()) {
        const InjectionRecord injection = injection_record(claim, services, service, &Documentation::discarded);
        if (injection.unassigned) return {};
        text = injection.text;
    }
    const Measure unit = billing_unit(drug);
    if (text.empty() || unit.steps <= 0 || unit.family == DoseFamily::doses || two_parts(service.facts.code) != nullptr)
        return {};
    DoseCheck check;
    check.text = text;
    check.verdict = DoseVerdict::agrees;
    if (says_nothing_given(text)) return check;
    check.dose = read_dose(text);
    const DoseCheck dose = given == nullptr ? DoseCheck{} : dose_of(claim, services, *given);
    const bool dose_known = dose.verdict == DoseVerdict::agrees;
    std::int64_t amount = check.dose.amount(unit.family);
    const Strength& strength = dose.dose.strength;
    if (amount == 0 && strength.family == unit.family)
        amount = scaled_up(check.dose.amount(DoseFamily::volume), strength.steps, strength.in_volume);
    if (!check.dose.readable || amount <= 0) {
        check.verdict = check.dose.readable ? DoseVerdict::other_measure : DoseVerdict::unreadable;
        return check;
    }
    const std::int64_t dose_amount = dose_known ? scaled_up(dose.given, read_measure(drug->unit_measure).steps, 1000) : 0;
    const std::int64_t left = (dose_amount + amount) / unit.steps - scaled_up(dose_amount, 1, unit.steps);
    check.units = left > 0 ? left : 0;
    check.given = scaled_up(amount, 1000, read_measure(drug->unit_measure).steps);
    return check;
}

/// A JW line against the amount discarded.
inline DoseCheck check_waste(const Claim& claim, std::span<const Service> services, const Service& service) {
    if (!service.has(Modifier("JW")) || !service.is(CodeSet::drug) || service.facts.ended || service.facts.not_begun) return {};
    DoseCheck check = waste_of(claim, services, service, given_beside(services, service));
    if (check.verdict == DoseVerdict::agrees && service.units != in_units(check.units)) check.verdict = DoseVerdict::differs;
    return check;
}

/// The number of injections that the record gives for the day: that of the 96372 lines, else the sum of the drugs'.
struct InjectionCount {
    std::int64_t count = 0;
    bool known = false;
    bool unreadable = false;
};

inline void add_injections(InjectionCount& sum, const Claim& claim, const Service& service) {
    const Documentation* record = record_of(claim, service);
    const std::string_view text = record == nullptr ? std::string_view() : trim(record->injections);
    if (text.empty()) return;
    sum.known = true;
    if (is_whole_number(text))
        sum.count += whole_number(text);
    else
        sum.unreadable = true;
}

inline InjectionCount recorded_injections(const Claim& claim, std::span<const Service> services, const Service& injection) {
    InjectionCount of_injections, of_drugs;
    for (const Service& service : services) {
        if (service.day != injection.day) continue;
        if (service.is(CodeSet::injection))
            add_injections(of_injections, claim, service);
        else if (service.is(CodeSet::drug) && !service.has(Modifier("JW")))
            add_injections(of_drugs, claim, service);
    }
    return of_injections.known ? of_injections : of_drugs;
}

/// Units of the claim's 96372 lines of a day.
inline Thousandths billed_injections(std::span<const Service> services, const Service& injection) {
    Thousandths units = 0;
    for (const Service& service : services)
        if (service.is(CodeSet::injection) && service.day == injection.day) units += service.units;
    return units;
}

inline RecordCheck record_check(DoseVerdict verdict) {
    if (verdict == DoseVerdict::none) return RecordCheck::none;
    if (verdict == DoseVerdict::agrees) return RecordCheck::agrees;
    return verdict == DoseVerdict::differs ? RecordCheck::differs : RecordCheck::not_checked;
}

inline RecordCheck record_check(const Claim& claim, std::span<const Service> services, const Service& service) {
    if (!service.is(CodeSet::injection))
        return record_check((service.has(Modifier("JW")) ? check_waste : check_dose)(claim, services, service).verdict);
    const InjectionCount record = recorded_injections(claim, services, service);
    if (!record.known || record.unreadable) return RecordCheck::none;   // the reader says what is no number
    return in_units(record.count) == billed_injections(services, service) ? RecordCheck::agrees : RecordCheck::differs;
}

/// Marks each service with what the record says of its units. Only for claims that have records.
inline void check_records(const Claim& claim, std::span<Service> services) {
    for (Service& service : services)
        if (service.day.known()) service.record = record_check(claim, services, service);
}

}  // namespace deltoid::rulebook

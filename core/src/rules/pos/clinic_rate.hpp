// SPDX-License-Identifier: Apache-2.0
// POS004: an injection in a clinic that is paid by the encounter.
#pragma once

#include "bill_types.hpp"
#include "rules/pos/facility_places.hpp"
#include "rules/pos/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view clinic_rate_messages[] = {
    "Line {line}: in place of service {pos} the clinic's encounter rate usually includes {code} (box 24B). Medicare "
    "then does not pay it on a professional claim.",
    "Line {line}: in place of service {pos} many Medicaid programmes include {code} in the clinic's encounter rate "
    "(box 24B). Some pay it apart.",
    "Line {line}: on type of bill {bill} the clinic's rate for the encounter usually includes {code} (FL 4). The line "
    "then only informs.",
    "Line {line}: {code} stands without an encounter on type of bill {bill}, and an injection alone usually is none "
    "(FL 4). Medicare then pays nothing for it: its cost goes on the cost report.",
    "Line {line}: on type of bill {bill} many Medicaid programmes include {code} in the clinic's encounter rate (FL 4). "
    "Some pay it apart.",
};
inline constexpr Source clinic_rate_sources[] = {source::clinic_rate, source::place_codes, source::bill_types};
inline constexpr Example clinic_rate_bad[] = {
    {"An injection in a rural health clinic, to Medicare.", R"([{"op":"replace","path":"/pos","value":"72"}])"},
    {"The clinic's own claim has the injection and its drug without a visit.",
     R"([{"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0711"},
         {"op":"remove","path":"/pos"},{"op":"remove","path":"/lines/0"},
         {"op":"replace","path":"/total_charge","value":"52.00"}])"},
};
inline constexpr Example clinic_rate_good[] = {
    {"A public health clinic has no such rate.", R"([{"op":"replace","path":"/pos","value":"71"}])"},
    {"The office.", "[]"},
};

/// Visits that only federally qualified health centers bill: G0466 to G0470 (CMS Pub 100-04 ch. 9, 60.2).
inline bool is_encounter_code(Code code) {
    using namespace literals;
    return code >= "G0466"_code && code <= "G0470"_code;
}

/// A visit of the day: the clinic is paid for it.
inline bool has_encounter(const ClaimContext& context, const Service& service) {
    for (const Service& other : context.services)
        if (other.day == service.day && (is_encounter_code(other.facts.code) || is_visit_in_person(other))) return true;
    return false;
}

/// The clinic's own claim (types of bill 071x and 077x): for information beside an encounter, worth nothing without one.
inline void check_clinic_bill(const ClaimContext& context, Report& report) {
    const bool medicaid = context.payer() == PayerClass::medicaid;
    if (!medicaid && !is_medicare(context.payer())) return;
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) && !service.is(CodeSet::drug)) continue;
        const bool encounter = has_encounter(context, service);
        Finding& finding = report.say(medicaid ? 4 : encounter ? 2 : 3, service).in(Field::bill_type);
        finding.with("code", service.facts.code).with("bill", finding.keep(trim(context.claim.bill_type)));
        finding.at_level(!medicaid && encounter ? Level::info : Level::warning);
        if (medicaid)
            finding.tag(Tag::payer);
        else
            finding.as_medicare();
        if (!encounter) finding.denies(Group::CO, "97", service.line);
    }
}


inline void check_clinic_rate(const ClaimContext& context, Report& report) {
    if (context.claim.kind == Kind::institutional) {
        if (bill_type_of(context.claim) == BillType::clinic) check_clinic_bill(context, report);
        return;
    }
    const bool medicaid = context.payer() == PayerClass::medicaid;
    for (const Service& service : context.services) {
        if (!service.is(CodeSet::injection) && !service.is(CodeSet::drug)) continue;
        if (!clinic_rate_speaks(service)) continue;
        Finding& finding = report.say(medicaid ? 1 : 0, service).in(Field::line_pos).with("code", service.facts.code);
        const std::string_view digits = place_digits(finding, service);
        finding.with("pos", digits).denies(Group::CO, "97", service.line);
        if (medicaid)
            finding.at_level(Level::warning).tag(Tag::payer);
        else
            finding.as_medicare();
        finding.fix_by(Operation::set_field, service.line, Field::line_pos).from_chart();
        const Answer<PlaceRow> place = context.tables.place(digits, service.day);
        if (place) finding.proven_by(context.tables.edition(place.row->edition), digits);
    }
}

inline constexpr Rule clinic_rate{
    .id = "POS004",
    .name = "clinic-rate",
    .level = Level::error,
    .scope = Scope::claim,
    .needs = needs(Need::injection),
    .institutional = true,
    .summary = "96372 or its drug is billed for a federally qualified health center (place 50, type of bill 077x) or a "
               "rural health clinic (72, 071x).",
    .why = "Medicare's rate for the clinic's encounter usually includes the injection and its drug; an injection alone "
           "is no encounter.",
    .fix = "Leave both to the clinic's encounter and cost report, or correct the place of service if it is wrong.",
    .confidence = Confidence::professional,
    .messages = clinic_rate_messages,
    .sources = clinic_rate_sources,
    .bad = clinic_rate_bad,
    .good = clinic_rate_good,
    .check_claim = &check_clinic_rate,
};

}  // namespace deltoid::rulebook

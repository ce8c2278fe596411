// SPDX-License-Identifier: Apache-2.0
// ADM001: an injection code where only a vaccine was given.
#pragma once

#include "rules/day_products.hpp"
#include "rules/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view vaccine_administration_messages[] = {
    "Line {line}: {injection} is never the code for giving a vaccine, and {vaccine} is one. Bill {administration} "
    "instead (box 24D).",
    "Line {line}: the vaccine {vaccine} already has its administration code, and no other drug of the day needs "
    "{injection} (box 24D). Delete this line.",
    "Line {line}: {injection} has {units} units for {drugs} other drug(s), and the vaccine {vaccine} has no "
    "administration code (box 24G). If one unit is for the vaccine, bill the vaccine's own code instead.",
};
inline constexpr Source vaccine_administration_sources[] = {source::vaccine_codes, source::ptp};
inline constexpr Example vaccine_administration_bad[] = {
    {"A flu shot for a Medicare patient, billed as an injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"90662","units":"1","unit_type":"UN","charge":"12.00",
         "from":"2026-09-15","pointers":[1]}}])"},
};
inline constexpr Example vaccine_administration_good[] = {
    {"The flu shot has its own administration code.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"90662","units":"1","unit_type":"UN","charge":"12.00",
         "from":"2026-09-15","pointers":[1]}},{"op":"replace","path":"/lines/1/code","value":"G0008"}])"},
};

/// What gives this vaccine; Medicare has codes of its own for three of them, but not after an injury or exposure.
inline std::string_view administration_of(const Service& vaccine) {
    const bool medicare = is_medicare(vaccine.claim->payer);
    if (vaccine.is(CodeSet::vaccine_covid)) return "90480";
    if (medicare && vaccine.is(CodeSet::vaccine_influenza)) return "G0008";
    if (medicare && vaccine.is(CodeSet::vaccine_pneumococcal)) return "G0009";
    if (medicare && vaccine.is(CodeSet::vaccine_hepatitis_b)) return "G0010";
    return "90471";
}

inline int vaccine_count(const DayContext& day) {
    int count = 0;
    for (const Service& service : day.services) count += service.is(CodeSet::vaccine) ? 1 : 0;
    return count;
}

inline void say_only_vaccine(const DayContext& day, const DayProducts& products, Report& report) {
    const Service& vaccine = *products.of(Product::vaccine);
    const bool single = vaccine_count(day) == 1;
    bool replaced = products.vaccine_administration;
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection)) continue;
        Finding& finding = report.say(replaced ? 1 : 0, injection).in(Field::line_code);
        finding.with("vaccine", vaccine.facts.code).with("injection", injection.facts.code);
        finding.with("administration", administration_of(vaccine)).denies(Group::CO, "16", injection.line, "N657");
        if (replaced) finding.fix_by(Operation::delete_line, injection.line);
        else if (single && injection.units == 1000)
            finding.fix_by(Operation::replace_code, injection.line, administration_of(vaccine));
        report.partner(finding, injection, vaccine);
        replaced = true;
    }
}

inline void say_too_many_units(const DayContext& day, const DayProducts& products, Report& report) {
    Thousandths units = 0;
    const Service* first = nullptr;
    for (const Service& service : day.services) {
        if (!service.is(CodeSet::injection)) continue;
        units += service.units;
        if (first == nullptr) first = &service;
    }
    if (first == nullptr || units <= products.drug_codes * 1000) return;
    Finding& finding = report.say(2, *first).at_level(Level::warning).tag(Tag::chart).in(Field::line_units);
    finding.with("injection", first->facts.code).with("vaccine", products.of(Product::vaccine)->facts.code);
    finding.with_quantity("units", units).with_number("drugs", products.drug_codes);
    finding.denies(Group::CO, "16", first->line, "N657");
    report.partner(finding, *first, *products.of(Product::vaccine));
}

inline void check_vaccine_administration(const DayContext& day, Report& report) {
    const DayProducts& products = products_of(day);
    if (only_vaccines(products)) say_only_vaccine(day, products, report);
    else if (!products.vaccine_administration) say_too_many_units(day, products, report);
}

inline constexpr Rule vaccine_administration{
    .id = "ADM001",
    .name = "vaccine-administration",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::vaccine,
    .institutional = true,
    .summary = "The only products of the day are vaccines or toxoids, and 96372 is billed for giving them.",
    .why = "Vaccines have administration codes of their own; payers reject 96372 for them.",
    .fix = "Bill the vaccine's own administration code. Medicare: G0008 influenza, G0009 pneumococcal, G0010 hepatitis "
           "B; COVID-19: 90480; else 90471 and 90472, or 90460 and 90461 to 18 years with counselling.",
    .myth = "Often advised: 96372 is for giving \"medications or vaccines\". It never gives a vaccine.",
    .confidence = Confidence::secondary,
    .messages = vaccine_administration_messages,
    .sources = vaccine_administration_sources,
    .bad = vaccine_administration_bad,
    .good = vaccine_administration_good,
    .check_day = &check_vaccine_administration,
};

}  // namespace deltoid::rulebook

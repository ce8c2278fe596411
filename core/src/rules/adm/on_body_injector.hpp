// SPDX-License-Identifier: Apache-2.0
// ADM009: an injection beside the on-body injector of the same drug.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view on_body_injector_messages[] = {
    "Line {line}: {administration} already bills giving {product}, by on-body injector (box 24D). Delete {injection}, "
    "or {administration} if a syringe was used instead.",
};
inline constexpr Source on_body_injector_sources[] = {source::on_body};
inline constexpr Example on_body_injector_bad[] = {
    {"Pegfilgrastim's on-body kit with both codes.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J2506","modifiers":["JZ"],"units":"12","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"D70.1"},
         {"op":"add","path":"/lines/3","value":{"line":4,"code":"96377","units":"1","unit_type":"UN","charge":"10.00",
             "from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/total_charge","value":"182.00"}])"},
};
inline constexpr Example on_body_injector_good[] = {
    {"96377 alone.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J2506","modifiers":["JZ"],"units":"12","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"D70.1"},{"op":"replace","path":"/lines/1/code","value":"96377"}])"},
    {"The syringe with 96372 alone.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J2506","modifiers":["JZ"],"units":"12","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"D70.1"}])"},
};

inline void check_on_body_injector(const DayContext& day, Report& report) {
    const DayProducts& products = products_of(day);
    const Service* drug = products.of(Product::on_body);
    const bool only = sole_product(products) == Product::on_body;
    if (drug == nullptr || (!only && !takes_a_unit(products, Product::on_body))) return;
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection) || (!only && &injection != products.last_injection)) continue;
        Finding& finding = report.say(0, injection).in(Field::line_code).with("product", drug->facts.code);
        finding.with("injection", injection.facts.code).with("administration", "96377").denies(Group::CO, "97", injection.line);
        if (only || injection.units == 1000) finding.fix_by(Operation::delete_line, injection.line);
        report.partner(finding, injection, *drug);
    }
}

inline constexpr Rule on_body_injector{
    .id = "ADM009",
    .name = "on-body-injector",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "96377 and 96372 are billed for the same drug on the same day.",
    .why = "96377 covers applying the kit; the same drug is not injected as well.",
    .fix = "Delete 96372; if a syringe was used instead, delete 96377.",
    .confidence = Confidence::secondary,
    .messages = on_body_injector_messages,
    .sources = on_body_injector_sources,
    .bad = on_body_injector_bad,
    .good = on_body_injector_good,
    .check_day = &check_on_body_injector,
};

}  // namespace deltoid::rulebook

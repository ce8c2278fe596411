// SPDX-License-Identifier: Apache-2.0
// What the rules share that say "this product has an administration code of its own".
#pragma once

#include <span>

#include "rules/day_products.hpp"

namespace deltoid::rulebook {

struct GivenOtherwise {
    Product kind = Product::none;
    std::string_view administration;                 ///< as the message names it
    std::span<const std::string_view> codes = {};    ///< offered instead of 96372, one alternative each
    bool already = false;                            ///< it stands on the day: the injection is too much
    bool chart = false;                              ///< which code fits, only the chart tells
    bool beside_drugs = false;                       ///< also when other drugs leave it a unit of 96372
    Level level = Level::error;
    bool payer = false;                              ///< payers differ
    bool medicare = false;                           ///< Medicare's own rule
    std::uint8_t message = 0, already_message = 1;
};

/// Message 0, as a rule, names the code to bill; message 1 says that it is billed already.
inline void say_given_otherwise(const GivenOtherwise& given, const Service& product, const Service& injection, bool already,
                                Report& report) {
    const std::uint8_t message = already ? given.already_message : given.message;
    Finding& finding = report.say(message, injection).in(Field::line_code).at_level(given.level);
    finding.with("product", product.facts.code).with("injection", injection.facts.code);
    finding.with("administration", given.administration).denies(Group::CO, "16", injection.line, "N657");
    if (given.payer) finding.tag(Tag::payer);
    if (given.medicare) finding.as_medicare();
    report.partner(finding, injection, product);
    if (already) {
        finding.fix_by(Operation::delete_line, injection.line);
        return;
    }
    if (injection.units != 1000) return;   // how often it was given, a person must say
    for (const std::string_view code : given.codes) {
        finding.fix_by(Operation::replace_code, injection.line, code);
        if (given.chart) finding.from_chart();
    }
    if (given.codes.empty()) finding.fix_by(Operation::replace_code, injection.line).from_chart();
}

inline void check_given_otherwise(const DayContext& day, const GivenOtherwise& given, Report& report) {
    const DayProducts& products = products_of(day);
    const Service* product = products.of(given.kind);
    if (product == nullptr || products.last_injection == nullptr) return;
    if (sole_product(products) != given.kind) {
        if (given.beside_drugs && !given.already && takes_a_unit(products, given.kind))
            say_given_otherwise(given, *product, *products.last_injection, false, report);
        return;
    }
    bool already = given.already;
    for (const Service& injection : day.services) {
        if (!injection.is(CodeSet::injection)) continue;
        say_given_otherwise(given, *product, injection, already, report);
        already = true;
    }
}

/// A diagnosis begins with this part of a code, written without the dot.
inline bool begins_with(const Diagnosis& diagnosis, std::string_view part) {
    std::size_t at = 0;
    for (const char c : trim(diagnosis.code)) {
        if (at == part.size()) break;
        if (c == '.') continue;
        if (upper(c) != part[at]) return false;
        ++at;
    }
    return at == part.size() && !diagnosis.icd9;
}

inline bool has_diagnosis(const Claim& claim, std::span<const std::string_view> parts) {
    for (const Diagnosis& diagnosis : claim.diagnoses)
        for (const std::string_view part : parts)
            if (begins_with(diagnosis, part)) return true;
    return false;
}

}  // namespace deltoid::rulebook

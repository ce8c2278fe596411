// SPDX-License-Identifier: Apache-2.0
// ADM003: an injection code for an antineoplastic drug.
#pragma once

#include "rules/adm/given_otherwise.hpp"
#include "rules/adm/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view antineoplastic_messages[] = {
    "Line {line}: {product} counts as chemotherapy, so its injection is {administration}, not {injection} (box 24D).",
    "Line {line}: giving {product} is already billed, and no other drug of the day needs {injection} (box 24D). Delete "
    "this line.",
    "Line {line}: for {product} without cancer some payers want {administration}, others {injection} (box 24D). Ask the payer "
    "which one it pays.",
};
inline constexpr Source antineoplastic_sources[] = {source::antineoplastics, source::injection_section};
inline constexpr Example antineoplastic_bad[] = {
    {"Azacitidine under the skin, billed as an ordinary injection.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J9025","modifiers":["JZ"],"units":"100","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"D46.9"}])"},
};
inline constexpr Example antineoplastic_good[] = {
    {"96401 gives it.",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J9025","modifiers":["JZ"],"units":"100","unit_type":"UN",
             "charge":"12.00","from":"2026-09-15","pointers":[1]}},
         {"op":"replace","path":"/diagnoses/0","value":"D46.9"},{"op":"replace","path":"/lines/1/code","value":"96401"}])"},
};

/// Methotrexate for arthritis or psoriasis: CPT and contractors say 96401, several payers want 96372.
inline bool payers_differ(const Service& drug) {
    const bool methotrexate = drug.facts.drug.row->substance.substr(0, 12) == "methotrexate";
    return methotrexate && !drug.claim->cancer;
}

inline void check_antineoplastic(const DayContext& day, Report& report) {
    static constexpr std::array<std::string_view, 1> codes{"96401"};
    const Service* drug = products_of(day).of(Product::antineoplastic);
    if (drug == nullptr) return;
    const bool differ = payers_differ(*drug);
    check_given_otherwise(day, {.kind = Product::antineoplastic, .administration = "96401", .codes = codes, .beside_drugs = true,
                                .level = differ ? Level::warning : Level::error, .payer = differ,
                                .message = differ ? std::uint8_t{2} : std::uint8_t{0}}, report);
}

inline constexpr Rule antineoplastic{
    .id = "ADM003",
    .name = "antineoplastic",
    .level = Level::error,
    .scope = Scope::absence,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "A chemotherapy drug that is not a hormone is billed with 96372.",
    .why = "Payers expect 96401 for these drugs, whatever the diagnosis; 96372 is underpaid or denied.",
    .fix = "Bill 96401 for the injection. For methotrexate without cancer ask the payer: some want 96372.",
    .confidence = Confidence::secondary,
    .messages = antineoplastic_messages,
    .sources = antineoplastic_sources,
    .bad = antineoplastic_bad,
    .good = antineoplastic_good,
    .check_day = &check_antineoplastic,
};

}  // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// Names of drugs as records write them, against the substances of the drug pack. A name that nothing knows says
// nothing.
#pragma once

#include "rules/doc/records.hpp"

namespace deltoid::rulebook {

/// Brand names of drugs that offices inject, and a word of the substance in the pack (FDA labels).
struct BrandName {
    std::string_view brand;
    std::string_view substance;
};
inline constexpr std::array<BrandName, 40> brand_names{{
    {"TORADOL", "ketorolac"},
    {"ROCEPHIN", "ceftriaxone"},
    {"PROVERA", "medroxyprogesterone"},
    {"KENALOG", "triamcinolone"},
    {"MEDROL", "methylprednisolone"},
    {"B12", "cyanocobalamin"},
    {"COBALAMIN", "cyanocobalamin"},
    {"PROLIA", "denosumab"},
    {"XGEVA", "denosumab"},
    {"BICILLIN", "penicillin"},
    {"DECADRON", "dexamethasone"},
    {"PHENERGAN", "promethazine"},
    {"ZOFRAN", "ondansetron"},
    {"BENADRYL", "diphenhydramine"},
    {"XOLAIR", "omalizumab"},
    {"INVEGA", "paliperidone"},
    {"ARANESP", "darbepoetin"},
    {"PROCRIT", "epoetin"},
    {"EPOGEN", "epoetin"},
    {"RETACRIT", "epoetin"},
    {"NEULASTA", "pegfilgrastim"},
    {"NEUPOGEN", "filgrastim"},
    {"LUPRON", "leuprolide"},
    {"ELIGARD", "leuprolide"},
    {"FASENRA", "benralizumab"},
    {"NUCALA", "mepolizumab"},
    {"EVENITY", "romosozumab"},
    {"CELESTONE", "betamethasone"},
    {"HALDOL", "haloperidol"},
    {"ABILIFY", "aripiprazole"},
    {"ARISTADA", "aripiprazole"},
    {"VIVITROL", "naltrexone"},
    {"SUBLOCADE", "buprenorphine"},
    {"IMITREX", "sumatriptan"},
    {"LASIX", "furosemide"},
    {"VISTARIL", "hydroxyzine"},
    {"SOLUMEDROL", "methylprednisolone"},
    {"CIMZIA", "certolizumab"},
    {"ATIVAN", "lorazepam"},
    {"FASLODEX", "fulvestrant"},
}};

/// Words of substances that tell no drug: salts, forms, kinds.
inline constexpr std::array<std::string_view, 24> words_of_many_drugs{
    "SODIUM",   "ACETATE", "PHOSPHATE", "SUCCINATE",  "DECANOATE", "VALERATE", "CYPIONATE", "IMMUNE",
    "GLOBULIN", "VACCINE", "IMPLANT",   "BIOSIMILAR", "MONTHLY",   "WEEKLY",   "RELEASE",   "EXTENDED",
    "DIALYSIS", "FAMILY",  "INJECTION", "CONJUGATED", "CALCIUM",   "HUMAN",    "VITAMIN",   "SULFATE"};

/// Takes the next word off a substance that stands for the drug: six letters or more, and no salt or form.
inline std::string_view next_drug_word(std::string_view& substance) {
    for (std::string_view word = next_word(substance); !word.empty(); word = next_word(substance))
        if (word.size() >= 6 && !is_one_of(word, words_of_many_drugs)) return word;
    return {};
}

/// Whether the text names the substance: by one of its words, or by a brand.
inline bool names_drug(std::string_view text, std::string_view substance) {
    for (const BrandName& name : brand_names)
        if (has_word(substance, name.substance) && has_word(text, name.brand)) return true;
    for (std::string_view word = next_drug_word(substance); !word.empty(); word = next_drug_word(substance))
        if (has_word(text, word)) return true;
    return false;
}

/// The substance that the text names first of all; "" when no drug or brand is known by any of its words. Vaccines and
/// allergens are known by diseases and insects, which are no names of drugs.
inline std::string_view drug_named(const Tables& tables, std::string_view text) {
    for (const BrandName& name : brand_names)
        if (has_word(text, name.brand)) return name.substance;
    for (const DrugRow& row : tables.drugs()) {
        if (row.administration == Administration::vaccine || row.administration == Administration::allergen) continue;
        std::string_view substance = row.substance;
        const std::string_view word = next_drug_word(substance);
        if (!word.empty() && has_word(text, word)) return word;
    }
    return {};
}

}   // namespace deltoid::rulebook

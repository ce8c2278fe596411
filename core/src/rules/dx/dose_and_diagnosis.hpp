// SPDX-License-Identifier: Apache-2.0
// DX011: a dose that belongs to another disease than the one on the line.
#pragma once

#include "rules/dx/diagnoses.hpp"
#include "rules/unt/implausible_drug_units.hpp"
#include "rules/unt/measure_words.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view dose_and_diagnosis_messages[] = {
    "Line {line}: {given} {measure} of {substance} is the dose for {own}, but the line points to {text} (box 24E). "
    "Check the dose, the product and the diagnosis.",
};
inline constexpr Source dose_and_diagnosis_sources[] = {source::drug_diagnoses, source::drug_labels};
inline constexpr Example dose_and_diagnosis_bad[] = {
    {"The osteoporosis dose of denosumab for bone metastases.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J0897"},{"op":"replace","path":"/lines/2/units","value":"60"},
         {"op":"replace","path":"/diagnoses/0","value":"C79.51"}])"},
};
inline constexpr Example dose_and_diagnosis_good[] = {
    {"60 mg of denosumab for osteoporosis.",
     R"([{"op":"replace","path":"/lines/2/code","value":"J0897"},{"op":"replace","path":"/lines/2/units","value":"60"},
         {"op":"replace","path":"/diagnoses/0","value":"M81.0"}])"},
};

/// A dose of one day that is labelled for some of a drug's diseases and not for others.
struct DoseOfDisease {
    std::string_view substance;    ///< the pack's names begin with it: an originator and its biosimilars
    Thousandths dose;              ///< in the drug's measure
    std::string_view own, other;   ///< families that the dose is for, and those that have another
    std::string_view words;        ///< of `own`
};
/// Labels of Prolia and Xgeva (denosumab 60 mg for bone loss, 120 mg for bone tumours and high calcium) and of Nucala
/// (mepolizumab 100 mg for asthma, polyps and COPD, 300 mg for EGPA and hypereosinophilia), read as professional knowledge.
inline constexpr std::array doses_of_diseases{
    DoseOfDisease{"denosumab", 60'000, "M80|M81|M858|M859|Z79811|Z79818|Z7952|C50|C61", "C795|C900|D48|E8352",
                  "osteoporosis and bone loss"},
    DoseOfDisease{"denosumab", 120'000, "C795|C900|D48|E8352|C50|C61|C34", "M80|M81|M858|M859",
                  "bone tumors and high calcium"},
    DoseOfDisease{"mepolizumab", 100'000, "J45|J33|J44|J8283", "M301|D7211", "asthma, nasal polyps and COPD"},
    DoseOfDisease{"mepolizumab", 300'000, "M301|D7211|J8283", "J45|J33|J44", "EGPA and hypereosinophilic syndrome"},
};

inline bool has_doses_of_diseases(const DrugRow& drug) {
    for (const DoseOfDisease& dose : doses_of_diseases)
        if (drug.substance.starts_with(dose.substance)) return true;
    return false;
}

inline const DoseOfDisease* disease_of_dose(const DrugRow& drug, Thousandths given) {
    for (const DoseOfDisease& dose : doses_of_diseases)
        if (drug.substance.starts_with(dose.substance) && dose.dose == given) return &dose;
    return nullptr;
}

inline void check_dose_and_diagnosis(const ClaimContext& context, Report& report) {
    for (const Service& service : context.services) {
        if (!service.facts.drug || !has_doses_of_diseases(*service.facts.drug.row)) continue;
        if (!is_asked_for_diagnosis(context, service) || service.record == RecordCheck::differs)
            continue;   // UNT005 speaks
        const DrugRow& drug = *service.facts.drug.row;
        const Thousandths units = given_units_said_here(context.services, service);
        const Thousandths given = scaled_up(units, drug.unit_amount, 1000);
        const DoseOfDisease* dose = units > 0 ? disease_of_dose(drug, given) : nullptr;
        const Line& line = line_of(context, service);
        if (dose == nullptr || first_in_families(context, line, dose->own) != 0) continue;
        const std::uint8_t at = first_in_families(context, line, dose->other);
        if (at == 0) continue;
        Finding& finding = report.say(0, service).in(Field::line_units).tag(Tag::chart).with_quantity("given", given);
        finding.with("measure", measure_words(drug.unit_measure)).with("substance", drug.substance).with("own", dose->words);
        finding.with("text", pointed_text(context.claim, line, static_cast<std::uint8_t>(at - 1)));
        finding.denies(Group::CO, "50", service.line);
        finding.fix_by(Operation::set_units, service.line).from_chart();
        if (context.claim.kind == Kind::professional)
            finding.fix_by(Operation::set_field, service.line, Field::line_pointers).from_chart();
        finding.proven_by(context.tables.edition(drug.edition), service.facts.code);
    }
}

inline constexpr Rule dose_and_diagnosis{
    .id = "DX011",
    .name = "dose-and-diagnosis",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::drug,
    .institutional = true,
    .summary = "The day's dose of a drug belongs to another disease than the line points to.",
    .why =
        "The same code covers products of different strength; a dose for the other disease usually means a wrong line.",
    .fix = "Check which product was given, its units and the diagnosis in the chart.",
    .confidence = Confidence::professional,
    .messages = dose_and_diagnosis_messages,
    .sources = dose_and_diagnosis_sources,
    .bad = dose_and_diagnosis_bad,
    .good = dose_and_diagnosis_good,
    .check_claim = &check_dose_and_diagnosis,
};

}   // namespace deltoid::rulebook

// SPDX-License-Identifier: Apache-2.0
// The catalogue: every rule, in order of id, and the proof that each is whole. A rule that is not listed here is not there.
#include "catalogue.hpp"

#include <algorithm>
#include <array>

#include "rules/adm/allergen_immunotherapy.hpp"
#include "rules/adm/antineoplastic.hpp"
#include "rules/adm/complex_administration.hpp"
#include "rules/adm/documented_route.hpp"
#include "rules/adm/drug_never_sc_im.hpp"
#include "rules/adm/hiv_prep_medicare.hpp"
#include "rules/adm/hormonal_antineoplastic.hpp"
#include "rules/adm/hormone_not_for_cancer.hpp"
#include "rules/adm/hydration_fluid.hpp"
#include "rules/adm/on_body_injector.hpp"
#include "rules/adm/procedure_injection.hpp"
#include "rules/adm/route_not_labelled.hpp"
#include "rules/adm/rsv_antibody.hpp"
#include "rules/adm/skin_test.hpp"
#include "rules/adm/superseded_code.hpp"
#include "rules/adm/targeted_toxin.hpp"
#include "rules/adm/vaccine_administration.hpp"
#include "rules/bnd/bundled_into_procedure.hpp"
#include "rules/bnd/bypass_attested.hpp"
#include "rules/bnd/bypass_for_visit.hpp"
#include "rules/bnd/bypass_same_drug.hpp"
#include "rules/bnd/column_two_of_injection.hpp"
#include "rules/bnd/complexity_add_on.hpp"
#include "rules/bnd/edition_missing.hpp"
#include "rules/bnd/included_supply.hpp"
#include "rules/bnd/never_together.hpp"
#include "rules/bnd/nurse_visit_edit.hpp"
#include "rules/bnd/nurse_visit_manual.hpp"
#include "rules/bnd/other_administration_first.hpp"
#include "rules/bnd/packaged_injection.hpp"
#include "rules/bnd/preventive_visit.hpp"
#include "rules/bnd/visit_25_attested.hpp"
#include "rules/bnd/visit_without_25.hpp"
#include "rules/clm/birth_date_or_sex_missing.hpp"
#include "rules/clm/charge_shape.hpp"
#include "rules/clm/dates_of_service.hpp"
#include "rules/clm/drug_on_another_day.hpp"
#include "rules/clm/duplicate_claim.hpp"
#include "rules/clm/identical_lines.hpp"
#include "rules/clm/medicare_id.hpp"
#include "rules/clm/more_lines_than_form.hpp"
#include "rules/clm/npi_check_digit.hpp"
#include "rules/clm/original_reference.hpp"
#include "rules/clm/rendering_differs.hpp"
#include "rules/clm/replacement_to_medicare.hpp"
#include "rules/clm/total_differs.hpp"
#include "rules/doc/another_date.hpp"
#include "rules/doc/another_drug.hpp"
#include "rules/doc/copied_wording.hpp"
#include "rules/doc/discarded_missing.hpp"
#include "rules/doc/dose_missing.hpp"
#include "rules/doc/drug_name_missing.hpp"
#include "rules/doc/expiry.hpp"
#include "rules/doc/giver_missing.hpp"
#include "rules/doc/indication_missing.hpp"
#include "rules/doc/lot_number_missing.hpp"
#include "rules/doc/order_not_recorded.hpp"
#include "rules/doc/reason_missing.hpp"
#include "rules/doc/response_missing.hpp"
#include "rules/doc/route_missing.hpp"
#include "rules/doc/site_missing.hpp"
#include "rules/doc/supervisor_missing.hpp"
#include "rules/doc/time_missing.hpp"
#include "rules/doc/visit_note_missing.hpp"
#include "rules/drg/administration_missing.hpp"
#include "rules/drg/age_or_sex.hpp"
#include "rules/drg/brought_drug_charged.hpp"
#include "rules/drg/code_not_valid_on_date.hpp"
#include "rules/drg/drug_denied_administration_denied.hpp"
#include "rules/drg/drug_line_missing.hpp"
#include "rules/drg/esa_modifier.hpp"
#include "rules/drg/hospital_only_code.hpp"
#include "rules/drg/programme_modifier.hpp"
#include "rules/drg/route_modifier.hpp"
#include "rules/drg/self_administered.hpp"
#include "rules/drg/unlisted_needs_name.hpp"
#include "rules/drg/unlisted_units.hpp"
#include "rules/drg/waste_line_alone.hpp"
#include "rules/drg/waste_modifier_missing.hpp"
#include "rules/drg/waste_modifier_not_due.hpp"
#include "rules/drg/waste_modifiers_clash.hpp"
#include "rules/drg/withdrawn_product.hpp"
#include "rules/drg/zero_charge_drug.hpp"
#include "rules/dx/age_or_sex_of_diagnosis.hpp"
#include "rules/dx/different_pointers.hpp"
#include "rules/dx/dose_and_diagnosis.hpp"
#include "rules/dx/drug_not_supported.hpp"
#include "rules/dx/icd_not_valid.hpp"
#include "rules/dx/icd_shape.hpp"
#include "rules/dx/never_first.hpp"
#include "rules/dx/pointer_missing.hpp"
#include "rules/dx/pointer_to_nothing.hpp"
#include "rules/dx/repeated_diagnosis.hpp"
#include "rules/dx/symptom_only.hpp"
#include "rules/dx/too_many_diagnoses.hpp"
#include "rules/dx/vaccine_encounter_code.hpp"
#include "rules/his/already_in_history.hpp"
#include "rules/his/course_complete.hpp"
#include "rules/his/other_claim_same_day.hpp"
#include "rules/his/too_soon.hpp"
#include "rules/his/window_passed.hpp"
#include "rules/mod/bilateral.hpp"
#include "rules/mod/component_modifier.hpp"
#include "rules/mod/drug_modifier_on_injection.hpp"
#include "rules/mod/liability_modifier.hpp"
#include "rules/mod/repeat_modifier_use.hpp"
#include "rules/mod/repeated_modifier.hpp"
#include "rules/mod/supervision_modifier.hpp"
#include "rules/mod/surgical_modifier.hpp"
#include "rules/mod/telehealth_modifier.hpp"
#include "rules/mod/two_bypass_modifiers.hpp"
#include "rules/mod/unknown_modifier.hpp"
#include "rules/mod/visit_modifier_on_injection.hpp"
#include "rules/ndc/ndc_missing.hpp"
#include "rules/ndc/ndc_not_marketed.hpp"
#include "rules/ndc/ndc_not_this_drug.hpp"
#include "rules/ndc/ndc_on_injection.hpp"
#include "rules/ndc/ndc_quantity.hpp"
#include "rules/ndc/ndc_shape.hpp"
#include "rules/ndc/ndc_ten_digits.hpp"
#include "rules/ndc/ndc_twelve_digits.hpp"
#include "rules/ndc/ndc_unit.hpp"
#include "rules/pay/authorization_missing.hpp"
#include "rules/pay/class_unknown.hpp"
#include "rules/pay/filing_limit_near.hpp"
#include "rules/pay/filing_limit_passed.hpp"
#include "rules/pay/wrong_programme.hpp"
#include "rules/pos/bill_type.hpp"
#include "rules/pos/clinic_rate.hpp"
#include "rules/pos/facility_setting.hpp"
#include "rules/pos/home_supervision.hpp"
#include "rules/pos/implausible.hpp"
#include "rules/pos/invalid_pos.hpp"
#include "rules/pos/line_and_claim_disagree.hpp"
#include "rules/pos/nursing_facility.hpp"
#include "rules/pos/telehealth.hpp"
#include "rules/rule_texts.hpp"
#include "rules/src/csv_cell.hpp"
#include "rules/src/csv_header.hpp"
#include "rules/src/element_shape.hpp"
#include "rules/src/input_limit.hpp"
#include "rules/src/no_professional_codes.hpp"
#include "rules/sup/new_problem.hpp"
#include "rules/sup/nobody_supervised.hpp"
#include "rules/sup/order_missing.hpp"
#include "rules/sup/remote_supervision.hpp"
#include "rules/sup/rendering_missing.hpp"
#include "rules/sup/staff_as_rendering.hpp"
#include "rules/unt/dose_units.hpp"
#include "rules/unt/drug_over_limit.hpp"
#include "rules/unt/implausible_drug_units.hpp"
#include "rules/unt/injections_not_documented.hpp"
#include "rules/unt/injections_over_limit.hpp"
#include "rules/unt/ndc_quantity_disagrees.hpp"
#include "rules/unt/split_dose.hpp"
#include "rules/unt/swapped_units.hpp"
#include "rules/unt/units_shape.hpp"
#include "rules/x12/encoding.hpp"
#include "rules/x12/envelope_counts.hpp"
#include "rules/x12/isa_widths.hpp"
#include "rules/x12/not_a_claim_file.hpp"
#include "rules/x12/segment_ends.hpp"
#include "rules/x12/segment_order.hpp"
#include "rules/x12/truncated_file.hpp"
#include "rules/x12/version_label.hpp"
#include "rules/x12/x12_element_shape.hpp"

namespace deltoid {
namespace {

namespace r = rulebook;

/// What the list of definitions becomes.
template <const Rule&... definitions>
struct Catalogue {
    static constexpr std::array<const Rule*, sizeof...(definitions)> all{&definitions...};
    static constexpr std::array<PackedRule, sizeof...(definitions)> packed{deltoid::packed<definitions>()...};
    static constexpr std::array<std::uint64_t, sizeof...(definitions)> fingerprints{fingerprint_of<definitions>...};
};

using Listed = Catalogue<
    r::vaccine_administration,              // ADM001
    r::allergen_immunotherapy,              // ADM002
    r::antineoplastic,                      // ADM003
    r::hormonal_antineoplastic,             // ADM004
    r::hormone_not_for_cancer,              // ADM005
    r::complex_administration,              // ADM006
    r::rsv_antibody,                        // ADM007
    r::hiv_prep_medicare,                   // ADM008
    r::on_body_injector,                    // ADM009
    r::documented_route,                    // ADM010
    r::drug_never_sc_im,                    // ADM011
    r::route_not_labelled,                  // ADM012
    r::targeted_toxin,                      // ADM013
    r::skin_test,                           // ADM014
    r::superseded_code,                     // ADM015
    r::procedure_injection,                 // ADM016
    r::hydration_fluid,                     // ADM017
    r::nurse_visit_edit,                    // BND001
    r::nurse_visit_manual,                  // BND002
    r::visit_without_25,                    // BND003
    r::visit_25_attested,                   // BND004
    r::bundled_into_procedure,              // BND005
    r::never_together,                      // BND006
    r::other_administration_first,          // BND007
    r::bypass_same_drug,                    // BND008
    r::bypass_for_visit,                    // BND009
    r::complexity_add_on,                   // BND010
    r::column_two_of_injection,             // BND011
    r::included_supply,                     // BND012
    r::preventive_visit,                    // BND013
    r::edition_missing,                     // BND014
    r::bypass_attested,                     // BND015
    r::packaged_injection,                  // BND016
    r::identical_lines,                     // CLM001
    r::duplicate_claim,                     // CLM002
    r::charge_shape,                        // CLM003
    r::total_differs,                       // CLM004
    r::dates_of_service,                    // CLM005
    r::npi_check_digit,                     // CLM006
    r::medicare_id,                         // CLM007
    r::original_reference,                  // CLM008
    r::more_lines_than_form,                // CLM009
    r::drug_on_another_day,                 // CLM010
    r::rendering_differs,                   // CLM011
    r::birth_date_or_sex_missing,           // CLM012
    r::replacement_to_medicare,             // CLM013
    r::order_not_recorded,                  // DOC001
    r::drug_name_missing,                   // DOC002
    r::dose_missing,                        // DOC003
    r::route_missing,                       // DOC004
    r::site_missing,                        // DOC005
    r::lot_number_missing,                  // DOC006
    r::expiry,                              // DOC007
    r::time_missing,                        // DOC008
    r::giver_missing,                       // DOC009
    r::supervisor_missing,                  // DOC010
    r::response_missing,                    // DOC011
    r::indication_missing,                  // DOC012
    r::visit_note_missing,                  // DOC013
    r::reason_missing,                      // DOC014
    r::discarded_missing,                   // DOC015
    r::another_drug,                        // DOC016
    r::another_date,                        // DOC017
    r::copied_wording,                      // DOC018
    r::drug_line_missing,                   // DRG001
    r::administration_missing,              // DRG002
    r::code_not_valid_on_date,              // DRG003
    r::waste_modifier_missing,              // DRG004
    r::waste_modifiers_clash,               // DRG005
    r::waste_line_alone,                    // DRG006
    r::waste_modifier_not_due,              // DRG007
    r::unlisted_needs_name,                 // DRG008
    r::unlisted_units,                      // DRG009
    r::self_administered,                   // DRG010
    r::route_modifier,                      // DRG011
    r::esa_modifier,                        // DRG012
    r::brought_drug_charged,                // DRG013
    r::age_or_sex,                          // DRG014
    r::withdrawn_product,                   // DRG015
    r::drug_denied_administration_denied,   // DRG016
    r::programme_modifier,                  // DRG017
    r::zero_charge_drug,                    // DRG018
    r::hospital_only_code,                  // DRG019
    r::pointer_missing,                     // DX001
    r::pointer_to_nothing,                  // DX002
    r::too_many_diagnoses,                  // DX003
    r::icd_shape,                           // DX004
    r::icd_not_valid,                       // DX005
    r::never_first,                         // DX006
    r::vaccine_encounter_code,              // DX007
    r::drug_not_supported,                  // DX008
    r::symptom_only,                        // DX009
    r::different_pointers,                  // DX010
    r::dose_and_diagnosis,                  // DX011
    r::repeated_diagnosis,                  // DX012
    r::age_or_sex_of_diagnosis,             // DX013
    r::too_soon,                            // HIS001
    r::window_passed,                       // HIS002
    r::course_complete,                     // HIS003
    r::other_claim_same_day,                // HIS004
    r::already_in_history,                  // HIS005
    r::visit_modifier_on_injection,         // MOD001
    r::component_modifier,                  // MOD002
    r::bilateral,                           // MOD003
    r::surgical_modifier,                   // MOD004
    r::unknown_modifier,                    // MOD005
    r::two_bypass_modifiers,                // MOD006
    r::repeated_modifier,                   // MOD007
    r::drug_modifier_on_injection,          // MOD008
    r::repeat_modifier_use,                 // MOD009
    r::telehealth_modifier,                 // MOD010
    r::liability_modifier,                  // MOD011
    r::supervision_modifier,                // MOD012
    r::ndc_missing,                         // NDC001
    r::ndc_shape,                           // NDC002
    r::ndc_ten_digits,                      // NDC003
    r::ndc_unit,                            // NDC004
    r::ndc_quantity,                        // NDC005
    r::ndc_twelve_digits,                   // NDC006
    r::ndc_on_injection,                    // NDC007
    r::ndc_not_this_drug,                   // NDC008
    r::ndc_not_marketed,                    // NDC009
    r::filing_limit_passed,                 // PAY001
    r::filing_limit_near,                   // PAY002
    r::authorization_missing,               // PAY003
    r::wrong_programme,                     // PAY004
    r::class_unknown,                       // PAY005
    r::facility_setting,                    // POS001
    r::telehealth,                          // POS002
    r::invalid_pos,                         // POS003
    r::clinic_rate,                         // POS004
    r::nursing_facility,                    // POS005
    r::home_supervision,                    // POS006
    r::implausible,                         // POS007
    r::line_and_claim_disagree,             // POS008
    r::bill_type,                           // POS009
    rule_src001,                            // SRC001
    rule_src002,                            // SRC002
    rule_src003,                            // SRC003
    rule_src004,                            // SRC004
    rule_src005,                            // SRC005
    r::nobody_supervised,                   // SUP001
    r::remote_supervision,                  // SUP002
    r::new_problem,                         // SUP003
    r::rendering_missing,                   // SUP004
    r::staff_as_rendering,                  // SUP005
    r::order_missing,                       // SUP006
    r::injections_over_limit,               // UNT001
    r::drug_over_limit,                     // UNT002
    r::units_shape,                         // UNT003
    r::injections_not_documented,           // UNT004
    r::dose_units,                          // UNT005
    r::swapped_units,                       // UNT006
    r::implausible_drug_units,              // UNT007
    r::ndc_quantity_disagrees,              // UNT008
    r::split_dose,                          // UNT009
    r::envelope_counts,                     // X12001
    r::isa_widths,                          // X12002
    r::segment_ends,                        // X12003
    r::truncated_file,                      // X12004
    r::version_label,                       // X12005
    r::not_a_claim_file,                    // X12006
    r::x12_element_shape,                   // X12007
    r::segment_order,                       // X12008
    r::encoding                             // X12009
>;

/// For the proofs below alone: no definition is part of the program.
constexpr const auto& definitions = Listed::all;

constexpr bool is_upper_or_digit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// A family of two or three letters and digits, then three digits: BND003, DX001, X12001.
constexpr bool is_id(std::string_view id) {
    if (id.size() < 5 || id.size() > 6) return false;
    for (const char c : id)
        if (!is_upper_or_digit(c)) return false;
    return std::all_of(id.end() - 3, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr bool is_kebab(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// A sentence begins with a capital or a quoted word and ends with a full stop.
constexpr bool is_sentence(std::string_view text) { return text.size() > 10 && (text.back() == '.' || text.back() == '?'); }

constexpr bool all_rules(bool (*holds)(const Rule&)) {
    for (const Rule* rule : definitions)
        if (!holds(*rule)) return false;
    return true;
}

constexpr bool in_order() {
    for (std::size_t i = 1; i < definitions.size(); ++i)
        if (definitions[i - 1]->id >= definitions[i]->id) return false;
    return true;
}

constexpr bool names_differ() {
    for (std::size_t i = 0; i < definitions.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (definitions[i]->name == definitions[j]->name) return false;
    return true;
}

static_assert(in_order(), "rules stand in order of id, each id once");
static_assert(names_differ(), "every rule has a name of its own");
static_assert(all_rules([](const Rule& rule) { return is_id(rule.id) && is_kebab(rule.name); }), "ids are FAM123, names kebab-case");
static_assert(all_rules([](const Rule& rule) { return is_sentence(rule.summary) && is_sentence(rule.why) && is_sentence(rule.fix); }),
              "every rule says in a sentence when it speaks, why it matters and what to do");
static_assert(all_rules([](const Rule& rule) { return !rule.sources.empty() && !rule.messages.empty(); }),
              "every rule has a source and a message");
static_assert(all_rules([](const Rule& rule) { return !rule.bad.empty() && !rule.good.empty(); }),
              "every rule has a bad and a good example");
static_assert(all_rules([](const Rule& rule) {
                  const bool day = rule.scope == Scope::day || rule.scope == Scope::absence;
                  return (rule.check_day != nullptr) == day && (rule.scope != Scope::claim || rule.check_claim != nullptr) &&
                         (rule.check_verdict != nullptr) == (rule.scope == Scope::verdict) &&
                         (rule.check_patient != nullptr) == (rule.scope == Scope::patient);
              }),
              "a rule's check is of its scope");
static_assert(all_rules([](const Rule& rule) { return rule.check_day == nullptr || (rule.needs & needs_of_claims) == 0; }),
              "a rule of a day needs nothing that only a claim by itself tells");

/// How many of something all rules have together.
constexpr std::size_t in_all(std::size_t (*of)(const Rule&)) {
    std::size_t sum = 0;
    for (const Rule* rule : definitions) sum += of(*rule);
    return sum;
}

/// The rules as everything but this file knows them.
class Rules {
public:
    Rules() {
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            unpack(Listed::packed[i], rules_[i]);
            pointers_[i] = &rules_[i];
        }
    }

    [[nodiscard]] std::span<const Rule* const> all() const { return pointers_; }

private:
    void unpack(const PackedRule& from, Rule& to) {
        next_ = from.texts;
        for (std::string_view* text : {&to.id, &to.name}) *text = next();
        if (from.messages != 0) to.why = next();
        to.messages = take(messages_, message_count_, from.messages, [&](std::string_view& message) { message = next(); });
        to.sources = take(sources_, source_count_, from.sources, [&](Source& source) {
            for (std::string_view* text : {&source.title, &source.ref, &source.from, &source.to}) *text = next();
        });
        if (has_pages) unpack_page(from, to);
        to.level = from.level;
        to.scope = from.scope;
        to.needs = from.needs;
        to.institutional = from.institutional;
        to.on_voids = from.on_voids;
        to.any_claim = from.any_claim;
        to.record = from.record;
        to.confidence = from.confidence;
        to.check_claim = from.check_claim;
        to.check_day = from.check_day;
        to.check_patient = from.check_patient;
        to.check_verdict = from.check_verdict;
    }

    void unpack_page(const PackedRule& from, Rule& to) {
        for (std::string_view* text : {&to.summary, &to.fix, &to.myth}) *text = next();
        const auto read_example = [&](Example& example) {
            for (std::string_view* text : {&example.what, &example.patch, &example.options, &example.history}) *text = next();
            example.whole_input = !next().empty();
        };
        to.bad = take(examples_, example_count_, from.bad, read_example);
        to.good = take(examples_, example_count_, from.good, read_example);
    }

    std::string_view next() {
        const std::string_view text = next_;
        next_ += text.size() + 1;
        return text;
    }

    template <class Part, std::size_t room, class Read>
    static std::span<const Part> take(std::array<Part, room>& parts, std::size_t& used, std::size_t count, Read read) {
        const std::span<Part> taken(parts.data() + used, count);
        used += count;
        for (Part& part : taken) read(part);
        return taken;
    }

    const char* next_ = nullptr;   ///< the text that comes next
    std::size_t message_count_ = 0, source_count_ = 0, example_count_ = 0;
    std::array<Rule, definitions.size()> rules_;
    std::array<const Rule*, definitions.size()> pointers_{};
    std::array<std::string_view, in_all([](const Rule& rule) { return rule.messages.size(); })> messages_;
    std::array<Source, in_all([](const Rule& rule) { return rule.sources.size(); })> sources_;
    std::array<Example, in_all([](const Rule& rule) { return has_pages ? rule.bad.size() + rule.good.size() : 0; })> examples_;
};

}  // namespace

std::span<const Rule* const> rules() {
    static const Rules rules;
    return rules.all();
}

const Rule* find_rule(std::string_view id_or_name) {
    for (const Rule* rule : rules())
        if (same_code(rule->id, id_or_name) || same_code(rule->name, id_or_name)) return rule;
    return nullptr;
}

std::size_t rule_index(const Rule& rule) {
    const auto all = rules();
    const auto found = std::lower_bound(all.begin(), all.end(), rule.id,
                                        [](const Rule* candidate, std::string_view id) { return candidate->id < id; });
    return static_cast<std::size_t>(found - all.begin());
}

const Rule& catalogued(DefinedRule definition) {
    const auto all = rules();
    return **std::lower_bound(all.begin(), all.end(), std::string_view(definition.id),
                              [](const Rule* candidate, std::string_view id) { return candidate->id < id; });
}

std::string_view rulebook_digest() {
    static constexpr auto digest = [] {
        std::uint64_t hash = 0xCBF29CE484222325U;
        for (const std::uint64_t one : Listed::fingerprints) hash = (hash ^ one) * 0x100000001B3U;
        std::array<char, 12> digits{};
        for (char& digit : digits) {
            digit = "0123456789abcdef"[hash >> 60];
            hash <<= 4;
        }
        return digits;
    }();
    return {digest.data(), digest.size()};
}

}  // namespace deltoid

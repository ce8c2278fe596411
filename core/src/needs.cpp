// SPDX-License-Identifier: Apache-2.0
// The conditions of rules, told in one pass over the lines.
#include "needs.hpp"

#include <algorithm>

#include "rules/bnd/edit_pair.hpp"
#include "rules/mod/repeat_modifier_use.hpp"
#include "rules/ndc/drug_package.hpp"

namespace deltoid {
namespace {

/// What a modifier tells the rules that look for it.
Needs needs_of(Modifier modifier) {
    using namespace rulebook;
    const auto is_one_of = [&](const auto& list) { return std::find(list.begin(), list.end(), modifier) != list.end(); };
    if (is_one_of(bypass_modifiers)) return needs(Need::bypass);
    if (is_one_of(again_modifiers)) return needs(Need::again);
    if (modifier == Modifier("JW") || modifier == Modifier("JZ")) return needs(Need::waste);
    return modifier.packed() >> 8 == 'G' ? needs(Need::liability) : 0;
}

Needs needs_of(const DrugRow& drug) {
    Needs have = 0;
    const auto add = [&](bool there, Need need) { have |= there ? needs(need) : 0; };
    add(drug.self_administered != "n", Need::self_administered);
    add(drug.esa == "y", Need::esa);
    add(!drug.age_min.empty() || !drug.age_max.empty() || !drug.sex.empty(), Need::labelled_for);
    add(!drug.dx_against.empty(), Need::unsupported_by);
    return have;
}

}  // namespace

char frequency_of(const Claim& claim) {
    const std::string_view text = trim(claim.frequency);
    return text.size() == 1 ? text[0] : '1';
}

Needs needs_of(const Service& service) {
    using namespace literals;
    Needs have = 0;
    const auto add = [&](bool there, Need need) { have |= there ? needs(need) : 0; };
    const Code code = service.facts.code;
    add(service.is(CodeSet::injection), Need::injection);
    add(service.is(CodeSet::visit), Need::visit);
    add(service.is(CodeSet::nurse_visit), Need::nurse_visit);
    add(service.is(CodeSet::drug), Need::drug);
    add(service.is(CodeSet::vaccine), Need::vaccine);
    const Answer<EditRow>& edit = rulebook::edit_of(service);
    add(edit && edit.row->bundles(), Need::edit);
    add(service.is(CodeSet::injection) && service.units > 1000, Need::several_injections);
    add(code >= "C0000"_code && code <= "C9999"_code, Need::hospital_code);
    add(code == "96401"_code || code == "96402"_code, Need::cancer_injection);
    add(code == "G2211"_code, Need::complexity);
    if (service.facts.drug) have |= needs_of(*service.facts.drug.row);
    for (const Modifier modifier : service.modifiers) {
        if (modifier == Modifier()) continue;
        add(service.is(CodeSet::injection), Need::modified);
        have |= needs_of(modifier);
    }
    return have;
}

Needs needs_of(const Claim& claim, std::span<const Service> services) {
    Needs have = 0;
    const auto add = [&](bool there, Need need) { have |= there ? needs(need) : 0; };
    for (const Service& service : services) {
        add(service.is(CodeSet::vaccine), Need::encounter);
        const Line& line = claim.lines[service.line - 1U];
        add(!line.ndc.code.empty(), Need::package);
        add(!line.ndc.code.empty() && (service.is(CodeSet::injection) || rulebook::is_odd_package(line.ndc)), Need::odd_package);
        add(!line.rendering.npi.empty(), Need::own_rendering);
        add(line.modifier_count > 1, Need::several_modifiers);
    }
    for (const Diagnosis& diagnosis : claim.diagnoses) {
        const std::string_view text = trim(diagnosis.code);
        add(!text.empty() && upper(text.front()) == 'Z', Need::encounter);
    }
    const char frequency = frequency_of(claim);
    add(claim.diagnoses.size() > 1, Need::diagnoses);
    add(frequency == '7' || frequency == '8', Need::corrected);
    add(!claim.documentations.empty(), Need::record);
    add(claim.kind == Kind::institutional, Need::institutional);
    return have;
}

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Items of a FHIR claim to lines, and what of a claim is out of shape.
#include <algorithm>
#include <array>
#include <string>

#include "catalogue.hpp"
#include "readers/fhir_claim.hpp"
#include "readers/fhir_values.hpp"
#include "rules/src/element_shape.hpp"
#include "rules/src/input_limit.hpp"
#include "writers/message.hpp"

namespace deltoid {

using namespace fhir;

namespace {

/// 99213, 0042T, J1885: what stands without a system and looks so is taken for it.
bool is_shaped_like_hcpcs(std::string_view code) {
    return code.size() == 5 && (is_digit(code[0]) || (upper(code[0]) >= 'A' && upper(code[0]) <= 'V')) &&
           is_digit(code[1]) && is_digit(code[2]) && is_digit(code[3]);
}

bool is_procedure_system(std::string_view system) {
    return contains(system, "cpt") || contains(system, "hcpcs") || system.ends_with("2.16.840.1.113883.6.12") ||
           system.ends_with("2.16.840.1.113883.6.285");
}

}   // namespace

// Lines.

void FhirClaim::read_lines() {
    for (const FhirElement item : resource_["item"].each()) {
        if (claim_.lines.size() == line_limit) {
            over_limit(Field::lines, "lines", line_limit);
            return;
        }
        read_line(item);
    }
}

void FhirClaim::read_line(FhirElement item) {
    Line& line = claim_.lines.emplace_back();
    if (item.kind() != JsonKind::object) {
        if (Finding* finding = trouble(ElementShape::kind, item.node()))
            finding->with("wanted", json_kind_name(JsonKind::object)).with("found", json_kind_name(item.kind()));
        return;
    }
    static constexpr Shape shapes[] = {{"modifier", JsonKind::list},
                                       {"net", JsonKind::object},
                                       {"unitPrice", JsonKind::object},
                                       {"quantity", JsonKind::object},
                                       {"servicedPeriod", JsonKind::object},
                                       {"servicedDate", JsonKind::text},
                                       {"diagnosisSequence", JsonKind::list},
                                       {"careTeamSequence", JsonKind::list},
                                       {"detail", JsonKind::list},
                                       {"productOrService", JsonKind::object}};
    check_shapes(item, shapes, std::size(shapes));
    line.number = item["sequence"].text();
    line.units = read_quantity(decimals(amount_of(item["quantity"]), 3));
    line.revenue_code = code_in(item["revenue"], "RevenueCode");
    for (const std::string_view system : {"rev_cntr", "CLM-REV-CNTR-CD", "rev-cd", "revenue-center"})
        if (line.revenue_code.empty()) line.revenue_code = code_in(item["revenue"], system);
    if (const FhirElement number = extension(item, "extension-authorizationNumber"))
        line.prior_authorization = number.text();
    read_code(item, line);
    read_drug(item, line);
    read_modifiers(item, line);
    read_dates(item, line);
    read_charge(item, line);
    read_place(item, line);
    read_pointers(item, line);
    read_rendering(item, line);
    read_line_information(item, line);
}

bool FhirClaim::withheld(FhirElement concept_of) const {
    return !code_in(concept_of, "data-absent-reason").empty() || extension(concept_of, "data-absent-reason");
}

void FhirClaim::read_code(FhirElement item, Line& line) {
    const FhirElement service = item.either("productOrService", "service");
    std::string_view bare;
    each_coding(service, [&](FhirElement coding) {
        const std::string_view code = code_of(coding);
        const std::string_view system = coding["system"].text();
        if (line.code.empty() && is_procedure_system(system)) line.code = code;
        if (system.empty() && bare.empty() && is_shaped_like_hcpcs(code)) bare = code;
    });
    if (line.code.empty()) line.code = bare;
    if (line.code.empty() && withheld(service)) ++reading_.codes_withheld;
    if (line.code.empty() && !withheld(service) && !item["revenue"]) ++reading_.lines_uncoded;
    line.description = service["text"].text();
}

void FhirClaim::read_drug(FhirElement item, Line& line) {
    for (const FhirElement detail : item["detail"].each()) {
        line.ndc.code = code_in(detail.either("productOrService", "service"), "ndc");
        if (line.ndc.code.empty()) continue;
        const FhirElement quantity = detail["quantity"];
        line.ndc.quantity = read_quantity(decimals(amount_of(quantity), 3));
        // X12's units (F2 GR ME ML UN) as they are, or UCUM's beside them.
        line.ndc.unit = quantity["unit"].text();
        const std::string_view code = quantity["code"].text();
        if (line.ndc.unit.size() != 2)
            line.ndc.unit = code == "mL"                      ? "ML"
                            : code == "g"                     ? "GR"
                            : code == "mg"                    ? "ME"
                            : code == "[iU]"                  ? "F2"
                            : code == "{unit}" || code == "1" ? "UN"
                                                              : code;
        return;
    }
    const FhirElement service = item.either("productOrService", "service");
    line.ndc.code = code_in(service, "sid/ndc");
    for (const FhirElement holder : {service, item})
        for (const std::string_view url : {"sid/ndc", "line_ndc_cd", "rev_cntr_ide_ndc_upc_num"})
            if (line.ndc.code.empty()) line.ndc.code = code_of(extension(holder, url));
}

void FhirClaim::read_modifiers(FhirElement item, Line& line) {
    std::uint32_t count = 0, elements = 0;
    for (const FhirElement one : item["modifier"].each()) {
        ++elements;
        std::string_view last_code, last_system;
        each_coding(one, [&](FhirElement coding) {
            const std::string_view code = code_of(coding), system = coding["system"].text();
            // One modifier in two code systems is one; one given twice is what a rule asks for.
            const bool again = same_code(code, last_code) && system != last_system;
            last_code = code;
            last_system = system;
            if (code.empty() || again) return;
            if (++count <= Line::modifier_room) line.modifiers[line.modifier_count++] = code;
        });
    }
    origin_.modifiers_joined = origin_.modifiers_joined || count != elements;
    if (count <= Line::modifier_room) return;
    if (Finding* finding = trouble(ElementShape::too_many, item["modifier"].node()))
        finding->in(Field::line_modifiers)
            .with_number("count", count)
            .with_number("limit", static_cast<std::int64_t>(Line::modifier_room));
}

void FhirClaim::read_dates(FhirElement item, Line& line) {
    FhirElement period = item["servicedPeriod"];
    const std::string_view day = item.either("servicedDate", "serviceDate").text();
    if (!period && day.empty()) period = period_;
    if (!period) {
        line.from = read_date(day);
        return;
    }
    line.from = read_date(period["start"].text());
    line.to = read_date(period["end"].text());
    if (line.from.absent()) line.from = line.to;
}

/// What was charged: the net, else price and number, else what the payer says was billed.
void FhirClaim::read_charge(FhirElement item, Line& line) {
    const FhirElement factor = item["factor"];
    if (item["net"]) {
        line.charge = read_money(decimals(amount_of(item["net"]), 2));
    } else if (item["unitPrice"] && !factor) {
        line.charge = read_money(decimals(amount_of(item["unitPrice"]), 2));
        constexpr std::int64_t one = 1000;   // thousandths
        const std::int64_t units = line.units.valid() ? line.units.value : one;
        std::int64_t product = 0;
        if (units == one || !line.charge.valid()) return;
        if (__builtin_mul_overflow(line.charge.value, units, &product) || product % one != 0) {
            line.charge = {};
            return;
        }
        std::string text;
        append_money(text, product / one);
        line.charge = read_money(arena_->keep(text));
    } else if (const FhirElement billed = submitted(item["adjudication"])) {
        line.charge = read_money(decimals(amount_of(billed), 2));
    }
}

void FhirClaim::read_place(FhirElement item, Line& line) {
    bool other = false;
    each_coding(item["locationCodeableConcept"], [&](FhirElement coding) {
        const std::string_view system = coding["system"].text();
        const std::string_view code = code_of(coding);
        // HL7's example codes have the same form and are not those of CMS.
        const bool said = contains(system, "place-of-service") || contains(system, "place_of_srvc");
        const bool shaped = code.size() == 2 && is_digit(code[0]) && is_digit(code[1]);
        const bool of_cms = !code.empty() && (said || (shaped && !contains(system, "ex-serviceplace")));
        if (of_cms && line.pos.empty()) line.pos = code;
        other = other || !of_cms;
    });
    if (other && line.pos.empty() && claim_.kind == Kind::professional) ++reading_.places_unread;
}

void FhirClaim::read_pointers(FhirElement item, Line& line) {
    std::string text;
    for (const FhirElement one : item.either("diagnosisSequence", "diagnosisLinkId").each()) {
        const std::string_view sequence = one.text();
        if (sequence.empty()) continue;
        std::size_t at = 0;
        while (at < problems_.size() && problems_[at].sequence != sequence) ++at;
        // One without an ICD code is told by itself; one that leads to no diagnosis stays, and rules tell of it.
        const auto unread = std::find(problems_unread_.begin(), problems_unread_.end(), sequence);
        if (at == problems_.size() && unread != problems_unread_.end()) continue;
        const std::size_t pointer =
            at < problems_.size() ? problems_[at].pointer : std::min(claim_.diagnoses.size() + 1, diagnosis_limit);
        const auto* const end = line.pointers.data() + line.pointer_count;
        if (std::find<const std::uint8_t*>(line.pointers.data(), end, static_cast<std::uint8_t>(pointer)) != end)
            continue;
        if (line.pointer_count == Line::pointer_room) break;
        if (line.pointer_count != 0) text += ':';
        append_number(text, static_cast<std::int64_t>(pointer));
        line.pointers[line.pointer_count++] = static_cast<std::uint8_t>(pointer);
    }
    line.pointer_text = arena_->keep(text);
}

/// A line's own practitioner, where it is not the claim's.
void FhirClaim::read_rendering(FhirElement item, Line& line) {
    const Member* best = nullptr;
    for (const FhirElement one : item.either("careTeamSequence", "careTeamLinkId").each()) {
        const std::size_t at = sequence_of(one);
        if (at >= rendering_at_.size() || rendering_at_[at] == 0) continue;
        const Member& member = team_[rendering_at_[at] - 1];
        if (best == nullptr || member.rank < best->rank) best = &member;
    }
    if (best == nullptr || best == team_.data() + rendering_ - 1) return;
    line.rendering = {best->provider.npi, best->provider.taxonomy, {}};
}

void FhirClaim::read_line_information(FhirElement item, Line& line) {
    for (const FhirElement one : item.either("informationSequence", "informationLinkId").each())
        if (const std::size_t at = sequence_of(one); at < notes_.size()) {
            if (line.note.empty()) line.note = notes_[at].text;
            notes_[at].linked = true;
            add_result(notes_[at].result);
        }
    add_result(result_of(extension(item, "line_hct_hgb_rslt_num")));
}

void FhirClaim::add_result(Measurement result) {
    if (result.name.empty() || claim_.measurements.size() == measurement_limit) return;
    result.line = static_cast<std::uint32_t>(claim_.lines.size() - 1);
    claim_.measurements.push_back(result);
}

// What is out of shape.

void FhirClaim::check_shapes(FhirElement element, const Shape* shapes, std::size_t count) {
    if (element.kind() != JsonKind::object) return;
    std::uint32_t seen = 0;
    for (const FhirElement child : element.children())
        for (std::size_t i = 0; i < count; ++i) {
            if (shapes[i].name != child.key() || !child) continue;
            if ((seen >> i & 1U) != 0)
                if (Finding* finding = trouble(ElementShape::twice, child.node())) finding->at_level(Level::warning);
            seen |= 1U << i;
            if (child.kind() == shapes[i].kind) continue;
            if (Finding* finding = trouble(ElementShape::kind, child.node()))
                finding->with("wanted", json_kind_name(shapes[i].kind)).with("found", json_kind_name(child.kind()));
        }
}

void FhirClaim::over_limit(Field field, std::string_view what, std::size_t limit) {
    Finding& finding = troubles_.emplace_back();
    finding.reset(catalogued(rule_src005), static_cast<std::uint8_t>(InputLimit::elements));
    finding.in(field).with("what", what).with_number("limit", static_cast<std::int64_t>(limit));
    finding.with_number("claim", static_cast<std::int64_t>(claim_number_));
}

Finding* FhirClaim::trouble(ElementShape message, const FhirNode* node) {
    if (troubles_.size() >= element_finding_limit) {
        ++left_out_;
        return nullptr;
    }
    std::string path(origin_.benefit ? "ExplanationOfBenefit." : "Claim.");
    path += FhirTape::path(resource_, node);
    Finding& finding = troubles_.emplace_back();
    finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(message));
    finding.line = static_cast<std::uint16_t>(claim_.lines.size());
    finding.with("pointer", arena_->keep(path));
    return &finding;
}

}   // namespace deltoid

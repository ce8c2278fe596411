// SPDX-License-Identifier: Apache-2.0
// MedicationAdministration, field by field: R4 (dosage.dose, performer.actor, reasonCode), STU3 (notGiven,
// reasonNotGiven), R5's names beside them (occurence[x] as R5 spells it, medication.concept, reason.concept).
#include "readers/fhir_administration.hpp"

#include <string>

#include "catalogue.hpp"
#include "json_text.hpp"
#include "readers/fhir_stream.hpp"
#include "readers/reader.hpp"
#include "rules/src/element_shape.hpp"
#include "rules/src/input_limit.hpp"

namespace deltoid {
namespace {

/// What a person calls a concept: its text, else the first display, else the first code.
std::string_view words_of(FhirElement concept_of) {
    if (concept_of["text"]) return concept_of["text"].text();
    std::string_view display, code;
    each_coding(concept_of, [&](FhirElement coding) {
        if (display.empty()) display = coding["display"].text();
        if (code.empty()) code = code_of(coding);
    });
    return display.empty() ? code : display;
}

/// A CodeableReference (R5) holds its concept one step deeper.
FhirElement concept_in(FhirElement element) { return element["concept"] ? element["concept"] : element; }

std::string_view any_code(FhirElement concept_of) {
    std::string_view found;
    each_coding(concept_of, [&](FhirElement coding) {
        if (found.empty()) found = code_of(coding);
    });
    return found;
}

void take(std::string_view& to, std::string_view text) {
    if (to.empty()) to = text;
}

/// The text of any extension, here or on the dosage, whose URL speaks of `word`.
std::string_view extension_about(FhirElement of, std::string_view word) {
    for (const FhirElement one : of["extension"].each()) {
        if (!contains(one["url"].text(), word)) continue;
        const FhirElement value = value_of(one);
        if (value.kind() == JsonKind::object) return value["value"] ? value["value"].text() : words_of(value);
        return value.text();
    }
    return {};
}

class Builder {
public:
    /// The texts that are put together go into `arena`.
    void read(FhirElement resource, const FhirDirectory& directory, Arena& arena, FhirAdministration& out);

private:
    void read_drug(FhirElement resource, FhirAdministration& out);
    void read_dosage(FhirElement dosage, Arena& arena, FhirAdministration& out);
    void read_people(FhirElement resource, FhirAdministration& out);

    FhirResolver resolver_;
};

void Builder::read(FhirElement resource, const FhirDirectory& directory, Arena& arena, FhirAdministration& out) {
    resolver_.begin(resource, directory);
    out.status = resource["status"].text();
    if (resource["notGiven"].text() == "true") out.status = "not-done";
    out.not_given_reason = words_of(resource.either("statusReason", "reasonNotGiven").first());
    for (const FhirElement identifier : resource["identifier"].each()) {
        const std::string_view value = trim(identifier["value"].text());
        const FhirElement type = identifier["type"];
        const std::string_view code = any_code(type);
        const bool of_claim =
            contains(identifier["system"].text(), "claim") || code == "PATNO" || code == "VN" || code == "AN";
        take(of_claim ? out.claim : out.id, value);
    }
    take(out.id, resource["id"].text());
    take(out.claim, extension_about(resource, "claim"));

    const FhirElement patient = resource.either("subject", "patient");
    const FhirFacts person = resolver_.follow(patient);
    out.patient = patient["reference"].text();
    out.patient_identifier = person.identifier;
    out.patient_name = person.name;
    out.birth_date = person.birth_date;

    FhirElement period = resource["effectivePeriod"];
    if (!period) period = resource.either("occurencePeriod", "effectiveTimePeriod");
    out.given_at = resource.either("effectiveDateTime", "occurenceDateTime").text();
    take(out.given_at, resource["effectiveTimeDateTime"].text());   // DSTU2
    take(out.given_at, period["start"].text());
    out.given_until = period["end"].text();

    read_drug(resource, out);
    read_dosage(resource["dosage"].first(), arena, out);
    read_people(resource, out);

    const FhirElement reason = concept_in(resource.either("reasonCode", "reason").first());
    const FhirElement reference = resource["reasonReference"].first();
    out.reason = words_of(reason);
    out.reason_code = code_in(reason, "icd-10");
    if (out.reason.empty() && reference) {
        const FhirFacts condition = resolver_.follow(reference);
        out.reason = condition.name;
        out.reason_code = condition.code;
    }
    const FhirElement context =
        resource["context"] ? resource["context"] : resource.either("encounter", "eventContext");
    out.encounter = context["reference"].text();
    take(out.encounter, context["identifier"]["value"].text());
    out.note =
        resource["note"].kind() == JsonKind::text ? resource["note"].text() : resource["note"].first()["text"].text();
}

void Builder::read_drug(FhirElement resource, FhirAdministration& out) {
    FhirElement drug = resource["medicationCodeableConcept"];
    FhirElement reference = resource["medicationReference"];
    if (const FhirElement r5 = resource["medication"]) {
        drug = r5["concept"];
        reference = r5["reference"];
    }
    out.drug = words_of(drug);
    out.ndc = code_in(drug, "ndc");
    out.rxnorm = code_in(drug, "rxnorm");
    out.hcpcs = code_in(drug, "hcpcs");
    out.cvx = code_in(drug, "cvx");
    const FhirFacts medication = resolver_.follow(reference);
    take(out.drug, medication.name);
    take(out.ndc, medication.ndc);
    take(out.rxnorm, medication.rxnorm);
    take(out.hcpcs, medication.hcpcs);
    out.lot = medication.lot;
    out.expiration = medication.expiration;
    take(out.lot, extension_about(resource, "lot"));
    take(out.expiration, extension_about(resource, "expir"));
}

void Builder::read_dosage(FhirElement dosage, Arena& arena, FhirAdministration& out) {
    const FhirElement dose = dosage.either("dose", "quantity");   // quantity: DSTU2
    out.dose = dose["value"].text();
    out.dose_unit = dose["unit"].text();
    take(out.dose_unit, dose["code"].text());
    out.dose_text = dosage["text"].text();
    const FhirElement rate = dosage["rateQuantity"];
    if (rate) {
        std::string text(rate["value"].text());
        text.append(" ").append(rate["unit"] ? rate["unit"].text() : rate["code"].text());
        out.rate = arena.keep(text);
    }
    out.route = words_of(dosage["route"]);
    out.route_code = any_code(dosage["route"]);
    FhirElement site = dosage["site"];
    if (!site) site = dosage["siteCodeableConcept"];   // DSTU2
    out.site = words_of(site);
    out.site_code = any_code(site);
    out.method = words_of(dosage["method"]);
    take(out.lot, extension_about(dosage, "lot"));
    take(out.expiration, extension_about(dosage, "expir"));
}

void Builder::read_people(FhirElement resource, FhirAdministration& out) {
    const FhirElement performer = resource.either("performer", "practitioner").first();
    FhirElement actor = performer["actor"] ? performer["actor"] : performer;
    if (actor["reference"].kind() == JsonKind::object) actor = actor["reference"];   // R5: a CodeableReference
    const FhirFacts person = resolver_.follow(actor);
    out.performer = person.name;
    out.performer_npi = person.npi;
    out.performer_role = words_of(performer["function"]);
    // The order is no Practitioner: only one that the resource contains is at hand.
    const FhirElement request = resource.either("request", "prescription");
    const std::string_view name = request["reference"].text();
    for (const FhirElement one : resource["contained"].each()) {
        if (name.size() < 2 || name[0] != '#' || one["id"].text() != name.substr(1)) continue;
        const FhirElement requester = one.either("requester", "prescriber");
        const FhirFacts doctor = resolver_.follow(requester["agent"] ? requester["agent"] : requester);
        out.ordered_by = doctor.name;
        out.ordered_by_npi = doctor.npi;
    }
}

}   // namespace

class FhirAdministrationReader::Work final : public FhirStream::Taker {
public:
    explicit Work(FhirAdministrationSink& sink) : sink_(sink) {}

    FhirStream stream{*this};
    std::uint64_t records = 0;

    [[nodiscard]] bool wants(std::string_view type) const override { return type == "MedicationAdministration"; }

    /// What it refers to may stand behind it in any Bundle: it waits whenever it may.
    bool resource(FhirElement resource, const FhirPlace& place, const FhirDirectory& directory, FhirTape& tape,
                  bool may_wait) override {
        if (may_wait) return false;
        FhirAdministration record;
        builder_.read(resource, directory, tape.arena(), record);
        record.offset = place.offset;
        record.text_line = place.text_line;
        record.entry = place.entry;
        record.in_bundle = place.in_bundle;
        ++records;
        sink_.administration(record);
        return true;
    }

    void unreadable(std::string_view, std::string_view, const FhirPlace& place, const FhirDefect& defect) override {
        lost("MedicationAdministration", place, defect);
    }

    void lost(std::string_view type, const FhirPlace& place, const FhirDefect& defect) override {
        using Why = FhirDefect::Why;
        const bool limit =
            defect.why == Why::too_deep || defect.why == Why::too_large || defect.why == Why::too_many_values;
        begin(
            limit ? static_cast<std::uint8_t>(InputLimit::resource) : static_cast<std::uint8_t>(ElementShape::resource),
            limit ? rule_src005 : rule_src003, place.offset, place.text_line);
        std::string what(type == "Organization" || type == "Observation" ? "An " : "A ");
        what.append(type.empty() ? "resource" : shown_text(type));
        finding_.with("what", what);
        if (!limit) finding_.with_number("byte", static_cast<std::int64_t>(defect.byte)).with_number("row", defect.row);
        sink_.trouble(finding_);
    }

    void file_defect(const Piece& piece, std::string_view stray) override {
        if (piece.cut == Cut::stray && ++strays_ > stray_limit) return;
        const ElementShape message = piece.cut == Cut::stray   ? ElementShape::stray
                                     : piece.cut == Cut::comma ? ElementShape::comma
                                                               : ElementShape::left_open;
        begin(static_cast<std::uint8_t>(message), rule_src003, piece.begin, piece.text_line);
        finding_.with("text", trim(stray))
            .with_number("row", piece.text_line)
            .with_number("claim", static_cast<std::int64_t>(records));
        sink_.trouble(finding_);
    }

    void directory_full() override {
        if (told_full_) return;
        told_full_ = true;
        begin(static_cast<std::uint8_t>(InputLimit::references), rule_src005, 0, 1);
        finding_.with_number("limit", static_cast<std::int64_t>(FhirDirectory::resource_limit));
        sink_.trouble(finding_);
    }

private:
    static constexpr std::uint32_t stray_limit = 10;

    void begin(std::uint8_t message, const Rule& rule, std::uint64_t offset, std::uint32_t text_line) {
        finding_.reset(catalogued(rule), message);
        finding_.at_level(Level::warning);
        finding_.about_file = true;
        finding_.has_place = true;
        finding_.place = {offset, 0, text_line};
    }

    FhirAdministrationSink& sink_;
    Builder builder_;
    Finding finding_;
    std::uint32_t strays_ = 0;
    bool told_full_ = false;
};

FhirAdministrationReader::FhirAdministrationReader(FhirAdministrationSink& sink)
    : work_(std::make_unique<Work>(sink)) {}
FhirAdministrationReader::~FhirAdministrationReader() = default;
void FhirAdministrationReader::read(std::string_view bytes) { work_->stream.read(bytes); }
void FhirAdministrationReader::end() { work_->stream.end(); }
std::uint64_t FhirAdministrationReader::records() const { return work_->records; }
bool FhirAdministrationReader::complete() const { return work_->stream.complete(); }

}   // namespace deltoid

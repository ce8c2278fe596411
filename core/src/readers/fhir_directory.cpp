// SPDX-License-Identifier: Apache-2.0
// Facts of resources, and the table that finds them. What is looked at of a resource: hl7.org/fhir/R4, US Core 3.1.1
// (qualification, type of coverage), CARIN Blue Button 1.2 (types of identifiers).
#include "readers/fhir_directory.hpp"

#include <algorithm>
#include <array>

namespace deltoid {
namespace {

/// Slots looked at before a name is given up: no choice of names makes a search long.
constexpr std::size_t probe_limit = 32;

/// Coverage.type by the Source of Payment Typology (PHDSC/NAHDO), longest code first; it is hierarchical by prefix.
struct PaymentSource {
    std::string_view prefix, payer_class;
};
constexpr std::array payment_sources{
    PaymentSource{"11", "medicare_advantage"},
    PaymentSource{"12", "medicare_b"},
    PaymentSource{"1", "medicare_b"},
    PaymentSource{"2", "medicaid"},
    PaymentSource{"311", "tricare"},
    PaymentSource{"31", "tricare"},
    PaymentSource{"32", "va"},
    PaymentSource{"5", "commercial"},
    PaymentSource{"6", "commercial"},
    PaymentSource{"95", "workers_comp"},
    PaymentSource{"96", "auto"},
};
/// The same by HL7's ActCode, which is coarser.
constexpr std::array act_codes{
    PaymentSource{"AUTOPOL", "auto"},
    PaymentSource{"WCBPOL", "workers_comp"},
};

std::string_view payer_class_of(FhirElement type) {
    std::string_view found;
    each_coding(type, [&](FhirElement coding) {
        const std::string_view system = coding["system"].text();
        const std::string_view code = code_of(coding);
        if (!found.empty() || code.empty()) return;
        if (contains(system, "sopt") || contains(system, "2.16.840.1.113883.3.221.5")) {
            for (const PaymentSource& source : payment_sources)
                if (found.empty() && code.starts_with(source.prefix)) found = source.payer_class;
        } else if (contains(system, "ActCode")) {
            for (const PaymentSource& source : act_codes)
                if (code == source.prefix) found = source.payer_class;
        }
    });
    return found;
}

std::string_view name_of(FhirElement name) {
    const FhirElement first = name.first();
    if (first.kind() != JsonKind::object) return first.text();
    return first["text"] ? first["text"].text() : first["family"].first().text();
}

void read_identifiers(FhirElement resource, FhirFacts& facts) {
    for (const FhirElement identifier : resource["identifier"].each()) {
        const std::string_view value = trim(identifier["value"].text());
        if (value.empty()) continue;
        if (is_npi(identifier)) {
            if (facts.npi.empty()) facts.npi = value;
        } else if (facts.identifier.empty()) {
            facts.identifier = value;
        }
        // The Medicare number of a patient stands among the identifiers, not always first.
        if (contains(identifier["system"].text(), "us-mbi")) facts.subscriber_id = value;
    }
}

std::string_view taxonomy_of(FhirElement codes) {
    std::string_view found;
    each_coding(codes, [&](FhirElement coding) {
        if (found.empty() && is_taxonomy(coding)) found = code_of(coding);
    });
    return found;
}

void read_codes(FhirElement concept_of, FhirFacts& facts) {
    facts.ndc = code_in(concept_of, "sid/ndc");
    facts.rxnorm = code_in(concept_of, "rxnorm");
    facts.hcpcs = code_in(concept_of, "hcpcs");
    facts.code = code_in(concept_of, "icd-10");
    facts.name = concept_of["text"].text();
    if (!facts.name.empty()) return;
    each_coding(concept_of, [&](FhirElement coding) {
        if (facts.name.empty()) facts.name = coding["display"].text();
    });
}

}   // namespace

bool is_npi(FhirElement identifier) {
    const std::string_view system = identifier["system"].text();
    if (contains(system, "us-npi") || contains(system, "npi_num") || contains(system, "2.16.840.1.113883.4.6"))
        return true;
    bool npi = false;
    each_coding(identifier["type"], [&](FhirElement coding) { npi = npi || same_code(code_of(coding), "npi"); });
    return npi;
}

bool is_taxonomy(FhirElement coding) {
    const std::string_view system = coding["system"].text();
    return contains(system, "taxonomy") || contains(system, "2.16.840.1.113883.6.101");
}

std::string_view name_of_reference(std::string_view reference) {
    reference = trim(reference);
    if (const auto version = reference.find("/_history/"); version != reference.npos)
        reference = reference.substr(0, version);
    if (!reference.starts_with("http://") && !reference.starts_with("https://")) return reference;
    const auto id = reference.rfind('/');
    const auto type = id == 0 ? reference.npos : reference.rfind('/', id - 1);
    return type == reference.npos ? reference : reference.substr(type + 1);
}

FhirFacts FhirFacts::of(FhirElement resource) {
    FhirFacts facts;
    facts.type = resource["resourceType"].text();
    facts.found = !facts.type.empty();
    facts.id = resource["id"].text();
    read_identifiers(resource, facts);
    facts.name = name_of(resource["name"]);
    facts.state = resource["address"].first()["state"].text();
    if (facts.type == "Patient") {
        facts.birth_date = resource["birthDate"].text();
        facts.death_date = resource["deceasedDateTime"].text();
        facts.gender = resource["gender"].text();
    } else if (facts.type == "Coverage") {
        const FhirElement subscriber = resource["subscriberId"];   // R5: a list of Identifiers
        if (subscriber)
            facts.subscriber_id =
                subscriber.kind() == JsonKind::text ? subscriber.text() : subscriber.first()["value"].text();
        const std::string_view member = code_in(resource["identifier"].first()["type"], "v2-0203");
        if (facts.subscriber_id.empty() && same_code(member, "MB")) facts.subscriber_id = facts.identifier;
        facts.payer_class = payer_class_of(resource["type"]);
        const FhirElement payor = resource.either("payor", "issuer").first();   // issuer: DSTU2
        facts.refers_to = payor["reference"].text();
        facts.name = payor["display"].text();
        if (facts.name.empty()) facts.name = payor["identifier"]["value"].text();
    } else if (facts.type == "Practitioner") {
        for (const FhirElement one : resource["qualification"].each())
            if (facts.taxonomy.empty()) facts.taxonomy = taxonomy_of(one["code"]);
    } else if (facts.type == "Organization") {
        facts.taxonomy = taxonomy_of(resource["type"]);
    } else if (facts.type == "PractitionerRole") {
        facts.taxonomy = taxonomy_of(resource["specialty"]);
        if (facts.taxonomy.empty()) facts.taxonomy = taxonomy_of(resource["code"]);
        facts.refers_to = resource["practitioner"]["reference"].text();
        facts.also_refers_to = resource["organization"]["reference"].text();
        if (facts.npi.empty() && is_npi(resource["practitioner"]["identifier"]))
            facts.npi = trim(resource["practitioner"]["identifier"]["value"].text());
    } else if (facts.type == "Condition") {
        read_codes(resource["code"], facts);
    } else if (facts.type == "Medication") {
        read_codes(resource["code"], facts);
        const FhirElement batch =
            resource["batch"] ? resource["batch"] : resource["package"]["batch"].first();   // STU3
        facts.lot = batch["lotNumber"].text();
        facts.expiration = batch["expirationDate"].text();
    } else if (facts.type == "ReferralRequest" || facts.type == "ServiceRequest") {
        const FhirElement requester =
            resource["requester"]["agent"] ? resource["requester"]["agent"] : resource["requester"];
        if (is_npi(requester["identifier"])) facts.npi = trim(requester["identifier"]["value"].text());
        facts.refers_to = requester["reference"].text();
    }
    return facts;
}

// The table.

std::size_t FhirDirectory::slot_of(std::string_view name) const {
    std::uint64_t hash = 14695981039346656037U;   // FNV-1a
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return static_cast<std::size_t>(hash ^ hash >> 32) & (slots_.size() - 1);
}

void FhirDirectory::enter(std::string_view name, std::uint32_t facts) {
    if (name.empty()) return;
    if (2 * (used_ + 1) > slots_.size()) grow();
    std::size_t slot = slot_of(name);
    for (std::size_t probe = 0; probe < probe_limit; ++probe, slot = (slot + 1) & (slots_.size() - 1)) {
        if (slots_[slot].facts != 0 && slots_[slot].name != name) continue;
        used_ += slots_[slot].facts == 0 ? 1 : 0;
        slots_[slot] = {name, facts};
        return;
    }
}

void FhirDirectory::grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    used_ = 0;
    for (const Slot& slot : old)
        if (slot.facts != 0) enter(slot.name, slot.facts);
}

bool FhirDirectory::remember(FhirElement resource, std::string_view full_url) {
    constexpr std::array<std::string_view, 11> kinds{
        "Patient",   "Coverage",   "Practitioner",    "PractitionerRole", "Organization", "Location",
        "Condition", "Medication", "ReferralRequest", "ServiceRequest",   "Claim"};
    if (std::find(kinds.begin(), kinds.end(), resource["resourceType"].text()) == kinds.end()) return true;
    FhirFacts facts = FhirFacts::of(resource);
    std::string own(facts.type);
    own.append("/").append(facts.id);
    const std::string_view url = name_of_reference(full_url);
    const std::array texts{&facts.type,          &facts.id,
                           &facts.identifier,    &facts.npi,
                           &facts.taxonomy,      &facts.name,
                           &facts.state,         &facts.birth_date,
                           &facts.death_date,    &facts.gender,
                           &facts.subscriber_id, &facts.payer_class,
                           &facts.refers_to,     &facts.also_refers_to,
                           &facts.code,          &facts.ndc,
                           &facts.rxnorm,        &facts.hcpcs,
                           &facts.lot,           &facts.expiration};
    std::size_t size = own.size() + url.size();
    for (const std::string_view* text : texts) size += text->size();
    if (facts_.size() == resource_limit || bytes_ + size > byte_limit) return false;
    bytes_ += size;
    for (std::string_view* text : texts) *text = arena_.keep(*text);
    facts_.push_back(facts);
    const auto number = static_cast<std::uint32_t>(facts_.size());
    if (!facts.id.empty()) enter(arena_.keep(own), number);
    if (url != own) enter(arena_.keep(url), number);
    return true;
}

const FhirFacts* FhirDirectory::find(std::string_view reference) const {
    const std::string_view name = name_of_reference(reference);
    if (name.empty() || slots_.empty()) return nullptr;
    std::size_t slot = slot_of(name);
    for (std::size_t probe = 0; probe < probe_limit && slots_[slot].facts != 0;
         ++probe, slot = (slot + 1) & (slots_.size() - 1))
        if (slots_[slot].name == name) return &facts_[slots_[slot].facts - 1];
    return nullptr;
}

void FhirDirectory::clear() {
    if (facts_.empty()) return;
    facts_.clear();
    slots_.clear();
    used_ = bytes_ = 0;
    arena_.clear();
}

// References.

void FhirResolver::begin(FhirElement resource, const FhirDirectory& directory) {
    directory_ = &directory;
    contained_.clear();
    std::string name;
    for (const FhirElement one : resource["contained"].each()) {
        // Some servers write the id of what is contained with its "#".
        const std::string_view id = one["id"].text();
        name.assign(id.starts_with("#") ? "" : "#").append(id);
        static_cast<void>(contained_.remember(one, name));
    }
}

FhirFacts FhirResolver::follow(std::string_view reference) const {
    const FhirFacts* found = reference.starts_with("#") ? contained_.find(reference) : directory_->find(reference);
    return found == nullptr ? FhirFacts() : *found;
}

FhirFacts FhirResolver::follow(FhirElement reference) const {
    const std::string_view name = reference["reference"].text();
    FhirFacts facts = follow(name);
    const FhirElement identifier = reference["identifier"];
    const std::string_view value = trim(identifier["value"].text());
    if (!value.empty() && is_npi(identifier)) {
        facts.npi = value;
    } else if (!value.empty() && facts.identifier.empty()) {
        facts.identifier = value;
    }
    // A search in the place of a reference: "Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1234567893".
    if (const auto at = name.find("us-npi|"); facts.npi.empty() && at != name.npos) facts.npi = name.substr(at + 7);
    if (facts.name.empty()) facts.name = reference["display"].text();
    if (facts.type.empty()) {
        facts.type = reference["type"].text();
        const std::string_view short_name = name_of_reference(name);
        if (const auto end = short_name.find_first_of("/?"); facts.type.empty() && end != short_name.npos)
            facts.type = short_name.substr(0, end);
    }
    // A role is a person's at an organization: what it does not say itself, the person does.
    if (facts.type == "PractitionerRole") {
        const FhirFacts person = follow(facts.refers_to);
        if (facts.npi.empty()) facts.npi = person.npi;
        if (facts.taxonomy.empty()) facts.taxonomy = person.taxonomy;
        if (facts.name.empty()) facts.name = person.name;
        if (facts.npi.empty()) facts.npi = follow(facts.also_refers_to).npi;
    }
    return facts;
}

}   // namespace deltoid

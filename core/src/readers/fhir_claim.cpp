// SPDX-License-Identifier: Apache-2.0
// The mapping. R4: hl7.org/fhir/R4/claim.html, explanationofbenefit.html; CARIN Blue Button 1.2
// (hl7.org/fhir/us/carin-bb), Da Vinci PAS 2.0 (hl7.org/fhir/us/davinci-pas); CMS's own systems:
// bluebutton.cms.gov/resources/variables.
#include "readers/fhir_claim.hpp"

#include <algorithm>
#include <array>

#include "catalogue.hpp"
#include "readers/fhir_values.hpp"
#include "rules/src/element_shape.hpp"
#include "sorting.hpp"
#include "whole_number.hpp"

namespace deltoid {

using namespace fhir;

namespace {

/// Of one claim; each of them is looked at for each reference.
constexpr std::size_t observation_limit = 99;

/// What a test is called: by CMS (line_hct_hgb_type_cd, the qualifiers of an 837's MEA) and LOINC; "" for all others.
std::string_view result_name(FhirElement code) {
    struct Test {
        std::string_view code, name;
    };
    static constexpr Test tests[] = {{"R1", "hemoglobin"},      {"R2", "hematocrit"},      {"718-7", "hemoglobin"},
                                     {"20509-6", "hemoglobin"}, {"59260-0", "hemoglobin"}, {"4544-3", "hematocrit"},
                                     {"20570-8", "hematocrit"}};
    for (const Test& test : tests)
        if (says(code, test.code)) return test.name;
    return {};
}

std::string_view last_segment(std::string_view reference) {
    return reference.substr(reference.find_last_of("/:#|") + 1);
}

}   // namespace

FhirReading FhirClaim::read(FhirElement resource, const FhirDirectory& directory, Arena& arena, FhirOrigin origin,
                            std::uint64_t claim_number) {
    resource_ = resource;
    period_ = resource["billablePeriod"];
    resolver_.begin(resource, directory);
    arena_ = &arena;
    origin_ = origin;
    reading_ = {};
    claim_number_ = claim_number;
    left_out_ = 0;
    troubles_.clear();
    team_.clear();
    problems_.clear();
    problems_unread_.clear();
    rendering_at_.clear();
    rendering_ = 0;
    notes_.clear();
    observations_.clear();
    origin_.benefit = resource["resourceType"].text() == "ExplanationOfBenefit";
    reading_.lines = 0;
    for ([[maybe_unused]] const FhirElement item : resource["item"].each()) ++reading_.lines;
    read_head();
    if (!settle_kind() || !is_checked()) {
        reading_.verdict = FhirReading::Verdict::unread;
        return reading_;
    }
    settle_edition();
    static constexpr Shape shapes[] = {{"item", JsonKind::list},       {"diagnosis", JsonKind::list},
                                       {"careTeam", JsonKind::list},   {"patient", JsonKind::object},
                                       {"provider", JsonKind::object}, {"billablePeriod", JsonKind::object}};
    check_shapes(resource, shapes, std::size(shapes));
    read_information();
    read_coverage();
    read_care_team();
    read_diagnoses();
    read_total();
    read_lines();
    for (const Note& note : notes_)
        if (claim_.note.empty() && note.free && !note.linked) claim_.note = note.text;
    claim_.origin = origin_.packed();
    if (left_out_ != 0) {
        Finding& finding = troubles_.emplace_back();
        finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(ElementShape::more_elements));
        finding.with_number("count", static_cast<std::int64_t>(left_out_))
            .with_number("claim", static_cast<std::int64_t>(claim_number_));
    }
    return reading_;
}

// What it is.

void FhirClaim::settle_edition() {
    const FhirElement item = resource_["item"].first();
    if (resource_["type"].kind() == JsonKind::text || item["serviceDate"])
        origin_.edition = FhirEdition::dstu2;
    else if (item["service"] || item["diagnosisLinkId"] || item["careTeamLinkId"] || resource_["information"] ||
             resource_["totalCost"])
        origin_.edition = FhirEdition::stu3;
}

/// False: a kind that is not checked.
bool FhirClaim::settle_kind() {
    struct Type {
        std::string_view code;
        Kind kind;
        UncodedResource unread;
    };
    constexpr UncodedResource read = UncodedResource::nothing;
    // HL7's claim-type; then CMS's eob-type.
    static constexpr Type types[] = {{"professional", Kind::professional, read},
                                     {"institutional", Kind::institutional, read},
                                     {"pharmacy", Kind::professional, UncodedResource::pharmacy},
                                     {"oral", Kind::professional, UncodedResource::oral},
                                     {"vision", Kind::professional, UncodedResource::vision},
                                     {"CARRIER", Kind::professional, read},
                                     {"DME", Kind::professional, read},
                                     {"PDE", Kind::professional, UncodedResource::pharmacy},
                                     {"OUTPATIENT", Kind::institutional, read},
                                     {"INPATIENT", Kind::institutional, read},
                                     {"SNF", Kind::institutional, read},
                                     {"HHA", Kind::institutional, read},
                                     {"HOSPICE", Kind::institutional, read}};
    const Type* found = nullptr;
    each_coding(resource_["type"], [&](FhirElement coding) {
        const std::string_view system = coding["system"].text();
        if (!system.empty() && !contains(system, "claim-type") && !contains(system, "claimtype") &&
            !contains(system, "eob-type"))
            return;
        for (const Type& type : types)   // HL7's word goes before CMS's
            if (same_code(code_of(coding), type.code) && (found == nullptr || &type < found)) found = &type;
        const bool part_b = same_code(code_of(coding), "CARRIER") || same_code(code_of(coding), "DME") ||
                            same_code(code_of(coding), "OUTPATIENT");
        if (part_b && contains(system, "eob-type"))
            claim_.payer.declared_class = "medicare_b";   // fee for service alone
    });
    if (found != nullptr) {
        claim_.kind = found->kind;
        reading_.reason = found->unread;
        return found->unread == read;
    }
    for (const FhirElement item : resource_["item"].each())
        if (item["revenue"]) claim_.kind = Kind::institutional;
    return true;
}

bool FhirClaim::is_checked() {
    const std::string_view status = resource_["status"].text();
    if (status == "cancelled" || status == "entered-in-error") {
        reading_.reason = UncodedResource::cancelled;
        return false;
    }
    const FhirElement answered = origin_.benefit ? resource_["claim"] : FhirElement();
    if (answered && follow(answered, FhirMissing::claim).found) {
        reading_.reason = UncodedResource::answers;
        return false;
    }
    bool coded = false, hidden = false;
    for (const FhirElement item : resource_["item"].each()) {
        Line line;
        read_code(item, line);
        coded = coded || !line.code.empty();
        hidden = hidden || withheld(item.either("productOrService", "service"));
    }
    reading_.codes_withheld = reading_.lines_uncoded = 0;
    const std::string_view use = resource_["use"].text();
    reading_.authorization = use == "preauthorization" || use == "predetermination";
    reading_.reason = reading_.lines == 0 ? UncodedResource::no_items
                      : hidden            ? UncodedResource::withheld
                                          : UncodedResource::no_codes;
    return coded;
}

// The claim.

void FhirClaim::read_head() {
    // The practice's own number, then the payer's; box 26.
    std::string_view unique, any;
    for (const FhirElement identifier : resource_["identifier"].each()) {
        const std::string_view value = trim(identifier["value"].text());
        if (any.empty()) any = value;
        if (says(identifier["type"], "PATNO")) claim_.id = value;
        if (says(identifier["type"], "uc") || identifier["system"].text().ends_with("clm_id")) unique = value;
    }
    if (claim_.id.empty()) claim_.id = !unique.empty() ? unique : !any.empty() ? any : resource_["id"].text();
}

void FhirClaim::read_information() {
    read_observations();
    for (const FhirElement one : resource_.either("supportingInfo", "information").each()) {
        const FhirElement category = one["category"];
        const FhirElement code = one["code"];
        if (says(category, "clmrecvddate") && claim_.received_date.absent())
            claim_.received_date = read_date(one["timingDate"].text());
        if (says(category, "patientaccountnumber") && one["valueString"]) claim_.id = one["valueString"].text();
        if (const std::string_view type = code_in(code, "TypeOfBill"); !type.empty())
            claim_.bill_type = type.size() == 3 && type[0] != '0' ? arena_->keep(std::string("0").append(type)) : type;
        for (const std::string_view system : {"clm_freq_cd", "CLM-BILL-FREQ-CD", "clm-frequency"})
            if (const std::string_view frequency = code_in(code, system); frequency.size() == 1)
                claim_.frequency = frequency;
        const std::size_t at = sequence_of(one["sequence"]);
        Measurement result = result_of(one["valueReference"]);
        if (one["valueQuantity"]) result = {0, result_name(code), amount_of(one["valueQuantity"])};
        if ((!one["valueString"] && result.name.empty()) || at > sequence_limit) continue;
        if (at >= notes_.size()) notes_.resize(at + 1);
        const bool free =
            says(category, "info") || says(category, "other") || says(category, "note") || says(category, "attachment");
        notes_[at] = {one["valueString"].text(), free, false, result};
    }
    // With its leading zero, as an 837I has it here and as it is printed in FL 4: "0131".
    if (claim_.kind == Kind::institutional && claim_.frequency.empty() && claim_.bill_type.size() == 4)
        claim_.frequency = claim_.bill_type.substr(3);
    // CMS tells the type of bill in three pieces: kind of facility, classification, frequency.
    const std::string_view facility = code_of(extension(resource_["facility"], "clm_fac_type_cd"));
    const std::string_view service = code_of(extension(resource_, "clm_srvc_clsfctn_type_cd"));
    if (claim_.bill_type.empty() && facility.size() == 1 && service.size() == 1 && claim_.kind == Kind::institutional) {
        std::string type(claim_.frequency.empty() ? "" : "0");
        claim_.bill_type = arena_->keep(type.append(facility).append(service).append(claim_.frequency));
    }
    for (const FhirElement related : resource_["related"].each()) {
        const FhirElement relationship = related["relationship"];
        if (!says(relationship, "prior") && !says(relationship, "replaces")) continue;
        claim_.original_reference = trim(related["claim"]["identifier"]["value"].text());
        if (claim_.original_reference.empty()) claim_.original_reference = trim(related["reference"]["value"].text());
        if (claim_.original_reference.empty())
            claim_.original_reference = last_segment(related["claim"]["reference"].text());
        // A payer's own corrections are told the same way: of an ExplanationOfBenefit it does not say who corrected.
        if (claim_.frequency.empty() && !origin_.benefit) claim_.frequency = "7";
    }
}

/// Results of blood counts, which payers want with some drugs: CMS contains them as Observations.
void FhirClaim::read_observations() {
    for (const FhirElement one : resource_["contained"].each()) {
        if (one["resourceType"].text() != "Observation" || !one["valueQuantity"]) continue;
        const Measurement result{0, result_name(one["code"]), amount_of(one["valueQuantity"])};
        if (!result.name.empty() && observations_.size() < observation_limit)
            observations_.push_back({one["id"].text(), result});
    }
}

Measurement FhirClaim::result_of(FhirElement reference) const {
    const std::string_view name = reference["reference"].text();
    for (const Observation& one : observations_)
        if (name.starts_with("#") && (one.id == name.substr(1) || one.id == name)) return one.result;
    return {};
}

void FhirClaim::read_coverage() {
    const FhirElement patient = resource_["patient"];
    const FhirFacts person = follow(patient, FhirMissing::patient);
    origin_.patient_elsewhere = patient && !person.found;
    claim_.patient.id = !person.identifier.empty() ? person.identifier
                        : !person.id.empty()       ? person.id
                                                   : last_segment(patient["reference"].text());
    claim_.patient.birth_date = read_date(person.birth_date);
    claim_.patient.death_date = read_date(person.death_date);
    const std::string_view gender = person.gender;
    claim_.patient.sex = gender == "male" ? "M" : gender == "female" ? "F" : gender.empty() ? "" : "U";

    const FhirElement insurances = resource_.either("insurance", "coverage");   // coverage: DSTU2
    FhirElement chosen = insurances.first();
    for (const FhirElement one : insurances.each())
        if (one["focal"].text() == "true") chosen = one;
    const FhirFacts coverage = follow(chosen["coverage"], FhirMissing::coverage);
    claim_.subscriber_id = !coverage.subscriber_id.empty() ? coverage.subscriber_id : person.subscriber_id;
    if (!coverage.payer_class.empty()) claim_.payer.declared_class = coverage.payer_class;
    constexpr std::array<std::string_view, 3> order{"P", "S", "T"};
    const std::string_view sequence = chosen["sequence"].text();
    if (sequence.size() == 1 && sequence[0] >= '1' && sequence[0] <= '3')
        claim_.payer.sequence = order[static_cast<std::size_t>(sequence[0] - '1')];
    claim_.prior_authorization = chosen["preAuthRef"].first().text();
    if (claim_.prior_authorization.empty()) claim_.prior_authorization = resource_["preAuthRef"].first().text();

    FhirFacts payer = follow(resource_["insurer"], FhirMissing::payer);
    if (payer.name.empty() && payer.identifier.empty()) {
        payer = resolver_.follow(coverage.refers_to);
        if (payer.name.empty()) payer.name = coverage.name;
    }
    claim_.payer.name = payer.name;
    claim_.payer.id = payer.identifier;
    claim_.payer.state = payer.state;
}

FhirFacts FhirClaim::follow(FhirElement reference, FhirMissing what) {
    FhirFacts facts = resolver_.follow(reference);
    const bool said = !facts.npi.empty() || (!facts.identifier.empty() && what == FhirMissing::payer);
    if (!facts.found && !said && reference["reference"])
        reading_.missing = static_cast<std::uint8_t>(reading_.missing | 1U << static_cast<unsigned>(what));
    return facts;
}

Provider FhirClaim::provider(FhirElement reference, FhirMissing what) {
    const FhirFacts facts = follow(reference, what);
    Provider found{facts.npi, facts.taxonomy, {}};
    if (facts.type.starts_with("Practitioner")) found.entity = "person";
    if (facts.type == "Organization") found.entity = "organization";
    return found;
}

void FhirClaim::read_care_team() {
    claim_.billing = provider(resource_["provider"], FhirMissing::provider);
    if (claim_.billing.npi.empty() && resource_["organization"])
        claim_.billing = provider(resource_["organization"], FhirMissing::provider);
    claim_.facility = provider(resource_["facility"], FhirMissing::facility);
    claim_.facility.entity = {};
    struct Word {
        std::string_view code;
        Role role;
        std::uint8_t rank;
    };
    // An institution's attending practitioner rendered what nobody else is named for (005010X223A2, 2310D).
    constexpr std::uint8_t attending_rank = 4, unnamed_rank = 5;
    // CARIN's and HL7's words, and X12's (data element 98).
    static constexpr Word words[] = {{"rendering", Role::rendering, 1},
                                     {"82", Role::rendering, 1},
                                     {"performing", Role::rendering, 2},
                                     {"primary", Role::rendering, 3},
                                     {"attending", Role::rendering, attending_rank},
                                     {"71", Role::rendering, attending_rank},
                                     {"supervising", Role::supervising, 1},
                                     {"supervisor", Role::supervising, 2},
                                     {"DQ", Role::supervising, 1},
                                     {"referring", Role::referring, 1},
                                     {"DN", Role::referring, 1},
                                     {"ordering", Role::ordering, 1},
                                     {"DK", Role::ordering, 1}};
    // Who is named by lines alone is theirs; the claim's is first among the others.
    std::vector<bool> of_lines;
    for (const FhirElement item : resource_["item"].each())
        for (const FhirElement one : item.either("careTeamSequence", "careTeamLinkId").each())
            if (const std::size_t at = sequence_of(one); at <= sequence_limit) {
                if (at >= of_lines.size()) of_lines.resize(at + 1);
                of_lines[at] = true;
            }
    unsigned best = ~0U;
    for (const FhirElement one : resource_["careTeam"].each()) {
        Member member;
        if (!one["role"]) member = {Role::rendering, unnamed_rank, {}};
        for (const Word& word : words)
            if (says(one["role"], word.code) && (member.role == Role::none || word.rank < member.rank))
                member = {word.role, word.rank, {}};
        const bool attending = member.role == Role::rendering && member.rank == attending_rank;
        if (member.role == Role::none || (attending && claim_.kind != Kind::institutional)) continue;
        member.provider = provider(one["provider"], FhirMissing::provider);
        each_coding(one["qualification"], [&](FhirElement coding) {
            if (is_taxonomy(coding)) member.provider.taxonomy = code_of(coding);
        });
        if (member.provider.npi.empty() && member.provider.taxonomy.empty()) continue;
        team_.push_back(member);
        const std::size_t at = sequence_of(one["sequence"]);
        if (member.role == Role::rendering) {
            const unsigned rank = member.rank + (at < of_lines.size() && of_lines[at] ? 8U : 0U);
            if (rank < best) rendering_ = team_.size();
            best = std::min(best, rank);
        }
        if (member.role == Role::rendering && !attending && at <= sequence_limit) {
            if (at >= rendering_at_.size()) rendering_at_.resize(at + 1);
            std::uint32_t& first = rendering_at_[at];
            if (first == 0 || member.rank < team_[first - 1].rank) first = static_cast<std::uint32_t>(team_.size());
        }
        const auto fill = [&](Role role, Provider& place) {
            if (member.role == role && place.npi.empty()) place.npi = member.provider.npi;
        };
        fill(Role::supervising, claim_.supervising);
        fill(Role::referring, claim_.referring);
        fill(Role::ordering, claim_.ordering);
    }
    if (rendering_ != 0) claim_.rendering = team_[rendering_ - 1].provider;
    if (claim_.referring.npi.empty()) claim_.referring.npi = resolver_.follow(resource_["referral"]).npi;
}

void FhirClaim::read_diagnoses() {
    static constexpr Shape shapes[] = {{"diagnosisCodeableConcept", JsonKind::object},
                                       {"diagnosisReference", JsonKind::object}};
    std::uint32_t position = 0;
    for (const FhirElement one : resource_["diagnosis"].each()) {
        check_shapes(one, shapes, std::size(shapes));
        Problem problem{one["sequence"].text(), {}, 0, position++, says(one["type"], "principal")};
        // Why the patient came in stands beside the diagnoses of a hospital claim, not among them.
        if (says(one["type"], "admitting") || says(one["type"], "patientreasonforvisit") ||
            says(one["type"], "reason-for-visit"))
            continue;
        problem.number = is_whole_number(problem.sequence) ? whole_number(problem.sequence) : position;
        const FhirElement concept_of = one.either("diagnosisCodeableConcept", "diagnosis");   // diagnosis: DSTU2
        Diagnosis& diagnosis = problem.diagnosis;
        diagnosis.code = code_in(concept_of, "icd-10");
        if (diagnosis.code.empty()) {
            diagnosis.code = code_in(concept_of, "icd-9");
            diagnosis.icd9 = !diagnosis.code.empty();
        }
        each_coding(concept_of, [&](FhirElement coding) {
            const std::string_view code = code_of(coding);
            if (diagnosis.code.empty() && !coding["system"] && code.size() >= 3 && upper(code[0]) >= 'A' &&
                upper(code[0]) <= 'Z' && is_digit(code[1]))
                diagnosis.code = code;
        });
        if (diagnosis.code.empty() && one["diagnosisReference"])
            diagnosis.code = follow(one["diagnosisReference"], FhirMissing::diagnosis).code;
        if (diagnosis.code.empty()) {
            reading_.diagnoses_unread = true;
            if (problems_unread_.size() < diagnosis_limit) problems_unread_.push_back(problem.sequence);
            continue;
        }
        if (problems_.size() == diagnosis_limit) {
            over_limit(Field::diagnoses, "diagnoses", diagnosis_limit);
            break;
        }
        problems_.push_back(problem);
    }
    sort_rows(problems_, [](const Problem& a, const Problem& b) {
        if (a.principal != b.principal) return a.principal;
        return a.number != b.number ? a.number < b.number : a.position < b.position;
    });
    for (Problem& problem : problems_) {
        // CARIN and CMS give the principal diagnosis twice: as such and in its place among the others.
        const bool again = !problem.principal && problems_.front().principal &&
                           same_code(problem.diagnosis.code, problems_.front().diagnosis.code);
        origin_.diagnoses_moved = origin_.diagnoses_moved || problem.position != claim_.diagnoses.size();
        if (!again) claim_.diagnoses.push_back(problem.diagnosis);
        problem.pointer = again ? 1 : static_cast<std::uint8_t>(claim_.diagnoses.size());
    }
}

void FhirClaim::read_total() {
    FhirElement total = resource_.either("total", "totalCost");
    if (total.kind() == JsonKind::list) total = submitted(total);
    claim_.total_charge = read_money(decimals(amount_of(total), 2));
}

}   // namespace deltoid

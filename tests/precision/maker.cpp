// SPDX-License-Identifier: Apache-2.0
// The pieces of clean claims.
#include "precision/maker.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

namespace deltoid::test::precision {
namespace {

// facts/payers.md: the classes of the contract, with the ids that claims carry. All names are the payers' own.
constexpr std::array payers{
    PayerChoice{"medicare_b", "04402", "MEDICARE PART B", 34},
    PayerChoice{"medicare_advantage", "H5521", "EXAMPLE ADVANTAGE PLAN", 12},
    PayerChoice{"medicaid", "MCDXX", "STATE MEDICAID", 12},
    PayerChoice{"commercial", "60054", "AETNA", 8},
    PayerChoice{"commercial", "62308", "CIGNA", 7},
    PayerChoice{"commercial", "87726", "UNITEDHEALTHCARE", 8},
    PayerChoice{"commercial", "BCEXA", "EXAMPLE BLUE PLAN", 5},
    PayerChoice{"tricare", "TREST", "TRICARE", 4},
    PayerChoice{"va", "VACCN", "VA COMMUNITY CARE", 4},
    PayerChoice{"workers_comp", "WCFND", "EXAMPLE COMPENSATION FUND", 3},
    PayerChoice{"auto", "AUTOX", "EXAMPLE AUTO INSURANCE", 2},
    PayerChoice{"unknown", "ZZZZZ", "EXAMPLE PAYER", 1},
};

constexpr std::array taxonomies{"207Q00000X", "207R00000X", "208D00000X", "363LF0000X", "363A00000X", "207RG0300X"};

// Fact book 4.2: non-facility places where nothing more must be shown than the claim itself says.
constexpr std::array places{"11", "11", "11", "11", "11", "20", "49", "17", "18", "15", "71", "57", "03", "05"};
// The same, when direct supervision or the practitioner's own hand is shown.
constexpr std::array home_places{"12", "13", "14", "33", "04"};

/// Anatomy of intramuscular and subcutaneous injections.
constexpr std::array muscles{"left deltoid", "right deltoid", "left ventrogluteal", "right ventrogluteal",
                             "right vastus lateralis"};
constexpr std::array skin_sites{"left upper arm", "right upper arm", "right lower abdomen", "left lower abdomen",
                                "left thigh"};

/// Ingredients whose excluded routes of payment rest on lists that differ by contractor (fact book 6.9, 20 point 17.7).
bool marked_by_contractors(std::string_view code) {
    constexpr std::array codes{"J0129", "J3262", "Q5133", "Q5135", "Q5156", "J2354"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Unlisted codes need a narrative, withdrawn and hospital products an answer of their own; Cabenuva is two injections.
bool needs_a_scenario_of_its_own(std::string_view code) {
    constexpr std::array codes{"90399", "C9399", "J3490", "J3590", "J7999", "J1726",
                               "J1729", "J0738", "J0739", "J0741", "90378"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string_view age_text_of_measure(std::string_view measure) { return measure == "unit" ? "units" : measure; }

}   // namespace

bool wants_ndc(const DraftClaim& claim) {
    // Fact book 6.3: Medicaid; UnitedHealthcare professional claims. payers.md 29: TRICARE rejects without.
    return claim.payer.payer_class == "medicaid" || claim.payer.payer_class == "tricare" || claim.payer.id == "87726";
}

bool Maker::medicare(const DraftClaim& claim) const {
    return claim.payer.payer_class == "medicare_b" || claim.payer.payer_class == "medicare_advantage";
}

void Maker::choose_payer(DraftClaim& claim, const Wish& wish) {
    const auto wanted = [&](const PayerChoice& one) {
        if (!wish.payers.empty())
            return std::find(wish.payers.begin(), wish.payers.end(), one.payer_class) != wish.payers.end();
        return wish.payer_class.empty() || one.payer_class == wish.payer_class;
    };
    int all = 0;
    for (const PayerChoice& one : payers) all += wanted(one) ? one.weight : 0;
    int at = dice.between(1, all);
    for (const PayerChoice& one : payers) {
        if (!wanted(one) || (at -= one.weight) > 0) continue;
        claim.payer.payer_class = one.payer_class;
        claim.payer.id = one.id;
        claim.payer.name = one.name;
        return;
    }
}

std::string Maker::member_id(std::string_view payer_class) {
    if (payer_class != "medicare_b") {
        const std::string number = std::to_string(100000000 + serial_ * 7);
        return payer_class == "medicaid"             ? number + "A"
               : payer_class == "medicare_advantage" ? "H" + number + "01"
                                                     : "W" + number;
    }
    // The Medicare identifier has letters in places 2, 5, 8 and 9, never S, L, O, I, B or Z (fact book 9.1).
    constexpr std::string_view letters = "ACDEFGHJKMNPQRTUVWXY";
    int rest = serial_;
    const auto digit = [&](int base) {
        const int value = rest % base;
        rest /= base;
        return value;
    };
    std::string id = "1EG4TE5MK73";
    for (const std::size_t at : {10U, 9U, 6U, 3U}) id[at] = static_cast<char>('0' + digit(10));
    for (const std::size_t at : {8U, 7U, 4U, 1U}) id[at] = letters[static_cast<std::size_t>(digit(20))];
    return id;
}

bool Maker::suits(const DraftClaim& claim, const Drug& drug) const {
    if (!drug.valid_on(day_) || drug.administration != "96372" || drug.doses.empty() ||
        needs_a_scenario_of_its_own(drug.code))
        return false;
    if (claim.kind == "professional" && drug.code[0] == 'C') return false;
    const std::string& payer = claim.payer.payer_class;
    if (payer == "medicaid" && facts().not_paid_by_medicaid.count(drug.code) != 0) return false;
    const bool federal = medicare(claim) || payer == "tricare" || payer == "va";   // they run Medicare's limits
    if (federal && facts().not_paid_by_medicare.count(drug.code) != 0) return false;
    // Excluded drugs deny, and S codes are not Medicare's (fact book 6.9, 19).
    return !medicare(claim) ||
           (drug.self_administered != "y" && !marked_by_contractors(drug.code) && drug.code[0] != 'S');
}

/// A labelled dose within every published limit of units, with its route and a reason that the patient may have.
Given Maker::given_of(const DraftClaim& claim, const Drug& drug, const Wish& wish) {
    Given given;
    std::vector<std::int64_t> doses;
    const auto limit = facts().least_limit.find(drug.code);
    for (const std::int64_t dose : drug.doses)
        if (limit == facts().least_limit.end() || drug.units_of(dose) <= limit->second) doses.push_back(dose);
    if (doses.empty()) return given;
    std::vector<Diagnosed> reasons;
    for (const Diagnosed& one : reasons_for(drug)) {
        if (!wish.diagnosis.empty() && one.code != wish.diagnosis) continue;
        const bool sexes = one.sex == ' ' || claim.sex.empty() || claim.sex[0] == one.sex;
        if (sexes && (claim.sex.empty() || (age_ >= one.age_min && age_ <= one.age_max))) reasons.push_back(one);
    }
    if (reasons.empty()) return given;
    given.drug = &drug;
    given.dose = dice.of(doses);
    given.diagnosis = dice.of(reasons).code;
    // Ketorolac: 30 mg at most from 65 years on (fact book 6.6).
    if (drug.code == "J1885") given.dose = std::min<std::int64_t>(given.dose, 30'000);
    // Denosumab: 60 mg for bone loss, 120 mg for metastases and hypercalcaemia (fact book 7.4).
    if (drug.substance.find("denosumab") != std::string::npos)
        given.dose = given.diagnosis[0] == 'M' ? 60'000 : 120'000;
    // Mepolizumab: 300 mg for EGPA and hypereosinophilic syndrome, 100 mg otherwise (label).
    if (drug.code == "J2182")
        given.dose = given.diagnosis.starts_with("M30") || given.diagnosis.starts_with("D72") ? 300'000 : 100'000;
    // Medroxyprogesterone: 150 or 104 mg prevents, the cancer doses are 400 mg and more.
    if (drug.code == "J1050") given.dose = given.diagnosis == "C54.1" ? 400'000 : dice.chance(50) ? 150'000 : 104'000;
    const bool muscle = drug.has_route("IM"), skin = drug.has_route("SC");
    given.route = muscle && (!skin || dice.chance(50)) ? "IM" : "SC";
    if (drug.code == "J1050") given.route = given.dose == 104'000 ? "SC" : "IM";
    if (drug.code == "J3121") given.route = "IM";
    return given;
}

void Maker::choose_patient(DraftClaim& claim, const Wish& wish) {
    for (int attempt = 0; attempt < 400; ++attempt) {
        const Drug& drug = wish.drug.empty() ? *dice.of(facts().injected) : facts().drug(wish.drug);
        if (wish.drug.empty() && !suits(claim, drug)) continue;
        if (!wish.container.empty() && drug.container != wish.container) continue;
        if (wish.weighed && drug.measure == "dose") continue;
        claim.sex.clear();
        chosen_ = given_of(claim, drug, wish);
        if (chosen_.drug == nullptr) continue;
        const std::vector<Diagnosed>& all = diagnoses();
        const auto reason =
            std::find_if(all.begin(), all.end(), [&](const Diagnosed& one) { return one.code == chosen_.diagnosis; });
        const bool medicares = medicare(claim);
        const int least = std::max({drug.age_min, reason->age_min, wish.age_min, medicares ? 30 : 0});
        const int most = std::min({drug.age_max, reason->age_max, wish.age_max, medicares ? 92 : 85});
        const bool works = claim.payer.payer_class == "workers_comp" || claim.payer.payer_class == "va";
        if (least > most || (works && (most < 21 || least > 64))) continue;
        age_ = works ? dice.between(std::max(least, 20), std::min(most, 64)) : dice.between(least, most);
        if (medicares && most >= 65 && dice.chance(85)) age_ = dice.between(std::max(least, 65), most);
        std::string sex = dice.chance(55) ? "F" : "M";
        if (!drug.sex.empty()) sex = drug.sex;
        if (reason->sex != ' ') sex = std::string(1, reason->sex);
        if ((!drug.sex.empty() && sex != drug.sex) || (!wish.sex.empty() && sex != wish.sex)) continue;
        claim.sex = sex;
        claim.birth = plus_days(day_, -(age_ * 1461 / 4 + dice.between(40, 300)));
        return;
    }
    throw std::invalid_argument("no patient for " + std::string(wish.drug) + " and " + claim.payer.payer_class);
}

void Maker::choose_providers(DraftClaim& claim) {
    const int practice = dice.between(1, 40);
    claim.billing_npi = npi_of(123456700 + practice);
    claim.billing_taxonomy = dice.chance(50) ? "261QM1300X" : "207Q00000X";
    claim.rendering_npi = npi_of(154000000 + practice * 10 + dice.between(0, 5));
    claim.rendering_taxonomy = dice.of(taxonomies);
    if (dice.chance(15)) {   // a practitioner of his own is billing provider and renders (SUP004)
        claim.billing_npi = claim.rendering_npi;
        claim.billing_taxonomy = claim.rendering_taxonomy;
        claim.billing_entity = "person";
        if (dice.chance(50)) claim.rendering_npi = claim.rendering_taxonomy = "";
    }
    if (dice.chance(30)) claim.ordering_npi = npi_of(161000000 + practice);
    if (dice.chance(20)) claim.supervising_npi = npi_of(162000000 + practice);
    if (dice.chance(15)) claim.facility_npi = npi_of(163000000 + practice);
}

void Maker::choose_place(DraftClaim& claim) {
    claim.pos = dice.of(places);
    if (dice.chance(4)) claim.pos = dice.of(home_places);
    if (dice.chance(2) && !medicare(claim) && claim.payer.payer_class != "medicaid")
        claim.pos = dice.chance(50) ? "50" : "72";
    if (claim.payer.payer_class == "medicare_b" && dice.chance(2)) claim.pos = "32";
}

DraftClaim Maker::start(const Wish& wish) {
    DraftClaim claim;
    day_ = wish.day.known() ? wish.day : plus_days(as_of, -dice.between(1, 25));
    claim.id = "C" + std::to_string(serial_);
    choose_payer(claim, wish);
    choose_patient(claim, wish);
    choose_providers(claim);
    if (wish.pos.empty())
        choose_place(claim);
    else
        claim.pos = wish.pos;
    claim.subscriber = member_id(claim.payer.payer_class);
    if (dice.chance(20)) claim.patient_id = "P" + std::to_string(serial_);
    if (dice.chance(40)) claim.received = std::min(as_of, plus_days(day_, dice.between(0, 20)));
    if (claim.payer.payer_class == "va") claim.prior_authorization = "VA" + std::to_string(1000000000 + serial_);
    return claim;
}

DraftClaim Maker::again(const DraftClaim& first, char suffix) const {
    DraftClaim claim = first;
    claim.lines.clear();
    claim.diagnoses.clear();
    claim.id = first.id + suffix;
    return claim;
}

Given Maker::choose(const DraftClaim& claim, const Wish& wish) {
    for (int attempt = 0; attempt < 400; ++attempt) {
        const Drug& drug = wish.drug.empty() ? *dice.of(facts().injected) : facts().drug(wish.drug);
        if (wish.drug.empty() && !suits(claim, drug)) continue;
        if ((!drug.sex.empty() && drug.sex != claim.sex) || age_ < drug.age_min || age_ > drug.age_max) continue;
        if (!wish.container.empty() && drug.container != wish.container) continue;
        if (wish.weighed && drug.measure == "dose") continue;
        const Given given = given_of(claim, drug, wish);
        if (given.drug != nullptr) return given;
    }
    return {};
}

DraftLine Maker::line(std::string_view code, int cents) const {
    DraftLine made;
    made.code = code;
    made.cents = cents;
    made.from = day_;
    return made;
}

DraftLine& Maker::add(DraftClaim& claim, std::string_view code, int cents, std::string_view diagnosis) {
    DraftLine& made = claim.lines.emplace_back(line(code, cents));
    made.pointers = {claim.pointer_to(diagnosis)};
    if (dice.chance(20)) made.to = day_;
    return made;
}

void Maker::add_visit(DraftClaim& claim, std::string_view diagnosis) {
    constexpr std::array visits{"99212", "99213", "99213", "99214", "99215", "99203", "99204"};
    constexpr std::array home_visits{"99342", "99348", "99349"};
    const bool home =
        claim.pos == "12" || claim.pos == "13" || claim.pos == "14" || claim.pos == "33" || claim.pos == "04";
    if (claim.pos == "32" || (home && claim.pos != "12" && claim.pos != "13")) return;
    DraftLine& visit =
        add(claim, home ? dice.of(home_visits) : dice.of(visits), 9000 + dice.between(0, 90) * 100, diagnosis);
    visit.modifiers = {"25"};
    if (dice.chance(25)) visit.write("visit_documented_separately", "true");
}

int Maker::add_injection(DraftClaim& claim, std::string_view diagnosis, int units) {
    DraftLine& injection = add(claim, "96372", 2500 + dice.between(0, 30) * 100, diagnosis);
    injection.units = std::to_string(units);
    if (dice.chance(2)) injection.modifiers.push_back(dice.chance(50) ? "LT" : "RT");   // a side informs (6.4)
    if (dice.chance(2))
        injection.modifiers.push_back(dice.chance(50) ? "Q6" : "Q5");   // locum tenens (fact book 5, I13)
    return static_cast<int>(claim.lines.size());
}

std::string Maker::ndc() {
    const std::string digits = std::to_string(10000 + dice.between(0, 89999)) +
                               std::to_string(1000 + dice.between(0, 8999)) + std::to_string(10 + dice.between(0, 89));
    return dice.chance(80) ? digits : digits.substr(0, 5) + "-" + digits.substr(5, 4) + "-" + digits.substr(9);
}

int Maker::add_drug(DraftClaim& claim, const Given& given) {
    const Drug& drug = *given.drug;
    DraftLine& made = add(claim, drug.code, 600 + dice.between(0, 900) * 100, given.diagnosis);
    made.units = std::to_string(drug.units_of(given.dose));
    if (drug.single() && drug.waste == "y" && (medicare(claim) || dice.chance(30))) made.modifiers.push_back("JZ");
    if (drug.container == "both" && drug.waste == "varies" && medicare(claim) && dice.chance(40)) {
        made.modifiers.push_back("JZ");
        made.write("container", "single_dose");
    }
    if (drug.esa && medicare(claim)) {   // Pub 100-04 ch. 17, 80.12: one cause, and the latest count
        const bool cancer = given.diagnosis[0] == 'C';
        made.modifiers.insert(made.modifiers.begin(), cancer ? "EA" : "EC");
        made.measurements.emplace_back(dice.chance(50) ? "hemoglobin" : "hematocrit", dice.chance(50) ? "9.4" : "28.7");
    }
    if (given.diagnosis == "N18.4" && drug.esa) made.pointers.push_back(claim.pointer_to("D63.1"));
    if (given.diagnosis == "C79.51") made.pointers.push_back(claim.pointer_to(claim.sex == "M" ? "C61" : "C50.411"));
    if (given.diagnosis == "D70.1") made.pointers.push_back(claim.pointer_to("C34.11"));
    if (dice.chance(2)) made.modifiers.push_back(medicare(claim) ? "GA" : "KX");   // a notice on file; terms met
    if (drug.code == "J1050" && claim.payer.payer_class == "medicaid" && dice.chance(50))
        made.modifiers.push_back("FP");
    if (wants_ndc(claim) || dice.chance(10)) {
        made.ndc.code = ndc();
        const bool volume = drug.measure == "mL";
        made.ndc.unit = volume ? "ML" : dice.chance(60) ? "UN" : "ML";
        made.ndc.quantity = volume ? decimal(given.dose) : made.ndc.unit == "UN" ? "1" : dice.chance(50) ? "1" : "0.5";
    }
    return static_cast<int>(claim.lines.size());
}

std::string Maker::dose_text(const Given& given) {
    if (given.drug->measure == "dose") return "1 dose";
    return decimal(given.dose) + " " + std::string(age_text_of_measure(given.drug->measure));
}

std::string Maker::name_of_practitioner() {
    constexpr std::array names{"Dr. A. Example", "Dr. B. Sample", "C. Instance, NP", "Dr. D. Specimen"};
    return dice.of(names);
}

void Maker::add_record(DraftClaim& claim, int position, const Given& given, int injections) {
    DraftLine& on = claim.line(position);
    const bool muscle = given.route == "IM";
    on.write("drug", given.drug->substance);
    on.write("dose", dose_text(given));
    on.write("route", muscle ? (dice.chance(50) ? "IM" : "intramuscular") : (dice.chance(50) ? "SC" : "subcutaneous"));
    on.write("site", muscle ? dice.of(muscles) : dice.of(skin_sites));
    on.write("lot", "LOT" + std::to_string(dice.between(1000, 9999)));
    on.write("expiration", iso(plus_days(day_, dice.between(0, 500))));
    on.write("given_at", iso(day_) + "T1" + std::to_string(dice.between(0, 7)) + ":20");
    on.write("ordered_by", name_of_practitioner());
    on.write("order_date", iso(plus_days(day_, -dice.between(0, 60))));
    on.write("given_by", dice.chance(70) ? "E. Nurse" : "F. Helper");
    on.write("credential", dice.chance(60) ? "RN" : dice.chance(50) ? "LPN" : "CMA");
    on.write("supervised_by", name_of_practitioner());
    // By picture and sound it counts for Medicare (fact book 5, I8); other payers may want more (I9).
    on.write("supervision", medicare(claim) && dice.chance(15) ? "audio_video" : "onsite");
    on.write("response", "tolerated well, no reaction after 15 minutes");
    on.write("indication", "treatment of " + std::string(given.diagnosis) + ", plan in the note of the order");
    if (!given.drug->single() && given.drug->container != "both") on.write("container", "multi_dose");
    if (on.code == "96372" || dice.chance(40)) on.write("injections", std::to_string(injections));
    for (DraftLine& other : claim.lines)
        if (other.has("25")) {
            other.write("visit_documented_separately", "true");
            on.write("visit_documented_separately", "true");
        }
}

}   // namespace deltoid::test::precision

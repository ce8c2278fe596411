// SPDX-License-Identifier: Apache-2.0
// Defects of modifiers, units, the drug line and its NDC: MOD, UNT, DRG and NDC.
#include <array>

#include "precision/mutation.hpp"

namespace deltoid::test::precision {
namespace {

const std::vector<std::string_view> medicare_payers{"medicare_b", "medicare_advantage"};
/// Those that run Medicare's unit limits.
const std::vector<std::string_view> limit_payers{"medicare_b", "tricare", "va"};
const std::vector<std::string_view> ndc_payers{"medicaid"};
constexpr Day first_limits = Day::of(2024, 7, 1);

/// One of these modifiers on 96372.
template <std::size_t size>
bool on_injection(Maker& maker, Mutant& mutant, std::string_view rule, const std::array<const char*, size>& modifiers,
                  std::string_view level = "error") {
    take(maker, mutant, {.record = 0});
    const int at = injection_of(mutant);
    mutant.claim().line(at).modifiers = {maker.dice.of(modifiers)};
    must_say(mutant, rule, at, level);
    return true;
}

bool visit_modifier(Maker& maker, Mutant& mutant) {
    return on_injection(maker, mutant, "MOD001", std::array{"25", "24", "57"});
}
bool component(Maker& maker, Mutant& mutant) { return on_injection(maker, mutant, "MOD002", std::array{"26", "TC"}); }
bool bilateral(Maker& maker, Mutant& mutant) { return on_injection(maker, mutant, "MOD003", std::array{"50"}); }
bool surgical(Maker& maker, Mutant& mutant) {
    return on_injection(maker, mutant, "MOD004",
                        std::array{"54", "55", "56", "62", "66", "80", "81", "82", "AS", "22"});
}
bool multiple_procedures(Maker& maker, Mutant& mutant) {
    return on_injection(maker, mutant, "MOD004", std::array{"51"}, "warning");
}
bool shapeless(Maker& maker, Mutant& mutant) {
    return on_injection(maker, mutant, "MOD005", std::array{"5", "599", "2-"});
}
bool unheard(Maker& maker, Mutant& mutant) {
    return on_injection(maker, mutant, "MOD005", std::array{"ZZ", "Y7"}, "warning");
}
bool of_the_drug(Maker& maker, Mutant& mutant) {
    return on_injection(maker, mutant, "MOD008", std::array{"JZ", "JW", "JA", "JB", "EA", "EC"});
}
bool telehealth(Maker& maker, Mutant& mutant) {
    return on_injection(maker, mutant, "MOD010", std::array{"93", "95", "FQ", "GQ", "GT"});
}

bool two_bypasses(Maker& maker, Mutant& mutant) {
    constexpr std::array pairs{"XS", "XE", "XU", "XP"};
    take(maker, mutant, {.visit = 0, .record = 0});
    DraftClaim& claim = mutant.claim();
    const int first = injection_of(mutant);
    claim.line(first).modifiers.clear();
    const Given other = maker.choose(claim);
    if (other.drug == nullptr || claim.line_of(other.drug->code) != 0) return false;
    maker.add_drug(claim, other);
    const int second = maker.add_injection(claim, other.diagnosis);
    claim.line(second).pointers = claim.lines[claim.lines.size() - 2].pointers;
    claim.line(second).modifiers = {"59", maker.dice.of(pairs)};
    must_say(mutant, "MOD006", second, "warning");
    return true;
}

bool repeated_modifier(Maker& maker, Mutant& mutant) {
    const bool on_drug = maker.dice.chance(50);
    take(maker, mutant, {.visit = on_drug ? -1 : 1, .record = 0, .pos = "11"});
    const int at = on_drug ? drug_of(maker, mutant) : visit_of(mutant);
    std::vector<std::string>& modifiers = mutant.claim().line(at).modifiers;
    if (modifiers.empty()) modifiers.push_back("KX");
    modifiers.push_back(modifiers.front());
    must_say(mutant, "MOD007", at);
    return true;
}

bool too_many_injections(Maker& maker, Mutant& mutant) {
    if (maker.as_of < plus_days(first_limits, 26)) return false;
    take(maker, mutant, {.payers = limit_payers, .drug = "J1885", .record = 0, .age_min = 20});
    DraftClaim& claim = mutant.claim();
    claim.line(drug_of(maker, mutant)).units = "4";
    const int at = injection_of(mutant);
    if (maker.dice.chance(50)) {
        claim.line(at).units = std::to_string(maker.dice.between(5, 9));
    } else {
        DraftLine more = claim.line(at);
        claim.line(at).units = "3";
        more.units = "2";
        more.modifiers.push_back("76");
        claim.lines.push_back(more);
        must_say(mutant, "UNT001", static_cast<int>(claim.lines.size()));
    }
    must_say(mutant, "UNT001", at);
    return true;
}

bool too_much_drug(Maker& maker, Mutant& mutant) {
    if (maker.as_of < plus_days(first_limits, 26)) return false;
    struct Limit {
        std::string_view drug;
        int units;
    };
    constexpr std::array limits{Limit{"J1885", 8}, Limit{"J0696", 16}, Limit{"J3420", 1}, Limit{"J0897", 120},
                                Limit{"J1200", 8}};
    const Limit& limit = maker.dice.of(limits);
    take(maker, mutant, {.payers = limit_payers, .drug = limit.drug, .record = 0, .age_min = 20});
    const int at = drug_of(maker, mutant);
    mutant.claim().line(at).units = std::to_string(limit.units + maker.dice.between(1, limit.units + 3));
    must_say(mutant, "UNT002", at);
    return true;
}

bool no_count(Maker& maker, Mutant& mutant) {
    constexpr std::array counts{"0", "-1", "1.5", "0.5"};
    take(maker, mutant, {.record = 0});
    const int at = injection_of(mutant);
    if (maker.dice.chance(25))
        mutant.claim().line(at).unit_type = "MJ";
    else
        mutant.claim().line(at).units = maker.dice.of(counts);
    must_say(mutant, "UNT003", at);
    return true;
}

bool more_than_recorded(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 1, .weighed = true});
    DraftLine& injection = mutant.claim().line(injection_of(mutant));
    injection.write("injections", "1");
    injection.units = "2";
    must_say(mutant, "UNT004", injection_of(mutant), "warning");
    return true;
}

bool units_against_dose(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 1, .weighed = true});
    const int at = drug_of(maker, mutant);
    DraftLine& line = mutant.claim().line(at);
    if (line.code[0] == '9') return false;   // units of CPT products are professional knowledge: a warning
    const int units = std::stoi(line.units);
    line.units = std::to_string(units > 1 && maker.dice.chance(50) ? maker.dice.between(1, units - 1)
                                                                   : units + maker.dice.between(1, units));
    must_say(mutant, "UNT005", at);
    return true;
}

bool swapped(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0, .weighed = true});
    const int at = drug_of(maker, mutant);
    DraftLine& drug = mutant.claim().line(at);
    if (std::stoi(drug.units) < 5) return false;
    mutant.claim().line(injection_of(mutant)).units = drug.units;
    drug.units = "1";
    must_say(mutant, "UNT006", injection_of(mutant));
    return true;
}

bool implausible(Maker& maker, Mutant& mutant) {
    constexpr std::array drugs{"J1010", "J0897", "J1050", "J2426"};
    if (maker.as_of < Day::of(2024, 5, 1)) return false;
    take(maker, mutant, {.drug = maker.dice.of(drugs), .record = 0, .age_min = 18});
    mutant.claim().line(drug_of(maker, mutant)).units = "1";
    must_say(mutant, "UNT007", drug_of(maker, mutant), "warning");
    return true;
}

bool split_dose(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.drug = maker.dice.chance(50) ? "J0561" : "J2357", .record = 0, .age_min = 20});
    mutant.claim().line(injection_of(mutant)).units = "2";
    must_say(mutant, "UNT009", injection_of(mutant), "warning");
    return true;
}

bool no_drug(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = medicare_payers, .record = 0});
    DraftClaim& claim = mutant.claim();
    claim.lines.erase(claim.lines.begin() + drug_of(maker, mutant) - 1);
    must_say(mutant, "DRG001", injection_of(mutant), medicare_level(claim));
    return true;
}

bool no_drug_elsewhere(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = {"commercial", "tricare", "va", "medicaid"}, .record = 0});
    DraftClaim& claim = mutant.claim();
    claim.lines.erase(claim.lines.begin() + drug_of(maker, mutant) - 1);
    must_say(mutant, "DRG001", injection_of(mutant), "warning");
    return true;
}

bool ended_code(Maker& maker, Mutant& mutant) {
    struct Ended {
        std::string_view code, reason;
        int units;
        Day last;
    };
    constexpr std::array codes{
        Ended{"J1030", "M54.50", 2, Day::of(2024, 3, 31)},   Ended{"J2930", "J45.41", 1, Day::of(2024, 3, 31)},
        Ended{"J1170", "G89.11", 1, Day::of(2024, 9, 30)},   Ended{"J0171", "T78.2XXA", 3, Day::of(2025, 6, 30)},
        Ended{"J2310", "T40.2X1A", 1, Day::of(2025, 6, 30)}, Ended{"J1080", "E29.1", 1, Day::of(2014, 12, 31)}};
    const Ended& ended = maker.dice.of(codes);
    if (maker.as_of < plus_days(ended.last, 27)) return false;
    take(maker, mutant, {.record = 0, .age_min = 20, .sex = ended.code == "J1080" ? "M" : ""});
    become(maker, mutant, ended.code, ended.units, ended.reason);
    must_say(mutant, "DRG003", drug_of(maker, mutant) == 0 ? mutant.claim().line_of(ended.code) : anywhere);
    return true;
}

bool code_of_the_future(Maker& maker, Mutant& mutant) {
    if (maker.as_of > Day::of(2025, 6, 30)) return false;
    take(maker, mutant, {.record = 0, .age_min = 20});
    become(maker, mutant, "J0165", 3, "T78.2XXA", false);
    must_say(mutant, "DRG003", mutant.claim().line_of("J0165"));
    return true;
}

bool no_waste_modifier(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = medicare_payers, .record = -1, .container = "single"});
    const int at = drug_of(maker, mutant);
    if (!mutant.claim().line(at).has("JZ")) return false;
    mutant.claim().line(at).drop("JZ");
    must_say(mutant, "DRG004", at, medicare_level(mutant.claim()));
    return true;
}

bool both_waste_modifiers(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0, .container = "single"});
    const int at = drug_of(maker, mutant);
    if (!mutant.claim().line(at).has("JZ")) return false;
    mutant.claim().line(at).modifiers.push_back("JW");
    must_say(mutant, "DRG005", at);
    return true;
}

bool waste_alone(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = {"medicare_b", "commercial"}, .record = 0, .container = "single"});
    const int at = drug_of(maker, mutant);
    if (maker.chosen().drug->waste != "y") return false;
    mutant.claim().line(at).drop("JZ");
    mutant.claim().line(at).modifiers.push_back("JW");
    must_say(mutant, "DRG006", at);
    return true;
}

bool waste_not_due(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0, .container = "multi"});
    const int at = drug_of(maker, mutant);
    mutant.claim().line(at).modifiers = {"JZ"};
    if (maker.chosen().drug->esa) return false;
    must_say(mutant, "DRG007", at, "warning");
    return true;
}

bool unlisted_nameless(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0, .age_min = 20});
    become(maker, mutant, maker.dice.chance(60) ? "J3490" : "J3590", 1, "M54.50", false);
    must_say(mutant, "DRG008", mutant.claim().line_of("J3490") + mutant.claim().line_of("J3590"));
    return true;
}

bool unlisted_many(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = medicare_payers, .record = 0, .age_min = 20});
    become(maker, mutant, "J3490", maker.dice.between(2, 50), "M54.50", false);
    const int at = mutant.claim().line_of("J3490");
    mutant.claim().line(at).note = "KETAMINE 50 MG IM";
    must_say(mutant, "DRG009", at, medicare_level(mutant.claim()));
    return true;
}

bool self_administered(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0, .age_min = 40});
    if (maker.dice.chance(50))
        become(maker, mutant, "J3030", 1, "G43.709");
    else
        become(maker, mutant, "J1438", 2, "L40.0", false);
    must_say(mutant, "DRG010", anywhere);
    must_say(mutant, "DRG010", injection_of(mutant));
    return true;
}

bool no_route_modifier(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = medicare_payers, .record = 0, .age_min = 40});
    become(maker, mutant, "J3262", 162, "M06.09");
    must_say(mutant, "DRG011", mutant.claim().line_of("J3262"), medicare_level(mutant.claim()));
    return true;
}

bool esa_cause(Maker& maker, Mutant& mutant) {
    constexpr std::array drugs{"J0881", "J0885", "J0888", "Q5106"};
    take(maker, mutant, {.payers = medicare_payers, .drug = maker.dice.of(drugs), .record = 0});
    const int at = drug_of(maker, mutant);
    DraftLine& drug = mutant.claim().line(at);
    if (maker.dice.chance(30)) {
        drug.modifiers.push_back(drug.has("EA") ? "EC" : "EA");
    } else {
        drug.drop("EA");
        drug.drop("EC");
    }
    must_say(mutant, "DRG012", at, medicare_level(mutant.claim()));
    return true;
}

bool brought_and_charged(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    const int at = drug_of(maker, mutant);
    mutant.claim().line(at).drop("JZ");
    if (maker.dice.chance(50))
        mutant.claim().line(at).note = "PATIENT SUPPLIED DRUG";
    else
        mutant.claim().line(at).write("source", "specialty_pharmacy");
    must_say(mutant, "DRG013", at);
    return true;
}

bool wrong_sex(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = {"commercial", "medicaid"}, .drug = "J1050", .diagnosis = "Z30.42", .record = 0});
    mutant.claim().sex = "M";
    only_reason(mutant.claim(), "E66.09");   // a diagnosis of either sex
    mutant.also = {"DX008"};
    must_say(mutant, "DRG014", drug_of(maker, mutant), "warning");
    return true;
}

bool withdrawn(Maker& maker, Mutant& mutant) {
    take(maker, mutant,
         {.payers = {"commercial", "medicaid", "tricare"}, .record = 0, .age_min = 20, .age_max = 40, .sex = "F"});
    become(maker, mutant, maker.dice.chance(50) ? "J1726" : "J1729", 25, "O09.212", false);
    must_say(mutant, "DRG015", mutant.claim().line_of("J1726") + mutant.claim().line_of("J1729"));
    return true;
}

bool retired_programme_modifier(Maker& maker, Mutant& mutant) {
    if (maker.as_of < Day::of(2025, 1, 27)) return false;
    take(maker, mutant, {.record = 0});
    mutant.claim().line(drug_of(maker, mutant)).modifiers.push_back("JG");
    const DraftClaim& claim = mutant.claim();   // other payers may keep modifiers of their own
    must_say(mutant, "DRG017", drug_of(maker, mutant), maker.medicare(claim) ? medicare_level(claim) : "warning");
    return true;
}

bool zero_charge(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = medicare_payers, .record = 0});
    DraftLine& drug = mutant.claim().line(drug_of(maker, mutant));
    drug.cents = 0;
    drug.note = "PATIENT SUPPLIED";
    drug.drop("JZ");
    must_say(mutant, "DRG018", drug_of(maker, mutant), "warning");
    return true;
}

bool hospital_code(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0, .age_min = 20});
    become(maker, mutant, "C9399", 1, "M54.50", false);
    const int at = mutant.claim().line_of("C9399");
    mutant.claim().line(at).note = "NEWDRUG 50 MG SC";
    must_say(mutant, "DRG019", at);
    return true;
}

/// The NDC of a Medicaid drug line becomes another.
bool other_ndc(Maker& maker, Mutant& mutant, std::string_view rule, std::string_view code) {
    take(maker, mutant, {.payers = ndc_payers, .record = 0});
    const int at = drug_of(maker, mutant);
    mutant.claim().line(at).ndc.code = code;
    must_say(mutant, rule, at);
    return true;
}

bool no_ndc(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = ndc_payers, .record = 0});
    mutant.claim().line(drug_of(maker, mutant)).ndc = {};
    // All covered drugs from 2024-11-19; before, the states' own lists (fact book 6.5, N5).
    must_say(mutant, "NDC001", drug_of(maker, mutant), maker.day() < Day::of(2024, 11, 19) ? "warning" : "error");
    return true;
}

bool shapeless_ndc(Maker& maker, Mutant& mutant) {
    constexpr std::array codes{"004093795", "0040937950123", "00409A79501", "00000000000", "99999999999"};
    return other_ndc(maker, mutant, "NDC002", maker.dice.of(codes));
}
bool ten_digits(Maker& maker, Mutant& mutant) {
    constexpr std::array codes{"0409-3795-01", "50242-040-62", "50242-0400-6", "0409379501"};
    return other_ndc(maker, mutant, "NDC003", maker.dice.of(codes));
}
bool twelve_digits(Maker& maker, Mutant& mutant) { return other_ndc(maker, mutant, "NDC006", "000409379501"); }

bool ndc_unit(Maker& maker, Mutant& mutant) {
    constexpr std::array units{"", "MG", "EA", "XX"};
    take(maker, mutant, {.payers = ndc_payers, .record = 0});
    mutant.claim().line(drug_of(maker, mutant)).ndc.unit = maker.dice.of(units);
    must_say(mutant, "NDC004", drug_of(maker, mutant));
    return true;
}

bool ndc_quantity(Maker& maker, Mutant& mutant) {
    constexpr std::array quantities{"", "0", "-1", "1.2345"};
    take(maker, mutant, {.payers = ndc_payers, .record = 0});
    mutant.claim().line(drug_of(maker, mutant)).ndc.quantity = maker.dice.of(quantities);
    must_say(mutant, "NDC005", drug_of(maker, mutant));
    return true;
}

bool ndc_on_injection(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    mutant.claim().line(injection_of(mutant)).ndc = {maker.ndc(), "1", "UN"};
    must_say(mutant, "NDC007", injection_of(mutant));
    return true;
}

constexpr std::array mutations{
    Mutation{"MOD001", "25, 24 or 57 on 96372", visit_modifier},
    Mutation{"MOD002", "26 or TC on 96372", component},
    Mutation{"MOD003", "50 on 96372", bilateral},
    Mutation{"MOD004", "a surgical modifier on 96372", surgical},
    Mutation{"MOD004", "51 on 96372", multiple_procedures},
    Mutation{"MOD005", "not two characters", shapeless},
    Mutation{"MOD005", "a modifier that nobody knows", unheard},
    Mutation{"MOD006", "59 and an X modifier", two_bypasses},
    Mutation{"MOD007", "the same modifier twice", repeated_modifier},
    Mutation{"MOD008", "a drug's modifier on 96372", of_the_drug},
    Mutation{"MOD010", "a telehealth modifier on 96372", telehealth},
    Mutation{"UNT001", "more injections than the limit", too_many_injections},
    Mutation{"UNT002", "more of the drug than the limit", too_much_drug},
    Mutation{"UNT003", "units of 96372 that are no count", no_count},
    Mutation{"UNT004", "more injections than the record has", more_than_recorded},
    Mutation{"UNT005", "units that the recorded dose does not make", units_against_dose},
    Mutation{"UNT006", "units of drug and injection swapped", swapped},
    Mutation{"UNT007", "one unit of a drug counted in milligrams", implausible},
    Mutation{"UNT009", "two injections of one drug", split_dose},
    Mutation{"DRG001", "no drug line for Medicare", no_drug},
    Mutation{"DRG001", "no drug line for another payer", no_drug_elsewhere},
    Mutation{"DRG003", "a code that has ended", ended_code},
    Mutation{"DRG003", "a code that has not begun", code_of_the_future},
    Mutation{"DRG004", "no JZ", no_waste_modifier},
    Mutation{"DRG005", "JZ and JW", both_waste_modifiers},
    Mutation{"DRG006", "only what was discarded", waste_alone},
    Mutation{"DRG007", "JZ on a multi-dose drug", waste_not_due},
    Mutation{"DRG008", "an unlisted drug without a name", unlisted_nameless},
    Mutation{"DRG009", "several units of an unlisted drug", unlisted_many},
    Mutation{"DRG010", "a drug that patients give themselves", self_administered},
    Mutation{"DRG011", "no JA or JB", no_route_modifier},
    Mutation{"DRG012", "no cause of the anemia, or two", esa_cause},
    Mutation{"DRG013", "a brought drug with a charge", brought_and_charged},
    Mutation{"DRG014", "a drug for the other sex", wrong_sex},
    Mutation{"DRG015", "a withdrawn product", withdrawn},
    Mutation{"DRG017", "JG after its end", retired_programme_modifier},
    Mutation{"DRG018", "a brought drug at no charge", zero_charge},
    Mutation{"DRG019", "a hospital's code", hospital_code},
    Mutation{"NDC001", "no NDC", no_ndc},
    Mutation{"NDC002", "an NDC of another shape", shapeless_ndc},
    Mutation{"NDC003", "an NDC of ten digits", ten_digits},
    Mutation{"NDC004", "no unit of the NDC, or another", ndc_unit},
    Mutation{"NDC005", "no quantity of the NDC", ndc_quantity},
    Mutation{"NDC006", "an NDC of twelve digits", twelve_digits},
    Mutation{"NDC007", "an NDC on 96372", ndc_on_injection},
};

}   // namespace

std::span<const Mutation> mutations_of_lines() { return mutations; }

}   // namespace deltoid::test::precision

// SPDX-License-Identifier: Apache-2.0
// Defects of the place, the people, the diagnoses, the record, the filing and the claim itself: POS, SUP, DX, DOC, PAY,
// CLM, SRC.
#include <array>

#include "precision/mutation.hpp"

namespace deltoid::test::precision {
namespace {

const std::vector<std::string_view> medicare_payers{"medicare_b", "medicare_advantage"};

/// The line that holds the record.
DraftLine& recorded(Mutant& mutant) {
    for (DraftLine& line : mutant.claim().lines)
        if (line.record.size() > 5) return line;
    return mutant.claim().lines.front();
}

bool facility(Maker& maker, Mutant& mutant) {
    constexpr std::array places{"19", "21", "22", "23", "24", "31", "34", "41", "42",
                                "51", "52", "53", "56", "61", "26", "06", "08"};
    take(maker, mutant, {.payers = {"medicare_b", "commercial"}, .record = 0, .pos = "11"});
    mutant.claim().pos = maker.dice.of(places);
    must_say(mutant, "POS001", injection_of(mutant));
    must_say(mutant, "POS001", drug_of(maker, mutant));
    return true;
}

bool telehealth(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0, .pos = "11"});
    mutant.claim().pos = maker.dice.chance(50) ? "02" : "10";
    must_say(mutant, "POS002");
    return true;
}

bool unassigned_place(Maker& maker, Mutant& mutant) {
    constexpr std::array places{"82", "35", "29", "1", "1A", "111"};
    take(maker, mutant, {.record = 0, .pos = "11"});
    mutant.claim().pos = maker.dice.of(places);
    must_say(mutant, "POS003");
    return true;
}

bool clinic_rate(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0, .pos = "11"});
    mutant.claim().pos = maker.dice.chance(50) ? "50" : "72";
    must_say(mutant, "POS004");
    return true;
}

bool unsupervised(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 1, .pos = "11"});
    recorded(mutant).write("supervision", "none");
    recorded(mutant).write("given_by", "E. Nurse");
    recorded(mutant).write("credential", "RN");
    mutant.also = {"DOC010"};
    must_say(mutant, "SUP001");
    return true;
}

bool supervised_by_telephone(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 1, .pos = "11"});
    recorded(mutant).write("supervision", "audio");
    recorded(mutant).write("given_by", "E. Nurse");
    recorded(mutant).write("credential", "RN");
    must_say(mutant, "SUP002");
    return true;
}

bool nobody_renders(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0, .pos = "11"});
    mutant.claim().rendering_npi = mutant.claim().rendering_taxonomy = "";
    mutant.claim().billing_entity = "organization";
    must_say(mutant, "SUP004");
    return true;
}

bool staff_renders(Maker& maker, Mutant& mutant) {
    constexpr std::array staff{"163W00000X", "164W00000X", "183500000X", "374700000X"};
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0, .pos = "11"});
    if (mutant.claim().billing_entity == "person") return false;
    mutant.claim().rendering_taxonomy = maker.dice.of(staff);
    must_say(mutant, "SUP005");
    return true;
}

bool no_pointer(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    const int at = maker.dice.chance(50) ? injection_of(mutant) : drug_of(maker, mutant);
    mutant.claim().line(at).pointers.clear();
    must_say(mutant, "DX001", at);
    return true;
}

bool pointer_to_nothing(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    const int at = maker.dice.chance(50) ? injection_of(mutant) : drug_of(maker, mutant);
    mutant.claim().line(at).pointers = {"9"};
    must_say(mutant, "DX002", at);
    return true;
}

bool too_many_pointers(Maker& maker, Mutant& mutant) {
    constexpr std::array more{"I10",   "E78.00",  "M17.11",  "K21.00", "J30.1", "N39.0",
                              "L23.7", "M62.830", "G43.709", "E53.8",  "J20.0", "M54.41"};
    take(maker, mutant, {.record = 0, .age_min = 30});
    DraftClaim& claim = mutant.claim();
    const bool pointers = maker.dice.chance(50);
    for (const char* code : more)
        if (claim.diagnoses.size() < (pointers ? 7U : 13U)) static_cast<void>(claim.pointer_to(code));
    if (pointers) {
        claim.line(injection_of(mutant)).pointers = {"1", "2", "3", "4", "5"};
        claim.line(drug_of(maker, mutant)).pointers = {"1", "2", "3", "4"};
    }
    if (claim.diagnoses.size() < (pointers ? 5U : 13U)) return false;
    mutant.also = {"DX010"};
    must_say(mutant, "DX003");
    return true;
}

bool shapeless_diagnosis(Maker& maker, Mutant& mutant) {
    constexpr std::array codes{"250.00", "M5", "M54.5012Z", "ABC.1", "1M5.4"};
    take(maker, mutant, {.record = 0});
    DraftClaim& claim = mutant.claim();
    claim.diagnoses.push_back(maker.dice.of(codes));
    must_say(mutant, "DX004");
    return true;
}

bool external_cause_first(Maker& maker, Mutant& mutant) {
    constexpr std::array codes{"W54.0XXA", "V49.9XXA", "Y92.009"};
    take(maker, mutant, {.record = 0});
    DraftClaim& claim = mutant.claim();
    const std::string pointer = claim.pointer_to(maker.dice.of(codes));
    for (const int at : {injection_of(mutant), drug_of(maker, mutant)})
        claim.line(at).pointers.insert(claim.line(at).pointers.begin(), pointer);
    must_say(mutant, "DX006");
    return true;
}

bool vaccine_code_first(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    DraftClaim& claim = mutant.claim();
    const std::string pointer = claim.pointer_to("Z23");
    for (const int at : {injection_of(mutant), drug_of(maker, mutant)})
        claim.line(at).pointers.insert(claim.line(at).pointers.begin(), pointer);
    must_say(mutant, "DX007");
    return true;
}

bool no_route(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 1});
    recorded(mutant).unwrite("route");
    must_say(mutant, "DOC004");
    return true;
}

bool expired(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 1});
    recorded(mutant).write("expiration", iso(plus_days(maker.day(), -maker.dice.between(1, 300))));
    must_say(mutant, "DOC007");
    return true;
}

bool other_drug_recorded(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.drug = "J1885", .record = 1, .age_min = 20});
    recorded(mutant).write("drug", "ceftriaxone");
    must_say(mutant, "DOC016");
    return true;
}

bool other_day_recorded(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 1});
    recorded(mutant).write("given_at", iso(plus_days(maker.day(), maker.dice.chance(50) ? 1 : -3)) + "T10:20");
    must_say(mutant, "DOC017");
    return true;
}

bool filed_late(Maker& maker, Mutant& mutant) {
    if (maker.as_of < Day::of(2025, 8, 1)) return false;
    take(maker, mutant,
         {.payer_class = "medicare_b",
          .drug = "J1885",
          .day = plus_days(maker.as_of, -maker.dice.between(371, 500)),
          .record = 0});
    mutant.claim().received = maker.dice.chance(50) ? Day::none() : maker.as_of;
    must_say(mutant, "PAY001");
    return true;
}

bool sent_twice(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    DraftClaim again = mutant.claim();
    if (maker.dice.chance(50)) again.id += "X";
    mutant.scenario.claims.push_back(again);
    mutant.deserved.push_back({"CLM002", anywhere, "error", anywhere});
    return true;
}

bool bad_charge(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    const int at = injection_of(mutant);
    mutant.claim().line(at).cents = maker.dice.chance(50) ? 0 : -4000;
    must_say(mutant, "CLM003", at);
    return true;
}

bool wrong_total(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    mutant.claim().total_off_by = maker.dice.chance(50) ? maker.dice.between(1, 5000) : -maker.dice.between(1, 500);
    must_say(mutant, "CLM004", 0);
    return true;
}

bool impossible_day(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    DraftClaim& claim = mutant.claim();
    switch (maker.dice.between(1, 3)) {
        case 1:
            claim.line(injection_of(mutant)).to = plus_days(maker.day(), 2);
            break;
        case 2:
            claim.death = plus_days(maker.day(), -maker.dice.between(1, 90));
            break;
        default:
            if (!maker.chosen().drug->valid_on(plus_days(maker.as_of, 4))) return false;   // DRG003 would see it too
            claim.received = Day::none();
            for (DraftLine& line : claim.lines) {
                line.from = plus_days(maker.as_of, 4);
                line.to = Day::none();
            }
    }
    must_say(mutant, "CLM005");
    return true;
}

bool unchecked_npi(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    DraftClaim& claim = mutant.claim();
    std::vector<std::string*> npis{&claim.billing_npi};
    for (std::string* npi : {&claim.rendering_npi, &claim.supervising_npi, &claim.ordering_npi, &claim.facility_npi})
        if (!npi->empty()) npis.push_back(npi);
    std::string& npi = *maker.dice.of(npis);
    npi.back() = npi.back() == '9' ? '0' : static_cast<char>(npi.back() + 1);
    must_say(mutant, "CLM006");
    return true;
}

bool old_medicare_id(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0});
    std::string& id = mutant.claim().subscriber;
    switch (maker.dice.between(1, 3)) {
        case 1:
            id = std::to_string(100000000 + maker.dice.between(0, 99999999)) + "A";
            break;
        case 2:
            id[1] = 'S';
            break;
        default:
            id.pop_back();
    }
    must_say(mutant, "CLM007");
    return true;
}

bool replaces_nothing(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = {"commercial", "medicaid", "tricare"}, .record = 0});
    mutant.claim().frequency = maker.dice.chance(70) ? "7" : "8";
    must_say(mutant, "CLM008");
    return true;
}

bool drug_of_another_day(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    DraftLine& drug = mutant.claim().line(drug_of(maker, mutant));
    drug.from = plus_days(drug.from, -1);
    drug.to = Day::none();
    if (!maker.chosen().drug->valid_on(drug.from)) return false;
    must_say(mutant, "CLM010");
    return true;
}

bool nameless_patient(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    if (maker.dice.chance(50))
        mutant.claim().birth = Day::none();
    else
        mutant.claim().sex.clear();
    must_say(mutant, "CLM012");
    return true;
}

bool identical_lines(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.drug = "J1885", .record = 0, .age_min = 20});
    DraftLine again = mutant.claim().line(injection_of(mutant));
    mutant.claim().lines.push_back(again);
    must_say(mutant, "CLM001", static_cast<int>(mutant.claim().lines.size()), "warning");
    return true;
}

bool replaced_for_medicare(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0});
    mutant.claim().frequency = "7";
    mutant.claim().original_reference = "ICN123456";
    must_say(mutant, "CLM013", anywhere, "warning");
    return true;
}

bool shapeless_element(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    if (maker.dice.chance(50))
        mutant.claim().line(injection_of(mutant)).units = "one";
    else
        mutant.claim().line(drug_of(maker, mutant)).charge = "12 dollars";
    must_say(mutant, "SRC003");
    return true;
}

constexpr std::array mutations{
    Mutation{"POS001", "a hospital or another facility", facility},
    Mutation{"POS002", "an injection by telehealth", telehealth},
    Mutation{"POS003", "a place that does not exist", unassigned_place},
    Mutation{"POS004", "a clinic paid by the encounter", clinic_rate},
    Mutation{"SUP001", "nobody supervised the nurse", unsupervised},
    Mutation{"SUP002", "supervised by telephone", supervised_by_telephone},
    Mutation{"SUP004", "no rendering practitioner", nobody_renders},
    Mutation{"SUP005", "staff as rendering practitioner", staff_renders},
    Mutation{"DX001", "no pointer", no_pointer},
    Mutation{"DX002", "a pointer to nothing", pointer_to_nothing},
    Mutation{"DX003", "too many pointers or diagnoses", too_many_pointers},
    Mutation{"DX004", "no ICD-10-CM code", shapeless_diagnosis},
    Mutation{"DX006", "an external cause first", external_cause_first},
    Mutation{"DX007", "Z23 first on a drug", vaccine_code_first},
    Mutation{"DOC004", "no route in the record", no_route},
    Mutation{"DOC007", "an expired drug", expired},
    Mutation{"DOC016", "another drug in the record", other_drug_recorded},
    Mutation{"DOC017", "another day in the record", other_day_recorded},
    Mutation{"PAY001", "filed after Medicare's year", filed_late},
    Mutation{"CLM001", "96372 entered twice", identical_lines},
    Mutation{"CLM002", "the claim sent twice", sent_twice},
    Mutation{"CLM003", "a charge of nothing or less", bad_charge},
    Mutation{"CLM004", "a total that is no sum", wrong_total},
    Mutation{"CLM005", "a day that cannot be", impossible_day},
    Mutation{"CLM006", "a check digit that fails", unchecked_npi},
    Mutation{"CLM007", "no Medicare identifier", old_medicare_id},
    Mutation{"CLM008", "a replacement of nothing", replaces_nothing},
    Mutation{"CLM010", "the drug on another day", drug_of_another_day},
    Mutation{"CLM012", "no birth date or sex", nameless_patient},
    Mutation{"CLM013", "a replacement for Medicare", replaced_for_medicare},
    Mutation{"SRC003", "a number that is none", shapeless_element},
};

}   // namespace

std::span<const Mutation> mutations_of_claims() { return mutations; }

}   // namespace deltoid::test::precision

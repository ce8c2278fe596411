// SPDX-License-Identifier: Apache-2.0
// Defects of the administration code and of bundling: ADM and BND.
#include <array>

#include "precision/mutation.hpp"

namespace deltoid::test::precision {
namespace {

constexpr Day first_edition = Day::of(2024, 7, 1);   // of the edit pairs; before it only visits are told

/// The payers for which an edit pair is an error; why Medicare Advantage is among them, docs/decisions.md says.
const std::vector<std::string_view> pair_payers{"medicare_b", "medicare_advantage", "commercial", "medicaid", "tricare", "va"};
const std::vector<std::string_view> medicare_payers{"medicare_b", "medicare_advantage"};

/// 96372 stands where the code of another kind of product belongs.
bool given_for(Maker& maker, Mutant& mutant, std::string_view rule, std::string_view product, int units,
               std::string_view reason, bool waste = true, Wish wish = {.age_min = 50}) {
    wish.record = 0;
    take(maker, mutant, wish);
    become(maker, mutant, product, units, reason, waste);
    must_say(mutant, rule, injection_of(mutant));
    return true;
}

bool vaccine(Maker& maker, Mutant& mutant) {
    constexpr std::array vaccines{"90715", "90662", "90677", "90746", "90750"};
    return given_for(maker, mutant, "ADM001", maker.dice.of(vaccines), 1, "Z23", false);
}

bool allergen(Maker& maker, Mutant& mutant) { return given_for(maker, mutant, "ADM002", "95165", 2, "J30.1", false); }

bool antineoplastic(Maker& maker, Mutant& mutant) {
    return maker.dice.chance(50) ? given_for(maker, mutant, "ADM003", "J9144", 180, "C90.00")
                                 : given_for(maker, mutant, "ADM003", "J9041", 23, "C90.00");
}

bool hormonal_antineoplastic(Maker& maker, Mutant& mutant) {
    return maker.dice.chance(50)
               ? given_for(maker, mutant, "ADM004", "J9217", 3, "C61", true, {.age_min = 50, .sex = "M"})
               : given_for(maker, mutant, "ADM004", "J9395", 20, "C50.411", true, {.age_min = 50, .sex = "F"});
}

bool hormone_not_for_cancer(Maker& maker, Mutant& mutant) {
    take(maker, mutant,
         {.payers = {"medicare_b", "medicare_advantage", "commercial"},
          .drug = "J1950",
          .diagnosis = "N80.03",
          .record = 0});
    const int at = injection_of(mutant);
    mutant.claim().line(at).code = "96402";
    must_say(mutant, "ADM005", at, mutant.claim().payer.payer_class == "medicare_b" ? "error" : "warning");
    return true;
}

bool complex_administration(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .drug = maker.dice.chance(50) ? "J0897" : "J0517", .record = 0});
    for (DraftLine& line : mutant.claim().lines) line.drop("JZ");   // not yet asked for
    const int at = injection_of(mutant);
    mutant.claim().line(at).code = "96401";
    must_say(mutant, "ADM006", at);
    return true;
}

bool rsv_antibody(Maker& maker, Mutant& mutant) {
    return given_for(maker, mutant, "ADM007", "90380", 1, "Z29.11", false,
                     {.payers = {"medicaid", "commercial", "tricare"}, .drug = "J0696", .age_min = 0, .age_max = 0});
}

bool hiv_prep(Maker& maker, Mutant& mutant) {
    if (maker.as_of < Day::of(2024, 11, 1)) return false;
    take(maker, mutant, {.payers = medicare_payers, .drug = "J0739", .record = 0});
    must_say(mutant, "ADM008", injection_of(mutant), medicare_level(mutant.claim()));
    return true;
}

bool on_body(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.drug = maker.dice.chance(50) ? "J2506" : "Q5111", .record = 0});
    DraftLine device = maker.line("96377", 4000);
    device.pointers = mutant.claim().line(injection_of(mutant)).pointers;
    mutant.claim().lines.push_back(device);
    must_say(mutant, "ADM009", injection_of(mutant));
    return true;
}

bool other_route(Maker& maker, Mutant& mutant) {
    constexpr std::array routes{"IV push", "IV", "intra-articular", "intradermal", "intravenous infusion"};
    take(maker, mutant, {.record = 1});
    for (DraftLine& line : mutant.claim().lines)
        for (auto& [field, value] : line.record)
            if (field == "route") value = maker.dice.of(routes);
    must_say(mutant, "ADM010", injection_of(mutant));
    return true;
}

bool never_injected(Maker& maker, Mutant& mutant) {
    switch (maker.dice.between(1, 3)) {
        case 1:
            return given_for(maker, mutant, "ADM011", "J3489", 5, "M81.0");
        case 2:
            return given_for(maker, mutant, "ADM011", "J1740", 3, "M81.0");
        default:
            return given_for(maker, mutant, "ADM011", "J0456", 1, "J15.0");
    }
}

bool unlabelled_route(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.drug = maker.dice.chance(50) ? "J2550" : "J3410", .record = 1});
    for (DraftLine& line : mutant.claim().lines) {
        for (auto& [field, value] : line.record) {
            if (field == "route") value = "SC";
            if (field == "site") value = "left upper arm";
        }
    }
    must_say(mutant, "ADM012");
    return true;
}

bool toxin(Maker& maker, Mutant& mutant) { return given_for(maker, mutant, "ADM013", "J0585", 155, "G43.709"); }
bool skin_test(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    if (wants_ndc(mutant.claim())) mutant.claim().line(drug_of(maker, mutant)).ndc = {};
    become(maker, mutant, "86580", 1, "Z11.1", false);
    must_say(mutant, "ADM014", injection_of(mutant));
    return true;
}
bool fluid(Maker& maker, Mutant& mutant) { return given_for(maker, mutant, "ADM017", "J7030", 1, "E86.0", false); }

bool superseded(Maker& maker, Mutant& mutant) {
    constexpr std::array old{"90782", "90772", "G0351"};
    take(maker, mutant, {.record = 0});
    const int at = injection_of(mutant);
    mutant.claim().line(at).code = maker.dice.of(old);
    must_say(mutant, "ADM015", at);
    return true;
}

bool joint_injection(Maker& maker, Mutant& mutant) {
    if (maker.as_of < plus_days(first_edition, 26)) return false;
    take(maker, mutant,
         {.payers = pair_payers, .drug = maker.dice.chance(50) ? "J3301" : "J0702", .record = 0, .age_min = 20});
    mutant.claim().line(injection_of(mutant)).modifiers.clear();   // LT or RT would make a warning of it
    maker.add(mutant.claim(), maker.dice.chance(50) ? "20610" : "20550", 9000, mutant.claim().diagnoses[0]);
    must_say(mutant, "ADM016", injection_of(mutant));
    return true;
}

bool nurse_visit(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = pair_payers, .visit = 1, .record = 0, .pos = "11"});
    const int at = visit_of(mutant);
    DraftLine& visit = mutant.claim().line(at);
    visit.code = "99211";
    visit.record.clear();
    if (maker.dice.chance(50)) visit.modifiers.clear();
    must_say(mutant, maker.as_of < Day::of(2020, 9, 30) ? "BND002" : "BND001", at);
    return true;
}

bool nurse_visit_in_the_hole(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .visit = 1, .record = 0, .pos = "11"});
    const int at = visit_of(mutant);
    mutant.claim().line(at).code = "99211";
    for (DraftLine& line : mutant.claim().lines) line.drop("JZ");
    must_say(mutant, "BND002", at);
    return true;
}

bool visit_without_25(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = pair_payers, .visit = 1, .record = 0, .pos = "11"});
    const int at = visit_of(mutant);
    mutant.claim().line(at).modifiers.clear();
    mutant.claim().line(at).record.clear();
    must_say(mutant, "BND003", at);
    return true;
}

bool visit_on_other_claim(Maker& maker, Mutant& mutant) {
    if (!visit_without_25(maker, mutant)) return false;
    DraftClaim& first = mutant.claim();
    const int at = mutant.deserved[0].line;
    DraftClaim second = maker.again(first, 'V');
    second.diagnoses = first.diagnoses;
    second.lines = {first.line(at)};
    first.lines.erase(first.lines.begin() + at - 1);
    mutant.scenario.claims.push_back(second);
    mutant.deserved[0].line = 1;
    mutant.deserved[0].claim = 1;
    return true;
}

bool bundled(Maker& maker, Mutant& mutant) {
    constexpr std::array procedures{"12001", "11042", "17000", "10060", "45378", "11721", "97597"};
    if (maker.as_of < plus_days(first_edition, 26)) return false;
    take(maker, mutant, {.payers = pair_payers, .record = 0, .age_min = 20});
    mutant.claim().line(injection_of(mutant)).modifiers.clear();   // LT or RT would make a warning of it
    maker.add(mutant.claim(), maker.dice.of(procedures), 9000, mutant.claim().diagnoses[0]);
    must_say(mutant, "BND005", injection_of(mutant));
    return true;
}

bool home_visit_without_25(Maker& maker, Mutant& mutant) {
    if (maker.as_of < plus_days(first_edition, 26)) return false;
    take(maker, mutant, {.payers = pair_payers, .visit = 1, .record = 0, .pos = "12"});
    mutant.claim().line(visit_of(mutant)).record.clear();
    mutant.claim().line(visit_of(mutant)).modifiers.clear();
    mutant.claim().line(injection_of(mutant)).modifiers.clear();
    must_say(mutant, "BND005", injection_of(mutant));
    return true;
}

bool never_together(Maker& maker, Mutant& mutant) {
    if (maker.as_of < plus_days(first_edition, 26)) return false;
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0, .pos = "32"});
    maker.add(mutant.claim(), maker.dice.chance(50) ? "99308" : "99309", 9000, mutant.claim().diagnoses[0]);
    if (maker.dice.chance(40)) mutant.claim().lines.back().modifiers = {"25"};
    must_say(mutant, "BND006", injection_of(mutant));
    return true;
}

bool push_first(Maker& maker, Mutant& mutant) {
    if (maker.as_of < plus_days(first_edition, 26)) return false;
    take(maker, mutant, {.payers = pair_payers, .record = 0, .age_min = 50});
    DraftClaim& claim = mutant.claim();
    if (claim.line_of("J1956") != 0 || claim.line_of("J3489") != 0) return false;
    claim.line(injection_of(mutant)).modifiers.clear();
    const bool push = maker.dice.chance(50);
    maker.add(claim, push ? "96374" : "96365", 9000, push ? "J15.0" : "M81.0");
    DraftLine& drug = maker.add(claim, push ? "J1956" : "J3489", 9000, push ? "J15.0" : "M81.0");
    drug.units = push ? "2" : "5";
    if (maker.medicare(claim)) drug.modifiers = {"JZ"};
    if (wants_ndc(claim)) drug.ndc = {maker.ndc(), "1", "UN"};
    must_say(mutant, "BND007", injection_of(mutant));
    return true;
}

bool complexity_add_on(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = medicare_payers, .visit = 1, .record = 0, .pos = "11"});
    maker.add(mutant.claim(), "G2211", 1600, mutant.claim().diagnoses[0]);
    must_say(mutant, "BND010", static_cast<int>(mutant.claim().lines.size()), medicare_level(mutant.claim()));
    return true;
}

bool column_two(Maker& maker, Mutant& mutant) {
    constexpr std::array codes{"36591", "36592", "96523"};
    if (maker.as_of < plus_days(first_edition, 26)) return false;
    take(maker, mutant, {.payers = pair_payers, .record = 0});
    maker.add(mutant.claim(), maker.dice.of(codes), 2000, mutant.claim().diagnoses[0]);
    must_say(mutant, "BND011", static_cast<int>(mutant.claim().lines.size()));
    return true;
}

// Warnings, as far as they are plain.

bool supply(Maker& maker, Mutant& mutant) {
    constexpr std::array supplies{"A4215", "99070", "A4657"};
    take(maker, mutant, {.record = 0});
    maker.add(mutant.claim(), maker.dice.of(supplies), 500, mutant.claim().diagnoses[0]);
    must_say(mutant, "BND012", static_cast<int>(mutant.claim().lines.size()), "warning");
    return true;
}

bool bypass_for_visit(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = pair_payers, .visit = 1, .record = 0, .pos = "11"});
    mutant.claim().line(injection_of(mutant)).modifiers = {"59"};
    must_say(mutant, "BND009", injection_of(mutant), "warning");
    return true;
}

constexpr std::array mutations{
    Mutation{"ADM001", "a vaccine given by 96372", vaccine},
    Mutation{"ADM002", "an allergy shot given by 96372", allergen},
    Mutation{"ADM003", "chemotherapy given by 96372", antineoplastic},
    Mutation{"ADM004", "a cancer hormone given by 96372", hormonal_antineoplastic},
    Mutation{"ADM005", "a hormone for endometriosis given by 96402", hormone_not_for_cancer},
    Mutation{"ADM006", "a drug of the complex list given by 96401", complex_administration, Day::of(2021, 9, 15)},
    Mutation{"ADM007", "nirsevimab given by 96372", rsv_antibody},
    Mutation{"ADM008", "cabotegravir for prevention given by 96372", hiv_prep},
    Mutation{"ADM009", "96377 and 96372 for one drug", on_body},
    Mutation{"ADM010", "another route in the record", other_route},
    Mutation{"ADM011", "an intravenous drug given by 96372", never_injected},
    Mutation{"ADM012", "under the skin what goes into the muscle", unlabelled_route},
    Mutation{"ADM013", "botulinum toxin given by 96372", toxin},
    Mutation{"ADM014", "a skin test given by 96372", skin_test},
    Mutation{"ADM015", "a predecessor of 96372", superseded},
    Mutation{"ADM016", "a joint injection billed as 96372 too", joint_injection},
    Mutation{"ADM017", "a fluid given by 96372", fluid},
    Mutation{"BND001", "99211 beside 96372", nurse_visit},
    Mutation{"BND002", "99211 in the hole of 2020", nurse_visit_in_the_hole, Day::of(2020, 6, 15)},
    Mutation{"BND003", "a visit without 25", visit_without_25},
    Mutation{"BND003", "the same on another claim of the day", visit_on_other_claim},
    Mutation{"BND005", "a procedure and no bypass", bundled},
    Mutation{"BND005", "a home visit without 25", home_visit_without_25},
    Mutation{"BND006", "a nursing-facility visit", never_together},
    Mutation{"BND007", "a push or infusion and no bypass", push_first},
    Mutation{"BND009", "59 for a visit", bypass_for_visit},
    Mutation{"BND010", "G2211 beside a visit with 25", complexity_add_on},
    Mutation{"BND011", "a blood draw from a port", column_two},
    Mutation{"BND012", "a supply of its own", supply},
};

}   // namespace

std::span<const Mutation> mutations_of_administration() { return mutations; }

}   // namespace deltoid::test::precision

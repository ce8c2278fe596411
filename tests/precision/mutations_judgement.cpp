// SPDX-License-Identifier: Apache-2.0
// Defects that a person must judge, so that most are warnings: gaps in the record, diagnoses, places, histories.
#include <array>

#include "precision/mutation.hpp"

namespace deltoid::test::precision {
namespace {

/// A whole record loses these answers.
template <std::size_t size>
bool record_without(Maker& maker, Mutant& mutant, std::string_view rule, const std::array<const char*, size>& fields,
                    std::string_view level = "warning") {
    take(maker, mutant, {.visit = 1, .record = 1, .pos = "11"});
    for (const char* field : fields)
        for (DraftLine& line : mutant.claim().lines) line.unwrite(field);
    must_say(mutant, rule, anywhere, level);
    return true;
}

bool no_order(Maker& maker, Mutant& mutant) {
    return record_without(maker, mutant, "DOC001", std::array{"ordered_by", "order_date"});
}
bool no_name(Maker& maker, Mutant& mutant) { return record_without(maker, mutant, "DOC002", std::array{"drug"}); }
bool no_dose(Maker& maker, Mutant& mutant) { return record_without(maker, mutant, "DOC003", std::array{"dose"}); }
bool no_site(Maker& maker, Mutant& mutant) { return record_without(maker, mutant, "DOC005", std::array{"site"}); }
bool no_lot(Maker& maker, Mutant& mutant) { return record_without(maker, mutant, "DOC006", std::array{"lot"}); }
bool no_time(Maker& maker, Mutant& mutant) { return record_without(maker, mutant, "DOC008", std::array{"given_at"}); }
bool no_giver(Maker& maker, Mutant& mutant) {
    return record_without(maker, mutant, "DOC009", std::array{"given_by", "credential"});
}
bool no_supervisor(Maker& maker, Mutant& mutant) {
    record_without(maker, mutant, "DOC010", std::array{"supervised_by"});
    mutant.claim().supervising_npi.clear();   // nor on the claim
    return true;
}
bool no_response(Maker& maker, Mutant& mutant) {
    return record_without(maker, mutant, "DOC011", std::array{"response"});
}
bool no_indication(Maker& maker, Mutant& mutant) {
    return record_without(maker, mutant, "DOC012", std::array{"indication"});
}
bool no_visit_note(Maker& maker, Mutant& mutant) {
    return record_without(maker, mutant, "DOC013", std::array{"visit_documented_separately"});
}

bool no_distinct_reason(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.visit = 0, .record = 1, .pos = "11"});
    DraftClaim& claim = mutant.claim();
    if (claim.line(injection_of(mutant)).record.size() <= 5) return false;
    const Given other = maker.choose(claim);
    if (other.drug == nullptr || claim.line_of(other.drug->code) != 0) return false;
    const int line = maker.add_drug(claim, other);
    const int second = maker.add_injection(claim, other.diagnosis);
    claim.line(second).pointers = claim.line(line).pointers;
    claim.line(second).modifiers = {"59"};
    for (DraftLine& one : claim.lines) one.unwrite("injections");
    must_say(mutant, "DOC014", anywhere, "warning");
    return true;
}

bool unsupported(Maker& maker, Mutant& mutant) {
    struct Pair {
        std::string_view drug, reason, sex;
    };
    constexpr std::array pairs{Pair{"J3420", "E66.09", ""}, Pair{"J0558", "A51.0", ""}, Pair{"J1950", "C61", "M"},
                               Pair{"J0696", "J06.9", ""}};
    const Pair& pair = maker.dice.of(pairs);
    take(maker, mutant,
         {.drug = pair.drug == "J1950" ? "J1885" : pair.drug, .record = 0, .age_min = 50, .sex = pair.sex});
    if (pair.drug == "J1950") return false;
    only_reason(mutant.claim(), pair.reason);
    must_say(mutant, "DX008", drug_of(maker, mutant), "warning");
    return true;
}

bool different_pointers(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.visit = 0, .record = 0, .age_min = 30});
    DraftClaim& claim = mutant.claim();
    claim.line(injection_of(mutant)).pointers = {claim.pointer_to("I10")};
    if (claim.diagnoses[0] == "I10") return false;
    must_say(mutant, "DX010", anywhere, "warning");
    return true;
}

bool dose_of_another_disease(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.drug = "J0897", .diagnosis = "M81.0", .record = 0});
    mutant.claim().line(drug_of(maker, mutant)).units = "120";
    must_say(mutant, "DX011", drug_of(maker, mutant), "warning");
    return true;
}

bool repeated_diagnosis(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    DraftClaim& claim = mutant.claim();
    if (claim.diagnoses.size() > 6) return false;
    claim.diagnoses.push_back(claim.diagnoses.front());
    must_say(mutant, "DX012", anywhere, "warning");
    return true;
}

bool diagnosis_of_the_other_sex(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0, .age_min = 50, .sex = "F"});
    DraftClaim& claim = mutant.claim();
    static_cast<void>(claim.pointer_to("N40.1"));
    for (DraftLine& line : claim.lines) line.drop("KX");   // it would say that the sex on file is known to differ
    must_say(mutant, "DX013", anywhere, "warning");
    return true;
}

bool implausible_place(Maker& maker, Mutant& mutant) {
    constexpr std::array places{"60", "66", "81", "99"};
    take(maker, mutant, {.record = 0, .pos = "11"});
    mutant.claim().pos = maker.dice.of(places);
    must_say(mutant, "POS007", anywhere, "warning");
    return true;
}

bool unsupervised_at_home(Maker& maker, Mutant& mutant) {
    constexpr std::array places{"12", "13", "14", "33", "04"};
    take(maker, mutant, {.visit = 0, .record = 0, .pos = "11"});
    mutant.claim().pos = maker.dice.of(places);
    mutant.claim().supervising_npi.clear();
    must_say(mutant, "POS006", anywhere, "warning");
    return true;
}

bool two_renderers(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    DraftClaim& claim = mutant.claim();
    if (claim.rendering_npi.empty() || claim.billing_entity == "person") return false;
    DraftLine& drug = claim.line(drug_of(maker, mutant));
    drug.rendering_npi = npi_of(154999998);
    drug.rendering_taxonomy = claim.rendering_taxonomy;
    must_say(mutant, "CLM011", anywhere, "warning");
    return true;
}

bool other_quantity(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicaid", .drug = "J1885", .record = 0, .age_min = 20});
    DraftLine& drug = mutant.claim().line(drug_of(maker, mutant));
    drug.units = "4";
    drug.ndc.unit = "GR";
    drug.ndc.quantity = "0.03";
    must_say(mutant, "UNT008", drug_of(maker, mutant), "warning");
    return true;
}

bool too_soon(Maker& maker, Mutant& mutant) {
    struct Gap {
        std::string_view drug;
        int days;
    };
    constexpr std::array gaps{Gap{"J1050", 50}, Gap{"J0897", 120}};
    const Gap& gap = maker.dice.of(gaps);
    take(maker, mutant,
         {.payers = {"commercial", "medicaid", "medicare_b"},
          .drug = gap.drug,
          .diagnosis = gap.drug == "J1050" ? "Z30.42" : "M81.0",
          .record = 0});
    DraftClaim before = mutant.claim();
    before.id += "B";
    for (DraftLine& line : before.lines) {
        line.from = plus_days(line.from, -gap.days);
        line.to = Day::none();
    }
    before.received = plus_days(before.lines[0].from, 5);
    if (before.lines[0].from < Day::of(2024, 1, 2)) return false;
    (maker.dice.chance(50) ? mutant.scenario.claims : mutant.scenario.earlier).push_back(before);
    must_say(mutant, "HIS001", drug_of(maker, mutant), "warning");
    return true;
}

bool sent_before(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    DraftClaim before = mutant.claim();
    before.id += "B";
    mutant.scenario.earlier.push_back(before);
    must_say(mutant, "HIS005");
    return true;
}

bool repeat_of_nothing(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.record = 0});
    mutant.claim().line(injection_of(mutant)).modifiers = {maker.dice.chance(50) ? "76" : "77"};
    must_say(mutant, "MOD009", injection_of(mutant), "warning");
    return true;
}

bool line_elsewhere(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.visit = 1, .record = 0, .pos = "11"});
    mutant.claim().line(injection_of(mutant)).pos = maker.dice.chance(50) ? "20" : "49";
    must_say(mutant, "POS008", anywhere, "warning");
    return true;
}

bool limit_is_near(Maker& maker, Mutant& mutant) {
    if (maker.as_of < Day::of(2025, 8, 1)) return false;
    take(maker, mutant,
         {.payer_class = "medicare_b",
          .drug = "J1885",
          .day = plus_days(maker.as_of, -maker.dice.between(354, 364)),
          .record = 0});
    mutant.claim().received = Day::none();   // what was received cannot be late any more
    must_say(mutant, "PAY002", anywhere, "warning");
    return true;
}

bool new_problem(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = {"medicare_b"}, .visit = 0, .record = 1, .pos = "11"});
    for (DraftLine& line : mutant.claim().lines)
        if (line.record.size() > 5) line.write("new_problem", "true");
    must_say(mutant, "SUP003", anywhere, "warning");
    return true;
}

// A payer's own wishes, as a profile holds them.

bool programme_modifier(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicaid", .record = 0});
    mutant.scenario.profile = R"({"payers":[{"id":"MCDXX","modifiers_required":[{"modifier":"UD"}]}]})";
    const int at = drug_of(maker, mutant);
    must_say(mutant, "DRG017", at);
    return true;
}

bool drug_line_unwanted(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicaid", .record = 0});
    mutant.scenario.profile = R"({"payers":[{"id":"MCDXX","supplied_drug":"administration_alone"}]})";
    DraftClaim& claim = mutant.claim();
    DraftLine& drug = claim.line(drug_of(maker, mutant));
    drug.note = "PATIENT SUPPLIED";
    drug.cents = 1;
    drug.drop("JZ");
    must_say(mutant, "DRG001", drug_of(maker, mutant));   // the profile leaves no doubt
    return true;
}

bool supervision_modifier(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "commercial", .record = 1, .pos = "11"});
    mutant.scenario.profile = R"({"payers":[{"id":")" + mutant.claim().payer.id +
                              R"(","modifiers_required":[{"modifier":"SA","codes":["96372"]}]}]})";
    must_say(mutant, "MOD012", injection_of(mutant), "warning");
    return true;
}

constexpr std::array mutations{
    Mutation{"DOC001", "no order in the record", no_order},
    Mutation{"DOC002", "no drug in the record", no_name},
    Mutation{"DOC003", "no dose in the record", no_dose},
    Mutation{"DOC005", "no site in the record", no_site},
    Mutation{"DOC006", "no lot in the record", no_lot},
    Mutation{"DOC008", "no time in the record", no_time},
    Mutation{"DOC009", "nobody in the record", no_giver},
    Mutation{"DOC010", "no supervisor in the record", no_supervisor},
    Mutation{"DOC011", "no response in the record", no_response},
    Mutation{"DOC012", "no indication in the record", no_indication},
    Mutation{"DOC013", "no note of the visit", no_visit_note},
    Mutation{"DOC014", "no reason for 59 in the record", no_distinct_reason},
    Mutation{"DX008", "a diagnosis that the drug is not for", unsupported},
    Mutation{"DX010", "injection and drug point apart", different_pointers},
    Mutation{"DX011", "the dose of another disease", dose_of_another_disease},
    Mutation{"DX012", "a diagnosis twice", repeated_diagnosis},
    Mutation{"DX013", "a diagnosis of the other sex", diagnosis_of_the_other_sex},
    Mutation{"POS006", "at home, and nobody supervised", unsupervised_at_home},
    Mutation{"POS007", "a place where nobody injects", implausible_place},
    Mutation{"CLM011", "drug and injection by two practitioners", two_renderers},
    Mutation{"UNT008", "an NDC quantity of another dose", other_quantity},
    Mutation{"MOD009", "76 or 77 on the only injection", repeat_of_nothing},
    Mutation{"POS008", "the injection in another place than the visit", line_elsewhere},
    Mutation{"PAY002", "Medicare's year is nearly over", limit_is_near},
    Mutation{"SUP003", "a new problem and no visit", new_problem},
    Mutation{"DRG017", "a modifier that the profile asks for", programme_modifier},
    Mutation{"DRG001", "a drug line that the profile does not want", drug_line_unwanted},
    Mutation{"MOD012", "a supervision modifier that the profile asks for", supervision_modifier},
    Mutation{"HIS001", "the next dose too soon", too_soon},
    Mutation{"HIS005", "the claim was sent before", sent_before},
};

}   // namespace

std::span<const Mutation> mutations_for_judgement() { return mutations; }

}   // namespace deltoid::test::precision

// SPDX-License-Identifier: Apache-2.0
// Rarer defects: what an imported table, a payer's list, an earlier claim or another programme tells.
#include <array>

#include "precision/mutation.hpp"

namespace deltoid::test::precision {
namespace {

/// A pack of one row, as it stands in the options of a session.
std::string pack_of(std::string_view table, std::string_view columns, const std::string& row) {
    return "[\"# pack: " + std::string(table) + "\\n# edition: test\\n# from: 2020-01-01\\n# to: 2027-12-31\\n# complete: no\\n" +
           "# source: test\\n# confidence: verified\\n" + std::string(columns) + "\\n" + row + "\\n\"]";
}

bool ndc_of_another_drug(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicaid", .record = 0});
    const int at = drug_of(maker, mutant);
    DraftLine& drug = mutant.claim().line(at);
    if (drug.ndc.code.empty()) return false;
    std::string plain;
    for (const char c : drug.ndc.code)
        if (c >= '0' && c <= '9') plain += c;
    mutant.scenario.tables = pack_of("ndc-hcpcs", "ndc\\tcode\\tfrom\\tto", plain + "\\tJ0001\\t\\t");
    must_say(mutant, "NDC008", at);
    return true;
}

bool ndc_of_the_past(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicaid", .record = 0});
    const int at = drug_of(maker, mutant);
    DraftLine& drug = mutant.claim().line(at);
    if (drug.ndc.code.empty()) return false;
    std::string plain;
    for (const char c : drug.ndc.code)
        if (c >= '0' && c <= '9') plain += c;
    const std::string last = iso(plus_days(maker.day(), -maker.dice.between(1, 200)));
    mutant.scenario.tables = pack_of("ndc-directory", "ndc\\tfrom\\tto", plain + "\\t2006-01-01\\t" + last);
    must_say(mutant, "NDC009", at, "warning");
    return true;
}

bool diagnosis_with_codes_below(Maker& maker, Mutant& mutant) {
    constexpr std::array headers{"M54.5", "M06", "E53"};
    take(maker, mutant, {.drug = "J1885", .record = 0, .age_min = 20});
    mutant.claim().diagnoses.push_back(maker.dice.of(headers));
    must_say(mutant, "DX005");
    return true;
}

bool symptom_for_a_condition(Maker& maker, Mutant& mutant) {
    const bool vitamin = maker.dice.chance(50);
    take(maker, mutant, {.drug = vitamin ? "J3420" : "J1071", .record = 0, .age_min = 30, .sex = "M"});
    only_reason(mutant.claim(), vitamin ? "D64.9" : "R63.4");
    must_say(mutant, "DX009", drug_of(maker, mutant), "warning");
    return true;
}

bool discarded_unsaid(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .drug = "J1885", .visit = 0, .record = 1, .age_min = 20, .pos = "11"});
    DraftClaim& claim = mutant.claim();
    const int at = drug_of(maker, mutant);
    for (DraftLine& line : claim.lines) line.unwrite("discarded");
    claim.line(at).drop("JZ");
    DraftLine rest = claim.line(at);
    rest.modifiers = {"JW"};
    rest.units = "1";
    rest.cents = 300;
    rest.record.clear();
    claim.lines.push_back(rest);
    must_say(mutant, "DOC015", anywhere, "warning");
    return true;
}

bool thirteenth_dose(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = {"commercial", "medicare_b"}, .drug = "J3111", .diagnosis = "M81.0", .record = 0, .age_min = 60, .sex = "F"});
    for (int month = 1; month <= 12; ++month) {
        DraftClaim before = mutant.claim();
        before.id += "M" + std::to_string(month);
        for (DraftLine& line : before.lines) {
            line.from = plus_days(line.from, -31 * month);
            line.to = Day::none();
        }
        before.received = plus_days(before.lines[0].from, 5);
        mutant.scenario.earlier.push_back(before);
    }
    must_say(mutant, "HIS003", drug_of(maker, mutant), "warning");
    return true;
}

/// The visit went out yesterday, the injection goes today.
bool visit_was_sent(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = {"medicare_b", "commercial", "tricare"}, .visit = 1, .record = 0, .pos = "11"});
    DraftClaim before = mutant.claim();
    before.id += "B";
    const int visit = visit_of(mutant);
    before.lines = {before.line(visit)};
    before.lines[0].modifiers.clear();
    before.lines[0].record.clear();
    mutant.scenario.earlier.push_back(before);
    mutant.claim().lines.erase(mutant.claim().lines.begin() + visit - 1);
    must_say(mutant, "HIS004", injection_of(mutant), "warning");
    return true;
}

bool unauthorized(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "commercial", .record = 0});
    DraftClaim& claim = mutant.claim();
    const int at = drug_of(maker, mutant);
    claim.prior_authorization.clear();
    mutant.scenario.profile =
        R"({"payers":[{"id":")" + claim.payer.id + R"(","authorization_required":[")" + claim.line(at).code + R"("]}]})";
    must_say(mutant, "PAY003", at, "warning");
    return true;
}

bool hospice(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .visit = 1, .record = 0, .pos = "11"});
    mutant.claim().line(visit_of(mutant)).modifiers.push_back(maker.dice.chance(50) ? "GW" : "GV");
    must_say(mutant, "PAY004", injection_of(mutant), "warning");
    return true;
}

bool railroad(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "commercial", .record = 0});
    mutant.claim().payer.name = maker.dice.chance(50) ? "Palmetto GBA Railroad Medicare" : "RAILROAD MEDICARE";
    must_say(mutant, "PAY004", 0, "warning");
    return true;
}

bool plan_as_part_b(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0});
    mutant.claim().payer.name = "Sunny Medicare Advantage";
    must_say(mutant, "PAY004", 0, "warning");
    return true;
}

// Notes.

bool visit_with_25(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.visit = 1, .record = 0, .pos = "11"});
    mutant.claim().line(visit_of(mutant)).record.clear();
    mutant.claim().line(drug_of(maker, mutant)).write("route", maker.chosen().route);
    must_say(mutant, "BND004", visit_of(mutant), "info");
    return true;
}

bool preventive_visit(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "commercial", .visit = 0, .record = 0, .age_min = 40, .age_max = 60, .pos = "11"});
    maker.add(mutant.claim(), "99396", 15000, mutant.claim().diagnoses[0]);
    must_say(mutant, "BND013", static_cast<int>(mutant.claim().lines.size()), "info");
    return true;
}

bool unbilled_injection(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.drug = "J1885", .visit = 0, .record = 0, .age_min = 20, .pos = "11"});
    DraftClaim& claim = mutant.claim();
    claim.lines.erase(claim.lines.begin() + injection_of(mutant) - 1);
    if (claim.line_of("96372") != 0) return false;
    must_say(mutant, "DRG002", drug_of(maker, mutant), "info");
    return true;
}

bool notice_signed(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .record = 0});
    const int at = drug_of(maker, mutant);
    mutant.claim().line(at).modifiers.push_back(maker.dice.chance(50) ? "GA" : "GX");
    must_say(mutant, "MOD011", at, "info");
    return true;
}

bool nursing_facility(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "medicare_b", .visit = 0, .record = 0, .pos = "11"});
    mutant.claim().pos = "32";
    must_say(mutant, "POS005", injection_of(mutant), "info");
    return true;
}

bool window_passed(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payers = {"commercial", "medicaid"}, .drug = "J1050", .diagnosis = "Z30.42", .record = 0});
    DraftClaim before = mutant.claim();
    before.id += "B";
    for (DraftLine& line : before.lines) {
        line.from = plus_days(line.from, -130);
        line.to = Day::none();
    }
    before.received = plus_days(before.lines[0].from, 5);
    mutant.scenario.earlier.push_back(before);
    must_say(mutant, "HIS002", drug_of(maker, mutant), "info");
    return true;
}

bool unknown_payer(Maker& maker, Mutant& mutant) {
    take(maker, mutant, {.payer_class = "commercial", .record = 0});
    mutant.claim().payer.payer_class.clear();
    mutant.claim().payer.id.clear();
    mutant.claim().payer.name.clear();
    must_say(mutant, "PAY005", 0, "info");
    return true;
}

constexpr std::array mutations{
    Mutation{"BND004", "a record that does not tell of the visit with 25", visit_with_25},
    Mutation{"BND013", "a preventive visit without 25", preventive_visit},
    Mutation{"DRG002", "an injected drug and no administration", unbilled_injection},
    Mutation{"MOD011", "a signed notice", notice_signed},
    Mutation{"POS005", "a nursing facility", nursing_facility},
    Mutation{"HIS002", "the window of a contraceptive has passed", window_passed},
    Mutation{"PAY005", "nobody knows the payer", unknown_payer},
    Mutation{"NDC008", "an NDC of another drug", ndc_of_another_drug},
    Mutation{"NDC009", "an NDC that left the market", ndc_of_the_past},
    Mutation{"DX005", "a diagnosis with codes below it", diagnosis_with_codes_below},
    Mutation{"DX009", "a symptom for a drug of conditions", symptom_for_a_condition},
    Mutation{"DOC015", "waste without its amount", discarded_unsaid},
    Mutation{"HIS003", "a dose too many of a course", thirteenth_dose},
    Mutation{"HIS004", "the visit was sent without 25", visit_was_sent},
    Mutation{"PAY003", "no authorization number", unauthorized},
    Mutation{"PAY004", "the visit says hospice, the injection does not", hospice},
    Mutation{"PAY004", "Railroad Medicare as a commercial payer", railroad},
    Mutation{"PAY004", "a plan as Part B", plan_as_part_b},
};

}   // namespace

std::span<const Mutation> mutations_rarer() { return mutations; }

}   // namespace deltoid::test::precision

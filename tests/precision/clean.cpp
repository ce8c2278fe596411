// SPDX-License-Identifier: Apache-2.0
// The kinds of clean claims, each with the fact that makes it lawful.
#include "precision/clean.hpp"

#include <algorithm>
#include <array>

namespace deltoid::test::precision {

namespace {

/// A record beside 59, X{EPSU} or 76 says why, where or when (fact book 8, item 14).
void explain_bypass(const DraftClaim& claim, DraftLine& recorded) {
    for (const DraftLine& line : claim.lines)
        for (const char* modifier : {"59", "XE", "XS", "XP", "XU", "76"})
            if (line.has(modifier))
                recorded.write("reason_distinct", "another drug for another condition, at a site of its own");
}

bool wished(Dice& dice, int wish, int percent) { return wish == 1 || (wish == -1 && dice.chance(percent)); }

}   // namespace

void look_different(Dice& dice, DraftClaim& claim) {
    const bool dotless = dice.chance(10), lettered = dice.chance(10), small = dice.chance(4),
               long_numbers = dice.chance(4);
    const auto lower = [](std::string& text) {
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    };
    for (std::string& diagnosis : claim.diagnoses)
        if (dotless) std::erase(diagnosis, '.');
    for (DraftLine& line : claim.lines) {
        for (std::string& pointer : line.pointers)
            if (lettered && pointer.size() == 1) pointer[0] = static_cast<char>('A' + pointer[0] - '1');
        if (long_numbers && line.units.find('.') == std::string::npos) line.units += ".0";
        if (long_numbers && line.charge.empty() && line.cents > 0 && line.cents % 100 == 0)
            line.charge = std::to_string(line.cents / 100);
        if (!small) continue;
        lower(line.code);
        for (std::string& modifier : line.modifiers) lower(modifier);
    }
}

Scenario plain(Maker& maker, const Wish& wish) {
    Scenario made{.what = "plain", .claims = {}, .earlier = {}, .profile = {}};
    DraftClaim claim = maker.start(wish);
    const Given& given = maker.chosen();
    if (wished(maker.dice, wish.visit, 60)) maker.add_visit(claim, given.diagnosis);
    const int injection = maker.add_injection(claim, given.diagnosis);
    const int drug = maker.add_drug(claim, given);
    claim.line(injection).pointers = claim.line(drug).pointers;
    if (wished(maker.dice, wish.record, 25))
        maker.add_record(claim, maker.dice.chance(50) ? injection : drug, given, 1);
    made.claims.push_back(std::move(claim));
    return made;
}

void finish(Maker& maker, Scenario& scenario, bool shuffle) {
    constexpr std::array home{"12", "13", "14", "33", "04"};
    for (DraftClaim& claim : scenario.claims) {
        const bool at_home = std::find(home.begin(), home.end(), claim.pos) != home.end();
        for (DraftLine& line : claim.lines) {
            if (line.record.size() > 5) explain_bypass(claim, line);
            if (!at_home || line.code != "96372") continue;
            if (maker.dice.chance(50)) {
                line.write("supervision", "onsite");
                line.write("supervised_by", "Dr. A. Example");
            } else {
                line.write("given_by", "Dr. A. Example");
                line.write("credential", maker.dice.chance(50) ? "MD" : "NP");
            }
        }
        if (!shuffle || !maker.dice.chance(25)) continue;
        for (std::size_t i = claim.lines.size(); i > 1; --i)
            std::swap(claim.lines[i - 1],
                      claim.lines[static_cast<std::size_t>(maker.dice.between(0, static_cast<int>(i) - 1))]);
    }
}

namespace {

/// Two or three drugs: a 96372 for each syringe (fact book 9.4), or all in one syringe (R6).
Scenario several_drugs(Maker& maker) {
    Dice& dice = maker.dice;
    Scenario made = plain(maker, {.record = 0});
    DraftClaim& claim = made.claims[0];
    const Given first = maker.chosen();
    const int injection = claim.line_of("96372");
    int drugs = 1;
    for (int wanted = dice.between(1, 2); wanted > 0; --wanted) {
        const Given next = maker.choose(claim);
        if (next.drug == nullptr || claim.line_of(next.drug->code) != 0) continue;
        const int line = maker.add_drug(claim, next);
        ++drugs;
        for (const std::string& pointer : claim.line(line).pointers) {
            std::vector<std::string>& own = claim.line(injection).pointers;
            if (own.size() < 4 && std::find(own.begin(), own.end(), pointer) == own.end()) own.push_back(pointer);
        }
    }
    const int how = dice.between(1, 3);
    if (drugs == 1 || how == 1) return made;   // one syringe
    if (how == 2) {                            // one line
        claim.line(injection).units = std::to_string(drugs);
        return made;
    }
    const std::vector<std::string> pointers = claim.line(injection).pointers;
    constexpr std::array apart{"59", "XS", "XU"};
    for (int i = 1; i < drugs; ++i) {   // a line for each
        const int more = maker.add_injection(claim, first.diagnosis);
        claim.line(more).pointers = pointers;
        claim.line(more).modifiers = {i == 1 ? dice.of(apart) : "XE"};
    }
    return made;
}

/// Vaccines with their own administration beside an injected drug (fact book 1.2, rows 1-6).
Scenario beside_vaccine(Maker& maker) {
    struct Vaccine {
        std::string_view code, medicare_administration;
    };
    constexpr std::array vaccines{Vaccine{"90662", "G0008"}, Vaccine{"90677", "G0009"}, Vaccine{"90739", "G0010"},
                                  Vaccine{"91322", "90480"}, Vaccine{"90715", "90471"}};
    Dice& dice = maker.dice;
    Scenario made = plain(maker, {.age_min = 20});
    DraftClaim& claim = made.claims[0];
    const Vaccine& vaccine = dice.of(vaccines);
    const std::string_view reason = vaccine.code == "90715" ? "S61.411A" : "Z23";
    const bool g_code = maker.medicare(claim) || vaccine.code == "91322";
    maker.add(claim, vaccine.code, 4000, reason);
    maker.add(claim, g_code ? vaccine.medicare_administration : "90471", 3000, reason);
    return made;
}

/// A child's vaccine with counselling, and a drug: 90460 is column 1 with indicator 1, so 96372 wants a bypass.
Scenario beside_childs_vaccine(Maker& maker) {
    Scenario made = plain(maker, {.payers = {"medicaid", "commercial"}, .drug = "J0696", .age_min = 1, .age_max = 17});
    DraftClaim& claim = made.claims[0];
    maker.add(claim, "90633", 3500, "Z23");
    maker.add(claim, "90460", 3000, "Z23");
    claim.line(claim.line_of("96372")).modifiers.push_back(maker.dice.chance(50) ? "59" : "XU");
    return made;
}

/// A procedure of the day, and an injection of another drug at another site (fact book 2.1, P4).
Scenario beside_procedure(Maker& maker) {
    struct Procedure {
        std::string_view code, drug, reason;
    };
    constexpr std::array procedures{Procedure{"20610", "J3301", "M17.11"}, Procedure{"20552", "J3301", "M79.18"},
                                    Procedure{"12001", "", "S61.411A"},    Procedure{"11042", "", "L97.511"},
                                    Procedure{"17000", "", "L57.0"},       Procedure{"20550", "J0702", "M72.2"},
                                    Procedure{"11721", "", "B35.1"},       Procedure{"10060", "", "L02.415"}};
    constexpr std::array bypass{"59", "XS", "XU", "59"};
    Dice& dice = maker.dice;
    Scenario made = plain(maker, {.age_min = 20});
    DraftClaim& claim = made.claims[0];
    const Procedure& procedure = dice.of(procedures);
    if (!procedure.drug.empty() && claim.line_of(procedure.drug) != 0) return made;
    const bool on_procedure = dice.chance(30);
    maker.add(claim, procedure.code, 15000, procedure.reason);
    if (on_procedure)
        claim.lines.back().modifiers.push_back(dice.of(bypass));
    else
        claim.line(claim.line_of("96372")).modifiers.push_back(dice.of(bypass));
    if (procedure.code == "20610" && dice.chance(50)) claim.line(claim.line_of("20610")).modifiers.push_back("RT");
    if (procedure.drug.empty()) return made;
    Given given;
    given.drug = &facts().drug(procedure.drug);
    given.dose = procedure.drug == "J3301" ? 40'000 : 6'000;
    given.diagnosis = procedure.reason;
    maker.add_drug(claim, given);
    return made;
}

/// Any operation of the edit table, the injection apart from it (from 2024-07-01, the first edition).
Scenario beside_operation(Maker& maker) {
    constexpr std::array bypass{"59", "XS", "XU", "XE"};
    Dice& dice = maker.dice;
    Scenario made = plain(maker, {.visit = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    maker.add(claim, dice.of(facts().procedures), 40000, maker.chosen().diagnosis);
    // Where the operation gives a drug, a second one is on the day.
    const Given other = maker.choose(claim);
    if (other.drug == nullptr || claim.line_of(other.drug->code) != 0) {
        claim.lines.pop_back();
        return made;
    }
    maker.add_drug(claim, other);
    claim.line(claim.line_of("96372")).modifiers.push_back(dice.of(bypass));
    return made;
}

/// Another way of giving drugs first, then an injection of a drug of its own (fact book 2.2).
Scenario beside_other_administration(Maker& maker) {
    struct Other {
        std::string_view code, product, reason;
        int units;
        bool waste, needs_bypass;
    };
    constexpr std::array others{
        Other{"96374", "J1956", "J15.0", 2, true, true},    Other{"96365", "J3489", "M81.0", 5, true, true},
        Other{"95117", "95165", "J30.1", 2, false, true},   Other{"86580", "", "Z11.1", 1, false, true},
        Other{"96401", "J9144", "C90.00", 180, true, true}, Other{"96377", "Q5111", "D70.1", 12, true, false},
        Other{"96380", "90380", "Z29.11", 1, false, false}};
    Dice& dice = maker.dice;
    const Other& other = dice.of(others);
    const bool infant = other.code == "96380";
    Wish wish{.age_min = infant ? 0 : 50, .age_max = infant ? 0 : 120};
    if (infant) {
        wish.payers = {"medicaid", "commercial"};
        wish.drug = "J0696";
    }
    Scenario made = plain(maker, wish);
    DraftClaim& claim = made.claims[0];
    if (!other.product.empty() && claim.line_of(other.product) != 0) return made;
    if (other.code == "96377" && maker.chosen().drug->has_route("onbody")) return made;   // the same substance twice
    maker.add(claim, other.code, 9000, other.reason);
    if (other.reason == "D70.1") claim.lines.back().pointers.push_back(claim.pointer_to("C34.11"));
    if (other.needs_bypass) claim.line(claim.line_of("96372")).modifiers.push_back(dice.chance(60) ? "59" : "XU");
    if (other.product.empty()) return made;
    DraftLine& product = maker.add(claim, other.product, 20000, other.reason);
    if (other.reason == "D70.1") product.pointers.push_back(claim.pointer_to("C34.11"));
    product.units = std::to_string(other.units);
    if (other.waste && maker.medicare(claim)) product.modifiers = {"JZ"};
    const bool drug = other.product[0] == 'J' || other.product[0] == 'Q' || infant;
    if (drug && wants_ndc(claim)) product.ndc = {maker.ndc(), "1", "UN"};
    return made;
}

/// The patient brought the drug, a pharmacy sent it, a sample was used: 0.01 and a note (fact book 6.1, R2), or, where
/// the payer is not Medicare, a note alone.
Scenario brought(Maker& maker) {
    constexpr std::array notes{"PATIENT SUPPLIED", "SPECIALTY PHARMACY SUPPLIED", "PATIENT BROUGHT DRUG",
                               "DRUG SAMPLE"};
    Dice& dice = maker.dice;
    Scenario made = plain(maker, {.record = 0});
    DraftClaim& claim = made.claims[0];
    const Given given = maker.chosen();
    const std::string note = std::string(dice.of(notes)) + ": " + given.drug->substance;
    const int at = claim.line_of(given.drug->code);
    if (!maker.medicare(claim) && dice.chance(40)) {
        claim.lines.erase(claim.lines.begin() + at - 1);
        (dice.chance(50) ? claim.note : claim.line(claim.line_of("96372")).note) = note;
        return made;
    }
    DraftLine& drug = claim.line(at);
    drug.cents = 1;
    drug.drop("JZ");
    drug.record.clear();
    drug.note = note;
    if (dice.chance(40))
        drug.write("source", note[0] == 'S' ? "specialty_pharmacy" : note[0] == 'D' ? "sample" : "patient");
    return made;
}

/// A code for drugs without a code: name and dose in the note, one unit (fact book 6.8).
Scenario unlisted(Maker& maker) {
    Scenario made = plain(maker, {.drug = "J0696", .visit = -1, .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    DraftLine& drug = claim.line(claim.line_of("J0696"));
    drug.code = "J3490";
    drug.units = "1";
    drug.modifiers.clear();
    drug.note = "KETAMINE 50 MG IM";
    claim.diagnoses[0] = "M54.50";
    if (!drug.ndc.code.empty()) drug.ndc.unit = "ML";
    return made;
}

/// Part of a single-dose container is discarded: the whole units left stand on a line of their own (fact book 6.3).
Scenario wasted(Maker& maker) {
    struct Vial {
        std::string_view drug;
        int given, left;   // billing units
    };
    constexpr std::array vials{Vial{"J0696", 2, 2}, Vial{"J2802", 200, 50}, Vial{"J1885", 1, 1},
                               Vial{"J0223", 240, 138}};
    const Vial& vial = maker.dice.of(vials);
    Wish wish{.drug = vial.drug, .record = 0};
    if (vial.drug == "J2802" && maker.as_of < Day::of(2025, 2, 1)) wish.drug = "J0696";
    Scenario made = plain(maker, wish);
    DraftClaim& claim = made.claims[0];
    const int at = claim.line_of(wish.drug);
    const bool small = wish.drug != vial.drug;
    claim.line(at).units = std::to_string(small ? 2 : vial.given);
    claim.line(at).drop("JZ");
    DraftLine rest = claim.line(at);
    rest.units = std::to_string(small ? 2 : vial.left);
    rest.modifiers.push_back("JW");
    claim.lines.push_back(rest);
    return made;
}

/// Two claims of a day: what one of them misses stands on the other.
Scenario in_two_claims(Maker& maker) {
    Dice& dice = maker.dice;
    Scenario made = plain(maker, {.visit = 1, .record = 0});
    DraftClaim& first = made.claims[0];
    if (first.lines.size() < 3) return made;
    DraftClaim second = maker.again(first, 'B');
    const std::vector<DraftLine> lines = first.lines;
    const int apart = dice.between(1, 3);
    second.diagnoses = first.diagnoses;
    if (apart == 1) {   // the visit stands by itself
        first.lines = {lines[0]};
        second.lines = {lines[1], lines[2]};
    } else if (apart == 2) {   // the drug does
        first.lines = {lines[0], lines[1]};
        second.lines = {lines[2]};
    } else {   // a visit of another specialty of the group needs no 25 (fact book 2.1, P1)
        first.lines = {lines[0]};
        first.lines[0].modifiers.clear();
        first.lines[0].record.clear();
        first.rendering_npi = npi_of(171000000 + dice.between(0, 99));
        first.rendering_taxonomy = "2084N0400X";
        first.billing_entity = "organization";
        second.billing_entity = "organization";
        second.lines = {lines[1], lines[2]};
        if (second.rendering_npi.empty()) {
            second.rendering_npi = npi_of(154000001);
            second.rendering_taxonomy = "207Q00000X";
        }
    }
    made.claims.push_back(second);
    return made;
}

/// The same services sent to a second payer are no duplicate (rulebook, Other lives of a claim).
Scenario second_payer(Maker& maker) {
    Scenario made = plain(maker, {.payers = {"medicare_b", "commercial"}, .drug = "J1885", .record = 0, .age_min = 40});
    made.claims[0].pos = "11";
    DraftClaim again = made.claims[0];
    again.id += "S";
    again.payer = {"commercial", "BCEXA", "EXAMPLE BLUE PLAN", "S"};
    if (made.claims[0].payer.id == "BCEXA") again.payer.id = "60054";
    made.claims.push_back(again);
    return made;
}

/// A replacement stands in the place of the claim that it replaces; Medicare Part B takes none (CLM013).
Scenario replaced(Maker& maker) {
    Scenario made = plain(maker, {.payers = {"commercial", "medicaid", "medicare_advantage", "tricare"}});
    DraftClaim again = made.claims[0];
    again.id += "R";
    again.frequency = "7";
    again.original_reference = "ICN" + std::to_string(maker.dice.between(100000, 999999));
    if (maker.dice.chance(50))
        made.claims[0] = again;
    else
        made.claims.push_back(again);
    return made;
}

Scenario voided(Maker& maker) {
    Scenario made = plain(maker, {.payers = {"commercial", "medicaid", "tricare"}});
    made.claims[0].frequency = "8";
    made.claims[0].original_reference = "ICN" + std::to_string(maker.dice.between(100000, 999999));
    return made;
}

/// The same drug again at another time of the day: 76 on the second injection (fact book 9.4).
Scenario repeated(Maker& maker) {
    constexpr std::array drugs{"J1885", "J2405", "J1200", "J3105"};
    Scenario made = plain(maker, {.drug = maker.dice.of(drugs), .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    const Given& given = maker.chosen();
    const int drug = claim.line_of(given.drug->code);
    DraftLine again = claim.line(claim.line_of("96372"));
    again.modifiers = {"76"};
    claim.lines.push_back(again);
    if (maker.dice.chance(50)) {   // both doses on one line, rounded up once (fact book 6.2, U1)
        claim.line(drug).units = std::to_string(given.drug->units_of(2 * given.dose));
        return made;
    }
    again = claim.line(drug);
    again.modifiers.push_back("76");
    claim.lines.push_back(again);
    return made;
}

/// Cabotegravir and rilpivirine are two injections by their label (fact book 9.4).
Scenario cabenuva(Maker& maker) {
    Scenario made = plain(maker, {.drug = "J0741", .diagnosis = "B20", .record = 0});
    made.claims[0].line(made.claims[0].line_of("96372")).units = "2";
    return made;
}

/// PrEP: Medicare's own administration code; other payers take 96372 (fact book 1.2, row 25).
Scenario prep(Maker& maker) {
    Wish wish{.drug = maker.as_of > Day::of(2025, 11, 1) && maker.dice.chance(50) ? "J0738" : "J0739", .record = 0};
    if (maker.as_of < Day::of(2024, 11, 1)) wish.payers = {"commercial", "medicaid"};
    Scenario made = plain(maker, wish);
    DraftClaim& claim = made.claims[0];
    if (!maker.medicare(claim)) return made;
    claim.line(claim.line_of("96372")).code = "G0012";
    claim.lines.back().modifiers = {"JZ"};
    return made;
}

/// Palivizumab stays on 96372 (fact book 1.2, row 9).
Scenario palivizumab(Maker& maker) {
    return plain(maker, {.payers = {"medicaid", "commercial"}, .drug = "90378", .diagnosis = "P27.1"});
}

/// Wellness and preventive visits have no edit with 96372; 25 does no harm (fact book 2.2).
Scenario at_preventive_visit(Maker& maker) {
    Scenario made = plain(maker, {.visit = 0, .age_min = 40, .age_max = 64});
    DraftClaim& claim = made.claims[0];
    const bool medicare = maker.medicare(claim);
    DraftLine& visit = maker.add(claim, medicare ? "G0439" : "99396", 15000, "Z00.00");
    if (maker.dice.chance(50)) visit.modifiers = {"25"};
    return made;
}

/// The same drug again and again, each time when it is due (HIS001); each claim was received in time.
Scenario course(Maker& maker) {
    constexpr std::array drugs{"J3420", "J2357", "J0517", "J2426", "J3145", "J1306"};
    constexpr std::array days{35, 28, 56, 30, 70, 170};
    const auto which = static_cast<std::size_t>(maker.dice.between(0, 5));
    Scenario made = plain(maker, {.drug = drugs[which], .record = 0, .age_min = 20});
    made.claims[0].received = Day::none();
    const DraftClaim last = made.claims[0];
    for (int i = 1; i <= 2; ++i) {
        DraftClaim before = last;
        before.id += static_cast<char>('0' + i);
        for (DraftLine& line : before.lines) {
            line.from = plus_days(line.from, -i * days[which]);
            if (line.to.known()) line.to = line.from;
        }
        if (before.lines[0].from < Day::of(2024, 1, 2)) break;
        before.received = plus_days(before.lines[0].from, 7);
        made.claims.push_back(before);
    }
    return made;
}

/// A hospital's outpatient claim: revenue codes, the clinic visit with 25 (fact book 4.3).
Scenario hospital(Maker& maker) {
    Scenario made = plain(maker, {.visit = 0, .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    claim.kind = "institutional";
    claim.bill_type = "0131";
    claim.pos = "";
    for (DraftLine& line : claim.lines) line.revenue_code = line.code == "96372" ? "0940" : "0636";
    if (maker.dice.chance(50)) {
        DraftLine& visit = maker.add(claim, "G0463", 14000, maker.chosen().diagnosis);
        visit.modifiers = {"25"};
        visit.revenue_code = "0510";
    }
    return made;
}

/// Services that nothing of the rulebook is about, beside an injection: tests, therapy, drawing blood.
Scenario beside_unrelated(Maker& maker) {
    constexpr std::array codes{"93000", "36415", "94640", "97110", "81002", "71046", "87880", "99406"};
    Scenario made = plain(maker, {.age_min = 20});
    maker.add(made.claims[0], maker.dice.of(codes), 3000, maker.chosen().diagnosis);
    return made;
}

/// No injection at all: the claim is passed over.
Scenario without_injection(Maker& maker) {
    Scenario made = plain(maker, {.visit = 1, .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    claim.lines.resize(1);
    if (claim.lines[0].code[0] != '9' || claim.lines[0].code == "96372") {
        claim.lines[0].code = "99213";
        claim.lines[0].units = "1";
    }
    claim.lines[0].modifiers.clear();
    if (maker.dice.chance(50)) maker.add(claim, "93000", 3000, maker.chosen().diagnosis);
    return made;
}

/// Two days on one claim, each with all that it needs.
Scenario two_days(Maker& maker) {
    Scenario made = plain(maker, {.drug = "J1885", .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    const std::vector<DraftLine> lines = claim.lines;
    for (DraftLine line : lines) {
        line.from = plus_days(line.from, -1);
        if (line.to.known()) line.to = line.from;
        claim.lines.push_back(line);
    }
    return made;
}

/// Another drug on the day before: nothing joins over midnight, nor over two patients of one subscriber.
Scenario family(Maker& maker) {
    Scenario made = plain(maker, {.payers = {"commercial", "tricare"}, .drug = "J0696", .visit = 0});
    DraftClaim child = made.claims[0];
    made.claims[0].patient_id = "P-ONE";
    child.id += "K";
    child.patient_id = "P-TWO";
    child.birth = plus_days(child.birth, 1);
    for (DraftLine& line : child.lines) line.record.clear();
    made.claims.push_back(child);
    return made;
}

Scenario ordinary(Maker& maker) { return plain(maker, {}); }

constexpr std::array usual_kinds{
    Kind{"one drug", 34, ordinary},
    Kind{"several drugs", 12, several_drugs},
    Kind{"beside a vaccine", 7, beside_vaccine},
    Kind{"beside a child's vaccine", 2, beside_childs_vaccine},
    Kind{"beside a procedure", 6, beside_procedure},
    Kind{"beside an operation", 6, beside_operation},
    Kind{"beside another administration", 7, beside_other_administration},
    Kind{"brought drug", 5, brought},
    Kind{"unlisted drug", 2, unlisted},
    Kind{"waste", 3, wasted},
    Kind{"two claims of a day", 6, in_two_claims},
    Kind{"second payer", 2, second_payer},
    Kind{"replacement", 3, replaced},
    Kind{"void", 1, voided},
    Kind{"repeated", 2, repeated, false},
    Kind{"cabotegravir and rilpivirine", 1, cabenuva},
    Kind{"prevention of HIV", 2, prep},
    Kind{"palivizumab", 1, palivizumab},
    Kind{"preventive visit", 3, at_preventive_visit},
    Kind{"course", 3, course},
    Kind{"hospital", 3, hospital},
    Kind{"beside other services", 4, beside_unrelated},
    Kind{"no injection", 2, without_injection},
    Kind{"two days", 2, two_days},
    Kind{"two patients of a subscriber", 1, family},
};

const std::vector<Kind>& all_kinds() {
    static const std::vector<Kind> all = [] {
        std::vector<Kind> kinds(usual_kinds.begin(), usual_kinds.end());
        kinds.insert(kinds.end(), rarer_kinds().begin(), rarer_kinds().end());
        return kinds;
    }();
    return all;
}

}   // namespace

std::vector<std::string_view> clean_kinds() {
    std::vector<std::string_view> names;
    for (const Kind& kind : all_kinds()) names.push_back(kind.name);
    return names;
}

Scenario clean_scenario(Maker& maker, std::string_view wanted) {
    int all = 0;
    for (const Kind& kind : all_kinds()) all += kind.weight;
    int at = wanted.empty() ? maker.dice.between(1, all) : 0;
    for (const Kind& kind : all_kinds()) {
        if (wanted.empty() ? (at -= kind.weight) > 0 : kind.name != wanted) continue;
        Scenario made = kind.make(maker);
        finish(maker, made, kind.shuffled);
        made.what = kind.name;
        return made;
    }
    return {};
}

}   // namespace deltoid::test::precision

// SPDX-License-Identifier: Apache-2.0
// Rarer kinds of clean claims: what looks like an error and is none, each with its fact.
#include <array>

#include "precision/clean.hpp"

namespace deltoid::test::precision {
namespace {

/// A line of a drug that is not the plain claim's, with what the payer wants of it.
DraftLine& add_product(Maker& maker, DraftClaim& claim, std::string_view code, int units, std::string_view reason,
                       bool waste) {
    DraftLine& line = maker.add(claim, code, 5000 + maker.dice.between(0, 90) * 100, reason);
    line.units = std::to_string(units);
    if (waste && maker.medicare(claim)) line.modifiers = {"JZ"};
    if (wants_ndc(claim)) line.ndc = {maker.ndc(), "1", "UN"};
    return line;
}

/// A wound: tetanus immune globulin by 96372, the toxoid by 90471 (fact book 1.2, rows 6 and 10).
Scenario wound(Maker& maker) {
    Scenario made = plain(maker, {.drug = "J1670", .diagnosis = "S61.411A", .age_min = 20});
    DraftClaim& claim = made.claims[0];
    maker.add(claim, "90715", 4000, "S61.411A");
    maker.add(claim, "90471", 3000, "S61.411A");
    if (maker.dice.chance(50)) claim.lines.back().pointers.push_back(claim.pointer_to("W26.0XXA"));
    return made;
}

/// A bite: rabies immune globulin by 96372, the vaccine by 90471 (row 6).
Scenario bite(Maker& maker) {
    Scenario made =
        plain(maker, {.drug = maker.dice.chance(50) ? "90375" : "90376", .diagnosis = "Z20.3", .age_min = 8});
    DraftClaim& claim = made.claims[0];
    const std::string outer = claim.pointer_to("W54.0XXA");
    for (DraftLine& line : claim.lines)
        if (line.code != "99213") line.pointers = {"1", outer};
    claim.line(claim.line_of("96372")).pointers = {"1", outer};
    maker.add(claim, "90675", 40000, "Z20.3");
    maker.add(claim, "90471", 3000, "Z20.3");
    return made;
}

/// A newborn: vitamin K by 96372, the hepatitis B vaccine by 90471 or 90460 with a bypass on 96372.
Scenario newborn(Maker& maker) {
    Scenario made =
        plain(maker, {.payers = {"medicaid", "commercial"}, .drug = "J3430", .diagnosis = "P53", .visit = 0});
    DraftClaim& claim = made.claims[0];
    maker.add(claim, "90744", 4000, "Z23");
    const bool counselled = maker.dice.chance(40);
    maker.add(claim, counselled ? "90460" : "90471", 3000, "Z23");
    if (counselled) claim.line(claim.line_of("96372")).modifiers.push_back("59");
    return made;
}

/// Chemotherapy by infusion, and a growth factor under the skin: 96372 with a bypass, 96375 and 96415 need none.
Scenario oncology(Maker& maker) {
    Scenario made = plain(maker, {.drug = maker.dice.chance(50) ? "J1442" : "J2405", .visit = 0, .age_min = 50});
    DraftClaim& claim = made.claims[0];
    maker.add(claim, "96413", 25000, "C34.11");
    add_product(maker, claim, "J9305", 80, "C34.11", true);
    maker.add(claim, "96375", 4000, "C34.11");
    claim.line(claim.line_of("96372")).modifiers.push_back(maker.dice.chance(50) ? "59" : "XU");
    return made;
}

/// A reaction to an allergy shot: epinephrine by 96372, apart from 95117 (fact book 2.2).
Scenario reaction(Maker& maker) {
    const std::string_view drug = maker.as_of < Day::of(2025, 6, 30)  ? "J0171"
                                  : maker.as_of > Day::of(2025, 8, 1) ? "J0165"
                                                                      : "J1200";
    Scenario made = plain(maker, {.drug = drug, .diagnosis = "T80.52XA", .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    maker.add(claim, "95117", 2500, "J30.1");
    claim.line(claim.line_of("96372")).modifiers.push_back("59");
    return made;
}

/// One drug from two packages: two lines, each with its NDC, KP on the first and KQ on the next (Medicaid programmes).
Scenario two_packages(Maker& maker) {
    Scenario made = plain(maker, {.payer_class = "medicaid", .drug = "J0696", .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    DraftLine& first = claim.line(claim.line_of("J0696"));
    first.units = "2";
    first.modifiers = {"KP"};
    DraftLine next = first;
    next.modifiers = {"KQ"};
    next.units = "1";
    next.ndc.code = maker.ndc();
    claim.lines.push_back(next);
    return made;
}

/// The denial of an excluded drug is wanted: GY on drug and injection (rulebook DRG010).
Scenario denial_wanted(Maker& maker) {
    Scenario made = plain(maker, {.payer_class = "medicare_b", .drug = "J3420", .record = 0, .age_min = 40});
    DraftClaim& claim = made.claims[0];
    DraftLine& drug = claim.line(claim.line_of("J3420"));
    drug.code = "J3030";
    drug.units = "1";
    drug.modifiers = {"GY"};
    drug.record.clear();
    claim.line(claim.line_of("96372")).modifiers = {"GY"};
    claim.diagnoses = {"G43.709"};
    for (DraftLine& line : claim.lines) line.pointers = {"1"};
    return made;
}

/// The injections of two practitioners of the group: 77 on the second (fact book 9.4).
Scenario other_practitioner(Maker& maker) {
    Scenario made = plain(maker, {.drug = "J1885", .visit = 0, .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    if (claim.rendering_npi.empty()) return made;
    const std::string npi = npi_of(154999999), taxonomy = claim.rendering_taxonomy;
    for (const std::string_view code : {"96372", "J1885"}) {
        DraftLine again = claim.line(claim.line_of(code));
        again.modifiers.push_back("77");
        again.rendering_npi = npi;
        again.rendering_taxonomy = taxonomy;
        claim.lines.push_back(again);
    }
    return made;
}

/// The visit of another specialty on the same claim, by the line's own practitioner, needs no 25.
Scenario other_specialty(Maker& maker) {
    Scenario made = plain(maker, {.visit = 0, .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    if (claim.rendering_npi.empty() || claim.billing_entity == "person") return made;
    DraftLine& visit = maker.add(claim, "99214", 13000, maker.chosen().diagnosis);
    visit.rendering_npi = npi_of(171000042);
    visit.rendering_taxonomy = "2084N0400X";
    return made;
}

/// A nurse's visit and an injection on different days (BND001 is an edit of one day).
Scenario nurse_on_another_day(Maker& maker) {
    Scenario made = plain(maker, {.visit = 0, .record = 0, .age_min = 20});
    DraftClaim& claim = made.claims[0];
    DraftLine& visit = maker.add(claim, "99211", 2500, maker.chosen().diagnosis);
    visit.from = plus_days(visit.from, -1);
    visit.to = Day::none();
    return made;
}

/// The state supplies the drug: no charge (rulebook DRG018).
Scenario state_supplied(Maker& maker) {
    Scenario made = plain(maker, {.payer_class = "medicaid", .drug = "J0561", .record = 0});
    DraftClaim& claim = made.claims[0];
    DraftLine& drug = claim.line(claim.line_of("J0561"));
    drug.cents = 0;
    drug.modifiers = {"SL"};
    drug.write("source", "state_supplied");
    return made;
}

/// Medicare's PrEP code and a 96372 of another drug on one day.
Scenario prep_and_more(Maker& maker) {
    if (maker.as_of < Day::of(2024, 11, 1)) return plain(maker, {});
    Scenario made = plain(
        maker, {.payers = {"medicare_b", "medicare_advantage"}, .drug = "J0561", .diagnosis = "A51.0", .record = 0});
    DraftClaim& claim = made.claims[0];
    maker.add(claim, "G0012", 3000, "Z29.81");
    add_product(maker, claim, "J0739", 600, "Z29.81", true);
    return made;
}

/// G2211 where it is paid: with a wellness visit beside it, from 2025 (fact book 20, point 2.3).
Scenario complexity(Maker& maker) {
    Scenario made = plain(maker, {.payer_class = "medicare_b", .visit = 1, .record = 0, .age_min = 66, .pos = "11"});
    DraftClaim& claim = made.claims[0];
    if (maker.as_of < Day::of(2025, 1, 27)) return made;
    maker.add(claim, "G0439", 13000, "Z00.00");
    maker.add(claim, "G2211", 1600, maker.chosen().diagnosis);
    return made;
}

/// Filed late, yet within Medicare's calendar year; another payer's replacement and secondary claims are later still.
Scenario late_in_time(Maker& maker) {
    if (maker.as_of < Day::of(2025, 2, 1)) return plain(maker, {});
    Wish wish{.payers = {"medicare_b", "tricare"}, .drug = "J1885", .record = 0, .age_min = 30};
    wish.day = plus_days(maker.as_of, -maker.dice.between(200, 340));
    Scenario made = plain(maker, wish);
    made.claims[0].received = maker.dice.chance(50) ? maker.as_of : Day::none();
    return made;
}

/// Antepartum Rho(D) for a payer that wants the CPT code, and the office's injection of the same day for another need.
Scenario rho(Maker& maker) {
    return plain(maker, {.payers = {"commercial", "medicaid"},
                         .drug = maker.dice.chance(50) ? "90384" : "J2790",
                         .diagnosis = "O36.0120"});
}

/// The doses before stand in the history, each when it was due.
Scenario with_history(Maker& maker) {
    constexpr std::array drugs{"J3420", "J0517", "J3145", "J1306"};
    constexpr std::array days{35, 56, 70, 170};
    const auto which = static_cast<std::size_t>(maker.dice.between(0, 3));
    Scenario made = plain(maker, {.drug = drugs[which], .record = 0, .age_min = 20});
    for (int i = 1; i <= 2; ++i) {
        DraftClaim before = made.claims[0];
        before.id += static_cast<char>('0' + i);
        for (DraftLine& line : before.lines) {
            line.from = plus_days(line.from, -i * days[which]);
            line.to = Day::none();
        }
        if (before.lines[0].from < Day::of(2024, 1, 2)) break;
        before.received = plus_days(before.lines[0].from, 7);
        made.earlier.push_back(before);
    }
    return made;
}

constexpr std::array kinds{
    Kind{"wound", 1, wound},
    Kind{"bite", 1, bite},
    Kind{"newborn", 1, newborn},
    Kind{"oncology", 1, oncology},
    Kind{"reaction to an allergy shot", 1, reaction},
    Kind{"two packages", 1, two_packages},
    Kind{"denial wanted", 1, denial_wanted},
    Kind{"two practitioners", 1, other_practitioner, false},
    Kind{"another specialty", 1, other_specialty},
    Kind{"nurse on another day", 1, nurse_on_another_day},
    Kind{"state supplied", 1, state_supplied},
    Kind{"prevention of HIV and more", 1, prep_and_more},
    Kind{"complexity", 1, complexity},
    Kind{"late in time", 1, late_in_time},
    Kind{"anti-D", 1, rho},
    Kind{"with a history", 2, with_history},
};

}   // namespace

std::span<const Kind> rarer_kinds() { return kinds; }

}   // namespace deltoid::test::precision

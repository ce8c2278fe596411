// SPDX-License-Identifier: Apache-2.0
// The same defects in claims of every kind: several drugs, vaccines, procedures, two claims of a day, hospitals.
#include <algorithm>
#include <array>

#include "precision/mutation.hpp"

namespace deltoid::test::precision {
namespace {

constexpr Day first_edition = Day::of(2024, 7, 1);

/// Every line of a scenario that is of the kind, as claim and line.
struct At {
    int claim, line;
};

template <class Holds>
std::vector<At> lines_that(Mutant& mutant, Holds holds) {
    std::vector<At> found;
    for (std::size_t c = 0; c < mutant.scenario.claims.size(); ++c) {
        DraftClaim& claim = mutant.scenario.claims[c];
        for (std::size_t l = 0; l < claim.lines.size(); ++l)
            if (holds(claim, claim.lines[l])) found.push_back({static_cast<int>(c), static_cast<int>(l + 1)});
    }
    return found;
}

DraftLine& line_at(Mutant& mutant, At at) {
    return mutant.scenario.claims[static_cast<std::size_t>(at.claim)].line(at.line);
}

void deserve(Mutant& mutant, std::string_view rule, At at, std::string_view level = "error") {
    mutant.deserved.push_back({rule, at.line, level, at.claim});
}

bool is_drug(const DraftLine& line) {
    const char c = line.code[0];
    const bool immune = line.code >= "90281" && line.code <= "90399" && line.code.size() == 5;
    return c == 'J' || line.code[0] == 'S' || (c == 'Q' && line.code != "Q2035") || immune;
}

/// A claim that is looked at: not a void, and professional unless asked otherwise.
bool is_live(const DraftClaim& claim) { return claim.frequency != "8" && claim.kind == "professional"; }

/// One of the lines, or false when there are none.
template <class Holds>
bool pick(Maker& maker, Mutant& mutant, At& at, Holds holds) {
    mutant.scenario = clean_scenario(maker);
    const std::vector<At> found = lines_that(mutant, holds);
    if (found.empty()) return false;
    at = maker.dice.of(found);
    return true;
}

bool pick_injection(Maker& maker, Mutant& mutant, At& at) {
    return pick(maker, mutant, at, [](const DraftClaim& claim, const DraftLine& line) {
        return is_live(claim) && line.code == "96372" && line.modifiers.size() < 4;
    });
}

bool modifier_on_injection(Maker& maker, Mutant& mutant) {
    struct Wrong {
        std::string_view rule, modifier;
    };
    constexpr std::array wrong{Wrong{"MOD002", "26"}, Wrong{"MOD003", "50"}, Wrong{"MOD004", "80"},
                               Wrong{"MOD008", "JA"}, Wrong{"MOD010", "95"}, Wrong{"MOD001", "57"},
                               Wrong{"MOD005", "Z"}};
    At at{};
    if (!pick_injection(maker, mutant, at)) return false;
    const Wrong& one = maker.dice.of(wrong);
    line_at(mutant, at).modifiers.push_back(std::string(one.modifier));
    deserve(mutant, one.rule, at);
    return true;
}

bool no_count(Maker& maker, Mutant& mutant) {
    At at{};
    if (!pick_injection(maker, mutant, at)) return false;
    line_at(mutant, at).units = maker.dice.chance(50) ? "0" : "1.5";
    deserve(mutant, "UNT003", at);
    return true;
}

bool no_pointer(Maker& maker, Mutant& mutant) {
    At at{};
    const bool any = pick(maker, mutant, at, [](const DraftClaim& claim, const DraftLine& line) {
        return is_live(claim) && (line.code == "96372" || is_drug(line)) && claim.line_of("96372") != 0;
    });
    if (!any) return false;
    line_at(mutant, at).pointers.clear();
    deserve(mutant, "DX001", at);
    return true;
}

bool wrong_total(Maker& maker, Mutant& mutant) {
    mutant.scenario = clean_scenario(maker);
    mutant.claim().total_off_by = maker.dice.between(1, 900);
    deserve(mutant, "CLM004", {0, 0});
    return true;
}

bool unchecked_npi(Maker& maker, Mutant& mutant) {
    mutant.scenario = clean_scenario(maker);
    // Another billing provider would tear claims of one day apart.
    if (mutant.scenario.claims.size() != 1) return false;
    std::string& npi = mutant.claim().billing_npi;
    npi.back() = npi.back() == '9' ? '0' : static_cast<char>(npi.back() + 1);
    mutant.deserved.push_back({"CLM006", anywhere, "error", 0});
    return true;
}

bool no_waste_modifier(Maker& maker, Mutant& mutant) {
    At at{};
    const bool any = pick(maker, mutant, at, [](const DraftClaim& claim, const DraftLine& line) {
        if (!is_live(claim) || claim.payer.payer_class != "medicare_b" || !line.has("JZ") ||
            claim.line_of("96372") == 0)
            return false;
        const std::vector<Drug>& drugs = facts().drugs;   // a code that the pack does not know comes in who knows what
        return std::any_of(drugs.begin(), drugs.end(),
                           [&](const Drug& one) { return one.code == line.code && one.single(); });
    });
    if (!any) return false;
    if (line_at(mutant, at).has("76")) return false;   // the same drug with JZ on one line and nothing on another
    line_at(mutant, at).drop("JZ");
    deserve(mutant, "DRG004", at);
    return true;
}

bool visit_without_25(Maker& maker, Mutant& mutant) {
    At at{};
    const bool any = pick(maker, mutant, at, [](const DraftClaim& claim, const DraftLine& line) {
        const bool payer = claim.payer.payer_class != "workers_comp" && claim.payer.payer_class != "auto" &&
                           claim.payer.payer_class != "unknown" && claim.payer.payer_class != "medicare_advantage";
        return is_live(claim) && payer && line.has("25") && line.code.starts_with("992");
    });
    if (!any || mutant.scenario.what == "replacement" || mutant.scenario.what == "second payer") return false;
    const std::vector<At> injections =
        lines_that(mutant, [](const DraftClaim&, const DraftLine& line) { return line.code == "96372"; });
    if (injections.empty()) return false;
    // 59 or X on the injection serves its own partner, and so is not misplaced beside the visit.
    line_at(mutant, at).modifiers.clear();
    line_at(mutant, at).record.clear();
    for (DraftLine& line : mutant.scenario.claims[static_cast<std::size_t>(at.claim)].lines)
        line.unwrite("visit_documented_separately");
    deserve(mutant, "BND003", at);
    return true;
}

/// The bypass of an injection beside a procedure or another administration is gone.
bool bypass_lost(Maker& maker, Mutant& mutant) {
    constexpr std::array kinds{"beside a procedure", "beside another administration", "beside a child's vaccine",
                               "beside an operation"};
    if (maker.as_of < plus_days(first_edition, 26)) return false;
    mutant.scenario = clean_scenario(maker, maker.dice.of(kinds));
    DraftClaim& claim = mutant.claim();
    const std::string& payer = claim.payer.payer_class;
    if (payer == "medicare_advantage" || payer == "workers_comp" || payer == "auto" || payer == "unknown") return false;
    bool lost = false;
    for (DraftLine& line : claim.lines)
        for (const char* modifier : {"59", "XS", "XU", "XE", "LT", "RT"}) {
            lost |= line.has(modifier) && modifier[0] != 'L' && modifier[0] != 'R';   // a side is no bypass
            line.drop(modifier);
        }
    if (!lost) return false;
    constexpr std::array administrations{"96374", "96365", "96401"};
    const bool other = std::any_of(administrations.begin(), administrations.end(),
                                   [&](const char* code) { return claim.line_of(code) != 0; });
    deserve(mutant, other ? "BND007" : "BND005", {0, claim.line_of("96372")});
    return true;
}

/// A day with a procedure that gives the only drug left, and the bypass still there.
bool only_the_procedures_drug(Maker& maker, Mutant& mutant) {
    if (maker.as_of < plus_days(first_edition, 26)) return false;
    mutant.scenario = clean_scenario(maker, "beside a procedure");
    DraftClaim& claim = mutant.claim();
    if (claim.line_of("20610") == 0 || claim.line_of("J3301") == 0) return false;
    const int own = drug_of(maker, mutant);
    if (own == 0 || claim.line(own).code == "J3301") return false;
    claim.lines.erase(claim.lines.begin() + own - 1);
    claim.line(claim.line_of("96372")).pointers = claim.line(claim.line_of("J3301")).pointers;
    for (DraftLine& line : claim.lines)
        if (line.record.size() > 5) line.record.clear();
    claim.pos = "11";   // the record had shown who supervised
    deserve(mutant, "BND008", {0, claim.line_of("96372")}, "warning");
    return true;
}

/// The vaccine has lost its administration, and 96372 has grown by one.
bool vaccine_as_injection(Maker& maker, Mutant& mutant) {
    mutant.scenario = clean_scenario(maker, "beside a vaccine");
    DraftClaim& claim = mutant.claim();
    for (const char* code : {"G0008", "G0009", "G0010", "90471", "90480"})
        if (const int at = claim.line_of(code); at != 0) claim.lines.erase(claim.lines.begin() + at - 1);
    DraftLine& injection = claim.line(claim.line_of("96372"));
    injection.units = "2";
    for (DraftLine& line : claim.lines) line.unwrite("injections");
    deserve(mutant, "ADM001", {0, claim.line_of("96372")}, "warning");
    return true;
}

/// The claim that held the drug, or the one that held the injection's visit, is not in the batch.
bool drug_claim_missing(Maker& maker, Mutant& mutant) {
    mutant.scenario = clean_scenario(maker, "two claims of a day");
    if (mutant.scenario.claims.size() != 2) return false;
    DraftClaim& second = mutant.scenario.claims[1];
    if (second.lines.size() != 1 || !is_drug(second.lines[0])) return false;
    const bool medicare = second.payer.payer_class == "medicare_b";
    mutant.scenario.claims.pop_back();
    deserve(mutant, "DRG001", {0, mutant.claim().line_of("96372")}, medicare ? "error" : "warning");
    return true;
}

bool facility(Maker& maker, Mutant& mutant) {
    constexpr std::array places{"21", "22", "23", "31", "61"};
    mutant.scenario = clean_scenario(maker);
    if (mutant.scenario.claims.size() != 1 || !is_live(mutant.claim()) || mutant.claim().line_of("96372") == 0)
        return false;
    const std::string& payer = mutant.claim().payer.payer_class;
    if ((payer != "medicare_b" && payer != "commercial") || mutant.scenario.what == "brought drug") return false;
    mutant.claim().pos = maker.dice.of(places);
    for (const At at : lines_that(
             mutant, [](const DraftClaim&, const DraftLine& line) { return line.code == "96372" || is_drug(line); }))
        deserve(mutant, "POS001", at);
    return true;
}

bool sent_twice(Maker& maker, Mutant& mutant) {
    mutant.scenario = clean_scenario(maker);
    if (mutant.scenario.claims.size() != 1 || mutant.claim().frequency != "1" || mutant.claim().line_of("96372") == 0)
        return false;
    DraftClaim again = mutant.claim();
    again.id += "X";
    mutant.scenario.claims.push_back(again);
    mutant.deserved.push_back({"CLM002", anywhere, "error", anywhere});
    return true;
}

constexpr std::array mutations{
    Mutation{"MOD002", "a wrong modifier on one of the injections", modifier_on_injection},
    Mutation{"UNT003", "units that are no count on one of the injections", no_count},
    Mutation{"DX001", "no pointer on one of the lines", no_pointer},
    Mutation{"CLM004", "a total that is no sum, of any claim", wrong_total},
    Mutation{"CLM006", "a check digit that fails, of any claim", unchecked_npi},
    Mutation{"DRG004", "no JZ on one of the drugs", no_waste_modifier},
    Mutation{"BND003", "a visit without 25 among other services", visit_without_25},
    Mutation{"BND005", "the bypass is lost", bypass_lost},
    Mutation{"BND008", "only the procedure's drug", only_the_procedures_drug},
    Mutation{"ADM001", "a vaccine counted as an injection", vaccine_as_injection},
    Mutation{"DRG001", "the drug's claim is missing", drug_claim_missing},
    Mutation{"POS001", "a facility, whatever was done", facility},
    Mutation{"CLM002", "any claim sent twice", sent_twice},
};

}   // namespace

std::span<const Mutation> mutations_of_every_kind() { return mutations; }

}   // namespace deltoid::test::precision

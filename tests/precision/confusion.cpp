// SPDX-License-Identifier: Apache-2.0
// Plants, checks and counts.
#include "precision/confusion.hpp"

#include <algorithm>

#include "deltoid/rule.hpp"

namespace deltoid::test::precision {
namespace {

bool meets(const Planted& planted, const Said& said) {
    return said.rule == planted.rule && said.level == planted.level &&
           (planted.line == anywhere || planted.line == said.line) &&
           (planted.claim == anywhere || planted.claim == said.claim);
}

std::string padded(std::string text, std::size_t width) {
    text.insert(0, text.size() < width ? width - text.size() : 0, ' ');
    return text;
}

struct Planting {
    const Mutation* mutation;
    Mutant mutant;
};

/// Those of one batch, so that their mutants share a session.
void check_batch(std::vector<Planting>& plantings, Day as_of, Confusion& confusion) {
    std::vector<Scenario> scenarios;
    for (const Planting& planting : plantings) scenarios.push_back(planting.mutant.scenario);
    const auto said = check_together(scenarios, as_of, true);
    for (std::size_t i = 0; i < plantings.size(); ++i)
        confusion.count(*plantings[i].mutation, plantings[i].mutant, said[i]);
    plantings.clear();
}

}   // namespace

void Confusion::count(const Mutation& mutation, const Mutant& mutant, const std::vector<Said>& said) {
    bool right = true;
    for (const Planted& planted : mutant.deserved) {
        if (find_rule(planted.rule) == nullptr) continue;
        Row& row = rules[std::string(planted.rule)];
        ++row.planted;
        const bool found = std::any_of(said.begin(), said.end(), [&](const Said& one) { return meets(planted, one); });
        ++(found ? row.found : row.missed);
        right &= found;
    }
    for (const Said& one : said) {
        if (one.level == "info") continue;   // clean claims have notes, too
        const auto& deserved = mutant.deserved;
        if (std::any_of(deserved.begin(), deserved.end(), [&](const Planted& planted) { return meets(planted, one); }))
            continue;
        if (one.level == "warning" && std::find(mutant.also.begin(), mutant.also.end(), one.rule) != mutant.also.end())
            continue;
        ++(one.level == "error" ? rules[one.rule].extra : rules[one.rule].warned);
        right = false;
    }
    ++mutants;
    if (right) return;
    ++wrong;
    if (wrong_of_[mutation.what]++ >= 2) return;
    shown += std::string(mutation.rule) + ", " + std::string(mutation.what) + ", deserves";
    for (const Planted& planted : mutant.deserved)
        shown += " " + std::string(planted.rule) + " " + std::string(planted.level) + " line " +
                 std::to_string(planted.line);
    shown += "; said:\n" + listed(said) + listed(mutant.scenario);
}

std::string Confusion::table() const {
    std::string text = "rule    planted   found  missed   extra  warned besides\n";
    for (const auto& [rule, row] : rules) {
        text += rule + std::string(rule.size() < 6 ? 6 - rule.size() : 0, ' ');
        for (const int number : {row.planted, row.found, row.missed, row.extra, row.warned})
            text += padded(std::to_string(number), 8);
        text += "\n";
    }
    return text + std::to_string(mutants) + " mutants, " + std::to_string(wrong) + " of them not as they deserve\n";
}

Confusion confuse(std::uint64_t seed, int mutants) {
    constexpr std::size_t batch_size = 80;
    Dice dice(seed);
    Confusion confusion;
    std::vector<Mutation> mutations = all_mutations();
    std::erase_if(mutations, [](const Mutation& mutation) { return find_rule(mutation.rule) == nullptr; });
    std::vector<Planting> batch;
    Day as_of = some_day(dice.next());
    int serial = 0;
    // Mutants of a time of their own, and those with a profile, tables or a whole file, are checked by themselves.
    for (std::size_t next = 0; confusion.mutants + static_cast<int>(batch.size()) < mutants; ++next) {
        const Mutation& mutation = mutations[next % mutations.size()];
        const Day own = mutation.as_of == Day{} ? as_of : mutation.as_of;
        Maker maker(dice, own, ++serial);
        std::vector<Planting> single(1);
        single[0].mutation = &mutation;
        if (!mutation.plant(maker, single[0].mutant)) continue;
        for (DraftClaim& claim : single[0].mutant.scenario.claims) look_different(dice, claim);
        if (own != as_of || single[0].mutant.scenario.stands_alone()) {
            check_batch(single, own, confusion);
            continue;
        }
        batch.push_back(std::move(single[0]));
        if (batch.size() < batch_size) continue;
        check_batch(batch, as_of, confusion);
        as_of = some_day(dice.next());
    }
    check_batch(batch, as_of, confusion);
    return confusion;
}

}   // namespace deltoid::test::precision

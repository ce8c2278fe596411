// SPDX-License-Identifier: Apache-2.0
// What the mutations of all families share.
#include "precision/mutation.hpp"

namespace deltoid::test::precision {

std::vector<Mutation> all_mutations() {
    std::vector<Mutation> all;
    for (const auto& family :
         {mutations_of_administration(), mutations_of_lines(), mutations_of_claims(), mutations_of_every_kind(),
          mutations_for_judgement(), mutations_rarer(), mutations_of_files(), mutations_of_sources()})
        all.insert(all.end(), family.begin(), family.end());
    return all;
}

void take(Maker& maker, Mutant& mutant, const Wish& wish) {
    mutant.scenario = plain(maker, wish);
    finish(maker, mutant.scenario);
}

int drug_of(const Maker& maker, const Mutant& mutant) {
    return mutant.scenario.claims[0].line_of(maker.chosen().drug->code);
}

int visit_of(const Mutant& mutant) {
    const std::vector<DraftLine>& lines = mutant.scenario.claims[0].lines;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].has("25")) return static_cast<int>(i + 1);
    return 0;
}

void only_reason(DraftClaim& claim, std::string_view diagnosis) {
    claim.diagnoses = {std::string(diagnosis)};
    for (DraftLine& line : claim.lines) line.pointers = {"1"};
}

void become(Maker& maker, Mutant& mutant, std::string_view code, int units, std::string_view diagnosis, bool waste) {
    DraftClaim& claim = mutant.claim();
    DraftLine& line = claim.line(drug_of(maker, mutant));
    line.code = code;
    line.units = std::to_string(units);
    line.modifiers.clear();
    if (waste && maker.medicare(claim)) line.modifiers.push_back("JZ");
    line.measurements.clear();
    line.record.clear();
    if (!line.ndc.code.empty()) line.ndc.unit = "UN", line.ndc.quantity = "1";
    only_reason(claim, diagnosis);
}

void must_say(Mutant& mutant, std::string_view rule, int line, std::string_view level) {
    mutant.deserved.push_back({rule, line, level, 0});
}

}   // namespace deltoid::test::precision

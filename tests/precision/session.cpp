// SPDX-License-Identifier: Apache-2.0
// Runs batches of scenarios.
#include "precision/session.hpp"

#include "precision/facts.hpp"

namespace deltoid::test::precision {
namespace {

/// Claims of the past, for sessions whose inputs have a role.
template <class AnyInput>
void add_history(std::vector<AnyInput>& inputs, const std::string& bytes) {
    if constexpr (requires(AnyInput input) { input.role; }) {
        if (bytes.empty()) return;
        inputs.insert(inputs.begin(), AnyInput{"earlier.json", bytes});
        inputs.front().role = Role::history;
    }
}

}   // namespace

std::vector<std::vector<Said>> check_together(const std::vector<Scenario>& scenarios, Day as_of, bool infos) {
    std::string bytes, past, options = "{\"as_of\":\"" + iso(as_of) + "\"";
    std::vector<std::size_t> owner;
    std::vector<int> first;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        first.push_back(static_cast<int>(owner.size()));
        for (const DraftClaim& claim : scenarios[i].claims) {
            bytes.append(claim.json()).append("\n");
            owner.push_back(i);
        }
        for (const DraftClaim& claim : scenarios[i].earlier) past.append(claim.json()).append("\n");
    }
    if (!scenarios.empty() && !scenarios[0].profile.empty()) options += ",\"profile\":" + scenarios[0].profile;
    if (!scenarios.empty() && !scenarios[0].tables.empty()) options += ",\"tables\":" + scenarios[0].tables;
    std::vector<Input> inputs(1);
    const bool file = !scenarios.empty() && !scenarios[0].file.empty();
    inputs[0].name = file ? "claims.837" : "claims.json";
    inputs[0].bytes = file ? scenarios[0].file : std::move(bytes);
    add_history(inputs, past);
    std::vector<std::vector<Said>> said(scenarios.size());
    for (const Json& finding : outcome_of(options + "}", inputs).findings) {
        if (!infos && !is_error_or_warning(finding)) continue;
        const auto index = static_cast<std::size_t>(finding["claim_index"].number());
        const std::size_t scenario = file || finding["claim_index"].is_null() ? 0 : owner.at(index);
        said[scenario].push_back({finding["rule"].text, finding["level"].text, finding["message"].text,
                                  static_cast<int>(index) - first[scenario],
                                  static_cast<int>(finding["line"].number())});
    }
    return said;
}

std::string listed(const std::vector<Said>& findings) {
    std::string text;
    for (const Said& one : findings)
        text += "  " + one.rule + " " + one.level + " claim " + std::to_string(one.claim) + " line " +
                std::to_string(one.line) + ": " + one.message + "\n";
    return text.empty() ? "  nothing\n" : text;
}

std::string listed(const Scenario& scenario) {
    std::string text = scenario.what + "\n";
    for (const DraftClaim& claim : scenario.claims) text += "  " + claim.json() + "\n";
    text += scenario.file;
    return text;
}

Day some_day(std::uint64_t random) {
    const Day first = Day::of(2024, 2, 1), last = Day::of(2026, 11, 15);
    return plus_days(first, static_cast<int>(random % static_cast<std::uint64_t>(last.number - first.number + 1)));
}

}   // namespace deltoid::test::precision

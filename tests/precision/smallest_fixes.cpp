// SPDX-License-Identifier: Apache-2.0
// Law 11 by brute force: the first fix that needs no chart clears its finding and adds no error, and no smaller set of
// up to two single-field edits does. Over all bad examples and over planted defects.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/rule.hpp"
#include "precision/mutation.hpp"
#include "precision/session.hpp"
#include "support/brute_force.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;
using namespace deltoid::test::precision;

namespace {

using Claims = std::vector<std::string>;     // contract JSON
using Counts = std::map<std::string, int>;   // findings of each rule on each claim

/// A line holds more fields than the two that the brute force changes.
constexpr int cost_of_a_line = 3;

int cost_of(const Json& alternative) {
    const auto one = [](const Json& edit) {
        return edit["op"].text == "delete_line" || edit["op"].text == "add_line" ? cost_of_a_line : 1;
    };
    // A modifier that takes another's place is one edit of its field.
    const auto replaces = [&](const Json& edit) {
        return alternative["op"].text == "remove_modifier" && edit["op"].text == "add_modifier" &&
               edit["line"] == alternative["line"];
    };
    int cost = one(alternative);
    for (const Json& edit : alternative["also"].values) cost += replaces(edit) ? 0 : one(edit);
    return cost;
}

bool can_be_applied_without_chart(const Json& alternative) {
    const auto says = [](const Json& edit) {
        return !edit.has("needs") && (edit["op"].text == "delete_line" || !edit["value"].is_null());
    };
    return says(alternative) && std::all_of(alternative["also"].values.begin(), alternative["also"].values.end(), says);
}

Json number(std::size_t value) {
    Json json;
    json.kind = Json::Kind::number;
    json.text = std::to_string(value);
    return json;
}

Json edit_of(std::string_view op, std::size_t line, std::string_view value, std::string_view field = {}) {
    Json edit;
    edit.kind = Json::Kind::object;
    edit.set("op", Json::of_text(op));
    if (line != 0) edit.set("line", number(line));
    if (!field.empty()) edit.set("field", Json::of_text(field));
    edit.set("value", Json::of_text(value));
    return edit;
}

/// Single-field edits that state no new fact: a modifier less, units that stand on a line already, the type of units, a
/// cent for a brought drug. Codes, dates, places, people and diagnoses are facts; so are 25, 59 and JZ.
std::vector<Json> single_edits(const Json& claim) {
    std::vector<Json> edits;
    const std::vector<Json>& lines = claim["lines"].values;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string path = "/lines/" + std::to_string(i);
        for (const Json& modifier : lines[i]["modifiers"].values)
            edits.push_back(edit_of("remove_modifier", i + 1, modifier.text));
        for (const Json& other : lines)
            if (other["units"].text != lines[i]["units"].text)
                edits.push_back(edit_of("set_units", i + 1, other["units"].text));
        if (lines[i].has("unit_type") && lines[i]["unit_type"].text != "UN")
            edits.push_back(edit_of("set_field", i + 1, "UN", path + "/unit_type"));
        if (!lines[i]["note"].text.empty()) edits.push_back(edit_of("set_field", i + 1, "0.01", path + "/charge"));
    }
    return edits;
}

/// The patient of a variant, so that many variants of a batch share a session. A claim that joins nothing stays so.
void rename_patient(Json& claim, std::size_t variant) {
    const bool joins = !claim["subscriber"]["id"].text.empty() || !claim["patient"]["id"].text.empty();
    if (!joins) return;
    Json patient = claim["patient"];
    patient.kind = Json::Kind::object;
    patient.set("id", Json::of_text(patient["id"].text + "#" + std::to_string(variant)));
    claim.set("patient", patient);
}

/// What is said of each variant of a batch, as counts of errors and of the rule that is asked about.
std::vector<std::pair<Counts, int>> counted(std::string_view options, const std::vector<Claims>& variants,
                                            std::string_view rule, std::size_t about) {
    std::string bytes;
    for (std::size_t i = 0; i < variants.size(); ++i)
        for (const std::string& claim : variants[i]) {
            Json json = parse_json(claim);
            rename_patient(json, i);
            bytes.append(to_text(json)).append("\n");
        }
    std::vector<std::pair<Counts, int>> counts(variants.size());
    const std::size_t size = variants.front().size();
    std::vector<Input> inputs(1);
    inputs[0].name = "claims.json";
    inputs[0].bytes = std::move(bytes);
    for (const Json& finding : outcome_of(options, inputs).findings) {
        if (finding["claim_index"].is_null()) continue;
        const auto index = static_cast<std::size_t>(finding["claim_index"].number());
        auto& [errors, own] = counts.at(index / size);
        if (is_error_or_warning(finding)) ++errors[finding["rule"].text + " " + std::to_string(index % size)];
        own += finding["rule"].text == rule && index % size == about ? 1 : 0;
    }
    return counts;
}

bool adds_nothing(const Counts& before, const Counts& after) {
    return std::all_of(after.begin(), after.end(), [&](const auto& entry) {
        const auto found = before.find(entry.first);
        return entry.second <= (found == before.end() ? 0 : found->second);
    });
}

/// Edits as one alternative.
Json together(const Json& first, const Json& second) {
    Json both = first, list;
    list.kind = Json::Kind::list;
    list.values.push_back(second);
    both.set("also", list);
    return both;
}

struct Search {
    int fixes = 0, searched = 0;
    std::string shown;
    int wrong = 0;

    void complain(const Claims& claims, const Json& finding, const std::string& what) {
        ++wrong;
        if (wrong > 12) return;
        shown += to_text(in_short(finding)) + "\n  " + what + "\n";
        for (const std::string& claim : claims) shown += "  " + claim + "\n";
    }

    void check(std::string_view options, const Claims& claims, const Json& finding);
};

void Search::check(std::string_view options, const Claims& claims, const Json& finding) {
    if (finding["claim_index"].is_null()) return;
    const auto about = static_cast<std::size_t>(finding["claim_index"].number());
    const auto& offered = finding["fix"].values;
    const auto first = std::find_if(offered.begin(), offered.end(), can_be_applied_without_chart);
    if (first == offered.end()) return;
    ++fixes;
    const auto with = [&](const Json& alternative, Claims& out) {
        std::vector<Problem> problems;
        out = claims;
        out[about] = apply(claims[about], to_text(alternative), problems);
        return problems.empty();
    };
    std::vector<Claims> variants{claims, {}};
    if (!with(*first, variants[1])) return complain(claims, finding, "the fix cannot be applied");

    std::vector<Json> tried{Json(), *first};
    const int cost = cost_of(*first);
    const auto try_it = [&](const Json& alternative) {
        Claims changed;
        if (!with(alternative, changed)) return;
        variants.push_back(std::move(changed));
        tried.push_back(alternative);
    };
    const std::vector<Json> edits = single_edits(parse_json(claims[about]));
    for (std::size_t i = 0; i < edits.size() && cost > 1; ++i) {
        try_it(edits[i]);
        for (std::size_t j = i + 1; j < edits.size() && cost > 2; ++j) try_it(together(edits[i], edits[j]));
    }
    searched += static_cast<int>(variants.size()) - 2;

    const auto counts = counted(options, variants, finding["rule"].text, about);
    const auto& [errors_before, own_before] = counts[0];
    for (std::size_t i = 1; i < counts.size(); ++i) {
        const auto& [errors, own] = counts[i];
        const bool good = own < own_before && adds_nothing(errors_before, errors);
        if (i == 1 && !good)
            complain(claims, finding, "not cleared, or more than before, by " + fix_in_short(tried[i]));
        if (i > 1 && good)
            return complain(claims, finding, fix_in_short(*first) + " is larger than " + fix_in_short(tried[i]));
    }
}

}   // namespace

TEST_CASE("law 11: no smaller edit than the first fix clears a finding of a bad example", "[laws][precision]") {
    Search search;
    std::size_t next = 0;
    for (const Sample& sample : bad_examples()) {
        if (sample.claims.empty() || next++ % brute_force_step != 0) continue;
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings)
            search.check(sample.options, sample.claims, finding);
    }
    INFO(search.fixes << " fixes, " << search.searched << " smaller ones tried, " << search.wrong << " wrong\n"
                      << search.shown);
    CHECK(search.wrong == 0);
    if (!sanitized) CHECK(search.fixes > 40);
}

TEST_CASE("law 11: the first fix of a planted defect clears it, adds nothing, and none is smaller",
          "[laws][precision]") {
    constexpr std::size_t rounds = 40;   // of every mutation
    Dice dice(11);
    Search search;
    const std::vector<Mutation> mutations = all_mutations();
    for (std::size_t i = 0; i < rounds * mutations.size(); i += brute_force_step) {
        const Mutation& mutation = mutations[i % mutations.size()];
        const Day as_of = mutation.as_of == Day{} ? some_day(dice.next()) : mutation.as_of;
        Maker maker(dice, as_of, static_cast<int>(i) + 1);
        Mutant mutant;
        if (find_rule(mutation.rule) == nullptr || !mutation.plant(maker, mutant)) continue;
        Claims claims;
        for (const DraftClaim& claim : mutant.scenario.claims) claims.push_back(claim.json());
        const std::string options = "{\"as_of\":\"" + iso(as_of) + "\"}";
        const std::vector<Input> inputs{as_lines(claims)};
        for (const Json& finding : outcome_of(options, inputs).findings)
            if (is_error_or_warning(finding)) search.check(options, claims, finding);
    }
    INFO(search.fixes << " fixes, " << search.searched << " smaller ones tried, " << search.wrong << " wrong\n"
                      << search.shown);
    CHECK(search.wrong == 0);
    CHECK(search.fixes > (sanitized ? 20 : 1000));
}

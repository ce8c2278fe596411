// SPDX-License-Identifier: Apache-2.0
// Law 6: switching a rule off removes exactly its findings, whichever switch is used; a profile's level changes the
// level and nothing else.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

using Texts = std::vector<std::string>;

Texts texts_of(const std::vector<Json>& findings) {
    Texts texts;
    for (const Json& finding : findings) texts.push_back(to_text(finding));
    return texts;
}

template <class Keep>
Texts texts_where(const std::vector<Json>& findings, Keep keep) {
    Texts texts;
    for (const Json& finding : findings)
        if (keep(finding)) texts.push_back(to_text(finding));
    return texts;
}

std::set<std::string> rules_in(const std::vector<Json>& findings) {
    std::set<std::string> ids;
    for (const Json& finding : findings) ids.insert(finding["rule"].text);
    return ids;
}

std::string as_json(std::string_view text) { return "\"" + std::string(text) + "\""; }

Texts with(const Sample& sample, std::string_view options) {
    return texts_of(outcome_of(merged(sample.options, options), sample.inputs).findings);
}

}  // namespace

TEST_CASE("law 6: a rule that is ignored or switched off by a profile is gone, and nothing else is", "[laws]") {
    for (const Sample& sample : all_samples()) {
        const std::vector<Json> all = outcome_of(sample.options, sample.inputs).findings;
        for (const std::string& id : rules_in(all)) {
            INFO(sample.name << ", without " << id);
            const Texts others = texts_where(all, [&](const Json& finding) { return finding["rule"].text != id; });
            CHECK(with(sample, R"({"ignore":[)" + as_json(id) + "]}") == others);
            CHECK(with(sample, R"({"profile":{"rules":{)" + as_json(id) + R"(:"off"}}})") == others);
        }
    }
}

TEST_CASE("law 6: a rule that is selected is all there is, said as before", "[laws]") {
    for (const Sample& sample : all_samples()) {
        const std::vector<Json> all = outcome_of(sample.options, sample.inputs).findings;
        for (const std::string& id : rules_in(all)) {
            INFO(sample.name << ", only " << id);
            CHECK(with(sample, R"({"select":[)" + as_json(id) + "]}") ==
                  texts_where(all, [&](const Json& finding) { return finding["rule"].text == id; }));
        }
    }
}

TEST_CASE("families and names select as ids do", "[laws]") {
    const Sample sample = sample_of(*find_rule("BND003"), find_rule("BND003")->bad.front());
    const Texts all = with(sample, "{}");
    CHECK(with(sample, R"({"select":["BND"]})") == all);
    CHECK(with(sample, R"({"select":"visit-without-25"})") == all);
    CHECK(with(sample, R"({"select":["DRG","CLM001"]})").empty());
    CHECK(with(sample, R"({"ignore":"bnd"})").empty());
    CHECK(with(sample, R"({"select":["BND"],"ignore":["BND003"]})").empty());
}

TEST_CASE("a profile's level is the level, and nothing else of the findings changes", "[laws]") {
    for (const Sample& sample : bad_examples()) {
        std::vector<Json> all = outcome_of(sample.options, sample.inputs).findings;
        const std::string id = sample.name.substr(0, sample.name.find(' '));
        for (const std::string_view level : {"info", "warning", "error"}) {
            Texts wanted;
            for (Json finding : all) {
                if (finding["rule"].text == id)
                    for (std::size_t i = 0; i < finding.keys.size(); ++i)
                        if (finding.keys[i] == "level") finding.values[i] = Json::of_text(level);
                wanted.push_back(to_text(finding));
            }
            INFO(sample.name << " as " << level);
            CHECK(with(sample, R"({"profile":{"rules":{)" + as_json(id) + ":" + as_json(level) + "}}}") == wanted);
        }
    }
}

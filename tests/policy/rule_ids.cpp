// SPDX-License-Identifier: Apache-2.0
// A rule's id is for ever: profiles, approvals and reports that name it are kept for years.
#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/rule.hpp"
#include "support/approved.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

std::filesystem::path list() { return project_folder() / "tests/policy/rule-ids.txt"; }

/// The id of each rule that there ever was.
std::vector<std::string> committed() {
    std::istringstream lines(read_file(list()));
    std::vector<std::string> ids;
    for (std::string id; lines >> id;) ids.push_back(id);
    return ids;
}

}   // namespace

TEST_CASE("no rule id is ever lost", "[policy]") {
    for (const std::string& id : committed()) {
        INFO(id << " is in tests/policy/rule-ids.txt: a rule that has nothing to say any more stays, and says nothing");
        const auto has_id = [&](const Rule* rule) { return rule->id == id; };
        CHECK(std::any_of(rules().begin(), rules().end(), has_id));
    }
}

TEST_CASE("every rule id is in the committed list, in order and once", "[policy][docs]") {
    const std::vector<std::string> known = committed();
    std::set<std::string> ids(known.begin(), known.end());   // never taken out, whatever the catalogue holds
    for (const Rule* rule : rules()) ids.emplace(rule->id);
    std::string text;
    for (const std::string& id : ids) text.append(id).append("\n");
    INFO("scripts/docs adds new rules to tests/policy/rule-ids.txt");
    CHECK(difference_to(list(), text) == "");
}

// SPDX-License-Identifier: Apache-2.0
// A type of bill is the same with its leading zero and without: in contract JSON, in FHIR and in an 837I.
#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

#include "rules/clean_claim.hpp"
#include "support/session.hpp"
#include "support/write_837.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// A hospital's claim with a defect, so that there is something to say.
std::string hospital_claim(const std::string& bill_type, const std::string& frequency) {
    const std::string claim =
        patched(rulebook::clean_claim, R"([{"op":"replace","path":"/kind","value":"institutional"},
        {"op":"remove","path":"/pos"},{"op":"remove","path":"/lines/0/modifiers"},{"op":"remove","path":"/frequency"},
        {"op":"add","path":"/lines/1/units","value":"6"},
        {"op":"add","path":"/lines/0/revenue_code","value":"0510"},{"op":"add","path":"/lines/1/revenue_code","value":"0510"},
        {"op":"add","path":"/lines/2/revenue_code","value":"0636"}])");
    std::string more = R"({"bill_type":")" + bill_type + "\"";
    if (!frequency.empty()) more += R"(,"frequency":")" + frequency + "\"";
    return merged(claim, more + "}");
}

/// Rules and lines, whatever the words.
std::vector<std::string> said_of(const std::string& bytes, const std::string& name) {
    std::vector<std::string> said;
    for (const Json& finding : outcome_of(rulebook::example_options, {{{name, bytes}}}).findings)
        said.push_back(finding["rule"].text + " " + finding["line"].text + " " + finding["level"].text);
    return said;
}

}   // namespace

TEST_CASE("131, 0131 and 13 with its frequency are one type of bill", "[institutional]") {
    for (const std::string facility : {"13", "85", "71", "77", "34", "11"})
        for (const std::string frequency : {"1", "7", "8"}) {
            const auto whole = said_of(hospital_claim("0" + facility + frequency, ""), "claim.json");
            INFO(facility << frequency);
            CHECK_FALSE(whole.empty());
            CHECK(said_of(hospital_claim(facility + frequency, ""), "claim.json") == whole);
            CHECK(said_of(hospital_claim(facility, frequency), "claim.json") == whole);
            Style837 style;
            style.kind = Kind::institutional;
            precision::Dice dice(1);
            CHECK(said_of(as_837({hospital_claim("0" + facility + frequency, "")}, style, dice), "claim.837") == whole);
        }
}

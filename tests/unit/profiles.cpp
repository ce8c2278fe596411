// SPDX-License-Identifier: Apache-2.0
// Profiles: the built-in ones, what stands behind a payer, and what is wrong in words with the path.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "options.hpp"
#include "profiles.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

Options read(const std::string& profile, std::vector<Problem>& problems) {
    return read_options(R"({"as_of":"2026-09-20","profile":)" + profile + "}", problems);
}

Profile good(const std::string& profile) {
    std::vector<Problem> problems;
    Options options = read(profile, problems);
    for (const Problem& problem : problems) FAIL_CHECK(problem.path << ": " << problem.message);
    return std::move(options.profile);
}

Payer payer_of(PayerClass payer_class, std::string_view id = {}) {
    Payer payer;
    payer.id = id;
    payer.payer_class = payer_class;
    return payer;
}

}   // namespace

TEST_CASE("the built-in profiles are the files of core/profiles, and each can be read", "[profiles]") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(project_folder() / "core/profiles"))
        files += entry.path().extension() == ".json" ? 1 : 0;
    REQUIRE(files == embedded_profiles.size());
    for (const EmbeddedProfile& built_in : embedded_profiles) {
        INFO(built_in.name);
        CHECK(read_file(project_folder() / "core/profiles" / (std::string(built_in.name) + ".json")) == built_in.text);
        const Profile by_name = good('"' + std::string(built_in.name) + '"');
        const Profile as_object = good(std::string(built_in.text));
        REQUIRE(by_name.others);
        REQUIRE(as_object.others);
        CHECK(by_name.others->payer_class == as_object.others->payer_class);
        CHECK(by_name.others->payer_class != PayerClass::unknown);
        CHECK_FALSE(by_name.others->name.empty());
    }
}

TEST_CASE("every value of a built-in profile has a source, a date and a confidence", "[profiles]") {
    constexpr std::array<std::string_view, 5> values{"filing_limit_days", "supplied_drug", "modifiers_required",
                                                     "ndc_required", "authorization_required"};
    for (const EmbeddedProfile& built_in : embedded_profiles) {
        const Json profile = parse_json(built_in.text);
        for (const std::string_view value : values) {
            if (!profile.has(value)) continue;
            INFO(built_in.name << " " << value);
            const auto& sources = profile["sources"].values;
            const auto found = std::find_if(sources.begin(), sources.end(),
                                            [&](const Json& source) { return source["value"].text == value; });
            REQUIRE(found != sources.end());
            for (const std::string_view part : {"source", "date", "confidence"}) CHECK((*found)[part].text.size() > 7);
            CHECK(((*found)["confidence"].text == "verified" ||
                   value == "filing_limit_days"));   // what is not verified warns at most
        }
    }
}

TEST_CASE("a built-in profile speaks of its class alone, and gives it to claims that tell none", "[profiles]") {
    const Profile profile = good(R"("medicaid_alabama")");
    REQUIRE(profile.others);
    CHECK(profile.others->ndc_required == Answered::yes);
    CHECK(profile.others->name == "Alabama Medicaid");
    CHECK(profile.others->filing_limit_published);
    CHECK(profile.payer(payer_of(PayerClass::medicaid)) != nullptr);
    CHECK(profile.payer(payer_of(PayerClass::commercial)) == nullptr);
    CHECK(profile.filing_limit_days == 0);
}

TEST_CASE("a payer that is like a built-in one says the rest itself", "[profiles]") {
    const Profile profile = good(R"({"payers":[{"id":"87726","like":"unitedhealthcare","ndc_required":false},
        {"id":"X","like":"unitedhealthcare","filing_limit_days":180,"authorization_required":["J0897"]}]})");
    const PayerProfile* first = profile.payer(payer_of(PayerClass::unknown, " 87726 "));
    const PayerProfile* second = profile.payer(payer_of(PayerClass::unknown, "x"));
    REQUIRE(first != nullptr);
    REQUIRE(second != nullptr);
    CHECK(first->ndc_required == Answered::no);
    CHECK((first->filing_limit_days == 90 && first->filing_limit_published));
    CHECK(second->ndc_required == Answered::yes);
    CHECK((second->filing_limit_days == 180 && !second->filing_limit_published));
    CHECK(second->authorization_required == std::vector<Code>{Code("J0897")});
    CHECK(second->payer_class == PayerClass::commercial);
    CHECK(profile.payer(payer_of(PayerClass::commercial)) == nullptr);
}

TEST_CASE("what stands beside the payers is for all others", "[profiles]") {
    const Profile all = good(R"({"supplied_drug":"administration_alone","payers":[{"id":"1"}]})");
    REQUIRE(all.payer(payer_of(PayerClass::medicaid)) != nullptr);
    CHECK(all.payer(payer_of(PayerClass::medicaid))->administration_alone);
    CHECK_FALSE(all.payer(payer_of(PayerClass::medicaid, "1"))->administration_alone);
    const Profile some = good(R"({"class":"tricare","ndc_required":true})");
    CHECK(some.payer(payer_of(PayerClass::va)) == nullptr);
    CHECK(some.payer(payer_of(PayerClass::tricare))->ndc_required == Answered::yes);
}

TEST_CASE("what is wrong with a profile is said with its path", "[profiles]") {
    struct Wrong {
        const char *profile, *path, *word;
    };
    constexpr Wrong wrongs[] = {
        {"7", "/profile", "JSON object, or the name of a built-in one"},
        {R"("aetnna")", "/profile", "aetna, anthem"},
        {R"({"like":"x"})", "/profile/like", "There is no built-in profile \"x\""},
        {R"({"payer":[]})", "/profile/payer", "It may have: $schema, name, like"},
        {R"({"ndc_required":"yes"})", "/profile/ndc_required", "true or false"},
        {R"({"filing_limit_days":0})", "/profile/filing_limit_days", "from 1 to 3660"},
        {R"({"payers":[{"id":" "}]})", "/profile/payers/0/id", "needs the id"},
        {R"({"payers":[{"id":"1","like":7}]})", "/profile/payers/0/like", "no built-in profile"},
        {R"({"payers":[{"id":"1","ndc":true}]})", "/profile/payers/0/ndc", "A payer has no \"ndc\""},
        {R"({"payers":[{"id":"1","class":"private"}]})", "/profile/payers/0/class", "no payer class"},
        {R"({"payers":[{"id":"1","authorization_required":["J08"]}]})", "/profile/payers/0/authorization_required/0",
         "five letters"},
        {R"({"modifiers_required":[{"modifier":"S"}]})", "/profile/modifiers_required/0/modifier", "two characters"},
        {R"({"modifiers_required":[{"modifier":"SA","code":[]}]})", "/profile/modifiers_required/0/code",
         "It may have: modifier, codes"},
        {R"({"rules":{"BND999":"off"}})", "/profile/rules/BND999", "There is no rule"},
        {R"({"rules":{"BND003":"loud"}})", "/profile/rules/BND003", "off, info, warning, error"},
        {R"({"sources":[{"value":"class"}]})", "/profile/sources/0/source", "where it is written"},
        {R"({"sources":[{"value":"class","source":"x","confidence":"sure"}]})", "/profile/sources/0/confidence",
         "verified"},
        {R"({"sources":[{"value":"class","source":"x","date":"2026"}]})", "/profile/sources/0/date", "YYYY-MM-DD"},
    };
    for (const auto& [profile, path, word] : wrongs) {
        INFO(profile);
        std::vector<Problem> problems;
        (void)read(profile, problems);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().path == path);
        INFO(problems.front().message);
        CHECK(problems.front().message.find(word) != std::string::npos);
    }
}

TEST_CASE("a payer's published filing limit warns, a practice's own is an error", "[profiles]") {
    const auto levels = [](const std::string& profile) {
        const Sample sample = sample_of(*find_rule("PAY001"), find_rule("PAY001")->good.front());
        const std::string claim =
            patched(sample.claims.front(), R"([{"op":"replace","path":"/payer/class","value":"commercial"}])");
        const std::vector<Input> inputs{{"claim.json", claim}};
        std::string said;
        for (const Json& finding :
             outcome_of(R"({"as_of":"2027-09-15","select":"PAY001","profile":)" + profile + "}", inputs).findings)
            said += finding["level"].text;
        return said;
    };
    CHECK(levels(R"("cigna")") == "warning");
    CHECK(levels(R"("medicaid")") == "");
    CHECK(levels(R"({"like":"cigna","filing_limit_days":100})") == "error");
    CHECK(levels(R"({"filing_limit_days":100})") == "error");
}

TEST_CASE("a payer's level goes before the profile's, across claims as well", "[profiles]") {
    const auto levels = [](const std::string& payers, std::string_view day_of_second) {
        const Sample sample = sample_of(*find_rule("BND003"), find_rule("BND003")->bad.front());
        const auto claim = [&](const char* id, const char* remove, const char* lines) {
            return patched(sample.claims.front(), std::string(R"([{"op":"replace","path":"/payer/id","value":"P"},)") +
                                                      R"({"op":"replace","path":"/id","value":")" + id +
                                                      R"("},{"op":"remove","path":"/lines/)" + remove + "\"}" + lines +
                                                      "]");
        };
        std::vector<std::string> claims{sample.claims.front()};
        if (day_of_second.empty())
            claims = {claim("A", "2", "")};
        else
            claims = {claim("A", "1", R"(,{"op":"remove","path":"/lines/1"})"), claim("B", "0", "")};
        const std::vector<Input> inputs{as_lines(claims)};
        std::string said;
        for (const Json& finding :
             outcome_of(R"({"as_of":"2026-09-20","select":"BND003","profile":)" + payers + "}", inputs).findings)
            said += finding["level"].text;
        return said;
    };
    for (const std::string_view second : {"", "another claim"}) {
        CHECK(levels(R"({})", second) == "error");
        CHECK(levels(R"({"payers":[{"id":"P","rules":{"BND003":"info"}}]})", second) == "info");
        CHECK(levels(R"({"payers":[{"id":"P","rules":{"BND003":"off"}}]})", second) == "");
        CHECK(levels(R"({"rules":{"BND003":"off"}})", second) == "");
        CHECK(levels(R"({"rules":{"BND003":"off"},"payers":[{"id":"P","rules":{"BND003":"warning"}}]})", second) ==
              "warning");
        CHECK(levels(R"({"rules":{"BND003":"off"},"payers":[{"id":"Q","rules":{"BND003":"warning"}}]})", second) == "");
    }
}

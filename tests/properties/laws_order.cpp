// SPDX-License-Identifier: Apache-2.0
// Law 7: the order of claims changes only order, index and place of findings. And what follows from it: neither the form
// of the file, nor the cutting of a batch into files, nor claims of other patients change what is said of a claim.
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

using Claims = std::vector<std::string>;
using Texts = std::vector<std::string>;

/// Without what order and files may change.
Json settled(Json finding) {
    for (const std::string_view key : {"file", "claim_index", "at"}) finding.remove(key);
    for (std::size_t i = 0; i < finding.keys.size(); ++i)
        if (finding.keys[i] == "other_claims")
            for (Json& other : finding.values[i].values)
                for (const std::string_view key : {"file", "claim_index"}) other.remove(key);
    return finding;
}

Texts sorted_findings(std::string_view options, const std::vector<Input>& inputs) {
    Texts texts;
    for (const Json& finding : outcome_of(options, inputs).findings) texts.push_back(to_text(settled(finding)));
    std::sort(texts.begin(), texts.end());
    return texts;
}

/// Without what is said once for all claims of a batch: it counts them.
Texts of_claims(Texts texts) {
    std::erase_if(texts, [](const std::string& text) { return parse_json(text)["claim"].is_null(); });
    return texts;
}

/// What only one of them says; whole batches in a failure help nobody.
std::string difference(const Texts& got, const Texts& wanted) {
    Texts more, less;
    std::set_difference(got.begin(), got.end(), wanted.begin(), wanted.end(), std::back_inserter(more));
    std::set_difference(wanted.begin(), wanted.end(), got.begin(), got.end(), std::back_inserter(less));
    std::string text;
    for (const std::string& finding : more) text.append("more: ").append(to_text(in_short(parse_json(finding)))).append("\n");
    for (const std::string& finding : less) text.append("less: ").append(to_text(in_short(parse_json(finding)))).append("\n");
    return text;
}

Input as_list(const Claims& claims) {
    std::string bytes = "[";
    for (const std::string& claim : claims) bytes.append(bytes.size() == 1 ? "" : ",\n").append(claim);
    return {"claims.json", bytes + "]"};
}

std::vector<Input> as_files(const Claims& claims) {
    std::vector<Input> files;
    for (const std::string& claim : claims) files.push_back({std::to_string(files.size()) + ".json", claim});
    return files;
}

std::vector<Claims> orders_of(Claims claims, std::mt19937& random) {
    std::vector<Claims> orders;
    std::reverse(claims.begin(), claims.end());
    orders.push_back(claims);
    for (int i = 0; i < 5; ++i) {
        std::shuffle(claims.begin(), claims.end(), random);
        orders.push_back(claims);
    }
    return orders;
}

std::vector<Sample> batches() {
    std::vector<Sample> several;
    for (const Sample& sample : all_samples())
        if (sample.claims.size() > 1) several.push_back(sample);
    return several;
}

/// The claims of all samples with the same options as one batch, each sample's patients with ids of their own.
struct LargeBatch {
    Claims claims;
    Texts findings_one_by_one;
};

std::map<std::string, LargeBatch> large_batches() {
    std::map<std::string, LargeBatch> batches;
    int number = 0;
    for (const Sample& sample : all_samples()) {
        ++number;
        if (sample.claims.empty()) continue;
        Claims claims;
        for (const std::string& claim : sample.claims) {
            const Json json = parse_json(claim);
            const std::string& id = json["subscriber"]["id"].text;
            if (id.empty() || json["subscriber"].kind != Json::Kind::object) continue;
            const std::string own = "S" + std::to_string(number) + "-" + std::string(trim(id));
            claims.push_back(merged(claim, R"({"subscriber":{"id":")" + own + R"("}})"));
        }
        if (claims.size() != sample.claims.size()) continue;   // claims that join nothing, or of no shape
        LargeBatch& batch = batches[sample.options];
        batch.claims.insert(batch.claims.end(), claims.begin(), claims.end());
        const std::string options = merged(sample.options, R"({"ignore":["SRC","DOC018"]})");
        const Texts alone = of_claims(sorted_findings(options, {as_lines(claims)}));
        batch.findings_one_by_one.insert(batch.findings_one_by_one.end(), alone.begin(), alone.end());
    }
    for (auto& [options, batch] : batches) std::sort(batch.findings_one_by_one.begin(), batch.findings_one_by_one.end());
    return batches;
}

}  // namespace

TEST_CASE("law 7: the order of the claims of a batch changes nothing but order, index and place", "[laws]") {
    std::mt19937 random(2026);
    for (const Sample& sample : batches()) {
        const Texts findings = sorted_findings(sample.options, sample.inputs);
        INFO(sample.name);
        for (const Claims& order : orders_of(sample.claims, random)) CHECK(difference(sorted_findings(sample.options, {as_lines(order)}), findings) == "");
    }
}

TEST_CASE("one to a line, a list, an object of claims and a file each are the same batch", "[laws]") {
    for (const Sample& sample : batches()) {
        INFO(sample.name);
        const Texts findings = sorted_findings(sample.options, {as_lines(sample.claims)});
        CHECK(difference(sorted_findings(sample.options, {as_list(sample.claims)}), findings) == "");
        const Input object{"all.json", "{\"claims\":" + as_list(sample.claims).bytes + "}"};
        CHECK(difference(sorted_findings(sample.options, {object}), findings) == "");
        CHECK(difference(sorted_findings(sample.options, as_files(sample.claims)), findings) == "");
    }
}

TEST_CASE("claims of other patients change nothing, and their order neither", "[laws]") {
    std::mt19937 random(7);
    std::size_t largest = 0;
    for (const auto& [options, batch] : large_batches()) {
        largest = std::max(largest, batch.claims.size());
        INFO(options << ", " << batch.claims.size() << " claims");
        // SRC numbers claims in the file; DOC018 compares patients.
        const std::string by_claim = merged(options, R"({"ignore":["SRC","DOC018"]})");
        CHECK(difference(of_claims(sorted_findings(by_claim, {as_lines(batch.claims)})), batch.findings_one_by_one) == "");
        Claims claims = batch.claims;
        std::shuffle(claims.begin(), claims.end(), random);
        CHECK(difference(of_claims(sorted_findings(by_claim, {as_lines(claims)})), batch.findings_one_by_one) == "");
    }
    CHECK(largest > 100);
}

TEST_CASE("a finding across claims names the claim it rests on, whichever comes first", "[laws]") {
    for (const Sample& sample : batches()) {
        std::map<std::string, std::size_t> ids;
        for (const std::string& claim : sample.claims) ++ids[parse_json(claim)["id"].text];
        for (const Json& finding : outcome_of(sample.options, sample.inputs).findings)
            for (const Json& other : finding["other_claims"].values) {
                INFO(sample.name << "\n" << to_text(finding));
                CHECK(ids.count(other["claim"].text) == 1);
                CHECK(other["claim_index"].text != finding["claim_index"].text);
                const auto index = static_cast<std::size_t>(other["claim_index"].number());
                REQUIRE(index < sample.claims.size());
                const Json named = parse_json(sample.claims[index]);
                CHECK(named["id"].text == other["claim"].text);
                CHECK(static_cast<std::size_t>(other["line"].number()) <= named["lines"].values.size());
            }
    }
}

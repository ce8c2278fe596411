// SPDX-License-Identifier: Apache-2.0
// Laws of FHIR: a claim is the same claim in FHIR and in contract JSON, either way; every resource of the sample files is
// counted or named; and an OperationOutcome points into the input.
#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/contract_lines.hpp"
#include "support/corpus.hpp"
#include "support/fhir.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// A sample's claims without what FHIR has no place for, in both forms; `bundle` is empty when one of them still does not fit.
struct InBoth {
    Input lines;
    std::string bundle;

    explicit InBoth(const Sample& sample) {
        if (sample.claims.empty() || sample.inputs.size() != 1) return;
        std::vector<std::string> claims;
        std::string text = R"({"resourceType":"Bundle","type":"collection","entry":[)";
        for (const std::string& one : sample.claims) {
            const Json claim = fit_for_fhir(parse_json(one));
            const auto resource = as_fhir_claim(claim);
            if (!resource) return;
            text.append(text.back() == '[' ? "" : ",\n").append(R"({"resource":)").append(*resource).append("}");
            claims.push_back(to_text(claim));
        }
        lines = as_lines(claims);
        bundle = text + "]}";
    }
};

bool is_fhir_sample(const Sample& sample) { return sample.name.starts_with("fhir/"); }

/// Columns of the manifest by file.
std::map<std::string, std::vector<std::string>> manifest() {
    std::map<std::string, std::vector<std::string>> rows;
    std::istringstream text(read_file(project_folder() / "../shared/corpus/MANIFEST.tsv"));
    for (std::string line; std::getline(text, line);) {
        std::istringstream cells(line);
        std::vector<std::string> row;
        for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
        if (!row.empty()) rows[row[0]] = row;
    }
    return rows;
}

/// The element that an expression names in a resource, null when it is not there; false when an index is out of range.
const Json* resolved(const Json& root, std::string_view expression, bool& in_range) {
    const Json* at = &root;
    const std::string_view type = expression.substr(0, expression.find_first_of(".["));
    if ((*at)["resourceType"].text != type) return nullptr;
    expression.remove_prefix(type.size());
    while (!expression.empty()) {
        if (expression[0] == '.') {
            expression.remove_prefix(1);
            const std::string name(expression.substr(0, expression.find_first_of(".[")));
            expression.remove_prefix(name.size());
            const Json* next = nullptr;
            for (const std::string& key : at->keys)   // "serviced" is servicedDate or servicedPeriod
                if (key == name ||
                    (key.starts_with(name) && std::isupper(static_cast<unsigned char>(key[name.size()])) != 0))
                    next = &(*at)[key];
            if (next == nullptr) return nullptr;
            at = next;
        } else {
            const std::size_t index = std::stoul(std::string(expression.substr(1)));
            expression.remove_prefix(expression.find(']') + 1);
            if (at->kind != Json::Kind::list || index >= at->values.size()) {
                in_range = false;
                return nullptr;
            }
            at = &at->values[index];
        }
    }
    return at;
}

}   // namespace

TEST_CASE("law 3 for FHIR: a claim of the samples in FHIR has the findings that it has in contract JSON",
          "[laws][fhir]") {
    std::size_t samples = 0, findings = 0;
    std::set<std::string> rules;
    for (const Sample& sample : all_samples()) {
        const InBoth both(sample);
        if (both.bundle.empty()) continue;
        INFO(sample.name << "\n" << both.bundle);
        const Portable wanted = portable_findings(sample.options, std::array{both.lines}, R"(["SRC"])");
        const std::array bundle{Input{"bundle.json", both.bundle}};
        CHECK(first_difference(portable_findings(sample.options, bundle, R"(["SRC"])").findings, wanted.findings) ==
              "");
        ++samples;
        findings += wanted.count;
        rules.insert(wanted.rules.begin(), wanted.rules.end());
    }
    WARN(samples << " samples, " << findings << " findings of " << rules.size() << " rules, the same in FHIR");
    CHECK(samples > 500);
    CHECK(rules.size() > 80);
}

TEST_CASE("law 3 for FHIR: contract JSON of a FHIR claim gives the same findings", "[laws][fhir][corpus]") {
    const std::vector<Sample> corpus = corpus_samples();
    if (corpus.empty()) SKIP("the corpus does not lie beside the project");
    for (const Sample& sample : corpus) {
        if (!is_fhir_sample(sample)) continue;
        INFO(sample.name);
        ContractLines translator;
        make_fhir_reader()->end(sample.inputs[0].bytes, 0, translator);
        // Contract JSON cannot say that a patient stands in another file: there the birth date is missing.
        const auto of = [&](const std::string& bytes) {
            return portable_findings(sample.options, std::array{Input{sample.name, bytes}}, R"(["SRC","CLM012"])")
                .findings;
        };
        if (!translator.lines.empty()) CHECK(first_difference(of(translator.lines), of(sample.inputs[0].bytes)) == "");
    }
}

TEST_CASE("law 12: every Claim and ExplanationOfBenefit of the FHIR files is counted, or named as not read",
          "[laws][fhir][corpus]") {
    const std::vector<Sample> corpus = corpus_samples();
    if (corpus.empty()) SKIP("the corpus does not lie beside the project");
    const auto rows = manifest();
    std::size_t files = 0, claims = 0, lines = 0, checked = 0;
    std::map<std::string, std::size_t> unread;
    for (const Sample& sample : corpus) {
        if (!is_fhir_sample(sample)) continue;
        INFO(sample.name);
        struct Counting final : Sink {
            std::size_t claims = 0;
            void claim(Claim&, std::span<const Finding>) override { ++claims; }
            void trouble(const Finding&) override {}
        } counting;
        make_fhir_reader()->end(sample.inputs[0].bytes, 0, counting);
        const Outcome outcome = outcome_of(sample.options, sample.inputs);
        const Json& file = outcome.summary["files"].values.at(0);
        const std::vector<std::string>& row = rows.at(sample.name);
        CHECK(file["format"].text == "fhir");
        CHECK(file["complete"].text == "true");
        CHECK(file["claims"].text == row.at(5));
        CHECK(file["lines"].text == row.at(6));
        std::size_t named = 0;
        for (const Json& finding : outcome.findings) {
            const std::string& message = finding["message"].text;
            if (finding["rule"].text != "SRC004" || message.find("not checked") == std::string::npos) continue;
            const std::size_t count = std::stoul(message.substr(message.find("(claims: ") + 9));
            named += count;
            unread[message.substr(0, message.find(" (claims"))] += count;
        }
        CHECK(counting.claims + named == static_cast<std::size_t>(file["claims"].number()));
        ++files;
        claims += static_cast<std::size_t>(file["claims"].number());
        lines += static_cast<std::size_t>(file["lines"].number());
        checked += counting.claims;
    }
    std::string table;
    for (const auto& [what, count] : unread) table.append("\n").append(std::to_string(count)).append(" ").append(what);
    WARN(files << " files, " << claims << " claims, " << lines << " lines: " << checked << " claims checked" << table);
    CHECK(files == 80);
}

TEST_CASE("an OperationOutcome points into the FHIR that was read", "[laws][fhir]") {
    std::vector<Sample> samples;
    for (const Sample& sample : all_samples()) {
        Sample in_fhir = sample;
        in_fhir.inputs = {{"bundle.json", InBoth(sample).bundle}};
        if (!in_fhir.inputs[0].bytes.empty()) samples.push_back(in_fhir);
    }
    for (Sample& sample : corpus_samples())
        if (is_fhir_sample(sample)) samples.push_back(std::move(sample));
    std::size_t expressions = 0, there = 0;
    for (const Sample& sample : samples) {
        const Json root = parse_json(sample.inputs[0].bytes);
        const Json outcome =
            parse_json(check(in_format(merged(sample.options, R"({"ignore":["CLM012"]})"), "fhir"), sample.inputs));
        for (const Json& issue : outcome["issue"].values)
            for (const Json& expression : issue["expression"].values) {
                INFO(sample.name << ": " << expression.text << " " << issue["details"]["text"].text);
                bool in_range = true;
                const Json* at = resolved(root, expression.text, in_range);
                CHECK(in_range);
                ++expressions;
                there += at == nullptr ? 0 : 1;
                // As far as the item, or the resource, it is always there.
                const auto item = expression.text.find(".item[");
                const auto entry = expression.text.find(".resource");
                const auto end = item != std::string::npos    ? expression.text.find(']', item) + 1
                                 : entry != std::string::npos ? entry + 9
                                                              : expression.text.find('.');
                const Json* holder = resolved(root, expression.text.substr(0, end), in_range);
                REQUIRE(holder != nullptr);
                if (item == std::string::npos)
                    CHECK((*holder)["resourceType"].text.find(
                              entry == std::string::npos ? expression.text.substr(0, end) : "") == 0);
            }
    }
    WARN(there << " of " << expressions
               << " expressions name an element that is there; the others one that is missing");
    CHECK(expressions > 500);
    CHECK(there * 10 > expressions * 8);
}

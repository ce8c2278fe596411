// SPDX-License-Identifier: Apache-2.0
// Every format says the same: as many findings, and the report the same money. The report lists 20,000 and no more.
#include <algorithm>
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

std::string in(std::string_view format, const Sample& sample) {
    return check(in_format(sample.options, format), sample.inputs);
}

/// What stands in the report beside the claims' names.
std::int64_t cents_of_claims(std::string_view report) {
    constexpr std::string_view begins = "<p class=\"money\">$";
    std::int64_t cents = 0;
    for (std::size_t at = report.find(begins); at != std::string_view::npos; at = report.find(begins, at + 1)) {
        std::int64_t one = 0;
        bool below_zero = false;
        for (std::size_t i = at + begins.size(); report[i] != ' '; ++i) {
            below_zero = below_zero || report[i] == '-';
            if (report[i] >= '0' && report[i] <= '9') one = one * 10 + (report[i] - '0');
        }
        cents += below_zero ? -one : one;
    }
    return cents;
}

/// A file of one claim again and again; each has an error.
Sample many_claims(std::size_t claims) {
    std::string text;
    for (std::size_t i = 0; i < claims; ++i)
        text +=
            R"({"id":"C","payer":{"class":"medicare_b"},"lines":[{"code":"96372","modifiers":["25"],"units":"1","from":"2026-09-15"}]})"
            "\n";
    return {"many", R"({"as_of":"2026-09-20","select":["MOD001"]})", {{"many.ndjson", text}}, {}};
}

}   // namespace

TEST_CASE("every format has every finding", "[laws]") {
    for (const Sample& sample : all_samples()) {
        INFO(sample.name);
        const std::size_t wanted = outcome_of(sample.options, sample.inputs).findings.size();
        CHECK(parse_json(in("json", sample))["findings"].values.size() == wanted);
        const Json sarif = parse_json(in("sarif", sample));
        CHECK(sarif["runs"].values[0]["results"].values.size() == wanted);
        const Json fhir = parse_json(in("fhir", sample));
        CHECK(fhir["issue"].values.size() == std::max<std::size_t>(wanted, 1));   // an outcome without an issue is none
        CHECK(count_of(in("csv", sample), "\r\n") == wanted + 1);
        CHECK(count_of(in("html", sample), "<li class=\"finding\">") == wanted);
    }
}

TEST_CASE("the claims of a report are worth what the summary says is at risk", "[laws]") {
    std::size_t at_risk = 0;
    for (const Sample& sample : all_samples()) {
        INFO(sample.name);
        const Totals totals = outcome_of(sample.options, sample.inputs).totals;
        CHECK(cents_of_claims(in("html", sample)) == totals.amount_at_risk);
        at_risk += totals.amount_at_risk != 0 ? 1 : 0;
    }
    CHECK(at_risk > 5);
}

TEST_CASE("a report lists the first 20,000 findings and says so", "[laws]") {
    const std::string_view notice = "the first 20,000 of 20,001 findings";
    const std::string full = in("html", many_claims(20'000));
    CHECK(count_of(full, "<li class=\"finding\">") == 20'000);
    CHECK(count_of(full, "<p class=\"notice\">") == 0);
    const std::string over = in("html", many_claims(20'001));
    CHECK(count_of(over, "<li class=\"finding\">") == 20'000);
    CHECK(count_of(over, notice) == 1);
    CHECK(count_of(over, "<b>20,001</b>") == 1);
}

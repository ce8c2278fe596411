// SPDX-License-Identifier: Apache-2.0
// The claims of an 837P in the other formats that deltoid reads: contract JSON, a spreadsheet, FHIR. They are what the
// reader makes of the 837P, so every format says the same of each claim.
#pragma once

#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "child.hpp"
#include "payer_class.hpp"
#include "readers/reader.hpp"
#include "support/fhir.hpp"
#include "support/json.hpp"
#include "writers/claim_json.hpp"

namespace deltoid::bench {

enum class Format : std::uint8_t { json, ndjson, csv, fhir_ndjson, fhir_bundle };

/// Writes each claim that a reader hands over into a file.
class OtherFormat final : public Sink {
public:
    OtherFormat(Format format, const std::string& path)
        : format_(format), path_(path), file_(std::fopen(path.c_str(), "wb")) {
        if (file_ == nullptr) fail(path_);
        if (format_ == Format::json) write("[\n");
        if (format_ == Format::fhir_bundle) write(R"({"resourceType":"Bundle","type":"collection","entry":[)");
        if (format_ == Format::csv) write(columns);
    }
    OtherFormat(const OtherFormat&) = delete;
    OtherFormat& operator=(const OtherFormat&) = delete;
    ~OtherFormat() override {
        if (format_ == Format::json) write("\n]\n");
        if (format_ == Format::fhir_bundle) write("\n]}\n");
        if (std::fclose(file_) != 0) fail(path_);
    }

    void claim(Claim& claim, std::span<const Finding>) override {
        claim.payer.payer_class = class_of_filing_indicator(claim.payer.filing_indicator);
        std::string json;
        append_claim_json(json, claim);
        const bool first = claims_++ == 0;
        switch (format_) {
            case Format::json:
                return write((first ? "" : ",\n") + json);
            case Format::ndjson:
                return write(json + "\n");
            case Format::csv:
                return write_rows(test::parse_json(json));
            case Format::fhir_ndjson:
                return write(as_fhir(json) + "\n");
            case Format::fhir_bundle:
                return write((first ? "\n{\"resource\":" : ",\n{\"resource\":") + as_fhir(json) + "}");
        }
    }
    /// The generator's files have no troubles.
    void trouble(const Finding&) override { std::fputs("a trouble in a generated file\n", stderr), std::exit(2); }

private:
    static constexpr std::string_view columns =
        "claim_id,frequency,payer_class,payer_name,payer_id,payer_sequence,payer_state,prior_authorization,"
        "total_charge,billing_npi,billing_taxonomy,rendering_npi,rendering_taxonomy,referring_npi,facility_npi,"
        "member_id,patient_id,birth_date,sex,pos,dx1,dx2,dos,code,mod1,units,charge,pointers,ndc,ndc_quantity,"
        "ndc_unit\r\n";

    void write(std::string_view text) {
        if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail(path_);
    }

    /// FHIR tells every patient by an id, knows NDCs by their system, and has no place for the state of a payer.
    static std::string as_fhir(const std::string& json) {
        test::Json claim = test::parse_json(json);
        test::Json patient = claim["patient"];
        if (patient["id"].text.empty()) patient.set("id", claim["subscriber"]["id"]);
        claim.set("patient", patient);
        test::Json payer = claim["payer"];
        payer.remove("state");
        claim.set("payer", payer);
        test::Json lines = claim["lines"];
        for (test::Json& line : lines.values) {
            if (!line.has("ndc")) continue;
            test::Json ndc = line["ndc"];
            ndc.remove("qualifier");
            line.set("ndc", ndc);
        }
        claim.set("lines", lines);
        const auto resource = test::as_fhir_claim(claim);
        if (!resource) std::fputs("a generated claim that FHIR has no place for\n", stderr), std::exit(2);
        return *resource;
    }

    /// As billing programs export: a row for each line, with all of the claim in it. No generated text needs quotes.
    void write_rows(const test::Json& claim) {
        std::string rows;
        for (const test::Json& line : claim["lines"].values) {
            bool first = true;
            for (const std::string_view cell : cells(claim, line)) {
                if (!std::exchange(first, false)) rows += ',';
                rows += cell;
            }
            rows += "\r\n";
        }
        write(rows);
    }

    static std::vector<std::string_view> cells(const test::Json& claim, const test::Json& line) {
        const auto one_of = [](const test::Json& list, std::size_t i) -> std::string_view {
            return i < list.values.size() ? std::string_view(list.values[i].text) : std::string_view();
        };
        const test::Json &payer = claim["payer"], &patient = claim["patient"], &ndc = line["ndc"];
        return {claim["id"].text,
                claim["frequency"].text,
                payer["class"].text,
                payer["name"].text,
                payer["id"].text,
                payer["sequence"].text,
                payer["state"].text,
                claim["prior_authorization"].text,
                claim["total_charge"].text,
                claim["billing"]["npi"].text,
                claim["billing"]["taxonomy"].text,
                claim["rendering"]["npi"].text,
                claim["rendering"]["taxonomy"].text,
                claim["referring"]["npi"].text,
                claim["facility"]["npi"].text,
                claim["subscriber"]["id"].text,
                patient["id"].text,
                patient["birth_date"].text,
                patient["sex"].text,
                claim["pos"].text,
                one_of(claim["diagnoses"], 0),
                one_of(claim["diagnoses"], 1),
                line["from"].text,
                line["code"].text,
                one_of(line["modifiers"], 0),
                line["units"].text,
                line["charge"].text,
                one_of(line["pointers"], 0),
                ndc["code"].text,
                ndc["quantity"].text,
                ndc["unit"].text};
    }

    Format format_;
    std::string path_;
    std::FILE* file_;
    std::uint64_t claims_ = 0;
};

}   // namespace deltoid::bench

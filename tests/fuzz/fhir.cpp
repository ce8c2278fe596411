// SPDX-License-Identifier: Apache-2.0
// The FHIR readers over any bytes. Their laws: in chunks they say what they say of the whole; every claim that is handed
// over is counted, and a file that is not complete or holds nothing to check has a finding; what the writer makes of a
// claim is one claim again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fhir_elements.hpp"
#include "json_text.hpp"
#include "readers/fhir_administration.hpp"
#include "readers/fhir_kind.hpp"
#include "readers/reader.hpp"
#include "writers/claim_json.hpp"
#include "writers/message.hpp"

namespace {

using namespace deltoid;

void law(bool holds) {
    if (!holds) std::abort();
}

/// All that a reader says, as one text.
struct Said : Sink, FhirAdministrationSink {
    void claim(Claim& claim, std::span<const Finding> troubles) override {
        std::string written;
        append_claim_json(written, claim);
        law(is_utf8(written));
        text.append(std::to_string(claim.regions.front().offset)).append(" ").append(written).append("\n");
        ++claims;
        for (const Finding& trouble : troubles) {
            append_fhir_expression(text, trouble, claim.origin);
            Said::trouble(trouble);
        }
        again.append(written).append("\n");
    }
    void trouble(const Finding& finding) override {
        ++findings;
        text.append(std::to_string(finding.place.offset)).append(" ").append(message_of(finding)).append("\n");
    }
    void administration(const FhirAdministration& record) override {
        ++claims;
        for (const std::string_view part : {record.id, record.patient, record.drug, record.ndc, record.lot, record.dose,
                                            record.route, record.performer, record.reason, record.claim})
            text.append(part).append("|");
        text.append(std::to_string(record.offset)).append("\n");
    }

    std::string text;
    std::string again;
    std::uint64_t claims = 0;
    std::uint64_t findings = 0;
};

InputEnd read(std::string_view bytes, std::size_t chunk, Said& said) {
    const auto reader = make_fhir_reader();
    for (std::size_t at = 0; at < bytes.size(); at += chunk) {
        const std::string given(bytes.substr(at, chunk));   // an allocation of its own: reading past it is seen
        law(reader->read(given, at, said) == given.size());
    }
    reader->end({}, bytes.size(), said);
    return reader->summary();
}

void read_records(std::string_view bytes, std::size_t chunk, Said& said) {
    FhirAdministrationReader reader(said);
    for (std::size_t at = 0; at < bytes.size(); at += chunk) reader.read(std::string(bytes.substr(at, chunk)));
    reader.end();
    law(reader.records() == said.claims);
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t chunk = size == 0 ? 1 : 1 + data[size / 2] % 16;
    Said whole;
    const InputEnd end = read(bytes, size + 1, whole);
    law(end.claims >= whole.claims);
    law((end.complete && whole.claims > 0) || whole.findings > 0);

    Said chunked;
    const InputEnd chunked_end = read(bytes, chunk, chunked);
    law(chunked.text == whole.text);
    law(chunked_end.claims == end.claims && chunked_end.lines == end.lines && chunked_end.complete == end.complete);

    struct Counting : Sink {
        void claim(Claim&, std::span<const Finding>) override {}
        void trouble(const Finding&) override {}
    } counting;
    const auto json = make_json_reader();
    json->end({whole.again.data(), whole.again.size()}, 0, counting);
    law(json->summary().claims == whole.claims && json->summary().complete);

    Said records, records_chunked;
    read_records(bytes, size + 1, records);
    read_records(bytes, chunk, records_chunked);
    law(records.text == records_chunked.text);

    const auto kind = is_fhir(bytes, false);   // once told, more bytes change nothing
    if (kind) law(is_fhir(bytes, true) == kind);
    return 0;
}

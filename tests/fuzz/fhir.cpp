// SPDX-License-Identifier: Apache-2.0
// The FHIR readers over any bytes. Their laws: in chunks they say what they say of the whole; every claim that is handed
// over is counted, and a file that is not complete or holds nothing to check has a finding; what the writer makes of a
// claim is one claim again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fhir_elements.hpp"
#include "readers/fhir_administration.hpp"
#include "readers/fhir_kind.hpp"
#include "said.hpp"

using namespace deltoid;
using namespace deltoid::fuzz;

namespace {

/// With the places in FHIR, and all claims as they were written.
struct SaidOfFhir : Said, FhirAdministrationSink {
    void claim(Claim& claim, std::span<const Finding> troubles) override {
        Said::claim(claim, troubles);
        for (const Finding& one : troubles) append_fhir_expression(text, one, claim.origin);
        again.append(last).append("\n");
    }
    void trouble(const Finding& finding) override { Said::trouble(finding); }
    void administration(const FhirAdministration& record) override {
        ++claims;
        for (const std::string_view part : {record.id, record.patient, record.drug, record.ndc, record.lot, record.dose,
                                            record.route, record.performer, record.reason, record.claim})
            text.append(part).append("|");
        text.append(std::to_string(record.offset)).append("\n");
    }

    std::string again;
};

void read_records(std::string_view bytes, std::size_t chunk, SaidOfFhir& said) {
    FhirAdministrationReader reader(said);
    for (std::size_t at = 0; at < bytes.size(); at += chunk) reader.read(std::string(bytes.substr(at, chunk)));
    reader.end();
    law(reader.records() == said.claims);
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t chunk = chunk_of(bytes);
    SaidOfFhir whole;
    const InputEnd end = read(*make_fhir_reader(), bytes, size + 1, whole);
    law(end.claims >= whole.claims);
    law((end.complete && whole.claims > 0) || whole.findings > 0);

    SaidOfFhir chunked;
    law(same(read(*make_fhir_reader(), bytes, chunk, chunked), end) && chunked.text == whole.text);

    struct Counting : Sink {
        void claim(Claim&, std::span<const Finding>) override {}
        void trouble(const Finding&) override {}
    } counting;
    const auto json = make_json_reader();
    json->end({whole.again.data(), whole.again.size()}, 0, counting);
    law(json->summary().claims == whole.claims && json->summary().complete);

    SaidOfFhir records, records_chunked;
    read_records(bytes, size + 1, records);
    read_records(bytes, chunk, records_chunked);
    law(records.text == records_chunked.text);

    const auto kind = is_fhir(bytes, false);   // once told, more bytes change nothing
    if (kind) law(is_fhir(bytes, true) == kind);
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
// The JSON reader over any bytes. Its laws: in chunks it says what it says of the whole; every claim it hands over is
// counted, and an input that is not complete has a finding; what the writer makes of a claim reads again as the same
// claim without a finding; and any bytes as a fix give a claim or a sentence.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "deltoid/checker.hpp"
#include "said.hpp"

using namespace deltoid;
using namespace deltoid::fuzz;

namespace {

constexpr std::string_view claim_to_mend =
    R"({"total_charge":"52.00","diagnoses":["M54.50"],"lines":[{"line":1,"code":"96372","charge":"40.00"},)"
    R"({"line":2,"code":"J1885","modifiers":["JZ"],"units":"4","charge":"12.00","documentation":{"dose":"60 mg"}}]})";

void mend(std::string_view fix) {
    std::vector<Problem> problems;
    const std::string mended = apply(claim_to_mend, fix, problems);
    law(mended.empty() != problems.empty());
    if (mended.empty()) return;
    Said said;
    law(read(*make_json_reader(), mended, mended.size(), said).claims == 1);
    law(said.findings == 0 && said.last == mended);
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Said whole;
    const InputEnd end = read(*make_json_reader(), bytes, size + 1, whole);
    law(end.claims == whole.claims);
    law(end.complete || whole.findings > 0);

    Said chunked;
    law(same(read(*make_json_reader(), bytes, chunk_of(bytes), chunked), end) && chunked.text == whole.text);

    Rereading rereading;
    make_json_reader()->end({bytes.data(), bytes.size()}, 0, rereading);
    mend(bytes);
    return 0;
}

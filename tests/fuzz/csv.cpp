// SPDX-License-Identifier: Apache-2.0
// The spreadsheet reader over any bytes. Its laws: in chunks it says what it says of the whole; every claim it hands over
// is counted, and an input that is not complete has a finding; a claim of it, written as JSON, reads again as the same
// claim; and the preview of any bytes is JSON.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "deltoid/csv.hpp"
#include "readers/csv_columns.hpp"
#include "readers/json_tree.hpp"
#include "said.hpp"

using namespace deltoid;
using namespace deltoid::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Said whole;
    const InputEnd end = read(*make_csv_reader(), bytes, size + 1, whole);
    law(end.claims == whole.claims || whole.claims == 0);   // without codes or dates claims are counted and not read
    law(end.lines >= end.claims);
    law(end.complete || whole.findings > 0);

    Said chunked;
    law(same(read(*make_csv_reader(), bytes, chunk_of(bytes), chunked), end) && chunked.text == whole.text);

    Rereading rereading;
    make_csv_reader()->end({bytes.data(), bytes.size()}, 0, rereading);

    JsonNode preview;
    law(read_json_tree(csv_preview(bytes), preview));
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
// Any bytes as a note: valid JSON, words that stand where they are said to, no field both filled and left open.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "deltoid/notes.hpp"
#include "json_text.hpp"

namespace {

void law(bool holds) {
    if (!holds) std::abort();
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::string read = deltoid::read_note(text);
    law(deltoid::is_utf8(read));
    const nlohmann::json note = nlohmann::json::parse(read, nullptr, false);
    law(!note.is_discarded());
    for (const nlohmann::json& record : note["administrations"]) {
        law(!record["taken"].empty());
        for (const nlohmann::json& taken : record["taken"]) {
            const std::size_t from = taken["from"], to = taken["to"];
            law(from < to && to <= text.size());
            law(record["documentation"].contains(taken["field"].get<std::string>()));
            std::string words;
            deltoid::append_json_string(words, std::string_view(text).substr(from, to - from));
            law(nlohmann::json::parse(words) == taken["words"]);
        }
        for (const nlohmann::json& doubt : record["unsure"]) law(!doubt["reason"].empty());
    }
    return 0;
}

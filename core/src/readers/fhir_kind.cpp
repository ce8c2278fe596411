// SPDX-License-Identifier: Apache-2.0
// Looks at the keys of the first object, which may stand in a list.
#include "readers/fhir_kind.hpp"

#include <cstddef>
#include <cstdint>

namespace deltoid {

std::optional<bool> is_fhir(std::string_view text, bool at_end) {
    constexpr std::size_t enough = std::size_t{16} << 10;
    const bool no_more = at_end || text.size() >= enough;
    text = text.substr(0, enough);
    std::uint32_t depth = 0, keys_at = 0;
    std::string_view last;   // the last text at the depth of keys
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            const std::size_t begin = at + 1;
            for (++at; at < text.size() && text[at] != '"'; ++at)
                if (text[at] == '\\') ++at;
            if (at >= text.size()) break;
            if (depth == keys_at) last = text.substr(begin, at - begin);
        } else if (c == '{' || c == '[') {
            ++depth;
            if (c == '{' && keys_at == 0) keys_at = depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0 || (depth == keys_at && c == '}')) return false;
            --depth;
        } else if (c == ':' && depth == keys_at) {
            if (last == "resourceType" || last == "entry") return true;
            for (const std::string_view key :
                 {"claims", "lines", "kind", "payer", "billing", "diagnoses", "total_charge"})
                if (last == key) return false;
        }
    }
    if (no_more) return false;
    return std::nullopt;
}

}   // namespace deltoid

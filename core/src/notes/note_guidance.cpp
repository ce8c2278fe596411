// SPDX-License-Identifier: Apache-2.0
// Takes a template's guidance out of a note, wherever it was left in.
#include "notes/note_guidance.hpp"

#include "deltoid/rule.hpp"

namespace deltoid::notes {
namespace {

constexpr std::size_t longest_guidance = 1000;
constexpr std::size_t longest_id = 6;

/// "[DOC003: " or "[DOC003, UNT005: ": a chart has no rule's id in brackets.
bool begins_with_rule(std::string_view text) {
    const std::size_t size = text.find_first_of(",:", 1);
    if (size == std::string_view::npos || size > 1 + longest_id) return false;
    const Rule* rule = find_rule(text.substr(1, size - 1));
    return rule != nullptr && rule->record != 0;
}

bool is_blank_from(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

}   // namespace

std::string without_guidance(std::string_view text) {
    std::string plain(text);
    for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
        const std::string_view rest = text.substr(at, longest_guidance);
        if (!rest.starts_with(claim_guidance) && !begins_with_rule(rest.substr(0, longest_id + 2))) continue;
        const std::size_t size = rest.find(']');
        if (size == std::string_view::npos) continue;
        std::size_t end = at + size + 1;
        if (is_blank_from(plain, at)) {
            while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
            while (end < text.size() && end <= at + longest_guidance && (text[end] == '\r' || text[end] == '\n')) {
                const bool line_end = text[end++] == '\n';
                if (line_end) break;
            }
        }
        plain.replace(at, end - at, end - at, ' ');
        at = end - 1;
    }
    return plain;
}

}   // namespace deltoid::notes

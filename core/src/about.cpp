// SPDX-License-Identifier: Apache-2.0
// The version, the rulebook's digest and the tables of this build, as JSON.
#include "about.hpp"

#include "catalogue.hpp"
#include "deltoid/checker.hpp"
#include "json_text.hpp"
#include "version.hpp"
#include "writers/message.hpp"

namespace deltoid {

std::string_view version_text() { return version; }

namespace {
void append_day_or_null(std::string& out, Day day) {
    if (!day.known()) {
        out += "null";
        return;
    }
    out += '"';
    append_day(out, day);
    out += '"';
}
}  // namespace

void append_editions(std::string& out, std::span<const Edition> editions) {
    out += "\"tables\":[";
    for (const Edition& edition : editions) {
        out += &edition == editions.data() ? "{\"name\":" : ",{\"name\":";
        append_json_string(out, edition.table);
        out += ",\"edition\":";
        append_json_string(out, edition.name);
        out += ",\"from\":";
        append_day_or_null(out, edition.from);
        out += ",\"to\":";
        append_day_or_null(out, edition.to);
        out.append(",\"sha256\":\"").append(edition.sha256).append("\"}");
    }
    out += ']';
}

std::string about() {
    std::string out = "{\"version\":\"";
    out.append(version_text()).append("\",\"rulebook\":\"").append(rulebook_digest()).append("\",\"rules\":");
    append_number(out, static_cast<std::int64_t>(rules().size()));
    out += ',';
    append_editions(out, Tables::built_in()->editions());
    out += '}';
    return out;
}

}  // namespace deltoid

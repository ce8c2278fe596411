// SPDX-License-Identifier: Apache-2.0
// Reading the mapping of columns. A name that does not exist is a problem: a typo must not leave a column unread.
#include "readers/csv_mapping.hpp"

#include <algorithm>
#include <string>

namespace deltoid {

std::vector<CsvMapping> read_csv_mapping(const JsonNode& value, std::string_view path, std::vector<Problem>& problems) {
    using Json = JsonNode::Kind;
    std::vector<CsvMapping> mapping;
    if (value.kind != Json::object) {
        problems.push_back(
            {std::string(path), "It must be an object: headers of the file, and for each the name of a column."});
        return mapping;
    }
    for (const JsonNode& member : value.children) {
        const auto problem = [&](std::string sentence) {
            std::string place(path);
            place += '/';
            for (const char c : member.key) {   // RFC 6901
                if (c == '~')
                    place += "~0";
                else if (c == '/')
                    place += "~1";
                else
                    place += c;
            }
            problems.push_back({std::move(place), std::move(sentence)});
        };
        CsvMapping one{member.key, {}};
        if (!member.says_nothing()) {
            if (member.kind != Json::text) {
                problem("It must be the name of a column, as \"dos\", or null for a column that is not to be read.");
                continue;
            }
            one.column = csv_column(member.text);
            if (!one.column.known()) {
                problem("There is no column \"" + member.text +
                        "\". Some that there are: claim_id, dos, code, mod1, units, charge, dx1, pointers, "
                        "payer_class, doc_dose; docs/csv.md "
                        "names them all.");
                continue;
            }
        }
        const auto same = [&](const CsvMapping& other) { return same_header(other.header, one.header); };
        if (std::any_of(mapping.begin(), mapping.end(), same))
            problem("This header is given twice.");
        else
            mapping.push_back(std::move(one));
    }
    return mapping;
}

}   // namespace deltoid

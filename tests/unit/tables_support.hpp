// SPDX-License-Identifier: Apache-2.0
// Short ways to ask tables and to write small packs, for the tests of tables.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/tables.hpp"
#include "tables/pack.hpp"

namespace deltoid::table_tests {

/// A day as a test writes it, "2026-07-01".
inline Day on(std::string_view iso) { return packs::read_day(iso).value_or(Day::none()); }

inline Day before(Day day) { return {day.number - 1}; }
inline Day after(Day day) { return {day.number + 1}; }

/// The parts of a pack's header; the rest is fixed.
struct PackOf {
    std::string table = "mue-practitioner";
    std::string edition = "test";
    std::string from = "2026-01-01";
    std::string to = "2026-03-31";
    std::string complete = "no";
    std::string more = {};   ///< further header lines, with their line ends

    /// A whole pack with these rows, columns first.
    [[nodiscard]] std::string with(std::string_view rows) const {
        return "# pack: " + table + "\n# edition: " + edition + "\n# from: " + from + "\n# to: " + to +
               "\n# complete: " + complete + "\n# source: test\n# confidence: verified\n" + more + std::string(rows);
    }
};

/// Tables of these packs; a complaint about any is a broken test.
inline Tables tables_of(const std::vector<std::string>& texts) {
    Tables tables;
    for (const std::string& text : texts) {
        const auto problems = tables.add("test", text);
        if (!problems.empty()) throw std::runtime_error(problems.front().path + " " + problems.front().message);
    }
    return tables;
}

}  // namespace deltoid::table_tests

// SPDX-License-Identifier: Apache-2.0
// The confusion table: what was planted, what was found, what was missed, and who spoke besides.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "precision/mutation.hpp"
#include "precision/session.hpp"

namespace deltoid::test::precision {

struct Confusion {
    struct Row {
        int planted = 0, found = 0, missed = 0, extra = 0, warned = 0;
    };
    std::map<std::string, Row>
        rules;   ///< `extra` errors and `warned` warnings are those of the rule where it was not due
    int mutants = 0, wrong = 0;
    std::string shown;   ///< the first mutants of each kind that came out wrong

    /// Compares what was said of a mutant with what it deserves.
    void count(const Mutation& mutation, const Mutant& mutant, const std::vector<Said>& said);
    [[nodiscard]] std::string table() const;

private:
    std::map<std::string_view, int> wrong_of_;
};

/// About so many mutants, planted by every mutation in turn whose rule the catalogue has.
[[nodiscard]] Confusion confuse(std::uint64_t seed, int mutants);

}   // namespace deltoid::test::precision

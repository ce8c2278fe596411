// SPDX-License-Identifier: Apache-2.0
// Scenarios checked: one batch holds many of them, since each has a patient of his own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "precision/draft.hpp"
#include "support/session.hpp"

namespace deltoid::test::precision {

/// What was said of one scenario; `claim_index` counts within the scenario.
struct Said {
    std::string rule, level, message;
    int claim = -1, line = 0;

    bool operator==(const Said& other) const {
        return rule == other.rule && level == other.level && claim == other.claim && line == other.line;
    }
};

/// The findings of each scenario. All are checked in one session; infos are left out unless asked for.
[[nodiscard]] std::vector<std::vector<Said>> check_together(const std::vector<Scenario>& scenarios, Day as_of,
                                                            bool infos = false);

[[nodiscard]] std::string listed(const std::vector<Said>& findings);
[[nodiscard]] std::string listed(const Scenario& scenario);

/// A day for a batch between 2024-02-01 and 2026-11-15.
[[nodiscard]] Day some_day(std::uint64_t random);

}   // namespace deltoid::test::precision

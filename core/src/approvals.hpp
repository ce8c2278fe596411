// SPDX-License-Identifier: Apache-2.0
// What a person has decided about findings: one JSON object a line, {"claim_index":0,"rule":"BND003","line":1,"fix":0}. In
// place of the number there may be the alternative itself, {"op":"add_modifier","line":1,"value":"25"}: then it is taken when
// its turn comes, from what is said of the claim by then. So fixes can be repeated one after the other as they were taken,
// and what a finding leaves to a person to say can be said: {"op":"set_units","line":3,"value":"4"}.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"
#include "deltoid/rule.hpp"

namespace deltoid {

struct Approval {
    static constexpr std::size_t leave = ~std::size_t{0};   ///< "fix": null: the finding is not to be fixed

    std::uint32_t claim_index = 0;
    const Rule* rule = nullptr;
    std::uint16_t line = 0;      ///< as the finding says it; 0 for null
    std::size_t fix = leave;     ///< index of the chosen alternative
    std::string alternative;     ///< or the alternative in contract JSON; `line` is then the finding's at its turn
    std::size_t text_line = 0;   ///< where it was said
};

/// Reads them, sorted by claim. What is wrong is added to `problems`, the number of the text line as its path.
[[nodiscard]] std::vector<Approval> read_approvals(std::string_view jsonl, std::vector<Problem>& problems);

/// Those of one claim.
[[nodiscard]] std::span<const Approval> approvals_of(std::span<const Approval> all, std::uint32_t claim_index);

}   // namespace deltoid

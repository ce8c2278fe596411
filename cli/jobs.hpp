// SPDX-License-Identifier: Apache-2.0
// How the bytes of claims become findings in the output: on one core, or on several with the same result.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "deltoid/checker.hpp"
#include "output.hpp"

namespace deltoid::cli {

/// Takes one input after another, as a Checker does, and writes what is found.
class Jobs {
public:
    virtual ~Jobs() = default;

    virtual void begin(std::string_view name) = 0;
    /// Where the next bytes go, all of it if there are so many.
    [[nodiscard]] virtual std::span<char> buffer() = 0;
    virtual void feed(std::size_t size) = 0;
    virtual void end() = 0;
    /// Waits until all that was fed has been checked.
    virtual void settle() = 0;
    /// What is left to say, and the summary.
    virtual void finish() = 0;
};

/// `count`: how many threads may work, this one among them.
[[nodiscard]] std::unique_ptr<Jobs> make_jobs(unsigned count, Checker& checker, Output& output);

}  // namespace deltoid::cli

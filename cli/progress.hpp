// SPDX-License-Identifier: Apache-2.0
// The line that says how far a long run is: on stderr, on a terminal only, gone at the end.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace deltoid::cli {

class Progress {
public:
    /// `total`: bytes of all files; nothing when one of them does not say.
    /// `counted`: what update() counts; null when it counts nothing.
    Progress(bool wanted, std::optional<std::uint64_t> total, const char* counted = "claims");
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Cheap to call after every read: at most ten times a second something is drawn.
    void update(std::uint64_t bytes, std::uint64_t count);

private:
    using Clock = std::chrono::steady_clock;

    void draw(std::uint64_t bytes, std::uint64_t count, double seconds) const;

    bool shown_;
    std::optional<std::uint64_t> total_;
    const char* counted_;
    Clock::time_point begun_;
    Clock::time_point next_;
};

}  // namespace deltoid::cli

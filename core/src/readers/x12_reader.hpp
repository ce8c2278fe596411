// SPDX-License-Identifier: Apache-2.0
// The reader of X12 interchanges, which can be taken up in the middle of a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "arena.hpp"
#include "readers/reader.hpp"
#include "x12_claim.hpp"
#include "x12_file.hpp"
#include "x12_walk.hpp"

namespace deltoid::x12 {

class X12Reader final : public Reader {
public:
    X12Reader() = default;
    /// Reads on from `state`. `last` false: what ends is a block, and nothing is said of the end of the file.
    X12Reader(const State& state, bool last) : state_(state), last_(last) {}

    [[nodiscard]] std::size_t read(std::span<const char> bytes, std::uint64_t offset, Sink& sink) override;
    void end(std::span<const char> bytes, std::uint64_t offset, Sink& sink) override;
    [[nodiscard]] InputEnd summary() const override;

private:
    State state_;
    bool last_ = true;
    std::size_t retry_size_ = 0;   ///< a tail shorter than this was seen not to be complete
    ClaimBuilder builder_;
    Arena clean_bytes_;
    Speaker speaker_;
    ClaimSketch sketch_;   ///< unused: a full walk builds its claims
};

}   // namespace deltoid::x12

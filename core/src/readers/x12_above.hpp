// SPDX-License-Identifier: Apache-2.0
// Reads the loops above claims: billing provider, subscriber, payer and patient (005010X222A1, 2000A to 2010CA).
#pragma once

#include <string_view>
#include <vector>

#include "x12_claim.hpp"
#include "x12_file.hpp"
#include "x12_loops.hpp"
#include "x12_scan.hpp"

namespace deltoid::x12 {

class LoopReader {
public:
    /// `changes`: what was changed in the segment at hand.
    LoopReader(State& state, File& file, const std::vector<Changed>& changes)
        : state_(state), file_(file), changes_(changes) {}

    /// From here on the values of the loop that is open lie in the bytes at hand.
    void open_stretch(const char* begin, const Place& place);
    void close_stretch(const char* end);
    /// The loops were forgotten.
    void forget_stretch() { open_ = nullptr; }

    void hierarchy(const Elements& hl, const Segment& segment);
    void party(const Elements& nm1, const Segment& segment);
    void subscriber(const Elements& sbr, const Segment& segment);
    void patient(const Elements& pat, const Segment& segment);
    void demographics(const Elements& dmg, const Segment& segment);
    void taxonomy(const Elements& prv, const Segment& segment);
    void address(const Elements& n4, const Segment& segment);

private:
    [[nodiscard]] SharedLoop* current();
    void enter(State::Loop loop, const Segment& segment);
    void put(SharedLoop& loop, SharedLoop::Slot slot, std::string_view text, const Segment& segment);
    void billing_provider(const Elements& nm1, const Segment& segment);
    void dependent(const Elements& nm1, const Segment& segment);

    State& state_;
    File& file_;
    const std::vector<Changed>& changes_;
    SharedLoop* open_ = nullptr;   ///< whose stretch is growing
};

}   // namespace deltoid::x12

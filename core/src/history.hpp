// SPDX-License-Identifier: Apache-2.0
// A file of claims that were sent earlier: they are remembered for the rules of a patient, and nothing is said of them.
#pragma once

#include "batch.hpp"

namespace deltoid {

class History final : public Sink {
public:
    explicit History(Batch& batch) : batch_(batch) {}
    void claim(Claim& claim, std::span<const Finding>) override {
        ++claims_;
        batch_.remember_earlier(claim);
    }
    void trouble(const Finding&) override {}

    [[nodiscard]] std::uint64_t claims() const { return claims_; }

private:
    Batch& batch_;
    std::uint64_t claims_ = 0;
};

}  // namespace deltoid

// SPDX-License-Identifier: Apache-2.0
// Claims of any format as contract JSON, for laws that compare the two.
#pragma once

#include <span>
#include <string>

#include "payer_class.hpp"
#include "readers/reader.hpp"
#include "writers/claim_json.hpp"

namespace deltoid::test {

/// What a reader hands over, one claim a line.
class ContractLines final : public Sink {
public:
    std::string lines;
    void claim(Claim& claim, std::span<const Finding>) override {
        claim.payer.payer_class = class_of_filing_indicator(claim.payer.filing_indicator);   // as the checker does
        append_claim_json(lines, claim);
        lines += '\n';
    }
    void trouble(const Finding&) override {}
};

}   // namespace deltoid::test

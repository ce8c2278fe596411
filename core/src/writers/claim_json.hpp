// SPDX-License-Identifier: Apache-2.0
// A claim as contract JSON: what the JSON reader reads, back again.
#pragma once

#include <string>

#include "deltoid/claim.hpp"

namespace deltoid {

/// Appends `claim` as one JSON object on one line, its keys in the contract's order, without the empty ones. Values are
/// written as sent; dates of eight digits become ISO dates, and payer.class is the declared class or else the resolved
/// one. Of a claim from an 837 all is written that a rule asks, two things beyond the contract's keys among it: an NDC's
/// qualifier ("ndc": {"qualifier": "N4"}) and ICD-9 diagnoses ({"code": "281.0", "version": "9"}).
/// Reading what was written gives the same claim. Keys of an input that no claim has are gone.
void append_claim_json(std::string& out, const Claim& claim);

}   // namespace deltoid

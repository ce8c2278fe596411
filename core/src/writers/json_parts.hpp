// SPDX-License-Identifier: Apache-2.0
// Parts of a finding and the summary as the contract's JSON, for every format that is JSON.
#pragma once

#include <span>
#include <string>

#include "deltoid/finding.hpp"
#include "deltoid/rule.hpp"
#include "writers/writer.hpp"

namespace deltoid {

/// [{"title","ref","from","to"}...]
void append_json_sources(std::string& out, std::span<const Source> sources);
/// "chart","payer": what stands between the brackets.
void append_json_tags(std::string& out, const Finding& finding);
/// ,"field":...,"box":...,"x12":...
void append_json_field(std::string& out, const Finding& finding, Kind kind);
/// The alternatives, best first: what stands between the brackets.
void append_json_fixes(std::string& out, const Finding& finding);
void append_json_denial(std::string& out, const Denial& denial);
/// "120.00" with its quotes, or null.
void append_json_amount(std::string& out, const Money& amount);
/// What stands between the brackets.
void append_json_evidence(std::string& out, const Finding& finding);
void append_json_others(std::string& out, const Finding& finding);
/// {"kind":"summary",...}
void append_json_summary(std::string& out, const Summary& summary);

}   // namespace deltoid

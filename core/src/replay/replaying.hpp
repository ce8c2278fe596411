// SPDX-License-Identifier: Apache-2.0
// A replay as a session knows it: the claims, then the payers' answers, then the report.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ledger.hpp"
#include "options.hpp"
#include "readers/remit.hpp"

namespace deltoid {

class Replaying : public Ledger {
public:
    virtual void end_claim_file(std::string_view name, const InputEnd& end, std::uint64_t bytes) = 0;
    /// All claims were read and all findings said: answers may come.
    virtual void settle_claims() = 0;
    [[nodiscard]] virtual std::unique_ptr<AnswerReader> begin_remits(std::string_view name) = 0;
    virtual void end_remits(const AnswerReader& reader, std::uint64_t bytes) = 0;
    /// Joins what was read and appends the report.
    virtual void report(std::string& out) = 0;
};

/// Null where the program has no replay: the smaller engine (wasm/CMakeLists.txt).
[[nodiscard]] std::unique_ptr<Replaying> make_replay(const Options& options);

}   // namespace deltoid

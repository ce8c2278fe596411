// SPDX-License-Identifier: Apache-2.0
// Whatever bytes come, `fix` writes an 837 as it was but for its fixes: without one no byte differs, pieces give what the
// whole gives, no claim is lost, and reading what was written finds what it said was left.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "deltoid/fixer.hpp"

namespace {

using namespace deltoid;

constexpr const char* options = R"({"as_of":"2026-09-20","format":"jsonl"})";

[[noreturn]] void fail(const char* law, std::string_view one, std::string_view other) {
    std::fprintf(stderr, "%s\n--- one\n%.*s\n--- other\n%.*s\n", law, static_cast<int>(one.size()), one.data(),
                 static_cast<int>(other.size()), other.data());
    std::abort();
}

struct Checked {
    std::string findings;
    Totals totals;
};

Checked checked(std::string_view bytes) {
    Checker checker;
    if (!checker.open(options).empty()) std::abort();
    checker.begin(Role::claims, "file");
    Checked result;
    result.findings = checker.feed(bytes);
    result.findings += checker.finish();
    result.totals = checker.totals();
    return result;
}

/// What stands behind `key` up to a comma; findings have their keys in one order, and quotes in texts are escaped.
std::string_view value_of(std::string_view line, std::string_view key) {
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos) return {};
    line.remove_prefix(at + key.size());
    return line.substr(0, line.find(','));
}

/// This alternative of every finding that may have it; those that have not are said and left.
std::string approvals(std::string_view findings, unsigned choice) {
    std::string approved;
    while (!findings.empty()) {
        const std::string_view line = findings.substr(0, findings.find('\n'));
        findings.remove_prefix(std::min(line.size() + 1, findings.size()));
        const std::string_view claim = value_of(line, "\"claim_index\":"), rule = value_of(line, "\"rule\":"),
                               number = value_of(line, "\"line\":");
        if (claim.empty() || claim == "null" || line.find("\"op\":") == std::string_view::npos) continue;
        approved.append("{\"claim_index\":").append(claim).append(",\"rule\":").append(rule).append(",\"line\":");
        approved.append(number).append(",\"fix\":").append(std::to_string(choice)).append("}\n");
    }
    return approved;
}

struct Written {
    std::string bytes;
    FixTotals fixed;
    Totals left;
    bool refused = false, is_837 = false;
};

Written written(std::string_view bytes, std::string_view approved, std::size_t piece) {
    Checker checker;
    if (!checker.open(options).empty()) std::abort();
    checker.begin(Role::claims, "file");
    (void)checker.feed(bytes);
    Fixer fixer(checker, "file", Fixer::Form::as_read);
    if (!fixer.approve(approved).empty()) fail("approvals", approved, "");
    Written result;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        const std::string_view some = bytes.substr(at, piece);
        std::copy(some.begin(), some.end(), fixer.buffer(some.size()).begin());
        result.bytes += fixer.feed(some.size());
    }
    result.bytes += fixer.finish();
    for (const Problem& problem : fixer.problems()) result.refused = result.refused || problem.path.empty();
    result.fixed = fixer.fixed();
    result.left = fixer.left();
    result.is_837 = fixer.writes_837();
    return result;
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t piece = size == 0 ? 1 : data[size / 2] + std::size_t{1};
    const unsigned choice = size == 0 ? 0 : data[size / 3] % 3U;
    const Checked before = checked(text);
    const std::string approved = approvals(before.findings, choice);
    const Written whole = written(text, approved, size + 1);
    if (whole.refused || !whole.is_837) return 0;
    if (written(text, approved, piece).bytes != whole.bytes) fail("pieces", whole.bytes, text);
    if (whole.fixed.fixes == 0) {
        if (whole.bytes != text) fail("no fix, other bytes", whole.bytes, text);
        return 0;
    }
    const Checked after = checked(whole.bytes);
    if (after.totals.claims != before.totals.claims) fail("claims lost", whole.bytes, text);
    if (after.totals.errors != whole.left.errors) fail("errors left", whole.bytes, text);
    return 0;
}

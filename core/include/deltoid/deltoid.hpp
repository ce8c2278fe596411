// SPDX-License-Identifier: Apache-2.0
// deltoid checks claims for CPT 96372, an injection into muscle or under the skin, where the claims are.
//
// A claim comes in as bytes, a reader makes it a Claim, every rule looks at it, what they say is a Finding, a writer
// turns findings into bytes:
//
//     #include <deltoid/deltoid.hpp>
//     #include <cstdio>
//
//     int main() {
//         deltoid::Checker checker;
//         for (const auto& problem : checker.open(R"({"as_of":"2026-09-20","format":"text"})"))
//             std::fprintf(stderr, "%s: %s\n", problem.path.c_str(), problem.message.c_str());
//         checker.begin(deltoid::Role::claims, "claim.json");
//         std::string text(checker.feed(R"({"lines":[{"code":"96372","from":"2026-09-15","units":"1"}]})"));
//         text += checker.finish();
//         std::fputs(text.c_str(), stdout);
//         return checker.totals().errors != 0 ? 1 : 0;
//     }
//
// The library opens no file, asks no clock, starts no thread and throws nothing: the host hands in bytes and the day.
#pragma once

#include "deltoid/checker.hpp"
#include "deltoid/claim.hpp"
#include "deltoid/crew.hpp"
#include "deltoid/csv.hpp"
#include "deltoid/diagnosis.hpp"
#include "deltoid/finding.hpp"
#include "deltoid/fixer.hpp"
#include "deltoid/import.hpp"
#include "deltoid/lookup.hpp"
#include "deltoid/rule.hpp"
#include "deltoid/tables.hpp"
#include "deltoid/template.hpp"
#include "deltoid/values.hpp"

// SPDX-License-Identifier: Apache-2.0
// Law: within a stretch of days every answer stays the same; and facts() says what the single questions say.
#include <map>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/tables.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::table_tests;

namespace {

const std::vector<Code>& asked_codes() {
    static const std::vector<Code> codes = [] {
        std::vector<Code> result;
        for (const char* text : {"96372", "99211", "99213", "99201", "36415", "11900", "20611", "0543T", "J1030", "J1010",
                                 "J1885", "J0171", "J0165", "Q5161", "C9399", "S0189", "90686", "90380", "91320", "96374",
                                 "90772", "G0351", "G0463", "A4550", "99999", "J1884"})
            result.push_back(Code(std::string_view(text)));
        return result;
    }();
    return codes;
}

bool same(const CodeFacts& a, const CodeFacts& b) {
    const auto same_answer = [](const auto& x, const auto& y) {
        return x.row == y.row && x.covered == y.covered && x.carried_forward == y.carried_forward;
    };
    return a.sets == b.sets && same_answer(a.edit_practitioner, b.edit_practitioner) &&
           same_answer(a.edit_outpatient, b.edit_outpatient) && same_answer(a.limit_medicare, b.limit_medicare) &&
           same_answer(a.limit_outpatient, b.limit_outpatient) && same_answer(a.limit_medicaid, b.limit_medicaid) &&
           same_answer(a.drug, b.drug) && same_answer(a.validity, b.validity) && a.ended == b.ended &&
           a.not_begun == b.not_begun;
}

}  // namespace

TEST_CASE("within a stretch of days every answer stays the same") {
    const auto tables = Tables::built_in();
    std::size_t wrong = 0;
    for (const Code code : asked_codes()) {
        CodeFacts previous = tables->facts(code, on("2000-01-01"));
        for (Day day = on("2000-01-02"); day <= on("2028-12-31"); day = after(day)) {
            const CodeFacts facts = tables->facts(code, day);
            const bool same_stretch = tables->stretch(day) == tables->stretch(before(day));
            if (same_stretch && !same(facts, previous)) ++wrong;
            previous = facts;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("unknown days lie in stretches of their own") {
    const auto tables = Tables::built_in();
    CHECK(tables->stretch(Day::none()) != tables->stretch({Day::none().number + 1}));
    CHECK(tables->stretch(Day::open()) != tables->stretch({Day::open().number - 1}));
    CHECK(tables->stretch(on("2026-12-31")) != tables->stretch(on("2027-01-01")));
    CHECK(tables->stretch(on("2026-11-20")) == tables->stretch(on("2026-11-21")));
}

TEST_CASE("a year has few stretches") {
    const auto tables = Tables::built_in();
    CHECK(tables->stretch(on("2026-12-31")) - tables->stretch(on("2026-01-01")) < 12);
}

TEST_CASE("facts() says what the single questions say") {
    const auto tables = Tables::built_in();
    for (const Code code : asked_codes()) {
        for (const char* iso : {"2004-05-06", "2020-03-01", "2024-08-01", "2025-07-01", "2026-11-21", "2030-01-01"}) {
            const Day day = on(iso);
            const CodeFacts facts = tables->facts(code, day);
            INFO(packs::text_of(code) << " on " << iso);
            CHECK(facts.code == code);
            CHECK(facts.day == day);
            CHECK(facts.sets == tables->sets(code, day));
            CHECK(facts.edit_practitioner.row == tables->edit_with_injection(code, day).row);
            CHECK(facts.edit_practitioner.covered == tables->edit_with_injection(code, day).covered);
            CHECK(facts.edit_outpatient.row == tables->edit_with_injection_outpatient(code, day).row);
            CHECK(facts.limit_medicare.row == tables->unit_limit_medicare(code, day).row);
            CHECK(facts.limit_outpatient.row == tables->unit_limit_outpatient(code, day).row);
            CHECK(facts.limit_medicaid.row == tables->unit_limit_medicaid(code, day).row);
            CHECK(facts.drug.row == tables->drug(code, day).row);
            CHECK(facts.validity.row == tables->code_validity(code, day).row);
            CHECK_FALSE((facts.ended && facts.not_begun));
            CHECK_FALSE((facts.validity && (facts.ended || facts.not_begun)));
        }
    }
}
